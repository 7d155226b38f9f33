import { backend } from '../backends/current.js';
import type { FoldKernel } from '../backends/kernels.js';
import { bool, float64, getDefaultDType, int64, uint8, type DType } from '../dtype.js';
import { IndexError, RuntimeError } from '../errors.js';
import { numel, reducedSizes, wrapDim, wrapDims } from '../shape.js';
import { Tensor } from '../tensor.js';
import { catOf } from './joining.js';
import { op, type Op } from './op.js';
import { cast, dense, emptyLike } from './pointwise.js';

/** Folds `dims` of `x`; what stays keeps its order. */
export function fold(kernel: FoldKernel, x: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType, aux?: Tensor): Tensor {
  const out = Tensor.empty(reducedSizes(x.sizes, dims, keepdim), dtype);
  backend().fold(kernel, x, dims, out, aux);
  return out;
}

const allDims = (x: Tensor): number[] => [...x.sizes.keys()];

/** Sums of integers are int64. */
const sumType = (x: Tensor, dtype: DType | null): DType => dtype ?? (x.dtype.is_floating_point ? x.dtype : int64);

/** A gradient of what was reduced, stretched over what it was reduced from. */
export function spread(g: Tensor, sizes: readonly number[], dims: readonly number[] | null, keepdim: boolean): Tensor {
  const wrapped = wrapDims(dims, sizes.length);
  const kept = keepdim || sizes.length === 0 ? g : wrapped.reduce((t, d) => t.unsqueeze(d), g);
  return kept.expand(sizes);
}

const sums: Op[] = [
  op({
    signature: 'sum(Tensor input, *, dtype? dtype=None)',
    doc: 'The sum of all elements.',
    formula: 'out = Σ input',
    gradient: 'input: g, for every element',
    forward: (input: Tensor, dtype: DType | null) => fold('sum', input, allDims(input), false, sumType(input, dtype)),
    backward: { input: (g, s) => g.expand(s.sizesOf('input')) },
  }),
  op({
    signature: 'sum.dim(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    doc: 'Sums over dims.',
    formula: 'out = Σ_dim input',
    gradient: 'input: g, stretched over dim',
    gradFn: 'SumBackward1',
    forward: (input: Tensor, dim: number[] | null, keepdim: boolean, dtype: DType | null) =>
      fold('sum', input, wrapDims(dim, input.sizes.length), keepdim, sumType(input, dtype)),
    backward: { input: (g, s) => spread(g, s.sizesOf('input'), s.dim, s.keepdim) },
  }),
  op({
    signature: 'nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)',
    doc: 'Sums, NaN counting as zero.',
    formula: 'out = Σ_dim input, NaN as 0',
    gradient: 'input: g where input is not NaN',
    forward: (input: Tensor, dim: number[] | null, keepdim: boolean, dtype: DType | null) =>
      fold('nansum', input, wrapDims(dim, input.sizes.length), keepdim, sumType(input, dtype)),
    backward: { input: (g, s) => spread(g, s.sizesOf('input'), s.dim, s.keepdim).masked_fill(s.input.isnan(), 0) },
  }),
];

function meanType(x: Tensor, dtype: DType | null): DType {
  const type = dtype ?? x.dtype;
  if (!type.is_floating_point) {
    throw new RuntimeError(
      `mean(): could not infer output dtype. ${dtype ? 'Optional dtype' : 'Input dtype'} must be either a floating point or complex dtype. Got: ${type.scalarName}`,
    );
  }
  return type;
}

const countOf = (sizes: readonly number[], dims: readonly number[] | null): number =>
  numel(wrapDims(dims, sizes.length).map((d) => sizes[d]));

