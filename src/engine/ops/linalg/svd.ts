import { wrongShape } from '../../errors/shapes.js';
import type { Tensor } from '../../tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { transpose } from './lu.js';
import { byColumns, checkFloat, checkMatrix, matricesOf, matrixSizes, stacked, transposed } from './matrices.js';

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
  const least = 1e-34 * columns.reduce((s, c) => Math.max(s, dot(c, c)), 0);
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const [a, b, c] = [dot(columns[p], columns[p]), dot(columns[q], columns[q]), dot(columns[p], columns[q])];
        if (Math.abs(c) <= 1e-16 * Math.sqrt(a * b) || a <= least || b <= least) continue;
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

/** Unit vectors that are orthogonal to those there are, until there are `count`; `null` are the places to fill first. */
function complete(vectors: (number[] | null)[], rows: number, count: number): number[][] {
  const found = vectors.filter((v) => v !== null);
  let axis = 0;
  const another = (): number[] => {
    for (;;) {
      const at = axis++ % rows;
      let v = Array.from({ length: rows }, (_, i) => Number(i === at));
      for (let twice = 0; twice < 2; twice++) {
        for (const w of found) {
          const along = dot(v, w);
          v = v.map((e, i) => e - along * w[i]);
        }
      }
      const length = Math.sqrt(dot(v, v));
      if (length < 1 / (2 * Math.sqrt(rows))) continue;
      v = v.map((e) => e / length);
      found.push(v);
      return v;
    }
  };
  const all = vectors.map((v) => v ?? another());
  while (all.length < count) all.push(another());
  return all;
}

/** One matrix: U with `left` columns, the singular values, and V with `right` columns. */
function factorsOf(matrix: Float64Array, m: number, n: number, left: number, right: number) {
  const wide = m < n;
  const tall = wide ? transpose(matrix, m, n) : matrix;
  const [rows, k] = wide ? [n, m] : [m, n];
  const columns = Array.from({ length: k }, (_, j) => Array.from({ length: rows }, (_, i) => tall[i * k + j]));
  const { left: scaled, values, right: turned } = decompose(columns);
  const negligible = 1e-17 * (values[0] ?? 0);
  const unit = scaled.map((c, j) => (values[j] <= negligible ? null : c.map((v) => v / values[j])));
  const full = complete(unit, rows, wide ? right : left);
  return { u: wide ? turned : full, values, v: wide ? full : turned };
}

const columnsAsRows = (columns: readonly number[][]): number[] => columns.flat();

const svdOp = op({
  signature: 'linalg.svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)',
  kind: kind.decomposition(),
  doc: 'The singular values of matrices in decreasing order, with their vectors.',
  formula: 'A = U · diag(S) · Vh',
  gradient: 'A: U · diag(gS) · Vh, and what flows from U and Vh',
  gradFn: 'LinalgSvdBackward0',
  forward(a, full) {
    checkMatrix('linalg.svd', a);
    checkFloat('linalg.svd', a);
    const [m, n] = matrixSizes(a);
    const k = Math.min(m, n);
    const [left, right] = full ? [m, n] : [k, k];
    const all = matricesOf(a).map((values) => factorsOf(values, m, n, left, right));
    const each = (part: (f: (typeof all)[number]) => number[], sizes: readonly number[]) => stacked(a, all.map(part), sizes);
    return [
      transposed(each(({ u }) => columnsAsRows(u), [left, m])),
      each(({ values }) => values, [k]),
      byColumns(
        a,
        all.map(({ v }) => columnsAsRows(v)),
        [right, n],
      ),
    ];
  },
  backward: {
    A(_, s) {
      const [u, values, vh] = s.results;
      const k = values.sizes.at(-1)!;
      const [gu, gs, gvh] = s.grads;
      const thin = (t: Tensor | null, dim: number) => t && t.narrow(dim, 0, k);
      return svdGrad([values, u.narrow(-1, 0, k), transposed(vh.narrow(-2, 0, k))], [gs, thin(gu, -1), thin(gvh && transposed(gvh), -1)]);
    },
  },
});

const skew = (t: Tensor): Tensor => t.sub(transposed(t));

/** PyTorch's svd_backward, for distinct singular values. */
function svdGrad([s, u, v]: Tensor[], [gs, gu, gv]: (Tensor | null)[]): Tensor {
  const square = s.square();
  const gaps = square.unsqueeze(-2).sub(square.unsqueeze(-1));
  const apart = gaps.add(gaps.eq(0).to(s.dtype));
  const [m, n, k] = [u.sizes.at(-2)!, v.sizes.at(-2)!, s.sizes.at(-1)!];
  let core = gs ? gs.diag_embed() : s.new_zeros(gaps.sizes);
  if (gu) core = core.add(skew(transposed(u).matmul(gu)).div(apart).mul(s.unsqueeze(-2)));
  if (gv) core = core.add(skew(transposed(v).matmul(gv)).div(apart).mul(s.unsqueeze(-1)));
  let grad = u.matmul(core).matmul(transposed(v));
  // What leaves the space that thin factors span.
  const leaving = (g: Tensor, of: Tensor) => g.sub(of.matmul(transposed(of).matmul(g))).div(s.unsqueeze(-2));
  if (gu && m > k) grad = grad.add(leaving(gu, u).matmul(transposed(v)));
  if (gv && n > k) grad = grad.add(u.matmul(transposed(leaving(gv, v))));
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
    kind: kind.decomposition(),
    doc: 'The singular values of matrices in decreasing order.',
    formula: 'A = U · diag(out) · Vᵀ',
    compose: singularValues,
  }),
  op({
    signature: 'svd(Tensor input, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)',
    kind: kind.decomposition(),
    doc: 'The singular values of matrices in decreasing order, with their vectors; older than `linalg.svd`, and V is not transposed.',
    formula: 'input = U · diag(S) · Vᵀ',
    compose(input, some, vectors) {
      checkMatrix('svd', input, 'input');
      const [u, s, vh] = singularVectors(input, !some);
      if (vectors) return [u, s, transposed(vh)];
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
      const [m, n] = matrixSizes(a);
      if (m < n) throw wrongShape(`linalg.polar: input must have at least as many rows as columns, but got ${m} by ${n} matrices`);
      const [u, s, vh] = singularVectors(a, false);
      const v = transposed(vh);
      return [u.matmul(vh), v.mul(s.unsqueeze(-2)).matmul(vh)];
    },
  }),
];
