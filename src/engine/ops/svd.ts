import { numel } from '../shape.js';
import { Tensor } from '../tensor.js';
import { read } from '../backends/allocation.js';
import { execute } from './execute.js';
import * as kind from './kind.js';
import { op } from './op.js';

/** Singular values by one-sided Jacobi rotations (Hestenes, 1958): short, and as exact as it gets. */

interface Factors {
  /** Columns of U·S. */
  left: number[][];
  values: number[];
  /** Columns of V. */
  right: number[][];
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((s, v, i) => s + v * b[i], 0);

/** Turns the columns of a matrix until they are orthogonal; their lengths are the singular values. */
function decompose(columns: number[][]): Factors {
  const n = columns.length;
  const right = columns.map((_, i) => columns.map((_, j) => Number(i === j)));
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const [a, b, c] = [dot(columns[p], columns[p]), dot(columns[q], columns[q]), dot(columns[p], columns[q])];
        if (Math.abs(c) <= 1e-16 * Math.sqrt(a * b) || c === 0) continue;
        turned = true;
        const zeta = (b - a) / (2 * c);
        const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + t * t);
        for (const matrix of [columns, right]) rotate(matrix[p], matrix[q], cosine, cosine * t);
      }
    }
  }
  const values = columns.map((c) => Math.sqrt(dot(c, c)));
  const order = values.map((_, i) => i).sort((i, j) => values[j] - values[i]);
  return { left: order.map((i) => columns[i]), values: order.map((i) => values[i]), right: order.map((i) => right[i]) };
}

function rotate(x: number[], y: number[], c: number, s: number): void {
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i], y[i]];
    x[i] = c * a - s * b;
    y[i] = s * a + c * b;
  }
}

const svdvals = op({
  signature: 'linalg.svdvals(Tensor A) -> (Tensor S, Tensor U, Tensor V)',
  kind: kind.decomposition(),
  doc: 'The singular values of matrices, with their vectors, in decreasing order.',
  formula: 'A = U · diag(S) · Vᵀ',
  gradient: 'A: U · diag(g) · Vᵀ, and what flows from U and V',
  gradFn: 'LinalgSvdBackward0',
  forward(a) {
    const [m, n] = a.sizes.slice(-2) as [number, number];
    const batch = a.sizes.slice(0, -2);
    const k = Math.min(m, n);
    const data = read(a);
    const count = numel(batch);
    const out = { s: new Float64Array(count * k), u: new Float64Array(count * m * k), v: new Float64Array(count * n * k) };
    for (let b = 0; b < count; b++) {
      const at = (i: number, j: number) => data[b * m * n + i * n + j];
      const wide = m < n;
      const [rows, columns] = wide ? [n, m] : [m, n];
      const { left, values, right } = decompose(
        Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => (wide ? at(j, i) : at(i, j)))),
      );
      const unit = left.map((c, j) => c.map((v) => (values[j] === 0 ? 0 : v / values[j])));
      const [u, v] = wide ? [right, unit] : [unit, right];
      for (let j = 0; j < k; j++) {
        out.s[b * k + j] = values[j];
        for (let i = 0; i < m; i++) out.u[(b * m + i) * k + j] = u[j][i];
        for (let i = 0; i < n; i++) out.v[(b * n + i) * k + j] = v[j][i];
      }
    }
    const tensor = (values: Float64Array, ...sizes: number[]) => Tensor.of(values, [...batch, ...sizes], a.dtype, a.device);
    return [tensor(out.s, k), tensor(out.u, m, k), tensor(out.v, n, k)];
  },
  backward: { A: (_, s) => svdGrad(s.results, s.grads) },
});

const transposed = (t: Tensor): Tensor => t.transpose(-2, -1);
const skew = (t: Tensor): Tensor => t.sub(transposed(t));

/** PyTorch's svd_backward, for distinct singular values. */
function svdGrad([s, u, v]: Tensor[], [gs, gu, gv]: (Tensor | null)[]): Tensor {
  const square = s.square();
  const gaps = square.unsqueeze(-2).sub(square.unsqueeze(-1));
  const apart = gaps.add(gaps.eq(0).to(s.dtype));
  let core = gs ? gs.diag_embed() : s.new_zeros(gaps.sizes);
  if (gu) core = core.add(skew(transposed(u).matmul(gu)).div(apart).mul(s.unsqueeze(-2)));
  if (gv) core = core.add(skew(transposed(v).matmul(gv)).div(apart).mul(s.unsqueeze(-1)));
  let grad = u.matmul(core).matmul(transposed(v));
  // What leaves the space that thin factors span.
  if (gu)
    grad = grad.add(
      gu
        .sub(u.matmul(transposed(u).matmul(gu)))
        .div(s.unsqueeze(-2))
        .matmul(transposed(v)),
    );
  if (gv) grad = grad.add(u.matmul(transposed(gv.sub(v.matmul(transposed(v).matmul(gv))).div(s.unsqueeze(-2)))));
  return grad;
}

/** The singular values of the last two dims, differentiable. */
export const singularValues = (a: Tensor): Tensor => (execute(svdvals, [a]) as Tensor[])[0];
