import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor/tensor.js';
import { layer } from '../configured.js';

/** The cosine of the angle between two tensors along `dim`. */
export class CosineSimilarity extends layer('CosineSimilarity(int dim=1, float eps=1e-08)') {
  override forward(x1: Tensor, x2: Tensor): Tensor {
    return F.cosine_similarity(x1, x2, this.dim, this.eps);
  }
}

/** ‖x1 − x2 + eps‖ₚ along the last dim. */
export class PairwiseDistance extends layer('PairwiseDistance(float p=2.0, float eps=1e-06, bool keepdim=False)') {
  override forward(x1: Tensor, x2: Tensor): Tensor {
    return F.pairwise_distance(x1, x2, this.norm, this.eps, this.keepdim);
  }

  /** The order of the norm. */
  get norm(): number {
    return this.p;
  }
}
