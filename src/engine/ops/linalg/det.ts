import { isGradEnabled } from '../../autograd/gradMode.js';
import { Complex } from '../../complex.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { zerosLike } from '../pointwise.js';
import { apply } from '../unary/define.js';
import { luOf, signOf } from './lu.js';
import { numbersOf, type Values } from './numbers.js';
import { adjoint, checkFloat, checkSquare, identityLike, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';
import { inverseOf } from './solve.js';
import { singularVectors } from './svd.js';

/** Determinants. */

/** The determinant of each matrix, its sign, and the logarithm of its absolute value. */
function determinants(a: Tensor): [det: Values[], sign: Values[], log: Values[]] {
  const n = matrixSizes(a)[0];
  const F = numbersOf(a.dtype);
  const one = (value: unknown): Values => {
    const values = new Float64Array(F.lanes);
    F.put(values, 0, value);
    return values;
  };
  const [dets, signs, logs]: Values[][] = [[], [], []];
  for (const values of matricesOf(a)) {
    const { lu, pivots } = luOf(F, values, n, n);
    let sign = F.of(signOf(pivots));
    let det = sign;
    let log = 0;
    for (let i = 0; i < n; i++) {
      const d = F.at(lu, i * n + i);
      const size = F.size(d);
      det = F.mul(det, d);
      sign = F.mul(sign, size === 0 ? F.of(0) : F.div(d, F.of(size)));
      log += Math.log(size);
    }
    dets.push(one(det));
    signs.push(one(sign));
    logs.push(Float64Array.of(log));
  }
  return [dets, signs, logs];
}

const scalars = (a: Tensor, values: readonly Values[], dtype = a.dtype): Tensor => stacked(a, values, [], dtype);

/** Reshapes a number for each matrix so that it can be multiplied with the matrices. */
const perMatrix = (t: Tensor): Tensor => t.unsqueeze(-1).unsqueeze(-1);

/** The derivatives of the determinant when it may be 0: products of all singular values but one. */
function cofactors(a: Tensor): Tensor {
  const [u, s, vh] = singularVectors(a, true);
  const n = s.sizes.at(-1)!;
  const others = s
    .unsqueeze(-2)
    .expand([...s.sizes, n])
    .masked_fill(identityLike(a, n).ne(0), 1)
    .prod(-1);
  return perMatrix(det(u).mul(det(vh))).mul(u.conj().mul(others.unsqueeze(-2)).matmul(vh.conj()));
}

function detGrad(g: Tensor, a: Tensor, result: Tensor): Tensor {
  const singular = perMatrix(result.eq(0));
  const regular = a.add(identityLike(a, matrixSizes(a)[0]).mul(singular));
  const grad = perMatrix(g.mul(result)).mul(transposed(inverseOf(regular)));
  // As in PyTorch: without a second derivative, the derivative at a singular matrix counts as 0.
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
  signature: 'linalg.slogdet(Tensor A, *, Tensor[]? out=None) -> (Tensor sign, Tensor logabsdet)',
  kind: kind.decomposition(),
  doc: 'The signs of the determinants of square matrices, and the logarithms of their sizes.',
  formula: 'logabsdet = ln |det(A)|',
  gradient: 'A: g · A⁻ᵀ, of logabsdet',
  gradFn: 'LinalgSlogdetBackward0',
  conjugates: true,
  forward(a) {
    checkSquare('linalg.slogdet', a);
    checkFloat('linalg.slogdet', a);
    const [, sign, log] = determinants(a);
    return [scalars(a, sign), scalars(a, log, a.dtype.to_real())];
  },
  backward: {
    A(_, s) {
      const [gs, gl] = s.grads;
      const back = () => adjoint(inverseOf(s.A));
      if (!s.A.is_complex() || !gs) return gl ? perMatrix(gl).mul(back()) : zerosLike(s.A);
      // The sign of a complex number is a direction in the plane: only gradients that turn it have an effect.
      const turned = gs.conj().mul(s.results[0]).imag.mul(new Complex(0, -1));
      return perMatrix(gl ? turned.add(gl) : turned).mul(back());
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
    signature: 'slogdet(Tensor input, *, Tensor[]? out=None) -> (Tensor sign, Tensor logabsdet)',
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
      checkFloat('logdet', input);
      const [sign, log] = slogdet(input);
      if (input.is_complex()) return sign.log().add(log);
      return log.where(sign.ne(-1), NaN);
    },
  }),
];
