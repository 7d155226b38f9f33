/** What autograd keeps from the forward pass for the backward pass, and until when. */
import type { Pass, TraceNode } from '../protocol/trace.js';

/** Bytes that are kept for the formulas of a node; null where none ran. */
export const savedBytes = ({ saved }: TraceNode): number | null => saved?.reduce((sum, { bytes }) => sum + bytes, 0) ?? null;

/** Bytes that are kept when the backward pass begins: each memory once, however many formulas read it. */
export function tapeBytes({ nodes }: Pick<Pass, 'nodes'>): number {
  const largest = new Map<number, number>();
  for (const { saved = [] } of nodes)
    for (const { storage, bytes } of saved) largest.set(storage, Math.max(bytes, largest.get(storage) ?? 0));
  return [...largest.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** The step of the backward walk, from 1, after which what is kept for a node is free; null where it took no part. */
export function freeAfter({ backward_order: order }: Pick<Pass, 'backward_order'>, id: string): number | null {
  const at = order.indexOf(id);
  return at < 0 ? null : at + 1;
}
