import type { DType } from '../dtype.js';
import { cName, wrongDtype } from '../errors/dtypes.js';
import type { Op } from './op.js';

/** Kinds of operations whose results PyTorch converts for no `out`, whatever the operation says. */
const converts = ({ kind }: Op): boolean => kind.is !== 'product' && kind.is !== 'decomposition';

/** @throws RuntimeError where a result of this dtype is not stored in an `out` of that one */
export function checkOutDtype(op: Op, result: DType, out: DType): void {
  if (result === out || (!op.wrongOut && converts(op))) return;
  const said = op.wrongOut?.(result, out) ?? `Expected out tensor to have dtype ${cName(result)}, but got ${cName(out)} instead`;
  throw wrongDtype('same', said);
}
