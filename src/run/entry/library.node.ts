/** The engine alone, as a module for Node: `torch`. */
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { askForMultiplyAdd } from '../../engine/backends/cpu/wasm/runtime.js';
import { useJoiner } from '../../engine/backends/cpu/wasm/wide.js';
import { left, spent, sweep } from './garbage.node.js';
import { joinerHere, multiplyAdd } from '../client/vectors.node.js';

if (multiplyAdd) askForMultiplyAdd(multiplyAdd);
reside({ sweep, left, spent, now: () => performance.now() });
useJoiner(joinerHere());

export * from '../../engine/index.js';
