import type { Backend } from './backend.js';
import { cpu } from './cpu/index.js';

/** The backend that operations run on: the one place to change for another. */
export const backend = (): Backend => cpu;
