import type { Group } from '../../../graph/groups.js';
import type { ModuleGraph } from '../../../graph/moduleGraph.js';
import { shapeText } from '../../../present/shapes.js';
import type { GraphFormat } from '../format.js';
import { groupTitle, linesOf } from '../lines.js';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Graphviz's DOT. Modules are clusters. */
export function dotOf(graph: ModuleGraph): string {
  const shape = { input: 'octagon', parameter: 'ellipse', constant: 'plaintext', op: 'box', failed: 'doubleoctagon' } as const;
  const out: string[] = ['digraph model {', '  node [fontname="sans-serif" fontsize=11 shape=box style=rounded];'];
  let clusters = 0;
  const visit = (group: Group, indent: string) => {
    for (const child of group.children) {
      if (typeof child === 'object') {
        out.push(`${indent}subgraph cluster_${clusters++} {`, `${indent}  label=${quoted(groupTitle(child))};`);
        visit(child, `${indent}  `);
        out.push(`${indent}}`);
      } else {
        const kind = child === graph.rootNode ? 'hexagon' : shape[graph.nodes[child]!.kind];
        out.push(`${indent}n${child} [label=${quoted(linesOf(graph, child).join('\n')).replaceAll('\n', '\\n')} shape=${kind}];`);
      }
    }
  };
  visit(graph.root, '  ');
  for (const { from, to, edge } of graph.links)
    out.push(`  n${from} -> n${to}${edge.broadcast ? ` [label=${quoted(`broadcast to ${shapeText(edge.broadcast)}`)}]` : ''};`);
  return `${[...out, '}'].join('\n')}\n`;
}

export const dot: GraphFormat = { id: 'dot', name: () => 'Graphviz DOT', ending: '.dot', write: ({ graph }) => dotOf(graph) };
