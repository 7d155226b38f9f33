/** `torch.nn.utils.parametrizations`: weights with a given norm or spectral norm, and orthogonal weights. */
import { methodsSay } from '../../saying.js';
import { IndexError, ValueError } from '../../errors.js';
import type { ClassArguments } from '../../generated/classes.js';
import * as F from '../../generated/functional.js';
import { _weight_norm, mv, norm_except_dim } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import { Module } from '../module.js';
import { _Orthogonal, orthogonalMaps, type OrthogonalMap } from './orthogonal.js';
import { field } from './parametrizationList.js';
import { register_parametrization, type OnModule } from './parametrize.js';
import { asMatrix, direction, outputDim, spectralNormOf } from './spectral.js';

class _WeightNorm extends Module {
  constructor(private readonly dim: number) {
    super();
  }

  override forward(weight_g: Tensor, weight_v: Tensor): Tensor {
    return _weight_norm(weight_v, weight_g, this.dim);
  }

  right_inverse(weight: Tensor): [g: Tensor, v: Tensor] {
    return [norm_except_dim(weight, 2, this.dim), weight];
  }
}

/** How many steps lie between two looks at whether an iteration still leads anywhere. */
const PERIOD = 64;

class _SpectralNorm extends Module {
  private readonly dim: number;
  declare readonly _u: Tensor;
  declare readonly _v: Tensor;

  constructor(
    weight: Tensor,
    private readonly n_power_iterations: number,
    dim: number,
    private readonly eps: number,
  ) {
    super();
    const rank = weight.sizes.length;
    if (dim >= rank || dim < -rank)
      throw new IndexError(`Dimension out of range (expected to be in range of [-${rank}, ${rank - 1}] but got ${dim})`);
    if (n_power_iterations <= 0)
      throw new ValueError(`Expected n_power_iterations to be positive, but got n_power_iterations=${n_power_iterations}`);
    this.dim = dim < 0 ? dim + rank : dim;
    if (rank <= 1) return;
    const matrix = quietly(() => asMatrix(weight, this.dim));
    this.register_buffer('_u', direction(matrix, matrix.sizes[0], eps));
    this.register_buffer('_v', direction(matrix, matrix.sizes[1], eps));
    this.powers(matrix, 15);
  }

  private powers(matrix: Tensor, times: number): void {
    const unit = (t: Tensor) => F.normalize(t, { dim: 0, eps: this.eps });
    quietly(() => {
      let known = null as Tensor | null;
      for (let i = 0; i < times; i++) {
        if (i > 0 && i % PERIOD === 0) {
          // Steps that lead to where they were lead there again: all but those of the last period can be left out.
          if (known?.equal(this._v)) i = times - ((times - i) % PERIOD);
          if (i === times) return;
          known = this._v.clone();
        }
        this._u.copy_(unit(mv(matrix, this._v)));
        this._v.copy_(unit(mv(matrix.mH, this._u)));
      }
    });
  }

  override forward(weight: Tensor): Tensor {
    if (weight.sizes.length === 1) return F.normalize(weight, { dim: 0, eps: this.eps });
    const matrix = asMatrix(weight, this.dim);
    if (this.training) this.powers(matrix, this.n_power_iterations);
    return weight.div(spectralNormOf(matrix, this._u, this._v));
  }

  right_inverse(value: Tensor): Tensor {
    return value;
  }
}

/** The tensor with this name. @throws ValueError for a module without such a tensor */
function weightOf(module: Module, name: string): Tensor {
  const weight = field(module, name);
  if (weight instanceof Tensor) return weight;
  throw new ValueError(`Module '${String(module)}' has no parameter or buffer with name '${name}'`);
}

const onModule = <Args extends unknown[]>(signature: string, run: (args: unknown[]) => Module): OnModule<Args> =>
  Object.assign((...args: unknown[]) => run(args), { signature }) as unknown as OnModule<Args>;

const WEIGHT_NORM = "weight_norm(Module module, str name='weight', int? dim=0)";

/**
 * Learns the norm of a weight (`parametrizations.weight.original0`) and its direction (`original1`) separately, as
 * `torch.nn.utils.parametrizations.weight_norm`. ¶ @throws ValueError for a module without such a tensor @returns the
 * module
 */
export const weight_norm = onModule<ClassArguments['weight_norm']>(WEIGHT_NORM, (args) => {
  const { module, name, dim } = readArguments(WEIGHT_NORM, args);
  return register_parametrization(module, name, new _WeightNorm(dim ?? -1), { unsafe: true });
});

const SPECTRAL_NORM = "spectral_norm(Module module, str name='weight', int n_power_iterations=1, float eps=1e-12, int? dim=None)";

/**
 * Divides a weight by its greatest singular value, as `torch.nn.utils.parametrizations.spectral_norm`. Each pass in
 * training mode refines the estimate of that value.
 * @throws ValueError for a module without such a tensor @returns the module
 */
export const spectral_norm = onModule<ClassArguments['spectral_norm']>(SPECTRAL_NORM, (args) => {
  const { module, name, n_power_iterations, eps, dim } = readArguments(SPECTRAL_NORM, args);
  const weight = weightOf(module, name);
  return register_parametrization(module, name, new _SpectralNorm(weight, n_power_iterations, dim ?? outputDim(module), eps));
});

const ORTHOGONAL = "orthogonal(Module module, str name='weight', str? orthogonal_map=None, *, bool use_trivialization=True)";

/**
 * Keeps a weight orthogonal during training, as `torch.nn.utils.parametrizations.orthogonal`: the weight is a function
 * (`matrix_exp`, `cayley` or `householder`) of an unconstrained matrix.
 * @throws ValueError for a module without such a matrix @returns the module
 */
export const orthogonal = onModule<ClassArguments['orthogonal']>(ORTHOGONAL, (args) => {
  const { module, name, orthogonal_map, use_trivialization } = readArguments(ORTHOGONAL, args);
  const weight = weightOf(module, name);
  const rank = weight.sizes.length;
  if (rank < 2) throw new ValueError(`Expected a matrix or batch of matrices. Got a tensor of ${rank} dimensions.`);
  const square = weight.sizes.at(-2) === weight.sizes.at(-1);
  const map = orthogonal_map ?? (square || weight.is_complex() ? 'matrix_exp' : 'householder');
  if (!(orthogonalMaps as readonly string[]).includes(map))
    throw new ValueError(`orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: ${map}`);
  const parametrization = new _Orthogonal(weight, map as OrthogonalMap, use_trivialization);
  return register_parametrization(module, name, parametrization, { unsafe: true });
});

methodsSay(_WeightNorm, _SpectralNorm);
