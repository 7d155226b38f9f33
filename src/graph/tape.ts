/** What autograd keeps from the forward pass for the backward pass, and how long. */
import type { Pass, TraceNode } from '../protocol/trace.js';

/** Bytes that are kept for the backward formulas of a node; null where none ran. */
export const savedBytes = ({ saved }: TraceNode): number | null => saved?.reduce((sum, { bytes }) => sum + bytes, 0) ?? null;

/** Bytes that are kept when the backward pass begins. Each storage counts once, however many formulas read it. */
export function tapeBytes({ nodes }: { readonly nodes: readonly TraceNode[] }): number {
  const largest = new Map<number, number>();
  for (const { saved = [] } of nodes)
    for (const { storage, bytes } of saved) largest.set(storage, Math.max(bytes, largest.get(storage) ?? 0));
  return [...largest.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** The costs of some nodes together; null where they are not known. */
export interface Costs {
  nodes: readonly TraceNode[];
  /** Bytes of their values. */
  bytes: number;
  /** Bytes that are kept for their backward formulas. Each storage counts once. */
  kept: number | null;
  forwardMs: number | null;
  backwardMs: number | null;
}

export function costsOf(nodes: readonly TraceNode[]): Costs {
  const sum = (all: readonly (number | undefined)[]) => {
    const known = all.filter((one) => one !== undefined);
    return known.length > 0 ? known.reduce((total, one) => total + one, 0) : null;
  };
  return {
    nodes,
    bytes: nodes.reduce((total, { bytes }) => total + bytes, 0),
    kept: nodes.some(({ saved }) => saved) ? tapeBytes({ nodes }) : null,
    forwardMs: sum(nodes.map(({ time_ms: ms }) => ms)),
    backwardMs: sum(nodes.map(({ backward_ms: ms }) => ms)),
  };
}

/** The line of the source that made a node. A node without a line gets its own id instead. */
export const lineOf = ({ id, source }: TraceNode): string => (source ? `${source.file}:${source.line}` : id);

/**
 * The nodes by the line of the source that made them, in the order of the first node of each. A node without a line is
 * a group of its own.
 */
export function nodesByLine(nodes: readonly TraceNode[]): TraceNode[][] {
  const lines = new Map<string, TraceNode[]>();
  for (const node of nodes) {
    const key = lineOf(node);
    const line = lines.get(key);
    if (line) line.push(node);
    else lines.set(key, [node]);
  }
  return [...lines.values()];
}

/**
 * The step of the backward walk, from 1, after which the memory kept for a node is freed. Null when the node took no
 * part in the walk.
 */
export function freeAfter({ backward_order: order }: Pick<Pass, 'backward_order'>, id: string): number | null {
  const at = order.indexOf(id);
  return at < 0 ? null : at + 1;
}
