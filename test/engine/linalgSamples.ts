import * as torch from '../../src/engine/index.js';
import { spread, type Sample, type Supposition } from './samples.js';

/** Samples for `linalg` and its older relatives: calls by name. */

type Tensor = torch.Tensor;

/** Matrices that are far from singular. Their singular values differ. */
const regular = (...sizes: number[]): Tensor =>
  spread(sizes).add(torch.diag(torch.arange(1, sizes.at(-1)! + 1, { dtype: torch.float64 }).mul(1.5)));
const square = () => regular(3, 3);
/** A symmetric matrix with a zero on the diagonal, which needs a 2 × 2 block. */
const evenMatrix = () =>
  torch.tensor(
    [
      [0, 2, 1],
      [2, 0.5, -1],
      [1, -1, 3],
    ],
    { dtype: torch.float64 },
  );
const batch = () => regular(2, 2, 2);
const tall = () => spread([3, 2], -2, 2, 1);
const wide = () => spread([2, 3], -2, 2, 1);
/** A matrix whose eigenvalues are not real. */
const turning = () =>
  torch.tensor(
    [
      [1, 2, 0.5],
      [-3, 1.5, 0.25],
      [0.5, 0.75, -2],
    ],
    { dtype: torch.float64 },
  );
const right = (...sizes: number[]) => spread(sizes, -1, 1, 1);
const pivots = () => torch.tensor([2, 3, 3], { dtype: torch.int32 });

const both = (name: string, older: string, calls: () => Sample[]) => ({ [name]: calls, [older]: calls });
const squares = (): Sample[] => [[square()], [batch()]];
const any = (): Sample[] => [[square()], [tall()], [wide()]];

export const linalgSamples: Record<string, () => Sample[]> = {
  'linalg.solve_triangular': () => [
    [square(), right(3, 2), { upper: true }],
    [square(), right(2, 3), { upper: false, left: false, unitriangular: true }],
    [batch(), right(2, 1), { upper: false }],
  ],
  triangular_solve: () => [
    [right(3, 2), square()],
    [right(3, 2), square(), false, true],
  ],
  'linalg.cholesky_ex': squares,
  'linalg.cholesky': () => [...squares(), [square(), { upper: true }]],
  cholesky_solve: () => [[right(3, 2), square()]],
  cholesky_inverse: () => [[square()]],
  'linalg.lu_factor_ex': any,
  'linalg.lu_factor': any,
  'linalg.lu': any,
  _lu: () => any().map(([a]): Sample => [a, true]),
  _lu_unpack: () => [[square(), pivots(), true, true]],
  lu: any,
  lu_unpack: () => [[square(), pivots()]],
  'linalg.inv_ex': squares,
  ...both('linalg.inv', 'inverse', squares),
  'linalg.solve_ex': () => [[square(), right(3, 2)]],
  'linalg.solve': () => [
    [square(), right(3, 2)],
    [square(), right(3)],
    [batch(), right(2, 1)],
    [square(), right(2, 3), { left: false }],
  ],
  'linalg.ldl_factor_ex': () => [[evenMatrix()], [evenMatrix(), { hermitian: true }]],
  'linalg.ldl_factor': () => [[evenMatrix()]],
  'linalg.ldl_solve': () => [[square(), pivots(), right(3, 2)]],
  svd_lowrank: () => [[tall(), 2]],
  pca_lowrank: () => [[spread([4, 3], -2, 2, 1), 3]],
  _lu_solve: () => [
    [square(), pivots(), right(3, 2), true, false],
    [square(), pivots(), right(2, 3), false, true],
  ],
  'linalg.lu_solve': () => [
    [square(), pivots(), right(3, 2)],
    [square(), pivots(), right(2, 3), { left: false, adjoint: true }],
  ],
  lu_solve: () => [[right(3, 2), square(), pivots()]],
  'linalg.tensorinv': () => [[regular(4, 4).reshape([2, 2, 4]), 2]],
  'linalg.tensorsolve': () => [[regular(4, 4).reshape([2, 2, 4]), right(2, 2)]],
  ...both('linalg.det', 'det', () => [
    ...squares(),
    [
      torch.tensor(
        [
          [1, 2],
          [3, 4],
        ],
        { dtype: torch.float64 },
      ),
    ],
  ]),
  ...both('linalg.slogdet', 'slogdet', squares),
  logdet: () => [[square()]],
  'linalg.qr': () => [...any(), [square(), 'complete']],
  geqrf: any,
  _householder_product: () => [[spread([3, 2]), right(2)]],
  ...both('linalg.householder_product', 'orgqr', () => [[spread([3, 2]), right(2)]]),
  ormqr: () => [
    [spread([3, 2]), right(2), right(3, 2)],
    [spread([3, 2]), right(2), right(2, 3), false, true],
  ],
  'linalg.eigh': squares,
  'linalg.eigvalsh': squares,
  'linalg.eig': () => [[square()], [turning()]],
  'linalg.eigvals': () => [...squares(), [turning()]],
  'linalg.matrix_sqrth': squares,
  'linalg.svd': () => [[square()], [tall(), false], [wide(), false]],
  'linalg.svdvals': any,
  svd: any,
  'linalg.polar': () => [[square()], [tall()]],
  ...both('linalg.pinv', 'pinverse', any),
  'linalg.matrix_rank': () => [[square()], [square(), 0.5]],
  'linalg.lstsq': () => [
    [tall(), right(3, 2), { driver: 'gels' }],
    [wide(), right(2, 2)],
  ],
  'linalg.cond': () => [[square()], [square(), -2]],
  ...both('linalg.matrix_exp', 'matrix_exp', squares),
  ...both('linalg.matrix_power', 'matrix_power', () => [
    [square(), 3],
    [square(), -2],
    [batch(), 0],
  ]),
  'linalg.multi_dot': () => [[[spread([2, 3]), right(3, 2), right(2)]]],
  'linalg.matmul': () => [[spread([2, 3]), right(3, 2)]],
  'linalg.vecdot': () => [[spread([2, 3]), right(3)]],
  'linalg.diagonal': () => [[spread([2, 3, 4])]],
  'linalg.vander': () => [[spread([3])]],
  'linalg.cross': () => [[spread([2, 3]), right(1, 3)]],
};

const even: Supposition = (t) => t.add(t.mH).mul(0.5);
/** A positive definite matrix: the product of a matrix with its own transpose. */
const definite: Supposition = (t) => t.matmul(t.mH);
const lower: Supposition = (t) => t.tril();

/** Operations that assume a kind of matrix without a check. Their gradients are right only for that kind. */
export const supposed: Record<string, Supposition> = {
  'linalg.eigh': even,
  'linalg.eigvalsh': even,
  'linalg.matrix_sqrth': definite,
  'linalg.cholesky': definite,
  'linalg.cholesky_ex': definite,
  cholesky_solve: (t, k) => (k === 1 ? lower(t, k) : t),
  cholesky_inverse: lower,
};

const sizes = (at: number[]) => (results: Tensor[]) => results.map((t, k) => (at.includes(k) && t.is_complex() ? t.abs() : t));

/**
 * Results that are known except for a phase. They are replaced by their absolute values, since nothing may depend on the
 * phase.
 */
const withoutPhases: Record<string, (results: Tensor[]) => Tensor[]> = {
  'linalg.eig': sizes([1]),
  'linalg.eigh': sizes([1]),
  'linalg.svd': sizes([0, 2]),
  svd: sizes([0, 2]),
};

/** The results of an operation that have a gradient. */
export const determined = (name: string, results: Tensor[]): Tensor[] => withoutPhases[name]?.(results) ?? results;
