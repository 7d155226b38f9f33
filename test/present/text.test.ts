import { describe, expect, it } from 'vitest';
import { heatMap } from '../../src/present/heatMap.js';
import { bytes, duration, number, typeText } from '../../src/present/numbers.js';
import { relativePath } from '../../src/host/files/paths.js';
import { costText, resultText } from '../../src/insight/results/statusText.js';
import { run } from '../insight/sample.js';

describe('numbers', () => {
  it('are short', () => {
    expect([0, 3, -2.5, 0.1 + 0.2, 1e-9, 123456789, null].map(number)).toEqual(['0', '3', '-2.5', '0.3', '1.000e-9', '1.235e+8', '–']);
    expect([12, 1500, 2_000_000, 123_456_789].map(bytes)).toEqual(['12 B', '1.5 KB', '2.0 MB', '123 MB']);
    expect([3.4, 1500, 61_000].map(duration)).toEqual(['3 ms', '1.5 s', '61 s']);
    expect([typeText('float32', [2, 3]), typeText('int64', [])]).toEqual(['float32[2, 3]', 'int64']);
  });
});

describe('paths', () => {
  it('are relative to the folder of the model', () => {
    expect(relativePath('/a/b', '/a/b/m.tl.ts')).toBe('m.tl.ts');
    expect(relativePath('/a/b', '/a/b/lib/n.ts')).toBe('lib/n.ts');
    expect(relativePath('/a/b', '/a/data.json')).toBe('../data.json');
    expect(relativePath('/', '/m.tl.ts')).toBe('m.tl.ts');
  });
});

describe('the result of a run in a few words', () => {
  it('has passes, loss, time and memory', () => {
    expect(resultText(run)).toBe('$(check) 2 passes, loss 8');
    expect(costText({ ...run, elapsed_ms: 12, peak_bytes: 2048 })).toBe('cpu · 12 ms · 2.0 KB');
  });

  it('says how a run failed', () => {
    expect(resultText({ ...run, status: 'timeout' })).toBe('$(watch) time limit reached');
    expect(resultText({ ...run, status: 'cancelled' })).toBe('$(circle-slash) stopped');
    expect(resultText({ ...run, status: 'error', error: { name: 'RuntimeError', message: 'x', source: null } })).toBe(
      '$(error) RuntimeError',
    );
  });
});

describe('a heat map', () => {
  it('has a cell for every element, red for positive, blue for negative, yellow for no number', () => {
    const svg = heatMap({ rows: 2, cols: 2, data: [1, -1, 0, null] });
    expect([...svg.matchAll(/fill="(#\w+)"/g)].map(([, colour]) => colour)).toEqual(['#d6453a', '#3168c8', '#e1e1e1', '#e6b400']);
  });
});
