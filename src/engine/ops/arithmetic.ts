import { bool } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { Tensor } from '../tensor.js';
import { op, type Variant } from './op.js';
import { pointwise, resultType, zerosLike, type Operand, type Scalar } from './pointwise.js';

const all: readonly Variant[] = ['function', 'method', 'inplace'];

/** The other operand as something that has methods or is a number. */
type Other = Tensor | Scalar;

function checkAlpha(alpha: Scalar, operands: readonly Operand[]): void {
  const common = resultType(operands);
  if (typeof alpha === 'boolean' && common !== bool) throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  if (!common.is_floating_point && typeof alpha === 'number' && !Number.isInteger(alpha)) {
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
  }
}

function checkSubtraction(a: Operand, b: Operand): void {
  const isBool = (v: Operand) => (v instanceof Tensor ? v.dtype === bool : typeof v === 'boolean');
  if (!isBool(a) && !isBool(b)) return;
  throw new RuntimeError(
    isBool(a) && isBool(b)
      ? 'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
      : 'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
}

/** @throws RuntimeError where PyTorch has no kernel for bool */
function checkNotBool(kernel: string, operands: readonly Operand[]): void {
  if (resultType(operands) === bool) throw new RuntimeError(`"${kernel}" not implemented for 'Bool'`);
}

const scaled = (g: Tensor, alpha: Scalar): Tensor => (Number(alpha) === 1 ? g : g.mul(alpha));

const roundings = { trunc: 'trunc_divide', floor: 'floor_divide' } as const;

export const add = op({
  signature: 'add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)',
  doc: 'Adds `other`, scaled by `alpha`, to `input`.',
  formula: 'out = input + alpha · other',
  gradient: 'input: g;  other: alpha · g',
  variants: all,
  forward(input: Other, other: Other, alpha: Scalar) {
    checkAlpha(alpha, [input, other]);
    return Number(alpha) === 1 ? pointwise('add', [input, other]) : pointwise('add_scaled', [input, other], { params: [Number(alpha)] });
  },
  backward: { input: (g) => g, other: (g, s) => scaled(g, s.alpha) },
});

export const sub = op({
  signature: 'sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)',
  doc: 'Subtracts `other`, scaled by `alpha`, from `input`.',
  formula: 'out = input − alpha · other',
  gradient: 'input: g;  other: −alpha · g',
  variants: all,
  forward(input: Other, other: Other, alpha: Scalar) {
    checkSubtraction(input, other);
    checkAlpha(alpha, [input, other]);
    return Number(alpha) === 1 ? pointwise('sub', [input, other]) : pointwise('sub_scaled', [input, other], { params: [Number(alpha)] });
  },
  backward: { input: (g) => g, other: (g, s) => scaled(g.neg(), s.alpha) },
});

export const rsub = op({
  signature: 'rsub(Tensor input, Tensor|Scalar other, *, Scalar alpha=1)',
  doc: 'Subtracts `input`, scaled by `alpha`, from `other`.',
  formula: 'out = other − alpha · input',
  gradient: 'input: −alpha · g;  other: g',
  gradFn: 'RsubBackward1',
  forward(input: Other, other: Other, alpha: Scalar) {
    checkSubtraction(input, other);
    return pointwise('sub_scaled', [other, input], { params: [Number(alpha)] });
  },
  backward: { input: (g, s) => scaled(g.neg(), s.alpha), other: (g) => g },
});

export const mul = op({
  signature: 'mul(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: 'Multiplies `input` by `other`, element by element.',
  formula: 'out = input · other',
  gradient: 'input: g · other;  other: g · input',
  variants: all,
  forward: (input: Other, other: Other) => pointwise('mul', [input, other]),
  backward: { input: (g, s) => g.mul(s.other), other: (g, s) => g.mul(s.input) },
});

export const div = op({
  signature: 'div(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)',
  doc: "Divides `input` by `other`: truly, or rounded towards zero ('trunc') or down ('floor').",
  formula: 'out = input / other',
  gradient: 'input: g / other;  other: −g · input / other²  (0 when rounded)',
  variants: all,
  forward(input: Other, other: Other, mode: string | null) {
    if (mode === null) return pointwise('div', [input, other], { result: 'float' });
    if (mode !== 'trunc' && mode !== 'floor') {
      throw new RuntimeError(`div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`);
    }
    checkNotBool(mode === 'floor' ? 'div_floor_cpu' : 'div_trunc_cpu', [input, other]);
    return pointwise(roundings[mode], [input, other]);
  },
  backward: {
    input: (g, s) => (s.rounding_mode === null ? g.div(s.other) : zerosLike(g)),
    other: (g, s) => (s.rounding_mode === null ? g.neg().mul(s.result.div(s.other)) : zerosLike(g)),
  },
});

export const floorDivide = op({
  signature: 'floor_divide(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: 'Divides and rounds down.',
  formula: 'out = ⌊input / other⌋',
  variants: all,
  forward(input: Tensor, other: Other) {
    checkNotBool('div_floor_cpu', [input, other]);
    return pointwise('floor_divide', [input, other]);
  },
});

export const remainder = op({
  signature: 'remainder(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: "Python's modulus: the result has the sign of `other`.",
  formula: 'out = input − other · ⌊input / other⌋',
  gradient: 'input: g;  other: −g · ⌊input / other⌋',
  variants: all,
  forward(input: Tensor, other: Other) {
    checkNotBool('remainder_cpu', [input, other]);
    return pointwise('remainder', [input, other]);
  },
  backward: { input: (g) => g, other: (g, s) => g.neg().mul(s.input.div(s.other, { rounding_mode: 'floor' })) },
});

export const fmod = op({
  signature: 'fmod(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: "C's fmod: the result has the sign of `input`.",
  formula: 'out = input − other · trunc(input / other)',
  gradient: 'input: g;  other: −g · trunc(input / other)',
  variants: all,
  forward(input: Tensor, other: Other) {
    checkNotBool('fmod_cpu', [input, other]);
    return pointwise('fmod', [input, other]);
  },
  backward: { input: (g) => g, other: (g, s) => g.neg().mul(s.input.div(s.other, { rounding_mode: 'trunc' })) },
});

const powKernel = (base: Operand, exponent: Operand) => (resultType([base, exponent]).is_floating_point ? 'pow' : 'pow_int');

function checkIntegerPower(base: Operand, exponent: Operand): void {
  const integral = !resultType([base, exponent]).is_floating_point;
  if (integral && !(exponent instanceof Tensor) && Number(exponent) < 0) {
    throw new RuntimeError('Integers to negative integer powers are not allowed.');
  }
}

/** Gradient of x^p for x, 0 where p is 0 whatever x is. */
const powGrad = (g: Tensor, input: Other, exponent: Other): Tensor => {
  if (!(exponent instanceof Tensor)) {
    const p = Number(exponent);
    return p === 0 ? zerosLike(g) : g.mul((input as Tensor).pow(p - 1).mul(p));
  }
  const slope = (input as Tensor).pow(exponent.sub(1)).mul(exponent);
  return g.mul(slope.masked_fill(exponent.eq(0), 0));
};

/** Gradient of x^p for p; 0 where x is 0 and p is not negative. */
const powExponentGrad = (g: Tensor, input: Other, exponent: Tensor, result: Tensor): Tensor => {
  if (!(input instanceof Tensor)) {
    const base = Number(input);
    if (base === 0) return g.mul(result.mul(-Infinity).masked_fill(exponent.ge(0), 0));
    return g.mul(result.mul(Math.log(base)));
  }
  return g.mul(result.mul(input.log()).masked_fill(input.eq(0).logical_and(exponent.ge(0)), 0));
};

export const pow = op({
  signature: 'pow.Tensor_Scalar(Tensor input, Scalar exponent, *, Tensor? out=None)',
  doc: 'Raises `input` to the power `exponent`.',
  formula: 'out = input ^ exponent',
  gradient: 'input: g · exponent · input^(exponent−1)',
  gradFn: 'PowBackward0',
  variants: all,
  forward(input: Tensor, exponent: Scalar) {
    checkIntegerPower(input, exponent);
    checkNotBool('pow', [input, exponent]);
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: { input: (g, s) => powGrad(g, s.input, s.exponent) },
});

export const powTensor = op({
  signature: 'pow.Tensor_Tensor(Tensor input, Tensor exponent, *, Tensor? out=None)',
  doc: 'Raises `input` to the power `exponent`, element by element.',
  formula: 'out = input ^ exponent',
  gradient: 'input: g · exponent · input^(exponent−1);  exponent: g · out · ln(input)',
  gradFn: 'PowBackward1',
  variants: all,
  forward(input: Tensor, exponent: Tensor) {
    checkNotBool('pow', [input, exponent]);
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: {
    input: (g, s) => powGrad(g, s.input, s.exponent),
    exponent: (g, s) => powExponentGrad(g, s.input, s.exponent, s.result),
  },
});

export const powScalar = op({
  signature: 'pow.Scalar(Scalar input, Tensor exponent, *, Tensor? out=None)',
  doc: 'Raises a number to the power `exponent`.',
  formula: 'out = input ^ exponent',
  gradient: 'exponent: g · out · ln(input)',
  gradFn: 'PowBackward2',
  variants: ['function'],
  forward(input: Scalar, exponent: Tensor) {
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: { exponent: (g, s) => powExponentGrad(g, s.input, s.exponent, s.result) },
});

/** The gradient where a choice was made: all to the chosen one, half to each of equals. */
const chosen = (g: Tensor, mine: Tensor, other: Tensor, beats: 'gt' | 'lt'): Tensor =>
  g
    .masked_fill(mine.eq(other), 0)
    .add(g.div(2).masked_fill(mine.ne(other), 0))
    .masked_fill(other[beats](mine), 0);

const extremum = (name: 'maximum' | 'minimum', beats: 'gt' | 'lt', word: string) =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    doc: `The ${word} of two elements; NaN where either is.`,
    formula: `out = ${name.slice(0, 3)}(input, other)`,
    gradient: 'to the one that was taken; half to each of equals',
    forward: (input: Tensor, other: Tensor) => pointwise(name, [input, other]),
    backward: {
      input: (g, s) => chosen(g, s.input, s.other, beats),
      other: (g, s) => chosen(g, s.other, s.input, beats),
    },
  });

export const maximum = extremum('maximum', 'gt', 'greater');
export const minimum = extremum('minimum', 'lt', 'lesser');

const ignoringNaN = (name: 'fmax' | 'fmin', compare: 'ge' | 'le', word: string) =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    doc: `The ${word} of two elements; a number wins over NaN.`,
    formula: `out = ${name.slice(1)}(input, other)`,
    gradient: 'to the one that was taken',
    forward: (input: Tensor, other: Tensor) => pointwise(name, [input, other]),
    backward: {
      input: (g, s) => g.masked_fill(s.input[compare](s.other).logical_or(s.other.isnan()).logical_not(), 0),
      other: (g, s) => g.masked_fill(s.input[compare](s.other).logical_or(s.other.isnan()), 0),
    },
  });

