/** Distributions of matrices: covariances, and Cholesky factors of correlations. */
import { AssertionError, ValueError } from '../errors.js';
import { changedInPlace } from '../errors/autograd.js';
import * as linalg from '../generated/linalg.js';
import { arange, cat, cholesky_solve, eye, randn, tensor, tril_indices } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import { refusing } from '../ops/refusing.js';
import { withGradMode } from '../autograd/gradMode.js';
import { broadcastSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { Beta } from './dirichlet.js';
import { described } from './distribution.js';
import { ExponentialFamily } from './exponentialFamily.js';
import { Chi2 } from './gammas.js';
import { givenMatrix, logDiagonal, matrixNames, matrixParams, scaleOf } from './multivariate.js';
import { broadcast_all, finfo, formatted, lazily, own, shapeOf, type SampleShape, type Shape } from './support.js';

const log2 = Math.LN2;

/** The numbers 0 … n − 1, in the dtype of a tensor. */
const countUp = (n: number, { dtype }: Tensor): Tensor => arange(n, { dtype });

/** The logarithm of the multivariate gamma function, and its derivative. Both are sums along an added last dim. */
const halves = (x: Tensor, p: number): Tensor => x.unsqueeze(-1).sub(countUp(p, x).div(2));
const mvlgamma = (x: Tensor, p: number): Tensor =>
  halves(x, p)
    .lgamma()
    .sum(-1)
    .add(((p * (p - 1)) / 4) * Math.log(Math.PI));
const mvdigamma = (x: Tensor, p: number): Tensor => halves(x, p).digamma().sum(-1);

/** Random covariance matrices, as `torch.distributions.Wishart`. */
export class Wishart extends described(
  'Wishart(Tensor|float df, Tensor? covariance_matrix=None, Tensor? precision_matrix=None, Tensor? scale_tril=None, bool? validate_args=None)',
  { support: constraints.positive_definite, rsample: true, lazy: matrixNames },
  ExponentialFamily,
) {
  declare readonly df: Tensor;
  /** @internal */ declare readonly _unbroadcasted_scale_tril: Tensor;

  protected override make({ df, validate_args, ...given }: Values<typeof Wishart.signature>): void {
    const found = givenMatrix(given);
    if (!found) throw new AssertionError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.');
    const { name, matrix } = found;
    if (matrix.dim() < 2) throw new ValueError('scale_tril must be at least two-dimensional, with optional leading batch dimensions');
    const batch = typeof df === 'number' ? matrix.sizes.slice(0, -2) : broadcastSizes(matrix.sizes.slice(0, -2), df.sizes);
    own(this, 'df', typeof df === 'number' ? tensor(df, { dtype: matrix.dtype }) : df.expand(batch));
    const event = matrix.sizes.slice(-2);
    if (
      this.df
        .le(event[1] - 1)
        .any()
        .item()
    ) {
      throw new ValueError(`Value of df=${formatted(df)} expected to be greater than ndim - 1 = ${event[1] - 1}.`);
    }
    own(this, name, matrix.expand([...batch, -1, -1]));
    this.settle(batch, event, validate_args);
    own(this, '_unbroadcasted_scale_tril', scaleOf(name, matrix));
  }
  override get arg_constraints() {
    return { ...matrixParams, df: constraints.greater_than(this.event_shape.at(-1)! - 1) };
  }
  private get p(): number {
    return this._event_shape[1];
  }
  private matrices(value: Tensor): Tensor {
    return value.expand([...this._batch_shape, ...this._event_shape]);
  }
  protected override spread(made: this, batch_shape: Shape): void {
    const stretch = (value: Tensor, ...event: number[]) => value.expand([...batch_shape, ...event]);
    own(made, 'df', stretch(this.df));
    for (const name of ['_unbroadcasted_scale_tril', ...matrixNames]) {
      if (Object.hasOwn(this, name)) own(made, name, stretch((this as unknown as Record<string, Tensor>)[name], ...this._event_shape));
    }
  }
  get scale_tril(): Tensor {
    return lazily(this, 'scale_tril', () => this.matrices(this._unbroadcasted_scale_tril));
  }
  get covariance_matrix(): Tensor {
    const L = this._unbroadcasted_scale_tril;
    return lazily(this, 'covariance_matrix', () => this.matrices(L.matmul(L.mT)));
  }
  get precision_matrix(): Tensor {
    const L = this._unbroadcasted_scale_tril;
    return lazily(this, 'precision_matrix', () => this.matrices(cholesky_solve(eye(this.p, { dtype: L.dtype }), L)));
  }
  /** A number for each member of the batch, as matrices of one element. */
  private ofBatch(value: Tensor): Tensor {
    return value.view([...this._batch_shape, 1, 1]);
  }
  override get mean(): Tensor {
    return this.ofBatch(this.df).mul(this.covariance_matrix);
  }
  override get mode(): Tensor {
    const factor = this.df.sub(this.p + 1);
    return this.ofBatch(factor.masked_fill(factor.le(0), NaN)).mul(this.covariance_matrix);
  }
  override get variance(): Tensor {
    const V = this.covariance_matrix;
    const diagonal = V.diagonal({ dim1: -2, dim2: -1 });
    return this.ofBatch(this.df).mul(V.pow(2).add(diagonal.unsqueeze(-1).mul(diagonal.unsqueeze(-2))));
  }
  /** Samples by Bartlett's decomposition. */
  private bartlett(sample_shape: Shape): Tensor {
    const { p } = this;
    const squares = new Chi2(this.df.unsqueeze(-1).sub(countUp(p, this.df).expand([...this._batch_shape, -1])));
    const noise = squares
      .rsample(sample_shape)
      .sqrt()
      .clamp({ min: finfo(this.df.dtype).eps })
      .diag_embed();
    const [i, j] = tril_indices(p, p, -1).unbind();
    const below = randn([...sample_shape, ...this._batch_shape, (p * (p - 1)) / 2], { dtype: noise.dtype });
    noise.index_put_(['...', i, j], below);
    const factor = this._unbroadcasted_scale_tril.matmul(noise);
    return factor.matmul(factor.mT);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const shape = shapeOf(sample_shape);
    const sample = this.bartlett(shape);
    // As in PyTorch: the first check treats the samples that are not singular as singular.
    const asked = this.support.check(sample);
    const dims = this._batch_shape.map((_, d) => -1 - d);
    const worst = (v: Tensor) => (dims.length > 0 ? v.amax(dims) : v);
    let isSingular = worst(asked);
    for (let tries = 0; tries < 10 && isSingular.any().item(); tries++) {
      const again = this.bartlett([isSingular.sum().item()]);
      sample.index_put_([isSingular], again);
      // PyTorch writes into the mask it has kept for the gradient, and refuses that gradient.
      if (isSingular.sizes.length > 0)
        refusing(sample, changedInPlace({ sizes: isSingular.sizes, scalarName: 'Bool', version: tries + 1 }, tries, null));
      isSingular = isSingular.masked_scatter(isSingular, worst(this.support.check(again).logical_not()));
    }
    return sample;
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { p, df: nu } = this;
    const L = this._unbroadcasted_scale_tril;
    return nu
      .neg()
      .mul(logDiagonal(L).add((p * log2) / 2))
      .sub(mvlgamma(nu.div(2), p))
      .add(
        nu
          .sub(p + 1)
          .div(2)
          .mul(linalg.slogdet(value).logabsdet),
      )
      .sub(cholesky_solve(value, L).diagonal({ dim1: -2, dim2: -1 }).sum(-1).div(2));
  }
  override entropy(): Tensor {
    const { p, df: nu } = this;
    const half = nu.div(2);
    return logDiagonal(this._unbroadcasted_scale_tril)
      .add((p * log2) / 2)
      .mul(p + 1)
      .add(mvlgamma(half, p))
      .sub(
        nu
          .sub(p + 1)
          .div(2)
          .mul(mvdigamma(half, p)),
      )
      .add(nu.mul(p).div(2));
  }
  override get _natural_params(): Tensor[] {
    return [this.precision_matrix.neg().div(2), this.df.sub(this.p + 1).div(2)];
  }
  override _log_normalizer(x: Tensor, y: Tensor): Tensor {
    const { p } = this;
    const moved = y.add((p + 1) / 2);
    return moved.mul(linalg.slogdet(x.mul(-2)).logabsdet.rsub(log2 * p)).add(mvlgamma(moved, p));
  }
}

/** Cholesky factors of random correlation matrices, as `torch.distributions.LKJCholesky`. */
export class LKJCholesky extends described('LKJCholesky(int dim, Tensor|float concentration=1.0, bool? validate_args=None)', {
  params: { concentration: constraints.positive },
  support: constraints.corr_cholesky,
}) {
  declare readonly dim: number;
  declare readonly concentration: Tensor;
  /** @internal */ declare readonly _beta: Beta;

  protected override make(given: Values<typeof LKJCholesky.signature>): void {
    const { dim } = given;
    if (dim < 2) throw new ValueError(`Expected dim to be an integer greater than or equal to 2. Found dim=${dim}.`);
    const [concentration] = broadcast_all(given.concentration);
    own(this, 'dim', dim);
    own(this, 'concentration', concentration);
    const marginal = concentration.add(0.5 * (dim - 2));
    const counted = countUp(dim - 1, concentration);
    const offset = cat([counted.new_zeros([1]), counted]);
    own(this, '_beta', new Beta(offset.add(0.5), marginal.unsqueeze(-1).sub(offset.mul(0.5))));
    this.settle(concentration.sizes, [dim, dim], given.validate_args);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => {
      const y = this._beta.sample(sample_shape).unsqueeze(-1);
      const normal = randn(this._extended_shape(sample_shape), { dtype: y.dtype }).tril(-1);
      const sphere = normal.div(normal.norm({ dim: -1, keepdim: true }));
      sphere.select(-2, 0).fill_(0);
      const w = y.sqrt().mul(sphere);
      const rest = w
        .pow(2)
        .sum(-1)
        .rsub(1)
        .clamp({ min: finfo(w.dtype).tiny });
      return w.add(rest.sqrt().diag_embed());
    });
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { dim } = this;
    const less = dim - 1;
    const diagonal = value.diagonal({ dim1: -1, dim2: -2 }).narrow(-1, 1, less);
    const order = this.concentration
      .sub(1)
      .unsqueeze(-1)
      .mul(2)
      .add(dim)
      .sub(arange(2, dim + 1));
    const alpha = this.concentration.add(0.5 * less);
    const normalizer = mvlgamma(alpha.sub(0.5), less)
      .add(0.5 * less * Math.log(Math.PI))
      .sub(alpha.lgamma().mul(less));
    return order.mul(diagonal.log()).sum(-1).sub(normalizer);
  }
}
