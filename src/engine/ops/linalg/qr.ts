import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import { catOf } from '../joining.js';
import * as kind from '../kind.js';
import { convertsOut, notCastable } from '../outDtype.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { numbersOf } from './numbers.js';
import {
  adjoint,
  batchSizes,
  byColumns,
  checkFloat,
  checkMatrix,
  identityLike,
  isLapack,
  matricesOf,
  matrixSizes,
  stacked,
} from './matrices.js';
import { solveTriangular } from './triangular.js';

/** QR factors, and products of reflections. */

const modes = ['reduced', 'r', 'complete'];

const qrOp = op({
  signature: "linalg.qr(Tensor A, str mode='reduced', *, Tensor[]? out=None) -> (Tensor Q, Tensor R)",
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'An orthogonal matrix and an upper triangle whose product is the matrix.',
  formula: 'A = Q · R',
  gradient: 'A: [gQ + Q · sym(gR · Rᵀ − Qᵀ · gQ)] · R⁻ᵀ',
  gradFn: 'LinalgQrBackward0',
  conjugates: true,
  forward(a, mode) {
    checkMatrix('linalg.qr', a);
    checkFloat('linalg.qr', a);
    if (!modes.includes(mode)) {
      throw new RuntimeError(`qr received unrecognized mode '${mode}' but expected one of 'reduced' (default), 'r', or 'complete'`);
    }
    const [m, n] = matrixSizes(a);
    const rows = mode === 'complete' ? m : Math.min(m, n);
    const F = numbersOf(a.dtype);
    const all = matricesOf(a).map((values) => lateCode().qrOf(F, values, m, n));
    const r = all.map(({ a: values }) => values.slice(0, rows * n * F.lanes));
    for (const values of r) for (let i = 1; i < rows; i++) values.fill(0, i * n * F.lanes, (i * n + Math.min(i, n)) * F.lanes);
    const upper = byColumns(a, r, [rows, n]);
    if (mode === 'r') return [a.new_empty([0]), upper];
    const q = all.map(({ a: values, tau }) => lateCode().productOf(F, values, tau, m, n, rows));
    return [byColumns(a, q, [m, rows]), upper];
  },
  backward: { A: (_, s) => qrGrad(s.results, s.grads, s.mode) },
});

/** Twice the symmetric part of an upper triangular matrix. */
const evened = (t: Tensor): Tensor => {
  const whole = t.add(adjoint(t));
  return whole.sub(whole.diagonal(0, -2, -1).mul(0.5).diag_embed());
};

/** PyTorch's linalg_qr_backward. */
function qrGrad([q, r]: Tensor[], [gq, gr]: (Tensor | null)[], mode: string): Tensor {
  if (mode === 'r') {
    throw new RuntimeError(
      "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.",
    );
  }
  const [m, n] = [q.sizes.at(-2)!, r.sizes.at(-1)!];
  if (mode === 'complete' && m > n) {
    throw new RuntimeError("The QR decomposition is not differentiable when mode='complete' and nrows > ncols.");
  }
  if (m >= n) return squareGrad(q, r, gq, gr);
  // A wide matrix has the Q of its first columns, and the first columns of its R are their R. The other columns of R
  // are Qᵀ times its other columns.
  const rest = gr && gr.narrow(-1, m, n - m);
  const other = r.narrow(-1, m, n - m);
  const turned = rest && q.matmul(other).matmul(adjoint(rest));
  const first = squareGrad(q, r.narrow(-1, 0, m), gq && turned ? gq.add(turned) : (gq ?? turned), gr && gr.narrow(-1, 0, m));
  return catOf([first, rest ? q.matmul(rest) : q.matmul(other).mul(0)], -1);
}

