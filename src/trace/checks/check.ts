/** A check looks at a finished run and says what a person should know. Each has a page in docs/diagnostics. */
import { showSizes } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic, Pass, Range, Run, TraceNode } from '../../protocol/trace.js';
import type { Training } from './watched/training.js';

/** What there is to look at. */
export interface Finished {
  run: Run;
  sites: readonly Site[];
  training: Training;
  /** The leaves of a pass by the ids of their nodes. */
  leavesOf(pass: Pass): ReadonlyMap<string, Tensor>;
}

export type Found = Omit<Diagnostic, 'code'>;

export interface Check {
  /** The code of its diagnostics, and the name of their page. */
  readonly code: string;
  find(finished: Finished): Found[];
}

/** What a check of single passes finds, once for each place in the source. */
export function inEachPass({ passes }: Run, find: (graph: PassGraph) => Found[]): Found[] {
  const seen = new Set<string>();
  return passes.flatMap((pass) =>
    find(new PassGraph(pass)).filter(({ source }) => {
      const place = placeOf(source);
      return !seen.has(place) && seen.add(place);
    }),
  );
}

export const placeOf = (source: Range | null): string => (source ? Object.values(source).join(':') : '');

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

export const shapeOf = ({ shape }: Pick<TraceNode, 'shape'>): string => showSizes(shape);

export const sentences = (...all: readonly string[]): string => all.filter(Boolean).join(' ');

/** Where an operand got its shape, for each that has a place. */
export const shapesOf = (nodes: readonly TraceNode[]) =>
  nodes.flatMap((node) =>
    node.source ? [{ message: t('{0} got the shape {1} here.', nameOf(node), shapeOf(node)), source: node.source }] : [],
  );

/** Operations that only look at the same elements differently, or at some of them. */
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
  'select',
  'slice',
  'index',
  'index_select',
  'narrow',
  'gather',
  'clamp',
  'float',
  'stack',
  'cat',
]);

/** What a node is but a view of. */
export function behindViews(graph: PassGraph, node: TraceNode): TraceNode {
  const [input] = VIEWS.has(node.op) ? graph.inputs(node) : [];
  return input ? behindViews(graph, input) : node;
}
