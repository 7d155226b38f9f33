/** Tensors of the wrong dtype: integers where floating point is needed, or the other way round. */
import type { DtypeDetail } from '../../engine/errors/detail.js';
import { t } from '../../protocol/l10n.js';
import type { Fix } from '../../protocol/trace.js';
import { type Context, type Explanation, type Failure, madeAt, type Operand, present } from './failure.js';

export function explainDtypes(detail: DtypeDetail, { operation, operands, fix }: Failure, { sites }: Context): Explanation {
  const wanted = detail.kind === 'cast' ? 'floating' : detail.wanted;
  const kinds = operands.map(({ name, tensor }) => t('{0} is {1}.', name, tensor.dtype.name));
  const change = changeFor(wanted, operands);
  // No fix for a change in place: the tensor keeps its dtype, and a change of a converted copy would be lost.
  const isMended = change !== null && detail.kind !== 'cast';
  const isOfNumbers = operation === 'tensor' && operands.length === 0 && wanted === 'floating';
  return {
    text: [...kinds, adviceFor(wanted, operands)].filter(Boolean).join(' '),
    related: madeAt(operands, sites),
    fixes: isMended ? present([fix(change.operand, change.append)]) : isOfNumbers ? [withFloat()] : [],
  };
}

/** The fix of a tensor that is made of a list of whole numbers. */
const withFloat = (): Fix => ({
  title: t("Write the first number with '{0}'", '.0'),
  callees: ['tensor'],
  operand: 0,
  append: '.0',
  first: true,
});

type Wanted = Extract<DtypeDetail, { kind: 'dtype' }>['wanted'];

const isFloating = ({ tensor }: Operand): boolean => tensor.dtype.is_floating_point;

function adviceFor(wanted: Wanted, operands: readonly Operand[]): string {
  if (wanted === 'positions') return t('Classes and indices are whole numbers of dtype int64.');
  if (wanted === 'bool' || (operands.length > 0 && operands.every(isFloating))) return '';
  return t('A list of whole numbers makes an int64 tensor: write one as 1.0, give {0}, or use float().', '{ dtype: torch.float32 }');
}

/** Which operand to convert, and how; null where no operand is wrong. */
function changeFor(wanted: Wanted, operands: readonly Operand[]): { operand: number; append: string } | null {
  // The parameters of a layer are never wrong.
  const isToBlame = (operand: Operand) => isFloating(operand) === (wanted === 'positions') && operand.node?.op !== 'Parameter';
  // A loss that takes classes has its scores as the first operand. The scores are right, so the search begins at the
  // end.
  const operand = wanted === 'positions' ? operands.findLastIndex(isToBlame) : operands.findIndex(isToBlame);
  if (wanted === 'bool' || operand < 0) return null;
  return { operand, append: wanted === 'positions' ? '.long()' : '.float()' };
}
