/** Losses as modules: (input, target) → a number, unless `reduction` is 'none'. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured } from '../configured.js';
import type { Module } from '../module.js';
import { PairwiseDistance } from './distance.js';

export type Reduction = 'mean' | 'sum' | 'none';

export interface ReductionOption {
  /** 'mean', 'sum', or 'none' for one loss for each element. Default: 'mean' */
  reduction?: Reduction;
}

interface Reduced {
  readonly reduction: Reduction;
}

/** PyTorch still accepts two flags in place of `reduction`. */
const flags = 'bool? size_average=None, bool? reduce=None';

abstract class Loss extends Configured implements Reduced {
  declare readonly reduction: Reduction;

  constructor(signature: string, args: readonly unknown[]) {
    super(signature, args);
    const legacy = this as unknown as { size_average?: boolean | null; reduce?: boolean | null; reduction: Reduction };
    const { size_average = null, reduce = null } = legacy;
    delete legacy.size_average;
    delete legacy.reduce;
    if (size_average === null && reduce === null) return;
    legacy.reduction = reduce === false ? 'none' : size_average === false ? 'sum' : 'mean';
  }

  /** A weight given to the constructor is a buffer. */
  protected keepBuffers(...names: string[]): void {
    const own = this as unknown as Record<string, Tensor | null>;
    for (const name of names) {
      const value = own[name];
      delete own[name];
      this.register_buffer(name, value);
    }
  }
}

type ReductionArguments = Arguments<[], [size_average: boolean | null, reduce: boolean | null, reduction: Reduction], ReductionOption>;

/** |input − target| */
export class L1Loss extends Loss {
  constructor(...args: ReductionArguments) {
    super(`L1Loss(${flags}, str reduction='mean')`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.l1_loss(input, target, { reduction: this.reduction });
  }
}

/** (input − target)² */
export class MSELoss extends Loss {
  constructor(...args: ReductionArguments) {
    super(`MSELoss(${flags}, str reduction='mean')`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.mse_loss(input, target, { reduction: this.reduction });
  }
}

interface ClassWeights extends ReductionOption {
  /** A weight for each class. */
  weight?: Tensor | null;
  /** The class that does not count. Default: -100 */
  ignore_index?: number;
}

/**
 * Cross-entropy of scores: (N, C) and classes (N), or probabilities (N, C); further dims are positions.
 * −ln softmax(input)[target]
 */
export class CrossEntropyLoss extends Loss {
  declare readonly weight: Tensor | null;
  declare readonly ignore_index: number;
  declare readonly label_smoothing: number;

  constructor(
    ...args: Arguments<
      [],
      [weight: Tensor | null, size_average: boolean | null, ignore_index: number],
      ClassWeights & { /** How much of the target is spread over all classes. Default: 0 */ label_smoothing?: number }
    >
  ) {
    super(
      "CrossEntropyLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0)",
      args,
    );
    this.keepBuffers('weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction, label_smoothing } = this;
    return F.cross_entropy(input, target, { weight, ignore_index, reduction, label_smoothing });
  }
}

/** Of log-probabilities (N, C) and classes (N): −input[target] */
export class NLLLoss extends Loss {
  declare readonly weight: Tensor | null;
  declare readonly ignore_index: number;

  constructor(...args: Arguments<[], [weight: Tensor | null, size_average: boolean | null, ignore_index: number], ClassWeights>) {
    super("NLLLoss(Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean')", args);
    this.keepBuffers('weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction } = this;
    return F.nll_loss(input, target, { weight, ignore_index, reduction });
  }
}

interface ElementWeights extends ReductionOption {
  /** A weight for each element. */
  weight?: Tensor | null;
}

/** Of probabilities: −(target · ln input + (1 − target) · ln(1 − input)) */
export class BCELoss extends Loss {
  declare readonly weight: Tensor | null;

  constructor(...args: Arguments<[], [weight: Tensor | null], ElementWeights>) {
    super(`BCELoss(Tensor? weight=None, ${flags}, str reduction='mean')`, args);
    this.keepBuffers('weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.binary_cross_entropy(input, target, { weight: this.weight, reduction: this.reduction });
  }
}

/** BCELoss of the sigmoid of scores, computed so that nothing overflows. */
export class BCEWithLogitsLoss extends Loss {
  declare readonly weight: Tensor | null;
  declare readonly pos_weight: Tensor | null;

