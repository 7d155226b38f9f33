import { expect, it } from 'vitest';
import './resident.js';
import { cpu } from '../../../../src/engine/backends/cpu/index.js';
import { bufferOf, dataOf } from '../../../../src/engine/backends/cpu/buffer.js';
import { addressOf } from '../../../../src/engine/backends/cpu/wasm/slices.js';
import { Storage } from '../../../../src/engine/storage.js';
import { Tensor } from '../../../../src/engine/tensor/tensor.js';
import * as torch from '../../../../src/engine/index.js';
import { add, mul } from '../../../../src/engine/kernels/expression.js';
import { kept, sweepInputs, type Sweep } from '../../../../src/engine/kernels/sweeps.js';

const [x, y] = sweepInputs as unknown as [(typeof sweepInputs)[0], (typeof sweepInputs)[0]];
/** The sweep computes x = x · y + y in place, and x · y. */
const sweep: Sweep = {
  reads: 2,
  writes: [
    [0, kept(add(kept(mul(x, y)), y))],
    [2, kept(mul(x, y))],
  ],
};

/**
 * Rows of `columns` elements at a distance of `width`, inside a longer array, in WebAssembly's memory or in
 * JavaScript's.
 */
function rowsOf(rows: number, columns: number, width: number, inMemory: boolean): { whole: torch.Tensor; view: torch.Tensor } {
  const n = Math.max(4096, rows * width + 9);
  const random = torch.randn(n);
  const { device, dtype } = random.storage;
  const elsewhere = new Storage(device, bufferOf(Float32Array.from(dataOf(random.storage))), dtype, n);
  const whole = inMemory ? random : new Tensor(elsewhere, [n], [1], 0, dtype);
  expect(addressOf(dataOf(whole.storage)) > 0).toBe(inMemory);
  return { whole, view: whole.as_strided([rows, columns], [width, 1], 4) };
}

const cases = [1, 2, 40].flatMap((rows) =>
  [3, 64, 67, 700].flatMap((columns) =>
    [0, 5, 64].flatMap((gap) => [0, 1, 2, 3].map((elsewhere): [number, number, number, number] => [rows, columns, gap, elsewhere])),
  ),
);

it.each(cases)(
  '%i rows of %i, with %i between them, array %i in memory of JavaScript: writes what it should and nothing else',
  (...given) => {
    const [rows, columns, gap, elsewhere] = given;
    torch.manual_seed(rows + columns);
    const arrays = [0, 1, 2].map((i) => rowsOf(rows, columns, columns + gap, i !== elsewhere));
    const before = arrays.map(({ whole }) => whole.tolist() as number[]);
    const [a, b] = [arrays[0]!.view.clone(), arrays[1]!.view.clone()];
    expect(
      cpu.fused!.sweep!(
        sweep,
        arrays.map(({ view }) => view),
        [],
      ),
    ).toBe(true);
    expect(arrays[0]!.view.eq(a.mul(b).add(b)).all().item()).toBe(true);
    expect(arrays[2]!.view.eq(a.mul(b)).all().item()).toBe(true);
    arrays.forEach(({ whole }, k) => {
      const touched = new Set(
        Array.from({ length: rows * columns }, (_, i) => 4 + Math.floor(i / columns) * (columns + gap) + (i % columns)),
      );
      const after = whole.tolist() as number[];
      const wrong = after.findIndex((v, i) => (k === 1 || !touched.has(i)) && v !== before[k]![i]);
      expect(wrong, `array ${k}`).toBe(-1);
    });
  },
);
