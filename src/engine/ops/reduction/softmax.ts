import { formulasAreRecorded } from '../../tensor/observe.js';
import { fused, kernels } from '../../backends/dispatch.js';
import { type DType, getDefaultDType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { numel, wrapDim, wrapDims } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { named } from '../refusing.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { cast, dense } from '../pointwise.js';
import { fold, spread } from './fold.js';
import { isHalf } from '../halves.js';

/** Sums of exponentials, without overflow. */

export const logsumexp = op({
  signature: 'logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)',
  kind: kind.reduction('logarithm'),
  doc: 'The logarithm of the sum of exponentials, without overflow.',
  formula: 'out = ln Σ_dim e^input',
  gradient: 'input: g · e^(input − out)',
  forward(input, dim, keepdim) {
    const x = input.dtype.isContinuous ? input : cast(input, getDefaultDType());
    const dims = wrapDims(dim, x.sizes.length);
    if (numel(x.sizes) === 0) return fold('sum', x, dims, keepdim, x.dtype).log();
    if (x.dtype.is_complex) return complexLogSumExp(x, dims, keepdim);
    const max = fold('max', x, dims, keepdim, x.dtype);
    const shift = max.masked_fill(max.abs().eq(Infinity), 0);
    return fold('sum_exp_around', x, dims, keepdim, x.dtype, shift).log().add(shift);
  },
  backward: {
    input: (g, s) =>
      spread(g, s.sizesOf('input'), s.dim, s.keepdim).mul(s.input.sub(spread(s.result, s.sizesOf('input'), s.dim, s.keepdim)).exp()),
  },
});

/** The gradient by one kernel; null when the backend has none for it, or when the gradient is recorded. */
function atOnce(g: Tensor, y: Tensor, dim: number, log: boolean): Tensor | null {
  const last = y.sizes.length - 1;
  if (formulasAreRecorded() || last < 0 || wrapDim(dim, y.sizes.length) !== last) return null;
  const dx = Tensor.empty(y.sizes, y.dtype, y.device);
  return fused('softmaxBack', dense(g), dense(y), log, dx) ? dx : null;
}

/** Subtracts the greatest real part first, so that nothing overflows. */
function complexLogSumExp(x: Tensor, dims: number[], keepdim: boolean): Tensor {
  const max = x.real.amax(dims, true);
  const shift = max.masked_fill(max.abs().eq(Infinity), 0);
  const sums = x.sub(shift).exp().sum(dims, keepdim).log();
  return sums.add(shift.reshape(sums.sizes));
}

/** As PyTorch computes it: sums of exponentials and their logarithms are rounded to 16 bits, differences are not. */
function logSoftmaxOfHalves(x: Tensor, dim: number): Tensor {
  const max = x.amax([dim], true);
  const wide = x.float().sub(max.float());
  const sums = wide.exp().sum([dim], true).to(x.dtype).log();
  return wide.sub(sums.float()).to(x.dtype);
}

export const softmaxes = (name: 'softmax' | 'log_softmax'): Op[] => {
  const log = name === 'log_softmax';
  const forward = (input: Tensor, dim: number, dtype: DType | null) => {
    const x = dtype ? cast(input, dtype) : input;
    if (!x.dtype.is_floating_point)
      throw new RuntimeError(
        `"${log ? 'log_softmax_lastdim_kernel_impl' : 'softmax_lastdim_kernel_impl'}" not implemented for '${x.dtype.scalarName}'`,
      );
    const d = wrapDim(dim, x.sizes.length);
    if (log && isHalf(x.dtype) && x.sizes.length > 0) return logSoftmaxOfHalves(x, d);
    const out = Tensor.empty(x.sizes, x.dtype, x.device);
    if (x.sizes.length === 0) kernels.softmax({ ...viewOf(x), sizes: [1], strides: [1] }, 0, log, out);
    else kernels.softmax(x, d, log, out);
    return out;
  };
  const inner = op({
    signature: `_${name}(Tensor input, int dim, dtype? dtype=None)`,
    kind: kind.activation({
      each: false,
      takes: log ? 'scores' : undefined,
      gives: log ? 'log-probabilities' : 'probabilities',
      breaks: [{ how: 'masked', argument: 'input' }],
      ...(log && { computes: 'logarithm', applies: 'log_softmax' }),
    }),
    doc: log ? 'The logarithm of softmax.' : 'Exponentials, scaled to a sum of 1 along a dim.',
    formula: log ? 'out = input − ln Σ_dim e^input' : 'out = e^input / Σ_dim e^input',
    gradient: log ? 'input: g − e^out · Σ_dim g' : 'input: out · (g − Σ_dim (g · out))',
    gradFn: log ? 'LogSoftmaxBackward0' : 'SoftmaxBackward0',
    variants: ['method'],
    roundsOnce: 'gradient',
    forward,
    backward: {
      input: (g, s) =>
        atOnce(g, s.result, s.dim, log) ??
        named(
          log ? g.sub(s.result.exp().mul(g.sum([s.dim], true))) : s.result.mul(g.sub(g.mul(s.result).sum([s.dim], true))),
          `${log ? 'Log' : ''}SoftmaxBackwardDataBackward0`,
        ),
    },
  });
  const outer = (signature: `${string}(Tensor input, int dim, ${'' | '*, '}dtype? dtype${string})`): Op =>
    op({
      signature,
      kind: kind.inherited(inner),
      doc: inner.doc,
      formula: inner.formula,
      ...(inner.gradient ? { gradient: inner.gradient } : {}),
      compose: (input, dim, dtype) => input[`_${name}`](dim, dtype),
    });
  return [
    inner,
    outer(`${name}(Tensor input, int dim, *, dtype? dtype=None)`),
    outer(`${name}.positional(Tensor input, int dim, dtype? dtype)`),
  ];
};

const viewOf = (x: Tensor) => ({ storage: x.storage, sizes: x.sizes, strides: x.strides, offset: x.offset, dtype: x.dtype });
