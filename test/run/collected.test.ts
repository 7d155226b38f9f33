import { describe, expect, it } from 'vitest';
import { emptyRun } from '../../src/protocol/trace.js';
import type { PassHead } from '../../src/protocol/runnerApi.js';
import { Collected } from '../../src/run/client/collected.js';

const NOTHING = { sources: [], dtypes: [], call: null, failed: false };
const pass = (index: number, backward: boolean, loss: PassHead['loss'] = null): PassHead => ({
  index,
  backward,
  root: null,
  loss,
  digest: NOTHING,
});
const unread = () => expect.fail('Nobody looks at it.');

describe('what a run has sent', () => {
  it.each([1, 2, 5])('keeps the last pass with gradients beside at most %i others', (most) => {
    const collected = new Collected(most, unread);
    for (let i = 0; i < 40; i++) collected.addPass(pass(i, i < 30), unread);
    const kept = collected.unfinished.passes.map(({ index }) => index);
    expect(kept).toContain(29);
    expect(kept.at(-1)).toBe(39);
    expect(kept.length).toBeLessThanOrEqual(most + 1);
  });

  it.each([1, 4, 50])('has all that a runner keeps which thins its passes out to %i, however many were sent meanwhile', (most) => {
    const collected = new Collected(most, unread);
    for (let i = 0; i < 1000; i++) collected.addPass(pass(i, true, i === 700 ? 'nan' : 1), unread);
    let stride = 1;
    while (1000 / stride > Math.max(1, most - 1)) stride *= 2;
    const kept = [...Array.from({ length: Math.ceil(1000 / stride) }, (_, i) => i * stride), 699, 700, 999].sort((a, b) => a - b);
    // At the end, the needed passes are sent first, and the others after them.
    for (const index of [999, ...kept]) collected.addPass(pass(index, true, index === 700 ? 'nan' : 1), unread);
    const { passes } = collected.finished({ ...emptyRun({ file: '', mode: 'backward', backend: 'cpu', status: 'ok', error: null }), kept });
    expect([...new Set(passes.map(({ index }) => index))]).toEqual([...new Set(kept)]);
  });
});