const means: Op[] = [
  op({
    signature: 'mean(Tensor input, *, dtype? dtype=None)',
    doc: 'The mean of all elements.',
    formula: 'out = Σ input / n',
    gradient: 'input: g / n, for every element',
    forward: (input: Tensor, dtype: DType | null) => fold('mean', input, allDims(input), false, meanType(input, dtype)),
    backward: { input: (g, s) => g.div(numel(s.sizesOf('input'))).expand(s.sizesOf('input')) },
  }),
  op({
    signature: 'mean.dim(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    doc: 'Means over dims.',
    formula: 'out = Σ_dim input / n',
    gradient: 'input: g / n, stretched over dim',
    gradFn: 'MeanBackward1',
    forward: (input: Tensor, dim: number[] | null, keepdim: boolean, dtype: DType | null) =>
      fold('mean', input, wrapDims(dim, input.sizes.length), keepdim, meanType(input, dtype)),
    backward: { input: (g, s) => spread(g.div(countOf(s.sizesOf('input'), s.dim)), s.sizesOf('input'), s.dim, s.keepdim) },
  }),
];

/** The product of the others of a dim, without dividing: zeros are no trouble. */
function productOfOthers(x: Tensor, d: number): Tensor {
  const n = x.sizes[d];
  const one = x.new_ones(x.sizes.map((size, i) => (i === d ? 1 : size)));
  if (n <= 1) return n === 0 ? x : one;
  const before = x.narrow(d, 0, n - 1).cumprod(d);
  const after = x
    .narrow(d, 1, n - 1)
    .flip([d])
    .cumprod(d)
    .flip([d]);
  return catOf([one, before], d).mul(catOf([after, one], d));
}

const prods: Op[] = [
  op({
    signature: 'prod(Tensor input, *, dtype? dtype=None)',
    doc: 'The product of all elements.',
    formula: 'out = Π input',
    gradient: 'input: g · the product of the other elements',
    forward: (input: Tensor, dtype: DType | null) => fold('prod', input, allDims(input), false, sumType(input, dtype)),
    backward: { input: (g, s) => g.mul(productOfOthers(s.input.reshape([-1]), 0).reshape(s.sizesOf('input'))) },
  }),
  op({
    signature: 'prod.dim(Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None)',
    doc: 'Products over a dim.',
    formula: 'out = Π_dim input',
    gradient: 'input: g · the product of the others along dim',
    gradFn: 'ProdBackward1',
    forward: (input: Tensor, dim: number, keepdim: boolean, dtype: DType | null) =>
      fold('prod', input, wrapDims([dim], input.sizes.length), keepdim, sumType(input, dtype)),
    backward: {
      input(g, s) {
        const sizes = s.sizesOf('input');
        if (sizes.length === 0) return g;
        return spread(g, sizes, [s.dim], s.keepdim).mul(productOfOthers(s.input, wrapDim(s.dim, sizes.length)));
      },
    },
  }),
];

function checkNotEmpty(name: string, x: Tensor, dims: readonly number[]): void {
  for (const d of dims) {
    if (x.sizes[d] === 0 && !x.sizes.some((n, i) => n === 0 && !dims.includes(i))) {
      throw new IndexError(`${name}(): Expected reduction dim ${d} to have non-zero size.`);
    }
  }
}

