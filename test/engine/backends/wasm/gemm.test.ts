import { describe, expect, it } from 'vitest';
import { scratchSize, type Blocking } from '../../../../src/engine/backends/cpu/wasm/gemm/blocking.js';
import { gemmFunctions } from '../../../../src/engine/backends/cpu/wasm/gemm/product.js';
import { build, hasMultiplyAdd } from '../../../../src/engine/backends/cpu/wasm/runtime.js';
import { Heap, numbers } from './heap.js';

const plain: Blocking[] = [
  { rows: 4, vectors: 2, unroll: 1, fused: false },
  { rows: 2, vectors: 4, unroll: 4, fused: false },
];
const fused: Blocking[] = [
  { rows: 6, vectors: 2, unroll: 4, fused: true },
  { rows: 6, vectors: 4, unroll: 4, fused: true },
];

describe.each(hasMultiplyAdd() ? [...plain, ...fused] : plain)('product in tiles of $rows rows and $vectors vectors', (blocking) => {
  const heap = new Heap();
  const { gemm } = build(gemmFunctions(blocking), heap.memory);
  const sizes = [
    [1, 1, 1],
    [7, 9, 5],
    [33, 70, 300],
    [130, 131, 260],
    [5, 1, 3],
    [64, 64, 64],
  ] as const;

  it.each(sizes)('multiplies %i × %i with depth %i, transposed or not', (m, n, k) => {
    const [A, B] = [numbers(m * k, 3), numbers(k * n, 5)];
    const [a, b, c, scratch] = [heap.put(A), heap.put(B), heap.take(m * n + 1), heap.take(scratchSize(blocking, n))];
    for (const [aTurned, bTurned, add] of [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 1],
      [1, 1, 1],
    ] as const) {
      const out = heap.view(c, m * n + 1).fill(7);
      gemm!(m, n, k, a, aTurned ? 4 : 4 * k, aTurned ? 4 * m : 4, b, bTurned ? 4 : 4 * n, bTurned ? 4 * k : 4, c, 4 * n, scratch, add);
      let error = 0;
      for (let i = 0; i < m; i++)
        for (let j = 0; j < n; j++) {
          let sum = add ? 7 : 0;
          for (let p = 0; p < k; p++) sum += A[aTurned ? p * m + i : i * k + p]! * B[bTurned ? j * k + p : p * n + j]!;
          error = Math.max(error, Math.abs(sum - out[i * n + j]!));
        }
      expect(error).toBeLessThan(2e-5);
      expect(out[m * n], 'nothing is written behind the result').toBe(7);
    }
  });
});
