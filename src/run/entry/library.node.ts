/** The engine alone, as a module for Node: `torch`. */
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { sweep } from './garbage.node.js';

reside({ sweep, now: () => performance.now() });

export * from '../../engine/index.js';
