/** Attention where nobody watches: one operation, block by block, with the numbers of the single operations. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import * as torch from '../../../src/engine/index.js';
import { install } from '../../../src/engine/tensor/observe.js';

const F = torch.nn.functional;
type T = torch.Tensor;

afterEach(() => {
  install(null);
  vi.restoreAllMocks();
});

/** The result and the gradients of its arguments; `watched`: by single operations. */
function found(make: () => [out: T, ...args: T[]], watched: boolean): T[] {
  torch.manual_seed(1);
  const names: string[] = [];
  if (watched) install({ operation: ({ name }) => void names.push(name) });
  const [out, ...args] = make();
  out.square().sum().backward();
  install(null);
  if (watched) expect(names).toEqual(expect.arrayContaining(['softmax']));
  return [out.detach(), ...args.map((x) => x.grad!)];
}

/** But for the last digits: narrow products add in an order that depends on how their matrices lie. */
function expectSame(make: () => [out: T, ...args: T[]], error = 1e-6): void {
  const watched = found(make, true);
  found(make, false).forEach((x, i) => {
    expect(x.stride(), String(i)).toEqual(watched[i]!.stride());
    const difference = x.sub(watched[i]!).abs().max().item();
    expect(difference / (1 + watched[i]!.abs().max().item()), String(i)).toBeLessThanOrEqual(error);
  });
}

const some = (dtype: torch.dtype, ...sizes: number[]): T =>
  torch
    .randn(...sizes)
    .to(dtype)
    .requires_grad_();

type Options = { is_causal?: boolean };
type Sizes = [batch: number, heads: number, rows: number, columns: number, size: number, width: number];

const cases: [name: string, sizes: Sizes, options: () => object, dtype?: torch.dtype][] = [
  ['small', [2, 3, 5, 7, 4, 3], () => ({})],
  ['larger', [2, 3, 33, 65, 8, 8], () => ({ scale: 0.3 })],
  ['causal', [2, 2, 40, 33, 8, 8], () => ({ is_causal: true })],
  ['in doubles', [2, 2, 40, 50, 8, 8], () => ({ is_causal: true }), torch.float64],
  ['with numbers as a mask', [2, 3, 30, 30, 8, 8], () => ({ attn_mask: torch.randn(30, 30) })],
  ['with a mask for each sample', [2, 3, 30, 30, 8, 8], () => ({ attn_mask: torch.randn(2, 1, 30, 30).gt(0) })],
  ['with queries that attend to nothing', [2, 2, 6, 6, 4, 4], () => ({ attn_mask: torch.ones(6, 6).tril(-1).to(torch.bool) })],
  ['in groups of heads', [4, 8, 100, 100, 8, 8], () => ({})],
];

describe('scaled dot product attention', () => {
  const made =
    ([batch, heads, rows, columns, size, width]: Sizes, options: () => object, dtype: torch.dtype = torch.float32) =>
    (): [T, ...T[]] => {
      const args = [
        some(dtype, batch, heads, rows, size),
        some(dtype, batch, heads, columns, size),
        some(dtype, batch, heads, columns, width),
      ] as const;
      return [F.scaled_dot_product_attention(...args, options() as Options), ...args];
    };

  it.each(cases)('%s: the same numbers', (_, sizes, options, dtype) => expectSame(made(sizes, options, dtype)));

  it.each([
    ['', () => ({})],
    [', causal', () => ({ is_causal: true })],
  ])('in groups of queries%s: sums over queries in another order', (_, options) => expectSame(made([1, 2, 400, 700, 8, 8], options), 1e-6));

  it('has gradients of gradients', () => {
    const args = [some(torch.float64, 1, 1, 3, 2), some(torch.float64, 1, 1, 4, 2), some(torch.float64, 1, 1, 4, 2)] as const;
    expect(torch.autograd.gradgradcheck((q: T, k: T, v: T) => F.scaled_dot_product_attention(q, k, v), [...args])).toBe(true);
  });

  it('never has all scores in memory', () => {
    const [q, k, v] = [1, 2, 3].map(() => some(torch.float32, 1, 4, 800, 16)) as [T, T, T];
    const made = [vi.spyOn(cpu, 'allocate'), vi.spyOn(cpu, 'zeros')];
    F.scaled_dot_product_attention(q, k, v).sum().backward();
    const lengths = made.flatMap(({ mock }) => mock.calls.map(([, length]) => length));
    expect(Math.max(...lengths)).toBeLessThan((800 * 800) / 4);
  });

  it('goes by single operations where a mask has a gradient', () => {
    const mask = torch.zeros(4, 4, { requires_grad: true });
    const [q, k, v] = [1, 2, 3].map(() => some(torch.float32, 1, 1, 4, 4)) as [T, T, T];
    F.scaled_dot_product_attention(q, k, v, { attn_mask: mask }).sum().backward();
    expect(mask.grad!.abs().sum().item()).toBeGreaterThan(0);
  });
});

describe('attention in several heads', () => {
  it.each([
    ['batch first', true, false],
    ['batch second', false, false],
    ['batch first, with masks', true, true],
    ['batch second, with masks', false, true],
  ])('%s: the same numbers', (_, batch_first, isMasked) => {
    const net = new torch.nn.MultiheadAttention(16, 4, { batch_first });
    const [length, batch] = batch_first ? [12, 5] : [5, 12];
    const masks = () => ({
      attn_mask: torch.ones(length, length).triu(1).to(torch.bool),
      key_padding_mask: torch.zeros(batch, length).to(torch.bool).index_put_([2, 3], torch.tensor(true)),
    });
    expectSame(() => {
      net.zero_grad();
      const x = some(torch.float32, 5, 12, 16);
      const [out] = net(x, x, x, { need_weights: false, ...(isMasked && masks()) }) as unknown as [T];
      return [out, x, ...net.parameters()];
    });
  });
});
