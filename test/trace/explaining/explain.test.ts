import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/protocol/explanation.js';
import { node, traceOf } from '../traceOf.js';
import { distanceOf, explainPasses, isProductOff } from './explainAll.js';

const told = async (text: string, name: string, which: 'value' | 'grad', ...entry: number[]) => {
  const run = await traceOf(`\n${text}`);
  const pass = run.passes.at(-1)!;
  const found = run.explain({ pass: pass.index, node: node(pass, name).id, which, entry });
  if (!found) throw new Error('Nothing is known of it.');
  const called = (id: string | null) => pass.nodes.find((n) => n.id === id)?.label ?? pass.nodes.find((n) => n.id === id)?.op ?? null;
  return { found, terms: termsOf(found, called), run, pass };
};

const place = (name: string | null, entry: number[]) => (name === null ? 'number' : `${name}[${entry.join(',')}]`);

/** A term as text: `x[0,1] 2 · 3 of w[1,0] = 6` */
const termsOf = ({ terms }: Explanation, called: (id: string | null) => string | null) =>
  terms.map(({ node: id, entry, number, factor, contribution, with: from }) =>
    [
      `${place(called(id), entry)} ${number}`,
      factor === null ? '' : ` · ${factor}`,
      from ? ` of ${place(called(from.node), from.entry)}` : '',
      ` = ${contribution}`,
    ].join(''),
  );

const WEIGHTS =
  'const x = torch.tensor([[1, 2], [3, 4]]); const w = torch.tensor([[5, 6], [7, 8]], { dtype: torch.float32, requires_grad: true });';

