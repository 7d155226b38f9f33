import { requiresGrad } from '../tensor/state.js';
import { read } from '../backends/allocation.js';
import { widest } from '../backends/registry.js';
import { bool, float32, float64, getDefaultDType, int32, int64, type DType } from '../dtype.js';
import { IndexError, RuntimeError } from '../errors.js';
import { complex } from '../generated/torch.js';
import { wrongDtype } from '../errors/dtypes.js';
import { wrongShape } from '../errors/shapes.js';
import { ensureRoom } from '../memory.js';
import { numel, showSizes, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { catOf } from './joining.js';
import { shared } from './reduction/extreme.js';
import * as kind from './kind.js';
import { refuseUnsigned } from './unsigned.js';
import { op, type Op } from './op.js';
import { scalarTensor, type Scalar } from './pointwise.js';
import { lacking } from './lacks.js';
import { uniques } from './uniques.js';

/** Operations that count values, put them into bins, or look them up. */

const bincount = op({
  signature: 'bincount(Tensor input, Tensor? weights=None, int minlength=0)',
  kind: kind.counting(),
  doc: 'How often each of 0, 1, 2, … occurs (or the sum of their weights).',
  formula: 'out[v] = Σ_{input = v} weights',
  forward(input, weights, minlength) {
    refuseUnsigned('bincount_cpu', input.dtype);
    const values = read(input);
    if (input.sizes.length !== 1 || input.dtype.category !== 1 || values.some((v) => v < 0)) {
      throw wrongShape('bincount only supports 1-d non-negative integral inputs.');
    }
    if (weights && weights.sizes[0] !== input.sizes[0]) throw wrongShape('weights should be 1-d and have the same length as input');
    const w = weights && read(weights);
    const dtype = !weights ? int64 : weights.dtype === float32 ? float32 : widest(input.device);
    const length = values.reduce((a, v) => Math.max(a, v + 1), 0);
    const sums = new dtype.array(Math.max(minlength, length));
    values.forEach((v, i) => (sums[v] += w ? w[i] : 1));
    return Tensor.of(sums, [sums.length], dtype, input.device);
  },
});

const histc = op({
  signature: 'histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0)',
  kind: kind.counting(),
  doc: 'How many elements lie in each of equal bins between `min` and `max` (of the data, when both are 0).',
  formula: 'out[k] = number of elements in bin k',
  forward(input, bins, min, max) {
    if (!input.dtype.is_floating_point) throw new RuntimeError(`"histogram_cpu" not implemented for '${input.dtype.scalarName}'`);
    if (bins <= 0) throw new RuntimeError('torch.histc(): bins must be > 0');
    const values = read(input);
    let [low, high] = [Number(min), Number(max)];
    if (low === high && values.length > 0) [low, high] = [values.reduce((a, v) => Math.min(a, v)), values.reduce((a, v) => Math.max(a, v))];
    if (low === high) [low, high] = [low - 1, high + 1];
    if (low > high) throw new RuntimeError('torch.histc(): max must be larger than min');
    ensureRoom(bins * 8);
    const counts = new Float64Array(bins);
    const f = input.dtype === float32 ? Math.fround : (v: number) => v;
    for (const v of values) {
      if (v >= low && v <= high) counts[Math.min(Math.floor(f(f(f(v - low) * bins) / f(high - low))), bins - 1)]++;
    }
    return Tensor.of(counts, [bins], input.dtype, input.device);
  },
});

/** The first place where `v` can be inserted into the sorted `row` (with `right`, behind equal elements). */
function insertion(row: ArrayLike<number>, start: number, n: number, v: number, right: boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    const m = row[start + middle];
    if (right ? m <= v : m < v) low = middle + 1;
    else high = middle;
  }
  return low;
}

function search(sorted: Tensor, values: Tensor, right: boolean, asInt32: boolean): Tensor {
  const n = sorted.sizes.at(-1) ?? 0;
  const row = read(sorted);
  const wanted = read(values);
  const perRow = sorted.sizes.length > 1 ? values.sizes.at(-1)! : wanted.length;
  const places = wanted.map((v, i) => insertion(row, sorted.sizes.length > 1 ? Math.floor(i / perRow) * n : 0, n, v, right));
  return Tensor.of(places, values.sizes, asInt32 ? int32 : int64, values.device);
}

