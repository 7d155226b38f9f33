import { wrongShape } from '../../errors/shapes.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { apply } from '../unary/define.js';
import { choleskyOf, solveTriangle } from './lu.js';
import { numbersOf, transpose } from './numbers.js';
import {
  adjoint,
  broadcastBatches,
  byColumns,
  checkEquation,
  checkFloat,
  checkInfo,
  checkMatrix,
  checkSameType,
  checkSquare,
  identityLike,
  infosOf,
  matricesOf,
  matrixSizes,
  transposed,
} from './matrices.js';

/** Triangular systems, and Cholesky factors. */

const triangleOf = (t: Tensor, upper: boolean, unit: boolean): Tensor => (upper ? t.triu(unit ? 1 : 0) : t.tril(unit ? -1 : 0));

interface Triangle {
  upper?: boolean;
  /** True: the matrix is to the left of the unknown. */
  left?: boolean;
  /** True: the diagonal counts as 1. */
  unit?: boolean;
}

/** The solution of A · X = B (or X · A = B), where A is a triangle of `a`. */
export const solveTriangular = (a: Tensor, b: Tensor, { upper = false, left = true, unit = false }: Triangle = {}): Tensor =>
  apply(solveTriangularOp, a, b, upper, left, unit, null);

const solveTriangularOp = op({
  signature: 'linalg.solve_triangular(Tensor A, Tensor B, *, bool upper, bool left=True, bool unitriangular=False, Tensor? out=None)',
  kind: kind.decomposition(),
  terms: { sum: ['B'] },
  doc: 'The solution of triangular systems; what is on the other side of the diagonal is not looked at.',
  formula: 'A · out = B, or out · A = B from the right',
  gradient: 'A: −A⁻ᵀ · g · outᵀ, within the triangle;  B: A⁻ᵀ · g',
  gradFn: 'LinalgSolveTriangularBackward0',
  forward(given, right, upper, left, unit) {
    const name = 'linalg.solve_triangular';
    checkSquare(name, given);
    checkMatrix(name, right, 'B');
    checkSameType(name, given, right);
    checkEquation(name, given, right, left);
    checkFloat(name, given);
    const [a, b] = broadcastBatches(given, right);
    const n = matrixSizes(a)[0];
    const [rows, columns] = matrixSizes(b);
    const systems = matricesOf(a);
    const F = numbersOf(a.dtype);
    const solutions = matricesOf(b).map((values, i) => {
      if (left) {
        solveTriangle(F, systems[i], n, values, columns, upper, unit);
        return values;
      }
      const x = transpose(values, rows, columns, F.lanes);
      solveTriangle(F, transpose(systems[i], n, n, F.lanes), n, x, rows, !upper, unit);
      return transpose(x, columns, rows, F.lanes);
    });
    return byColumns(b, solutions, [rows, columns]);
  },
  backward: {
    A(g, s) {
      const { upper, left, unitriangular: unit, result: x } = s;
      const back = solveTriangular(transposed(s.A), g, { upper: !upper, left, unit });
      return triangleOf(left ? back.neg().matmul(transposed(x)) : transposed(x).neg().matmul(back), upper, unit);
    },
    B: (g, s) => solveTriangular(transposed(s.A), g, { upper: !s.upper, left: s.left, unit: s.unitriangular }),
  },
});

/** The solution, and a copy of the matrices; the gradient of the copy goes to the matrices. */
const withCopy =
  (s: { upper: boolean; transpose: boolean; unitriangular: boolean }) =>
  (input: Tensor, a: Tensor): Tensor[] => [...olderSteps(s.upper, s.transpose, s.unitriangular)(input, a), a.clone()];

const triangularSolve = op({
  signature:
    'triangular_solve(Tensor input, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor[]? out=None) -> (Tensor solution, Tensor cloned_coefficient)',
  kind: kind.decomposition(),
  doc: 'The solution of triangular systems, with a copy of their matrices; older than `linalg.solve_triangular`.',
  formula: 'A · solution = input',
  gradient: 'through the triangular system',
  gradFn: 'TriangularSolveBackward0',
  conjugates: true,
  keeps: ['result'],
  forward(input, a, upper, transpose, unit) {
    if (input.sizes.length < 2) {
      throw wrongShape(
        `torch.triangular_solve: Expected b to have at least 2 dimensions, but it has ${input.sizes.length} dimensions instead`,
      );
    }
    if (a.sizes.length < 2) {
      throw wrongShape(`torch.triangular_solve: Expected A to have at least 2 dimensions, but it has ${a.sizes.length} dimensions instead`);
    }
    checkSquareFor(a);
    return [olderSteps(upper, transpose, unit)(input, a)[0], a.clone()];
  },
  backward: {
    input: (_, s) => throughSteps(withCopy(s), [s.input, s.A], 0, s.grads),
    A: (_, s) => throughSteps(withCopy(s), [s.input, s.A], 1, s.grads),
  },
});

const olderSteps =
  (upper: boolean, transpose: boolean, unit: boolean) =>
  (input: Tensor, a: Tensor): Tensor[] => {
    const [p, q] = transpose ? [transposed(a), !upper] : [a, upper];
    return [solveTriangular(p, input, { upper: q, unit })];
  };

/** @throws RuntimeError where the last two dims differ. The messages of older functions do not name the function. */
function checkSquareFor(a: Tensor): void {
  const [m, n] = matrixSizes(a);
  if (m !== n) throw wrongShape(`A must be batches of square matrices, but they are ${m} by ${n} matrices`);
}

/** The message for a matrix that is not positive-definite. */
const notPositive = (order: number): string =>
  `The factorization could not be completed because the input is not positive-definite (the leading minor of order ${order} is not positive-definite).`;

