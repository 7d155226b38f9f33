import { t } from '../protocol/l10n.js';
import type { Summary } from '../protocol/trace.js';
import { number } from './numbers.js';

/** The only element of a tensor of one; else a few words on its range. Spoken by screen readers, shown in lists. */
export function summaryText(summary: Summary | null): string {
  if (!summary) return t('none');
  if (summary.numel === 0) return t('empty');
  if (summary.numel === 1) return number(summary.data?.[0] ?? summary.mean);
  const bad = badText(summary);
  if (summary.min === null) return bad;
  return t('{0} to {1}, mean {2}', number(summary.min), number(summary.max), number(summary.mean)) + (bad && `, ${bad}`);
}

/** How many elements are not finite: `2 NaN, 1 Inf`. */
export function badText({ nan, inf }: Summary): string {
  return [nan > 0 && `${nan} NaN`, inf > 0 && `${inf} Inf`].filter(Boolean).join(', ');
}

/** From the least to the largest element: `-1 … 2.5000`. */
export const rangeText = ({ min, max }: Summary, digits?: number): string =>
  min === null ? '' : `${number(min, digits)} … ${number(max, digits)}`;

/** The elements as they stand on a node: `[0.2, -0.3]`; '' where they were not kept. */
export function elementsText({ data }: Summary, digits: number): string {
  if (!data) return '';
  return data.length === 1 ? number(data[0]) : `[${data.map((value) => number(value, digits)).join(', ')}]`;
}

/** So many elements of a gradient are written one by one. */
const few = 6;

/** A gradient in a line: its numbers where there are few, else their range and length. */
export function flowText(grad: Summary): string {
  if (grad.numel <= 1 || grad.min === null) return summaryText(grad);
  if (grad.data && grad.numel <= few) return elementsText(grad, 4);
  return `${rangeText(grad)}, ‖∂‖ ${number(grad.norm)}`;
}
