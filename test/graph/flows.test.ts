import { describe, expect, it } from 'vitest';
import { operationDocs } from '../../src/trace/writing/operationDocs.js';
import { flowAlong, flowsInto } from '../../src/graph/flows.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { formulaOfNode } from '../../src/present/call.js';
import { nameOf } from '../../src/present/names.js';
import { flowText } from '../../src/present/summaries.js';
import { stepsOf } from '../../src/graph/steps.js';
import { ruleFor } from '../../src/present/formula.js';
import { traceOf } from '../trace/traceOf.js';

const { passes } = await traceOf(`
const w = torch.tensor([2, 3], { dtype: torch.float32, requires_grad: true });
const x = torch.tensor([5, 7], { dtype: torch.float32 });
const scaled = w.mul(x);
const both = scaled.add(w.mul(w));
const shown = w.detach();
const loss = both.sum();
loss.backward();`);
const graph = buildGraph(passes[0]!, true);
const docs = operationDocs(passes);
const at = (name: string) => graph.nodes.findIndex((_, i) => nameOf(graph.nodes[i]!) === name);

describe('a step of the replay', () => {
  const steps = stepsOf(graph);
  const into = (name: string) => steps.find(({ node }) => node === at(name))!.into.map((i) => nameOf(graph.nodes[i]!));

  it('leads to the inputs that a gradient flowed to, each once', () => {
    expect(steps[0]!.node).toBe(at('loss'));
    expect(into('scaled')).toEqual(['w']);
    expect(into('mul')).toEqual(['w']);
    expect(into('w')).toEqual([]);
  });

  it('brings what each path brought, and these add up', () => {
    const flows = flowsInto(graph, at('w'));
    expect(flows.map((link) => [nameOf(graph.nodes[link.to]!), link.input, flowAlong(graph, link)!.data])).toEqual([
      ['mul', 1, [2, 3]],
      ['mul', 0, [2, 3]],
      ['scaled', 0, [5, 7]],
    ]);
    expect(graph.nodes[at('w')]!.grad!.data).toEqual([9, 13]);
    expect(flowText(flowAlong(graph, flows[2]!)!)).toBe('[5, 7]');
  });

  it('has the rule of each input in the names of the model', () => {
    const formula = formulaOfNode(graph, at('scaled'), docs)!;
    expect(formula.forward).toBe('scaled = w · x');
    expect(ruleFor(formula, graph.ins[at('scaled')]![0]!.edge.argument)).toBe('∂scaled · x');
    expect(formulaOfNode(graph, at('x'), docs)).toBeNull();
  });
});
