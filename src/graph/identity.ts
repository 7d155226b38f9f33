import type { TraceNode } from '../protocol/trace.js';

interface Named {
  nodes: readonly TraceNode[];
  ids: string[];
}

/**
 * What identifies a node across runs. Its place in the source and its sizes do not count, because an edit of one number
 * changes sizes everywhere.
 */
const looksOf = ({ kind, op, label, module }: TraceNode): string => `${kind} ${op} ${label ?? ''} ${module}`;

/**
 * The names of nodes in the picture. A node's key contains its place in the source, and a line inserted above changes
 * the key. The selection, and what is on the screen, must survive that.
 */
export class Identities {
  private idOf = new Map<string, string>();

  /** The names of the nodes of a pass, in the run that is shown. */
  of(nodes: readonly TraceNode[]): string[] {
    const taken = new Set<string>();
    return nodes.map(({ key }) => unique(this.idOf.get(key) ?? key, taken));
  }

  /** Keeps the same names for a new run. */
  keep(nodes: readonly TraceNode[], ids: string[]): void {
    this.idOf = new Map(nodes.map(({ key }, i) => [key, ids[i]!]));
  }

  /** The names in a new run. Nodes that the previous run also had keep their names; `common` is the number of these. */
  renew(nodes: readonly TraceNode[], before: Named | null): { ids: string[]; common: number } {
    const matches = before ? match(before.nodes, nodes) : [];
    const taken = new Set<string>();
    for (const old of matches) if (old >= 0) taken.add(before!.ids[old]!);
    const ids = nodes.map(({ key }, i) => ((matches[i] ?? -1) >= 0 ? before!.ids[matches[i]!]! : unique(key, taken)));
    this.keep(nodes, ids);
    return { ids, common: taken.size === 0 ? 0 : matches.filter((old) => old >= 0).length };
  }
}

function unique(id: string, taken: Set<string>): string {
  while (taken.has(id)) id += "'";
  taken.add(id);
  return id;
}

/**
 * For each new node the index of the old one, or -1. Nodes are matched from both ends as far as they are alike, then
 * one by one by what identifies them.
 */
function match(old: readonly TraceNode[], now: readonly TraceNode[]): number[] {
  const [a, b] = [old.map(looksOf), now.map(looksOf)];
  const matches = new Array<number>(b.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) matches[start] = start++;
  let [lastOld, lastNow] = [a.length - 1, b.length - 1];
  while (lastOld >= start && lastNow >= start && a[lastOld] === b[lastNow]) matches[lastNow--] = lastOld--;
  const left = new Map<string, number[]>();
  for (let i = lastOld; i >= start; i--) left.set(a[i]!, [...(left.get(a[i]!) ?? []), i]);
  for (let i = start; i <= lastNow; i++) matches[i] = left.get(b[i]!)?.pop() ?? -1;
  return matches;
}
