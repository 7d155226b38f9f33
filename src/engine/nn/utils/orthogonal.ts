/** The parametrization of orthogonal matrices by unconstrained matrices. */
import { NotImplementedError_, ValueError } from '../../errors.js';
import { solve, householder_product } from '../../generated/linalg.js';
import { allclose, cat, eye, geqrf, matrix_exp, randn, where, zeros_like } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import { sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Module } from '../module.js';

export const orthogonalMaps = ['matrix_exp', 'cayley', 'householder'] as const;
export type OrthogonalMap = (typeof orthogonalMaps)[number];

const diagonal = (t: Tensor): Tensor => t.diagonal({ dim1: -2, dim2: -1 });

/** True when the columns are orthonormal up to rounding. */
function isOrthogonal(q: Tensor): boolean {
  const [n, k] = q.sizes.slice(-2);
  return allclose(q.mH.matmul(q), eye(k, { dtype: q.dtype }), { atol: 10 * n * 2 ** (1 - q.dtype.digits) });
}

/** The Q of A = Q · R where the diagonal of R is not negative. */
function madeOrthogonal(a: Tensor): Tensor {
  const [x, tau] = geqrf(a);
  return householder_product(x, tau).mul(diagonal(x).sgn().unsqueeze(-2));
}

export class _Orthogonal extends Module {
  private readonly shape: readonly number[];
  /**
   * With trivialization, the fixed matrix that multiplies the result from the left; null until it is set. Undefined
   * without trivialization.
   */
  declare base?: Tensor | null;

  constructor(
    weight: Tensor,
    private readonly orthogonal_map: OrthogonalMap,
    use_trivialization: boolean,
  ) {
    super();
    if (weight.is_complex() && orthogonal_map === 'householder')
      throw new ValueError('The householder parametrization does not support complex tensors.');
    this.shape = weight.sizes;
    if (use_trivialization) this.register_buffer('base', null);
  }

  override forward(given: Tensor): Tensor {
    const [rows, columns] = given.sizes.slice(-2);
    const isWide = rows < columns;
    const x = isWide ? given.mT : given;
    let q = this.orthogonal_map === 'householder' ? reflected(x) : this.turned(x);
    if (this.base !== undefined) q = this.base!.matmul(q);
    return isWide ? q.mT : q;
  }

  /** An orthogonal matrix: a function of the skew-symmetric matrix that has the lower triangle of `x`. */
  private turned(x: Tensor): Tensor {
    const [n, k] = x.sizes.slice(-2);
    const lower = x.tril();
    const square = n === k ? lower : cat([lower, lower.new_zeros([...lower.sizes.slice(0, -2), n, n - k])], -1);
    const skew = square.sub(square.mH);
    const one = eye(n, { dtype: x.dtype });
    const q =
      this.orthogonal_map === 'matrix_exp' ? matrix_exp(skew) : solve(one.add(skew, { alpha: -0.5 }), one.add(skew, { alpha: 0.5 }));
    return n === k ? q : q.narrow(-1, 0, k);
  }

  /** The matrix from which `forward` computes `q`; `q` is made orthogonal first. @throws ValueError for other sizes */
  right_inverse(q: Tensor): Tensor {
    if (!sameSizes(q.sizes, this.shape))
      throw new ValueError(
        `Expected a matrix or batch of matrices of shape torch.Size([${this.shape.join(', ')}]). Got a tensor of shape ${String(q.shape)}.`,
      );
    return quietly(() => (this.base === undefined ? this.reflections(q) : this.startFrom(q)));
  }

  private reflections(given: Tensor): Tensor {
    if (this.orthogonal_map !== 'householder')
      throw new NotImplementedError_(
        'It is not possible to assign to the matrix exponential or the Cayley parametrizations when use_trivialization=False.',
      );
    const isWide = given.sizes.at(-2)! < given.sizes.at(-1)!;
    const [a, tau] = geqrf(isWide ? given.mT : given);
    const signs = diagonal(a).sign();
    diagonal(a).copy_(where(tau.eq(0), signs.neg(), signs));
    return isWide ? a.mT : a;
  }

  private startFrom(given: Tensor): Tensor {
    const isWide = given.sizes.at(-2)! < given.sizes.at(-1)!;
    const q = isWide ? given.mT : given;
    const [n, k] = q.sizes.slice(-2);
    if (n === k) this.base = isOrthogonal(q) ? q.clone() : madeOrthogonal(q);
    else this.base = madeOrthogonal(cat([q, randn([...q.sizes.slice(0, -2), n, n - k], { dtype: q.dtype })], -1));
    const free = zeros_like(given);
    diagonal(free).fill_(-1);
    return free;
  }
}

/** A product of reflections, with columns multiplied by signs, so that it can be any orthogonal matrix. */
function reflected(x: Tensor): Tensor {
  const a = x.tril(-1);
  const tau = a.mul(a).sum(-2).add(1).reciprocal().mul(2);
  return householder_product(a, tau).mul(diagonal(x).int().unsqueeze(-2));
}
