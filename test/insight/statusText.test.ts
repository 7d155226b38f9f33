import { describe, expect, it } from 'vitest';
import { costText, outputText, progressSentence, resultText } from '../../src/insight/results/statusText.js';
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

  it('has what was printed where that is short, else how much it is', () => {
    expect(outputText(['done'])).toBe('Output: done');
    expect(outputText(['a', 'b'])).toBe('2 lines of output');
    expect(outputText(['x'.repeat(200)])).toBe('1 line of output');
  });

  it('says how far a run is, how fast, and what is left where that is known', () => {
    const progress = { passes: 50, loss: 0.5, operations: 1000 };
    expect(progressSentence(progress, 10_000, null)).toBe('50 passes · loss 0.5000 · 5 passes/s');
    expect(progressSentence(progress, 10_000, 200)).toBe('pass 50 of 200 · loss 0.5000 · 5 passes/s · 30 s left');
    // The source promised fewer passes than there are: it was read wrongly, or it changed the bound.
    expect(progressSentence(progress, 10_000, 20)).toBe('50 passes · loss 0.5000 · 5 passes/s');
    expect(progressSentence({ ...progress, passes: 1, loss: null }, 10_000, 200)).toBe('pass 1 of 200');
  });
});
