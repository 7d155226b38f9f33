/** Activations as modules: they work on each element and keep the shape. */
import * as F from '../../generated/functional.js';
import { full } from '../../generated/torch.js';
import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments } from '../arguments.js';
import { layer } from '../configured.js';
import { Parameter } from '../parameter.js';

/** max(0, x) */
export class ReLU extends layer('ReLU(bool inplace=False)', ['inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.relu(input, this.inplace);
  }
}

/** min(max(0, x), 6) */
export class ReLU6 extends layer('ReLU6(bool inplace=False)', ['inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.relu6(input, this.inplace);
  }
}

/** x where positive, else negative_slope · x */
export class LeakyReLU extends layer('LeakyReLU(float negative_slope=0.01, bool inplace=False)', ['negative_slope', 'inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.leaky_relu(input, this.negative_slope, this.inplace);
  }
}

/** x where positive, else alpha · (eˣ − 1) */
export class ELU extends layer('ELU(float alpha=1.0, bool inplace=False)', ['alpha', 'inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.elu(input, this.alpha, this.inplace);
  }
}

/** max(0, x) + min(0, alpha · (e^(x / alpha) − 1)) */
export class CELU extends layer('CELU(float alpha=1.0, bool inplace=False)', ['alpha', 'inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.celu(input, this.alpha, this.inplace);
  }
}

/** ELU, scaled so that it keeps variances */
export class SELU extends layer('SELU(bool inplace=False)', ['inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.selu(input, this.inplace);
  }
}

/** x · Φ(x), where Φ is the normal distribution; `approximate: 'tanh'` computes an approximation by tanh */
export class GELU extends layer("GELU('none'|'tanh' approximate='none')", ['approximate']) {
  override forward(input: Tensor): Tensor {
    return F.gelu(input, { approximate: this.approximate });
  }
}

/** x · σ(x), also known as swish */
export class SiLU extends layer('SiLU(bool inplace=False)', ['inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.silu(input, this.inplace);
  }
}

/** x · tanh(softplus(x)) */
export class Mish extends layer('Mish(bool inplace=False)', ['inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.mish(input, this.inplace);
  }
}

