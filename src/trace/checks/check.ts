/** A check looks at a finished run and says what a person should know. Each has a page in docs/diagnostics. */
import { showSizes } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor.js';
import { PassGraph } from '../../graph/passGraph.js';
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
    find(PassGraph.of(pass)).filter(({ source }) => {
      const place = placeOf(source);
      return !seen.has(place) && seen.add(place);
    }),
  );
}

export const placeOf = (source: Range | null): string => (source ? Object.values(source).join(':') : '');

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
