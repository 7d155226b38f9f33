import { expect, it } from 'vitest';
import { withLeaves } from '../../src/graph/leaves.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { RunIndex } from '../../src/insight/results/runIndex.js';
import { runModel } from '../trace/checks/runModel.js';

it('a model that only makes tensors is drawn, and its hovers lead to what is drawn', async () => {
  const { run } = await runModel('const x = torch.randn(2, 3);\nconst w = torch.ones(3, { requires_grad: true });');
  expect(run.passes).toEqual([]);
  const shown = withLeaves(run);
  const graph = buildGraph(shown.passes[0]!, false);
  expect(graph.nodes.map(({ kind, label, shape }) => [kind, label, shape])).toEqual([
    ['input', 'x', [2, 3]],
    ['parameter', 'w', [3]],
  ]);
  const index = new RunIndex(shown);
  for (const { key } of shown.bindings) expect(index.nodeByKey(0, key!)).not.toBeNull();
});

it('a model that computed something is as it was', async () => {
  const { run } = await runModel('torch.ones(2) + 1;');
  expect(withLeaves(run)).toBe(run);
});