const choleskyEx = op({
  signature: 'linalg.cholesky_ex(Tensor A, *, bool upper=False, bool check_errors=False, Tensor[]? out=None) -> (Tensor L, Tensor info)',
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'Cholesky factors, and for each matrix the order of the first minor that is not positive, or 0.',
  formula: 'A = L · Lᵀ',
  gradient: 'A: L⁻ᵀ · Φ(Lᵀ · g) · L⁻¹, made symmetric; Φ takes the lower triangle and half the diagonal',
  gradFn: 'LinalgCholeskyExBackward0',
  conjugates: true,
  differentiableOutputs: 1,
  forward(a, upper, check) {
    checkSquare('linalg.cholesky', a);
    checkFloat('linalg.cholesky', a);
    const n = matrixSizes(a)[0];
    const factors = matricesOf(upper ? adjoint(a) : a);
    const F = numbersOf(a.dtype);
    const info = infosOf(
      a,
      factors.map((f) => choleskyOf(F, f, n)),
    );
    if (check) checkInfo('linalg.cholesky_ex', info, notPositive);
    return [
      byColumns(
        a,
        factors.map((f) => (upper ? transpose(f, n, n, F.lanes, true) : f)),
        [n, n],
      ),
      info,
    ];
  },
  backward: {
    A(g, s) {
      const [l, gl] = s.upper ? [adjoint(s.result), adjoint(g)] : [s.result, g];
      const lower = adjoint(l).matmul(gl).tril();
      const even = lower.add(adjoint(lower.tril(-1))).mul(0.5);
      const right = solveTriangular(l, even, { left: false });
      return solveTriangular(adjoint(l), right, { upper: true });
    },
  },
});

const factorsOf = (a: Tensor, upper: boolean): [Tensor, Tensor] => execute(choleskyEx, [a, upper, false]) as [Tensor, Tensor];

const factored: Op[] = [
  op({
    signature: 'linalg.cholesky(Tensor A, *, bool upper=False, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The Cholesky factor of positive definite matrices.',
    formula: 'A = out · outᵀ, or outᵀ · out where upper',
    compose(a, upper) {
      const [l, info] = factorsOf(a, upper);
      checkInfo('linalg.cholesky', info, notPositive);
      return l;
    },
  }),
  op({
    signature: 'cholesky_solve(Tensor input, Tensor L, bool upper=False, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    terms: { sum: ['input'] },
    doc: 'The solution of systems with a positive definite matrix whose Cholesky factor is given.',
    formula: 'L · Lᵀ · out = input',
    gradient: 'input: (L · Lᵀ)⁻¹ · g;  L: −(C + Cᵀ) · L of C = (L · Lᵀ)⁻¹ · g · outᵀ',
    conjugates: true,
    forward(input, l, upper) {
      if (input.sizes.length < 2) {
        throw wrongShape(`b should have at least 2 dimensions, but has ${input.sizes.length} dimensions instead`);
      }
      if (l.sizes.length < 2) throw wrongShape(`u should have at least 2 dimensions, but has ${l.sizes.length} dimensions instead`);
      checkSquareFor(l);
      if (l.sizes.at(-1) !== input.sizes.at(-2)) {
        const [[m, n], [p, q]] = [matrixSizes(l), matrixSizes(input)];
        throw wrongShape(`Incompatible matrix sizes for cholesky_solve: each A matrix is ${m} by ${n} but each b matrix is ${p} by ${q}`);
      }
      const lower = upper ? adjoint(l) : l;
      return solveTriangular(adjoint(lower), solveTriangular(lower, input), { upper: true });
    },
    backward: {
      input: (g, s) => g.cholesky_solve(s.L, s.upper),
      L(g, s) {
        const c = g.cholesky_solve(s.L, s.upper).matmul(adjoint(s.result));
        return factorGrad(c.add(adjoint(c)), s.L, s.upper);
      },
    },
  }),
  op({
    signature: 'cholesky_inverse(Tensor input, bool upper=False, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The inverse of positive definite matrices whose Cholesky factor is given.',
    formula: 'out = (input · inputᵀ)⁻¹',
    gradient: 'input: −out · (g + gᵀ) · out · input',
    conjugates: true,
    forward(l, upper) {
      checkSquare('cholesky_inverse', l);
      const lower = upper ? adjoint(l) : l;
      const n = matrixSizes(l)[0];
      const inverse = solveTriangular(lower, identityLike(l, n));
      return l.dtype.is_complex ? productOfLapack(inverse, upper) : transposed(transposed(inverse).matmul(inverse.conj()));
    },
    backward: { input: (g, s) => factorGrad(s.result.matmul(g.add(adjoint(g))).matmul(s.result), s.input, s.upper) },
  }),
];

/**
 * The adjoint of a triangular matrix times the matrix. Of the diagonal, LAPACK reads the real parts, as a Cholesky factor
 * has no others; only the last element keeps its imaginary part.
 */
function productOfLapack(inverse: Tensor, upper: boolean): Tensor {
  const diagonal = inverse.diagonal(0, -2, -1);
  const real = inverse.sub(diagonal.sub(diagonal.real).diag_embed());
  const product = adjoint(real).matmul(real);
  const last = inverse.sizes.at(-1)! - 1;
  if (last < 0) return product;
  const corner = diagonal.select(-1, last);
  product
    .select(-1, last)
    .select(-1, last)
    .copy_((upper ? corner.conj() : corner).mul(corner.real));
  return product;
}

/** As in PyTorch, the gradient covers the triangle that is not read too. */
const factorGrad = (common: Tensor, l: Tensor, upper: boolean): Tensor => (upper ? l.matmul(common) : common.matmul(l)).neg();

export const cholesky: Op[] = [solveTriangularOp, triangularSolve, choleskyEx, ...factored];