  constructor(
    ...args: Arguments<[], [weight: Tensor | null], ElementWeights & { /** A weight of what is true. */ pos_weight?: Tensor | null }>
  ) {
    super(`BCEWithLogitsLoss(Tensor? weight=None, ${flags}, str reduction='mean', Tensor? pos_weight=None)`, args);
    this.keepBuffers('weight', 'pos_weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, reduction, pos_weight } = this;
    return F.binary_cross_entropy_with_logits(input, target, { weight, reduction, pos_weight });
  }
}

/** Of log-probabilities: target · (ln target − input) */
export class KLDivLoss extends Loss {
  declare readonly log_target: boolean;

  constructor(
    ...args: Arguments<
      [],
      [size_average: boolean | null, reduce: boolean | null, reduction: Reduction | 'batchmean', log_target: boolean],
      { reduction?: Reduction | 'batchmean'; /** Whether the target is a logarithm. Default: false */ log_target?: boolean }
    >
  ) {
    super(`KLDivLoss(${flags}, str reduction='mean', bool log_target=False)`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.kl_div(input, target, { reduction: this.reduction, log_target: this.log_target });
  }
}

/** Squared within `beta` of the target, absolute beyond. */
export class SmoothL1Loss extends Loss {
  declare readonly beta: number;

  constructor(
    ...args: Arguments<
      [],
      [size_average: boolean | null, reduce: boolean | null, reduction: Reduction, beta: number],
      ReductionOption & { beta?: number }
    >
  ) {
    super(`SmoothL1Loss(${flags}, str reduction='mean', float beta=1.0)`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.smooth_l1_loss(input, target, { reduction: this.reduction, beta: this.beta });
  }
}

/** Squared within `delta` of the target, absolute beyond, delta times SmoothL1Loss. */
export class HuberLoss extends Loss {
  declare readonly delta: number;

  constructor(...args: Arguments<[], [reduction: Reduction, delta: number], ReductionOption & { delta?: number }>) {
    super("HuberLoss(str reduction='mean', float delta=1.0)", args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.huber_loss(input, target, { reduction: this.reduction, delta: this.delta });
  }
}

interface PoissonOptions extends ReductionOption {
  /** Whether the input is a logarithm. Default: true */
  log_input?: boolean;
  /** Adds Stirling's term. Default: false */
  full?: boolean;
  eps?: number;
}

/** e^input − target · input */
export class PoissonNLLLoss extends Loss {
  declare readonly log_input: boolean;
  declare readonly full: boolean;
  declare readonly eps: number;

  constructor(...args: Arguments<[], [log_input: boolean, full: boolean], PoissonOptions>) {
    super(
      "PoissonNLLLoss(bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-08, bool? reduce=None, str reduction='mean')",
      args,
    );
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { log_input, full, eps, reduction } = this;
    return F.poisson_nll_loss(input, target, { log_input, full, eps, reduction });
  }
}

/** ½ (ln var + (input − target)² / var) */
export class GaussianNLLLoss extends Loss {
  declare readonly full: boolean;
  declare readonly eps: number;

  constructor(options: ReductionOption & { full?: boolean; eps?: number } = {}) {
    super("GaussianNLLLoss(*, bool full=False, float eps=1e-06, str reduction='mean')", [options]);
  }

  override forward(input: Tensor, target: Tensor, variance: Tensor): Tensor {
    return F.gaussian_nll_loss(input, target, variance, { full: this.full, eps: this.eps, reduction: this.reduction });
  }
}

type MarginArguments = Arguments<
  [],
  [margin: number, size_average: boolean | null, reduce: boolean | null, reduction: Reduction],
  ReductionOption & { margin?: number }
>;

/** input where the target is 1, max(0, margin − input) where it is −1 */
export class HingeEmbeddingLoss extends Loss {
  declare readonly margin: number;

