import { describe, expect, it } from 'vitest';
import { kindsOf, tilesOf, type PictureFacts } from '../../../src/present/pictures/kinds.js';
import { pca } from '../../../src/present/pictures/pca.js';

const facts = (shape: number[], more: Partial<PictureFacts> = {}): PictureFacts => ({
  shape,
  op: 'conv2d',
  module: '',
  isParameter: false,
  isGradient: false,
  min: -1,
  max: 1,
  field: null,
  ...more,
});

describe('what a tensor is a picture of', () => {
  it.each([
    ['a batch of images', facts([48, 1, 8, 8]), ['images', 'heat']],
    ['filters', facts([6, 1, 3, 3], { isParameter: true, module: 'Conv2d' }), ['images', 'heat']],
    ['colours', facts([2, 3, 8, 8], { min: 0 }), ['colour', 'images', 'heat']],
    ['attention', facts([2, 4, 5, 5], { op: 'softmax', min: 0 }), ['heads', 'heat']],
    ['an embedding', facts([10, 4], { isParameter: true, module: 'Embedding' }), ['points', 'heat']],
    ['a table', facts([10, 4]), ['heat', 'points']],
    ['a vector', facts([10]), ['heat']],
    ['1 x 1 filters', facts([8, 4, 1, 1]), ['heat']],
    ['probabilities of rows with two features', facts([8, 1], { op: 'sigmoid', field: 'plane' }), ['plane', 'heat']],
    ['scores of them', facts([8, 3], { op: 'linear', field: 'plane' }), ['heat', 'plane', 'points']],
    ['a weight', facts([2, 1], { isParameter: true, field: 'landscape' }), ['heat', 'landscape']],
    ['a bias', facts([1], { isParameter: true, field: 'landscape' }), ['number', 'landscape']],
    ['a loss', facts([], { op: 'mean' }), ['number']],
  ])('%s', (_, given, kinds) => {
    expect(kindsOf(given)).toEqual(kinds);
  });

  it('puts batch and channels in rows and columns, and one of them in both', () => {
    expect(tilesOf([2, 3, 4, 4], false, 8)).toMatchObject({ rows: 2, cols: 3, starts: [0, 16, 32, 48, 64, 80] });
    expect(tilesOf([6, 1, 3, 3], false, 8)).toMatchObject({ rows: 2, cols: 3, all: 6 });
    expect(tilesOf([2, 3, 4, 4], true, 8)).toMatchObject({ rows: 1, cols: 2, starts: [0, 48] });
    expect(tilesOf([100, 1, 4, 4], false, 8).starts).toHaveLength(64);
  });
});

describe('principal components', () => {
  it('find the line that points lie on', () => {
    const data = [-2, -1, 0, 1, 2].flatMap((s) => [3 * s + 1, 4 * s - 2, 0.01 * (s * s)]);
    const { points, shares } = pca(data, 5, 3);
    expect(points.map(([x]) => Math.round(x))).toEqual([-10, -5, 0, 5, 10]);
    expect(shares[0]).toBeGreaterThan(0.999);
    expect(shares[0] + shares[1]).toBeLessThanOrEqual(1.000001);
  });
});
