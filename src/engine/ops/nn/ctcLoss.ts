import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { noDerivative } from '../noDerivative.js';
import { op, type Op } from '../op.js';
import { reductionOf, run, type Reduction } from './shared.js';

/** Connectionist temporal classification: the probability of a sequence over all its alignments. */

const logAdd = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
};

interface Sample {
  /** The target, with blanks around every label. */
  labels: number[];
  /** The log-probability of class `c` at time `t`. */
  at(t: number, c: number): number;
  steps: number;
}

/** Forward variables: the log-probability that the first `t` steps end at each label. */
function alphas({ labels, at, steps }: Sample): Float64Array[] {
  const n = labels.length;
  const rows: Float64Array[] = [];
  for (let t = 0; t < steps; t++) {
    const row = new Float64Array(n).fill(-Infinity);
    for (let s = 0; s < n; s++) {
      if (t === 0) {
        if (s < 2) row[s] = at(0, labels[s]);
        continue;
      }
      let sum = rows[t - 1][s];
      if (s > 0) sum = logAdd(sum, rows[t - 1][s - 1]);
      if (s > 1 && labels[s] !== labels[s - 2]) sum = logAdd(sum, rows[t - 1][s - 2]);
      row[s] = sum + at(t, labels[s]);
    }
    rows.push(row);
  }
  return rows;
}

/** Backward variables: forward variables of the reversed sequence, which begin at the end. */
const betas = ({ labels, at, steps }: Sample): Float64Array[] =>
  alphas({ labels: [...labels].reverse(), at: (t, c) => at(steps - 1 - t, c), steps })
    .map((row) => row.reverse())
    .reverse();

const ending = (rows: readonly Float64Array[]): number => {
  const last = rows.at(-1);
  if (!last) return 0;
  const n = last.length;
  return n > 1 ? logAdd(last[n - 1], last[n - 2]) : last[0];
};

/** The batch as separate samples. Targets are the rows of a matrix, or one long vector. */
function samples(logProbs: Tensor, targets: Tensor, inputLengths: number[], targetLengths: number[], blank: number): Sample[] {
  const [, batch, classes] = logProbs.sizes as [number, number, number];
  const data = read(logProbs);
  const labels = read(targets);
  let start = 0;
  return targetLengths.map((length, b) => {
    const from = targets.sizes.length > 1 ? b * targets.sizes[1] : start;
    start += length;
    const extended = [blank];
    for (let i = 0; i < length; i++) extended.push(labels[from + i], blank);
    return { labels: extended, at: (t, c) => data[(t * batch + b) * classes + c], steps: inputLengths[b] };
  });
}

const coreBackward = op({
  signature:
    '_ctc_loss_backward(Tensor grad, Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool zero_infinity)',
  kind: kind.loss({ target: 'targets', targets: 'classes' }),
  doc: 'The gradient of the loss of each target sequence, which supposes log_probs from log_softmax.',
  formula: 'out[t, b, c] = grad[b] · (p[t, b, c] − share of the alignments through c at t)',
  variants: [],
  forward(grad, logProbs, targets, inputLengths, targetLengths, blank, zeroInfinity) {
    const [, batch, classes] = logProbs.sizes as [number, number, number];
    const slope = new Float64Array(numel(logProbs.sizes));
    samples(logProbs, targets, inputLengths, targetLengths, blank).forEach((sample, b) => {
      const [forward, back] = [alphas(sample), betas(sample)];
      const total = ending(forward);
      if (zeroInfinity && total === -Infinity) return;
      forward.forEach((row, t) => {
        const at = (c: number) => (t * batch + b) * classes + c;
        for (let c = 0; c < classes; c++) slope[at(c)] = Math.exp(sample.at(t, c));
        const shares = new Map<number, number>();
        sample.labels.forEach((c, i) => shares.set(c, logAdd(shares.get(c) ?? -Infinity, row[i] + back[t][i])));
        shares.forEach((share, c) => (slope[at(c)] -= Math.exp(share - total - sample.at(t, c))));
      });
    });
    return Tensor.of(slope, logProbs.sizes, logProbs.dtype, logProbs.device).mul(grad.view([1, batch, 1]));
  },
  ...noDerivative('_ctc_loss_backward', 'grad', 'log_probs'),
});

