import { describe, expect, it } from 'vitest';
import { measures, scaleOf } from '../../webview/graph/measure.js';
import { firstCut, nested, sliceOf } from '../../webview/inspector/slices.js';
import { readSettings } from '../../webview/settings.js';
import { failed, logisticRegression } from './fixtures/runs.js';

describe('slices', () => {
  const data = Array.from({ length: 24 }, (_, i) => i);

  it('cut a tensor of any rank', () => {
    const shape = [2, 3, 4];
    const slice = sliceOf(data, shape, { rowDim: 0, colDim: 2, at: [0, 1, 0] });
    expect([slice.rows, slice.cols]).toEqual([2, 4]);
    expect(slice.value(1, 2)).toBe(12 + 4 + 2);
    expect(slice.index(1, 2)).toEqual([1, 1, 2]);
  });

  it('leave a column a column, and take vectors and scalars', () => {
    expect(firstCut([5, 1])).toMatchObject({ rowDim: 0, colDim: 1 });
    expect(sliceOf([1, 2], [2, 1], firstCut([2, 1]))).toMatchObject({ rows: 2, cols: 1 });
    expect(sliceOf([1, 2, 3], [3], firstCut([3]))).toMatchObject({ rows: 1, cols: 3 });
    expect(sliceOf([7], [], firstCut([])).value(0, 0)).toBe(7);
  });

  it('nest as JSON', () => {
    expect(nested([1, 2, 3, 4], [2, 2])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(nested([5], [])).toBe(5);
  });
});

describe('measures', () => {
  const nodes = logisticRegression(1).passes[0]!.nodes;

  it('span what there is to see', () => {
    const scale = scaleOf(
      measures.find(({ id }) => id === 'grad')!,
      nodes,
    )!;
    expect(scale.min).toBeGreaterThan(0);
    expect(scale.max).toBeGreaterThanOrEqual(scale.min);
    expect(scaleOf(measures[0]!, nodes)).toBeNull();
    expect(
      scaleOf(
        measures.find(({ id }) => id === 'grad')!,
        failed().passes[0]!.nodes,
      ),
    ).toBeNull();
  });
});

describe('settings', () => {
  it('survive what an older version stored', () => {
    expect(readSettings(null).direction).toBe('TB');
    expect(readSettings({ direction: 'sideways', measure: 3, open: { f: ['a', 1] } })).toMatchObject({
      direction: 'TB',
      measure: 'kind',
      open: { f: ['a'] },
    });
    expect(readSettings({ direction: 'LR', pass: 4 })).toMatchObject({ direction: 'LR', pass: 4 });
  });
});
