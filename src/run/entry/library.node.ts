/** The engine alone, as a module for Node: `torch`. */
import { useWinograd } from '../../engine/backends/cpu/wasm/convolution/smallWindows.js';
import * as winograd from '../../engine/backends/cpu/wasm/convolution/winograd.js';
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { askForMultiplyAdd } from '../../engine/backends/cpu/wasm/runtime.js';
import { useJoiner } from '../../engine/backends/cpu/wasm/wide.js';
import { left, spent, sweep } from './garbage.node.js';
import { joinerHere, multiplyAdd } from '../client/vectors.node.js';

if (multiplyAdd) askForMultiplyAdd(multiplyAdd);
reside({ sweep, left, spent, now: () => performance.now() });
useJoiner(joinerHere());
useWinograd(() => winograd);

export * from '../../engine/index.js';
