/** A check looks at a finished run and says what a person should know. Each has a page in docs/diagnostics. */
import { showSizes } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic, Pass, Range, Run, TraceNode } from '../../protocol/trace.js';
import { OperationGraph } from './operationGraph.js';
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
export function inEachPass(run: Run, find: (graph: OperationGraph) => Found[]): Found[] {
  const seen = new Set<string>();
  return run.passes.flatMap((pass) =>
    find(OperationGraph.in(run, pass)).filter(({ source }) => {
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

/** What a node is but other places of: views, copies, parts and joins hold the same elements. */
export function behindViews(graph: OperationGraph, node: TraceNode): TraceNode {
  const held = graph.kindOf(node)?.holds;
  const input = held === undefined ? null : graph.argument(node, held);
  return input ? behindViews(graph, input) : node;
}
