import type { ModuleGraph } from './moduleGraph.js';
import type { Group } from './groups.js';

/** An item of the picture: a node, or a closed group that hides its contents. */
export interface ViewItem {
  /** The name of the node, or the id of the group with a mark before it. */
  id: string;
  node: number;
  group: Group | null;
  /** The open group that contains it. */
  parent: Group;
}

interface ViewEdge {
  id: string;
  /** Indices in `items`. */
  from: number;
  to: number;
  input: number;
  /** The links that the edge is drawn for, by their indices in the graph. */
  links: number[];
}

export interface View {
  items: ViewItem[];
  /** Open groups, the outer ones first. */
  boxes: Group[];
  edges: ViewEdge[];
  /** The index of the item that shows each node: its own item, or the closed group that contains it. */
  itemOf: number[];
}

export const groupItemId = (group: Group): string => `group:${group.id}`;

/** The visible items and edges when these groups are open. Nodes are named by their keys unless other names are given. */
export function viewOf(graph: ModuleGraph, open: ReadonlySet<string>, names?: readonly string[]): View {
  const items: ViewItem[] = [];
  const boxes: Group[] = [];
  const itemOf: number[] = new Array<number>(graph.nodes.length).fill(-1);
  const place = (group: Group, into: number) => {
    for (const child of group.children)
      if (typeof child === 'object') place(child, into);
      else itemOf[child] = into;
  };
  const visit = (group: Group) => {
    for (const child of group.children) {
      if (typeof child === 'number') {
        itemOf[child] = items.length;
        items.push({ id: names?.[child] ?? graph.nodes[child]!.key, node: child, group: null, parent: group });
      } else if (open.has(child.id)) {
        boxes.push(child);
        visit(child);
      } else {
        place(child, items.length);
        items.push({ id: groupItemId(child), node: -1, group: child, parent: group });
      }
    }
  };
  visit(graph.root);
  inExecutionOrder(items, itemOf);

  const edges: ViewEdge[] = [];
  const joined = new Map<string, ViewEdge>();
  graph.links.forEach((link, l) => {
    const [from, to] = [itemOf[link.from]!, itemOf[link.to]!];
    if (from === to) return;
    const between = items[from]!.group || items[to]!.group;
    const id = `${items[from]!.id}→${items[to]!.id}${between ? '' : `:${link.input}`}`;
    const known = joined.get(id);
    if (known) return void known.links.push(l);
    // A closed group takes its arguments in the order in which it uses them, as an open group does.
    const input = items[to]!.group ? link.to * 16 + link.input : link.input;
    const edge = { id, from, to, input, links: [l] };
    joined.set(id, edge);
    edges.push(edge);
  });
  return { items, boxes, edges, itemOf };
}

/** Sorts items into the order of execution, which the layout needs. They come group by group, with leaves last. */
function inExecutionOrder(items: ViewItem[], itemOf: number[]): void {
  const at = (item: ViewItem) => item.group?.first ?? item.node;
  const order = items.map((_, i) => i).sort((a, b) => at(items[a]!) - at(items[b]!));
  const place = new Array<number>(items.length);
  order.forEach((old, now) => (place[old] = now));
  const sorted = order.map((old) => items[old]!);
  items.splice(0, items.length, ...sorted);
  itemOf.forEach((item, node) => (itemOf[node] = place[item]!));
}

/** The most items that can be read at once, in any panel and on any page. */
export const mostAtOnce = 150;

/** The groups to open so that the picture still fits: one level after the other, except repeats. */
export function openToFit(graph: ModuleGraph, fits: (open: ReadonlySet<string>) => boolean): Set<string> {
  let open = new Set<string>();
  let level: Group[] = [graph.root];
  while (level.length) {
    const opened = level.flatMap(groupsIn).filter(({ kind }) => kind !== 'repeat');
    if (opened.length === 0) break;
    const more = new Set([...open, ...opened.map((group) => group.id)]);
    if (!fits(more)) break;
    open = more;
    level = opened;
  }
  return open;
}

/**
 * Opens everything if that is at most `most` items. If not, opens level by level, and within a level from the start,
 * until `most` is reached.
 */
export function openUpTo(graph: ModuleGraph, most: number): Set<string> {
  const open = new Set<string>();
  let items = graph.root.children.length;
  const queue = groupsIn(graph.root);
  for (const group of queue) {
    if (items + group.children.length - 1 > most) continue;
    items += group.children.length - 1;
    open.add(group.id);
    queue.push(...groupsIn(group));
  }
  return open;
}

const groupsIn = ({ children }: Group): Group[] => children.filter((child): child is Group => typeof child === 'object');

/** All groups that must be open so that a node (or group) can be seen. */
export function opensFor(group: Group): string[] {
  const list: string[] = [];
  for (let g: Group | null = group; g && g.kind !== 'root'; g = g.parent) list.push(g.id);
  return list;
}
