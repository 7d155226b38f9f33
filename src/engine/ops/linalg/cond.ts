import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { matrixNorm } from '../norm.js';
import { convertsOut } from '../outDtype.js';
import { op, type Op } from '../op.js';
import { batchSizes, checkSquare } from './matrices.js';
import { inverseAndInfo } from './solve.js';
import { singularValues } from './svd.js';

/** The condition number of matrices. */

const norms: readonly unknown[] = ['fro', 'nuc', 1, -1, Infinity, -Infinity];

function condition(a: Tensor, p: number | string | null): Tensor {
  if (a.sizes.length < 2) throw wrongShape('linalg.cond: The input tensor must have at least 2 dimensions.');
  const none = () => a.new_zeros(batchSizes(a), { dtype: a.dtype.to_real() });
  if (numel(a.sizes) === 0 && p === null) return none();
  if (p === null || p === 2 || p === -2) {
    const values = singularValues(a);
    const [greatest, least] = [values.narrow(-1, 0, 1), values.narrow(-1, -1, 1)];
    return (p === -2 ? least.div(greatest) : greatest.div(least)).squeeze(-1);
  }
  if (!norms.includes(p)) throw new ValueError(`linalg.cond got an invalid norm type: ${p}`);
  checkSquare(`linalg.cond(ord=${p === Infinity ? 'inf' : p === -Infinity ? '-inf' : p})`, a);
  if (numel(a.sizes) === 0) return none();
  if (p === 'nuc') {
    const values = singularValues(a);
    return values.sum(-1).mul(values.reciprocal().sum(-1));
  }
  const [inverse, info] = inverseAndInfo(a);
  // In place, as PyTorch does: the backward needs the unchanged inverse, and so the gradient is refused.
  const known = inverse.masked_fill_(info.ne(0).unsqueeze(-1).unsqueeze(-1), Infinity);
  const found = matrixNorm(a, p, [-2, -1], false).mul(matrixNorm(known, p, [-2, -1], false));
  // NaN comes from zero times infinity.
  return found.nan_to_num_(Infinity, Infinity, -Infinity);
}

export const conditions: Op[] = [
  op({
    signature: 'linalg.cond(Tensor A, Scalar|str? p=None, *, Tensor? out=None)',
    wrongOut: convertsOut,
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'How much matrices magnify errors: by singular values, or by another norm.',
    formula: 'out = ‖A‖ · ‖A⁻¹‖',
    compose: (a, p) => condition(a, typeof p === 'boolean' ? Number(p) : p),
  }),
];
