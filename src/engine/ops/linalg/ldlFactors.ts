import { read } from '../../backends/allocation.js';
import { int32 } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { noDerivative } from '../noDerivative.js';
import { op, type Op } from '../op.js';
import { lateCode } from '../later.js';
import {
  batchSizes,
  broadcastBatches,
  byColumns,
  checkFloat,
  checkInfo,
  checkSquare,
  infosOf,
  matricesOf,
  matrixSizes,
  shown,
  stacked,
} from './matrices.js';
import { numbersOf } from './numbers.js';

/** Factors of symmetric and Hermitian matrices that need not be positive definite. */

const factorEx = op({
  signature:
    'linalg.ldl_factor_ex(Tensor A, *, bool hermitian=False, bool check_errors=False, Tensor[]? out=None) -> (Tensor LD, Tensor pivots, Tensor info)',
  kind: kind.decomposition(),
  doc: 'The factors of symmetric matrices in one, what rows were exchanged, and where the first zero of D is.',
  formula: 'A = L · D · Lᵀ',
  ...noDerivative('linalg_ldl_factor_ex', 'A'),
  differentiableOutputs: 1,
  forward(a, hermitian, check) {
    checkSquare('torch.linalg.ldl_factor_ex', a);
    checkFloat('torch.linalg.ldl_factor_ex', a);
    const n = matrixSizes(a)[0];
    const all = matricesOf(a).map((values) => lateCode().ldlOf(numbersOf(a.dtype), values, n, hermitian));
    const info = infosOf(
      a,
      all.map((f) => f.info),
    );
    if (check) checkBroken('torch.linalg.ldl_factor_ex', info);
    const pivots = all.map((f) => f.pivots);
    return [
      byColumns(
        a,
        all.map((f) => f.ld),
        [n, n],
      ),
      stacked(a, pivots, [n], int32),
      info,
    ];
  },
});

const checkBroken = (name: string, info: Tensor): void =>
  checkInfo(
    name,
    info,
    (at) => `The factorization could not be completed because the D[${at},${at}] is zero, using it to solve would divide by zero.`,
  );

const solve = op({
  signature: 'linalg.ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False, Tensor? out=None)',
  kind: kind.decomposition(),
  doc: 'The solutions of systems whose LDL factors are given.',
  formula: 'L · D · Lᵀ · out = B',
  ...noDerivative('linalg_ldl_solve', 'LD', 'B'),
  forward(ld, pivots, right, hermitian) {
    const name = 'torch.linalg.ldl_solve';
    checkSquare(name, ld, 'LD');
    if (right.sizes.length < 2)
      throw wrongShape(`${name}: Expected B to have at least 2 dimensions, but it has ${right.sizes.length} dimensions instead`);
    if (!sameSizes(ld.sizes.slice(0, -1), pivots.sizes)) {
      throw wrongShape(
        `${name}: Expected LD.shape[:-1] and pivots.shape to be the same, but got pivots with shape ${shown(pivots.sizes)} instead`,
      );
    }
    if (pivots.dtype.isContinuous) throw new RuntimeError(`${name}: Expected pivots to be integers. Got ${pivots.dtype.scalarName}`);
    if (ld.dtype !== right.dtype)
      throw new RuntimeError(`${name}: LD dtype ${ld.dtype.scalarName} does not match b dtype ${right.dtype.scalarName}`);
    const [factors, b] = broadcastBatches(ld, right);
    const [n, k] = matrixSizes(b);
    if (matrixSizes(ld)[0] !== n) {
      throw wrongShape(
        `Incompatible matrix sizes for linear solve: each A matrix is ${ld.sizes.at(-2)} by ${ld.sizes.at(-1)} but each b matrix is ${n} by ${k}`,
      );
    }
    checkFloat(name, ld);
    const rows = read(pivots.expand([...batchSizes(b), n]));
    const systems = matricesOf(factors);
    const F = numbersOf(ld.dtype);
    const solutions = matricesOf(b).map((values, i) =>
      lateCode().ldlSolve(F, { ld: systems[i], pivots: rows.slice(i * n, (i + 1) * n) }, n, values, k, hermitian),
    );
    return byColumns(b, solutions, [n, k]);
  },
});

export const ldls: Op[] = [
  factorEx,
  op({
    signature: 'linalg.ldl_factor(Tensor A, *, bool hermitian=False, Tensor[]? out=None) -> (Tensor LD, Tensor pivots)',
    kind: kind.decomposition(),
    doc: 'The factors of symmetric matrices in one, and what rows were exchanged.',
    formula: 'A = L · D · Lᵀ',
    gradFn: 'NotImplemented',
    compose(a, hermitian) {
      const [ld, pivots, info] = execute(factorEx, [a, hermitian, false]) as [Tensor, Tensor, Tensor];
      checkBroken('torch.linalg.ldl_factor', info);
      return [ld, pivots];
    },
  }),
  solve,
];
