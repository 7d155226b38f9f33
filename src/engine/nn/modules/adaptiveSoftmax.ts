import * as F from '../../generated/functional.js';
import type { ClassArguments } from '../../generated/classes.js';
import { int64 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { listOf } from '../../memory.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import { Module } from '../module.js';
import { ModuleList, Sequential } from './container.js';
import { Linear } from './linear.js';

/** The log-probabilities of the targets, and the mean of their negatives: a tuple of two items with names. */
export interface AdaptiveSoftmaxOutput extends Array<Tensor> {
  readonly output: Tensor;
  readonly loss: Tensor;
}

function namedPair(output: Tensor, loss: Tensor): AdaptiveSoftmaxOutput {
  const text = () => `_ASMoutput(output=${String(output)}, loss=${String(loss)})`;
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties([output, loss], { output: hidden(output), loss: hidden(loss), toString: hidden(text) }) as never;
}

/**
 * Softmax over many classes, as `torch.nn.AdaptiveLogSoftmaxWithLoss`: frequent classes are in the head, the others in
 * clusters with smaller layers. Takes (N, in_features) and classes (N), or one sample of each.
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
  static readonly signature =
    'AdaptiveLogSoftmaxWithLoss(int in_features, int n_classes, int[] cutoffs, float div_value=4.0, bool head_bias=False, device=None, dtype? dtype=None)';
  readonly in_features: number;
  readonly n_classes: number;
  /** The first class of each cluster, and `n_classes` at the end. */
  readonly cutoffs: number[];
  readonly div_value: number;
  readonly head_bias: boolean;
  readonly shortlist_size: number;
  readonly n_clusters: number;
  readonly head_size: number;
  head: Linear;
  tail: ModuleList<Sequential>;

  /** @throws ValueError for cutoffs that are not in increasing order, or that exceed the number of classes */
  constructor(...args: ClassArguments['AdaptiveLogSoftmaxWithLoss']) {
    super();
    const a = readArguments(AdaptiveLogSoftmaxWithLoss.signature, args);
    const cutoffs = [...a.cutoffs];
    if (cutoffs.length === 0) throw new ValueError('cutoffs should be a sequence of length larger than 0');
    if (cutoffs.some((c, i) => c <= (cutoffs[i - 1] ?? 0) || c > a.n_classes - 1)) {
      throw new ValueError(
        'cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where each value is between 1 and n_classes-1',
      );
    }
    this.in_features = a.in_features;
    this.n_classes = a.n_classes;
    this.cutoffs = [...cutoffs, a.n_classes];
    this.div_value = a.div_value;
    this.head_bias = a.head_bias;
    this.shortlist_size = cutoffs[0];
    this.n_clusters = cutoffs.length;
    this.head_size = this.shortlist_size + this.n_clusters;
    const where = { device: a.device, dtype: a.dtype };
    this.head = new Linear(a.in_features, this.head_size, { bias: a.head_bias, ...where });
    this.tail = new ModuleList(
      cutoffs.map((_, i) => {
        const hidden = Math.floor(a.in_features / a.div_value ** (i + 1));
        const size = this.cutoffs[i + 1] - this.cutoffs[i];
        return new Sequential(
          new Linear(a.in_features, hidden, { bias: false, ...where }),
          new Linear(hidden, size, { bias: false, ...where }),
        );
      }),
    );
  }

  reset_parameters(): void {
    for (const layer of [this.head, ...[...this.tail].flatMap((cluster) => [...cluster])]) (layer as Linear).reset_parameters();
  }

  /**
   * The log-probability of each target, and the loss. @throws RuntimeError for targets that are no classes, or for
   * wrong sizes
   */
  override forward(input: Tensor, target: Tensor): AdaptiveSoftmaxOutput {
    checkSizes(input, target);
    const isBatched = target.sizes.length > 0;
    const [x, y] = isBatched ? [input, target] : [input.unsqueeze(0), target.unsqueeze(0)];
    const count = y.sizes[0];
    const output = x.new_zeros([count]);
    const places = y.new_empty([count], { dtype: int64 });
    let used = 0;
    [0, ...this.cutoffs].slice(0, -1).forEach((low, i) => {
      const mask = y.ge(low).logical_and(y.lt(this.cutoffs[i]));
      const rows = mask.nonzero().squeeze(1) as Tensor;
      if (rows.numel() === 0) return;
      used += rows.numel();
      if (i === 0) {
        places.index_copy_(0, rows, y.masked_select(mask));
        return;
      }
      const within = y.masked_select(mask).sub(low);
      const scores = F.log_softmax(this.tail.at(i - 1)(x.index_select(0, rows)), { dim: 1 });
      places.index_fill_(0, rows, this.shortlist_size + i - 1);
      output.index_copy_(0, rows, scores.gather(1, within.unsqueeze(1)).squeeze(1));
    });
    if (used !== count) {
      const [least, most] = [y.min().item(), y.max().item()];
      throw wrongPosition(
        `Target values should be in [0, ${this.n_classes - 1}], but values in range [${least}, ${most}] were found. `,
        RuntimeError,
      );
    }
    const head = F.log_softmax(this.head(x), { dim: 1 });
    output.add_(head.gather(1, places.unsqueeze(1)).squeeze(1));
    const loss = output.neg().mean();
    return namedPair(isBatched ? output : output.squeeze(0), loss);
  }

  /** The log-probabilities of all classes: (N, in_features) gives (N, n_classes). */
  log_prob(input: Tensor): Tensor {
    const all = input.new_empty([input.sizes[0], this.n_classes]);
    const head = F.log_softmax(this.head(input), { dim: 1 });
    all.narrow(1, 0, this.shortlist_size).copy_(head.narrow(1, 0, this.shortlist_size));
    for (const i of listOf(this.n_clusters, (k) => k)) {
      const scores = F.log_softmax(this.tail.at(i)(input), { dim: 1 });
      const [from, to] = [this.cutoffs[i], this.cutoffs[i + 1]];
      all.narrow(1, from, to - from).copy_(scores.add(head.select(1, this.shortlist_size + i).unsqueeze(1)));
    }
    return all;
  }

  /** The most probable class of each sample. */
  predict(input: Tensor): Tensor {
    return this.log_prob(input).argmax(1);
  }
}

/** @throws RuntimeError */
function checkSizes(input: Tensor, target: Tensor): void {
  const rank = target.sizes.length;
  if (rank > 1) throw wrongShape('0D or 1D target tensor expected, multi-target not supported');
  if (rank === 1 && input.sizes[0] !== target.sizes[0]) {
    throw wrongShape('Input and target should have the same size in the batch dimension.');
  }
  if (input.sizes.length !== rank + 1) {
    throw wrongShape(`${rank}D target tensor expects ${rank + 1}D input tensors, but found inputs with size ${input.shape}`);
  }
}
