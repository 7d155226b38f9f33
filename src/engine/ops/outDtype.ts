import type { DType } from '../dtype.js';
import { cName, wrongDtype } from '../errors/dtypes.js';
import type { Op } from './op.js';

/** What PyTorch's structured kernels say of an `out` of another dtype. */
export const unexpectedOut = (result: DType, out: DType): string =>
  `Expected out tensor to have dtype ${cName(result)}, but got ${cName(out)} instead`;

/** For decompositions and products that PyTorch makes of other operations: what they give is converted. */
export const convertsOut = (): null => null;

/** Kinds of operations whose results PyTorch converts for no `out`, whatever the operation says. */
const converts = ({ kind }: Op): boolean => kind.is !== 'product' && kind.is !== 'decomposition';

/** @throws RuntimeError where a result of this dtype is not stored in an `out` of that one */
export function checkOutDtype(op: Op, result: DType, out: DType): void {
  if (result === out || (!op.wrongOut && converts(op))) return;
  const said = op.wrongOut ? op.wrongOut(result, out) : unexpectedOut(result, out);
  if (said !== null) throw wrongDtype('same', said);
}
