import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** The same product in float64, for which no special kernel is used. */
const exact = (a: torch.Tensor, b: torch.Tensor) => a.double().matmul(b.double());

describe('the float32 matrix product', () => {
  const sizes = [
    [32, 32, 32],
    [33, 37, 41],
    [6, 8, 400],
    [100, 7, 300],
    [1, 512, 64],
    [97, 260, 259],
    [128, 1, 256],
  ] as const;

  it.each(sizes)('%i × %i, depth %i', (m, n, k) => {
    torch.manual_seed(1);
    const a = torch.randn(m, k);
    const b = torch.randn(k, n);
    const worst = (x: torch.Tensor, y: torch.Tensor) => x.double().sub(y).abs().max().item() / Math.sqrt(k);
    expect(worst(a.matmul(b), exact(a, b))).toBeLessThan(5e-6);
    const at = torch.randn(k, m).t();
    const bt = torch.randn(n, k).t();
    expect(worst(at.matmul(bt), exact(at, bt))).toBeLessThan(5e-6);
  });

  it.each([
    [8, 9, 8],
    [32, 16, 16],
    [5, 7, 40],
    [1, 1, 600],
    [31, 17, 29],
  ])('%i × %i, depth %i: small ones of whole numbers are exact, however they lie', (m, n, k) => {
    torch.manual_seed(5);
    const [a, b] = [torch.randint(-9, 9, [m, k]).float(), torch.randint(-9, 9, [k, n]).float()];
    const want = exact(a, b).float().tolist();
    for (const x of [a, a.t().contiguous().t()]) for (const y of [b, b.t().contiguous().t()]) expect(x.mm(y).tolist()).toEqual(want);
    expect(
      a
        .expand(2, m, k)
        .bmm(b.expand(2, k, n))[1]!
        .tolist(),
    ).toEqual(want);
  });

  it('leaves zeros out of a product of doubles, but not what zero times infinity is', () => {
    torch.manual_seed(6);
    const b = torch.randn(12, 9).double();
    const a = torch.zeros(10, 12).double();
    a.index_put_([3, 5], 2);
    const want = torch.zeros(10, 9).double().index_put_([3], b[5]!.mul(2)).tolist();
    expect(a.mm(b).tolist()).toEqual(want);
    expect(b.t().mm(a.t()).t().tolist()).toEqual(want);
    b.index_put_([0, 1], Infinity);
    for (const product of [a.mm(b), b.t().mm(a.t()).t()]) {
      expect(product.isnan().nonzero().tolist()).toEqual(Array.from({ length: 10 }, (_, i) => [i, 1]));
      expect(product[3]![0]!.item()).toBe(2 * b[5]![0]!.item());
    }
  });

  it('takes batches, slices and expanded matrices', () => {
    torch.manual_seed(2);
    const a = torch.randn(3, 40, 50);
    const b = torch.randn(50, 44).expand(3, 50, 44);
    expect(a.bmm(b).double().sub(exact(a, b)).abs().max().item()).toBeLessThan(2e-5);
    const c = torch.randn(80, 100).index('::2', '10:60');
    expect(
      c
        .matmul(b.select(0, 1))
        .double()
        .sub(exact(c, b.select(0, 1)))
        .abs()
        .max()
        .item(),
    ).toBeLessThan(2e-5);
  });

  it('keeps NaN and infinity where they belong', () => {
    const a = torch.ones(40, 40);
    a.index_put_([3, 5], NaN);
    a.index_put_([7, 5], Infinity);
    const out = a.mm(torch.ones(40, 40));
    expect(out.isnan().sum().item()).toBe(40);
    expect(out.isinf().sum().item()).toBe(40);
  });
});