describe('the terms of a value', () => {
  it('of a matrix product are the entries of a row, each times one of a column', async () => {
    const { terms, found } = await told(`${WEIGHTS} const y = x.float().mm(w);`, 'y', 'value', 1, 0);
    expect(terms).toEqual(['to[1,0] 3 · 5 of w[0,0] = 15', 'to[1,1] 4 · 7 of w[1,0] = 28']);
    expect(found).toMatchObject({ op: 'mm', value: 43, sum: 43, rest: 0, rest_count: 0, source: { line: 2 } });
  });

  it.each([
    ['x + 1', 'torch.tensor([2, 3]).add(1)', ['tensor[1] 3 · 1 = 3', 'number 1 · 1 = 1']],
    ['alpha', 'torch.tensor([2, 3]).add(torch.tensor([10]), { alpha: 3 })', ['tensor[1] 3 · 1 = 3', 'tensor[0] 10 · 3 = 30']],
    ['2 · x', 'torch.mul(2, torch.tensor([2, 3]))', ['tensor[1] 3 · 2 = 6']],
    ['a product', 'torch.tensor([2, 3]).mul(torch.tensor([[5]]).squeeze(0))', ['tensor[1] 3 · 5 of squeeze[0] = 15']],
    ['a quotient', 'torch.tensor([2, 3]).div(torch.tensor([4]))', ['tensor[1] 3 · 0.25 of tensor[0] = 0.75']],
    ['relu', 'torch.tensor([2, -3]).relu()', ['tensor[1] -3 · 0 = 0']],
    ['a limit', 'torch.tensor([2, 30]).clamp(-1, 4)', ['number 4 = 4']],
    ['the greater', 'torch.maximum(torch.tensor([2, 3]), torch.tensor([9, 1]))', ['tensor[1] 3 · 1 = 3']],
    ['a view', 'torch.tensor([[2, 3]]).t().reshape(2)', ['t[1,0] 3 · 1 = 3']],
    ['a function', 'torch.tensor([0, 4]).sqrt()', ['tensor[1] 4 = 2']],
    ['a power', 'torch.tensor([2, 3]).pow(torch.tensor([1, 2]))', ['tensor[1] 3 of tensor[1] = 9']],
    ['a choice', 'torch.where(torch.tensor([true, false]), torch.tensor([2, 3]), 7)', ['number 7 · 1 = 7']],
  ])('%s', async (_, call, expected) => {
    expect((await told(`const y = ${call};`, 'y', 'value', 1)).terms).toEqual(expected);
  });

  it('of a convolution are the window, the filter and the bias', async () => {
    const { terms } = await told(
      `const x = torch.arange(9).float().view(1, 1, 3, 3); const w = torch.tensor([[[[1, 2], [3, 4]]]]).float(); const b = torch.tensor([0.5]);
       const y = torch.nn.functional.conv2d(x, w, b);`,
      'y',
      'value',
      ...[0, 0, 1, 0],
    );
    expect(terms).toEqual([
      'x[0,0,1,0] 3 · 1 of w[0,0,0,0] = 3',
      'x[0,0,1,1] 4 · 2 of w[0,0,0,1] = 8',
      'x[0,0,2,0] 6 · 3 of w[0,0,1,0] = 18',
      'x[0,0,2,1] 7 · 4 of w[0,0,1,1] = 28',
      'b[0] 0.5 · 1 = 0.5',
    ]);
  });

  it('of a long sum are the largest ones, and the rest as one', async () => {
    const { found } = await told('const y = torch.arange(1000).float().sum();', 'y', 'value');
    expect(found).toMatchObject({ value: 499500, sum: 499500, rest_count: 950 });
    expect(found.terms.map(({ contribution }) => contribution)).toEqual(Array.from({ length: 50 }, (_, i) => 999 - i));
    expect(found.rest).toBe((949 * 950) / 2);
  });

  it('of a loss are what each element adds to it', async () => {
    const { terms } = await told(
      'const x = torch.tensor([1, 2]).float(); const t = torch.tensor([3, 5]).float(); const y = torch.nn.functional.mse_loss(x, t);',
      'y',
      'value',
    );
    expect(terms).toEqual(['x[0] 1 of t[0] = 2', 'x[1] 2 of t[1] = 4.5']);
  });

  it('of what is counted or found are all that was looked at, of a matrix without a derivative its entries', async () => {
    const bucket = await told('const y = torch.bucketize(torch.tensor([3, 7]), torch.tensor([5, 6]));', 'y', 'value', 1);
    expect(bucket.terms).toEqual(['tensor[1] 7 = 2', 'tensor[0] 5 = 0', 'tensor[1] 6 = 0']);
    expect(bucket.found).toMatchObject({ depends: true, value: 2, sum: 2 });
    const counted = await told('const y = torch.bincount(torch.tensor([1, 1, 2]));', 'y', 'value', 1);
    expect(counted.found).toMatchObject({ depends: true, value: 2, rest_count: 0 });
    expect(counted.found.terms.map(({ entry }) => entry)).toEqual([[0], [1], [2]]);
    const factors = await told('const [y] = torch.geqrf(torch.arange(8).float().view(2, 2, 2));', 'y', 'value', 1, 0, 1);
    expect(factors.found.terms.map(({ entry }) => entry)).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 1],
    ]);
  });

  it('of softmax are said of the entry at the same place; it depends on the others too', async () => {
    const { found } = await told('const y = torch.softmax(torch.zeros(1, 2), 1);', 'y', 'value', 0, 1);
    expect(found).toMatchObject({ depends: true, value: 0.5, sum: 0.5 });
    expect(found.terms.map(({ contribution, factor }) => [contribution, factor])).toEqual([
      [0, null],
      [0.5, null],
    ]);
  });

  it('of what was changed through a view are those of the change, or as they were before', async () => {
    const text = 'const x = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true }); const y = x.mul(3); y.at(0).mul_(5);';
    expect((await told(text, 'y', 'value', 0)).terms).toEqual(['mul_[] 15 · 1 = 15']);
    expect((await told(text, 'y', 'value', 1)).terms).toEqual(['y[1] 6 · 1 = 6']);
    expect((await told(`${text} y.sum().backward();`, 'x', 'grad', 0)).terms).toEqual(['y[0] 5 · 3 = 15']);
  });

  it('of a leaf are none', async () => {
    const { found } = await told('const x = torch.tensor([1, 2]); const y = x.neg();', 'x', 'value', 1);
    expect(found).toMatchObject({ terms: [], value: 2, rest: 2, rest_count: 0 });
  });
});

