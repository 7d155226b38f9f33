import type { Backend } from './backend.js';
import { cpu } from './cpu/index.js';

let current: Backend = cpu;

/** The backend that operations run on. */
export const backend = (): Backend => current;

export function setBackend(next: Backend): void {
  current = next;
}
