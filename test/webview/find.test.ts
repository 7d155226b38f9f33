import { describe, expect, it } from 'vitest';
import { keyAction } from '../../webview/keyboard.js';
import { compare } from '../../src/graph/compare.js';
import { flowsInto } from '../../src/graph/flows.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { cone } from '../../src/graph/passGraph.js';
import { comparisonText } from '../../src/present/comparison.js';
import { stepsOf } from '../../src/graph/steps.js';
import { jumps, search } from '../../webview/find/query.js';
import { sourceTextOf } from '../../webview/find/sourceText.js';
import { neighbour } from '../../webview/graph/navigate.js';
import { layout } from '../../src/graph/layout/layout.js';
import { boundsOf, requestFor } from '../../src/present/nodes/scene.js';
import { viewOf } from '../../src/graph/view.js';
import { dynamic, failed, logisticRegression, transformer } from './fixtures/runs.js';

const logistic = buildGraph(logisticRegression(1).passes[0]!, false);
const names = (nodes: Iterable<number>) => [...nodes].map((i) => logistic.nodes[i]!.label ?? logistic.nodes[i]!.op).sort();
const at = (name: string) => logistic.nodes.findIndex(({ op, label }) => op === name || label === name);

const file = '06-logistic-regression.tl.ts';
const sourceText = sourceTextOf({
  [file]: Array.from({ length: 30 }, (_, i) => (i === 15 ? '  const a = z.sigmoid(); // squash' : '')).join('\n'),
});

describe('the source of a node', () => {
  it('is all lines that it touches', () => {
    const text = sourceTextOf({ a: 'one(\n  two,\n);\nlast' });
    expect(text({ file: 'a', line: 1, column: 1, endLine: 3, endColumn: 2 })).toBe('one( two, );');
    expect(text({ file: 'b', line: 1, column: 1, endLine: 3, endColumn: 2 })).toBe('');
  });
});

describe('search', () => {
  it.each([
    ['sigmoid', ['a']],
    ['[32, 2]', ['x']],
    ['parameter', ['b', 'w']],
    ['line 17', ['loss']],
    ['z.sigmoid()', ['a']],
    ['squash', ['a']],
    ['leaf [32', ['x', 'y']],
    ['nothing-like-that', []],
    ['', []],
  ])('finds by "%s"', (query, expected) => {
    expect(names(search(logistic, query, sourceText))).toEqual(expected);
  });

  it('finds by module', () => {
    const graph = buildGraph(transformer(2).passes[0]!, false);
    const found = search(graph, 'blocks.1.attn softmax', sourceText);
    expect(found.map((i) => graph.nodes[i]!.op)).toEqual(['softmax']);
  });

  it('knows special words', () => {
    const graph = buildGraph(failed().passes[0]!, true);
    expect(search(graph, 'nan', sourceText).map((i) => graph.nodes[i]!.op)).toEqual(['log']);
  });
});

describe('cones', () => {
  it('are what a node depends on and what depends on it', () => {
    expect(names(cone(logistic, at('add'), 'up'))).toEqual(['b', 'matmul', 'w', 'x', 'z']);
    expect(names(cone(logistic, at('add'), 'down'))).toEqual(['a', 'loss', 'z']);
  });
});

describe('jumps', () => {
  const jump = (id: string) => jumps.find((one) => one.id === id)!;

  it('go to the loss and the largest gradient', () => {
    expect(names(jump('loss').find(logistic))).toEqual(['loss']);
    expect(names(jump('largest-gradient').find(logistic))).toEqual(['loss']);
  });

  it('go to the first NaN', () => {
    const graph = buildGraph(failed().passes[0]!, true);
    expect(
      jump('first-nan')
        .find(graph)
        .map((i) => graph.nodes[i]!.op),
    ).toEqual(['log']);
    expect(jump('first-nan').find(logistic)).toEqual([]);
  });

  it('go to parameters that no gradient reached', () => {
    const pass = structuredClone(logisticRegression(1).passes[0]!);
    pass.nodes.find(({ label }) => label === 'b')!.grad = null;
    expect(jump('no-gradient').find(buildGraph(pass, false))).toHaveLength(1);
  });
});

describe('the backward replay', () => {
  it('walks from the loss to the leaves and says where paths meet', () => {
    const steps = stepsOf(logistic);
    expect(logistic.nodes[steps[0]!.node]!.label).toBe('loss');
    const add = steps.find(({ node }) => node === at('add'))!;
    expect(names(add.into)).toEqual(['b', 'matmul']);
    const graph = buildGraph(transformer(1).passes[0]!, false);
    expect(stepsOf(graph).some(({ node }) => flowsInto(graph, node).length > 1)).toBe(true);
  });
});

describe('comparing passes', () => {
  it('says what changed, came and went', () => {
    const run = dynamic(3);
    const [first, second] = [buildGraph(run.passes[0]!, false), buildGraph(run.passes[1]!, false)];
    const difference = compare(first, second);
    expect(difference.came).toHaveLength(2);
    expect(difference.went).toHaveLength(0);
    expect(comparisonText(difference)).toContain('2 nodes came');
    expect(compare(first, first).moved.get(first.nodes[0]!.key)).toBe(0);
  });
});

describe('keys', () => {
  const view = viewOf(logistic, new Set());
  const { request, cards } = requestFor(logistic, view, 'TB', true);
  const result = layout(request);
  const scene = { view, cards, result, direction: 'TB' as const, bounds: boundsOf(result) };
  const item = (name: string) => view.items.findIndex(({ node }) => node === at(name));

  it('move along edges and to neighbours', () => {
    expect(neighbour(scene, item('add'), 'ArrowDown')).toBe(item('sigmoid'));
    expect(neighbour(scene, item('add'), 'ArrowUp')).toBe(item('matmul'));
    expect(neighbour(scene, item('x'), 'ArrowRight')).toBe(item('w'));
    expect(neighbour(scene, item('loss'), 'ArrowDown')).toBe(-1);
  });

  it('are left to fields that are typed in', () => {
    const press = (key: string, tagName: string, className = '', held = {}) => {
      const target = { tagName, classList: { contains: (name: string) => name === className } };
      const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
      return keyAction({ key, target, ...none, ...held } as unknown as KeyboardEvent, false);
    };
    globalThis.document ??= { body: null } as never;
    expect(press('/', 'DIV')).toEqual({ do: 'search' });
    expect(press('/', 'INPUT')).toBeNull();
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) expect(press('f', 'INPUT', '', held)).toEqual({ do: 'search' });
    expect(press('f', 'DIV')).toBeNull();
    expect(press('f', 'DIV', '', { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press('ArrowUp', 'DIV')).toBeNull();
    expect(press('ArrowUp', 'DIV', 'stage')).toEqual({ do: 'move', key: 'ArrowUp' });
  });
});
