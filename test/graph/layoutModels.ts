import type { LayoutRequest } from '../../src/graph/layout/types.js';
import { requestFor } from '../../src/present/nodes/scene.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { viewOf } from '../../src/graph/view.js';
import type { Run } from '../../src/protocol/trace.js';
import { cnn, logisticRegression, rnn, transformer } from '../webview/fixtures/runs.js';

/** The models, small and large, with which the layouts are compared. */
export const models: [string, () => Run][] = [
  ['logistic regression', () => logisticRegression(1)],
  ['convolutions', () => cnn(1)],
  ['transformer, 1 layer', () => transformer(1)],
  ['transformer, 4 layers', () => transformer(4)],
  ['transformer, 12 layers', () => transformer(12)],
  ['transformer, 48 layers', () => transformer(48)],
  ['transformer, 145 layers', () => transformer(145)],
  ['recurrence, 5 steps', () => rnn(5)],
  ['recurrence, 20 steps', () => rnn(20)],
  ['recurrence, 100 steps', () => rnn(100)],
];

interface Subject {
  request: LayoutRequest;
  labels: string[];
}

/** The whole graph, with nested boxes for its modules and without them. */
export function subjects(run: Run): { nested: Subject; flat: Subject } {
  const graph = buildGraph(run.passes[0]!, true);
  const view = viewOf(graph, new Set(graph.groups.keys()));
  const { request, cards } = requestFor(graph, view, 'TB', true);
  const labels = cards.map(({ title }) => title);
  const flat = { ...request, nodes: request.nodes.map((node) => ({ ...node, parent: -1 })), boxes: [] };
  return { nested: { request, labels }, flat: { request: flat, labels } };
}
