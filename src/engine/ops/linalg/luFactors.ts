import { read } from '../../backends/allocation.js';
import { int32 } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { catOf } from '../joining.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { luOf, permutationOf } from './lu.js';
import { numbersOf } from './numbers.js';
import {
  batchSizes,
  byColumns,
  checkInfo,
  checkMatrix,
  identityLike,
  infosOf,
  isLapack,
  matricesOf,
  matrixSizes,
  shown,
  stacked,
  transposed,
} from './matrices.js';
import { solveTriangular } from './triangular.js';

/** Operations that compute and use LU factors. */

const luFactorEx = op({
  signature:
    'linalg.lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False, Tensor[]? out=None) -> (Tensor LU, Tensor pivots, Tensor info)',
  kind: kind.decomposition(),
  doc: 'Both factors of matrices in one, what rows were exchanged, and where the first zero on the diagonal of U is.',
  formula: 'A = P · L · U',
  gradient: 'A: P · L⁻ᵀ · [tril(Lᵀ · gL, −1) + triu(gU · Uᵀ)] · U⁻ᵀ',
  gradFn: 'LinalgLuFactorExBackward0',
  differentiableOutputs: 1,
  forward(a, pivot, check) {
    checkLu('torch.lu_factor', a);
    if (!pivot) throw new RuntimeError('linalg.lu_factor: LU without pivoting is not implemented on the CPU');
    const [m, n] = matrixSizes(a);
    const all = matricesOf(a).map((values) => luOf(numbersOf(a.dtype), values, m, n));
    const info = infosOf(
      a,
      all.map((f) => f.info),
    );
    if (check) checkLuInfo('torch.linalg.lu_factor_ex', info);
    const lu = byColumns(
      a,
      all.map((f) => f.lu),
      [m, n],
    );
    const pivots = stacked(
      a,
      all.map((f) => f.pivots),
      [Math.min(m, n)],
      int32,
    );
    return [lu, pivots, info];
  },
  backward: { A: (g, s) => luGrad(g, s.result, s.results[1]) },
});

function checkLu(name: string, a: Tensor): void {
  if (a.sizes.length < 2) throw wrongShape(`${name}: Expected tensor with 2 or more dimensions. Got size: ${shown(a.sizes)} instead`);
  if (!isLapack(a.dtype)) throw new NotImplementedError_(`"lu_cpu" not implemented for '${a.dtype.scalarName}'`);
}

const checkLuInfo = (name: string, info: Tensor): void =>
  checkInfo(
    name,
    info,
    (at) =>
      `U[${at},${at}] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)`,
    RuntimeError,
  );

/** @throws RuntimeError where the pivots do not fit the matrices */
export function checkPivots(name: string, lu: Tensor, pivots: Tensor): void {
  const wanted = [...batchSizes(lu), Math.min(...matrixSizes(lu))];
  if (pivots.dtype !== int32) throw new RuntimeError(`${name}: pivots should be a Tensor of scalar type torch.int32`);
  if (!sameSizes(pivots.sizes, wanted)) {
    throw wrongShape(`${name}: Number of pivots per batch should be same as the dimension of the matrix`);
  }
  const rows = lu.sizes.at(-2)!;
  if (read(pivots).some((row) => row < 1 || row > rows)) {
    throw new RuntimeError(
      'pivots passed to lu_unpack must be between 1 and LU.size(-2) inclusive. Did you properly pass the result of lu_factor?',
    );
  }
}

/** The permutation matrix P of A = P · L · U. */
export function permutationMatrix(like: Tensor, pivots: Tensor, m: number): Tensor {
  const k = pivots.sizes.at(-1)!;
  const given = read(pivots);
  const count = numel(batchSizes(like));
  const all = Array.from({ length: count }, (_, b) => {
    const { lanes } = like.dtype;
    const p = new Float64Array(m * m * lanes);
    permutationOf(given.subarray(b * k, (b + 1) * k), m).forEach((from, to) => (p[(from * m + to) * lanes] = 1));
    return p;
  });
  return stacked(like, all, [m, m]);
}

/** L and U from the matrix that holds both. */
export function unpacked(lu: Tensor): [l: Tensor, u: Tensor] {
  const [m, n] = matrixSizes(lu);
  const k = Math.min(m, n);
  return [
    lu
      .narrow(-1, 0, k)
      .tril(-1)
      .add(identityColumns(lu, m, k)),
    lu.narrow(-2, 0, k).triu(),
  ];
}

const identityColumns = (like: Tensor, m: number, k: number): Tensor => identityLike(like, m).narrow(-1, 0, k);

/** PyTorch's lu_factor_ex_backward. */
function luGrad(g: Tensor, lu: Tensor, pivots: Tensor): Tensor {
  const [m, n] = matrixSizes(lu);
  const k = Math.min(m, n);
  const [l, u] = unpacked(lu);
  const gl = g.narrow(-1, 0, k).tril(-1);
  const gu = g.narrow(-2, 0, k).triu();
  const p = permutationMatrix(lu, pivots, m);
  const lower = transposed(l).matmul(gl);
  const upper = gu.matmul(transposed(u));
  if (m === n) {
    const inner = solveTriangular(transposed(u), lower.tril(-1).add(upper.triu()), { left: false });
    return p.matmul(solveTriangular(transposed(l), inner, { upper: true, unit: true }));
  }
  if (m < n) {
    const square = transposed(u.narrow(-1, 0, k));
    const inner = solveTriangular(square, lower.sub(upper).tril(-1), { left: false });
    const wide = catOf([inner.add(gu.narrow(-1, 0, k).triu()), gu.narrow(-1, k, n - k)], -1);
    return p.matmul(solveTriangular(transposed(l), wide, { upper: true, unit: true }));
  }
  const inner = solveTriangular(transposed(l.narrow(-2, 0, k)), upper.sub(lower).triu(), { upper: true, unit: true });
  const tall = catOf([inner.add(gl.narrow(-2, 0, k).tril(-1)), gl.narrow(-2, k, m - k)], -2);
  return p.matmul(solveTriangular(transposed(u), tall, { left: false }));
}

