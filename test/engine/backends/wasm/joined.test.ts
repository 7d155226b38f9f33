/** Code that a compiler can join to wider vectors gives the same bits as the code vector by vector. */
import { describe, expect, it } from 'vitest';
import { elementwise, sizeOf } from '../../../../src/engine/backends/cpu/wasm/elementwise.js';
import { allLowered, lowered } from '../../../../src/engine/backends/cpu/wasm/lower.js';
import { normKernels } from '../../../../src/engine/backends/cpu/wasm/normKernels.js';
import { build, hasMultiplyAdd, type Exports } from '../../../../src/engine/backends/cpu/wasm/runtime.js';
import { shareRows } from '../../../../src/engine/backends/cpu/wasm/softmax.js';
import { kernelOf } from '../../../../src/engine/backends/cpu/wasm/sweeps.js';
import { exp } from '../../../../src/engine/backends/cpu/wasm/vector/functions/exponential.js';
import { add, arg, mul } from '../../../../src/engine/backends/cpu/wasm/vector/nodes.js';
import { fillWithSpecial } from '../../../../src/engine/backends/cpu/wasm/wide.js';
import { mapKernels } from '../../../../src/engine/kernels/elementwise.js';
import { recurrences } from '../../../../src/engine/kernels/recurrence.js';
import { adam } from '../../../../src/engine/kernels/updates.js';
import { Heap } from './heap.js';

const heap = new Heap();

function special(n: number): number {
  const at = heap.take(n);
  fillWithSpecial(heap.floats, at / 4, at / 4 + n);
  return at;
}

/** What `run` leaves at an address, for both kinds of code. */
function both(code: (joins: boolean) => Exports, at: number, n: number, run: (exports: Exports) => void): Float32Array[] {
  return [false, true].map((joins) => {
    heap.view(at, n).fill(0);
    run(code(joins));
    return heap.view(at, n).slice();
  });
}

const expectSame = ([narrow, joined]: Float32Array[]): void => {
  expect(new Set(narrow).size).toBeGreaterThan(1);
  joined!.forEach((v, i) => expect(Object.is(v, narrow![i]), `${i}: ${v} for ${narrow![i]}`).toBe(true));
};

describe('elements', () => {
  const formulas = Object.entries(mapKernels).flatMap(([name, formula]) => {
    const found = lowered(formula);
    return found && sizeOf(found).nodes >= 8 && !sizeOf(found).asks ? [[name, found] as const] : [];
  });
  const n = 1003;
  const inputs = [special(n), special(n), special(n)];
  const to = heap.take(n);

  it('of many formulas', () =>
    expect(formulas.map(([name]) => name)).toEqual(expect.arrayContaining(['exp', 'tanh', 'gelu', 'log', 'sigmoid'])));

  it.each([...formulas, ['a power of powers', exp(add(exp(mul(arg(0), 0.1)), arg(1)))] as const])('%s', (_, formula) => {
    const { operands, params } = sizeOf(formula);
    const args = inputs.slice(0, operands).flatMap((at) => [at, 0, 1]);
    const code = (joins: boolean) => build([elementwise('f', formula, hasMultiplyAdd(), joins).fn], heap.memory);
    expectSame(both(code, to, n, ({ f }) => f!(to, 0, 1, n, ...args, ...new Array<number>(params).fill(0.5))));
  });
});

describe('sweeps', () => {
  const sweeps = [
    ...Object.entries(recurrences).flatMap(([name, { step, biased, back }]) => [
      [name, step] as const,
      [`${name} with biases`, biased] as const,
      [`${name}, back`, back] as const,
    ]),
    ['Adam', adam({ maximize: false, decay: 'gradient' })] as const,
  ];

  it.each(sweeps)('%s', (_, sweep) => {
    const [rows, columns] = [3, 44];
    const arrays = Math.max(sweep.reads, ...sweep.writes.map(([to]) => to + 1));
    const values = allLowered(sweep.writes.map(([, value]) => value))!;
    const { params } = sizeOf(...values);
    const size = rows * columns;
    const places = Array.from({ length: arrays }, () => heap.take(size));
    const code = (joins: boolean) => build([kernelOf(sweep, values, arrays, params, joins)], heap.memory);
    const [narrow, joined] = [false, true].map((joins) => {
      places.forEach((at) => fillWithSpecial(heap.floats, at / 4, at / 4 + size));
      const run = Object.values(code(joins))[0]!;
      run(rows, columns, ...places, ...places.map(() => 0), ...new Array<number>(params).fill(0.5));
      return Float32Array.from(sweep.writes.flatMap(([to]) => [...heap.view(places[to]!, size)]));
    });
    expectSame([narrow!, joined!]);
  });
});

describe('rows', () => {
  const [rows, columns] = [6, 101];
  const size = rows * columns;
  const [x, out, numbers] = [special(size), heap.take(size), heap.take(64)];

  it('of softmax', () => {
    const code = (joins: boolean) => build([shareRows('f', false, joins)], heap.memory);
    expectSame(both(code, out, size, ({ f }) => f!(x, out, 4 * columns, rows, columns, numbers, numbers + 64)));
  });

  it('of layer norm', () => {
    const level = heap.put(Float32Array.from({ length: size }, (_, i) => Math.sin(i) * 3 + 20));
    const code = (joins: boolean) => build(normKernels(hasMultiplyAdd(), joins), heap.memory);
    expectSame(
      both(code, out, size, ({ layerRows }) =>
        layerRows!(level, out, 4 * columns, rows, columns, level + 400, level + 900, numbers, numbers + 64, 1e-5),
      ),
    );
  });
});
