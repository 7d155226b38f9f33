import { distance, type Comparison } from '../graph/compare.js';
import type { PassGraph } from '../graph/passGraph.js';
import { t } from '../protocol/l10n.js';
import type { TraceNode } from '../protocol/trace.js';
import { nameOf } from './names.js';
import { axisText } from './numbers.js';
import { summaryText } from './summaries.js';

/** A change relative to the previous value, with three digits: `12.5 %`. A change by more than ten times: `439 ×`. */
export const percent = (share: number): string =>
  share < 10 ? `${axisText(Number((share * 100).toPrecision(3)))} %` : `${axisText(Number(share.toPrecision(3)))} ×`;

/** In a few words, how a node differs from the same node of the other pass. */
export function changeText(base: PassGraph, node: TraceNode): string {
  const before = base.withKey(node.key)?.value;
  if (!before) return t('was not there');
  const by = distance(before, node.value);
  if (by === 0) return t('unchanged');
  if (before.numel === 1 && node.value.numel === 1) return `${summaryText(before)} → ${summaryText(node.value)}`;
  return by === null ? t('another shape') : percent(by);
}

export function comparisonText({ base, moved, came, went }: Comparison): string {
  const changed = [...moved.values()].filter((by) => by > 0).length;
  const parts = [t('{0} of {1} values changed', changed, moved.size)];
  if (came.length) parts.push((came.length === 1 ? t('1 node came') : t('{0} nodes came', came.length)) + some(came));
  if (went.length) parts.push((went.length === 1 ? t('1 node went') : t('{0} nodes went', went.length)) + some(went));
  return t('Compared with pass {0}: {1}', base + 1, parts.join(', '));
}

const mostNamed = 4;

/** The names of some nodes, in brackets: ` (mul, h, add …)`. */
function some(nodes: readonly TraceNode[]): string {
  const distinct = [...new Set(nodes.map(nameOf))];
  return ` (${distinct.slice(0, mostNamed).join(', ')}${distinct.length > mostNamed ? ' …' : ''})`;
}
