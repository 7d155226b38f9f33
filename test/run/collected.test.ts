import { describe, expect, it } from 'vitest';
import type { Pass } from '../../src/protocol/trace.js';
import { Collected } from '../../src/run/client/collected.js';

const pass = (index: number, backward: boolean): Pass => ({
  index,
  backward,
  root: null,
  loss: null,
  nodes: [],
  edges: [],
  backward_order: [],
});

describe('what a run has sent', () => {
  it.each([1, 2, 5])('keeps the last pass with gradients beside at most %i others', (most) => {
    const collected = new Collected(most);
    for (let i = 0; i < 40; i++) collected.addPass(pass(i, i < 30), null);
    const kept = collected.unfinished.passes.map(({ index }) => index);
    expect(kept).toContain(29);
    expect(kept.at(-1)).toBe(39);
    expect(kept.length).toBeLessThanOrEqual(most + 1);
  });
});
