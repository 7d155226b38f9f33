/**
 * After this import, the engine's long arrays are in WebAssembly's memory. It must come before any import that
 * computes.
 */
import { askForMultiplyAdd } from '../../../../src/engine/backends/cpu/wasm/runtime.js';
import { reside } from '../../../../src/engine/backends/cpu/wasm/slices.js';
import { multiplyAdd } from '../../../../src/run/client/vectors.node.js';
import { left, spent, sweep } from '../../../../src/run/entry/garbage.node.js';

if (multiplyAdd) askForMultiplyAdd(multiplyAdd);

export const sweeps = { lately: 0, ofAll: 0 };
/** `lately`: sweeps of recent arrays collect. When it is false, only the rarer sweeps of all arrays do. */
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
