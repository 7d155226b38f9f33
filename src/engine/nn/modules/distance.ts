import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured } from '../configured.js';

/** The cosine of the angle between two tensors along `dim`. */
export class CosineSimilarity extends Configured {
  declare readonly dim: number;
  declare readonly eps: number;

  constructor(...args: Arguments<[], [dim: number, eps: number], { dim?: number; eps?: number }>) {
    super('CosineSimilarity(int dim=1, float eps=1e-08)', args);
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return F.cosine_similarity(x1, x2, this.dim, this.eps);
  }
}

/** ‖x1 − x2 + eps‖ₚ along the last dim. */
export class PairwiseDistance extends Configured {
  /** Which norm. */
  declare readonly norm: number;
  declare readonly eps: number;
  declare readonly keepdim: boolean;

  constructor(...args: Arguments<[], [p: number, eps: number, keepdim: boolean], { p?: number; eps?: number; keepdim?: boolean }>) {
    super('PairwiseDistance(float p=2.0, float eps=1e-06, bool keepdim=False)', args);
    const own = this as unknown as { p?: number; norm: number };
    own.norm = own.p!;
    delete own.p;
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return F.pairwise_distance(x1, x2, this.norm, this.eps, this.keepdim);
  }
}
