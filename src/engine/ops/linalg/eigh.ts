import { NotImplementedError_, RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { adjoint, byColumns, checkSquare, identityLike, isLapack, matricesOf, matrixSizes, stacked } from './matrices.js';
import { numbersOf } from './numbers.js';
import { lapackOf, type Lapack } from './rotations.js';
import { lateCode } from '../later.js';

/** Eigenvalues of symmetric matrices, and operations built on them. */

/** @throws RuntimeError where a loss depends on the phases of eigenvectors, which are arbitrary: `both` is Vᴴ · gV */
export function checkPhase(name: string, both: Tensor): void {
  if (!both.is_complex() || !both.diagonal(0, -2, -1).imag.abs().gt(1e-2).any().item()) return;
  throw new RuntimeError(
    `${name}: The eigenvectors in the complex case are specified up to multiplication by e^{i phi}. The specified loss function depends on this quantity, so it is ill-defined.`,
  );
}

/** Eigenvalues in increasing order and eigenvectors as columns, by the steps of a library. Reads the lower triangle. */
export function eigenOfSymmetric(a: Tensor, lapack: Lapack): [values: Tensor, vectors: Tensor] {
  const n = matrixSizes(a)[0];
  const all = matricesOf(a).map((values) => lateCode().symmetricEigen(numbersOf(a.dtype), values, n, lapack));
  const values = stacked(
    a,
    all.map((r) => r.values),
    [n],
    a.dtype.to_real(),
  );
  const vectors = byColumns(
    a,
    all.map((r) => r.vectors),
    [n, n],
  );
  return [values, vectors];
}

const eighOp = op({
  signature: "linalg.eigh(Tensor A, str UPLO='L', *, Tensor[]? out=None) -> (Tensor eigenvalues, Tensor eigenvectors)",
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'Eigenvalues of symmetric matrices in increasing order, and their eigenvectors as columns; one triangle is looked at.',
  formula: 'A = V · diag(L) · Vᵀ',
  gradient: 'A: V · (diag(gL) + (Vᵀ · gV) / (L[j] − L[i])) · Vᵀ, made symmetric',
  gradFn: 'LinalgEighBackward0',
  conjugates: true,
  forward(a, triangle) {
    checkSquare('linalg.eigh', a);
    const side = triangle.toUpperCase();
    if (side !== 'L' && side !== 'U') throw new RuntimeError(`Expected UPLO argument to be 'L' or 'U', but got ${triangle}`);
    if (!isLapack(a.dtype)) throw new NotImplementedError_(`"linalg_eigh_cpu" not implemented for '${a.dtype.scalarName}'`);
    return eigenOfSymmetric(side === 'U' ? adjoint(a) : a, lapackOf(a.dtype));
  },
  backward: {
    A(_, s) {
      const [values, v] = s.results;
      const [gl, gv] = s.grads;
      let core = gl ? gl.diag_embed() : null;
      if (gv) {
        const gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
        const isDiagonal = identityLike(values, values.sizes.at(-1)!).ne(0);
        const both = adjoint(v).matmul(gv);
        checkPhase('linalg_eigh_backward', both);
        const turned = both.div(gaps.masked_fill(isDiagonal, 1)).masked_fill(isDiagonal, 0);
        core = core ? core.add(turned) : turned;
      }
      if (!core) return null;
      const grad = (v.is_complex() ? v.matmul(core.to(v.dtype)) : v.matmul(core)).matmul(adjoint(v));
      return gv ? grad.add(adjoint(grad)).mul(0.5) : grad;
    },
  },
});

/** Eigenvalues in increasing order, and eigenvectors as columns. */
export const eigh = (a: Tensor, triangle = 'L'): [values: Tensor, vectors: Tensor] => execute(eighOp, [a, triangle]) as [Tensor, Tensor];

const rootOp = op({
  signature: 'linalg.matrix_sqrth(Tensor A)',
  kind: kind.decomposition(),
  doc: 'The symmetric square roots of symmetric positive definite matrices.',
  formula: 'out · out = A',
  gradient: 'A: X of X · out + out · X = g, made symmetric',
  gradFn: 'LinalgMatrixSqrthBackward0',
  conjugates: true,
  forward(a) {
    checkSquare('linalg.matrix_sqrth', a);
    const [values, v] = eigh(a);
    return v.mul(values.sqrt().unsqueeze(-2)).matmul(adjoint(v));
  },
  backward: {
    A(g, s) {
      const [roots, v] = eigh(s.result);
      const turned = adjoint(v)
        .matmul(g.add(adjoint(g)).mul(0.5))
        .matmul(v);
      return v.matmul(turned.div(roots.unsqueeze(-2).add(roots.unsqueeze(-1)))).matmul(adjoint(v));
    },
  },
});

export const symmetric: Op[] = [
  eighOp,
  op({
    signature: "linalg.eigvalsh(Tensor A, str UPLO='L', *, Tensor? out=None)",
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'Eigenvalues of symmetric matrices in increasing order; one triangle is looked at.',
    formula: 'A · v = out · v',
    compose: (a, triangle) => eigh(a, triangle)[0],
  }),
  rootOp,
];
