/** Normal distributions of vectors. */
import { RuntimeError, ValueError } from '../errors.js';
import * as linalg from '../generated/linalg.js';
import { cholesky_inverse, diag_embed, eye } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import { broadcastSizes, sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { described, Distribution } from './distribution.js';
import { broadcast, isGiven, lazily, own, sizeOf, standardNormal, type SampleShape, type Shape } from './support.js';

const logTwoPi = Math.log(2 * Math.PI);

/** Matrices times vectors. */
export const matVec = (matrix: Tensor, vector: Tensor): Tensor => matrix.matmul(vector.unsqueeze(-1)).squeeze(-1);

/** The sum of the logarithms of a matrix' diagonal. */
export const logDiagonal = (matrix: Tensor): Tensor => matrix.diagonal({ dim1: -2, dim2: -1 }).log().sum(-1);

/** xᵀ (L Lᵀ)⁻¹ x of each vector, with a triangular L for each member of the batch. */
export function mahalanobis(L: Tensor, x: Tensor): Tensor {
  const n = x.size(-1);
  const batch = x.sizes.slice(0, -1);
  const ofL = L.dim() - 2;
  const outer = batch.length - ofL;
  // Each dim of the batch becomes two dims: one whose members share an L, and one whose members have their own L.
  const sizes = [...x.sizes.slice(0, outer)];
  for (let d = 0; d < ofL; d++) sizes.push(Math.floor(x.sizes[outer + d] / L.sizes[d]), L.sizes[d]);
  const shared = Array.from({ length: ofL }, (_, d) => outer + 2 * d);
  const order = [...Array(outer).keys(), ...shared, ...shared.map((d) => d + 1), outer + 2 * ofL];
  const permuted = x.reshape([...sizes, n]).permute(order);
  const flatL = L.reshape([-1, n, n]);
  const columns = permuted.reshape([-1, flatL.size(0), n]).permute([1, 2, 0]);
  const squares = linalg.solve_triangular(flatL, columns, { upper: false }).pow(2).sum(-2);
  const back = Array.from({ length: ofL }, (_, d) => [outer + d, outer + ofL + d]).flat();
  return squares
    .t()
    .reshape(permuted.sizes.slice(0, -1))
    .permute([...Array(outer).keys(), ...back])
    .reshape(batch);
}

/** The triangular factor of P⁻¹. */
export function precisionToScale(P: Tensor): Tensor {
  const factor = linalg
    .cholesky(P.flip([-2, -1]))
    .flip([-2, -1])
    .transpose(-2, -1);
  return linalg.solve_triangular(factor, eye(P.size(-1), { dtype: P.dtype }), { upper: false });
}

/** The three forms in which a covariance can be given. */
export interface GivenCovariance {
  covariance_matrix: Tensor | null;
  precision_matrix: Tensor | null;
  scale_tril: Tensor | null;
}

/** The one matrix of three that was given, and its name; null unless exactly one was given. */
export function givenMatrix(given: GivenCovariance): { name: keyof GivenCovariance; matrix: Tensor } | null {
  const names = (['scale_tril', 'covariance_matrix', 'precision_matrix'] as const).filter((name) => isGiven(given[name]));
  return names.length === 1 ? { name: names[0], matrix: given[names[0]]! } : null;
}

/** The triangular factor of the covariance. */
export const scaleOf = (name: keyof GivenCovariance, matrix: Tensor): Tensor =>
  name === 'scale_tril' ? matrix : name === 'covariance_matrix' ? linalg.cholesky(matrix) : precisionToScale(matrix);

export const matrixParams = {
  covariance_matrix: constraints.positive_definite,
  precision_matrix: constraints.positive_definite,
  scale_tril: constraints.lower_cholesky,
};
export const matrixNames = ['covariance_matrix', 'precision_matrix', 'scale_tril'];

const checkVector = (loc: Tensor): void => {
  if (loc.dim() < 1) throw new ValueError('loc must be at least one-dimensional.');
};

/** The base of both normal distributions of vectors. */
abstract class OfVectors extends Distribution {
  declare readonly loc: Tensor;

  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  /** Broadcasts to the batch: a vector for each member. */
  protected vectors(value: Tensor): Tensor {
    return value.expand([...this._batch_shape, ...this._event_shape]);
  }
  /** Broadcasts to the batch: a matrix for each member. */
  protected matrices(value: Tensor): Tensor {
    return value.expand([...this._batch_shape, ...this._event_shape, ...this._event_shape]);
  }
  protected ofBatch(value: Tensor): Tensor {
    return this._batch_shape.length === 0 ? value : value.expand(this._batch_shape);
  }
  protected override spread(made: this, batch_shape: Shape): void {
    super.spread(made, batch_shape);
    for (const [name, value] of Object.entries(this)) if (/^_(unbroadcasted|capacitance)/.test(name)) own(made, name, value);
  }
  protected override spreadValue(value: unknown, batch_shape: Shape): unknown {
    // A matrix that the batch shares does not have the batch's dims, and stays unchanged.
    const isShared = value instanceof Tensor && value.dim() < this._batch_shape.length;
    return isShared ? value : super.spreadValue(value, batch_shape);
  }
}

/** The normal distribution of vectors, as `torch.distributions.MultivariateNormal`. */
export class MultivariateNormal extends described(
  'MultivariateNormal(Tensor loc, Tensor? covariance_matrix=None, Tensor? precision_matrix=None, Tensor? scale_tril=None, bool? validate_args=None)',
  {
    params: { loc: constraints.real_vector, ...matrixParams },
    support: constraints.real_vector,
    rsample: true,
    lazy: matrixNames,
  },
  OfVectors,
) {
  /** @internal */ declare readonly _unbroadcasted_scale_tril: Tensor;

  protected override make(given: Values<typeof MultivariateNormal.signature>): void {
    const { loc } = given;
    checkVector(loc);
    const found = givenMatrix(given);
    if (!found) throw new ValueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.');
    const { name, matrix } = found;
    if (matrix.dim() < 2)
      throw new ValueError(
        `${name} ${name === 'scale_tril' ? 'matrix ' : ''}must be at least two-dimensional, with optional leading batch dimensions`,
      );
    const batch = broadcastSizes(matrix.sizes.slice(0, -2), loc.sizes.slice(0, -1));
    own(this, name, matrix.expand([...batch, -1, -1]));
    own(this, 'loc', loc.expand([...batch, -1]));
    this.settle(batch, this.loc.sizes.slice(-1), given.validate_args);
    own(this, '_unbroadcasted_scale_tril', scaleOf(name, matrix));
  }
  get scale_tril(): Tensor {
    return lazily(this, 'scale_tril', () => this.matrices(this._unbroadcasted_scale_tril));
  }
  get covariance_matrix(): Tensor {
    const L = this._unbroadcasted_scale_tril;
    return lazily(this, 'covariance_matrix', () => this.matrices(L.matmul(L.mT)));
  }
  get precision_matrix(): Tensor {
    return lazily(this, 'precision_matrix', () => this.matrices(cholesky_inverse(this._unbroadcasted_scale_tril)));
  }
  override get variance(): Tensor {
    return this.vectors(this._unbroadcasted_scale_tril.pow(2).sum(-1));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const noise = standardNormal(this._extended_shape(sample_shape), this.loc);
    return this.loc.add(matVec(this._unbroadcasted_scale_tril, noise));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const L = this._unbroadcasted_scale_tril;
    return mahalanobis(L, value.sub(this.loc))
      .add(this._event_shape[0] * logTwoPi)
      .mul(-0.5)
      .sub(logDiagonal(L));
  }
  override entropy(): Tensor {
    return this.ofBatch(logDiagonal(this._unbroadcasted_scale_tril).add(0.5 * this._event_shape[0] * (1 + logTwoPi)));
  }
}

/** The Cholesky factor of A with 1 added to the diagonal. */
const factorPlusOne = (A: Tensor): Tensor => linalg.cholesky(A.add(eye(A.size(-1), { dtype: A.dtype })));

/** Wᵀ D⁻¹ */
export const weighted = (W: Tensor, D: Tensor): Tensor => W.mT.div(D.unsqueeze(-2));

/** log det (W Wᵀ + D) */
export const lowRankLogDet = (D: Tensor, capacitance: Tensor): Tensor => logDiagonal(capacitance).mul(2).add(D.log().sum(-1));

/** xᵀ (W Wᵀ + D)⁻¹ x, by Woodbury's identity. */
export const lowRankMahalanobis = (W: Tensor, D: Tensor, x: Tensor, capacitance: Tensor): Tensor =>
  x
    .pow(2)
    .div(D)
    .sum(-1)
    .sub(mahalanobis(capacitance, matVec(weighted(W, D), x)));

/** A normal distribution with the covariance W Wᵀ + D, where W has few columns, as `torch.distributions.LowRankMultivariateNormal`. */
export class LowRankMultivariateNormal extends described(
  'LowRankMultivariateNormal(Tensor loc, Tensor cov_factor, Tensor cov_diag, bool? validate_args=None)',
  {
    params: {
      loc: constraints.real_vector,
      cov_factor: constraints.independent(constraints.real, 2),
      cov_diag: constraints.independent(constraints.positive, 1),
    },
    support: constraints.real_vector,
    rsample: true,
  },
  OfVectors,
) {
  declare readonly cov_factor: Tensor;
  declare readonly cov_diag: Tensor;
  /** @internal */ declare readonly _unbroadcasted_cov_factor: Tensor;
  /** @internal */ declare readonly _unbroadcasted_cov_diag: Tensor;
  /** @internal */ declare readonly _capacitance_tril: Tensor;

  protected override make({ loc, cov_factor: W, cov_diag: D, validate_args }: Values<typeof LowRankMultivariateNormal.signature>): void {
    checkVector(loc);
    const event = loc.shape.slice(-1);
    if (W.dim() < 2) throw new ValueError('cov_factor must be at least two-dimensional, with optional leading batch dimensions');
    if (!sameSizes(W.sizes.slice(-2, -1), event)) {
      throw new ValueError(`cov_factor must be a batch of matrices with shape ${event[0]} x m`);
    }
    if (!sameSizes(D.sizes.slice(-1), event))
      throw new ValueError(`cov_diag must be a batch of vectors with shape ${String(sizeOf(event))}`);
    let stretched: Tensor[];
    try {
      stretched = broadcast(loc.unsqueeze(-1), W, D.unsqueeze(-1));
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      throw new ValueError(
        `Incompatible batch shapes: loc ${String(loc.shape)}, cov_factor ${String(W.shape)}, cov_diag ${String(D.shape)}`,
      );
    }
    own(this, 'cov_factor', stretched[1]);
    own(this, 'loc', stretched[0].select(-1, 0));
    own(this, 'cov_diag', stretched[2].select(-1, 0));
    own(this, '_unbroadcasted_cov_factor', W);
    own(this, '_unbroadcasted_cov_diag', D);
    own(this, '_capacitance_tril', factorPlusOne(weighted(W, D).matmul(W)));
    this.settle(this.loc.sizes.slice(0, -1), event, validate_args);
  }
  private get W(): Tensor {
    return this._unbroadcasted_cov_factor;
  }
  private get D(): Tensor {
    return this._unbroadcasted_cov_diag;
  }
  override get variance(): Tensor {
    return lazily(this, 'variance', () => this.vectors(this.W.pow(2).sum(-1).add(this.D)));
  }
  get scale_tril(): Tensor {
    return lazily(this, 'scale_tril', () => {
      const root = this.D.sqrt().unsqueeze(-1);
      const scaled = this.W.div(root);
      return this.matrices(root.mul(factorPlusOne(scaled.matmul(scaled.mT))));
    });
  }
  get covariance_matrix(): Tensor {
    return lazily(this, 'covariance_matrix', () => this.matrices(this.W.matmul(this.W.mT).add(diag_embed(this.D))));
  }
  get precision_matrix(): Tensor {
    return lazily(this, 'precision_matrix', () => {
      const A = linalg.solve_triangular(this._capacitance_tril, weighted(this.W, this.D), { upper: false });
      return this.matrices(diag_embed(this.D.reciprocal()).sub(A.mT.matmul(A)));
    });
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    const ofW = standardNormal([...shape.slice(0, -1), this.cov_factor.size(-1)], this.loc);
    const ofD = standardNormal(shape, this.loc);
    return this.loc.add(matVec(this.W, ofW)).add(this.D.sqrt().mul(ofD));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const M = lowRankMahalanobis(this.W, this.D, value.sub(this.loc), this._capacitance_tril);
    return lowRankLogDet(this.D, this._capacitance_tril)
      .add(this._event_shape[0] * logTwoPi)
      .add(M)
      .mul(-0.5);
  }
  override entropy(): Tensor {
    const logDet = lowRankLogDet(this.D, this._capacitance_tril);
    return this.ofBatch(logDet.add(this._event_shape[0] * (1 + logTwoPi)).mul(0.5));
  }
}
