import { float16, float32, float64 } from '../../dtype.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
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

export function lowRank(given: Tensor, q: number, turns: number, mean: Tensor | null): [u: Tensor, s: Tensor, v: Tensor] {
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
