import { canCast, type DType } from '../dtype.js';
import { cName, wrongDtype } from '../errors/dtypes.js';
import type { Op } from './op.js';

/** The message of PyTorch's structured kernels for an `out` of another dtype. */
export const unexpectedOut = (result: DType, out: DType): string =>
  `Expected out tensor to have dtype ${cName(result)}, but got ${cName(out)} instead`;

/** That of elementwise operations of one input that convert nothing. */
export const notConverted = (result: DType, out: DType): string => `Found dtype ${out.scalarName} but expected ${result.scalarName}`;

/**
 * For decompositions and products that PyTorch builds from other operations: their result is converted to the dtype of
 * `out`.
 */
export const convertsOut = (): null => null;

/** For decompositions that convert their results for `out`: the message where a conversion would lose the kind of number. */
export const notCastable =
  (name: string) =>
  (result: DType, out: DType, of: string): string | null =>
    canCast(result, out)
      ? null
      : `${name}: Expected ${of} to be safely castable from ${result.scalarName} dtype, but got ${of} with dtype ${out.scalarName}`;

/** True when PyTorch converts the results of this kind of operation for `out`: not for products and decompositions. */
const converts = ({ kind }: Op): boolean => kind.is !== 'product' && kind.is !== 'decomposition';

/**
 * @param at the place of the result among several
 * @throws RuntimeError when a result of this dtype cannot be stored in an `out` of that dtype
 */
export function checkOutDtype(op: Op, result: DType, out: DType, at: number): void {
  const { resultNames } = op.parsed;
  if (result === out || (!op.wrongOut && !resultNames && converts(op))) return;
  const said = op.wrongOut ? op.wrongOut(result, out, resultNames?.[at] ?? '') : unexpectedOut(result, out);
  if (said !== null) throw wrongDtype('same', said);
}