const core = op({
  signature: 'ctc_loss_each(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool zero_infinity)',
  kind: kind.loss({ target: 'targets', targets: 'classes', takes: 'log-probabilities' }),
  doc: 'The negative log-probability of each target sequence, summed over its alignments.',
  formula: 'out[b] = −ln Σ_alignments Π_t p[t, b, label_t]',
  gradient: 'log_probs: g · (p − share of the alignments through each label), which supposes log_probs from log_softmax',
  gradFn: 'CtcLossBackward0',
  variants: [],
  forward(logProbs, targets, inputLengths, targetLengths, blank, zeroInfinity) {
    const losses = new Float64Array(logProbs.sizes[1]);
    samples(logProbs, targets, inputLengths, targetLengths, blank).forEach((sample, b) => {
      const loss = -ending(alphas(sample));
      losses[b] = zeroInfinity && loss === Infinity ? 0 : loss;
    });
    return Tensor.of(losses, [losses.length], logProbs.dtype, logProbs.device);
  },
  backward: {
    log_probs: (g, s) => run(coreBackward, g, s.log_probs, s.targets, s.input_lengths, s.target_lengths, s.blank, s.zero_infinity),
  },
});

const lengths = (value: Tensor | number[]): number[] => (value instanceof Tensor ? [...read(value)] : value);

function checkLengths(input: number[], target: number[], steps: number, batch: number): void {
  if (input.length !== batch) throw wrongShape('input_lengths must be of size batch_size');
  if (target.length !== batch) throw wrongShape('target_lengths must be of size batch_size');
  input.forEach((n, b) => {
    if (n < 0)
      throw new RuntimeError(
        `Expected input_lengths to have value at least 0, but got value ${n} (while checking arguments for ctc_loss_cpu)`,
      );
    if (n > steps) {
      throw new RuntimeError(
        `Expected input_lengths to have value at most ${steps}, but got value ${n} (while checking arguments for ctc_loss_cpu)`,
      );
    }
    if (target[b] < 0) {
      throw new RuntimeError(
        `Expected target_lengths to have value at least 0, but got value ${target[b]} (while checking arguments for ctc_loss_cpu)`,
      );
    }
  });
}

const ctcLoss = op({
  signature:
    "nn.functional.ctc_loss(Tensor log_probs, Tensor targets, Tensor|int[] input_lengths, Tensor|int[] target_lengths, int blank=0, str reduction='mean', bool zero_infinity=False)",
  autocast: 'float32',
  kind: kind.loss({ target: 'targets', targets: 'classes', takes: 'log-probabilities' }),
  doc: 'The CTC loss of log-probabilities (T, N, C) for label sequences; the mean is over the losses divided by the target lengths.',
  formula: core.formula,
  gradient: core.gradient!,
  compose(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity) {
    const how: Reduction = reductionOf(reduction);
    const single = logProbs.sizes.length === 2;
    const x = single ? logProbs.unsqueeze(1) : logProbs;
    const [steps, batch, classes] = x.sizes as [number, number, number];
    if (blank < 0 || blank >= classes) throw new RuntimeError('blank must be in label range');
    const [input, target] = [lengths(inputLengths), lengths(targetLengths)];
    checkLengths(input, target, steps, batch);
    const each = run(core, x, targets, input, target, blank, zeroInfinity);
    if (how === 'mean') {
      const divisor = each.new_tensor(target.map((n) => Math.max(n, 1)));
      return each.div(divisor).mean();
    }
    if (how === 'sum') return each.sum();
    return single ? each.squeeze(0) : each;
  },
});

export const ctcLosses: Op[] = [core, coreBackward, ctcLoss];
