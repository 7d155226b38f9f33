import { LinAlgError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { convertsOut } from '../outDtype.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { luOf, luSolve } from './lu.js';
import { checkPivots, permutationMatrix, unpacked } from './luFactors.js';
import {
  adjoint as adjointOf,
  batchSizes,
  broadcastBatches,
  byColumns,
  checkEquation,
  checkFloat,
  checkInfo,
  checkMatrix,
  checkSameType,
  checkSquare,
  infosOf,
  matricesOf,
  matrixSizes,
  stacked,
  transposed,
} from './matrices.js';
import { identity, numbersOf, transpose } from './numbers.js';
import { solveTriangular } from './triangular.js';

/** Inverses, and systems of linear equations. */

const invEx = op({
  signature: 'linalg.inv_ex(Tensor A, *, bool check_errors=False, Tensor[]? out=None) -> (Tensor inverse, Tensor info)',
  autocast: 'float32',
  kind: kind.decomposition(),
  doc: 'The inverses of square matrices, and for each where a zero pivot broke it, or 0.',
  formula: 'inverse = A⁻¹',
  gradient: 'A: −A⁻ᵀ · g · A⁻ᵀ',
  gradFn: 'LinalgInvExBackward0',
  differentiableOutputs: 1,
  forward(a, check) {
    checkSquare('linalg.inv', a);
    checkFloat('linalg.inv', a);
    const n = matrixSizes(a)[0];
    const F = numbersOf(a.dtype);
    const all = matricesOf(a).map((values) => luOf(F, values, n, n));
    const info = infosOf(
      a,
      all.map((f) => f.info),
    );
    if (check) checkSingular('linalg.inv_ex', info);
    const inverses = all.map((f) => luSolve(F, f, n, identity(n, F.lanes), n));
    return [byColumns(a, inverses, [n, n]), info];
  },
  backward: {
    A(g, s) {
      const back = transposed(s.result);
      return back.matmul(g).matmul(back).neg();
    },
  },
});

const checkSingular = (name: string, info: Tensor): void =>
  checkInfo(
    name,
    info,
    (at) => `The diagonal element ${at} is zero, the inversion could not be completed because the input matrix is singular.`,
  );

/** The inverses, and for each matrix the position of the zero pivot where the inversion failed, or 0. */
export const inverseAndInfo = (a: Tensor): [inverse: Tensor, info: Tensor] => execute(invEx, [a, false]) as [Tensor, Tensor];

/** The inverses. @throws LinAlgError for a matrix that has no inverse */
export function inverseOf(a: Tensor): Tensor {
  const [inverse, info] = inverseAndInfo(a);
  checkSingular('linalg.inv', info);
  return inverse;
}

/** True when `b` is one vector for each matrix, and not a matrix: decided as in NumPy. */
const areVectors = (a: readonly number[], b: readonly number[]): boolean =>
  b.length === 1 || (a.length - 1 === b.length && sameSizes(b, a.slice(0, -1)));

const solveEx = op({
  signature:
    'linalg.solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor[]? out=None) -> (Tensor result, Tensor info)',
  kind: kind.decomposition(),
  terms: { sum: ['B'] },
  doc: 'The solutions of systems of linear equations, and for each where a zero pivot broke it, or 0.',
  formula: 'A · result = B',
  gradient: 'B: A⁻ᵀ · g;  A: −A⁻ᵀ · g · resultᵀ',
  gradFn: 'LinalgSolveExBackward0',
  differentiableOutputs: 1,
  forward(given, right, left, check) {
    checkSquare('linalg.solve', given);
    checkSameType('linalg.solve', given, right);
    const vectors = areVectors(given.sizes, right.sizes);
    const columns = vectors ? right.unsqueeze(-1) : right;
    if (vectors && !left) throw new RuntimeError(vectorFromLeft);
    checkMatrix('linalg.solve', columns, 'B');
    checkEquation('linalg.solve', given, columns, left);
    checkFloat('linalg.solve', given);
    const [a, b] = broadcastBatches(given, columns);
    const [p, q] = matrixSizes(b);
    const n = matrixSizes(a)[0];
    const F = numbersOf(a.dtype);
    const systems = matricesOf(left ? given : transposed(given)).map((values) => luOf(F, values, n, n));
    const info = infosOf(
      given,
      systems.map((f) => f.info),
    );
    if (check) checkSolved('torch.linalg.solve_ex', info);
    const factors = numel(batchSizes(a)) === systems.length ? systems : matricesOf(left ? a : transposed(a)).map((v) => luOf(F, v, n, n));
    const solutions = matricesOf(b).map((values, i) =>
      left
        ? luSolve(F, factors[i], n, values, q)
        : transpose(luSolve(F, factors[i], n, transpose(values, p, q, F.lanes), p), q, p, F.lanes),
    );
    const x = left ? byColumns(b, solutions, [p, q]) : stacked(b, solutions, [p, q]);
    return [vectors ? x.squeeze(-1) : x, info];
  },
  backward: {
    A(g, s) {
      const vectors = areVectors(s.A.sizes, s.sizesOf('B'));
      const [x, back] = [s.result, solved(transposed(s.A), g, s.left)].map((t) => (vectors ? t.unsqueeze(-1) : t));
      return s.left ? back.matmul(transposed(x)).neg() : transposed(x).matmul(back).neg();
    },
    B: (g, s) => solved(transposed(s.A), g, s.left),
  },
});

const vectorFromLeft =
  'linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. In this case linalg.solve is equivalent to B / A.squeeze(-1)';

/** X of A · X = B, without a check that a solution exists. */
export const solved = (a: Tensor, b: Tensor, left = true): Tensor => (execute(solveEx, [a, b, left, false]) as [Tensor, Tensor])[0];

const checkSolved = (name: string, info: Tensor): void =>
  checkInfo(name, info, () => 'The solver failed because the input matrix is singular.', LinAlgError);

/** The solution of A · X = B. @throws LinAlgError when there is none */
function solutionOf(a: Tensor, b: Tensor, left: boolean): Tensor {
  const [x, info] = execute(solveEx, [a, b, left, false]) as [Tensor, Tensor];
  checkSolved('torch.linalg.solve', info);
  return x;
}

/** X of A · X = B, or of Aᴴ · X = B, from the factors of A. */
function solvedByFactors(lu: Tensor, pivots: Tensor, b: Tensor, adjoint: boolean): Tensor {
  const [l, u] = unpacked(lu);
  const p = permutationMatrix(lu, pivots, matrixSizes(lu)[0]);
  if (!adjoint) return solveTriangular(u, solveTriangular(l, transposed(p).matmul(b), { unit: true }), { upper: true });
  return p.matmul(solveTriangular(adjointOf(l), solveTriangular(adjointOf(u), b), { upper: true, unit: true }));
}

function luSolution(lu: Tensor, pivots: Tensor, b: Tensor, left: boolean, adjoint: boolean): Tensor {
  checkSquare('torch.linalg.lu_solve', lu, 'LU');
  checkMatrix('torch.linalg.lu_solve', b, 'B');
  checkPivots('linalg.lu_solve', lu, pivots);
  checkSameType('linalg.lu_solve', lu, b);
  checkEquation('linalg.lu_solve', lu, b, left);
  return execute(luSolveOp, [lu, pivots, b, left, adjoint]) as Tensor;
}

const luSolveSteps =
  (pivots: Tensor, left: boolean, adjoint: boolean) =>
  (lu: Tensor, b: Tensor): Tensor[] => [
    left ? solvedByFactors(lu, pivots, b, adjoint) : adjointOf(solvedByFactors(lu, pivots, adjointOf(b), !adjoint)),
  ];

const luSolveOp = op({
  signature: '_lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left, bool adjoint)',
  shown: 'lu_solve',
  kind: kind.decomposition(),
  terms: { sum: ['B'] },
  doc: 'The solutions of systems whose LU factors are given.',
  formula: 'P · L · U · out = B',
  gradient: 'through the two triangular systems',
  gradFn: 'LinalgLuSolveBackward0',
  conjugates: true,
  variants: [],
  forward: (lu, pivots, b, left, adjoint) => luSolveSteps(pivots, left, adjoint)(lu, b)[0],
  backward: {
    LU: (g, s) => throughSteps(luSolveSteps(s.pivots, s.left, s.adjoint), [s.LU, s.B], 0, [g]),
    B: (g, s) => throughSteps(luSolveSteps(s.pivots, s.left, s.adjoint), [s.LU, s.B], 1, [g]),
  },
});

const product = (sizes: readonly number[]): number => numel(sizes);

export const solving: Op[] = [
  invEx,
  luSolveOp,
  op({
    signature: 'linalg.inv(Tensor A, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The inverses of square matrices.',
    formula: 'out = A⁻¹',
    compose: inverseOf,
  }),
  op({
    signature: 'inverse(Tensor input, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The inverses of square matrices; another name of `linalg.inv`.',
    formula: 'out = input⁻¹',
    compose: inverseOf,
  }),
  solveEx,
  op({
    signature: 'linalg.solve(Tensor A, Tensor B, *, bool left=True, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The solutions of systems of linear equations.',
    formula: 'A · out = B, or out · A = B from the right',
    compose: solutionOf,
  }),
  op({
    signature: 'linalg.lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False, Tensor? out=None)',
    kind: kind.decomposition(),
    doc: 'The solutions of systems whose LU factors are given.',
    formula: 'P · L · U · out = B',
    compose: luSolution,
  }),
  op({
    signature: 'lu_solve(Tensor input, Tensor LU_data, Tensor LU_pivots, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The solutions of systems whose LU factors are given; older than `linalg.lu_solve`.',
    formula: 'P · L · U · out = input',
    compose: (b, lu, pivots) => luSolution(lu, pivots, b, true, false),
  }),
  op({
    signature: 'linalg.tensorinv(Tensor A, int ind=2, *, Tensor? out=None)',
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The inverse by `tensordot`: the first `ind` dims are rows, the others columns.',
    formula: 'tensordot(out, A, ind) = identity',
    compose(a, ind) {
      if (ind <= 0) throw new RuntimeError(`Expected a strictly positive integer for 'ind', but got ${ind}`);
      const [first, rest] = [a.sizes.slice(0, ind), a.sizes.slice(ind)];
      if (product(rest) !== product(first)) {
        throw wrongShape(
          `Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got ${product(rest)} != ${product(first)}`,
        );
      }
      return inverseOf(a.reshape([product(first), product(rest)])).reshape([...rest, ...first]);
    },
  }),
  op({
    signature: 'linalg.tensorsolve(Tensor A, Tensor B, int[]? dims=None, *, Tensor? out=None)',
    wrongOut: convertsOut,
    autocast: 'float32',
    kind: kind.decomposition(),
    doc: 'The solution of a system by `tensordot`: the last dims of `A` are those of the result.',
    formula: 'tensordot(A, out) = B',
    compose(a, b, dims) {
      const moved =
        dims === null
          ? a
          : a.movedim(
              dims,
              dims.map((_, i) => a.sizes.length - dims.length + i),
            );
      const rest = moved.sizes.slice(b.sizes.length);
      const n = product(b.sizes);
      if (product(rest) !== n) {
        throw wrongShape(
          `Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got ${product(rest)} != ${n}`,
        );
      }
      return solutionOf(moved.reshape([n, n]), b.reshape([n]), true).reshape(rest);
    },
  }),
];
