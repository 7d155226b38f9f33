/** Losses as modules: (input, target) → one number, unless `reduction` is 'none'. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { Configured, layer } from '../configured.js';
import { PairwiseDistance } from './distance.js';

/** The argument `reduction` of a loss; PyTorch also accepts two older flags in its place. */
const reduction = "'mean'|'sum'|'none' reduction='mean'" as const;
const flags = 'bool? size_average=None, bool? reduce=None' as const;
const reduced = `${flags}, ${reduction}` as const;

/** The shared base of losses. */
abstract class Loss extends Configured {
  constructor(...args: unknown[]) {
    super(...args);
    const own = this as unknown as Record<string, unknown>;
    const { size_average = null, reduce = null } = own;
    delete own.size_average;
    delete own.reduce;
    if (size_average !== null || reduce !== null) own.reduction = reduce === false ? 'none' : size_average === false ? 'sum' : 'mean';
    // A weight is part of the state of a loss: it is saved and converted with the loss.
    for (const name of ['weight', 'pos_weight']) {
      if (!(name in own)) continue;
      const weight = own[name] as Tensor | null;
      delete own[name];
      this.register_buffer(name, weight);
    }
  }
}

/** |input − target| */
export class L1Loss extends layer(`L1Loss(${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.l1_loss(input, target, { reduction: this.reduction });
  }
}

/** (input − target)² */
export class MSELoss extends layer(`MSELoss(${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.mse_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * Cross-entropy of scores: (N, C) and classes (N), or probabilities (N, C); further dims are positions.
 * −ln softmax(input)[target]
 */
export class CrossEntropyLoss extends layer(
  `CrossEntropyLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, ${reduction}, float label_smoothing=0.0)`,
  [],
  Loss,
) {
  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction, label_smoothing } = this;
    return F.cross_entropy(input, target, { weight, ignore_index, reduction, label_smoothing });
  }
}

/** Negative log-likelihood of log-probabilities (N, C) for classes (N): −input[target] */
export class NLLLoss extends layer(
  `NLLLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, ${reduction})`,
  [],
  Loss,
) {
  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction } = this;
    return F.nll_loss(input, target, { weight, ignore_index, reduction });
  }
}

