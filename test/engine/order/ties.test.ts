import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

interface Case {
  dtype: 'int64' | 'float32';
  given: number[];
  /** Where a NaN replaces the number; mode sees the number. */
  nan: number | null;
  sort: number[][];
  stable: number[][];
  topk: [k: number, largest: boolean, sorted: boolean, indices: number[]][];
  mode: number;
}

/** What PyTorch computed: makeTies.py. */
const { cases, many } = JSON.parse(fs.readFileSync(new URL('./ties.json', import.meta.url), 'utf8')) as {
  cases: Case[];
  many: Record<'ascending' | 'descending' | 'floats' | 'topk', number[]>;
};

const of = ({ dtype, given, nan }: Case) => torch.tensor(given.map((v, i) => (i === nan ? NaN : v)), { dtype: torch[dtype] }); // prettier-ignore
const named = cases.map((one) => [one.given.length, Math.max(...one.given) + 1, one.dtype, one] as const);

describe('equal elements go where PyTorch puts them', () => {
  it.each(named)('%i elements of %i values, %s', (_, __, ___, one) => {
    const x = of(one);
    for (const descending of [false, true]) {
      expect(torch.sort(x, { descending }).indices.tolist()).toEqual(one.sort[Number(descending)]);
      expect(torch.argsort(x, { descending }).tolist()).toEqual(one.sort[Number(descending)]);
      expect(torch.sort(x, { descending, stable: true }).indices.tolist()).toEqual(one.stable[Number(descending)]);
    }
    for (const [k, largest, sorted, indices] of one.topk) {
      const found = torch.topk(x, k, { largest, sorted });
      expect(found.indices.tolist(), `topk of ${k}, ${largest}, ${sorted}`).toEqual(indices);
      expect(found.values.tolist()).toEqual(x.index_select(0, found.indices).tolist());
    }
    expect(torch.mode(torch.tensor(one.given, { dtype: torch[one.dtype] }), 0).indices.item()).toBe(one.mode);
  });

  it('in rows and columns as in one dim, and not among the elements of an expanded dim', () => {
    const [one] = cases.filter(({ given }) => given.length === 33);
    const x = of(one!);
    const rows = torch.stack([x, x.flip(0), x]);
    expect(rows.sort(1).indices[2]!.tolist()).toEqual(one!.sort[0]);
    expect(rows.t().sort(0).indices.t()[0]!.tolist()).toEqual(one!.sort[0]);
    expect(rows.t().topk(16, 0).indices.t()[2]!.tolist()).toEqual(one!.topk.find(([k]) => k === 16)![3]);
    expect(torch.zeros(1).expand(40).sort().indices.tolist()).toEqual(torch.arange(40).tolist());
  });

  it('among many, where whole numbers in one dim are sorted by their digits', () => {
    torch.manual_seed(7);
    const x = torch.randint(0, 50, [40000]);
    const sampled = (t: torch.Tensor) => (t.tolist() as number[]).filter((_, i) => i % 997 === 0);
    expect(sampled(x.sort().indices)).toEqual(many.ascending);
    expect(sampled(x.sort({ descending: true }).indices)).toEqual(many.descending);
    expect(sampled(x.to(torch.float32).sort().indices)).toEqual(many.floats);
    expect(sampled(x.topk(30000).indices)).toEqual(many.topk);
  });

  it('sorts what would be slow with a bad choice of middles', () => {
    const n = 20000;
    const pipe = torch.cat([torch.arange(n / 2), torch.arange(n / 2).flip(0)]);
    const { values, indices } = pipe.sort({ descending: true });
    expect(values.tolist()).toEqual((pipe.tolist() as number[]).sort((a, b) => b - a));
    expect(pipe.index_select(0, indices).equal(values)).toBe(true);
  });
});
