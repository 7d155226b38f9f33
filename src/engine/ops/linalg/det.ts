import { isGradEnabled } from '../../autograd/gradMode.js';
import type { Tensor } from '../../tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { zerosLike } from '../pointwise.js';
import { apply } from '../unary/define.js';
import { luOf, signOf } from './lu.js';
import { checkFloat, checkSquare, identityLike, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';
import { inverseOf } from './solve.js';
import { singularVectors } from './svd.js';

/** Determinants. */

/** Of each matrix the determinant, its sign, and the logarithm of its size. */
function determinants(a: Tensor): [det: number[], sign: number[], log: number[]] {
  const n = matrixSizes(a)[0];
  const [dets, signs, logs]: number[][] = [[], [], []];
  for (const values of matricesOf(a)) {
    const { lu, pivots } = luOf(values, n, n);
    let sign = signOf(pivots);
    let det = sign;
    let log = 0;
    for (let i = 0; i < n; i++) {
      const d = lu[i * n + i];
      det *= d;
      sign *= Math.sign(d);
      log += Math.log(Math.abs(d));
    }
    dets.push(det);
    signs.push(sign);
    logs.push(log);
  }
  return [dets, signs, logs];
}

const scalars = (a: Tensor, values: readonly number[]): Tensor =>
  stacked(
    a,
    values.map((v) => [v]),
    [],
  );

/** A number for each matrix, to be multiplied with it. */
const perMatrix = (t: Tensor): Tensor => t.unsqueeze(-1).unsqueeze(-1);

/** Of matrices whose determinant may be 0: the derivatives of it, by products of all but one singular value. */
function cofactors(a: Tensor): Tensor {
  const [u, s, vh] = singularVectors(a, true);
  const n = s.sizes.at(-1)!;
  const others = s
    .unsqueeze(-2)
    .expand([...s.sizes, n])
    .masked_fill(identityLike(a, n).ne(0), 1)
    .prod(-1);
  return perMatrix(det(u).mul(det(vh))).mul(u.mul(others.unsqueeze(-2)).matmul(vh));
}

function detGrad(g: Tensor, a: Tensor, result: Tensor): Tensor {
  const singular = perMatrix(result.eq(0));
  const regular = a.add(identityLike(a, matrixSizes(a)[0]).mul(singular));
  const grad = perMatrix(g.mul(result)).mul(transposed(inverseOf(regular)));
  // As in PyTorch: where no further derivative is asked for, that of a singular matrix is taken to be 0.
  if (!singular.any().item() || !isGradEnabled()) return grad;
  return grad.where(singular.logical_not(), perMatrix(g).mul(cofactors(a)));
}

const detOp = op({
  signature: 'linalg.det(Tensor A, *, Tensor? out=None)',
  kind: kind.decomposition(),
  doc: 'The determinants of square matrices.',
  formula: 'out = det(A)',
  gradient: 'A: g · out · A⁻ᵀ',
  gradFn: 'LinalgDetBackward0',
  forward(a) {
    checkSquare('linalg.det', a);
    checkFloat('linalg.det', a);
    return scalars(a, determinants(a)[0]);
  },
  backward: { A: (g, s) => detGrad(g, s.A, s.result) },
});

const det = (a: Tensor): Tensor => apply(detOp, a, null);

const slogdetOp = op({
  signature: 'linalg.slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)',
  kind: kind.decomposition(),
  doc: 'The signs of the determinants of square matrices, and the logarithms of their sizes.',
  formula: 'logabsdet = ln |det(A)|',
  gradient: 'A: g · A⁻ᵀ, of logabsdet',
  gradFn: 'LinalgSlogdetBackward0',
  forward(a) {
    checkSquare('linalg.slogdet', a);
    checkFloat('linalg.slogdet', a);
    const [, sign, log] = determinants(a);
    return [scalars(a, sign), scalars(a, log)];
  },
  backward: {
    A(_, s) {
      const g = s.grads[1];
      return g ? perMatrix(g).mul(transposed(inverseOf(s.A))) : zerosLike(s.A);
    },
  },
});

const slogdet = (a: Tensor): [sign: Tensor, logabsdet: Tensor] => execute(slogdetOp, [a]) as [Tensor, Tensor];

export const determinantOps: Op[] = [
  detOp,
  slogdetOp,
  op({
    signature: 'det(Tensor input)',
    kind: kind.decomposition(),
    doc: 'The determinants of square matrices; another name of `linalg.det`.',
    formula: 'out = det(input)',
    compose: det,
  }),
  op({
    signature: 'slogdet(Tensor input) -> (Tensor sign, Tensor logabsdet)',
    kind: kind.decomposition(),
    doc: 'The signs of the determinants of square matrices, and the logarithms of their sizes; another name of `linalg.slogdet`.',
    formula: 'logabsdet = ln |det(input)|',
    compose: slogdet,
  }),
  op({
    signature: 'logdet(Tensor input)',
    kind: kind.decomposition(),
    doc: 'The logarithms of the determinants of square matrices; NaN of a negative one.',
    formula: 'out = ln det(input)',
    compose(input) {
      checkSquare('logdet', input);
      const [sign, log] = slogdet(input);
      return log.where(sign.ne(-1), NaN);
    },
  }),
];