/** 1 / (1 + e⁻ˣ) */
export class Sigmoid extends layer('Sigmoid()') {
  override forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

/** ln(1 / (1 + e⁻ˣ)) */
export class LogSigmoid extends layer('LogSigmoid()') {
  override forward(input: Tensor): Tensor {
    return F.logsigmoid(input);
  }
}

/** tanh(x) */
export class Tanh extends layer('Tanh()') {
  override forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/** x − tanh(x) */
export class Tanhshrink extends layer('Tanhshrink()') {
  override forward(input: Tensor): Tensor {
    return F.tanhshrink(input);
  }
}

/** x / (1 + |x|) */
export class Softsign extends layer('Softsign()') {
  override forward(input: Tensor): Tensor {
    return F.softsign(input);
  }
}

/** x, but 0 for x between −lambd and lambd */
export class Hardshrink extends layer('Hardshrink(float lambd=0.5)', ['=lambd']) {
  override forward(input: Tensor): Tensor {
    return F.hardshrink(input, this.lambd);
  }
}

/** x moved towards 0 by lambd; 0 where |x| is at most lambd */
export class Softshrink extends layer('Softshrink(float lambd=0.5)', ['=lambd']) {
  override forward(input: Tensor): Tensor {
    return F.softshrink(input, this.lambd);
  }
}

/** x, kept between min_val and max_val */
export class Hardtanh extends layer(
  'Hardtanh(float min_val=-1.0, float max_val=1.0, bool inplace=False, float? min_value=None, float? max_value=None)',
  ['min_val', 'max_val', 'inplace?'],
) {
  /** @throws AssertionError unless max_val > min_val */
  constructor(...args: ClassArguments['Hardtanh']) {
    super(...args);
    const { min_value, max_value } = this;
    if (min_value !== null) Object.assign(this, { min_val: min_value });
    if (max_value !== null) Object.assign(this, { max_val: max_value });
    if (!(this.max_val > this.min_val)) throw new ValueError('Hardtanh: max_val must be greater than min_val.');
  }

  override forward(input: Tensor): Tensor {
    return F.hardtanh(input, this.min_val, this.max_val, this.inplace);
  }
}

/** x / 6 + 1 / 2, kept between 0 and 1 */
export class Hardsigmoid extends layer('Hardsigmoid(bool inplace=False)') {
  override forward(input: Tensor): Tensor {
    return F.hardsigmoid(input, this.inplace);
  }
}

/** x · hardsigmoid(x) */
export class Hardswish extends layer('Hardswish(bool inplace=False)') {
  override forward(input: Tensor): Tensor {
    return F.hardswish(input, this.inplace);
  }
}

/** ln(1 + e^(beta · x)) / beta; x itself where beta · x is above the threshold */
export class Softplus extends layer('Softplus(float beta=1.0, float threshold=20.0)', ['beta', 'threshold']) {
  override forward(input: Tensor): Tensor {
    return F.softplus(input, this.beta, this.threshold);
  }
}

/** x where x is above the threshold, else value */
export class Threshold extends layer('Threshold(float threshold, float value, bool inplace=False)', ['threshold', 'value', 'inplace?']) {
  override forward(input: Tensor): Tensor {
    return F.threshold(input, this.threshold, this.value, this.inplace);
  }
}

/** The dim that PyTorch uses when the program gives none. */
const usualDim = (dim: number | null, input: Tensor): number => dim ?? ([0, 1, 3].includes(input.sizes.length) ? 0 : 1);

/** Exponentials, scaled to a sum of 1 along `dim` */
export class Softmax extends layer('Softmax(int? dim=None)', ['dim']) {
  override forward(input: Tensor): Tensor {
    return F.softmax(input, usualDim(this.dim, input));
  }
}

/** Softmax of −x along `dim` */
export class Softmin extends layer('Softmin(int? dim=None)', ['dim']) {
  override forward(input: Tensor): Tensor {
    return F.softmin(input, usualDim(this.dim, input));
  }
}

/** The logarithm of softmax along `dim` */
export class LogSoftmax extends layer('LogSoftmax(int? dim=None)', ['dim']) {
  override forward(input: Tensor): Tensor {
    return F.log_softmax(input, usualDim(this.dim, input));
  }
}

/** Softmax over the channels of (N, C, H, W) or (C, H, W) */
export class Softmax2d extends layer('Softmax2d()') {
  override forward(input: Tensor): Tensor {
    const rank = input.sizes.length;
    if (rank !== 3 && rank !== 4) throw wrongShape('Softmax2d requires a 3D or 4D tensor as input', ValueError);
    return F.softmax(input, -3);
  }
}

/** One half of the channels times the sigmoid of the other half */
export class GLU extends layer('GLU(int dim=-1)', ['dim']) {
  override forward(input: Tensor): Tensor {
    return F.glu(input, this.dim);
  }
}

/** x where positive, else x times a learned slope (one for all channels, or one for each) */
export class PReLU extends layer('PReLU(int num_parameters=1, float init=0.25, device=None, dtype? dtype=None)', ['num_parameters']) {
  weight: Parameter;

  constructor(...args: ClassArguments['PReLU']) {
    super(...args);
    const { dtype } = readArguments(PReLU.signature, args);
    this.weight = new Parameter(quietly(() => full([this.num_parameters], this.init, { dtype })));
  }

  override forward(input: Tensor): Tensor {
    return F.prelu(input, this.weight);
  }
}

/** Leaky ReLU; in training mode its slope is drawn at random */
export class RReLU extends layer('RReLU(float lower=0.125, float upper=0.3333333333333333, bool inplace=False)', [
  'lower',
  'upper',
  'inplace?',
]) {
  override forward(input: Tensor): Tensor {
    return F.rrelu(input, this.lower, this.upper, this.training, this.inplace);
  }
}
