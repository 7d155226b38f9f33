/** Why an operation gives no number, where its arguments show it. The operation's entry says where it breaks. */
import { t } from '../../protocol/l10n.js';
import type { Breaking } from '../../protocol/operations.js';
import type { Summary, TraceNode } from '../../protocol/trace.js';
import type { OperationGraph } from './operationGraph.js';

export const short = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))));

export function breakage(graph: OperationGraph, node: TraceNode): string {
  for (const breaking of graph.kindOf(node)?.breaks ?? []) {
    const given = rangeOf(graph, node, breaking.argument);
    const found =
      given &&
      explain(breaking, node.value.nan > 0, given, breaking.dividend === undefined ? null : rangeOf(graph, node, breaking.dividend));
    if (found) return found;
  }
  return '';
}

type Given = Pick<Summary, 'min' | 'max' | 'numel' | 'inf'>;

/** The range of an argument: the numbers of a tensor, or the one number in the call. */
function rangeOf(graph: OperationGraph, node: TraceNode, argument: string): Given | null {
  const tensor = graph.argument(node, argument);
  if (tensor) return tensor.value;
  const [, text] = new RegExp(`(?:^|, )${argument}=(-?[\\d.e+-]+)`).exec(node.attributes) ?? [];
  return text === undefined ? null : { min: Number(text), max: Number(text), numel: 1, inf: 0 };
}

function explain(breaking: Breaking, isNaN: boolean, given: Given, dividend: Given | null): string | null {
  const { how, at = 0, from = -Infinity, to = Infinity, above = Infinity } = breaking;
  const [min, max] = [given.min ?? Infinity, given.max ?? -Infinity];
  switch (how) {
    case 'logarithm':
      if (min > at) return null;
      return min < at ? t('A logarithm of a negative number is NaN.') : t('A logarithm of 0 is -inf.');
    case 'root':
      return isNaN && min < 0 ? t('A square root of a negative number is NaN.') : null;
    case 'power':
      return isNaN && min < 0 ? t('A power of a negative number with a fractional exponent is NaN.') : null;
    case 'division':
      if (!includesZero(given)) return null;
      return dividend && includesZero(dividend) ? t('It divides by 0, and 0 by 0 is NaN.') : t('It divides by 0.');
    case 'interval':
      if (min >= from && max <= to) return null;
      return to === Infinity ? t('It is defined from {0} only.', from) : t('It is defined from {0} to {1} only.', from, to);
    case 'deviation':
      return given.numel === 1 ? t('One number has no deviation: it divides by n - 1, which is 0.') : null;
    case 'overflow':
      return max > above ? t('Its input goes up to {0}: float32 ends at 3.4e38.', short(given.max)) : null;
    case 'masked':
      return given.inf > 0 ? t('A row that is masked altogether has nothing to choose from.') : null;
    case 'slope':
      return null;
  }
}

const includesZero = ({ min, max }: Given): boolean => (min ?? 1) <= 0 && (max ?? -1) >= 0;
