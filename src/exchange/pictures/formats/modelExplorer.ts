import type { Group } from '../../../graph/groups.js';
import type { ModuleGraph } from '../../../graph/moduleGraph.js';
import { titleOf } from '../../../present/names.js';
import { fileName } from '../../../present/paths.js';
import { shapeText } from '../../../present/shapes.js';
import { summaryText } from '../../../present/summaries.js';
import type { GraphFormat } from '../format.js';

/** The JSON that Google's Model Explorer opens: one collection with one graph. Modules are namespaces. */
export function modelExplorerOf(graph: ModuleGraph, name: string): string {
  const namespace = (i: number) => {
    const names: string[] = [];
    for (let group: Group | null = graph.groupOf[i]!; group && group.kind !== 'root'; group = group.parent)
      names.unshift(group.name.replaceAll('/', '_'));
    return names.join('/');
  };
  const attribute = (key: string, value: string) => ({ key, value });
  const nodes = graph.nodes.map((node, i) => ({
    id: node.id,
    label: titleOf(node),
    namespace: namespace(i),
    attrs: [
      attribute('shape', shapeText(node.shape)),
      attribute('dtype', node.dtype),
      attribute('value', summaryText(node.value)),
      ...(node.grad ? [attribute('gradient', summaryText(node.grad))] : []),
      ...(node.label ? [attribute('name', node.label)] : []),
      ...(node.source ? [attribute('source', `${node.source.file}:${node.source.line}`)] : []),
    ],
    incomingEdges: graph.ins[i]!.map(({ from, input }) => ({
      sourceNodeId: graph.nodes[from]!.id,
      sourceNodeOutputId: '0',
      targetNodeInputId: String(input),
    })),
    outputsMetadata: [{ id: '0', attrs: [attribute('shape', shapeText(node.shape)), attribute('dtype', node.dtype)] }],
  }));
  return JSON.stringify([{ label: name, graphs: [{ id: name, nodes }] }], null, 1);
}

export const modelExplorer: GraphFormat = {
  id: 'model-explorer',
  name: () => 'Model Explorer JSON',
  ending: '.me.json',
  write: ({ graph, file }) => modelExplorerOf(graph, fileName(file)),
};
