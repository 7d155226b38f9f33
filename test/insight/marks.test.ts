import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/insight/inline/marks.js';
import { run, summary } from './sample.js';

const pass = run.passes[0]!;
const withNode = (id: string, rest: object) => ({
  ...pass,
  nodes: pass.nodes.map((node) => (node.id === id ? { ...node, ...rest } : node)),
});

describe('marks', () => {
  it('are none for a healthy pass', () => {
    expect(marksOf(pass)).toEqual([]);
  });

  it('find NaN and infinity in values and in gradients', () => {
    expect(marksOf(withNode('n2', { value: summary([1, 1], { nan: 1 }) }))).toMatchObject([{ line: 6, kind: 'broken', nan: 1, inf: 0 }]);
    expect(marksOf(withNode('n3', { grad: summary([1], { inf: 1 }) }))).toMatchObject([{ line: 7, kind: 'broken', inf: 1 }]);
  });

  it('say nothing of infinities that were asked for and went nowhere: a mask, the padding of a maximum', () => {
    expect(marksOf(withNode('n1', { value: summary([1, 1], { inf: 1 }) }))).toEqual([]);
    const result = withNode('n3', { value: summary([1], { inf: 1 }) });
    expect(marksOf(result)).toMatchObject([{ line: 7, kind: 'broken', inf: 1 }]);
  });

  it('say nothing of a gradient whose parts are large and come to nothing', () => {
    const cancelled = { value: summary([1]), grad: summary([1e-12]) };
    expect(marksOf(withNode('n0', cancelled))).toEqual([]);
  });

  it('find a gradient that vanished beside the others', () => {
    expect(marksOf(withNode('n1', { grad: summary([1e-12, 0]) }))).toMatchObject([{ line: 5, kind: 'vanished', norm: 1e-12 }]);
  });
});
