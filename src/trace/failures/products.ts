/** Products: the dimension that is summed over must have the same length in both factors. */
import type { ShapeDetail } from '../../engine/errors/detail.js';
import { t } from '../../protocol/l10n.js';
import { type Explanation, type Failure, type Operand, present } from './failure.js';
import { only, type Row, rowOf, table } from './table.js';

const transposed = ({ shape }: Operand): string => (shape.length === 2 ? '.t()' : '.transpose(-2, -1)');

/** The last dimension of the left factor must equal the last but one of the right factor, and the batches must be the same. */
export function explainProduct({ operands, fix }: Failure): Explanation | null {
  // The first operand of `addmm` and the like is not a factor: the product is added to it.
  const first = operands.length > 2 ? 1 : 0;
  const [left, right] = operands.slice(first);
  if (!left || !right) return null;
  const [columns, rows] = [left.shape.at(-1)!, right.shape.at(-2) ?? right.shape[0]!];
  if (columns === rows) return ofBatches(left, right);
  const text = table([
    marked(left, -1, t('{0} columns', columns)),
    marked(right, right.shape.length > 1 ? -2 : 0, t('{0} rows: must be as many', rows)),
  ]);
  const fixes = [
    right.shape.length > 1 && right.shape.at(-1) === columns ? fix(first + 1, transposed(right)) : null,
    left.shape.length > 1 && left.shape.at(-2) === rows ? fix(first, transposed(left)) : null,
  ];
  return { text, fixes: present(fixes) };
}

function ofBatches(left: Operand, right: Operand): Explanation {
  const rows = [left, right].map(rowOf);
  return { text: table(rows, { marks: only(0, left.shape.length), note: t('must be the same') }) };
}

/** A linear layer: the input must have as many features as the layer takes. */
export function explainFeatures(
  { wanted: takes, given }: Extract<ShapeDetail, { kind: 'features' }>,
  { operands, fix }: Failure,
): Explanation | null {
  const [input, weight] = operands;
  if (!input || !weight) return null;
  const text = table([marked(input, -1, t('{0} features', given)), marked(weight, -1, t('takes {0}', takes))]);
  const perRow = input.shape.slice(1).reduce((all, n) => all * n, 1);
  const append =
    input.shape.length > 2 && perRow === takes
      ? '.flatten(1)'
      : input.shape.length === 2 && input.shape[0] === takes
        ? '.t()'
        : takes === 1
          ? '.unsqueeze(-1)'
          : null;
  return { text, fixes: append === null ? [] : present([fix(0, append)]) };
}

/** A convolution: the input must have as many channels as the weight takes. */
export function explainChannels(
  { wanted, given }: Extract<ShapeDetail, { kind: 'channels' }>,
  { operands, fix }: Failure,
): Explanation | null {
  const [input, weight] = operands;
  if (!input || !weight) return null;
  const isBatched = input.shape.length === weight.shape.length;
  const channels = isBatched ? 1 : 0;
  const text = table([marked(input, channels, t('{0} channels', given)), marked(weight, 1, t('takes {0}', weight.shape[1]!))]);
  const append =
    isBatched && input.shape.length === 4 && input.shape[3] === wanted
      ? '.permute(0, 3, 1, 2)'
      : !isBatched && wanted === 1
        ? '.unsqueeze(1)'
        : null;
  return { text, fixes: append === null ? [] : present([fix(0, append)]) };
}

const marked = (operand: Operand, dim: number, note: string): Row => ({ ...rowOf(operand), marks: only(dim, operand.shape.length), note });
