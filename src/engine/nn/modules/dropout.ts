/** Dropout as modules: random in training mode, without effect in evaluation mode. */
import * as F from '../../generated/functional.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Configured, layer } from '../configured.js';
import { floatsAt } from '../../ops/floats.js';
import { py } from '../pythonText.js';

const settings = 'float p=0.5, bool inplace=False' as const;

abstract class AnyDropout extends Configured {
  /** The probability with which an element (or channel) is dropped. */
  declare readonly p: number;

  constructor(...args: unknown[]) {
    super(...args);
    // A probability of 0 or 1 is a float in nearly every program; JavaScript does not tell how it was written.
    floatsAt(this, ['p']);
    if (!(this.p >= 0 && this.p <= 1)) {
      throw new ValueError(`dropout probability has to be between 0 and 1, but got ${py(this.p)}`);
    }
  }
}

/** Zeroes elements with probability `p` and scales the others by 1 / (1 − p). */
export class Dropout extends layer(`Dropout(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.dropout(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, L) or (C, L). */
export class Dropout1d extends layer(`Dropout1d(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.dropout1d(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, H, W). */
export class Dropout2d extends layer(`Dropout2d(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.dropout2d(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, D, H, W). */
export class Dropout3d extends layer(`Dropout3d(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.dropout3d(input, this.p, this.training, this.inplace);
  }
}

/** Dropout that preserves the mean and variance of SELU's outputs. */
export class AlphaDropout extends layer(`AlphaDropout(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.alpha_dropout(input, this.p, this.training, this.inplace);
  }
}

/** Alpha dropout of whole channels. */
export class FeatureAlphaDropout extends layer(`FeatureAlphaDropout(${settings})`, ['p', 'inplace'], AnyDropout) {
  override forward(input: Tensor): Tensor {
    return F.feature_alpha_dropout(input, this.p, this.training, this.inplace);
  }
}