const scalarOf = (v: Tensor | Scalar, { device }: Tensor): Tensor =>
  v instanceof Tensor ? v : scalarTensor(v, Number.isInteger(v) ? int64 : getDefaultDType(), device);

const lookups: Op[] = [
  op({
    lacks: lacking('searchsorted_out_cpu', 'Bool', 'UInt16'),
    signature:
      'searchsorted(Tensor sorted_sequence, Tensor|Scalar input, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None)',
    kind: kind.counting(),
    terms: { place: 'input' },
    doc: 'Where values would have to be inserted into a sorted sequence.',
    formula: 'out = i with sorted[i−1] < input ≤ sorted[i]',
    forward(sorted, input, asInt32, right, side, sorter) {
      if (side !== null && side !== 'left' && side !== 'right') {
        throw new RuntimeError(`torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`);
      }
      const values = scalarOf(input, sorted);
      if (
        sorted.sizes.length > 1 &&
        (values.sizes.length !== sorted.sizes.length || values.sizes.slice(0, -1).some((n, d) => n !== sorted.sizes[d]))
      ) {
        throw wrongShape(
          `torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor ${showSizes(sorted.sizes)} and input value tensor ${showSizes(values.sizes)}`,
        );
      }
      return search(sorter ? sorted.gather(-1, sorter) : sorted, values, right || side === 'right', asInt32);
    },
  }),
  op({
    lacks: lacking('searchsorted_out_cpu', 'Bool', 'UInt16'),
    signature: 'bucketize(Tensor|Scalar input, Tensor boundaries, *, bool out_int32=False, bool right=False)',
    kind: kind.counting(),
    terms: { place: 'input' },
    doc: 'The bucket between sorted boundaries that each value lies in.',
    formula: 'out = i with boundaries[i−1] < input ≤ boundaries[i]',
    forward(input, boundaries, asInt32, right) {
      if (boundaries.sizes.length !== 1) throw wrongShape(`boundaries tensor must be 1 dimension, but got dim(${boundaries.sizes.length})`);
      return search(boundaries, scalarOf(input, boundaries), right, asInt32);
    },
  }),
  op({
    signature: 'isin(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False)',
    kind: kind.counting(),
    terms: { place: 'elements' },
    doc: 'Whether each element is among the test elements.',
    formula: 'out = elements ∈ test_elements',
    lacks: lacking('isin_default_cpu', 'UInt16'),
    forward(elements, test, _unique, invert) {
      const odd = [elements, test].find(({ dtype }) => dtype === bool || dtype.is_complex);
      if (odd) throw new RuntimeError(`Unsupported input type encountered for isin(): ${odd.dtype.scalarName}`);
      const known = new Set(read(test));
      const found = read(elements).map((v) => Number(known.has(v) !== invert));
      return Tensor.of(found, elements.sizes, bool, elements.device);
    },
  }),
];

/** How a fractional position is rounded when its two neighbours are not mixed. */
const roundings: Record<string, (place: number) => number> = {
  lower: Math.floor,
  higher: Math.ceil,
  nearest: (place) => {
    const low = Math.floor(place);
    return place - low < 0.5 || (place - low === 0.5 && low % 2 === 0) ? low : low + 1;
  },
};

/**
 * The quantile from the two sorted neighbours of a fractional position, among all elements or only among those that are
 * not NaN.
 */