/** The gradient for matrices that do not have more columns than rows. */
function squareGrad(q: Tensor, r: Tensor, gq: Tensor | null, gr: Tensor | null): Tensor {
  const zero = r.new_zeros([1, 1]);
  const fromR = gr ? gr.matmul(adjoint(r)) : zero;
  const fromQ = gq ? adjoint(q).matmul(gq) : zero;
  const whole = q.matmul(evened(fromR.sub(fromQ).triu()));
  return solveTriangular(adjoint(r), gq ? whole.add(gq) : whole, { left: false });
}

/**
 * The product of the reflections in `input` and `tau`, built from operations so that it has gradients; it has `columns`
 * columns.
 */
function reflected(input: Tensor, tau: Tensor, columns: number): Tensor {
  const [m] = matrixSizes(input);
  const k = tau.sizes.at(-1)!;
  const directions = input.tril(-1).add(
    identityLike(input, Math.max(m, input.sizes.at(-1)!))
      .narrow(0, 0, m)
      .narrow(1, 0, input.sizes.at(-1)!),
  );
  let q = identityLike(input, m)
    .narrow(1, 0, columns)
    .expand([...batchSizes(input), m, columns]);
  for (let j = k - 1; j >= 0; j--) {
    const v = directions.narrow(-1, j, 1);
    q = q.sub(
      tau
        .narrow(-1, j, 1)
        .unsqueeze(-1)
        .mul(v.matmul(adjoint(v).matmul(q))),
    );
  }
  return q;
}

function checkReflections(input: Tensor, tau: Tensor): void {
  const name = 'torch.linalg.householder_product';
  if (input.sizes.length < 2) throw wrongShape(`${name}: input must have at least 2 dimensions.`);
  const [m, n] = matrixSizes(input);
  if (m < n) throw wrongShape(`${name}: input.shape[-2] must be greater than or equal to input.shape[-1]`);
  if (tau.sizes.length !== input.sizes.length - 1) {
    throw wrongShape(
      `${name}: Expected tau to have one dimension less than input, but got tau.ndim equal to ${tau.sizes.length} and input.ndim is equal to ${input.sizes.length}`,
    );
  }
  if (n < tau.sizes.at(-1)!) throw wrongShape(`${name}: input.shape[-1] must be greater than or equal to tau.shape[-1]`);
  if (tau.dtype !== input.dtype)
    throw new RuntimeError(`${name}: tau dtype ${tau.dtype.scalarName} does not match input dtype ${input.dtype.scalarName}`);
}

const productSteps = (input: Tensor, tau: Tensor): Tensor[] => [reflected(input, tau, matrixSizes(input)[1])];

const productOp = op({
  signature: '_householder_product(Tensor input, Tensor tau)',
  shown: 'householder_product',
  kind: kind.decomposition(),
  doc: 'The first columns of a product of reflections, whose directions stand below the diagonal.',
  formula: 'out = Π (1 − tau[i] · v[i] · v[i]ᵀ)',
  gradient: 'through the reflections, one after the other',
  gradFn: 'LinalgHouseholderProductBackward0',
  conjugates: true,
  keeps: ['result'],
  variants: [],
  forward(input, tau) {
    checkReflections(input, tau);
    if (!isLapack(input.dtype)) throw new NotImplementedError_(`"orgqr_cpu" not implemented for '${input.dtype.scalarName}'`);
    return productSteps(input, tau)[0];
  },
  backward: {
    input: (g, s) => throughSteps(productSteps, [s.input, s.tau], 0, [g]),
    tau: (g, s) => throughSteps(productSteps, [s.input, s.tau], 1, [g]),
  },
});

const householderProduct = (input: Tensor, tau: Tensor): unknown => execute(productOp, [input, tau]);

/** Q of A = Q · R, with as many columns as A needs. */
export const orthonormal = (a: Tensor): Tensor => (execute(qrOp, [a, 'reduced']) as Tensor[])[0];

