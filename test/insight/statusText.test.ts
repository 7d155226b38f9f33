import { describe, expect, it } from 'vitest';
import { costText, resultText } from '../../src/insight/results/statusText.js';
import { run } from './sample.js';

describe('the result of a run in a few words', () => {
  it('has passes, loss, time and memory', () => {
    expect(resultText(run)).toBe('$(check) 2 passes, loss 8');
    expect(costText({ ...run, elapsed_ms: 12, peak_bytes: 2048 })).toBe('cpu · 12 ms · 2.0 KB');
  });

  it('counts the tensors of a run that computed nothing', () => {
    expect(resultText({ ...run, passes: [], pass_count: 0 })).toBe('$(check) 2 tensors');
  });

  it('says how a run failed', () => {
    expect(resultText({ ...run, status: 'timeout' })).toBe('$(watch) time limit reached');
    expect(resultText({ ...run, status: 'cancelled' })).toBe('$(circle-slash) stopped');
    const partial = { ...run, status: 'cancelled', partial: true, pass_count: 3 } as const;
    expect(resultText(partial)).toMatch(/^\$\(circle-slash\) stopped · partial: 3 passes/);
    expect(resultText({ ...run, status: 'error', error: { name: 'RuntimeError', message: 'x', source: null } })).toBe(
      '$(error) RuntimeError',
    );
  });
});
