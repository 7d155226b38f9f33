import { expect, it } from 'vitest';
import * as torch from '../../../../src/engine/index.js';

type T = torch.Tensor;

const numbersOf = (x: T): number[] => x.flatten().tolist() as number[];

/** The rows of `x` at `index` along a dim, one by one. */
const oneByOne = (x: T, dim: number, index: T): T =>
  torch.stack(
    (index.tolist() as number[]).map((i) => x.select(dim, i)),
    dim,
  );

it.each([
  ['rows of a matrix', [300, 16], 0],
  ['rows that are no whole vectors', [300, 15], 0],
  ['blocks in the middle', [20, 30, 8], 1],
  ['single elements', [40, 90], 1],
] as const)('%s are picked, and added to', (_, sizes, dim) => {
  torch.manual_seed(0);
  const x = torch.randn(...sizes);
  const index = torch.randint(0, sizes[dim], [700]);
  const picked = x.index_select(dim, index);
  expect(numbersOf(picked)).toEqual(numbersOf(oneByOne(x, dim, index)));
  const sums = torch.zeros(...sizes).index_add(dim, index, picked);
  const counts = torch.zeros(sizes[dim]).index_add(0, index, torch.ones(700));
  const shaped = counts.view(...sizes.map((n, d) => (d === dim ? n : 1)));
  expect(sums.sub(x.mul(shaped)).abs().max().item()).toBeLessThan(1e-4);
});

it('an embedding has the gradient of the rows that it picked', () => {
  torch.manual_seed(0);
  const table = torch.randn(200, 32, { requires_grad: true });
  const index = torch.randint(0, 200, [50, 9]);
  const weights = torch.randn(50, 9, 32);
  torch.nn.functional.embedding(index, table, 3).mul(weights).sum().backward();
  const places = torch.nn.functional.one_hot(index, 200).to(torch.float32).view(450, 200);
  const wanted = places.t().mm(weights.view(450, 32));
  wanted.select(0, 3).zero_();
  expect(table.grad!.sub(wanted).abs().max().item()).toBeLessThan(1e-5);
});
