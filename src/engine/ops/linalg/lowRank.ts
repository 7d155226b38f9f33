import { ValueError } from '../../errors.js';
import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';
import { matrixSizes } from './matrices.js';

/** Singular values of matrices of low rank, by a random basis. */

export const lowRanks: Op[] = [
  op({
    signature: 'svd_lowrank(Tensor A, int? q=6, int? niter=2, Tensor? M=None) -> Tensor[]',
    kind: kind.decomposition(),
    doc: 'About the singular values and vectors of matrices of low rank, by a random basis.',
    formula: 'A − M ≈ U · diag(S) · Vᵀ',
    compose: (a, q, turns, mean) => lateCode().lowRank(a, q ?? 6, turns ?? 2, mean),
  }),
  op({
    signature: 'pca_lowrank(Tensor A, int? q=None, bool center=True, int niter=2) -> Tensor[]',
    kind: kind.decomposition(),
    doc: 'The principal components of a matrix of low rank, whose rows are samples, by a random basis.',
    formula: 'A − mean(A) ≈ U · diag(S) · Vᵀ',
    compose(a, wanted, centres, turns) {
      const [m, n] = matrixSizes(a);
      const q = wanted ?? Math.min(6, m, n);
      if (!(q >= 0 && q <= Math.min(m, n)))
        throw new ValueError(`q(=${q}) must be non-negative integer and not greater than min(m, n)=${Math.min(m, n)}`);
      if (turns < 0) throw new ValueError(`niter(=${turns}) must be non-negative integer`);
      return lateCode().lowRank(centres ? a.sub(a.mean([-2], true)) : a, q, turns, null);
    },
  }),
];