function quantileOf(input: Tensor, q: Tensor, dim: number | null, keepdim: boolean, interpolation: string, ignoresNaN: boolean): Tensor {
  if (input.dtype !== float32 && input.dtype !== float64)
    throw wrongDtype('floating', 'quantile() input tensor must be either float or double dtype');
  const rank = input.sizes.length;
  const x = dim === null ? input.reshape([-1]) : input;
  const d = wrapDim(dim ?? 0, x.sizes.length);
  const n = x.sizes.length === 0 ? 1 : x.sizes[d];
  if (n === 0) throw new RuntimeError('quantile() input tensor must be non-empty');
  const [sorted] = (x.sizes.length === 0 ? x.reshape([1]) : x).sort(d);
  const round = input.dtype === float32 ? Math.fround : (v: number) => v;
  const sizes = sorted.sizes.map((size, i) => (i === d ? 1 : size));
  const counts = ignoresNaN ? read(sorted.isnan().logical_not().sum(d, true)) : new Float64Array(numel(sizes)).fill(n);
  const numbers = (values: Float64Array, dtype: DType) => Tensor.of(values, sizes, dtype, input.device);
  const parts = [...read(q)].map((p, k) => {
    if (!(p >= 0 && p <= 1)) throw new RuntimeError('quantile() q values must be in the range [0, 1]');
    const places = counts.map((count) => Math.max(0, round(p * (count - 1))));
    const rounded = Object.hasOwn(roundings, interpolation) ? roundings[interpolation] : null;
    if (rounded) return sorted.gather(d, numbers(places.map(rounded), int64));
    const low = places.map(Math.floor);
    const [lower, upper] = [low, places.map(Math.ceil)].map((at) => sorted.gather(d, numbers(at, int64)));
    if (interpolation === 'midpoint') return lower.lerp(upper, 0.5);
    const between = requiresGrad(q)
      ? q.reshape([-1]).select(0, k).mul(numbers(counts, input.dtype).sub(1)).sub(numbers(low, input.dtype))
      : numbers(
          places.map((place, i) => place - low[i]),
          input.dtype,
        );
    return lower.lerp(upper, between);
  });
  const hasNaN = x.sizes.length === 0 ? x.isnan().reshape([1]) : x.isnan().any(d, true);
  const spoils = !ignoresNaN && read(hasNaN).includes(1);
  const marked = spoils ? parts.map((t) => t.masked_fill(hasNaN, NaN)) : parts;
  const isOne = q.sizes.length === 0;
  const all = isOne
    ? marked[0]
    : catOf(
        marked.map((t) => t.unsqueeze(0)),
        0,
      );
  if (!keepdim) return all.squeeze_(isOne ? d : d + 1);
  const whole = new Array<number>(rank).fill(1);
  return dim === null || rank === 0 ? all.reshape(isOne ? whole : [marked.length, ...whole]) : all;
}

function quantileFor(
  input: Tensor,
  q: Tensor | number,
  dim: number | null,
  keepdim: boolean,
  interpolation: string,
  ignoresNaN: boolean,
): Tensor {
  if (q instanceof Tensor) return quantileOf(input, q, dim, keepdim, interpolation, ignoresNaN);
  if (!(q >= 0 && q <= 1)) throw new RuntimeError(`quantile() q must be in the range [0, 1] but got ${q}`);
  return quantileOf(input, scalarTensor(q, input.dtype, input.device), dim, keepdim, interpolation, ignoresNaN);
}

const quantiles: Op[] = [
  op({
    signature: "quantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')",
    autocast: 'float32',
    kind: kind.order(),
    doc: 'The value below which a part `q` of the elements lies.',
    formula: 'out = the q-quantile of input',
    compose: (input, q, dim, keepdim, interpolation) => quantileFor(input, q, dim, keepdim, interpolation, false),
  }),
  op({
    signature: "nanquantile(Tensor input, Tensor|float q, int? dim=None, bool keepdim=False, *, str interpolation='linear')",
    autocast: 'float32',
    kind: kind.order(),
    doc: 'The value below which a part `q` of the elements lies that are not NaN.',
    formula: 'out = the q-quantile of input, NaN left out',
    compose: (input, q, dim, keepdim, interpolation) => quantileFor(input, q, dim, keepdim, interpolation, true),
  }),
  op({
    signature: 'nanmean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)',
    kind: kind.reduction('mean'),
    doc: 'The mean of the elements that are not NaN.',
    formula: 'out = Σ_dim input / n, NaN left out',
    compose(input, dim, keepdim, dtype) {
      if (!input.dtype.isContinuous) {
        throw wrongDtype('floating', `nanmean(): expected input to have floating point or complex dtype but got ${input.dtype.scalarName}`);
      }
      const count = input.isnan().logical_not();
      return input.nansum(dim, keepdim, { dtype }).div(count.sum(dim, keepdim));
    },
  }),
  op({
    signature: 'aminmax(Tensor input, *, int? dim=None, bool keepdim=False, Tensor[]? out=None) -> (Tensor min, Tensor max)',
    kind: kind.reduction('extreme'),
    doc: 'The least and the greatest elements.',
    formula: 'min, max = extremes of input',
    gradient: 'input: g at the extremes, shared by equals',
    forward(input, dim, keepdim) {
      if (dim === null && numel(input.sizes) === 0) {
        throw wrongShape('aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.');
      }
      const d = dim === null ? 0 : wrapDim(dim, input.sizes.length);
      if (input.sizes[d] === 0) throw wrongShape(`aminmax: Expected reduction dim ${d} to have non-zero size.`, IndexError);
      const dims = dim === null ? [] : [dim];
      return [input.amin(dims, keepdim), input.amax(dims, keepdim)];
    },
    backward: {
      input(_, s) {
        const dims = s.dim === null ? null : [s.dim];
        const [toMin, toMax] = s.grads.map((g, i) => g && shared(g, s.input, s.resultAt(i), dims, s.keepdim));
        return toMin && toMax ? toMin.add(toMax) : (toMin ?? toMax);
      },
    },
  }),
];

