import { describe, expect, it } from 'vitest';
import { cpu } from '../../../../src/engine/backends/cpu/index.js';
import { foldVectors } from '../../../../src/engine/backends/cpu/wasm/folds.js';
import * as torch from '../../../../src/engine/index.js';
import type { FoldKernel } from '../../../../src/engine/kernels/reductions.js';

/** The result of the JavaScript loops, in float64. */
function byLoops(kernel: FoldKernel, x: torch.Tensor, dims: number[], sizes: number[], aux?: torch.Tensor): torch.Tensor {
  const out = torch.zeros(sizes, { dtype: torch.float64 });
  cpu.kernels.fold(kernel, x.double(), dims, out, aux);
  return out;
}

function byVectors(kernel: FoldKernel, x: torch.Tensor, dims: number[], sizes: number[], aux?: torch.Tensor): torch.Tensor {
  const out = torch.zeros(sizes, { dtype: torch.float64 });
  expect(foldVectors(kernel, x, dims, out, aux)).toBe(true);
  return out;
}

torch.manual_seed(3);
const images = torch.randn(6, 5, 7, 21);
const wide = torch.randn(3, 20_001);
const cases: [string, torch.Tensor, number[], number[]][] = [
  ['all', images, [0, 1, 2, 3], []],
  ['rows', images, [2, 3], [6, 5]],
  ['rows that are longer than what is staged', wide, [1], [3]],
  ['columns', images.view(210, 21), [0], [21]],
  ['many columns', torch.randn(5, 2051), [0], [2051]],
  ['channels', images, [0, 2, 3], [5]],
  ['all but the last and the second', images, [0, 2], [5, 21]],
  ['the second of three', torch.randn(9, 11, 30), [1], [9, 30]],
  ['rows of a part', torch.randn(40, 64).narrow(1, 7, 50), [1], [40]],
];

describe.each(cases)('folds of %s', (_, x, dims, sizes) => {
  it.each(['sum', 'mean', 'sum_square_around'] as const)('%s: adds in doubles', (kernel) => {
    const around = kernel === 'sum_square_around' ? byLoops('mean', x, dims, sizes) : undefined;
    const [got, want] = [byVectors(kernel, x, dims, sizes, around), byLoops(kernel, x, dims, sizes, around)];
    expect(got.sub(want).abs().max().item()).toBeLessThan(1e-9);
  });
});

describe('extremes', () => {
  it.each(['max', 'min'] as const)('%s of rows: is exact, and NaN wins over all', (kernel) => {
    const x = torch.randn(50, 133);
    [0, 77, 132].forEach((at, row) => x.index_put_([row, at], NaN));
    x.index_put_([5], Infinity);
    x.index_put_([6], -Infinity);
    const [got, want] = [byVectors(kernel, x, [1], [50]), byLoops(kernel, x, [1], [50])];
    expect(got.tolist()).toEqual(want.tolist());
    expect(byVectors(kernel, wide, [1], [3]).tolist()).toEqual(byLoops(kernel, wide, [1], [3]).tolist());
  });

  it('the first zero of a row decides its sign', () => {
    const x = torch.full([20, 60], -1, { dtype: torch.float32 });
    x.index_put_(['...', 41], -0);
    x.index_put_(['...', 44], 0);
    x.index_put_([1, 3], 0);
    expect((byVectors('max', x, [1], [20]).tolist() as number[]).map((v) => Object.is(v, -0))).toEqual(
      Array.from({ length: 20 }, (_, row) => row !== 1),
    );
  });
});

it('leaves to the loops what is small, of another dtype, or has short rows', () => {
  const out = torch.zeros(10);
  expect(foldVectors('sum', torch.ones(10, 20), [1], out)).toBe(false);
  expect(foldVectors('sum', torch.ones(10, 2000).double(), [1], out)).toBe(false);
  expect(foldVectors('sum', torch.ones(10, 2000, 3), [1, 2], torch.zeros(10))).toBe(true);
  expect(foldVectors('sum', torch.ones(10_000, 3), [1], torch.zeros(10_000))).toBe(false);
  expect(foldVectors('prod', torch.ones(10, 2000), [1], out)).toBe(false);
});

/** The sum of the bits of all elements. */
const bitsOf = (x: torch.Tensor): number =>
  [...new Uint32Array(Float32Array.from(x.reshape([-1]).tolist() as number[]).buffer)].reduce((a, b) => a + b, 0);

describe('sums of float32 have the bits of PyTorch 2.15 with vectors of 256 bits', () => {
  it.each<[sizes: number[], dims: number[], first: number, sums: number, means: number]>([
    [[1000, 1000], [0, 1], 90177.296875, 1202725030, 1035513568],
    [[1048576], [0], 94556.0703125, 1203285513, 1035513353],
    [[4097], [0], 369.529052734375, 1136182200, 1035515948],
    [[37, 45], [1], 4.8575639724731445, 40006050262, 38303357580],
    [[37, 45], [0], 3.35422420501709, 48502981298, 46537213735],
    [[300000, 17], [0], 27057.7109375, 20200356244, 17603729123],
    [[6, 5, 7, 21], [0, 2, 3], 80.99568176269531, 5588728795, 5177710128],
    [[33, 16, 40], [0, 2], 122.55402374267578, 17966700320, 16568471354],
    [[12, 5, 9, 40], [0, 2], 4.489587306976318, 323156898792, 311827623595],
  ])('of %j over %j', (sizes, dims, first, sums, means) => {
    const x = torch.tensor(Array.from({ length: sizes.reduce((a, b) => a * b) }, (_, i) => ((i * 7919) % 1009) / 509 - 0.9)).view(sizes);
    const sum = x.sum(dims);
    expect(sum.reshape([-1]).index(0).item()).toBe(first);
    expect(bitsOf(sum)).toBe(sums);
    expect(bitsOf(x.mean(dims))).toBe(means);
  });
});
