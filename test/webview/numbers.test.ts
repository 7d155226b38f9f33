import { describe, expect, it } from 'vitest';
import { bytesText, elementsText, short, summaryText } from '../../webview/format.js';
import { measures, scaleOf } from '../../webview/graph/measure.js';
import { renderers, rendererOf } from '../../webview/graph/renderers/index.js';
import { firstCut, nested, sliceOf } from '../../webview/inspector/slices.js';
import { readSettings } from '../../webview/settings.js';
import { summarize } from './fixtures/builder.js';
import { failed, logisticRegression } from './fixtures/runs.js';
import fs from 'node:fs';
import path from 'node:path';

describe('numbers as text', () => {
  it.each([
    [0, '0'],
    [3, '3'],
    [0.69314, '0.6931'],
    [-12.3456, '-12.346'],
    [0.000012, '1.20e-05'],
    [1234567, '1.23e06'],
    [Number.NaN, 'nan'],
    [-Infinity, '-inf'],
    ['inf' as const, 'inf'],
    [null, '–'],
  ])('%s is "%s"', (value, text) => {
    expect(short(value)).toBe(text);
  });

  it('summarises tensors', () => {
    expect(summaryText(summarize([1], [0.5]))).toBe('0.5000');
    expect(summaryText(summarize([3], [1, 2, NaN]))).toBe('1 to 2, mean 1.5000, 1 NaN');
    expect(summaryText(null)).toBe('none');
    expect(elementsText(summarize([2], [0.12345, 2]), 3)).toBe('[0.123, 2]');
    expect(bytesText(2048)).toBe('2.0 KB');
  });
});

describe('slices', () => {
  const data = Array.from({ length: 24 }, (_, i) => i);

  it('cut a tensor of any rank', () => {
    const shape = [2, 3, 4];
    const slice = sliceOf(data, shape, { rowDim: 0, colDim: 2, at: [0, 1, 0] });
    expect([slice.rows, slice.cols]).toEqual([2, 4]);
    expect(slice.value(1, 2)).toBe(12 + 4 + 2);
    expect(slice.index(1, 2)).toEqual([1, 1, 2]);
  });

  it('lay a column down, and take vectors and scalars', () => {
    expect(firstCut([5, 1])).toMatchObject({ rowDim: 1, colDim: 0 });
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

describe('renderers', () => {
  it('are all in the list', () => {
    const folder = path.resolve(import.meta.dirname, '../../webview/graph/renderers');
    const files = fs.readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(renderers.map(({ name }) => name).sort()).toEqual(
      files.filter((file) => !['index', 'renderer', 'thumbnail'].includes(file)).sort(),
    );
  });

  it('are chosen by what there is to show', () => {
    const [x, w] = logisticRegression(1).passes[0]!.nodes;
    expect(rendererOf(x!).name).toBe('heatmap');
    expect(rendererOf(w!).name).toBe('numbers');
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
