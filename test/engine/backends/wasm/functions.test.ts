import { describe, expect, it } from 'vitest';
import { answer, elementwise } from '../../../../src/engine/backends/cpu/wasm/elementwise.js';
import { lowered } from '../../../../src/engine/backends/cpu/wasm/lower.js';
import { build, hasMultiplyAdd } from '../../../../src/engine/backends/cpu/wasm/runtime.js';
import { erf } from '../../../../src/engine/backends/cpu/wasm/vector/functions/erf.js';
import { exp, log } from '../../../../src/engine/backends/cpu/wasm/vector/functions/exponential.js';
import { tanh } from '../../../../src/engine/backends/cpu/wasm/vector/functions/hyperbolic.js';
import { pow } from '../../../../src/engine/backends/cpu/wasm/vector/functions/power.js';
import { cos, LARGEST_ANGLE, sin } from '../../../../src/engine/backends/cpu/wasm/vector/functions/trigonometric.js';
import { add, arg, madd, param, pmax, type Vector } from '../../../../src/engine/backends/cpu/wasm/vector/nodes.js';
import { erf as exactErf } from '../../../../src/engine/backends/scalar.js';
import { mapKernels } from '../../../../src/engine/kernels/elementwise.js';
import { Heap, numbers } from './heap.js';

const heap = new Heap();
const [x, y] = [arg(0), arg(1)];

function kernel(formula: Vector, fused: boolean) {
  const { fn, imports, asks } = elementwise('kernel', formula, fused);
  const answers = asks.map((ask) => answer(heap.memory, ask, (angle) => !(Math.abs(angle) <= LARGEST_ANGLE)));
  return build([fn], heap.memory, imports, Object.fromEntries(answers.map((f, i) => [`ask${i}`, f])))['kernel']!;
}

/** Every sign and exponent, including special numbers: the first and the last mantissa, and some between. */
function everyExponent(): Float32Array {
  const bits = new Uint32Array(2 * 256 * 200);
  const mantissas = numbers(200, 9);
  for (let i = 0; i < bits.length; i++) {
    const k = i % 200;
    const mantissa = k === 0 ? 0 : k === 1 ? 0x7fffff : Math.floor((mantissas[k]! + 0.5) * 0x800000);
    bits[i] = ((Math.floor(i / 200) << 23) | mantissa) >>> 0;
  }
  return new Float32Array(bits.buffer);
}

/** The distance in units of the last place of the exact result. A special result must be equal. */
function distance(got: number, exact: number): number {
  const want = Math.fround(exact);
  if (Object.is(got, want) || (got !== got && want !== want)) return 0;
  if (!Number.isFinite(got) || !Number.isFinite(want)) return Math.abs(got) > 3.4e38 && Math.abs(exact) > 3.4e38 ? 1 : Infinity;
  if (got === 0 && want === 0) return Infinity;
  const size = Math.abs(exact);
  return Math.abs(got - exact) / (size < 2 ** -126 ? 2 ** -149 : 2 ** (Math.floor(Math.log2(size)) - 23));
}

const exactSigmoid = (v: number) => (v < 0 ? Math.exp(v) / (1 + Math.exp(v)) : 1 / (1 + Math.exp(-v)));
const functions: [name: string, formula: Vector, exact: (v: number) => number, limit: number][] = [
  ['exp', exp(x), Math.exp, 1],
  ['log', log(x), Math.log, 1],
  ['tanh', tanh(x), Math.tanh, 1.5],
  ['sigmoid', lowered(mapKernels.sigmoid)!, exactSigmoid, 2.5],
  ['erf', erf(x), exactErf, 1.3],
  ['sin', sin(x), Math.sin, 1.6],
  ['cos', cos(x), Math.cos, 1.6],
];

describe.each(hasMultiplyAdd() ? [false, true] : [false])('functions of float32, multiply-add fused: %s', (fused) => {
  const samples = everyExponent();
  const from = heap.put(samples);
  const to = heap.take(samples.length);

  it.each(functions)('%s', (name, formula, exact, limit) => {
    kernel(formula, fused)(to, 0, 1, samples.length, from, 0, 1);
    const got = heap.view(to, samples.length);
    let worst = 0;
    samples.forEach((v, i) => {
      // 1 / (1 + ∞) is 0, as in PyTorch.
      if (name === 'sigmoid' && v < -88 && got[i] === 0) return;
      worst = Math.max(worst, distance(got[i]!, exact(v)));
    });
    expect(worst).toBeLessThan(limit);
  });

  it('pow', () => {
    const exponents = [2, -3, 0.5, 0, -1, 3, 1e10, Infinity, -Infinity, NaN, 33, -33];
    const powers = samples.map((_, i) => exponents[i % exponents.length]!);
    kernel(pow(x, y), fused)(to, 0, 1, samples.length, from, 0, 1, heap.put(powers), 0, 1);
    const got = heap.view(to, samples.length);
    // In C and in PyTorch, 1 to any power is 1, and −1 to an infinite power is 1.
    const exact = (a: number, b: number) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b);
    expect(samples.reduce((worst, v, i) => Math.max(worst, distance(got[i]!, exact(v, powers[i]!))), 0)).toBeLessThan(1);
  });
});

describe('elementwise kernels', () => {
  const f = kernel(pmax(add(madd(x, y, arg(2)), param(0)), 0), false);
  const sizes = [
    [1, 1],
    [1, 3],
    [1, 4],
    [3, 5],
    [2, 7],
    [4, 31],
    [5, 64],
  ] as const;

  it.each(sizes)('%i rows of %i: operands that are whole, rows, columns and scalars; in place', (rows, columns) => {
    const n = rows * columns;
    for (const [rowStep, step] of [
      [4 * columns, 1],
      [0, 1],
      [4, 0],
      [0, 0],
    ] as const) {
      const [A, B, C] = [numbers(n, 2), numbers(n, 4), numbers(n, 6)];
      const [a, b, c, out] = [heap.put(A), heap.put(B), heap.put(C), heap.take(n + 8)];
      heap.view(out, n + 8).fill(7);
      const run = (to: number) => f(to, 4 * columns, rows, columns, a, 4 * columns, 1, b, rowStep, step, c, 4 * columns, 1, 0.25);
      run(out);
      run(a);
      const want = Array.from({ length: n }, (_, i) => {
        const other = B[(Math.floor(i / columns) * rowStep) / 4 + (i % columns) * step]!;
        return Math.max(0, Math.fround(Math.fround(Math.fround(A[i]! * other) + C[i]!) + 0.25));
      });
      expect([...heap.view(out, n + 8)]).toEqual([...want, ...Array<number>(8).fill(7)]);
      expect([...heap.view(a, n)]).toEqual(want);
    }
  });
});
