import { expect, it } from 'vitest';
import type { LeafEntry } from '../../../src/protocol/field.js';
import { node, traceOf } from '../traceOf.js';

const TRAINING = `
torch.manual_seed(0);
const x = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]]).float();
const y = torch.tensor([0, 1, 1, 1]).float();
const w = torch.zeros(2, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });
for (let i = 0; i < 6; i++) {
  const p = torch.sigmoid(x.matmul(w).add(b));
  const loss = torch.nn.functional.binary_cross_entropy(p, y);
  loss.backward();
  torch.no_grad(() => { for (const leaf of [w, b]) { leaf.sub_(leaf.grad!); leaf.grad = null; } });
}`;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

it('what a classifier gives for each point of the plane is what it computes there, with the data and their targets', async () => {
  const { passes, field } = await traceOf(TRAINING);
  const pass = passes[5]!;
  const found = field({ kind: 'boundary', pass: 5, node: node(pass, 'p').id })!;
  const [w, b] = ['w', 'b'].map((name) => node(pass, name).value.data as number[]);
  expect([found.rows, found.columns, found.x, found.y]).toEqual([48, 48, [-0.15, 1.15], [-0.15, 1.15]]);
  expect(found.points).toEqual([
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ]);
  const place = (i: number) => -0.15 + (1.3 * i) / 47;
  for (const [row, column] of [
    [0, 0],
    [10, 40],
    [47, 47],
  ] as const)
    expect(found.values[row * 48 + column]).toBeCloseTo(sigmoid(w![0]! * place(column) + w![1]! * place(row) + b![0]!), 5);
  expect(field({ kind: 'boundary', pass: 5, node: node(pass, 'w').id })).toBeNull();
});

it('of several classes it is the greatest; what needs just these rows, or draws, cannot be computed again', async () => {
  const { passes, field } = await traceOf(`
const x = torch.tensor([[0, 0], [2, 0], [0, 2], [2, 2], [2, 1]]).float();
const scores = x.matmul(torch.tensor([[1, -1, 0], [0, 0, 0]]).float());
const fixed = x.reshape(10).reshape(5, 2);
const drawn = torch.nn.functional.dropout(x);
const centered = x.sub(x.mean(0));
const line = centered.matmul(torch.tensor([[1], [2]]).float());
const shares = x.softmax(0);`);
  const of = (name: string) => field({ kind: 'boundary', pass: 0, node: node(passes[0], name).id });
  const found = of('scores')!;
  expect(found.classes).toBe(3);
  expect([found.values[0], found.values[47]]).toEqual([1, 0]);
  expect([of('fixed'), of('drawn'), of('shares')]).toEqual([null, null, null]);
  // The mean is that of the recorded rows of x: the points of the field would have another mean.
  const { x: ends, values } = of('line')!;
  expect(ends).toEqual([expect.closeTo(-1.5, 5), expect.closeTo(1.1, 5)]);
  expect([values[0], values.at(-1)]).toEqual([expect.closeTo(-4.1, 4), expect.closeTo(3.7, 4)]);
});

it('the loss around two entries of parameters is the loss with these, and the way of the training is drawn in it', async () => {
  const { passes, field } = await traceOf(TRAINING);
  const last = passes[5]!;
  const entries: [LeafEntry, LeafEntry] = [
    { node: node(last, 'w').id, index: 1 },
    { node: node(last, 'b').id, index: 0 },
  ];
  const found = field({ kind: 'landscape', pass: 5, entries })!;
  expect(found.here).toBe(5);
  const numbers = (name: string, at: number) => passes.map((pass) => (node(pass, name).value.data as number[])[at]);
  expect(found.points.map(([x]) => x)).toEqual(numbers('w', 1));
  expect(found.points.map(([, y]) => y)).toEqual(numbers('b', 0));
  const w0 = (node(last, 'w').value.data as number[])[0]!;
  // On a slow machine, there are fewer rows.
  expect(found.rows).toBeGreaterThanOrEqual(7);
  const [row, column, last1] = [1, found.columns - 2, found.rows - 1];
  const [w1, b] = [found.x[0] + ((found.x[1] - found.x[0]) * column) / last1, found.y[0] + ((found.y[1] - found.y[0]) * row) / last1];
  const losses = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ].map(([x0, x1, t]) => {
    const p = sigmoid(w0 * x0! + w1 * x1! + b);
    return -Math.log(t ? p : 1 - p);
  });
  expect(found.values[row * found.columns + column]).toBeCloseTo(losses.reduce((sum, one) => sum + one) / 4, 4);
  expect(field({ kind: 'landscape', pass: 5, entries: [{ node: 'none', index: 0 }, entries[1]] })).toBeNull();
  expect(field({ kind: 'landscape', pass: 5, entries: [{ ...entries[0], index: 9 }, entries[1]] })).toBeNull();
});
