import { goesForward } from '../autograd/dualLevels.js';
import { read } from '../backends/allocation.js';
import { bool, complex128, float64, getDefaultDType, int64, promoteTypes } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { changedInPlace } from '../errors/autograd.js';
import { wrongShape } from '../errors/shapes.js';
import { ensureRoom, listOf } from '../memory.js';
import { numel, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { powScalar } from './arithmetic/pow.js';
import { execute } from './execute.js';
import { catOf, stackOf, needTensors } from './joining.js';
import { composedProducts } from './composedProducts.js';
import * as kind from './kind.js';
import { everywhere, op, type Op, type Variant } from './op.js';
import { pointwise, resultType } from './pointwise.js';
import { lacking } from './lacks.js';
import { named, refusing } from './refusing.js';

/** Operations that are short compositions of others. */

const unary = (
  name: string,
  is: kind.Kind<'input'>,
  doc: string,
  formula: string,
  compose: (x: Tensor) => Tensor,
  variants?: readonly Variant[],
): Op => op({ signature: `${name}(Tensor input)`, kind: is, doc, formula, compose, ...(variants && { variants }) });

const listSplit = (name: string, least: number, dimOf: (rank: number) => number): Op =>
  op({
    signature: `${name}(Tensor input, int|int[] sections) -> Tensor[]`,
    kind: kind.view(),
    doc: 'Pieces of a dim: so many, or cut at the positions given.',
    formula: 'out[k] = the k-th piece of input',
    compose(input, sections) {
      const rank = input.sizes.length;
      if (rank < least) {
        throw wrongShape(`torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ${rank} dimensions!`);
      }
      const dim = dimOf(rank);
      const n = input.sizes[dim];
      if (typeof sections === 'number' && (sections === 0 || n % sections !== 0)) {
        throw wrongShape(
          `torch.${name} attempted to split along dimension ${dim}, but the size of the dimension ${n} is not divisible by the split_size ${sections}!`,
        );
      }
      return cutUp(input, sections, dim);
    },
  });

/** Splits into `sections` pieces of nearly equal size, or before each position in a list. */
function cutUp(input: Tensor, sections: number | readonly number[], dim: number): Tensor[] {
  if (input.sizes.length === 0) throw wrongShape('tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims');
  const d = wrapDim(dim, input.sizes.length);
  const n = input.sizes[d];
  let cuts: number[];
  if (typeof sections === 'number') {
    if (sections <= 0) throw new RuntimeError(`number of sections must be larger than 0, got ${sections}`);
    const [size, extra] = [Math.floor(n / sections), n % sections];
    cuts = listOf(sections - 1, (k) => (k + 1) * size + Math.min(k + 1, extra));
  } else cuts = [...sections];
  const clip = (c: number) => Math.min(Math.max(c < 0 ? c + n : c, 0), n);
  const bounds = [0, ...cuts.map(clip), n];
  return bounds.slice(1).map((end, k) => input.slice(d, bounds[k], Math.max(end, bounds[k]), 1));
}

const unfoldMethod = op({
  signature: 'unfold(Tensor input, int dimension, int size, int step)',
  kind: kind.view(),
  doc: 'All windows of `size` along a dim, as a last dim.',
  formula: 'out[…, k, …, i] = input[…, k · step + i, …]',
  gradient: 'input: g, added where it came from',
  variants: ['method'],
  forward(input, dimension, size, step) {
    const d = wrapDim(dimension, input.sizes.length);
    const n = input.sizes.length === 0 ? 1 : input.sizes[d];
    if (size < 0) throw new RuntimeError(`size is ${size} but must be >= 0`);
    if (size > n) throw wrongShape(`maximum size for tensor at dimension ${d} is ${n} but size is ${size}`);
    if (step <= 0) throw new RuntimeError(`step is ${step} but must be > 0`);
    const stride = input.sizes.length === 0 ? 1 : input.strides[d];
    const sizes = input.sizes.map((m, i) => (i === d ? Math.floor((n - size) / step) + 1 : m));
    return input.alias([...sizes, size], [...input.strides.map((s, i) => (i === d ? s * step : s)), stride]);
  },
  backward: {
    input(g, s) {
      const sizes = s.sizesOf('input');
      if (sizes.length === 0) return g.sum();
      const d = wrapDim(s.dimension, sizes.length);
      const windows = g.movedim([d, -1], [0, 1]).reshape([-1, ...sizes.filter((_, i) => i !== d)]);
      const count = g.sizes[d];
      const places = new Float64Array(count * s.size);
      for (let k = 0; k < count; k++) for (let i = 0; i < s.size; i++) places[k * s.size + i] = k * s.step + i;
      const rest = sizes.filter((_, i) => i !== d);
      return g
        .new_zeros([sizes[d], ...rest])
        .index_add(0, Tensor.of(places, [places.length], int64, g.device), windows)
        .movedim(0, d);
    },
  },
});

const shaping: Op[] = [
  unary('atleast_1d', kind.view(), 'With at least one dim.', 'out = input, of rank ≥ 1', (x) =>
    x.sizes.length === 0 ? x.reshape([1]) : x,
  ),
  unary('atleast_2d', kind.view(), 'With at least two dims.', 'out = input, of rank ≥ 2', (x) =>
    x.sizes.length === 0 ? x.reshape([1, 1]) : x.sizes.length === 1 ? x.unsqueeze(0) : x,
  ),
  unary('atleast_3d', kind.view(), 'With at least three dims.', 'out = input, of rank ≥ 3', (x) =>
    x.sizes.length === 0
      ? x.reshape([1, 1, 1])
      : x.sizes.length === 1
        ? x.unsqueeze(0).unsqueeze(-1)
        : x.sizes.length === 2
          ? x.unsqueeze(-1)
          : x,
  ),
  op({
    signature: 'tensor_split(Tensor input, int|int[]|Tensor indices_or_sections, int dim=0) -> Tensor[]',
    kind: kind.view(),
    doc: 'Pieces of a dim: so many, or cut at the positions given.',
    formula: 'out[k] = the k-th piece of input',
    compose(input, sections, dim) {
      if (!(sections instanceof Tensor)) return cutUp(input, sections, dim);
      if (sections.dtype !== int64)
        throw new RuntimeError(
          `tensor_split expected tensor_indices_or_sections to have dtype of long, but got ${sections.dtype.scalarName}`,
        );
      if (sections.sizes.length > 1)
        throw wrongShape(
          `tensor_split expected tensor_indices_or_sections to be a zero-dimensional or one-dimensional tensor, but got a tensor with ${sections.sizes.length} dims`,
        );
      return cutUp(input, sections.sizes.length === 0 ? sections.item() : [...read(sections)], dim);
    },
  }),
  listSplit('hsplit', 1, (rank) => (rank === 1 ? 0 : 1)),
  listSplit('vsplit', 2, () => 0),
  listSplit('dsplit', 3, () => 2),
  op({
    signature: 'column_stack(Tensor[] tensors)',
    kind: kind.joining(),
    doc: 'Joins side by side; vectors are columns.',
    formula: 'out = tensors, side by side',
    compose: (tensors) =>
      catOf(
        needTensors('column_stack', tensors).map((t) => (t.sizes.length <= 1 ? t.reshape([numel(t.sizes), 1]) : t)),
        1,
      ),
  }),
  op({
    signature: 'dstack(Tensor[] tensors)',
    kind: kind.joining(),
    doc: 'Joins along a third dim.',
    formula: 'out = tensors, behind each other',
    compose: (tensors) =>
      catOf(
        needTensors('dstack', tensors).map((t) => t.atleast_3d()),
        2,
      ),
  }),
];

const calculus: Op[] = [
  op({
    signature: 'diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)',
    kind: kind.scan({ computes: 'difference' }),
    doc: 'The n-th differences of neighbours along a dim.',
    formula: 'out[i] = input[i + 1] − input[i]',
    compose(input, n, dim, prepend, append) {
      if (input.sizes.length === 0) throw wrongShape('diff expects input to be at least one-dimensional');
      if (n < 0) throw new RuntimeError(`order must be non-negative but got ${n}`);
      if (n === 0) return input.clone();
      const d = wrapDim(dim, input.sizes.length);
      let x =
        prepend || append
          ? catOf(
              [prepend, input, append].filter((t) => t !== null),
              d,
            )
          : input;
      for (let k = 0; k < n; k++) {
        const length = x.sizes[d];
        if (length === 0) return x;
        const [after, before] = [x.narrow(d, 1, length - 1), x.narrow(d, 0, length - 1)];
        x = x.dtype.name === 'bool' ? after.logical_xor(before) : after.sub(before);
      }
      return x;
    },
  }),
  ...['trapz', 'trapezoid'].map((name) =>
    op({
      signature: `${name}(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1)`,
      kind: kind.reduction('sum'),
      doc: 'The integral by the trapezoidal rule along a dim.',
      formula: 'out = Σ (y[i] + y[i + 1]) / 2 · (x[i + 1] − x[i])',
      compose(y, x, dx, dim) {
        const d = wrapDim(dim, y.sizes.length);
        return trapezoids('trapezoid', y, x, Number(dx), d, (areas) => areas.sum(d));
      },
    }),
  ),
];

/**
 * Twice the area under each step of `y`, summed and divided by two. The points are `dx` apart, or at the places `x`.
 */
function trapezoids(
  name: string,
  y: Tensor,
  x: Tensor | null,
  dx: number,
  dim: number,
  addUp: (areas: Tensor) => Tensor,
  isRunning = false,
): Tensor {
  if (y.dtype === bool) throw new RuntimeError(`${name}: received a bool input for \`y\`, but bool is not supported`);
  const n = y.sizes[dim];
  if (x?.sizes.length === 1 && x.sizes[0] !== n) throw wrongShape(`${name}: There must be one \`x\` value for each sample point`);
  const pairs = y.narrow(dim, 0, n - 1).add(y.narrow(dim, 1, n - 1));
  if (!x) return isRunning ? addUp(pairs._mul_number(dx / 2)) : addUp(pairs)._mul_number(dx / 2);
  const steps = x.sizes.length === 1 ? x.diff().reshape(y.sizes.map((_, i) => (i === dim ? n - 1 : 1))) : x.diff(1, dim);
  return addUp(pairs.mul(steps))._div_number(2);
}

const more: Op[] = [
  op({
    signature: 'diagflat(Tensor input, int offset=0)',
    kind: kind.placement({ holds: 'input' }),
    doc: 'A matrix with the flat tensor on its diagonal.',
    formula: 'out = diag(flat(input))',
    compose: (x, offset) => x.reshape([numel(x.sizes)]).diag_embed(offset),
  }),
  op({
    signature: 'narrow_copy(Tensor input, int dim, int start, int length)',
    kind: kind.copy(),
    doc: 'A copy of `length` positions of a dim from `start`.',
    formula: 'out = input[…, start:start+length, …]',
    gradient: 'input: g at those positions',
    backward: {
      input(g, s) {
        const sizes = s.sizesOf('input');
        const start = s.start < 0 ? s.start + sizes[wrapDim(s.dim, sizes.length)] : s.start;
        return g.new_zeros(sizes).slice_scatter(g, s.dim, start, start + s.length);
      },
    },
    forward(x, dim, start, length) {
      const size = x.sizes.at(dim);
      const first = size !== undefined && start < 0 ? start + size : start;
      if (size !== undefined && first >= 0 && first <= size && (length < 0 || first + length > size)) {
        throw wrongShape(`start (${first}) + length (${length}) exceeds dimension size (${size}).`);
      }
      return x.narrow(dim, start, length).clone();
    },
  }),
  op({
    signature: 'cumulative_trapezoid(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1)',
    kind: kind.scan(),
    doc: 'The running integral by the trapezoidal rule.',
    formula: 'out[i] = Σ_{j≤i} (y[j] + y[j + 1]) / 2 · (x[j + 1] − x[j])',
    compose(y, x, dx, dim) {
      const d = wrapDim(dim, y.sizes.length);
      return trapezoids('cumulative_trapezoid', y, x, Number(dx), d, (areas) => areas.cumsum(d), true);
    },
  }),
];

/** An operation that multiplies every element by a number. */
const scaledUnary = (name: 'deg2rad' | 'rad2deg', doc: string, written: string, factor: number): Op =>
  op({
    signature: `${name}(Tensor input)`,
    kind: kind.elementwise(),
    terms: { sum: ['input'] },
    doc,
    formula: `out = input · ${written}`,
    gradient: `input: g · ${written}`,
    gradFn: name === 'deg2rad' ? 'Deg2RadBackward0' : 'Rad2DegBackward0',
    variants: everywhere,
    forward(input) {
      if (input.dtype.is_complex) throw new RuntimeError(`${name} is not supported for complex tensors.`);
      return pointwise('mul', [input, factor], { result: 'float' });
    },
    backward: { input: (g) => g.mul(factor) },
  });

/**
 * 2 to the power of each exponent. Integer exponents give floats, of the dtype of `factor`, which is multiplied by the
 * result.
 */
const twoTo = (exponent: Tensor, factor: Tensor): Tensor => {
  const like = factor.dtype.isContinuous ? factor.dtype : getDefaultDType();
  return execute(powScalar, [2, exponent.dtype.isContinuous ? exponent : exponent.to(like), null]) as Tensor;
};

const scalars: Op[] = [
  op({
    signature: 'logit(Tensor input, float? eps=None, *, Tensor? out=None)',
    lacks: lacking('logit_cpu', 'ComplexFloat', 'ComplexDouble'),
    kind: kind.elementwise({ computes: 'logarithm', breaks: [{ how: 'interval', argument: 'input', from: 0, to: 1 }] }),
    doc: 'The inverse of sigmoid; with `eps`, of input limited to [eps, 1 − eps].',
    formula: 'out = ln(input / (1 − input))',
    gradient: 'input: g / (input · (1 − input)), with eps 0 where input is limited',
    variants: ['function', 'method', 'inplace', 'inplaceFunction'],
    forward(input, eps) {
      const real = input.dtype.isContinuous ? input : input.to(getDefaultDType());
      // The lower bound is applied last, and so it wins: `eps` may be above 1 − eps.
      const x = eps === null ? real : real.clamp_max(1 - eps).masked_fill(real.lt(eps), eps);
      return x.div(x.rsub(1)).log();
    },
    backward: {
      input(g, s) {
        const [low, high, beyond] = s.eps === null ? [0, 1, NaN] : [s.eps, 1 - s.eps, 0];
        const isOutside = s.input.lt(low).logical_or(s.input.gt(high));
        return g.div(s.input.mul(s.input.rsub(1))).masked_fill(isOutside, beyond);
      },
    },
  }),
  scaledUnary('deg2rad', 'Degrees to radians.', 'π / 180', Math.PI / 180),
  scaledUnary('rad2deg', 'Radians to degrees.', '180 / π', 180 / Math.PI),
  unary('positive', kind.view(), 'The tensor itself.', 'out = input', (x) => {
    if (x.dtype.name === 'bool') throw new RuntimeError('The `+` operator, on a bool tensor is not supported.');
    return x;
  }),
  op({
    signature: 'sinc(Tensor input, *, Tensor? out=None)',
    roundsOnce: 'all',
    variants: everywhere,
    kind: kind.elementwise(),
    doc: 'The normalised sinc.',
    formula: 'out = sin(π · input) / (π · input), 1 at 0',
    gradient: 'input: g · (cos(π · input) − out) / input, 0 at 0',
    backward: {
      input(g, s) {
        const scaled = s.input.mul(Math.PI);
        const square = s.input.square().mul(Math.PI);
        const slope = g.mul(scaled.mul(scaled.cos()).sub(scaled.sin()).div(square));
        return slope.new_zeros([]).where(square.eq(0), slope);
      },
    },
    forward(input) {
      const scaled = input.mul(Math.PI);
      return pointwise('where', [input.eq(0), 1, scaled.sin().div(scaled)], { dtype: scaled.dtype });
    },
  }),
  op({
    signature: 'float_power(Tensor|Scalar|complex input, Tensor|Scalar|complex exponent)',
    kind: kind.elementwise({ breaks: [{ how: 'power', argument: 'input' }] }),
    doc: 'A power in float64.',
    formula: 'out = input ^ exponent',
    needsTensor: true,
    variants: ['function', 'method', 'inplace'],
    wrongOut: (result, base) =>
      `the base given to float_power_ has dtype ${base.scalarName} but the operation's result requires dtype ${result.scalarName}`,
    compose(input, exponent) {
      const wide = resultType([input, exponent]).is_complex ? complex128 : float64;
      const [x, y] = [input, exponent].map((t) => (t instanceof Tensor ? t.to(wide) : t));
      if (!(x instanceof Tensor)) return execute(powScalar, [x, y, null]);
      return x.pow(y as Tensor);
    },
  }),
  op({
    signature: 'ldexp(Tensor input, Tensor other, *, Tensor? out=None)',
    kind: kind.elementwise({ computes: 'product' }),
    doc: 'A multiple by a power of two.',
    formula: 'out = input · 2^other',
    gradient: 'input: g · 2^other;  other: g · out · ln 2',
    keeps: ['result'],
    refusal: (_, to) => `ldexp can't be cast to the desired output type ${to.scalarName}`,
    variants: everywhere,
    forward: (input, other) => input.mul(twoTo(other, input)),
    backward: { input: (g, s) => g.mul(twoTo(s.other, g)), other: (g, s) => g.mul(s.result).mul(Math.LN2) },
  }),
  op({
    signature: 'vander(Tensor x, int? N=None, bool increasing=False)',
    gradFn: 'NotImplemented',
    kind: kind.elementwise({ each: false }),
    doc: 'The Vandermonde matrix.',
    formula: 'out[i, j] = x[i] ^ (N − 1 − j)',
    compose(x, count, increasing) {
      if (x.sizes.length !== 1) throw wrongShape('x must be a one-dimensional tensor.');
      const n = count ?? x.sizes[0];
      if (n < 0) throw new RuntimeError('N must be non-negative.');
      ensureRoom(n * x.sizes[0] * x.dtype.itemsize);
      // Powers of small integers have dtype int64.
      const base = x.dtype.isContinuous ? x : x.to(promoteTypes(x.dtype, int64));
      const powers = listOf(n, (j) => base.pow(increasing ? j : n - 1 - j));
      if (n === 0) return x.new_empty([x.sizes[0], 0]);
      const { sizes, dtype } = base;
      // PyTorch fills one matrix, changes what it has kept for the gradient, and refuses it.
      const saved = { sizes: [sizes[0], n - 1], scalarName: dtype.scalarName, version: 3 };
      const made = named(stackOf(powers, 1), increasing ? 'CopySlices' : 'FlipBackward0');
      return n === 1 || goesForward() ? made : refusing(made, changedInPlace(saved, 2, { output: 0, maker: 'AsStrided' }));
    },
  }),
];

export const composed: Op[] = [unfoldMethod, ...shaping, ...calculus, ...composedProducts, ...more, ...scalars];