function checkAnyElement(name: string, x: Tensor): void {
  if (numel(x.sizes) === 0)
    throw new RuntimeError(
      `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
    );
}

/** The gradient of extremes: shared equally by all that equal them. */
const shared = (g: Tensor, input: Tensor, result: Tensor, dims: readonly number[] | null, keepdim: boolean): Tensor => {
  const mask = input.eq(spread(result, input.sizes, dims, keepdim));
  const count = mask.sum(wrapDims(dims, input.sizes.length), true).to(g.dtype);
  return spread(g, input.sizes, dims, keepdim).div(count).masked_fill(mask.logical_not(), 0);
};

const extremes = (name: 'max' | 'min', word: string): Op[] => [
  op({
    signature: `${name}(Tensor input)`,
    doc: `The ${word} element.`,
    formula: `out = ${name} input`,
    gradient: `input: g at the ${word}; shared by equals`,
    gradFn: name === 'max' ? 'MaxBackward1' : 'MinBackward1',
    forward(input: Tensor) {
      checkAnyElement(name, input);
      return fold(name, input, allDims(input), false, input.dtype);
    },
    backward: { input: (g, s) => shared(g, s.input, s.result, null, false) },
  }),
  op({
    signature: `${name}.dim(Tensor input, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`,
    doc: `The ${word} elements along a dim, and where they are.`,
    formula: `values, indices = ${name}_dim input`,
    gradient: 'input: g at indices',
    forward(input: Tensor, dim: number, keepdim: boolean) {
      const dims = wrapDims([dim], input.sizes.length);
      checkNotEmpty(name, input, dims);
      const indices = Tensor.empty(reducedSizes(input.sizes, dims, keepdim), int64);
      backend().argfold(name, input, dims, indices);
      return [fold(name, input, dims, keepdim, input.dtype), indices];
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.results[1], s.keepdim) },
  }),
  op({
    signature: `${name}.other(Tensor input, Tensor other)`,
    doc: `The ${name === 'max' ? 'greater' : 'lesser'} of two elements.`,
    formula: `out = ${name}(input, other)`,
    compose: (input: Tensor, other: Tensor) => (name === 'max' ? input.maximum(other) : input.minimum(other)),
  }),
  op({
    signature: `a${name}(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`,
    doc: `The ${word} elements over dims.`,
    formula: `out = ${name}_dim input`,
    gradient: `input: g at the ${word}; shared by equals`,
    forward(input: Tensor, dim: number[], keepdim: boolean) {
      const dims = wrapDims(dim, input.sizes.length);
      if (dim.length === 0) checkAnyElement(`a${name}`, input);
      checkNotEmpty(`a${name}`, input, dims);
      return fold(name, input, dims, keepdim, input.dtype);
    },
    backward: { input: (g, s) => shared(g, s.input, s.result, s.dim, s.keepdim) },
  }),
  op({
    signature: `arg${name}(Tensor input, int? dim=None, bool keepdim=False)`,
    doc: `Where the ${word} element is, along a dim or in the flat tensor.`,
    formula: `out = arg${name} input`,
    forward(input: Tensor, dim: number | null, keepdim: boolean) {
      if (dim === null) {
        if (numel(input.sizes) === 0) {
          throw new IndexError(`arg${name}(): Expected reduction dim to be specified for input.numel() == 0.`);
        }
        const out = Tensor.empty(keepdim ? input.sizes.map(() => 1) : [], int64);
        backend().argfold(name, input, allDims(input), out);
        return out;
      }
      const dims = wrapDims([dim], input.sizes.length);
      checkNotEmpty(`arg${name}`, input, dims);
      const out = Tensor.empty(reducedSizes(input.sizes, dims, keepdim), int64);
      backend().argfold(name, input, dims, out);
      return out;
    },
  }),
];

/** Zeros with `g` at `indices` along a dim. */
function placed(g: Tensor, sizes: readonly number[], dim: number, indices: Tensor, keepdim: boolean): Tensor {
  if (sizes.length === 0) return g;
  const d = wrapDim(dim, sizes.length);
  const [where, what] = keepdim ? [indices, g] : [indices.unsqueeze(d), g.unsqueeze(d)];
  return g.new_zeros(sizes).scatter_add(d, where, what);
}

/** Positions by value, sorted: median, mode and k-th values pick from it. */
const picked = (
  name: string,
  signature: string,
  doc: string,
  pick: (sorted: Float64Array, order: Float64Array, rest: readonly unknown[]) => [value: number, index: number],
): Op =>
  op({
    signature,
    doc,
    formula: `values, indices = ${name}_dim input`,
    gradient: 'input: g at indices',
    forward(input: Tensor, ...args: unknown[]) {
      const keepdim = args.at(-1) as boolean;
      const dim = args.at(-2) as number;
      const d = wrapDim(dim, input.sizes.length);
      if (input.sizes.length > 0 && input.sizes[d] === 0)
        throw new IndexError(`${name}(): Expected reduction dim ${d} to have non-zero size.`);
      const rows = input.sizes.length === 0 ? input.reshape([1]) : input.movedim([d], [-1]);
      const n = rows.sizes.at(-1)!;
      const [sorted, order] = sortRows(dense(rows), false);
      const [s, o] = [backend().read(sorted), backend().read(order)];
      const dims = wrapDims([dim], input.sizes.length);
      const sizes = reducedSizes(input.sizes, dims, keepdim);
      const values = Tensor.empty(sizes, input.dtype);
      const indices = Tensor.empty(sizes, int64);
      for (let r = 0; r < numel(sizes); r++) {
        const [v, i] = pick(s.subarray(r * n, (r + 1) * n), o.subarray(r * n, (r + 1) * n), args);
        values.storage.data[r] = v;
        indices.storage.data[r] = i;
      }
      return [values, indices];
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.results[1], s.keepdim) },
  });

/** Sorted along the last dim, with the positions. `x` is dense. */
function sortRows(x: Tensor, descending: boolean): [Tensor, Tensor] {
  const values = emptyLike(x);
  const indices = Tensor.empty(x.sizes, int64);
  backend().sort(x, descending, values, indices);
  return [values, indices];
}

const at = (sorted: Float64Array, order: Float64Array, k: number): [number, number] => [sorted[k], order[k]];

/** NaN, if there is one, is the median. */
function medianOf(sorted: Float64Array, order: Float64Array): [number, number] {
  const n = sorted.length;
  if (Number.isNaN(sorted[n - 1])) return at(sorted, order, sorted.findIndex(Number.isNaN));
  return at(sorted, order, (n - 1) >> 1);
}

function modeOf(sorted: Float64Array, order: Float64Array): [number, number] {
  let best = 0;
  let length = 0;
  for (let i = 0, start = 0; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    if (i - start > length) {
      length = i - start;
      best = i - 1;
    }
    start = i;
  }
  return at(sorted, order, best);
}

const order: Op[] = [
  op({
    signature: 'sort(Tensor input, int dim=-1, bool descending=False, bool stable=False) -> (Tensor values, Tensor indices)',
    doc: 'Sorts along a dim; NaN counts as greatest.',
    formula: 'values, indices = input in order',
    gradient: 'input: g, back at indices',
    forward: (input: Tensor, dim: number, descending: boolean) => sorted(input, dim, descending),
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.results[1], true) },
  }),
  op({
    signature: 'argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)',
    doc: 'The positions that sort a dim.',
    formula: 'out = the indices of sort',
    compose: (input: Tensor, dim: number, descending: boolean, stable: boolean) => input.sort(dim, descending, stable)[1],
  }),
  op({
    signature: 'msort(Tensor input)',
    doc: 'Sorts along the first dim.',
    formula: 'out = input in order',
    compose: (input: Tensor) => input.sort(0)[0],
  }),
  op({
    signature: 'topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)',
    doc: 'The `k` greatest (or least) elements along a dim, and where they are.',
    formula: 'values, indices = the k greatest of input',
    gradient: 'input: g at indices',
    forward(input: Tensor, k: number, dim: number, largest: boolean) {
      const n = input.sizes.length === 0 ? 1 : input.sizes[wrapDim(dim, input.sizes.length)];
      if (k < 0 || k > n) throw new RuntimeError('selected index k out of range');
      const both = sorted(input, dim, largest);
      return input.sizes.length === 0 ? both : both.map((t) => dense(t.narrow(dim, 0, k)));
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.results[1], true) },
  }),
  op({
    signature: 'median(Tensor input)',
    doc: 'The median of all elements: the lower one of two.',
    formula: 'out = median of input',
    gradient: 'input: g at the median',
    forward(input: Tensor) {
      if (numel(input.sizes) === 0) return Tensor.empty([], input.dtype).fill_(NaN);
      const [values, where] = sortRows(dense(input.reshape([-1])), false);
      const out = Tensor.empty([], input.dtype);
      out.storage.data[0] = medianOf(backend().read(values), backend().read(where))[0];
      return out;
    },
    backward: { input: (g, s) => shared(g, s.input, s.result, null, false) },
  }),
  picked(
    'median',
    'median.dim(Tensor input, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)',
    'The medians along a dim: the lower one of two.',
    medianOf,
  ),
  picked(
    'mode',
    'mode(Tensor input, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)',
    'The most frequent values along a dim, the least of equals.',
    modeOf,
  ),
  picked(
    'kthvalue',
    'kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)',
    'The k-th least elements along a dim.',
    (s, o, [k, dim]) => {
      if ((k as number) < 1 || (k as number) > s.length)
        throw new RuntimeError(`kthvalue(): selected number k out of range for dimension ${String(dim)}`);
      return at(s, o, (k as number) - 1);
    },
  ),
];

function sorted(input: Tensor, dim: number, descending: boolean): [Tensor, Tensor] {
  const rank = input.sizes.length;
  const d = wrapDim(dim, rank);
  if (rank === 0) return [dense(input).clone(), Tensor.empty([], int64)];
  const [values, indices] = sortRows(dense(input.movedim([d], [-1])), descending);
  return [dense(values.movedim([-1], [d])), dense(indices.movedim([-1], [d]))];
}

const logic = (name: 'any' | 'all', word: string): Op[] => {
  const type = (x: Tensor) => (x.dtype === uint8 ? uint8 : bool);
  return [
    op({
      signature: `${name}(Tensor input)`,
      doc: `Whether ${word} element is not zero.`,
      formula: `out = ${name} input`,
      forward: (input: Tensor) => fold(name, input, allDims(input), false, type(input)),
    }),
    op({
      signature: `${name}.dim(Tensor input, int dim, bool keepdim=False)`,
      doc: `Whether ${word} element along a dim is not zero.`,
      formula: `out = ${name}_dim input`,
      forward: (input: Tensor, dim: number, keepdim: boolean) =>
        fold(name, input, wrapDims([dim], input.sizes.length), keepdim, type(input)),
    }),
  ];
};

const countNonzero = op({
  signature: 'count_nonzero(Tensor input, int[]? dim=None)',
  doc: 'How many elements are not zero.',
  formula: 'out = Σ_dim (input ≠ 0)',
  forward: (input: Tensor, dim: number[] | null) => fold('count_nonzero', input, wrapDims(dim, input.sizes.length), false, int64),
});

function checkStatistic(x: Tensor): void {
  if (!x.dtype.is_floating_point) throw new RuntimeError('std and var only support floating point and complex dtypes');
}

function varianceOf(x: Tensor, dims: readonly number[], correction: number, keepdim: boolean): Tensor {
  const mean = fold('mean', x, dims, false, float64);
  const out = fold('sum_square_around', x, dims, keepdim, x.dtype, mean);
  return out.div(Math.max(0, numel(dims.map((d) => x.sizes[d])) - correction));
}

const varianceGrad = (g: Tensor, input: Tensor, dim: readonly number[] | null, correction: number, keepdim: boolean): Tensor => {
  const dims = wrapDims(dim, input.sizes.length);
  const n = numel(dims.map((d) => input.sizes[d]));
  const overall = input.sizes.length === 0 || dim === null;
  if (overall && n === correction) return g.mul(Infinity).expand(input.sizes);
  const centred = input.sub(dims.length > 0 ? input.mean(dims, true) : input);
  return spread(g, input.sizes, dim, keepdim).mul(centred.mul(2 / Math.max(0, n - correction)));
};

/** Both at once, with the three ways of saying what to divide by. */
const pair = (name: 'var' | 'std', doc: string, formula: string): Op[] => {
  const about = { doc: `${doc} and the mean.`, formula: `out = [${name} input, mean input], ${formula.slice(6)}` };
  const both = (input: Tensor, dim: number[] | null, correction: number, keepdim: boolean) => [
    input[name]({ dim, correction, keepdim }),
    input.mean(dim ?? allDims(input), keepdim),
  ];
  return [
    op({
      ...about,
      signature: `${name}_mean(Tensor input, bool unbiased=True) -> Tensor[]`,
      compose: (input: Tensor, unbiased: boolean) => both(input, null, Number(unbiased), false),
    }),
    op({
      ...about,
      signature: `${name}_mean.dim(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`,
      compose: (input: Tensor, dim: number[] | null, unbiased: boolean, keepdim: boolean) => both(input, dim, Number(unbiased), keepdim),
    }),
    op({
      ...about,
      signature: `${name}_mean.correction(Tensor input, int[]? dim=None, *, int? correction=1, bool keepdim=False) -> Tensor[]`,
      compose: (input: Tensor, dim: number[] | null, correction: number | null, keepdim: boolean) =>
        both(input, dim, correction ?? 1, keepdim),
    }),
  ];
};

/** var and std have two signatures: `unbiased`, or `correction`. */
const spreads = (name: 'var' | 'std', formula: string): Op[] => {
  const compute = (input: Tensor, dim: number[] | null, correction: number, keepdim: boolean) => {
    checkStatistic(input);
    const variance = varianceOf(input, wrapDims(dim, input.sizes.length), correction, keepdim);
    return name === 'var' ? variance : variance.sqrt();
  };
  const gradient = (g: Tensor, input: Tensor, result: Tensor, dim: number[] | null, correction: number, keepdim: boolean): Tensor => {
    const toVariance = name === 'var' ? g : g.div(result.mul(2)).masked_fill(result.eq(0), 0);
    return varianceGrad(toVariance, input, dim, correction, keepdim);
  };
  const doc = name === 'var' ? 'The variance' : 'The standard deviation';
  const gradFn = name === 'var' ? 'VarBackward0' : 'StdBackward0';
  const shown = {
    formula,
    gradFn,
    gradient: name === 'var' ? 'input: g · 2 · (input − mean) / (n − correction)' : 'input: g · (input − mean) / (out · (n − correction))',
  };
  return [
    op({
      ...shown,
      signature: `${name}(Tensor input, bool unbiased=True)`,
      doc: `${doc} of all elements.`,
      forward: (input: Tensor, unbiased: boolean) => compute(input, null, Number(unbiased), false),
      backward: { input: (g, s) => gradient(g, s.input, s.result, null, Number(s.unbiased), false) },
    }),
    op({
      ...shown,
      signature: `${name}.dim(Tensor input, int[]? dim, bool unbiased=True, bool keepdim=False)`,
      doc: `${doc} over dims.`,
      forward: (input: Tensor, dim: number[] | null, unbiased: boolean, keepdim: boolean) => compute(input, dim, Number(unbiased), keepdim),
      backward: { input: (g, s) => gradient(g, s.input, s.result, s.dim, Number(s.unbiased), s.keepdim) },
    }),
    op({
      ...shown,
      signature: `${name}.correction(Tensor input, int[]? dim=None, *, int? correction=1, bool keepdim=False)`,
      doc: `${doc} over dims, dividing by n − correction.`,
      forward: (input: Tensor, dim: number[] | null, correction: number | null, keepdim: boolean) =>
        compute(input, dim, correction ?? 1, keepdim),
      backward: { input: (g, s) => gradient(g, s.input, s.result, s.dim, s.correction ?? 1, s.keepdim) },
    }),
    ...pair(name, doc, formula),
  ];
};

const logsumexp = op({
  signature: 'logsumexp(Tensor input, int[] dim, bool keepdim=False)',
  doc: 'The logarithm of the sum of exponentials, without overflow.',
  formula: 'out = ln Σ_dim e^input',
  gradient: 'input: g · e^(input − out)',
  forward(input: Tensor, dim: number[], keepdim: boolean) {
    const x = input.dtype.is_floating_point ? input : cast(input, getDefaultDType());
    const dims = wrapDims(dim, x.sizes.length);
    if (numel(x.sizes) === 0) return fold('sum', x, dims, keepdim, x.dtype).log();
    const max = fold('max', x, dims, keepdim, x.dtype);
    const shift = max.masked_fill(max.abs().eq(Infinity), 0);
    return fold('sum_exp_around', x, dims, keepdim, x.dtype, shift).log().add(shift);
  },
  backward: {
    input: (g, s) =>
      spread(g, s.sizesOf('input'), s.dim, s.keepdim).mul(s.input.sub(spread(s.result, s.sizesOf('input'), s.dim, s.keepdim)).exp()),
  },
});

const softmaxes = (name: 'softmax' | 'log_softmax'): Op[] => {
  const log = name === 'log_softmax';
  const forward = (input: Tensor, dim: number, dtype: DType | null) => {
    const x = dtype ? cast(input, dtype) : input;
    if (!x.dtype.is_floating_point)
      throw new RuntimeError(
        `"${log ? 'log_softmax_lastdim_kernel_impl' : 'softmax_lastdim_kernel_impl'}" not implemented for '${x.dtype.scalarName}'`,
      );
    const d = wrapDim(dim, x.sizes.length);
    const out = emptyLike(x);
    if (x.sizes.length === 0) backend().softmax({ ...viewOf(x), sizes: [1], strides: [1] }, 0, log, out);
    else backend().softmax(x, d, log, out);
    return out;
  };
  const inner = op({
    signature: `_${name}(Tensor input, int dim, dtype? dtype=None)`,
    doc: log ? 'The logarithm of softmax.' : 'Exponentials, scaled to a sum of 1 along a dim.',
    formula: log ? 'out = input − ln Σ_dim e^input' : 'out = e^input / Σ_dim e^input',
    gradient: log ? 'input: g − e^out · Σ_dim g' : 'input: out · (g − Σ_dim (g · out))',
    gradFn: log ? 'LogSoftmaxBackward0' : 'SoftmaxBackward0',
    variants: ['method'],
    forward,
    backward: {
      input: (g, s) => (log ? g.sub(s.result.exp().mul(g.sum([s.dim], true))) : s.result.mul(g.sub(g.mul(s.result).sum([s.dim], true)))),
    },
  });
  const outer = (signature: string): Op =>
    op({
      signature,
      doc: inner.doc,
      formula: inner.formula,
      ...(inner.gradient ? { gradient: inner.gradient } : {}),
      compose: (input: Tensor, dim: number, dtype: DType | null) => input[`_${name}`](dim, dtype),
    });
  return [
    inner,
    outer(`${name}(Tensor input, int dim, *, dtype? dtype=None)`),
    outer(`${name}.positional(Tensor input, int dim, dtype? dtype)`),
  ];
};

const viewOf = (x: Tensor) => ({ storage: x.storage, sizes: x.sizes, strides: x.strides, offset: x.offset, dtype: x.dtype });

function scanned(kernel: 'sum' | 'prod' | 'logsumexp', x: Tensor, dim: number, dtype: DType): Tensor {
  const input = cast(x, dtype);
  const d = wrapDim(dim, x.sizes.length);
  if (x.sizes.length === 0) return input === x ? x.clone() : input;
  const out = emptyLike(input);
  backend().scan(kernel, input, d, out);
  return out;
}

/** Sums from each position to the end. */
const cumulativeFromEnd = (g: Tensor, dim: number): Tensor => (g.sizes.length === 0 ? g : g.flip([dim]).cumsum(dim).flip([dim]));

const scans: Op[] = [
  op({
    signature: 'cumsum(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)',
    doc: 'Running sums along a dim.',
    formula: 'out[i] = Σ_{j≤i} input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i]',
    variants: ['function', 'method', 'inplace'],
    forward: (input: Tensor, dim: number, dtype: DType | null) => scanned('sum', input, dim, sumType(input, dtype)),
    backward: { input: (g, s) => cumulativeFromEnd(g, s.dim) },
  }),
  op({
    signature: 'cumprod(Tensor input, int dim, *, dtype? dtype=None, Tensor? out=None)',
    doc: 'Running products along a dim.',
    formula: 'out[i] = Π_{j≤i} input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i] · Π_{k≤i, k≠j} input[k]',
    variants: ['function', 'method', 'inplace'],
    forward: (input: Tensor, dim: number, dtype: DType | null) => scanned('prod', input, dim, sumType(input, dtype)),
    backward: { input: (g, s) => cumprodGrad(g, s.input, s.dim) },
  }),
  op({
    signature: 'logcumsumexp(Tensor input, int dim)',
    doc: 'Running logarithms of sums of exponentials.',
    formula: 'out[i] = ln Σ_{j≤i} e^input[j]',
    gradient: 'input[j]: Σ_{i≥j} g[i] · e^(input[j] − out[i])',
    forward: (input: Tensor, dim: number) => scanned('logsumexp', input, dim, input.dtype),
    backward: { input: (g, s) => logcumsumexpGrad(g, s.input, s.result, s.dim) },
  }),
  ...(['cummax', 'cummin'] as const).map((name) =>
    op({
      signature: `${name}(Tensor input, int dim) -> (Tensor values, Tensor indices)`,
      doc: `The ${name === 'cummax' ? 'greatest' : 'least'} so far along a dim, and where it is.`,
      formula: `values[i] = ${name.slice(3)}_{j≤i} input[j]`,
      gradient: 'input: g at indices',
      forward(input: Tensor, dim: number) {
        const d = wrapDim(dim, input.sizes.length);
        const values = emptyLike(input);
        const indices = Tensor.empty(input.sizes, int64);
        if (input.sizes.length === 0) values.copy_(input);
        else backend().scan(name === 'cummax' ? 'max' : 'min', input, d, values, indices);
        return [values, indices];
      },
      backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.results[1], true) },
    }),
  ),
];

/** In logarithms, positive and negative gradients apart, so that nothing overflows. */
function logcumsumexpGrad(g: Tensor, x: Tensor, result: Tensor, dim: number): Tensor {
  const fromEnd = (t: Tensor): Tensor => (t.sizes.length === 0 ? t : t.flip([dim]).logcumsumexp(dim).flip([dim]));
  const part = (keep: Tensor, sign: number) =>
    fromEnd(g.mul(sign).masked_fill(keep.logical_not(), 1).log().masked_fill(keep.logical_not(), -Infinity).sub(result)).add(x).exp();
  return part(g.gt(0), 1).sub(part(g.lt(0), -1));
}

/** For each input j, the sum over later outputs of the products without it: exact where inputs are zero. */
function cumprodGrad(g: Tensor, x: Tensor, dim: number): Tensor {
  if (x.sizes.length === 0) return g;
  const d = wrapDim(dim, x.sizes.length);
  const n = x.sizes[d];
  const parts: Tensor[] = [];
  for (let j = 0; j < n; j++) {
    const before = x.narrow(d, 0, j).prod(d, true);
    const after = catOf([x.narrow(d, j, 1).detach().mul(0).add(1), x.narrow(d, j + 1, n - j - 1)], d).cumprod(d);
    parts.push(before.mul(after.mul(g.narrow(d, j, n - j)).sum([d], true)));
  }
  return parts.length > 0 ? catOf(parts, d) : g;
}

export const reduction: Op[] = [
  ...sums,
  ...means,
  ...prods,
  ...extremes('max', 'greatest'),
  ...extremes('min', 'least'),
  ...order,
  ...logic('any', 'any'),
  ...logic('all', 'every'),
  countNonzero,
  ...spreads('var', 'out = Σ (input − mean)² / (n − correction)'),
  ...spreads('std', 'out = √var'),
  logsumexp,
  ...softmaxes('softmax'),
  ...softmaxes('log_softmax'),
  ...scans,
];
