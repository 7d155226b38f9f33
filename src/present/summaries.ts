import { t } from '../protocol/l10n.js';
import type { Summary } from '../protocol/trace.js';
import { number } from './numbers.js';

/**
 * The element of a tensor with one element, else a few words on the range. Screen readers speak it, and lists show it.
 */
export function summaryText(summary: Summary | null): string {
  if (!summary) return t('none');
  if (summary.numel === 0) return t('empty');
  if (summary.numel === 1) return number(summary.data?.[0] ?? summary.mean);
  const bad = badText(summary);
  if (summary.min === null) return bad;
  return t('{0} to {1}, mean {2}', number(summary.min), number(summary.max), number(summary.mean)) + (bad && `, ${bad}`);
}

/** The number of elements that are not finite: `2 NaN, 1 Inf`. */
export function badText({ nan, inf }: Summary): string {
  return [nan > 0 && `${nan} NaN`, inf > 0 && `${inf} Inf`].filter(Boolean).join(', ');
}

/** The smallest and the largest element: `-1 … 2.5000`. */
export const rangeText = ({ min, max }: Summary, digits?: number): string =>
  min === null ? '' : `${number(min, digits)} … ${number(max, digits)}`;

/** The elements as a node shows them: `[0.2, -0.3]`; '' when they were not kept. */
export function elementsText({ data }: Summary, digits: number): string {
  if (!data) return '';
  return data.length === 1 ? number(data[0]) : `[${data.map((value) => number(value, digits)).join(', ')}]`;
}

/** Gradients with at most so many elements are written element by element. */
const few = 6;

/** A gradient in one line: its numbers when there are few, else its range and norm. */
export function flowText(grad: Summary): string {
  if (grad.numel <= 1 || grad.min === null) return summaryText(grad);
  if (grad.data && grad.numel <= few) return elementsText(grad, 4);
  return `${rangeText(grad)}, ‖∂‖ ${number(grad.norm)}`;
}
