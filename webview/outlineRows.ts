import { t } from '../src/protocol/l10n.js';
import type { ModuleGraph } from '../src/graph/moduleGraph.js';
import { fullTitleOf, roleName, roleOf, titleOf } from '../src/present/names.js';
import { shapeText } from '../src/present/shapes.js';
import { summaryText } from '../src/present/summaries.js';
import { outputOf, turnsOf, type Group } from '../src/graph/groups.js';
import { groupItemId } from '../src/graph/view.js';

/** A line of the tree: a module, or a node by its place in the graph. */
export interface OutlineRow {
  id: string;
  group: Group | null;
  node: number;
  depth: number;
  /** The place among the siblings, from 1. */
  place: number;
  siblings: number;
}

/** The most rows for one group. The search finds the other nodes. */
const mostRows = 400;

/** The rows of a graph in which these groups are open. */
export function rowsOf(graph: ModuleGraph, open: ReadonlySet<string>, nameOf: (node: number) => string): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const at = (child: Group | number) => (typeof child === 'object' ? child.first : child);
  const list = (group: Group, depth: number): void => {
    const children = [...group.children].sort((a, b) => at(a) - at(b));
    const siblings = children.length;
    children.slice(0, mostRows).forEach((child, i) => {
      if (typeof child === 'number') rows.push({ id: nameOf(child), group: null, node: child, depth, place: i + 1, siblings });
      else {
        rows.push({ id: groupItemId(child), group: child, node: -1, depth, place: i + 1, siblings });
        if (open.has(child.id)) list(child, depth + 1);
      }
    });
  };
  list(graph.root, 1);
  return rows;
}

const groupName = (group: Group): string =>
  group.kind === 'repeat' ? t('{0}, {1} times', group.name, turnsOf(group)) : [group.name, group.type].filter(Boolean).join(' ');

/** The text of a row. */
export function rowText(graph: ModuleGraph, { group, node }: OutlineRow, open: ReadonlySet<string>): string {
  if (group) return `${open.has(group.id) ? '▾' : '▸'} ${groupName(group)}`;
  const { label, shape } = graph.nodes[node]!;
  const title = titleOf(graph.nodes[node]!);
  return [title, label === title ? null : label, shapeText(shape)].filter(Boolean).join('  ');
}

/** The text of a row for screen readers. */
export function rowName(graph: ModuleGraph, { group, node }: OutlineRow): string {
  if (!group) return spokenName(graph, node);
  const output = outputOf(graph, group);
  const gives = output < 0 ? '' : t(', gives {0}', shapeText(graph.nodes[output]!.shape));
  return t('module {0}', groupName(group)) + gives;
}

/** The text of a node for screen readers. */
export function spokenName(graph: ModuleGraph, index: number): string {
  const node = graph.nodes[index]!;
  return [
    `${roleName(roleOf(graph, index))} ${fullTitleOf(node)}`,
    ...(node.kind === 'failed'
      ? graph.ins[index]!.map(({ from }) => t('shape {0}', shapeText(graph.nodes[from]!.shape)))
      : [t('shape {0}', shapeText(node.shape)), t('value {0}', summaryText(node.value)), t('gradient {0}', summaryText(node.grad))]),
    node.source && t('line {0}', node.source.line),
  ]
    .filter(Boolean)
    .join(', ');
}