const statistics: Op[] = [
  op({
    signature: 'cov(Tensor input, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)',
    kind: kind.product(),
    doc: 'The covariance matrix of rows.',
    formula: 'out = (input − mean) · (input − mean)ᵀ / (n − correction)',
    compose: covariance,
  }),
  op({
    signature: 'corrcoef(Tensor input)',
    kind: kind.normalization(),
    doc: 'The correlation matrix of rows.',
    formula: 'out[i, j] = cov[i, j] / √(cov[i, i] · cov[j, j])',
    compose(input) {
      const c = covariance(input, 1, null, null, 'corrcoef');
      if (c.sizes.length === 0) return c.div(c);
      const deviation = c.diagonal().sqrt();
      const scaled = c.div(deviation.unsqueeze(-1)).div(deviation.unsqueeze(0));
      return scaled.dtype.is_complex ? complex(scaled.real.clamp(-1, 1), scaled.imag.clamp(-1, 1)) : scaled.clamp(-1, 1);
    },
  }),
];

/** @throws RuntimeError unless there is one weight for each observation, of the right dtype and not negative */
function checkWeights(name: 'fweights' | 'aweights', weights: Tensor | null, observations: number): void {
  if (!weights) return;
  const fail = (text: string) => wrongShape(`cov(): ${text}`);
  const { sizes, dtype } = weights;
  if (sizes.length > 1) throw fail(`expected ${name} to have one or fewer dimensions but got ${name} with ${sizes.length} dimensions`);
  const wanted = name === 'fweights' ? 'integral' : 'floating point';
  if (dtype.is_floating_point !== (name === 'aweights') || dtype === bool) {
    throw wrongDtype(
      name === 'aweights' ? 'floating' : 'positions',
      `cov(): expected ${name} to have ${wanted} dtype but got ${name} with ${dtype.scalarName} dtype`,
    );
  }
  if (numel(sizes) !== observations) {
    throw fail(`expected ${name} to have the same numel as there are observations in the input but got ${numel(sizes)} != ${observations}`);
  }
  if (read(weights).some((w) => w < 0)) throw fail(`${name} cannot be negative`);
}

/** The covariance. `fweights` count how often each observation occurred, `aweights` say how important it is. */
function covariance(input: Tensor, correction: number, fweights: Tensor | null, aweights: Tensor | null, name = 'cov'): Tensor {
  if (input.dtype === bool) throw new RuntimeError('cov(): bool dtype is not supported for input');
  if (input.sizes.length > 2) {
    throw wrongShape(`${name}(): expected input to have two or fewer dimensions but got an input with ${input.sizes.length} dimensions`);
  }
  const rows = input.sizes.length < 2 ? input.reshape([1, numel(input.sizes)]) : input;
  const x = rows.dtype.isContinuous ? rows : rows.to(getDefaultDType());
  checkWeights('fweights', fweights, x.sizes[1]);
  checkWeights('aweights', aweights, x.sizes[1]);
  const weights = fweights && aweights ? aweights.mul(fweights) : (fweights ?? aweights);
  const sum = weights ? weights.sum() : null;
  const mean = weights && sum ? x.mul(weights).sum(1, true).div(sum) : x.mean(1, true);
  const centred = x.sub(mean);
  const scaled = weights ? centred.mul(weights) : centred;
  let divisor: Tensor | number = x.sizes[1] - correction;
  if (weights && sum) {
    divisor = aweights && correction !== 0 ? sum.sub(aweights.mul(weights).sum().mul(correction).div(sum)) : sum.sub(correction);
    divisor = divisor.clamp(0);
  } else divisor = Math.max(0, divisor);
  return scaled.mm(centred.t().conj()).div(divisor).squeeze();
}

export const counting: Op[] = [...uniques, bincount, histc, ...lookups, ...quantiles, ...statistics];
