import { bool } from '../../dtype.js';
import { NotImplementedError_ } from '../../errors.js';
import { Tensor } from '../../tensor.js';
import * as kind from '../kind.js';
import { everywhere, op } from '../op.js';
import { pointwise } from '../pointwise.js';
import { all, checkFloating } from './checks.js';

/** Functions of two elements. */

export const atan2 = op({
  signature: 'atan2(Tensor input, Tensor other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The angle of the point (other, input).',
  formula: 'out = atan2(input, other)',
  gradient: 'input: g · other / (input² + other²);  other: −g · input / (input² + other²)',
  variants: all,
  forward: (input, other) => pointwise('atan2', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => g.mul(s.other.div(s.input.square().add(s.other.square()))),
    other: (g, s) => g.mul(s.input.neg().div(s.input.square().add(s.other.square()))),
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
    forward: (input, other) => pointwise(name, [input, other], { result: 'float' }),
    backward: {
      input: (g, s) => g.div(s.other.sub(s.input)[exp]().add(1)),
      other: (g, s) => g.div(s.input.sub(s.other)[exp]().add(1)),
    },
  });

export const logaddexp = logAddExp('logaddexp', 'e', 'exp');

export const logaddexp2 = logAddExp('logaddexp2', '2', 'exp2');

export const xlogy = op({
  signature: 'xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'logarithm', argument: 'other', at: 0 }] }),
  doc: '`input · ln(other)`, 0 where `input` is 0.',
  formula: 'out = input · ln(other)',
  needsTensor: true,
  gradient: 'input: g · ln(other);  other: g · input / other',
  variants: everywhere,
  forward: (input, other) => pointwise('xlogy', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => {
      if (!(s.other instanceof Tensor)) return g.mul(Math.log(Number(s.other)));
      return g.mul(s.other.log()).masked_fill((s.input as Tensor).eq(0).logical_and(s.other.le(0)), 0);
    },
    other: (g, s) => g.mul(s.input instanceof Tensor ? s.input.div(s.other) : (s.other as Tensor).reciprocal().mul(s.input)),
  },
});

/** @throws NotImplementedError for what is no integer, as PyTorch */
function refuseFractions(name: string, ...operands: readonly Tensor[]): void {
  const odd = operands.find(({ dtype }) => dtype.isContinuous || dtype === bool);
  if (odd) throw new NotImplementedError_(`"${name}_cpu" not implemented for '${odd.dtype.scalarName}'`);
}

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
