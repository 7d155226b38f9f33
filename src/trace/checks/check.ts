/** A check looks at a finished run and says what a person should know. Each has a page in docs/diagnostics. */
import type { Diagnostic, Pass, Run, TraceNode } from '../../protocol/trace.js';

export interface Check {
  /** The code of its diagnostics, and the name of their page. */
  readonly code: string;
  find(run: Run): Omit<Diagnostic, 'code'>[];
}

/** A pass as a graph: who uses what. */
export class PassGraph {
  private readonly byId: ReadonlyMap<string, TraceNode>;
  private readonly from = new Map<string, TraceNode[]>();
  private readonly to = new Map<string, TraceNode[]>();

  constructor(readonly pass: Pass) {
    this.byId = new Map(pass.nodes.map((node) => [node.id, node]));
    for (const { from, to } of [...pass.edges].sort((a, b) => a.input - b.input)) {
      const [maker, user] = [this.byId.get(from), this.byId.get(to)];
      if (!maker || !user) continue;
      push(this.from, to, maker);
      push(this.to, from, user);
    }
  }

  get root(): TraceNode | null {
    return this.byId.get(this.pass.root ?? '') ?? null;
  }

  node(id: string): TraceNode | null {
    return this.byId.get(id) ?? null;
  }

  inputs({ id }: TraceNode): readonly TraceNode[] {
    return this.from.get(id) ?? [];
  }

  users({ id }: TraceNode): readonly TraceNode[] {
    return this.to.get(id) ?? [];
  }

  /** From a node to the root of the pass, both included; null when the root does not depend on it. */
  pathToRoot(start: TraceNode): TraceNode[] | null {
    const before = new Map<TraceNode, TraceNode | null>([[start, null]]);
    for (const [node] of before) {
      if (node.id === this.pass.root) return trail(before, node).reverse();
      for (const user of this.users(node)) if (!before.has(user)) before.set(user, node);
    }
    return null;
  }
}

function trail(before: ReadonlyMap<TraceNode, TraceNode | null>, last: TraceNode): TraceNode[] {
  const path: TraceNode[] = [];
  for (let node: TraceNode | null = last; node; node = before.get(node) ?? null) path.push(node);
  return path;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** `'loss' (mse_loss)`, or the operation where it has no name. */
export function nameOf({ label, op, kind }: Pick<TraceNode, 'label' | 'op' | 'kind'>): string {
  if (label === null) return op;
  return kind === 'op' ? `'${label}' (${op})` : `'${label}'`;
}

export const shapeOf = ({ shape }: Pick<TraceNode, 'shape'>): string => `[${shape.join(', ')}]`;

/** Operations that only look at the same elements differently. */
const VIEWS = new Set([
  'view',
  'reshape',
  'squeeze',
  'unsqueeze',
  'flatten',
  'unflatten',
  't',
  'transpose',
  'permute',
  'expand',
  'contiguous',
  'clone',
  'to',
  'alias',
  'view_as',
  'reshape_as',
  'expand_as',
  'swapaxes',
  'movedim',
]);

/** What a node is but a view of. */
export function behindViews(graph: PassGraph, node: TraceNode): TraceNode {
  const [input] = VIEWS.has(node.op) ? graph.inputs(node) : [];
  return input ? behindViews(graph, input) : node;
}
