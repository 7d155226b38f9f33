import type { Group } from '../../../graph/groups.js';
import type { Direction } from '../../../graph/layout/types.js';
import type { ModuleGraph } from '../../../graph/moduleGraph.js';
import type { GraphFormat } from '../format.js';
import { groupTitle, linesOf } from '../lines.js';

/** A Mermaid flowchart. Modules are subgraphs. */
export function mermaidOf(graph: ModuleGraph, direction: Direction): string {
  const safe = (text: string) => text.replace(/\s+/g, ' ').replace(/["<>&#`]/g, (sign) => `#${sign.charCodeAt(0)};`);
  const brackets = { input: ['[/', '/]'], parameter: ['([', '])'], constant: ['[', ']'], op: ['(', ')'], failed: ['{', '}'] } as const;
  const out = [`flowchart ${direction}`];
  let groups = 0;
  const visit = (group: Group, indent: string) => {
    for (const child of group.children) {
      if (typeof child === 'object') {
        out.push(`${indent}subgraph g${groups++}["${safe(groupTitle(child))}"]`);
        visit(child, `${indent}  `);
        out.push(`${indent}end`);
      } else {
        const [left, right] = child === graph.rootNode ? ['{{', '}}'] : brackets[graph.nodes[child]!.kind];
        out.push(`${indent}n${child}${left}"${linesOf(graph, child).map(safe).join('<br/>')}"${right}`);
      }
    }
  };
  visit(graph.root, '  ');
  for (const { from, to } of graph.links) out.push(`  n${from} --> n${to}`);
  return `${out.join('\n')}\n`;
}

export const mermaid: GraphFormat = {
  id: 'mermaid',
  name: () => 'Mermaid',
  ending: '.mmd',
  write: ({ graph, direction }) => mermaidOf(graph, direction),
};
