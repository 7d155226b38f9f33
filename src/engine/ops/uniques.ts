import { NotImplementedError_ } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { lateCode } from './later.js';
import { named, refusing } from './refusing.js';
import { op, type Op } from './op.js';

/** The distinct elements of a tensor. */

/** The names of the functions that PyTorch records for them. */
const gradFns: Readonly<Record<string, string>> = {
  _unique2: 'Unique2Backward0',
  unique_dim: 'UniqueDimBackward0',
  unique_consecutive: 'UniqueConsecutiveBackward0',
};

/** Marks the distinct elements: PyTorch has no gradient of them. */
function withoutDerivative<Result>(results: Result, aten: string): Result {
  const first = Array.isArray(results) ? (results[0] as unknown) : results;
  if (first instanceof Tensor)
    named(refusing(first, new NotImplementedError_(`the derivative for '${aten}' is not implemented.`)), gradFns[aten]);
  return results;
}

export const uniques: Op[] = [
  op({
    signature: 'unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any',
    sizedBy: '_unique2',
    gradFn: 'NotImplemented',
    kind: kind.counting(),
    doc: 'The distinct elements (or slices of a dim), in order; with where each went, and how many there were.',
    formula: 'out = distinct elements of input',
    compose: (input, _sorted, inverse, counts, dim) =>
      withoutDerivative(lateCode().uniqueOf(input, true, inverse, counts, dim), dim === null ? '_unique2' : 'unique_dim'),
  }),
  op({
    signature: 'unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any',
    sizedBy: 'unique_consecutive',
    gradFn: 'NotImplemented',
    kind: kind.counting(),
    doc: 'The elements without repeats of the one before.',
    formula: 'out = input without consecutive repeats',
    compose: (input, inverse, counts, dim) =>
      withoutDerivative(lateCode().uniqueOf(input, false, inverse, counts, dim), 'unique_consecutive'),
  }),
];
