import { int64 } from '../../dtype.js';
import { LinAlgError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import type { SavedResults } from '../../autograd/saved.js';
import * as kind from '../kind.js';
import { convertsOut, notCastable } from '../outDtype.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { apply } from '../unary/define.js';
import { eigh } from './eigh.js';
import { adjoint, checkMatrix, checkSquare, isLapack, matrixSizes, shown, transposed } from './matrices.js';
import { singularValues, singularVectors } from './svd.js';

/** Operations that depend on how large singular values are: pseudoinverses, least squares, ranks. */

type Bound = Tensor | number | null;

interface Limits {
  atol: Bound;
  rtol: Bound;
}

/** For each matrix, the limit up to which a singular value counts as 0. */
function limitOf(a: Tensor, largest: Tensor, { atol, rtol }: Limits): Tensor {
  const epsilon = a.dtype.digits === 53 ? 2 ** -52 : 2 ** -23;
  const relative = rtol ?? (atol === null || atol === 0 ? epsilon * Math.max(...matrixSizes(a)) : 0);
  const scaled = largest.mul(relative);
  const least = atol instanceof Tensor ? atol : scaled.new_full([], atol ?? 0);
  return least.maximum(scaled);
}

/** The greatest element along the last dim; 0 when the dim is empty. */
const largestOf = (sizes: Tensor): Tensor => (sizes.sizes.at(-1) === 0 ? sizes.sum(-1) : sizes.amax([-1]));

function checkPinv(a: Tensor): void {
  if (a.sizes.length >= 2 && isLapack(a.dtype)) return;
  throw wrongShape(
    `linalg.pinv(${a.dtype.scalarName}{${shown(a.sizes)}}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types`,
  );
}

/** The reciprocals of values above the limit, and 0 for the others. */
const reciprocals = (values: Tensor, limit: Tensor): Tensor => {
  const counts = values.abs().gt(limit.unsqueeze(-1));
  return values.masked_fill(counts.logical_not(), 1).reciprocal().mul(counts);
};

const pinvOp = op({
  signature: 'linalg.pinv(Tensor A, *, Tensor|float? atol=None, Tensor|float? rtol=None, bool hermitian=False, Tensor? out=None)',
  wrongOut: convertsOut,
  kind: kind.decomposition(),
  doc: 'The pseudoinverses of matrices.',
  formula: 'out = V · diag(1 / S) · Uᵀ, without singular values that are negligible',
  gradient: "A: as PyTorch's pinv_backward",
  gradFn: 'LinalgPinvBackward0',
  conjugates: true,
  forward(a, atol, rtol, hermitian) {
    checkPinv(a);
    if (numel(a.sizes) === 0) return transposed(a).clone();
    if (hermitian) {
      const [values, v] = eigh(a);
      const limit = limitOf(a, largestOf(values.abs()), { atol, rtol });
      return v.mul(reciprocals(values, limit).unsqueeze(-2)).matmul(adjoint(v));
    }
    const [u, s, vh] = singularVectors(a, false);
    const limit = limitOf(a, largestOf(s), { atol, rtol });
    return adjoint(vh).mul(reciprocals(s, limit).unsqueeze(-2)).matmul(adjoint(u));
  },
  backward: { A: (g, s) => pinvGrad(g, s.result, s.A) },
});

/** PyTorch's pinv_backward. */
function pinvGrad(grad: Tensor, inverse: Tensor, a: Tensor): Tensor {
  const [m, n] = matrixSizes(a);
  const [inverseT, g] = [adjoint(inverse), adjoint(grad)];
  if (m <= n) {
    const k = g.matmul(inverse);
    const kt = k.matmul(inverseT);
    return adjoint(inverse.matmul(k))
      .neg()
      .add(kt)
      .sub(a.matmul(inverse).matmul(kt))
      .add(inverseT.matmul(inverse).matmul(g.sub(k.matmul(a))));
  }
  const k = inverse.matmul(g);
  const kt = inverseT.matmul(k);
  return adjoint(k.matmul(inverse))
    .neg()
    .add(g.sub(a.matmul(k)).matmul(inverse).matmul(inverseT))
    .add(kt)
    .sub(kt.matmul(inverse).matmul(a));
}

const pinv = (a: Tensor, rtol: number | null = null): Tensor => apply(pinvOp, a, null, rtol, false, null);

function rankOf(a: Tensor, limits: Limits, hermitian: boolean): Tensor {
  checkMatrix('torch.linalg.matrix_rank', a, 'input');
  if (hermitian) checkSquare('linalg.matrix_rank', a);
  if (numel(a.sizes) === 0) return a.new_zeros(a.sizes.slice(0, -2), { dtype: int64 });
  if (!isLapack(a.dtype)) throw new RuntimeError("This function doesn't handle types other than float and double");
  const values = hermitian ? eigh(a)[0].abs() : singularValues(a);
  return values.gt(limitOf(a, largestOf(values), limits).unsqueeze(-1)).sum(-1);
}

/** The squares of the absolute values. */
const squares = (t: Tensor): Tensor => (t.is_complex() ? t.mul(t.conj()).real : t.square());

const drivers = ['gels', 'gelsy', 'gelsd', 'gelss'];

const leastSquares = op({
  signature:
    'linalg.lstsq(Tensor input, Tensor b, float? rcond=None, *, str? driver=None, Tensor[]? out=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)',
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'The solutions of least length of systems of linear equations that may have too many or too few equations.',
  formula: 'solution = argmin ‖input · X − b‖',
  gradient: 'through the pseudoinverse',
  gradFn: 'LinalgLstsqBackward0',
  conjugates: true,
  differentiableOutputs: 2,
  wrongOut: notCastable('torch.linalg.lstsq'),
  keeps: ['result'],
  forward(a, given, rcond, chosen) {
    const name = 'torch.linalg.lstsq';
    if (a.sizes.length < 2) throw wrongShape(`${name}: input must have at least 2 dimensions.`);
    if (given.sizes.length < 1) throw wrongShape(`${name}: other must have at least 1 dimension.`);
    const difference = a.sizes.length - given.sizes.length;
    if (difference < 0 || difference > 1) {
      throw wrongShape(`${name}: input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1`);
    }
    const [m, n] = matrixSizes(a);
    const vectors = difference === 1;
    const b = vectors ? given.unsqueeze(-1) : given;
    if (b.sizes.at(-2) !== m) throw wrongShape(`${name}: input.size(-2) should match other.size(-${vectors ? 1 : 2})`);
    if (a.dtype !== given.dtype) {
      throw new RuntimeError(
        `${name}: Expected input and other to have the same dtype, but got input's dtype ${a.dtype.scalarName} and other's dtype ${given.dtype.scalarName}`,
      );
    }
    const driver = chosen ?? 'gelsy';
    if (!drivers.includes(driver)) throw new RuntimeError(`${name}: parameter \`driver\` should be one of (gels, gelsy, gelsd, gelss)`);
    if (!isLapack(a.dtype)) throw new RuntimeError("This function doesn't handle types other than float and double");
    const values = singularValues(a.detach());
    const rank = rankOf(a.detach(), { atol: null, rtol: rcond }, false);
    checkFullRank(driver, rank, Math.min(m, n));
    const isFull = m > n && rank.eq(n).all().item();
    const [x, residuals] = solutionSteps(rcond)(a, given);
    return [
      x,
      isFull && driver !== 'gelsy' ? residuals : x.new_empty([0], { dtype: x.dtype.to_real() }),
      driver === 'gels' ? rank.new_empty([0]) : rank,
      driver === 'gelsd' || driver === 'gelss' ? values : values.new_empty([0]),
    ];
  },
  backward: {
    input: (_, s) => throughSteps(solutionSteps(s.rcond), [s.input, s.b], 0, withResiduals(s)),
    b: (_, s) => throughSteps(solutionSteps(s.rcond), [s.input, s.b], 1, withResiduals(s)),
  },
});

/** The gradients of the solution and of the residuals; residuals that are empty have none. */
const withResiduals = ({ results, grads }: Pick<SavedResults<string>, 'results' | 'grads'>): (Tensor | null)[] => [
  grads[0],
  numel(results[1].sizes) > 0 ? grads[1] : null,
];

/** The solution, and its residuals. */
const solutionSteps =
  (rcond: number | null) =>
  (a: Tensor, given: Tensor): Tensor[] => {
    const vectors = a.sizes.length > given.sizes.length;
    const b = vectors ? given.unsqueeze(-1) : given;
    const x = pinv(a, rcond).matmul(b);
    return [vectors ? x.squeeze(-1) : x, squares(a.matmul(x).sub(b)).sum(-2)];
  };

function checkFullRank(driver: string, rank: Tensor, full: number): void {
  if (driver !== 'gels' || rank.eq(full).all().item()) return;
  throw new LinAlgError(
    `torch.linalg.lstsq: The least squares solution could not be computed because the input matrix does not have full rank (error code: ${full}).`,
  );
}

export const pseudo: Op[] = [
  pinvOp,
  op({
    signature: 'pinverse(Tensor input, float rcond=1e-15)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The pseudoinverses of matrices; older than `linalg.pinv`.',
    formula: 'out = V · diag(1 / S) · Uᵀ, without singular values that are negligible',
    compose: (input, rcond) => pinv(input, rcond),
  }),
  op({
    signature: 'linalg.matrix_rank(Tensor A, *, Tensor|float? atol=None, Tensor|float? rtol=None, bool hermitian=False, Tensor? out=None)',
    wrongOut: convertsOut,
    autocast: 'float32',
    kind: kind.decomposition({ cuts: true }),
    doc: 'How many singular values of matrices are not negligible.',
    formula: 'out = #(S > max(atol, rtol · S[0]))',
    compose: (a, atol, rtol, hermitian) => rankOf(a.detach(), { atol, rtol }, hermitian),
  }),
  op({
    signature: 'linalg.matrix_rank.tol(Tensor A, Tensor|float tol, bool hermitian=False)',
    kind: kind.decomposition({ cuts: true }),
    doc: 'How many singular values of matrices are above a bound.',
    formula: 'out = #(S > tol)',
    compose: (a, tol, hermitian) => rankOf(a.detach(), { atol: tol, rtol: 0 }, hermitian),
  }),
  leastSquares,
];
