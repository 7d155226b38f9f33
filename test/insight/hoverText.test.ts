import { describe, expect, it } from 'vitest';
import { type HoverContext, hoverText } from '../../src/insight/hover/hoverText.js';
import { RunIndex } from '../../src/insight/results/runIndex.js';
import { subjectAt } from '../../src/insight/hover/subject.js';
import { defaultTheme } from '../../src/present/defaultThemes.js';
import { gradientIn } from '../../src/insight/hover/gradientIn.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { run, summary } from './sample.js';

const index = new RunIndex(run);
const context: HoverContext = {
  uri: 'file:///sample.tl.ts',
  stale: false,
  passCount: 2,
  keptPasses: [0, 1],
  backend: 'cpu',
  dims: null,
  isDocumented: false,
  theme: defaultTheme('dark'),
  locate: ({ line }) => `file:///sample.tl.ts#L${line}`,
};
const hover = (line: number, column: number, chosen: number | null, rest: Partial<HoverContext> = {}) =>
  hoverText(subjectAt(index, index.placeAt('sample.tl.ts', line, column)!, chosen)!, { ...context, ...rest });

describe('a hover', () => {
  it('tells shape, dtype, grad_fn, value, gradient and how often a name held a tensor', () => {
    const text = hover(4, 9, null);
    expect(text).toContain('**`y`**&ensp;`float32[2]`');
    expect(text).toContain('`grad_fn=<AddBackward0>`');
    expect(text).toContain('```python\ntensor([4, 4])\n```');
    expect(text).toContain('Gradient\n```python\ntensor([1, 1])\n```');
    expect(text).toContain('| value | &ensp;4 | &ensp;4 | &ensp;4 | &ensp;5.6569 |');
    expect(text).toContain('held 2 tensors in this run');
    expect(text).toContain('pass 2 of 2');
  });

  it('tells what autograd keeps for an operation, its times, and those of all that its line made', () => {
    const saved = [{ name: 'input', bytes: 8, storage: 1, node: 'n0' }];
    const costs: Record<string, Partial<TraceNode>> = {
      mul: { saved, time_ms: 0.5, backward_ms: 0.25 },
      add: { saved, time_ms: 1, backward_ms: 2 },
    };
    const passes = run.passes.map((pass) => ({ ...pass, nodes: pass.nodes.map((node) => ({ ...node, ...costs[node.op] })) }));
    const known = new RunIndex({ ...run, passes });
    const text = hoverText(subjectAt(known, known.placeAt('sample.tl.ts', 5, 6)!, null)!, context);
    expect(text).toContain('kept for backward: input 8 B until step 3 of 4 of the backward pass · forward 500 µs · backward 250 µs');
    // Both nodes begin in line 4 and keep the same memory.
    expect(text).toContain('all of line 4: 2 nodes · 8 B kept · forward 1.5 ms · backward 2.25 ms');
    expect(hover(5, 6, null)).not.toContain('forward');
  });

  it('follows the chosen pass', () => {
    expect(hover(4, 9, 0)).toContain('tensor([3, 3])');
    expect(hover(4, 9, 0)).toContain('pass 1 of 2');
  });

  it('speaks of the innermost expression', () => {
    expect(hover(5, 6, null)).toContain('**`mul`**');
    expect(hover(6, 6, null)).toContain('**`y`**');
    expect(hover(7, 5, null)).toContain('**`sum`**&ensp;`float32`');
  });

  it('says that a leaf wants a gradient, and when it is out of date', () => {
    expect(hover(2, 7, null)).toContain('`requires_grad=True`');
    expect(hover(2, 7, null, { stale: true })).toContain('from before the last edit');
  });

  it('links to the node and to the passes beside', () => {
    const links = [...hover(4, 9, 0).matchAll(/command:(\S+?)\?(\S+?)\)/g)].map(([, id, args]) => [
      id,
      JSON.parse(decodeURIComponent(args!)),
    ]);
    expect(links).toEqual([
      ['tensorLens.choosePass', ['file:///sample.tl.ts', 1]],
      ['tensorLens.showNode', ['file:///sample.tl.ts', '6:12:add', 0]],
    ]);
  });

  it('warns of NaN and draws larger tensors', () => {
    const subject = subjectAt(index, index.placeAt('sample.tl.ts', 4, 9)!, null)!;
    const broken = { ...subject, value: summary(Array(16).fill(1), { nan: 2, inf: 1 }), text: null };
    expect(hoverText(broken, context)).toContain('2 of 16 elements are NaN, 1 are infinite.');
    expect(hoverText(broken, context)).toContain('![value](data:image/svg+xml;utf8,');
    expect(hoverText(subject, context)).not.toContain('data:image');
  });

  it('tells where the tensor was made, and what an operation computes, with the names of its tensors', () => {
    expect(hover(4, 9, null)).toContain('made on [line 4](file:///sample.tl.ts#L4)');
    const signature = 'mul(Tensor input, Tensor|Scalar other, *, Tensor? out=None)';
    const words = { signature, doc: 'Multiplies.', formula: 'out = input · other', gradient: 'input: g · other' };
    const mul = { ...words, kind: { is: 'elementwise' } } as const;
    const passes = run.passes.map((pass) => ({
      ...pass,
      nodes: pass.nodes.map((node) => (node.op === 'mul' ? { ...node, attributes: 'other=3' } : node)),
      edges: pass.edges.map((edge) => ({ ...edge, argument: 'input' })),
    }));
    const known = new RunIndex({ ...run, passes, operations: { mul } });
    const text = hoverText(subjectAt(known, known.placeAt('sample.tl.ts', 5, 6)!, null)!, context);
    expect(text).toContain('`mul(other=3)` Multiplies.\n```text\nmul = w · 3\n∂w = ∂mul · 3\n```');
    expect(hover(4, 9, null)).not.toContain('Multiplies');
    // TypeScript's hover beside ours already shows the sentence.
    const beside = hoverText(subjectAt(known, known.placeAt('sample.tl.ts', 5, 6)!, null)!, { ...context, isDocumented: true });
    expect(beside).not.toContain('Multiplies');
    expect(beside).toContain('mul = w · 3');
  });

  it('counts what a name held, and not what an expression made in one of many passes', () => {
    expect(hover(4, 9, null)).toContain('held 2 tensors in this run');
    expect(hover(5, 6, null)).not.toContain('held');
  });

  it('tells the gradient where `.grad` is pointed at, that of the pass that is shown', () => {
    const [binding] = run.bindings;
    const text = hoverText(subjectAt(index, { range: binding!.source, binding: binding!, isGradient: true }, 0)!, context);
    expect(text).toContain('**`w.grad`**&ensp;`float32[2]`');
    expect(text).toContain('```python\ntensor([3, 3])\n```');
    expect(text).not.toMatch(/no gradient wanted|requires_grad|Gradient/);
    const parameter = { range: binding!.source, binding: null, parameter: 'w', isGradient: true };
    expect(hoverText(subjectAt(index, parameter, 0)!, context)).toContain('**`w.grad`**');
    expect(subjectAt(index, { ...parameter, parameter: 'v' }, 0)).toBeNull();
  });

  it('names the dimensions that are known, and links to what the tensor was computed from', () => {
    expect(hover(4, 9, null, { dims: ['batch'] })).toContain('`float32[batch=2]`');
    expect(hover(4, 9, null)).toContain('computed from [`mul`](file:///sample.tl.ts#L4)');
    expect(hover(2, 7, null)).not.toContain('computed from');
  });

  it('draws a curve of one dimension, and a heat map of two', () => {
    const subject = subjectAt(index, index.placeAt('sample.tl.ts', 4, 9)!, null)!;
    const svg = (shape: number[]) => decodeURIComponent(hoverText({ ...subject, shape, value: summary(Array(16).fill(1)) }, context));
    expect(svg([16])).toContain('<path');
    expect(svg([4, 4])).not.toContain('<path');
  });

  it('cannot be broken out of by a name', () => {
    const subject = { ...subjectAt(index, index.placeAt('sample.tl.ts', 4, 9)!, null)!, title: 'a`](command:x)`' };
    expect(hoverText(subject, context)).toContain("**`a'](command:x)'`**");
  });
});

describe('a .grad in a line', () => {
  it('is found by its word, with the tensor or the parameter that it is of', () => {
    const line = 'w -= w.grad! * net.fc.weight.grad; blocks[0].bias.grad = gradient.x;';
    const at = (word: string) => gradientIn(line, line.indexOf(word) + word.length);
    expect(at('w.grad')).toEqual({ column: 8, endColumn: 12, of: 6, parameter: null });
    expect(at('weight.grad')).toMatchObject({ parameter: 'fc.weight' });
    expect(at('bias.grad')).toMatchObject({ parameter: '0.bias' });
    expect([gradientIn(line, 1), gradientIn(line, line.indexOf('gradient') + 2)]).toEqual([null, null]);
  });
});
