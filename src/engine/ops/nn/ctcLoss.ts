import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { noDerivative } from '../noDerivative.js';
import { op, type Op } from '../op.js';
import { reductionOf, run, type Reduction } from './shared.js';

/** Connectionist temporal classification: the probability of a sequence over all its alignments. */

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
    const { alignments, alphas, betas, ending, logAdd } = lateCode();
    alignments(logProbs, targets, inputLengths, targetLengths, blank).forEach((sample, b) => {
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
    const { alignments, alphas, ending } = lateCode();
    alignments(logProbs, targets, inputLengths, targetLengths, blank).forEach((sample, b) => {
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
