import { readParts } from '../../backends/allocation.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { notCastable } from '../outDtype.js';
import { checkPhase } from './eigh.js';
import { adjoint, checkSquare, identityLike, isLapack, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';
import { lapackOf, type Lapack } from './rotations.js';
import { lateCode } from '../later.js';
import { solved } from './solve.js';

/** Eigenvalues of matrices that need not be symmetric. They are complex, even for real matrices. */

const eigOp = op({
  signature: 'linalg.eig(Tensor A, *, Tensor[]? out=None) -> (Tensor eigenvalues, Tensor eigenvectors)',
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'The complex eigenvalues of square matrices, and their eigenvectors as columns.',
  formula: 'A · V = V · diag(L)',
  gradient: 'A: V⁻ᴴ · (diag(gL) + (Vᴴ · gV − Vᴴ · V · diag(re Vᴴ · gV)) / conj(L[j] − L[i])) · Vᴴ',
  gradFn: 'LinalgEigBackward0',
  conjugates: true,
  wrongOut: notCastable('torch.linalg.eig'),
  forward(a) {
    checkSquare('linalg.eig', a);
    return eigenOf(a, lapackOf(a.dtype));
  },
  backward: {
    A(_, s) {
      const [values, v] = s.results;
      const [gl, gv] = s.grads;
      const turned = adjoint(v);
      if (!gv) return gl && solved(turned, gl.unsqueeze(-1).mul(turned));
      const both = turned.matmul(gv);
      checkPhase('linalg_eig_backward', both);
      const onSphere = both.sub(turned.matmul(v.mul(both.diagonal(0, -2, -1).real.unsqueeze(-2))));
      const gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1)).conj();
      const isDiagonal = identityLike(values.real, values.sizes.at(-1)!).ne(0);
      const apart = onSphere.div(gaps.masked_fill(isDiagonal, 1)).masked_fill(isDiagonal, 0);
      return solved(turned, (gl ? apart.add(gl.diag_embed()) : apart).matmul(turned));
    },
  },
});

/**
 * Eigenvalues and eigenvectors as columns, by the steps of a library.
 *
 * @throws RuntimeError for what is not finite
 */
export function eigenOf(a: Tensor, lapack: Lapack): [values: Tensor, vectors: Tensor] {
  const dtype = a.dtype.to_complex();
  if (!isLapack(a.dtype)) throw new NotImplementedError_(`"linalg_eig_out_cpu" not implemented for '${a.dtype.scalarName}'`);
  if (!readParts(a).every(Number.isFinite)) throw new RuntimeError('torch.linalg.eig: input tensor should not contain infs or NaNs.');
  const n = matrixSizes(a)[0];
  const all = matricesOf(a).map((values) =>
    a.is_complex() ? lateCode().complexEigen(values, n) : lateCode().realEigen(values, n, lapack),
  );
  const values = stacked(
    a,
    all.map((one) => one.values.flat()),
    [n],
    dtype,
  );
  const vectors = stacked(
    a,
    all.map((one) => one.vectors.flatMap((v) => [...v])),
    [n, n],
    dtype,
  );
  return [values, transposed(vectors)];
}

export const eigen: Op[] = [
  eigOp,
  op({
    signature: 'linalg.eigvals(Tensor A, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The complex eigenvalues of square matrices.',
    formula: 'A · v = out · v',
    compose(a) {
      checkSquare('linalg.eigvals', a);
      return (execute(eigOp, [a]) as [Tensor, Tensor])[0];
    },
  }),
];
