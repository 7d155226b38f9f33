import { shapeText, summaryText } from '../format.js';
import { fullTitleOf, titleOf } from '../graph/card.js';
import type { PassGraph } from '../../src/graph/moduleGraph.js';
import type { Group } from '../../src/graph/groups.js';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const lines = (graph: PassGraph, i: number): string[] => {
  const node = graph.nodes[i]!;
  return [fullTitleOf(node), shapeText(node.shape), ...(node.value.numel === 1 ? [summaryText(node.value)] : [])];
};

/** Graphviz's DOT, modules as clusters. */
export function dotOf(graph: PassGraph): string {
  const shape = { input: 'octagon', parameter: 'ellipse', constant: 'plaintext', op: 'box', failed: 'doubleoctagon' } as const;
  const out: string[] = ['digraph model {', '  node [fontname="sans-serif" fontsize=11 shape=box style=rounded];'];
  let clusters = 0;
  const visit = (group: Group, indent: string) => {
    for (const child of group.children) {
      if (typeof child === 'object') {
        out.push(
          `${indent}subgraph cluster_${clusters++} {`,
          `${indent}  label=${quoted([child.name, child.type].filter(Boolean).join(' '))};`,
        );
        visit(child, `${indent}  `);
        out.push(`${indent}}`);
      } else {
        const kind = child === graph.rootNode ? 'hexagon' : shape[graph.nodes[child]!.kind];
        out.push(`${indent}n${child} [label=${quoted(lines(graph, child).join('\n')).replaceAll('\n', '\\n')} shape=${kind}];`);
      }
    }
  };
  visit(graph.root, '  ');
  for (const { from, to, edge } of graph.links)
    out.push(`  n${from} -> n${to}${edge.broadcast ? ` [label=${quoted(`broadcast to ${shapeText(edge.broadcast)}`)}]` : ''};`);
  return `${[...out, '}'].join('\n')}\n`;
}

/** A Mermaid flowchart, modules as subgraphs. */
export function mermaidOf(graph: PassGraph, direction: 'TB' | 'LR'): string {
  const safe = (text: string) => text.replace(/["<>&#]/g, (sign) => `#${sign.charCodeAt(0)};`);
  const brackets = { input: ['[/', '/]'], parameter: ['([', '])'], constant: ['[', ']'], op: ['(', ')'], failed: ['{', '}'] } as const;
  const out = [`flowchart ${direction}`];
  let groups = 0;
  const visit = (group: Group, indent: string) => {
    for (const child of group.children) {
      if (typeof child === 'object') {
        out.push(`${indent}subgraph g${groups++}["${safe([child.name, child.type].filter(Boolean).join(' '))}"]`);
        visit(child, `${indent}  `);
        out.push(`${indent}end`);
      } else {
        const [left, right] = child === graph.rootNode ? ['{{', '}}'] : brackets[graph.nodes[child]!.kind];
        out.push(`${indent}n${child}${left}"${lines(graph, child).map(safe).join('<br/>')}"${right}`);
      }
    }
  };
  visit(graph.root, '  ');
  for (const { from, to } of graph.links) out.push(`  n${from} --> n${to}`);
  return `${out.join('\n')}\n`;
}

/** The JSON that Google's Model Explorer opens: one collection of one graph, modules as namespaces. */
export function modelExplorerOf(graph: PassGraph, name: string): string {
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
