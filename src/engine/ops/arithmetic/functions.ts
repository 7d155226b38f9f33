import { read } from '../../backends/allocation.js';
import { exponentsOf } from '../../dtype.js';
import { broadcastSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import { exponentOf } from '../exponent.js';
import * as kind from '../kind.js';
import { everywhere, op, type Op } from '../op.js';
import { cast, pointwise, resultType, zerosLike } from '../pointwise.js';
import { all, checkFloating, withoutKernel } from './checks.js';

/** Functions of two elements. */

/** 1 / (x² + y²), or 0 where x and y are 0. */
const inverseSquare = (x: Tensor, y: Tensor): Tensor => {
  const square = x.square().add(y.square());
  return square.reciprocal().masked_fill(square.eq(0), 0);
};

export const atan2 = op({
  signature: 'atan2(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The angle of the point (other, input).',
  formula: 'out = atan2(input, other)',
  gradient: 'input: g · other / (input² + other²);  other: −g · input / (input² + other²)',
  variants: all,
  forward: (input, other) => pointwise('atan2', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => g.mul(s.other.mul(inverseSquare(s.input, s.other))),
    other: (g, s) => g.mul(s.input.neg().mul(inverseSquare(s.input, s.other))),
  },
});

export const hypot = op({
  signature: 'hypot(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'slope', argument: 'input', at: 0 }] }),
  doc: 'The length of the hypotenuse.',
  formula: 'out = √(input² + other²)',
  gradient: 'input: g · input / out;  other: g · other / out',
  variants: all,
  forward(input, other) {
    checkFloating('hypot_cpu', [input, other]);
    return pointwise('hypot', [input, other]);
  },
  backward: { input: (g, s) => g.mul(s.input.div(s.result)), other: (g, s) => g.mul(s.other.div(s.result)) },
});

const logAddExp = (name: 'logaddexp' | 'logaddexp2', base: string, exp: 'exp' | 'exp2') =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    doc: `The logarithm (base ${base}) of the sum of the powers of ${base}.`,
    formula: `out = log(${base}^input + ${base}^other)`,
    gradient: `input: g / (1 + ${base}^(other−input));  other: g / (1 + ${base}^(input−other))`,
    forward(input, other) {
      checkFloating(`${name}_cpu`, [input, other]);
      return pointwise(name, [input, other]);
    },
    backward: {
      input: (g, s) => g.div(s.other.sub(s.input)[exp]().add(1)),
      other: (g, s) => g.div(s.input.sub(s.other)[exp]().add(1)),
    },
  });

export const logaddexp = logAddExp('logaddexp', 'e', 'exp');

export const logaddexp2 = logAddExp('logaddexp2', '2', 'exp2');

export const xlogy: Op = op({
  signature: 'xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'logarithm', argument: 'other', at: 0 }] }),
  doc: '`input · ln(other)`, 0 where `input` is 0.',
  formula: 'out = input · ln(other)',
  needsTensor: true,
  gradient: 'input: g · ln(other);  other: g · input / other',
  gradFnOf: ([x, y]) => `XlogyBackward${!(x instanceof Tensor) ? 1 : y instanceof Tensor ? 0 : 2}`,
  variants: everywhere,
  forward: (input, other) => pointwise('xlogy', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => {
      if (!(s.other instanceof Tensor)) return g.mul(Math.log(Number(s.other)));
      return xlogyOf(g, s.other).masked_fill((s.input as Tensor).eq(0).logical_and(s.other.le(0)), 0);
    },
    other: (g, s) => g.mul(s.input instanceof Tensor ? s.input.div(s.other) : (s.other as Tensor).reciprocal().mul(s.input)),
  },
});

const xlogyOf = (x: Tensor, y: Tensor): Tensor => execute(xlogy, [x, y, null]) as Tensor;

/** Refuses floats. @throws NotImplementedError for tensors that hold no integers, as PyTorch */
function refuseFractions(name: string, ...operands: readonly Tensor[]): void {
  const common = resultType(operands);
  if (common.category !== 1) throw withoutKernel(`${name}_cpu`, common, operands);
}

/** The number of a floating dtype that follows `x` in the direction of `to`. */
function nextNumber(x: number, to: number, digits: number, [above, least]: readonly [number, number]): number {
  if (Number.isNaN(x) || Number.isNaN(to)) return NaN;
  if (x === to) return to;
  const smallest = 2 ** (least - digits + 1);
  if (x === 0) return to > 0 ? smallest : -smallest;
  const sign = Math.sign(x);
  const outwards = to > x === x > 0;
  const size = Math.abs(x);
  if (size === Infinity) return sign * (2 - 2 ** (1 - digits)) * 2 ** (above - 1);
  const exponent = exponentOf(size);
  const isPower = 2 ** exponent === size && exponent > least;
  const step = 2 ** (Math.max(exponent, least) - digits + 1);
  const moved = outwards ? size + step : size - (isPower ? step / 2 : step);
  return sign * moved;
}

export const nextafter = op({
  signature: 'nextafter(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The next number after `input` that the dtype has, towards `other`.',
  formula: 'out = the neighbour of input on the way to other',
  gradient: 'input: g where input ≠ other, 0 elsewhere;  other: 0',
  variants: all,
  forward(input, other) {
    const common = resultType([input, other]);
    if (!common.is_floating_point) throw withoutKernel('nextafter_cpu', common, [input, other]);
    const sizes = broadcastSizes(input.sizes, other.sizes);
    const [x, y] = [input, other].map((t) => read(cast(t, common).expand(sizes)));
    const range = exponentsOf(common);
    const values = Float64Array.from(x, (v, i) => nextNumber(v, y[i], common.digits, range));
    return Tensor.of(values, sizes, common, input.device);
  },
  backward: { input: (g, s) => g.masked_fill(s.input.eq(s.other), 0), other: (g) => zerosLike(g) },
});

export const lcm = op({
  signature: 'lcm(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The least common multiple.',
  formula: 'out = lcm(input, other)',
  variants: everywhere,
  forward(input, other) {
    refuseFractions('lcm', input, other);
    return pointwise('lcm', [input, other]);
  },
});

export const gcd = op({
  signature: 'gcd(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The greatest common divisor.',
  formula: 'out = gcd(input, other)',
  variants: everywhere,
  forward(input, other) {
    refuseFractions('gcd', input, other);
    return pointwise('gcd', [input, other]);
  },
});