/** Binary cross-entropy of probabilities: −(target · ln input + (1 − target) · ln(1 − input)) */
export class BCELoss extends layer(`BCELoss(Tensor? weight=None, ${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy(input, target, { weight: this.weight, reduction: this.reduction });
  }
}

/** BCELoss of the sigmoid of scores, computed without overflow. */
export class BCEWithLogitsLoss extends layer(`BCEWithLogitsLoss(Tensor? weight=None, ${reduced}, Tensor? pos_weight=None)`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, reduction, pos_weight } = this;
    return F.binary_cross_entropy_with_logits(input, target, { weight, reduction, pos_weight });
  }
}

/** Kullback-Leibler divergence of log-probabilities: target · (ln target − input) */
export class KLDivLoss extends layer(
  `KLDivLoss(${flags}, 'mean'|'sum'|'none'|'batchmean' reduction='mean', bool log_target=False)`,
  [],
  Loss,
) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.kl_div(input, target, { reduction: this.reduction, log_target: this.log_target });
  }
}

/** The squared error within `beta` of the target, the absolute error beyond */
export class SmoothL1Loss extends layer(`SmoothL1Loss(${reduced}, float beta=1.0)`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.smooth_l1_loss(input, target, { reduction: this.reduction, beta: this.beta });
  }
}

/** The squared error within `delta` of the target, the absolute error beyond: delta times SmoothL1Loss. */
export class HuberLoss extends layer(`HuberLoss(${reduction}, float delta=1.0)`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.huber_loss(input, target, { reduction: this.reduction, delta: this.delta });
  }
}

/** e^input − target · input */
export class PoissonNLLLoss extends layer(
  `PoissonNLLLoss(bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-08, bool? reduce=None, ${reduction})`,
  [],
  Loss,
) {
  override forward(input: Tensor, target: Tensor): Tensor {
    const { log_input, full, eps, reduction } = this;
    return F.poisson_nll_loss(input, target, { log_input, full, eps, reduction });
  }
}

/** ½ (ln var + (input − target)² / var) */
export class GaussianNLLLoss extends layer(`GaussianNLLLoss(*, bool full=False, float eps=1e-06, ${reduction})`, [], Loss) {
  override forward(input: Tensor, target: Tensor, variance: Tensor): Tensor {
    return F.gaussian_nll_loss(input, target, variance, { full: this.full, eps: this.eps, reduction: this.reduction });
  }
}

/** input where the target is 1, max(0, margin − input) where it is −1 */
export class HingeEmbeddingLoss extends layer(`HingeEmbeddingLoss(float margin=1.0, ${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.hinge_embedding_loss(input, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** 1 − cos(input1, input2) where the target is 1, max(0, cos − margin) where it is −1 */
export class CosineEmbeddingLoss extends layer(`CosineEmbeddingLoss(float margin=0.0, ${reduced})`, [], Loss) {
  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.cosine_embedding_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** max(0, −target · (input1 − input2) + margin) */
export class MarginRankingLoss extends layer(`MarginRankingLoss(float margin=0.0, ${reduced})`, [], Loss) {
  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.margin_ranking_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** max(0, d(anchor, positive) − d(anchor, negative) + margin) */
export class TripletMarginLoss extends layer(
  `TripletMarginLoss(float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False, ${reduced})`,
  [],
  Loss,
) {
  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap, reduction } = this;
    return F.triplet_margin_loss(anchor, positive, negative, { margin, p, eps, swap, reduction });
  }
}

/** TripletMarginLoss with any distance. */
export class TripletMarginWithDistanceLoss extends layer(
  `TripletMarginWithDistanceLoss(*, Callable[Tensor][Tensor]|Module? distance_function=None, float margin=1.0, bool swap=False, ${reduction})`,
  [],
  Loss,
) {
  constructor(...args: ClassArguments['TripletMarginWithDistanceLoss']) {
    super(...args);
    Object.assign(this, { distance_function: this.distance_function ?? new PairwiseDistance() });
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distance_function, margin, swap, reduction } = this;
    return F.triplet_margin_with_distance_loss(anchor, positive, negative, { distance_function, margin, swap, reduction });
  }
}

/** Σ max(0, margin − input[target] + input)ᵖ / C */
export class MultiMarginLoss extends layer(`MultiMarginLoss(int p=1, float margin=1.0, Tensor? weight=None, ${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    const { p, margin, weight, reduction } = this;
    return F.multi_margin_loss(input, target, { p, margin, weight, reduction });
  }
}

/** Σ max(0, 1 − (input[target] − input)) / C, for several targets */
export class MultiLabelMarginLoss extends layer(`MultiLabelMarginLoss(${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_margin_loss(input, target, { reduction: this.reduction });
  }
}

/** BCEWithLogitsLoss, averaged over classes */
export class MultiLabelSoftMarginLoss extends layer(`MultiLabelSoftMarginLoss(Tensor? weight=None, ${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_soft_margin_loss(input, target, { weight: this.weight, reduction: this.reduction });
  }
}

/** ln(1 + e^(−target · input)) */
export class SoftMarginLoss extends layer(`SoftMarginLoss(${reduced})`, [], Loss) {
  override forward(input: Tensor, target: Tensor): Tensor {
    return F.soft_margin_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * Connectionist temporal classification by Graves and others (2006): labels are shorter than the sequence and not
 * aligned with it. Takes log probabilities (T, N, C) and targets (N, S), or all targets in one vector.
 */
export class CTCLoss extends layer("CTCLoss(int blank=0, 'none'|'mean'|'sum' reduction='mean', bool zero_infinity=False)", [], Loss) {
  override forward(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | readonly number[],
    target_lengths: Tensor | readonly number[],
  ): Tensor {
    const { blank, reduction, zero_infinity } = this;
    return F.ctc_loss(log_probs, targets, input_lengths, target_lengths, { blank, reduction, zero_infinity });
  }
}
