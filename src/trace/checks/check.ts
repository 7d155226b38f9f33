/** A check looks at a finished run and tells the user what is wrong. Each check has a page in docs/diagnostics. */
import { showSizes } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic, Pass, Range, Run, TraceNode } from '../../protocol/trace.js';
import { OperationGraph } from './operationGraph.js';
import type { Training } from './watched/training.js';

/** The parts of a finished run that a check can look at. */
export interface Finished {
  run: Run;
  sites: readonly Site[];
  training: Training;
  /** The leaves of a pass, by the ids of their nodes. */
  leavesOf(pass: Pass): ReadonlyMap<string, Tensor>;
}

export type Found = Omit<Diagnostic, 'code'>;

export interface Check {
  /** The code of the check's diagnostics, and the name of their page. */
  readonly code: string;
  find(finished: Finished): Found[];
}

/** What a check of single passes finds. Each place in the source is reported once. */
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

/** `'loss' (mse_loss)`, or only the operation when the node has no name. */
export function nameOf({ label, op, kind }: Pick<TraceNode, 'label' | 'op' | 'kind'>): string {
  if (label === null) return op;
  return kind === 'op' ? `'${label}' (${op})` : `'${label}'`;
}

export const shapeOf = ({ shape }: Pick<TraceNode, 'shape'>): string => showSizes(shape);

export const sentences = (...all: readonly string[]): string => all.filter(Boolean).join(' ');

/** Where each operand got its shape. Operands without a place are left out. */
export const shapesOf = (nodes: readonly TraceNode[]) =>
  nodes.flatMap((node) =>
    node.source ? [{ message: t('{0} got the shape {1} here.', nameOf(node), shapeOf(node)), source: node.source }] : [],
  );

/** The node that holds the same elements first: views, copies, parts and joins only place them elsewhere. */
export function behindViews(graph: OperationGraph, node: TraceNode): TraceNode {
  const held = graph.kindOf(node)?.holds;
  const input = held === undefined ? null : graph.argument(node, held);
  return input ? behindViews(graph, input) : node;
}
