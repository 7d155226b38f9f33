import { widest } from '../../backends/registry.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { numel, wrapDims } from '../../shape.js';
import type { Saved } from '../../autograd/saved.js';
import type { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { cast } from '../pointwise.js';
import { allDims, countOf, fold, spread } from './fold.js';

/** Variance and standard deviation. */

function checkStatistic(x: Tensor, name = 'std and var'): void {
  if (!x.dtype.isContinuous) throw wrongDtype('floating', `${name} only support floating point and complex dtypes`);
}

/** In the widest dtype: the result is rounded once. */
function varianceOf(x: Tensor, dims: readonly number[], correction: number, keepdim: boolean): Tensor {
  // The variance of complex numbers is that of both parts together.
  if (x.dtype.is_complex) return varianceOf(x.real, dims, correction, keepdim).add(varianceOf(x.imag, dims, correction, keepdim));
  const mean = fold('mean', x, dims, false, widest(x.device));
  const out = fold('sum_square_around', x, dims, keepdim, widest(x.device), mean);
  return out.div(Math.max(0, numel(dims.map((d) => x.sizes[d])) - correction));
}

const varianceGrad = (g: Tensor, input: Tensor, dim: readonly number[] | null, correction: number, keepdim: boolean): Tensor => {
  const dims = wrapDims(dim, input.sizes.length);
  const n = numel(dims.map((d) => input.sizes[d]));
  const overall = input.sizes.length === 0 || dim === null;
  if (overall && n <= correction) return (n === 1 ? g.mul(NaN) : g.mul(Infinity)).expand(input.sizes);
  const centred = input.sub(dims.length > 0 ? input.mean(dims, true) : input);
  return spread(g, input.sizes, dim, keepdim).mul(centred.mul(2 / Math.max(0, n - correction)));
};

/** The part of the variance that each element adds. */
function squares(picked: Tensor, input: Tensor, dim: readonly number[] | null, correction: number, keepdim: boolean): Tensor {
  const dims = wrapDims(dim, input.sizes.length);
  const centred = input.sub(dims.length > 0 ? input.mean(dims, true) : input);
  return spread(picked, input.sizes, dim, keepdim).mul(centred.square().div(countOf(input.sizes, dim) - correction));
}

/** The kind of these operations: one number has no deviation. */
const deviating = kind.reduction('deviation', { breaks: [{ how: 'deviation', argument: 'input' }] });

/** The shared op of var_mean and std_mean; they state the divisor in different ways. */
const spreadAndMeanOf = (name: 'var' | 'std'): Op =>
  op({
    signature: `_${name}_mean(Tensor input, int[]? dim, Scalar correction, bool keepdim) -> Tensor[]`,
    kind: deviating,
    doc: `${name === 'var' ? 'The variance' : 'The standard deviation'} and the mean, over dims.`,
    formula: `out = [${name} input, mean input]`,
    gradient: 'input: that of the first and that of the mean',
    gradFn: name === 'var' ? 'VarMeanBackward0' : 'StdMeanBackward0',
    shown: `${name}_mean`,
    conjugates: true,
    variants: [],
    forward(input, dim, correction, keepdim) {
      checkStatistic(input, `${name}_mean`);
      return [input[name]({ dim, correction, keepdim }), input.mean(dim ?? allDims(input), keepdim)];
    },
    backward: {
      input(_, s) {
        const [g, ofMean] = s.grads;
        const { input, dim, keepdim } = s;
        const correction = Number(s.correction);
        const throughMean = ofMean && spread(ofMean, input.sizes, dim, keepdim).div(countOf(input.sizes, dim));
        if (!g) return throughMean;
        const toVariance = name === 'var' ? g : throughRoot(g, s.resultAt(0));
        const throughSpread = varianceGrad(toVariance, input, dim, correction, keepdim);
        return throughMean ? throughSpread.add(throughMean) : throughSpread;
      },
    },
  });

const spreadAndMeanOps = { var: spreadAndMeanOf('var'), std: spreadAndMeanOf('std') };

/** The gradient of a deviation passes through the square root of the variance; a deviation of 0 has no gradient. */
const throughRoot = (g: Tensor, deviation: Tensor): Tensor => g.div(deviation.mul(2)).masked_fill(deviation.eq(0), 0);

/** The deviation (or variance) and the mean, with the three ways to state the divisor. */
const pair = (name: 'var' | 'std', doc: string, formula: string): Op[] => {
  const about = { doc: `${doc} and the mean.`, formula: `out = [${name} input, mean input], ${formula.slice(6)}` };
  const both = (...args: unknown[]) => execute(spreadAndMeanOps[name], args);
  return [
    op({
      ...about,
      signature: `${name}_mean(Tensor input, bool unbiased=True) -> Tensor[]`,
      kind: deviating,
      compose: (input, unbiased) => both(input, null, Number(unbiased), false),
    }),
    op({
      ...about,
      signature: `${name}_mean.dim(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`,
      kind: deviating,
      compose: (input, dim, unbiased, keepdim) => both(input, dim, Number(unbiased), keepdim),
    }),
    op({
      ...about,
      signature: `${name}_mean.correction(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False) -> Tensor[]`,
      kind: deviating,
      compose: (input, dim, correction, keepdim) => both(input, dim, Number(correction ?? 1), keepdim),
    }),
  ];
};

/** The formula with `unbiased`, the older name of what is subtracted from n. */
const said = (formula: string): string => formula.replace('n − correction', 'n − unbiased');

/** var and std have two signatures: `unbiased`, or `correction`. */
export const spreads = (name: 'var' | 'std', formula: string): Op[] => {
  const compute = (input: Tensor, dim: number[] | null, correction: number, keepdim: boolean) => {
    checkStatistic(input);
    const variance = varianceOf(input, wrapDims(dim, input.sizes.length), correction, keepdim);
    return cast(name === 'var' ? variance : variance.sqrt(), input.dtype.is_complex ? input.real.dtype : input.dtype);
  };
  const gradient = (g: Tensor, input: Tensor, result: () => Tensor, dim: number[] | null, correction: number, keepdim: boolean): Tensor => {
    const toVariance = name === 'var' ? g : throughRoot(g, result());
    return varianceGrad(toVariance, input, dim, correction, keepdim);
  };
  /** The terms: a variance is a sum of squares; a deviation is the sum of the elements times their slopes. */
  const terms = <Args extends string>(parts: (g: Tensor, s: Saved<`(Tensor input, ${Args})`>) => Tensor) =>
    name === 'var' ? { parts: { input: parts } } : { sum: ['input'] as const };
  const doc = name === 'var' ? 'The variance' : 'The standard deviation';
  const gradFn = name === 'var' ? 'VarBackward0' : 'StdBackward0';
  const shown = {
    formula,
    gradFn,
    gradient: name === 'var' ? 'input: g · 2 · (input − mean) / (n − correction)' : 'input: g · (input − mean) / (out · (n − correction))',
  };
  const withUnbiased = { ...shown, formula: said(formula), gradient: said(shown.gradient) };
  return [
    op({
      ...withUnbiased,
      formula: said(formula).replace('_dim', ''),
      signature: `${name}(Tensor input, bool unbiased=True)`,
      kind: deviating,
      doc: `${doc} of all elements.`,
      forward: (input, unbiased) => compute(input, null, Number(unbiased), false),
      backward: { input: (g, s) => gradient(g, s.input, () => s.result, null, Number(s.unbiased), false) },
      terms: terms<'bool unbiased=True'>((g, s) => squares(g, s.input, null, Number(s.unbiased), false)),
    }),
    op({
      ...withUnbiased,
      signature: `${name}.dim(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False, *, Tensor? out=None)`,
      kind: deviating,
      doc: `${doc} over dims.`,
      forward: (input, dim, unbiased, keepdim) => compute(input, dim, Number(unbiased), keepdim),
      backward: { input: (g, s) => gradient(g, s.input, () => s.result, s.dim, Number(s.unbiased), s.keepdim) },
      terms: terms<'int[]? dim, bool unbiased=True, bool keepdim=False'>((g, s) =>
        squares(g, s.input, s.dim, Number(s.unbiased), s.keepdim),
      ),
    }),
    op({
      ...shown,
      signature: `${name}.correction(Tensor input, int[]? dim=None, *, Scalar? correction=1, bool keepdim=False, Tensor? out=None)`,
      kind: deviating,
      doc: `${doc} over dims, dividing by n − correction.`,
      forward: (input, dim, correction, keepdim) => compute(input, dim, Number(correction ?? 1), keepdim),
      backward: { input: (g, s) => gradient(g, s.input, () => s.result, s.dim, Number(s.correction ?? 1), s.keepdim) },
      terms: terms<'int[]? dim=None, *, Scalar? correction=1, bool keepdim=False'>((g, s) =>
        squares(g, s.input, s.dim, Number(s.correction ?? 1), s.keepdim),
      ),
    }),
    spreadAndMeanOps[name],
    ...pair(name, doc, formula),
  ];
};