export const fmax = ignoringNaN('fmax', 'ge', 'greater');
export const fmin = ignoringNaN('fmin', 'le', 'lesser');

export const atan2 = op({
  signature: 'atan2(Tensor input, Tensor other, *, Tensor? out=None)',
  doc: 'The angle of the point (other, input).',
  formula: 'out = atan2(input, other)',
  gradient: 'input: g · other / (input² + other²);  other: −g · input / (input² + other²)',
  variants: all,
  forward: (input: Tensor, other: Tensor) => pointwise('atan2', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => g.mul(s.other.div(s.input.square().add(s.other.square()))),
    other: (g, s) => g.mul(s.input.neg().div(s.input.square().add(s.other.square()))),
  },
});

export const hypot = op({
  signature: 'hypot(Tensor input, Tensor other, *, Tensor? out=None)',
  doc: 'The length of the hypotenuse.',
  formula: 'out = √(input² + other²)',
  gradient: 'input: g · input / out;  other: g · other / out',
  variants: all,
  forward: (input: Tensor, other: Tensor) => pointwise('hypot', [input, other]),
  backward: { input: (g, s) => g.mul(s.input.div(s.result)), other: (g, s) => g.mul(s.other.div(s.result)) },
});

const logAddExp = (name: 'logaddexp' | 'logaddexp2', base: string, exp: 'exp' | 'exp2') =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    doc: `The logarithm (base ${base}) of the sum of the powers of ${base}.`,
    formula: `out = log(${base}^input + ${base}^other)`,
    gradient: `input: g · ${base}^(input−out);  other: g · ${base}^(other−out)`,
    forward: (input: Tensor, other: Tensor) => pointwise(name, [input, other], { result: 'float' }),
    backward: {
      input: (g, s) => g.mul(s.input.sub(s.result)[exp]()),
      other: (g, s) => g.mul(s.other.sub(s.result)[exp]()),
    },
  });

