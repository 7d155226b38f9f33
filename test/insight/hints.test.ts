import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../src/insight/inline/hints.js';
import { RunIndex } from '../../src/insight/results/runIndex.js';
import type { Run } from '../../src/protocol/trace.js';
import { at, file, range, run, summary, text } from './sample.js';

const hints = (of: Run, source = text, chosen: number | null = null) =>
  hintsOf(new RunIndex(of), file, chosen, source).map(({ after, text: label, isName }) => [after.endLine, after.endColumn, label, isName]);

describe('hints', () => {
  it('follow names, and calls in the middle of a chain', () => {
    expect(hints(run)).toEqual([
      [2, 8, 'float32[2]', true],
      [4, 10, 'float32[2]', true],
      [5, 12, 'float32[2]', false],
    ]);
  });

  it('follow what a function returns', () => {
    const source = 'const f = (x) => {\n  return x.sum();\n};\n';
    const pass = { ...run.passes[0]!, nodes: [{ ...run.passes[0]!.nodes[3]!, source: at(2, 10, 2, 17) }] };
    expect(hints({ ...run, bindings: [], passes: [pass] }, source)).toEqual([[2, 17, 'float32', false]]);
  });

  it('speak of the chosen pass', () => {
    const first = run.passes[0]!;
    const wide = { ...first, nodes: first.nodes.map((n) => (n.label === 'y' ? { ...n, shape: [2, 7], value: summary([1]) } : n)) };
    const changed = { ...run, passes: [wide, run.passes[1]!] };
    expect(hints(changed, text, 0)).toContainEqual([range.y.endLine, range.y.endColumn, 'float32[2, 7]', true]);
    expect(hints(changed, text, 1)).toContainEqual([range.y.endLine, range.y.endColumn, 'float32[2]', true]);
  });
});