  constructor(...args: MarginArguments) {
    super(`HingeEmbeddingLoss(float margin=1.0, ${flags}, str reduction='mean')`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.hinge_embedding_loss(input, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** 1 − cos(input1, input2) where the target is 1, max(0, cos − margin) where it is −1 */
export class CosineEmbeddingLoss extends Loss {
  declare readonly margin: number;

  constructor(...args: MarginArguments) {
    super(`CosineEmbeddingLoss(float margin=0.0, ${flags}, str reduction='mean')`, args);
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.cosine_embedding_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** max(0, −target · (input1 − input2) + margin) */
export class MarginRankingLoss extends Loss {
  declare readonly margin: number;

  constructor(...args: MarginArguments) {
    super(`MarginRankingLoss(float margin=0.0, ${flags}, str reduction='mean')`, args);
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.margin_ranking_loss(input1, input2, target, { margin: this.margin, reduction: this.reduction });
  }
}

interface TripletOptions extends ReductionOption {
  margin?: number;
  /** Which norm measures distances. Default: 2 */
  p?: number;
  eps?: number;
  /** Takes the harder of two negatives. Default: false */
  swap?: boolean;
}

/** max(0, d(anchor, positive) − d(anchor, negative) + margin) */
export class TripletMarginLoss extends Loss {
  declare readonly margin: number;
  declare readonly p: number;
  declare readonly eps: number;
  declare readonly swap: boolean;

  constructor(...args: Arguments<[], [margin: number, p: number, eps: number, swap: boolean], TripletOptions>) {
    super(`TripletMarginLoss(float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False, ${flags}, str reduction='mean')`, args);
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap, reduction } = this;
    return F.triplet_margin_loss(anchor, positive, negative, { margin, p, eps, swap, reduction });
  }
}

type Distance = (a: Tensor, b: Tensor) => Tensor;

/** TripletMarginLoss with any distance. */
export class TripletMarginWithDistanceLoss extends Loss {
  declare readonly distance_function: Distance;
  declare readonly margin: number;
  declare readonly swap: boolean;

  constructor(options: ReductionOption & { distance_function?: Distance | Module | null; margin?: number; swap?: boolean } = {}) {
    super("TripletMarginWithDistanceLoss(*, any distance_function=None, float margin=1.0, bool swap=False, str reduction='mean')", [
      options,
    ]);
    (this as { distance_function: Distance | null }).distance_function ??= new PairwiseDistance();
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distance_function, margin, swap, reduction } = this;
    return F.triplet_margin_with_distance_loss(anchor, positive, negative, { distance_function, margin, swap, reduction });
  }
}

/** Σ max(0, margin − input[target] + input)ᵖ / C */
export class MultiMarginLoss extends Loss {
  declare readonly p: number;
  declare readonly margin: number;
  declare readonly weight: Tensor | null;

  constructor(
    ...args: Arguments<[], [p: number, margin: number, weight: Tensor | null], ElementWeights & { p?: number; margin?: number }>
  ) {
    super(`MultiMarginLoss(int p=1, float margin=1.0, Tensor? weight=None, ${flags}, str reduction='mean')`, args);
    this.keepBuffers('weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { p, margin, weight, reduction } = this;
    return F.multi_margin_loss(input, target, { p, margin, weight, reduction });
  }
}

/** Σ max(0, 1 − (input[target] − input)) / C, of several targets */
export class MultiLabelMarginLoss extends Loss {
  constructor(...args: ReductionArguments) {
    super(`MultiLabelMarginLoss(${flags}, str reduction='mean')`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_margin_loss(input, target, { reduction: this.reduction });
  }
}

/** BCEWithLogitsLoss, averaged over classes */
export class MultiLabelSoftMarginLoss extends Loss {
  declare readonly weight: Tensor | null;

  constructor(...args: Arguments<[], [weight: Tensor | null], ElementWeights>) {
    super(`MultiLabelSoftMarginLoss(Tensor? weight=None, ${flags}, str reduction='mean')`, args);
    this.keepBuffers('weight');
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.multilabel_soft_margin_loss(input, target, { weight: this.weight, reduction: this.reduction });
  }
}

/** ln(1 + e^(−target · input)) */
export class SoftMarginLoss extends Loss {
  constructor(...args: ReductionArguments) {
    super(`SoftMarginLoss(${flags}, str reduction='mean')`, args);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return F.soft_margin_loss(input, target, { reduction: this.reduction });
  }
}
