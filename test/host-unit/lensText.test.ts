import { describe, expect, it } from 'vitest';
import { lensesOf } from '../../src/host/lensText.js';
import { RunIndex } from '../../src/host/runIndex.js';
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
    expect(lenses()).toEqual([['pass 2 of 2 · loss 8 · gradient norm 4.243', 1]]);
    expect(lenses(run, 0)).toEqual([['pass 1 of 2 · loss 6 · gradient norm 4.243', 0]]);
  });

  it('tell several backward() apart by what they were called on', () => {
    expect(lenses(run, null, [at(2, 1, 2, 9), backward]).map(([title]) => title)).toEqual(['pass 2 of 2 · loss 8 · gradient norm 4.243']);
  });

  it('are none for a forward run', () => {
    expect(lenses({ ...run, passes: run.passes.map((pass) => ({ ...pass, backward: false })) })).toEqual([]);
  });

  it('tell the parameters and the output of one instance of a module', () => {
    const inModule = (module: string, types: string[]) => (node: TraceNode) => ({
      ...node,
      module,
      module_types: types,
      key: `${node.key}${module}`,
    });
    const [pass] = run.passes;
    const nodes = [
      ...pass!.nodes.map(inModule('a.fc', ['Outer', 'Net', 'Linear'])),
      ...pass!.nodes.map(inModule('b.fc', ['Outer', 'Net', 'Linear'])),
    ];
    expect(lenses({ ...run, passes: [{ ...pass!, backward: false, nodes }] })).toEqual([['2 parameters · output float32 · 2 of them', 0]]);
  });
});
