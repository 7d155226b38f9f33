/** From here on the engine's long arrays live in WebAssembly's memory. To be imported before anything that computes. */
import { reside } from '../../../../src/engine/backends/cpu/wasm/slices.js';
import { sweep } from '../../../../src/run/entry/garbage.node.js';

export let sweeps = 0;
reside({
  sweep() {
    sweeps++;
    sweep();
  },
  now: () => performance.now(),
  garbage: 2 ** 20,
});
