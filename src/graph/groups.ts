import { adopt, newGroup, type Group } from './group.js';
import { foldRepeats } from './repeats.js';
import type { PassGraph } from './passGraph.js';

export type { Group };

export interface Groups {
  root: Group;
  groupOf: readonly Group[];
  groups: ReadonlyMap<string, Group>;
}

export function buildGroups(graph: PassGraph): Groups {
  const { nodes, outs } = graph;
  const root = newGroup('root', '', '', '', '', 0);
  const groupOf: Group[] = new Array<Group>(nodes.length).fill(root);
  const calls = new Map<string, number>();
  let open: Group[] = [];

  nodes.forEach((node, i) => {
    if (node.kind !== 'op') return;
    const segments = node.module === '' ? [] : node.module.split('.');
    let depth = 0;
    while (depth < open.length && depth < segments.length && open[depth]!.path === segments.slice(0, depth + 1).join('.')) depth++;
    const again = open.slice(0, depth).findIndex((group) => startsAgain(graph, group.first, i));
    if (again >= 0) depth = again;
    open = open.slice(0, depth);
    for (; depth < segments.length; depth++) {
      const path = segments.slice(0, depth + 1).join('.');
      const call = calls.get(path) ?? 0;
      calls.set(path, call + 1);
      const type = node.module_types.at(depth - segments.length) ?? '';
      const group = newGroup('module', `${path}#${call}`, path, segments[depth]!, type, i);
      adopt(open.at(-1) ?? root, group);
      open.push(group);
    }
    const inner = open.at(-1) ?? root;
    inner.children.push(i);
    groupOf[i] = inner;
  });

  joinChains(root, groupOf);
  foldRepeats(root, groupOf, graph);
  joinRepeats(root);
  nodes.forEach((node, i) => {
    if (node.kind === 'op') return;
    const home = outs[i]!.map(({ to }) => groupOf[to]!).reduce<Group | null>((a, b) => (a === null ? b : common(a, b)), null) ?? root;
    groupOf[i] = node.kind === 'parameter' ? home : outside(home, node.module);
    groupOf[i].children.push(i);
  });
  const groups = new Map<string, Group>();
  measure(root, groups);
  groups.delete('');
  return { root, groupOf, groups };
}

/** Whether node `i` repeats the first operation of a module: the same expression on the same parameters. */
function startsAgain({ nodes, ins }: PassGraph, first: number, i: number): boolean {
  const [a, b] = [nodes[first]!, nodes[i]!];
  if (first === i || a.op !== b.op || a.source?.line !== b.source?.line || a.source?.column !== b.source?.column) return false;
  const parameters = (at: number) => ins[at]!.map(({ from }) => from).filter((from) => nodes[from]!.kind === 'parameter');
  const used = parameters(first);
  return used.length > 0 && used.join() === parameters(i).join();
}

/** Joins a module that contains only one other module with that module. */
function joinChains(group: Group, groupOf: Group[]): void {
  for (
    let only = group.children[0];
    group.kind !== 'root' && group.children.length === 1 && typeof only === 'object';
    only = group.children[0]
  ) {
    group.name = `${group.name}.${only.name}`;
    group.path = only.path;
    group.type = only.type || group.type;
    group.children = only.children;
    for (const child of only.children)
      if (typeof child === 'object') child.parent = group;
      else groupOf[child] = group;
  }
  for (const child of group.children) if (typeof child === 'object') joinChains(child, groupOf);
}

/** Joins a list of layers with the repeat, when the whole list is one repeat. */
function joinRepeats(group: Group): void {
  const [only] = group.children;
  if (group.kind === 'module' && group.children.length === 1 && typeof only === 'object' && only.kind === 'repeat') {
    group.kind = 'repeat';
    group.name = `${group.name} ${only.name}`;
    group.type = only.type;
    group.children = only.children;
    for (const child of only.children) if (typeof child === 'object') child.parent = group;
  }
  for (const child of group.children) if (typeof child === 'object') joinRepeats(child);
}

export function ancestors(group: Group): Group[] {
  const list: Group[] = [];
  for (let g: Group | null = group; g; g = g.parent) list.push(g);
  return list;
}

/**
 * The group that a leaf belongs to. Parameters belong to the group that uses them, but data given to a module comes
 * from outside of the module.
 */
function outside(group: Group, module: string): Group {
  const made = ancestors(group).find(
    ({ kind, path }) => kind === 'root' || (kind === 'module' && (module === path || module.startsWith(`${path}.`))),
  );
  return made ?? group;
}

function common(a: Group, b: Group): Group {
  if (a === b) return a;
  const above = new Set(ancestors(a));
  return ancestors(b).find((group) => above.has(group))!;
}

function measure(group: Group, all: Map<string, Group>): number {
  all.set(group.id, group);
  group.size = group.children.reduce<number>((sum, child) => sum + (typeof child === 'object' ? measure(child, all) : 1), 0);
  return group.size;
}

/** The number of turns of a repeat. */
export const turnsOf = (group: Group): number => group.children.filter((child) => typeof child === 'object').length;

/** The node whose tensor the group passes to the rest of the graph; -1 when there are several or none. */
export function outputOf(graph: PassGraph, group: Group): number {
  const inside = new Set(nodesIn(group));
  const outputs = [...inside].filter((i) => graph.nodes[i]!.kind === 'op' && graph.outs[i]!.some(({ to }) => !inside.has(to)));
  if (outputs.length === 1) return outputs[0]!;
  return inside.has(graph.rootNode) ? graph.rootNode : -1;
}

/** Every node inside, at any depth. */
export function nodesIn(group: Group): number[] {
  return group.children.flatMap((child) => (typeof child === 'object' ? nodesIn(child) : [child]));
}
