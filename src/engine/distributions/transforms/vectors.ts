/** Transforms of whole vectors and matrices. */
import { ValueError } from '../../errors.js';
import * as F from '../../generated/functional.js';
import * as linalg from '../../generated/linalg.js';
import { arange, eye } from '../../generated/torch.js';
import { numel, sameSizes, type Size } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as constraints from '../constraints.js';
import type { Constraint } from '../constraintClasses.js';
import { finfo, sizeFromEnd, sizeOf, type Shape } from '../support.js';
import { clippedSigmoid } from './elementwise.js';
import { Transform, type CacheOptions } from './transform.js';

const checkDims = (shape: Shape, least: number): void => {
  if (shape.length < least) throw new ValueError('Too few dimensions on input');
};

/** A transform of vectors without parameters: all objects of one class are equal. */
abstract class OfVectors extends Transform {
  override get domain(): Constraint {
    return constraints.real_vector;
  }
  override get codomain(): Constraint {
    return constraints.simplex;
  }
  override equals(other: Transform): boolean {
    return other.constructor === this.constructor;
  }
}

/** Turns vectors into positive vectors with sum 1, as `torch.distributions.transforms.SoftmaxTransform`. */
export class SoftmaxTransform extends OfVectors {
  override _call(x: Tensor): Tensor {
    const probs = x.sub(x.max(-1, true).values).exp();
    return probs.div(probs.sum(-1, true));
  }
  override _inverse(y: Tensor): Tensor {
    return y.log();
  }
  override forward_shape(shape: Shape): Shape {
    checkDims(shape, 1);
    return shape;
  }
  override inverse_shape(shape: Shape): Shape {
    checkDims(shape, 1);
    return shape;
  }
}

/** The numbers n, n − 1, … along the last dim of x. */
const countdown = (x: Tensor, n: number): Tensor =>
  x
    .new_ones([x.size(-1)])
    .cumsum(-1)
    .rsub(n);

/**
 * Turns vectors into positive vectors with one more number and with sum 1. It breaks a stick piece by piece, as
 * `torch.distributions.transforms.StickBreakingTransform`.
 */
export class StickBreakingTransform extends OfVectors {
  override get bijective(): boolean {
    return true;
  }
  override _call(x: Tensor): Tensor {
    const z = clippedSigmoid(x.sub(countdown(x, sizeFromEnd(x, -1) + 1).log()));
    const rest = z.rsub(1).cumprod(-1);
    return F.pad(z, [0, 1], { value: 1 }).mul(F.pad(rest, [1, 0], { value: 1 }));
  }
  override _inverse(y: Tensor): Tensor {
    const cropped = y.narrow(-1, 0, y.size(-1) - 1);
    const rest = cropped
      .cumsum(-1)
      .rsub(1)
      .clamp({ min: finfo(y.dtype).tiny });
    return cropped
      .log()
      .sub(rest.log())
      .add(countdown(cropped, y.size(-1)).log());
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    const moved = x.sub(countdown(x, sizeFromEnd(x, -1) + 1).log());
    return F.logsigmoid(moved)
      .sub(moved)
      .add(y.narrow(-1, 0, y.size(-1) - 1).log())
      .sum(-1);
  }
  override forward_shape(shape: Shape): Shape {
    checkDims(shape, 1);
    return [...shape.slice(0, -1), shape.at(-1)! + 1];
  }
  override inverse_shape(shape: Shape): Shape {
    checkDims(shape, 1);
    return [...shape.slice(0, -1), shape.at(-1)! - 1];
  }
}

/** A mask of the lower triangle, up to a diagonal, for a matrix of n rows. */
const lowerMask = (n: number, diagonal: number): Tensor =>
  arange(n).lt(
    arange(n)
      .view([-1, 1])
      .add(diagonal + 1),
  );

/** Reads the lower triangles of matrices as vectors, row by row. */
export const tril_matrix_to_vec = (matrix: Tensor, diagonal = 0): Tensor => matrix.index('...', lowerMask(matrix.size(-1), diagonal));

/** Makes lower triangular matrices from vectors. @throws ValueError for a length that no triangle has */
export function vec_to_tril_matrix(vector: Tensor, diagonal = 0): Tensor {
  const m = 1 + 2 * diagonal;
  const length = sizeFromEnd(vector, -1);
  const exact = (-m + Math.sqrt(m ** 2 + 8 * length + 4 * Math.abs(diagonal) * (diagonal + 1))) / 2;
  const n = Math.round(exact);
  if (n - exact > finfo(vector.dtype).eps) {
    throw new ValueError(
      `The size of last dimension is ${length} which cannot be expressed as the lower triangular part of a square D x D matrix.`,
    );
  }
  const matrix = vector.new_zeros([...vector.sizes.slice(0, -1), n, n]);
  matrix.index_put_(['...', lowerMask(n, diagonal)], vector);
  return matrix;
}

/** The matrix without its last column, and with a column of ones in front. */
const shifted = (matrix: Tensor): Tensor => F.pad(matrix.narrow(-1, 0, matrix.size(-1) - 1), [1, 0], { value: 1 });

