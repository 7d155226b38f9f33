import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/**
 * Compares how results lie in memory with what PyTorch recorded (makeStrides.py) for the same operations and inputs.
 */

type Tensor = torch.Tensor;

const base = torch.arange(120).reshape([4, 3, 2, 5]).sub(60).to(torch.float32);

const permuted = (order: number[]) => (t: Tensor) =>
  t
    .permute(order)
    .contiguous()
    .permute(order.map((_, d) => order.indexOf(d)));

const layouts: Record<string, (t: Tensor) => Tensor> = {
  contiguous: (t) => t,
  'permuted 0231': permuted([0, 2, 3, 1]),
  'permuted 3210': permuted([3, 2, 1, 0]),
  'permuted 1023': permuted([1, 0, 2, 3]),
  'permuted 2031': permuted([2, 0, 3, 1]),
  'permuted 0132': permuted([0, 1, 3, 2]),
  expanded: (t) => t.index('0:1').expand([4, 3, 2, 5]),
  'expanded inside': (t) => t.narrow(2, 0, 1).expand([4, 3, 2, 5]),
  stepped: (t) => torch.cat([t, t], 3).index('...', '::2'),
  'one channel': (t) => t.narrow(1, 0, 1).contiguous({ memory_format: torch.channels_last }),
  'one pixel': (t) => t.narrow(2, 0, 1).narrow(3, 0, 1).permute([3, 1, 2, 0]).contiguous().permute([3, 1, 2, 0]),
  row: (t) => t.at(0, 0, 0).contiguous(),
  'matrix transposed': (t) => t.at(0, 0).t().contiguous().t(),
  scalar: (t) => t.at(0, 0, 0, 0).clone(),
};

const operations: Record<string, (x: Tensor, y: Tensor) => Tensor> = {
  exp: (x) => x.exp(),
  neg: (x) => x.neg(),
  sigmoid: (x) => x.sigmoid(),
  clone: (x) => x.clone(),
  sort: (x) => (x.ndim > 0 ? x.sort(0) : x.sort()).values,
  softmax: (x) => x.softmax(-1),
  cumsum: (x) => x.cumsum(0),
  flip: (x) => (x.ndim > 0 ? x.flip(0) : x.flip([])),
  contiguous: (x) => x.contiguous(),
  zeros_like: (x) => torch.zeros_like(x),
  'mul 2': (x) => x.mul(2),
  double: (x) => x.double(),
  sum: (x) => x.sum(0, true),
  masked_fill: (x) => x.masked_fill(x.gt(0), 1),
  relu_: (x) => x.clone().relu_(),
  't_ twice': (x) => x.clone().transpose_(0, -1),
  reshape: (x) => x.reshape(-1),
  tril: (x) => x.tril(),
  add: (x, y) => x.add(y),
  mul: (x, y) => x.mul(y),
  lt: (x, y) => x.lt(y),
  where: (x, y) => torch.where(x.gt(0), x, y),
  addcmul: (x, y) => torch.addcmul(x, y, x),
  maximum: (x, y) => torch.maximum(x, y),
};

type Case = [operation: string, layout: string, other: string | null, strides: number[]];
const { cases } = JSON.parse(readFileSync(new URL('strides.json', import.meta.url), 'utf8')) as { cases: Case[] };

describe('strides of results', () => {
  it.each(Object.keys(operations))('of %s are those of PyTorch', (name) => {
    const own = cases.filter(([operation]) => operation === name);
    expect(own.length).toBeGreaterThan(5);
    const got = own.map(([, layout, other]) => {
      const x = layouts[layout]!(base);
      return [name, layout, other, operations[name]!(x, other ? layouts[other]!(base) : x).stride()];
    });
    expect(got).toEqual(own);
  });

  it('go with the same numbers, whatever they are', () => {
    for (const [name, layout, other] of cases.filter(([operation]) => operation !== 'reshape')) {
      const [x, y] = [layouts[layout]!(base), layouts[other ?? layout]!(base)];
      const plain = operations[name]!(x.contiguous(), y.contiguous());
      expect(operations[name]!(x, y).tolist(), `${name} of ${layout} and ${other}`).toEqual(plain.tolist());
    }
  });
});

describe('memory formats', () => {
  const x = torch.arange(24).reshape([1, 3, 2, 4]);
  const last = { memory_format: torch.channels_last };

  it('are kept by layers and forgotten by reductions', () => {
    const y = x.float().contiguous(last);
    expect(y.stride()).toEqual([24, 1, 12, 3]);
    expect(torch.nn.functional.max_pool2d(y, 2).is_contiguous(last)).toBe(true);
    expect(new torch.nn.Conv2d(3, 4, 1)(y).is_contiguous(last)).toBe(true);
    expect(y.mean([2, 3]).stride()).toEqual([3, 1]);
    expect(y.tolist()).toEqual(x.tolist());
  });

  it('need their dims', () => {
    expect(() => torch.ones(2, 3).contiguous(last)).toThrow('required rank 4 tensor to use channels_last format');
    expect(() => x.contiguous({ memory_format: torch.preserve_format })).toThrow('preserve memory format is unsupported');
  });

  it('turn the weights of a module, and its answers with them', () => {
    const net = new torch.nn.Conv2d(3, 4, 3).to(last);
    expect(net.weight.stride()).toEqual([27, 1, 9, 3]);
    expect(net(torch.randn(1, 3, 5, 5)).is_contiguous(last)).toBe(true);
  });
});

describe('a tensor that becomes a view of itself', () => {
  it('has the gradient of the view', () => {
    const x = torch.tensor([[1, 2, 3]], { dtype: torch.float32, requires_grad: true });
    const y = x.mul(2).t_();
    expect([y.shape.toString(), String(y.grad_fn)]).toEqual(['torch.Size([3, 1])', '<TBackward1 object>']);
    y.mul(torch.tensor([[1], [10], [100]]))
      .sum()
      .backward();
    expect(x.grad!.tolist()).toEqual([[2, 20, 200]]);
    expect(() => x.t_()).toThrow('a leaf Variable that requires grad is being used in an in-place operation.');
  });
});

describe('the bytes of a tensor as another dtype', () => {
  it('share memory', () => {
    const x = torch.tensor([1, -2]).float();
    const bits = x.view(torch.int32);
    expect(bits.tolist()).toEqual([1065353216, -1073741824]);
    bits.bitwise_and_(2147483647);
    expect(x.tolist()).toEqual([1, 2]);
    expect(x._version).toBe(1);
  });

  it('have to fit', () => {
    expect(() => torch.ones(2, 3).view(torch.float64)).toThrow(
      'self.size(-1) must be divisible by 2 to view Float as Double (different element sizes), but got 3',
    );
    expect(() => torch.ones(2).view(torch.int64)).toThrow(/is kept in another way here/);
  });
});

describe('random numbers', () => {
  it('are drawn in the order of memory', () => {
    torch.manual_seed(0);
    const drawn = torch.rand(3, 2).t();
    torch.manual_seed(0);
    expect(torch.zeros(3, 2).t().uniform_().tolist()).toEqual(drawn.tolist());
    torch.manual_seed(0);
    expect(torch.rand_like(torch.zeros(3, 2).t()).tolist()).toEqual(drawn.tolist());
  });
});
