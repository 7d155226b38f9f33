/** Dropout as modules: random while training, nothing in evaluation. */
import * as F from '../../generated/functional.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured } from '../configured.js';
import { py } from '../pythonText.js';

type DropoutArguments = Arguments<[], [p: number, inplace: boolean], { p?: number; inplace?: boolean }>;

abstract class AnyDropout extends Configured {
  /** With which probability an element (or channel) is dropped. */
  declare readonly p: number;
  declare readonly inplace: boolean;

  constructor(name: string, args: readonly unknown[]) {
    super(`${name}(float p=0.5, bool inplace=False)`, args, ['p', 'inplace']);
    if (!(this.p >= 0 && this.p <= 1)) {
      throw new ValueError(`dropout probability has to be between 0 and 1, but got ${py(this.p)}`);
    }
  }
}

/** Zeroes elements with probability `p` and scales the others by 1 / (1 − p). */
export class Dropout extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('Dropout', args);
  }

  override forward(input: Tensor): Tensor {
    return F.dropout(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, L) or (C, L). */
export class Dropout1d extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('Dropout1d', args);
  }

  override forward(input: Tensor): Tensor {
    return F.dropout1d(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, H, W). */
export class Dropout2d extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('Dropout2d', args);
  }

  override forward(input: Tensor): Tensor {
    return F.dropout2d(input, this.p, this.training, this.inplace);
  }
}

/** Zeroes whole channels of (N, C, D, H, W). */
export class Dropout3d extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('Dropout3d', args);
  }

  override forward(input: Tensor): Tensor {
    return F.dropout3d(input, this.p, this.training, this.inplace);
  }
}

/** Dropout that keeps the mean and variance of SELU's outputs. */
export class AlphaDropout extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('AlphaDropout', args);
  }

  override forward(input: Tensor): Tensor {
    return F.alpha_dropout(input, this.p, this.training, this.inplace);
  }
}

/** Alpha dropout of whole channels. */
export class FeatureAlphaDropout extends AnyDropout {
  constructor(...args: DropoutArguments) {
    super('FeatureAlphaDropout', args);
  }

  override forward(input: Tensor): Tensor {
    return F.feature_alpha_dropout(input, this.p, this.training, this.inplace);
  }
}
