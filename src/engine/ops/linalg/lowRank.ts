import { float16, float32, float64 } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { adjoint, matrixSizes } from './matrices.js';
import { orthonormal } from './qr.js';
import { singularVectors } from './svd.js';

/** Singular values of matrices of low rank, by a random basis (Halko and others, algorithms 4.4 and 5.1). */

const floating = (a: Tensor) => ([float16, float32, float64].includes(a.dtype) ? a.dtype : float32);

/** The product of `a` − `m` and `b`. */
const times = (a: Tensor, m: Tensor | null, b: Tensor): Tensor => (m ? a.matmul(b).sub(m.matmul(b)) : a.matmul(b));

/** Columns that nearly span the range of the matrix. */
function basisOf(a: Tensor, m: Tensor | null, q: number, turns: number): Tensor {
  const dtype = a.dtype.is_complex ? a.dtype : floating(a);
  const drawn = quietly(() => a.new_empty([a.sizes.at(-1)!, q], { dtype }).normal_());
  let basis = orthonormal(times(a, m, drawn));
  for (let i = 0; i < turns; i++) {
    basis = orthonormal(times(adjoint(a), m && adjoint(m), basis));
    basis = orthonormal(times(a, m, basis));
  }
  return basis;
}

function lowRank(given: Tensor, q: number, turns: number, mean: Tensor | null): [u: Tensor, s: Tensor, v: Tensor] {
  const [rows, columns] = matrixSizes(given);
  const whole = mean && mean.broadcast_to(given.sizes);
  const isWide = rows < columns;
  const [a, m] = isWide ? [adjoint(given), whole && adjoint(whole)] : [given, whole];
  const basis = basisOf(a, m, q, turns);
  const across = adjoint(basis);
  const [inner, s, vh] = singularVectors(m ? across.matmul(a).sub(across.matmul(m)) : across.matmul(a), false);
  const [u, v] = [basis.matmul(inner), adjoint(vh)];
  return isWide ? [v, s, u] : [u, s, v];
}

export const lowRanks: Op[] = [
  op({
    signature: 'svd_lowrank(Tensor A, int? q=6, int? niter=2, Tensor? M=None) -> Tensor[]',
    kind: kind.decomposition({ random: true }),
    doc: 'About the singular values and vectors of matrices of low rank, by a random basis.',
    formula: 'A − M ≈ U · diag(S) · Vᵀ',
    compose: (a, q, turns, mean) => lowRank(a, q ?? 6, turns ?? 2, mean),
  }),
  op({
    signature: 'pca_lowrank(Tensor A, int? q=None, bool center=True, int niter=2) -> Tensor[]',
    kind: kind.decomposition({ random: true }),
    doc: 'The principal components of a matrix of low rank, whose rows are samples, by a random basis.',
    formula: 'A − mean(A) ≈ U · diag(S) · Vᵀ',
    compose(a, wanted, centres, turns) {
      const [m, n] = matrixSizes(a);
      const q = wanted ?? Math.min(6, m, n);
      if (!(q >= 0 && q <= Math.min(m, n)))
        throw new ValueError(`q(=${q}) must be non-negative integer and not greater than min(m, n)=${Math.min(m, n)}`);
      if (turns < 0) throw new ValueError(`niter(=${turns}) must be non-negative integer`);
      return lowRank(centres ? a.sub(a.mean([-2], true)) : a, q, turns, null);
    },
  }),
];
