import { freeAfter, savedBytes, tapeBytes } from '../graph/tape.js';
import { t } from '../protocol/l10n.js';
import type { Pass, TraceNode } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { bytes } from './quantities.js';

/** What is kept for the backward formulas of a node, of which tensors, and until when; null where nothing is. */
export function keptText(pass: Pick<Pass, 'backward_order'>, node: TraceNode): string | null {
  const all = savedBytes(node);
  if (!all || !node.saved) return null;
  const parts = node.saved.map(({ name, bytes: own }) => `${name} ${bytes(own)}`).join(', ');
  const step = freeAfter(pass, node.id);
  const until = step === null ? '' : ` ${t('until step {0} of {1} of the backward pass', step, pass.backward_order.length)}`;
  return node.saved.length > 1 ? `${bytes(all)} (${parts})${until}` : `${parts}${until}`;
}

const MOST_NAMED = 3;

/** What was alive at the peak: what most of the memory is kept for. */
export function peakText(pass: Pass): string {
  const all = tapeBytes(pass);
  if (all === 0) return t('Nothing is kept for a backward pass.');
  const holders = pass.nodes
    .map((node) => ({ node, kept: savedBytes(node) ?? 0 }))
    .filter(({ kept }) => kept > 0)
    .sort((a, b) => b.kept - a.kept);
  const named = holders.slice(0, MOST_NAMED).map(({ node, kept }) => `${nameOf(node)} ${bytes(kept)}`);
  return t('When backward() begins, {0} are kept, most for {1}. It frees them step by step.', bytes(all), named.join(', '));
}