/** Turns vectors into Cholesky factors of correlation matrices, as `torch.distributions.transforms.CorrCholeskyTransform`. */
export class CorrCholeskyTransform extends Transform {
  override get domain(): Constraint {
    return constraints.real_vector;
  }
  override get codomain(): Constraint {
    return constraints.corr_cholesky;
  }
  override get bijective(): boolean {
    return true;
  }
  override _call(x: Tensor): Tensor {
    const { eps } = finfo(x.dtype);
    const r = vec_to_tril_matrix(x.tanh().clamp(-1 + eps, 1 - eps), -1);
    const rest = r.pow(2).rsub(1).sqrt().cumprod(-1);
    return r.add(eye(r.size(-1), { dtype: r.dtype })).mul(shifted(rest));
  }
  override _inverse(y: Tensor): Tensor {
    const rest = shifted(y.mul(y).cumsum(-1).rsub(1));
    const t = tril_matrix_to_vec(y, -1).div(tril_matrix_to_vec(rest, -1).sqrt());
    return t.log1p().sub(t.neg().log1p()).div(2);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    const rest = tril_matrix_to_vec(y.mul(y).cumsum(-1).rsub(1), -2);
    const ofTanh = x
      .add(F.softplus(x.mul(-2)))
      .sub(Math.log(2))
      .sum(-1)
      .mul(-2);
    return rest.log().sum(-1).mul(0.5).add(ofTanh);
  }
  override forward_shape(shape: Shape): Shape {
    checkDims(shape, 1);
    const n = shape.at(-1)!;
    const d = Math.round(Math.sqrt(0.25 + 2 * n) + 0.5);
    if ((d * (d - 1)) / 2 !== n) throw new ValueError('Input is not a flattened lower-diagonal number');
    return [...shape.slice(0, -1), d, d];
  }
  override inverse_shape(shape: Shape): Shape {
    checkDims(shape, 2);
    const d = shape.at(-1)!;
    if (shape.at(-2) !== d) throw new ValueError('Input is not square');
    return [...shape.slice(0, -2), (d * (d - 1)) / 2];
  }
}

/** Applies a function to the diagonal; the part below the diagonal stays. */
const withDiagonal = (x: Tensor, change: (diagonal: Tensor) => Tensor): Tensor =>
  x.tril(-1).add(change(x.diagonal({ dim1: -2, dim2: -1 })).diag_embed());

/**
 * Turns square matrices into lower triangular ones with a positive diagonal, as
 * `torch.distributions.transforms.LowerCholeskyTransform`.
 */
export class LowerCholeskyTransform extends OfVectors {
  override get domain(): Constraint {
    return constraints.independent(constraints.real, 2);
  }
  override get codomain(): Constraint {
    return constraints.lower_cholesky;
  }
  override _call(x: Tensor): Tensor {
    return withDiagonal(x, (d) => d.exp());
  }
  override _inverse(y: Tensor): Tensor {
    return withDiagonal(y, (d) => d.log());
  }
}

/** Turns square matrices into positive definite ones, as `torch.distributions.transforms.PositiveDefiniteTransform`. */
export class PositiveDefiniteTransform extends LowerCholeskyTransform {
  override get codomain(): Constraint {
    return constraints.positive_definite;
  }
  override _call(x: Tensor): Tensor {
    const factor = super._call(x);
    return factor.matmul(factor.mT);
  }
  override _inverse(y: Tensor): Tensor {
    return super._inverse(linalg.cholesky(y));
  }
}

/** Reshapes events, as `torch.distributions.transforms.ReshapeTransform`. */
export class ReshapeTransform extends Transform {
  declare readonly in_shape: Size;
  declare readonly out_shape: Size;

  constructor(in_shape: Shape, out_shape: Shape, options: number | CacheOptions = 0) {
    super(options);
    Object.assign(this, { in_shape: sizeOf(in_shape), out_shape: sizeOf(out_shape) });
    if (numel(in_shape) !== numel(out_shape)) throw new ValueError('in_shape, out_shape have different numbers of elements');
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new ReshapeTransform(this.in_shape, this.out_shape, cache_size);
  }
  override get domain(): Constraint {
    return constraints.independent(constraints.real, this.in_shape.length);
  }
  override get codomain(): Constraint {
    return constraints.independent(constraints.real, this.out_shape.length);
  }
  override get bijective(): boolean {
    return true;
  }
  override _call(x: Tensor): Tensor {
    return x.reshape([...batchOf(x.sizes, this.in_shape), ...this.out_shape]);
  }
  override _inverse(y: Tensor): Tensor {
    return y.reshape([...batchOf(y.sizes, this.out_shape), ...this.in_shape]);
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return x.new_zeros(batchOf(x.sizes, this.in_shape));
  }
  override forward_shape(shape: Shape): Shape {
    return exchanged(shape, this.in_shape, this.out_shape);
  }
  override inverse_shape(shape: Shape): Shape {
    return exchanged(shape, this.out_shape, this.in_shape);
  }
}

const batchOf = (shape: Shape, event: Shape): Shape => shape.slice(0, shape.length - event.length);

function exchanged(shape: Shape, from: Size, to: Size): Shape {
  checkDims(shape, from.length);
  const end = sizeOf(shape.slice(shape.length - from.length));
  if (!sameSizes(end, from)) throw new ValueError(`Shape mismatch: expected ${String(end)} but got ${String(from)}`);
  return [...batchOf(shape, from), ...to];
}