describe('the terms of a gradient', () => {
  it('are what each use passed back, by the slope of the use', async () => {
    const text = `${WEIGHTS} const y = x.float().mm(w); const z = y.mul(y); const s = w.sum(); z.sum().add(s).backward();`;
    expect((await told(text, 'y', 'grad', 0, 1)).terms).toEqual(['z[0,1] 1 · 22 of y[0,1] = 22', 'z[0,1] 1 · 22 of y[0,1] = 22']);
    const { terms, found } = await told(text, 'w', 'grad', 1, 0);
    expect(terms).toEqual(['y[0,0] 38 · 2 of to[0,1] = 76', 'y[1,0] 86 · 4 of to[1,1] = 344', 's[] 1 · 1 = 1']);
    expect(found.value).toBe(421);
  });

  it('of the root are none', async () => {
    const { found } = await told(
      'const x = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true }); const y = x.sum(); y.backward();',
      'y',
      'grad',
    );
    expect(found).toMatchObject({ terms: [], value: 1, rest: 1 });
  });

  it('what a function of the model passed back is the rest', async () => {
    const { found } = await told(
      'const x = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true }); x.register_hook((g) => g.mul(10)); const y = x.mul(3).sum(); y.backward();',
      'x',
      'grad',
      0,
    );
    expect(found).toMatchObject({ value: 30, sum: 30, rest: 27, rest_count: 1 });
  });
});

it('an LSTM, attention and norms: every entry, and what is multiplied is what the document has', async () => {
  const { passes, explain } = await traceOf(`
    torch.manual_seed(0);
    const x = torch.randn(3, 4, 8);
    const [h] = new torch.nn.LSTM(8, 8, { batch_first: true })(x) as [torch.Tensor, unknown];
    const n = new torch.nn.LayerNorm(8)(h);
    const a = torch.nn.functional.scaled_dot_product_attention(n, n, n, { is_causal: true });
    torch.nn.functional.cross_entropy(a.reshape(12, 8), torch.arange(12).remainder(8)).backward();`);
  const explained = explainPasses(passes, explain, 4);
  expect(explained.length).toBeGreaterThan(100);
  for (const each of explained) {
    expect(distanceOf(each.found), `${each.which} of ${each.node.op}`).toBeLessThan(1e-5);
    expect(isProductOff(each), `${each.which} of ${each.node.op}`).toBe(false);
  }
});

it('a normalized number has its own part and the shares of the mean; its gradient comes by way of the mean and the deviation too', async () => {
  // The two numbers hardly differ. Almost nothing of the gradient is left, and that is rounding error.
  const text = `
const x = torch.tensor([[0.66, 0.66001]], { dtype: torch.float32, requires_grad: true });
const y = torch.nn.functional.layer_norm(x, [2]);
y.mul(torch.tensor([[1, 3]])).sum().backward();`;
  const value = await told(text, 'y', 'value', 0, 0);
  expect(value.found.terms.map(({ entry }) => entry)).toEqual([
    [0, 0],
    [0, 1],
  ]);
  const { found } = await told(text, 'x', 'grad', 0, 0);
  expect(found.terms.map(({ entry, through }) => [entry[1], through])).toEqual([
    [0, undefined],
    [0, 'mean'],
    [1, 'mean'],
    [0, 'deviation'],
    [1, 'deviation'],
  ]);
  for (const each of [value.found, found]) expect(distanceOf(each)).toBeLessThan(4 * 2 ** -23);
});

it('where the length is 0 the gradient of a unit vector is told as it was computed', async () => {
  const { found } = await told(
    'const x = torch.zeros(1, 2, { requires_grad: true }); const y = x.norm(); y.backward();',
    'x',
    'grad',
    0,
    0,
  );
  expect(found).toMatchObject({ value: 0, sum: 0 });
});

it('what is not kept any more is not told', async () => {
  const { explain } = await traceOf('\nconst y = torch.ones(2);');
  expect(explain({ pass: 3, node: 'n0', which: 'value', entry: [0] })).toBe(null);
  expect(explain({ pass: 0, node: 'n0', which: 'value', entry: [2] })).toBe(null);
  expect(explain({ pass: 0, node: 'n0', which: 'grad', entry: [0] })).toBe(null);
});
