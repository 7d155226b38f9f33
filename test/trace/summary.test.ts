import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { cellsOf, packCells } from '../../src/protocol/cells.js';
import { Snapshot } from '../../src/trace/recording/snapshot.js';
import { summaryOf } from '../../src/trace/writing/summary.js';

const of = (tensor: torch.Tensor, maxValues = 100) => summaryOf(new Snapshot(tensor), maxValues);

describe('summaries', () => {
  it('are over the finite elements', () => {
    const summary = of(torch.tensor([1, 2, NaN, 3, Infinity, -Infinity, 6]));
    expect(summary).toMatchObject({ min: 1, max: 6, mean: 3, nan: 1, inf: 2, numel: 7, data: [1, 2, 'nan', 3, 'inf', '-inf', 6] });
    expect(summary.std).toBeCloseTo(Math.sqrt(14 / 3), 6);
    expect(summary.norm).toBeCloseTo(Math.sqrt(50), 6);
    expect(summary.histogram).toMatchObject({ min: 1, max: 6 });
    expect(summary.histogram!.counts.reduce((a, b) => a + b)).toBe(4);
    expect(summary.thumbnail).toEqual({ rows: 1, cols: 7, data: packCells([1, 2, null, 3, null, null, 6]) });
  });

  it('have nothing to say of nothing finite', () => {
    expect(of(torch.tensor([NaN]))).toMatchObject({ min: null, max: null, mean: null, std: null, norm: null, histogram: null, nan: 1 });
    expect(of(torch.ones(0, 3))).toMatchObject({ min: null, numel: 0, thumbnail: null, data: [] });
    expect(of(torch.tensor(5))).toMatchObject({
      min: 5,
      std: null,
      histogram: null,
      thumbnail: { rows: 1, cols: 1, data: packCells([5]) },
      text: 'tensor(5)',
    });
  });

  it('read views in their own order', () => {
    const x = torch.arange(6).reshape(2, 3);
    expect(of(x.t()).data).toEqual([0, 3, 1, 4, 2, 5]);
    expect(of(x.index(':', '1:')).data).toEqual([1, 2, 4, 5]);
    expect(of(torch.arange(3).expand(2, 3)).data).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('of what was expanded read each element once, however many it stands for', () => {
    const row = torch.tensor([1, NaN, 3, 4]).reshape(4, 1);
    const few = of(row.expand(4, 100), 0);
    const many = of(row.expand(1e6, 4, 1e6), 0);
    expect(many).toMatchObject({ min: 1, max: 4, nan: 1e12, inf: 0, numel: 4e12 });
    expect(many.mean).toBeCloseTo(few.mean!, 6);
    // With so many elements, it does not matter that the deviation divides by one less.
    expect(many.std).toBeCloseTo(few.std! * Math.sqrt(299 / 300), 6);
    expect(many.norm! / few.norm!).toBeCloseTo(1e5, 4);
    expect(many.histogram!.counts.reduce((a, b) => a + b)).toBe(3e12);
    expect(many.thumbnail).toMatchObject({ rows: 16, cols: 16 });
    const cells = cellsOf(many.thumbnail!);
    expect(cells.slice(0, 2)).toEqual([cells[0], cells[0]]);
    const stripes = of(torch.arange(4).expand(1e6, 4), 0).thumbnail!;
    expect([stripes.rows, stripes.cols, cellsOf(stripes).slice(0, 4)]).toEqual([16, 4, [0, 1, 2, 3]]);
    expect(String(torch.ones(1).expand(1e12))).toBe('tensor([1., 1., 1.,  ..., 1., 1., 1.])');
    expect(String(torch.arange(2).reshape(2, 1).expand(1e6, 2, 1e6))).toContain('[1, 1, 1,  ..., 1, 1, 1]');
  });

  it('shrink large tensors to means of blocks, leading dims as rows', () => {
    const { thumbnail, data, text } = of(torch.arange(64 * 32).reshape(2, 32, 32), 10);
    expect([thumbnail!.rows, thumbnail!.cols, data, text]).toEqual([16, 16, undefined, undefined]);
    const block = [0, 1, 2, 3].flatMap((row) => [row * 32, row * 32 + 1]);
    expect(cellsOf(thumbnail!)[0]).toBe(block.reduce((a, b) => a + b) / 8);
  });

  it('of very large tensors have exact statistics, and pictures of a sample', () => {
    const { mean, min, max, histogram, thumbnail } = of(
      torch
        .arange(1024 * 1024)
        .reshape(1024, 1024)
        .to(torch.float64),
      0,
    );
    expect([mean, min, max]).toEqual([(1024 * 1024 - 1) / 2, 0, 1024 * 1024 - 1]);
    const share = histogram!.counts.map((count) => (count * 24) / histogram!.counts.reduce((a, b) => a + b));
    expect(share.every((s) => Math.abs(s - 1) < 0.01)).toBe(true);
    expect(cellsOf(thumbnail!)[0]).toBeGreaterThan(64 * 1024 * 0.45);
    expect(cellsOf(thumbnail!)[0]).toBeLessThan(64 * 1024 * 0.55);
  });

  it('put the largest element into the last bin', () => {
    const { counts } = of(torch.tensor([0, 1])).histogram!;
    expect([counts.length, counts[0], counts.at(-1)]).toEqual([24, 1, 1]);
    expect(of(torch.tensor([2, 2])).histogram!.counts[0]).toBe(2);
  });
});