const factorsOf = (a: Tensor, pivot: boolean): [Tensor, Tensor, Tensor] =>
  execute(luFactorEx, [a, pivot, false]) as [Tensor, Tensor, Tensor];

/** L and U with the permutation after them: autograd needs this order, since the permutation has no gradient. */
const luOp = op({
  signature: '_lu(Tensor A, bool pivot) -> (Tensor L, Tensor U, Tensor P)',
  shown: 'lu',
  kind: kind.decomposition(),
  doc: 'A permutation, a lower and an upper triangle whose product is the matrix.',
  formula: 'A = P · L · U',
  gradient: 'A: P · L⁻ᵀ · [tril(Lᵀ · gL, −1) + triu(gU · Uᵀ)] · U⁻ᵀ',
  gradFn: 'LinalgLuBackward0',
  conjugates: true,
  differentiableOutputs: 2,
  keeps: ['result'],
  variants: [],
  forward(a, pivot) {
    checkLu('linalg.lu', a);
    const [lu, pivots] = factorsOf(a, pivot);
    return [...unpacked(lu), pivot ? permutationMatrix(a, pivots, a.sizes.at(-2)!) : a.new_empty([0])];
  },
  backward: { A: (_, s) => throughSteps((a) => unpacked(factorsOf(a, s.pivot)[0]), [s.A], 0, s.grads) },
});

const unpackOp = op({
  signature: '_lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data, bool unpack_pivots) -> (Tensor L, Tensor U, Tensor P)',
  shown: 'lu_unpack',
  kind: kind.decomposition(),
  doc: 'The factors that `linalg.lu_factor` gives in one, apart.',
  formula: 'A = P · L · U',
  gradient: 'LU_data: tril(gL, −1) + triu(gU)',
  gradFn: 'LuUnpackBackward0',
  conjugates: true,
  differentiableOutputs: 2,
  variants: [],
  forward(lu, pivots, data, order) {
    const empty = () => lu.new_empty([0]);
    return [...(data ? unpacked(lu) : [empty(), empty()]), order ? permutationMatrix(lu, pivots, lu.sizes.at(-2)!) : empty()];
  },
  backward: { LU_data: (_, s) => throughSteps((lu) => unpacked(lu), [s.LU_data], 0, s.grads) },
});

/** The order for programs: the permutation comes first. */
const arranged = ([l, u, p]: Tensor[]): Tensor[] => [p, l, u];

export const lus: Op[] = [
  luFactorEx,
  luOp,
  unpackOp,
  op({
    signature: 'linalg.lu_factor(Tensor A, *, bool pivot=True, Tensor[]? out=None) -> (Tensor LU, Tensor pivots)',
    kind: kind.decomposition(),
    doc: 'Both factors of matrices in one, and what rows were exchanged.',
    formula: 'A = P · L · U',
    compose(a, pivot) {
      const [lu, pivots, info] = factorsOf(a, pivot);
      checkLuInfo('torch.linalg.lu_factor', info);
      return [lu, pivots];
    },
  }),
  op({
    signature: 'linalg.lu(Tensor A, *, bool pivot=True, Tensor[]? out=None) -> (Tensor P, Tensor L, Tensor U)',
    kind: kind.decomposition(),
    doc: 'A permutation, a lower and an upper triangle whose product is the matrix.',
    formula: 'A = P · L · U',
    compose: (a, pivot) => arranged(execute(luOp, [a, pivot]) as Tensor[]),
  }),
  op({
    signature: 'lu(Tensor input, bool pivot=True, bool get_infos=False) -> Tensor[]',
    kind: kind.decomposition(),
    doc: 'Both factors of matrices in one, and what rows were exchanged; older than `linalg.lu_factor`.',
    formula: 'input = P · L · U',
    compose(a, pivot, infos) {
      const all = factorsOf(a, pivot);
      if (!infos) checkLuInfo('torch.linalg.lu_factor', all[2]);
      return all.slice(0, infos ? 3 : 2);
    },
  }),
  op({
    signature:
      'lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True, *, Tensor[]? out=None) -> (Tensor P, Tensor L, Tensor U)',
    kind: kind.decomposition(),
    doc: 'The factors that `linalg.lu_factor` gives in one, apart.',
    formula: 'A = P · L · U',
    compose(lu, pivots, data, order) {
      if (order && pivots.dtype !== int32) {
        throw new RuntimeError(
          'torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\nNote: this function is intended to be used with the output produced by torch.linalg.lu_factor',
        );
      }
      checkMatrix('torch.lu_unpack', lu, 'LU_data');
      if (order) checkPivots('torch.lu_unpack', lu, pivots);
      return arranged(execute(unpackOp, [lu, pivots, data, order]) as Tensor[]);
    },
  }),
];