export const logaddexp = logAddExp('logaddexp', 'e', 'exp');
export const logaddexp2 = logAddExp('logaddexp2', '2', 'exp2');

export const xlogy = op({
  signature: 'xlogy(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: '`input · ln(other)`, 0 where `input` is 0.',
  formula: 'out = input · ln(other)',
  gradient: 'input: g · ln(other);  other: g · input / other',
  variants: all,
  forward: (input: Tensor, other: Other) => pointwise('xlogy', [input, other], { result: 'float' }),
  backward: {
    input: (g, s) => {
      if (!(s.other instanceof Tensor)) return g.mul(Math.log(Number(s.other)));
      return g.mul(s.other.log()).masked_fill(s.input.eq(0).logical_and(s.other.le(0)), 0);
    },
    other: (g, s) => g.mul(s.input.div(s.other)),
  },
});

export const copysign = op({
  signature: 'copysign(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  doc: 'The magnitude of `input` with the sign of `other`.',
  formula: 'out = |input| · sign(other)',
  gradient: 'input: g · sign(out) · sign(input)',
  variants: all,
  forward: (input: Tensor, other: Other) => pointwise('copysign', [input, other], { result: 'float' }),
  backward: { input: (g, s) => g.mul(s.result.sign().mul(s.input.sign())), other: (g) => zerosLike(g) },
});

