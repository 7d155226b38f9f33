/** Copies in all orders, wherever the arrays are: a test imports this after it has chosen where. */
import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

const sizes = [3, 50, 4, 20];
const steps = [4000, 80, 20, 1];

const orders = (dims: readonly number[]): number[][] =>
  dims.length < 2 ? [[...dims]] : dims.flatMap((d) => orders(dims.filter((e) => e !== d)).map((rest) => [d, ...rest]));

/** The elements of a permuted view of 0, 1, 2 and so on, row by row. */
function numbersIn(order: readonly number[]): number[] {
  const found: number[] = [];
  const visit = (k: number, at: number): void => {
    if (k === order.length) return void found.push(at);
    for (let i = 0; i < sizes[order[k]!]!; i++) visit(k + 1, at + i * steps[order[k]!]!);
  };
  visit(0, 0);
  return found;
}

const all = torch.arange(12_000).to(torch.float32).view(sizes);

it.each(orders([0, 1, 2, 3]))('copies what lies in the order %i %i %i %i, and into memory of that order', (...order) => {
  const view = all.permute(order);
  const want = numbersIn(order);
  expect(view.contiguous().view(-1).tolist()).toEqual(want);
  const back = torch.zeros(sizes).permute(order);
  back.copy_(
    torch
      .tensor(want)
      .to(torch.float32)
      .view(order.map((d) => sizes[d]!)),
  );
  expect(back.eq(view).all().item()).toBe(true);
});

it('copies what is stretched, has gaps, is one element or none', () => {
  const x = torch.arange(120).view(60, 2);
  expect(x.select(1, 1).clone().tolist()).toEqual(Array.from({ length: 60 }, (_, i) => 2 * i + 1));
  expect(torch.arange(3).view(3, 1).expand(3, 50).contiguous().sum(1).tolist()).toEqual([0, 50, 100]);
  const wide = torch.zeros(4, 100);
  wide.narrow(1, 20, 60).copy_(torch.ones(4, 60));
  expect(wide.sum(0).tolist()).toEqual(Array.from({ length: 100 }, (_, i) => (i >= 20 && i < 80 ? 4 : 0)));
  expect(
    torch
      .tensor([[5, 6]])
      .t()
      .select(0, 1)
      .clone()
      .item(),
  ).toBe(6);
  expect(torch.zeros(0, 3).t().contiguous().numel()).toBe(0);
});

const patterns = [
  ['one element', [1, 1, 1], [20, 30, 40]],
  ['rows', [20, 30, 1], [20, 30, 40]],
  ['columns', [1, 1, 40], [20, 30, 40]],
  ['planes', [20, 1, 1], [20, 30, 40]],
  ['between rows', [20, 1, 40], [20, 30, 40]],
  ['short rows', [1, 1, 3], [50, 40, 3]],
  ['an odd length', [1, 1, 1], [1, 1, 4099]],
] as const;

it.each(patterns)('copies what is stretched from %s', (_, from, to) => {
  const count = from[0] * from[1] * from[2];
  const numbers = Array.from({ length: count }, (__, i) => [-0, NaN, Infinity, 1.5][i % 4]! + (i % 4 === 3 ? i : 0));
  const copy = torch
    .tensor(numbers)
    .view([...from])
    .expand([...to])
    .contiguous();
  const place = (sizes: readonly number[], at: readonly number[]): number =>
    at.reduce((sum, i, d) => sum * sizes[d]! + (sizes[d] === 1 ? 0 : i), 0);
  const want: number[] = [];
  for (let i = 0; i < to[0]; i++)
    for (let j = 0; j < to[1]; j++) for (let k = 0; k < to[2]; k++) want.push(numbers[place(from, [i, j, k])]!);
  expect(copy.view(-1).tolist()).toEqual(want);
});

it.each([
  [4, 16],
  [5, 13],
  [33, 2],
  [2, 33],
  [64, 64],
  [131, 47],
])('turns a matrix of %i × %i, alone, of a batch and between others', (rows, columns) => {
  const batch = Math.ceil(5000 / (rows * columns));
  const x = torch
    .arange(batch * rows * columns)
    .to(torch.float32)
    .view(batch, rows, columns);
  const turned = Array.from({ length: batch }, (_, n) =>
    Array.from({ length: columns }, (_, c) => Array.from({ length: rows }, (_, r) => n * rows * columns + r * columns + c)),
  );
  expect(x.select(0, 0).t().contiguous().tolist()).toEqual(turned[0]);
  expect(x.mT.contiguous().tolist()).toEqual(turned);
  const wide = torch.zeros(batch, columns, rows + 7);
  wide.narrow(2, 3, rows).copy_(x.mT);
  expect(wide.narrow(2, 3, rows).tolist()).toEqual(turned);
  expect(
    wide.narrow(2, 0, 3).any().item() ||
      wide
        .narrow(2, rows + 3, 4)
        .any()
        .item(),
  ).toBe(false);
  const back = torch.zeros(batch, rows, columns);
  back.mT.copy_(wide.narrow(2, 3, rows));
  expect(back.equal(x)).toBe(true);
  expect(x.permute(2, 1, 0).contiguous().permute(2, 1, 0).contiguous().equal(x)).toBe(true);
});
