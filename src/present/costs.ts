import { costsOf, freeAfter, lineOf, savedBytes, tapeBytes } from '../graph/tape.js';
import { t } from '../protocol/l10n.js';
import type { Pass, TraceNode } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { bytes, duration } from './quantities.js';

/** What is kept for the backward formulas of a node, from which tensors, and how long; null when nothing is kept. */
export function keptText(pass: Pick<Pass, 'backward_order'>, node: TraceNode): string | null {
  const all = savedBytes(node);
  if (!all || !node.saved) return null;
  const parts = node.saved.map(({ name, bytes: own }) => `${name} ${bytes(own)}`).join(', ');
  const step = freeAfter(pass, node.id);
  const until = step === null ? '' : ` ${t('until step {0} of {1} of the backward pass', step, pass.backward_order.length)}`;
  return node.saved.length > 1 ? `${bytes(all)} (${parts})${until}` : `${parts}${until}`;
}

/**
 * The costs of a node, and of its line when the line made more nodes. A sentence each. Empty for a node that took no
 * part in a backward pass.
 */
export function costLines(pass: Pass, node: TraceNode): string[] {
  if (node.backward_ms === undefined) return [];
  const times = (forward: number | null | undefined, backward: number | null | undefined) => [
    ...(forward == null ? [] : [t('forward {0}', duration(forward))]),
    ...(backward == null ? [] : [t('backward {0}', duration(backward))]),
  ];
  const kept = keptText(pass, node);
  const own = [...(kept === null ? [] : [t('kept for backward: {0}', kept)]), ...times(node.time_ms, node.backward_ms)];
  const line = pass.nodes.filter((other) => lineOf(other) === lineOf(node));
  const all = costsOf(line);
  if (line.length < 2 || !node.source) return [own.join(' · ')];
  const parts = [
    t('{0} nodes', line.length),
    ...(all.kept ? [t('{0} kept', bytes(all.kept))] : []),
    ...times(all.forwardMs, all.backwardMs),
  ];
  return [own.join(' · '), t('all of line {0}: {1}', node.source.line, parts.join(' · '))];
}

const MOST_NAMED = 3;

/** What most of the memory at the peak is kept for. */
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
