import { describe, expect, it } from 'vitest';
import { lensesOf } from '../../src/insight/inline/lensText.js';
import { RunIndex } from '../../src/insight/results/runIndex.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { at, run } from './sample.js';

const backward = at(7, 3, 7, 21);
const lenses = (of = run, chosen: number | null = null, backwards = [backward]) =>
  lensesOf(new RunIndex(of), { backwards, modules: [{ name: 'Net', range: at(1, 7, 1, 10) }] }, chosen).map(({ title, pass }) => [
    title,
    pass,
  ]);

describe('lenses', () => {
  it('tell the chosen pass above backward()', () => {
    expect(lenses()).toEqual([['pass 2 of 2 · loss 8 · gradient norm 4.2426', 1]]);
    expect(lenses(run, 0)).toEqual([['pass 1 of 2 · loss 6 · gradient norm 4.2426', 0]]);
  });

  it('tell several backward() apart by what they were called on', () => {
    expect(lenses(run, null, [at(2, 1, 2, 9), backward]).map(([title]) => title)).toEqual(['pass 2 of 2 · loss 8 · gradient norm 4.2426']);
  });

  it('tell the pass that the panel shows when the run no longer has the chosen one', () => {
    const [first, second] = run.passes;
    const failed = { ...second!, backward: false };
    expect(lenses({ ...run, passes: [first!, failed] }, 7).map(([, pass]) => pass)).toEqual([0]);
  });

  it('tell of several backward() in turn the latest passes up to the one that is shown', () => {
    const [first] = run.passes;
    const root = first!.nodes.find(({ id }) => id === first!.root)!;
    const elsewhere = (index: number) => ({
      ...first!,
      index,
      nodes: first!.nodes.map((node) => (node === root ? { ...node, source: at(20, 3, 20, 9) } : node)),
    });
    const turns = { ...run, passes: [{ ...first!, index: 0 }, elsewhere(1), { ...first!, index: 2 }, elsewhere(3)] };
    const shown = (chosen: number) => lenses(turns, chosen, [backward, at(20, 3, 20, 21)]).map(([, pass]) => pass);
    expect([shown(0), shown(1), shown(2)]).toEqual([
      [0, 1],
      [0, 1],
      [2, 1],
    ]);
  });

  it('are none for a forward run', () => {
    expect(lenses({ ...run, passes: run.passes.map((pass) => ({ ...pass, backward: false })) })).toEqual([]);
  });

  it('tell the parameters and the output of one instance of a module', () => {
    const [pass] = run.passes;
    const types = ['Outer', 'Net', 'Linear'];
    const copy = (module: string) => ({
      nodes: pass!.nodes.map((node): TraceNode => ({ ...node, id: node.id + module, key: node.key + module, module, module_types: types })),
      edges: pass!.edges.map(({ from, to, input }) => ({ from: from + module, to: to + module, input })),
    });
    const [a, b] = [copy('a.fc'), copy('b.fc')];
    const both = { ...pass!, backward: false, nodes: [...a.nodes, ...b.nodes], edges: [...a.edges, ...b.edges] };
    expect(lenses({ ...run, passes: [both] })).toEqual([['2 parameters · output float32 · 2 of them', 0]]);
  });
});
