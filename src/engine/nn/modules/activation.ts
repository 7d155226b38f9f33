/** Activations as modules: element by element, the shape stays. */
import * as F from '../../generated/functional.js';
import { full } from '../../generated/torch.js';
import type { DType } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured } from '../configured.js';
import { Parameter } from '../parameter.js';
import { pyFloat } from '../pythonText.js';

interface InplaceOption {
  /** Overwrites its input. Default: false */
  inplace?: boolean;
}
type OnlyInplace = Arguments<[], [inplace: boolean], InplaceOption>;

abstract class Activation extends Configured {
  declare readonly inplace: boolean;
}

/** max(0, x) */
export class ReLU extends Activation {
  constructor(...args: OnlyInplace) {
    super('ReLU(bool inplace=False)', args, ['inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.relu(input, this.inplace);
  }
}

/** min(max(0, x), 6) */
export class ReLU6 extends Activation {
  constructor(...args: OnlyInplace) {
    super('ReLU6(bool inplace=False)', args, ['inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.relu6(input, this.inplace);
  }
}

/** x where positive, else negative_slope · x */
export class LeakyReLU extends Activation {
  declare readonly negative_slope: number;

  constructor(...args: Arguments<[], [negative_slope: number, inplace: boolean], { negative_slope?: number } & InplaceOption>) {
    super('LeakyReLU(float negative_slope=0.01, bool inplace=False)', args, ['negative_slope', 'inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.leaky_relu(input, this.negative_slope, this.inplace);
  }
}

/** x where positive, else alpha · (eˣ − 1) */
export class ELU extends Activation {
  declare readonly alpha: number;

  constructor(...args: Arguments<[], [alpha: number, inplace: boolean], { alpha?: number } & InplaceOption>) {
    super('ELU(float alpha=1.0, bool inplace=False)', args, ['alpha', 'inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.elu(input, this.alpha, this.inplace);
  }
}

/** max(0, x) + min(0, alpha · (e^(x / alpha) − 1)) */
export class CELU extends Activation {
  declare readonly alpha: number;

  constructor(...args: Arguments<[], [alpha: number, inplace: boolean], { alpha?: number } & InplaceOption>) {
    super('CELU(float alpha=1.0, bool inplace=False)', args, ['alpha', 'inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.celu(input, this.alpha, this.inplace);
  }
}

/** ELU scaled so that variances stay. */
export class SELU extends Activation {
  constructor(...args: OnlyInplace) {
    super('SELU(bool inplace=False)', args, ['inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.selu(input, this.inplace);
  }
}

/** x · Φ(x), Φ the normal distribution; `approximate: 'tanh'` computes it so. */
export class GELU extends Configured {
  declare readonly approximate: 'none' | 'tanh';

  constructor(...args: Arguments<[], [approximate: 'none' | 'tanh'], { approximate?: 'none' | 'tanh' }>) {
    super("GELU(str approximate='none')", args, ['approximate']);
  }

  override forward(input: Tensor): Tensor {
    return F.gelu(input, { approximate: this.approximate });
  }
}

/** x · σ(x), also known as swish */
export class SiLU extends Activation {
  constructor(...args: OnlyInplace) {
    super('SiLU(bool inplace=False)', args, ['inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.silu(input, this.inplace);
  }
}

/** x · tanh(softplus(x)) */
export class Mish extends Activation {
  constructor(...args: OnlyInplace) {
    super('Mish(bool inplace=False)', args, ['inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.mish(input, this.inplace);
  }
}

/** 1 / (1 + e⁻ˣ) */
export class Sigmoid extends Configured {
  constructor() {
    super('Sigmoid()', []);
  }

  override forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

/** ln(1 / (1 + e⁻ˣ)) */
export class LogSigmoid extends Configured {
  constructor() {
    super('LogSigmoid()', []);
  }

  override forward(input: Tensor): Tensor {
    return F.logsigmoid(input);
  }
}

/** tanh(x) */
export class Tanh extends Configured {
  constructor() {
    super('Tanh()', []);
  }

  override forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/** x − tanh(x) */
export class Tanhshrink extends Configured {
  constructor() {
    super('Tanhshrink()', []);
  }

  override forward(input: Tensor): Tensor {
    return F.tanhshrink(input);
  }
}

/** x / (1 + |x|) */
export class Softsign extends Configured {
  constructor() {
    super('Softsign()', []);
  }

  override forward(input: Tensor): Tensor {
    return F.softsign(input);
  }
}

/** x, but 0 between −lambd and lambd */
export class Hardshrink extends Configured {
  declare readonly lambd: number;

  constructor(...args: Arguments<[], [lambd: number], { lambd?: number }>) {
    super('Hardshrink(float lambd=0.5)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.hardshrink(input, this.lambd);
  }

  override extra_repr(): string {
    return pyFloat(this.lambd);
  }
}

/** x moved towards 0 by lambd, and 0 nearer than that */
export class Softshrink extends Configured {
  declare readonly lambd: number;

  constructor(...args: Arguments<[], [lambd: number], { lambd?: number }>) {
    super('Softshrink(float lambd=0.5)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.softshrink(input, this.lambd);
  }

  override extra_repr(): string {
    return pyFloat(this.lambd);
  }
}

/** x, kept between min_val and max_val */
export class Hardtanh extends Activation {
  declare readonly min_val: number;
  declare readonly max_val: number;

  /** @throws AssertionError unless max_val > min_val */
  constructor(
    ...args: Arguments<[], [min_val: number, max_val: number, inplace: boolean], { min_val?: number; max_val?: number } & InplaceOption>
  ) {
    super('Hardtanh(float min_val=-1.0, float max_val=1.0, bool inplace=False)', args, ['min_val', 'max_val', 'inplace?']);
    if (!(this.max_val > this.min_val)) throw new ValueError('Hardtanh: max_val must be greater than min_val.');
  }

  override forward(input: Tensor): Tensor {
    return F.hardtanh(input, this.min_val, this.max_val, this.inplace);
  }
}

/** x / 6 + 1 / 2, kept between 0 and 1 */
export class Hardsigmoid extends Activation {
  constructor(...args: OnlyInplace) {
    super('Hardsigmoid(bool inplace=False)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.hardsigmoid(input, this.inplace);
  }
}

/** x · hardsigmoid(x) */
export class Hardswish extends Activation {
  constructor(...args: OnlyInplace) {
    super('Hardswish(bool inplace=False)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.hardswish(input, this.inplace);
  }
}

/** ln(1 + e^(beta · x)) / beta; x itself where beta · x is beyond the threshold */
export class Softplus extends Configured {
  declare readonly beta: number;
  declare readonly threshold: number;

  constructor(...args: Arguments<[], [beta: number, threshold: number], { beta?: number; threshold?: number }>) {
    super('Softplus(float beta=1, float threshold=20)', args, ['beta', 'threshold']);
  }

  override forward(input: Tensor): Tensor {
    return F.softplus(input, this.beta, this.threshold);
  }
}

/** x where it is beyond the threshold, else value */
export class Threshold extends Activation {
  declare readonly threshold: number;
  declare readonly value: number;

  constructor(...args: Arguments<[threshold: number, value: number], [inplace: boolean], InplaceOption>) {
    super('Threshold(float threshold, float value, bool inplace=False)', args, ['threshold', 'value', 'inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.threshold(input, this.threshold, this.value, this.inplace);
  }
}

type DimArguments = Arguments<[], [dim: number | null], { dim?: number | null }>;

/** The dim that PyTorch takes when none is given. */
const usualDim = (dim: number | null, input: Tensor): number => dim ?? ([0, 1, 3].includes(input.sizes.length) ? 0 : 1);

/** Exponentials, scaled to a sum of 1 along `dim` */
export class Softmax extends Configured {
  declare readonly dim: number | null;

  constructor(...args: DimArguments) {
    super('Softmax(int? dim=None)', args, ['dim']);
  }

  override forward(input: Tensor): Tensor {
    return F.softmax(input, usualDim(this.dim, input));
  }
}

/** Softmax of −x along `dim` */
export class Softmin extends Configured {
  declare readonly dim: number | null;

  constructor(...args: DimArguments) {
    super('Softmin(int? dim=None)', args, ['dim']);
  }

  override forward(input: Tensor): Tensor {
    return F.softmin(input, usualDim(this.dim, input));
  }
}

/** The logarithm of softmax along `dim` */
export class LogSoftmax extends Configured {
  declare readonly dim: number | null;

  constructor(...args: DimArguments) {
    super('LogSoftmax(int? dim=None)', args, ['dim']);
  }

  override forward(input: Tensor): Tensor {
    return F.log_softmax(input, usualDim(this.dim, input));
  }
}

/** Softmax over the channels of (N, C, H, W) or (C, H, W) */
export class Softmax2d extends Configured {
  constructor() {
    super('Softmax2d()', []);
  }

  override forward(input: Tensor): Tensor {
    const rank = input.sizes.length;
    if (rank !== 3 && rank !== 4) throw wrongShape('Softmax2d requires a 3D or 4D tensor as input', ValueError);
    return F.softmax(input, -3);
  }
}

/** One half of the channels times the sigmoid of the other half */
export class GLU extends Configured {
  declare readonly dim: number;

  constructor(...args: Arguments<[], [dim: number], { dim?: number }>) {
    super('GLU(int dim=-1)', args, ['dim']);
  }

  override forward(input: Tensor): Tensor {
    return F.glu(input, this.dim);
  }
}

/** x where positive, else x times a slope that is learned (one, or one for each channel) */
export class PReLU extends Configured {
  declare readonly num_parameters: number;
  weight: Parameter;

  constructor(
    ...args: Arguments<[], [num_parameters: number, init: number], { num_parameters?: number; init?: number; dtype?: DType | null }>
  ) {
    super('PReLU(int num_parameters=1, float init=0.25, any device=None, dtype? dtype=None)', args, ['num_parameters']);
    const { init, dtype } = this as unknown as { init: number; dtype: DType | null };
    this.weight = new Parameter(quietly(() => full([this.num_parameters], init, { dtype })));
  }

  override forward(input: Tensor): Tensor {
    return F.prelu(input, this.weight);
  }
}

/** Leaky ReLU with a slope drawn at random while training */
export class RReLU extends Activation {
  declare readonly lower: number;
  declare readonly upper: number;

  constructor(
    ...args: Arguments<[], [lower: number, upper: number, inplace: boolean], { lower?: number; upper?: number } & InplaceOption>
  ) {
    super('RReLU(float lower=0.125, float upper=0.3333333333333333, bool inplace=False)', args, ['lower', 'upper', 'inplace?']);
  }

  override forward(input: Tensor): Tensor {
    return F.rrelu(input, this.lower, this.upper, this.training, this.inplace);
  }
}
