import { NotImplementedError_, RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { byColumns, checkSquare, identityLike, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';
import { symmetricEigen } from './tridiagonal.js';

/** Eigenvalues of symmetric matrices, and what is made of them. */

const eighOp = op({
  signature: "linalg.eigh(Tensor A, str UPLO='L') -> (Tensor eigenvalues, Tensor eigenvectors)",
  kind: kind.decomposition(),
  doc: 'Eigenvalues of symmetric matrices in increasing order, and their eigenvectors as columns; one triangle is looked at.',
  formula: 'A = V · diag(L) · Vᵀ',
  gradient: 'A: V · (diag(gL) + (Vᵀ · gV) / (L[j] − L[i])) · Vᵀ, made symmetric',
  gradFn: 'LinalgEighBackward0',
  forward(a, triangle) {
    checkSquare('linalg.eigh', a);
    const side = triangle.toUpperCase();
    if (side !== 'L' && side !== 'U') throw new RuntimeError(`Expected UPLO argument to be 'L' or 'U', but got ${triangle}`);
    if (!a.dtype.is_floating_point) throw new NotImplementedError_(`"linalg_eigh_cpu" not implemented for '${a.dtype.scalarName}'`);
    const n = matrixSizes(a)[0];
    const all = matricesOf(side === 'U' ? transposed(a) : a).map((values) => symmetricEigen(values, n));
    const values = stacked(
      a,
      all.map((r) => r.values),
      [n],
    );
    const vectors = byColumns(
      a,
      all.map((r) => r.vectors),
      [n, n],
    );
    return [values, vectors];
  },
  backward: {
    A(_, s) {
      const [values, v] = s.results;
      const [gl, gv] = s.grads;
      let core = gl ? gl.diag_embed() : null;
      if (gv) {
        const gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
        const isDiagonal = identityLike(values, values.sizes.at(-1)!).ne(0);
        const turned = transposed(v).matmul(gv).div(gaps.masked_fill(isDiagonal, 1)).masked_fill(isDiagonal, 0);
        core = core ? core.add(turned) : turned;
      }
      if (!core) return null;
      const grad = v.matmul(core).matmul(transposed(v));
      return gv ? grad.add(transposed(grad)).mul(0.5) : grad;
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
  forward(a) {
    checkSquare('linalg.matrix_sqrth', a);
    const [values, v] = eigh(a);
    return v.mul(values.sqrt().unsqueeze(-2)).matmul(transposed(v));
  },
  backward: {
    A(g, s) {
      const [roots, v] = eigh(s.result);
      const turned = transposed(v)
        .matmul(g.add(transposed(g)).mul(0.5))
        .matmul(v);
      return v.matmul(turned.div(roots.unsqueeze(-2).add(roots.unsqueeze(-1)))).matmul(transposed(v));
    },
  },
});

export const symmetric: Op[] = [
  eighOp,
  op({
    signature: "linalg.eigvalsh(Tensor A, str UPLO='L', *, Tensor? out=None)",
    kind: kind.decomposition(),
    doc: 'Eigenvalues of symmetric matrices in increasing order; one triangle is looked at.',
    formula: 'A · v = out · v',
    compose: (a, triangle) => eigh(a, triangle)[0],
  }),
  rootOp,
];
