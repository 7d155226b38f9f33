import { LinAlgError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { lateCode } from '../later.js';
import { numbersOf } from './numbers.js';
import { lapackOf, type Lapack } from './rotations.js';
import { adjoint, byColumns, checkFloat, checkMatrix, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';

/** Singular values and their vectors, and operations built on them. */

/** U, S and Vh, by the steps of a library. @throws LinAlgError for what is not finite */
export function factorsOf(a: Tensor, full: boolean, lapack: Lapack): [u: Tensor, s: Tensor, vh: Tensor] {
  const [m, n] = matrixSizes(a);
  const k = Math.min(m, n);
  const [left, right] = full ? [m, n] : [k, k];
  const all = matricesOf(a).map((values, i) => {
    const at = a.sizes.length > 2 ? `(Batch element ${i}): ` : '';
    const failed = (why: string) => new LinAlgError(`linalg.svd: ${at}The algorithm failed to converge because the input matrix ${why}.`);
    if (!values.every(Number.isFinite)) throw failed('contained non-finite values');
    const found = lateCode().singularFactors(numbersOf(a.dtype), values, [m, n], [left, right], lapack);
    if (!found) throw failed('is ill-conditioned or has too many repeated singular values');
    return found;
  });
  const parts = <K extends 'u' | 'values' | 'v'>(part: K) => all.map((one) => one[part]);
  return [
    transposed(stacked(a, parts('u'), [left, m])),
    stacked(a, parts('values'), [k], a.dtype.to_real()),
    byColumns(a, parts('v'), [right, n]).conj(),
  ];
}

const svdOp = op({
  signature: 'linalg.svd(Tensor A, bool full_matrices=True, *, str? driver=None, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor Vh)',
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'The singular values of matrices in decreasing order, with their vectors.',
  formula: 'A = U · diag(S) · Vh',
  gradient: 'A: U · diag(gS) · Vh, and what flows from U and Vh',
  gradFn: 'LinalgSvdBackward0',
  conjugates: true,
  forward(a, full, driver) {
    if (driver !== null) {
      throw new RuntimeError('torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.');
    }
    checkMatrix('linalg.svd', a);
    checkFloat('linalg.svd', a);
    return factorsOf(a, full, lapackOf(a.dtype));
  },
  backward: {
    A(_, s) {
      const [u, values, vh] = s.results;
      const k = values.sizes.at(-1)!;
      const [gu, gs, gvh] = s.grads;
      const thin = (t: Tensor | null, dim: number) => t && t.narrow(dim, 0, k);
      return svdGrad([values, u.narrow(-1, 0, k), adjoint(vh.narrow(-2, 0, k))], [gs, thin(gu, -1), thin(gvh && adjoint(gvh), -1)]);
    },
  },
});

const skew = (t: Tensor): Tensor => t.sub(adjoint(t));

/** @throws RuntimeError where a loss depends on the phases of singular vectors, which are arbitrary */
function checkPhases(fromU: Tensor | null, fromV: Tensor | null): void {
  const both = fromU && fromV ? fromU.add(fromV) : (fromU ?? fromV);
  if (!both?.diagonal(0, -2, -1).imag.abs().gt(1e-2).any().item()) return;
  throw new RuntimeError(
    'svd_backward: The singular vectors in the complex case are specified up to multiplication by e^{i phi}. The specified loss function depends on this phase term, making it ill-defined.',
  );
}

/** PyTorch's svd_backward, for distinct singular values. */
function svdGrad([s, u, v]: Tensor[], [gs, gu, gv]: (Tensor | null)[]): Tensor {
  const square = s.square();
  const gaps = square.unsqueeze(-2).sub(square.unsqueeze(-1));
  const apart = gaps.add(gaps.eq(0).to(s.dtype));
  const [m, n, k] = [u.sizes.at(-2)!, v.sizes.at(-2)!, s.sizes.at(-1)!];
  let core = gs ? gs.diag_embed() : s.new_zeros(gaps.sizes);
  const [fromU, fromV] = [gu && skew(adjoint(u).matmul(gu)), gv && skew(adjoint(v).matmul(gv))];
  if (u.is_complex()) checkPhases(fromU, fromV);
  if (fromU) core = core.add(fromU.div(apart).mul(s.unsqueeze(-2)));
  if (fromV) core = core.add(fromV.div(apart).mul(s.unsqueeze(-1)));
  // The part that turns a left vector in the complex plane, together with the right one.
  if (fromU && u.is_complex()) core = core.add(fromU.diagonal(0, -2, -1).div(s.mul(2)).diag_embed());
  let grad = u.matmul(core.to(u.dtype)).matmul(adjoint(v));
  // The part that leaves the space spanned by the thin factors.
  const leaving = (g: Tensor, of: Tensor) => g.sub(of.matmul(adjoint(of).matmul(g))).div(s.unsqueeze(-2));
  if (gu && m > k) grad = grad.add(leaving(gu, u).matmul(adjoint(v)));
  if (gv && n > k) grad = grad.add(u.matmul(adjoint(leaving(gv, v))));
  return grad;
}

/** U, S and Vh of the last two dims, differentiable. */
export const singularVectors = (a: Tensor, full: boolean): [u: Tensor, s: Tensor, vh: Tensor] =>
  execute(svdOp, [a, full, null]) as [Tensor, Tensor, Tensor];

/** The singular values of the last two dims, differentiable. */
export const singularValues = (a: Tensor): Tensor => singularVectors(a, false)[1];

export const svds: Op[] = [
  svdOp,
  op({
    signature: 'linalg.svdvals(Tensor A, *, str? driver=None, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The singular values of matrices in decreasing order.',
    formula: 'A = U · diag(out) · Vᵀ',
    compose: singularValues,
  }),
  op({
    signature: 'svd(Tensor input, bool some=True, bool compute_uv=True, *, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor V)',
    kind: kind.decomposition(),
    doc: 'The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.',
    formula: 'input = U · diag(S) · Vᵀ',
    compose(input, some, vectors) {
      if (input.sizes.length < 2)
        throw wrongShape(`linalg.svd: input should have at least 2 dimensions, but has ${input.sizes.length} dimensions instead`);
      const [u, s, vh] = singularVectors(input, !some);
      if (vectors) return [u, s, adjoint(vh)];
      const [m, n] = matrixSizes(input);
      const zeros = (size: number) => input.new_zeros([...input.sizes.slice(0, -2), size, size]);
      return [zeros(m), s, zeros(n)];
    },
  }),
  op({
    signature: 'linalg.polar(Tensor A) -> (Tensor U, Tensor H)',
    kind: kind.decomposition(),
    doc: 'An orthogonal and a symmetric positive factor of matrices with no fewer rows than columns.',
    formula: 'A = U · H',
    compose(a) {
      checkMatrix('linalg.polar', a);
      checkFloat('linalg.polar', a);
      const [m, n] = matrixSizes(a);
      if (m < n) throw wrongShape(`linalg.polar: input must have at least as many rows as columns, but got ${m} by ${n} matrices`);
      const [u, s, vh] = singularVectors(a, false);
      const v = adjoint(vh);
      return [u.matmul(vh), v.mul(s.unsqueeze(-2)).matmul(vh)];
    },
  }),
];
