/** From here on the engine's long arrays live in WebAssembly's memory. To be imported before anything that computes. */
import { askForMultiplyAdd } from '../../../../src/engine/backends/cpu/wasm/runtime.js';
import { reside } from '../../../../src/engine/backends/cpu/wasm/slices.js';
import { multiplyAdd } from '../../../../src/run/client/vectors.node.js';
import { left, spent, sweep } from '../../../../src/run/entry/garbage.node.js';

if (multiplyAdd) askForMultiplyAdd(multiplyAdd);

export const sweeps = { lately: 0, ofAll: 0 };
/** Whether what was made lately is collected: where it is not, all of it is sometimes. */
export const collects = { lately: true };
reside({
  sweep(lately) {
    sweeps[lately ? 'lately' : 'ofAll']++;
    if (!lately || collects.lately) sweep(lately);
  },
  left,
  spent,
  now: () => performance.now(),
  garbage: 2 ** 20,
});
