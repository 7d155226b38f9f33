import { newMemory } from '../../../../src/engine/backends/cpu/wasm/runtime.js';

/** A memory for tests. Arrays are put into it one after the other. */
export class Heap {
  readonly memory = newMemory({ initial: 512 });
  readonly floats = new Float32Array(this.memory.buffer);
  private top = 4096;

  /** Reserves memory for `n` float32 numbers and returns its address. */
  take(n: number): number {
    const at = this.top;
    this.top += (4 * n + 127) & ~63;
    return at;
  }

  put(data: readonly number[] | Float32Array): number {
    const at = this.take(data.length);
    this.floats.set(data, at / 4);
    return at;
  }

  view(at: number, n: number): Float32Array {
    return this.floats.subarray(at / 4, at / 4 + n);
  }
}

/** Numbers that look random and are the same in every run. */
export function numbers(n: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}