/** The product of a matrix with the complete Q. */
const multiplied =
  (left: boolean, transpose: boolean) =>
  (input: Tensor, tau: Tensor, other: Tensor): Tensor[] => {
    const q = reflected(input, tau, matrixSizes(input)[0]);
    const side = transpose ? adjoint(q) : q;
    return [left ? side.matmul(other) : other.matmul(side)];
  };

export const qrs: Op[] = [
  qrOp,
  productOp,
  op({
    signature: 'geqrf(Tensor input, *, Tensor[]? out=None) -> (Tensor a, Tensor tau)',
    kind: kind.decomposition({ cuts: true }),
    wrongOut: notCastable('torch.geqrf'),
    doc: 'QR factors as LAPACK keeps them: R, and below it the directions of the reflections that make Q.',
    formula: 'input = (Π 1 − tau · v · vᵀ) · R',
    forward(input) {
      if (input.sizes.length < 2) throw wrongShape('torch.geqrf: input must have at least 2 dimensions.');
      if (!isLapack(input.dtype)) throw new NotImplementedError_(`"geqrf_cpu" not implemented for '${input.dtype.scalarName}'`);
      const [m, n] = matrixSizes(input);
      const all = matricesOf(input).map((values) => lateCode().qrOf(numbersOf(input.dtype), values, m, n));
      return [
        byColumns(
          input,
          all.map(({ a }) => a),
          [m, n],
        ),
        stacked(
          input,
          all.map(({ tau }) => tau),
          [Math.min(m, n)],
        ),
      ];
    },
  }),
  op({
    signature: 'linalg.householder_product(Tensor A, Tensor tau, *, Tensor? out=None)',
    wrongOut: convertsOut,
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The first columns of a product of reflections, whose directions stand below the diagonal.',
    formula: 'out = Π (1 − tau[i] · v[i] · v[i]ᵀ)',
    compose: householderProduct,
  }),
  op({
    signature: 'orgqr(Tensor input, Tensor input2)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The first columns of a product of reflections; another name of `linalg.householder_product`.',
    formula: 'out = Π (1 − input2[i] · v[i] · v[i]ᵀ)',
    compose: householderProduct,
  }),
  op({
    signature: 'ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The product of a matrix with a product of reflections.',
    formula: 'out = Q · other, or other · Q from the right',
    gradient: 'through the reflections, one after the other',
    conjugates: true,
    keeps: ['result'],
    forward(input, tau, other, left, transpose) {
      for (const [name, t] of Object.entries({ input, other }))
        if (t.sizes.length < 2) throw wrongShape(`torch.ormqr: ${name} must have at least 2 dimensions.`);
      if (tau.sizes.length !== input.sizes.length - 1) {
        throw wrongShape(
          `torch.ormqr: Expected tau to have one dimension less than input, but got tau.ndim equal to ${tau.sizes.length} and input.ndim is equal to ${input.sizes.length}`,
        );
      }
      if (tau.sizes.at(-1)! > Math.min(...matrixSizes(input))) {
        throw wrongShape('torch.ormqr: tau.shape[-1] must be equal to min(other.shape[-2], input.shape[-1])');
      }
      const at = left ? -2 : -1;
      if (other.sizes.at(at) !== input.sizes.at(-2)) throw wrongShape(`torch.ormqr: other.shape[${at}] must be equal to input.shape[-2]`);
      return multiplied(left, transpose)(input, tau, other)[0];
    },
    backward: {
      // PyTorch leaves the gradient out where there are no reflections.
      input: (g, s) =>
        numel(s.input.sizes) === 0 ? null : throughSteps(multiplied(s.left, s.transpose), [s.input, s.tau, s.other], 0, [g]),
      tau: (g, s) => (numel(s.tau.sizes) === 0 ? null : throughSteps(multiplied(s.left, s.transpose), [s.input, s.tau, s.other], 1, [g])),
      other: (g, s) => throughSteps(multiplied(s.left, s.transpose), [s.input, s.tau, s.other], 2, [g]),
    },
  }),
];