export const heaviside = op({
  signature: 'heaviside(Tensor input, Tensor values, *, Tensor? out=None)',
  doc: 'The step function; `values` where `input` is 0.',
  formula: 'out = 0, values or 1 as input is negative, 0 or positive',
  variants: all,
  forward: (input: Tensor, values: Tensor) => pointwise('heaviside', [input, values]),
});

export const lcm = op({
  signature: 'lcm(Tensor input, Tensor other, *, Tensor? out=None)',
  doc: 'The least common multiple.',
  formula: 'out = lcm(input, other)',
  variants: all,
  forward: (input: Tensor, other: Tensor) => pointwise('lcm', [input, other]),
});

export const gcd = op({
  signature: 'gcd(Tensor input, Tensor other, *, Tensor? out=None)',
  doc: 'The greatest common divisor.',
  formula: 'out = gcd(input, other)',
  variants: all,
  forward: (input: Tensor, other: Tensor) => pointwise('gcd', [input, other]),
});

const named = (alias: string, of: string, signature: string, variants: readonly Variant[] = all) =>
  op({
    signature: `${alias}${signature}`,
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants,
    compose: (input: Tensor, ...rest: unknown[]) => input[of as 'add'](...(rest as [Tensor])),
  });

export const aliases = [
  named('subtract', 'sub', '(Tensor input, Tensor|Scalar other)'),
  named('multiply', 'mul', '(Tensor input, Tensor|Scalar other)'),
  named('divide', 'div', '(Tensor input, Tensor|Scalar other)'),
  named('true_divide', 'div', '(Tensor input, Tensor|Scalar other)'),
];

export const lerp = op({
  signature: 'lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)',
  doc: 'The point between `input` and `end` at `weight`.',
  formula: 'out = input + weight · (end − input)',
  gradient: 'input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)',
  variants: all,
  forward(input: Tensor, end: Tensor, weight: Other) {
    if (!input.dtype.is_floating_point) throw new RuntimeError(`"lerp_kernel_scalar" not implemented for '${input.dtype.scalarName}'`);
    if (end.dtype !== input.dtype) {
      throw new RuntimeError(`expected dtype ${input.dtype.cppName} for \`end\` but got dtype ${end.dtype.cppName}`);
    }
    return pointwise('lerp', [input, end, weight]);
  },
  backward: {
    input: (g, s) => (s.weight instanceof Tensor ? g.mul(s.weight.rsub(1)) : g.mul(1 - Number(s.weight))),
    end: (g, s) => g.mul(s.weight),
    weight: (g, s) => g.mul(s.end.sub(s.input)),
  },
});

export const addcmul = op({
  signature: 'addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)',
  doc: 'Adds a product.',
  formula: 'out = input + value · tensor1 · tensor2',
  gradient: 'input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1',
  variants: all,
  forward: (input: Tensor, a: Tensor, b: Tensor, value: Scalar) => pointwise('addcmul', [input, a, b], { params: [Number(value)] }),
  backward: {
    input: (g) => g,
    tensor1: (g, s) => g.mul(s.tensor2.mul(s.value)),
    tensor2: (g, s) => g.mul(s.tensor1.mul(s.value)),
  },
});

export const addcdiv = op({
  signature: 'addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)',
  doc: 'Adds a quotient.',
  formula: 'out = input + value · tensor1 / tensor2',
  gradient: 'input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²',
  variants: all,
  forward(input: Tensor, a: Tensor, b: Tensor, value: Scalar) {
    if (!a.dtype.is_floating_point && !b.dtype.is_floating_point) {
      throw new RuntimeError(
        'Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. ' +
          'The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as ' +
          '(input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.',
      );
    }
    return pointwise('addcdiv', [input, a, b], { params: [Number(value)] });
  },
  backward: {
    input: (g) => g,
    tensor1: (g, s) => g.mul(s.tensor2.reciprocal().mul(s.value)),
    tensor2: (g, s) => g.neg().mul(s.tensor1.mul(s.value).div(s.tensor2.square())),
  },
});

export const arithmetic = [
  add,
  sub,
  rsub,
  mul,
  div,
  floorDivide,
  remainder,
  fmod,
  pow,
  powTensor,
  powScalar,
  maximum,
  minimum,
  fmax,
  fmin,
  atan2,
  hypot,
  logaddexp,
  logaddexp2,
  xlogy,
  copysign,
  heaviside,
  gcd,
  lcm,
  lerp,
  addcmul,
  addcdiv,
  ...aliases,
];
