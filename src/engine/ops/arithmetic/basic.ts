import { Complex } from '../../complex.js';
import { RuntimeError } from '../../errors.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { noDerivative } from '../noDerivative.js';
import { op } from '../op.js';
import { type Scalar, complexOperand, pointwise, zerosLike } from '../pointwise.js';
import { all, checkAlpha, checkNotBool, checkSubtraction } from './checks.js';

/** The four basic operations and the remainder of a division. */

const scaled = (g: Tensor, alpha: Scalar | Complex): Tensor => (alpha instanceof Complex || Number(alpha) !== 1 ? g.mul(alpha) : g);

const roundings = { trunc: 'trunc_divide', floor: 'floor_divide' } as const;

export const add = op({
  signature: 'add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)',
  kind: kind.elementwise({ computes: 'sum' }),
  doc: 'Adds `other`, scaled by `alpha`, to `input`.',
  formula: 'out = input + alpha · other',
  gradient: 'input: g;  other: alpha · g',
  variants: all,
  forward(input, other, alpha) {
    checkAlpha(alpha, [input, other]);
    if (alpha instanceof Complex) return pointwise('add', [input, pointwise('mul', [other, complexOperand(alpha)])]);
    return Number(alpha) === 1 ? pointwise('add', [input, other]) : pointwise('add_scaled', [input, other], { params: [Number(alpha)] });
  },
  backward: { input: (g) => g, other: (g, s) => scaled(g, s.alpha) },
});

export const sub = op({
  signature: 'sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar|complex alpha=1, Tensor? out=None)',
  kind: kind.elementwise({ computes: 'difference' }),
  doc: 'Subtracts `other`, scaled by `alpha`, from `input`.',
  formula: 'out = input − alpha · other',
  gradient: 'input: g;  other: −alpha · g',
  variants: all,
  forward(input, other, alpha) {
    checkSubtraction(input, other);
    checkAlpha(alpha, [input, other]);
    if (alpha instanceof Complex) return pointwise('sub', [input, pointwise('mul', [other, complexOperand(alpha)])]);
    return Number(alpha) === 1 ? pointwise('sub', [input, other]) : pointwise('sub_scaled', [input, other], { params: [Number(alpha)] });
  },
  backward: { input: (g) => g, other: (g, s) => scaled(g.neg(), s.alpha) },
});

export const rsub = op({
  signature: 'rsub(Tensor input, Tensor|Scalar other, *, Scalar alpha=1)',
  kind: kind.elementwise({ computes: 'difference' }),
  doc: 'Subtracts `input`, scaled by `alpha`, from `other`.',
  formula: 'out = other − alpha · input',
  gradient: 'input: −alpha · g;  other: g',
  gradFnOf: ([, other]) => (other instanceof Tensor ? 'RsubBackward0' : 'RsubBackward1'),
  forward(input, other, alpha) {
    checkSubtraction(input, other);
    return pointwise('sub_scaled', [other, input], { params: [Number(alpha)] });
  },
  backward: { input: (g, s) => scaled(g.neg(), s.alpha), other: (g) => g },
});

export const mul = op({
  signature: 'mul(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ computes: 'product' }),
  terms: { sum: ['input'], by: ['other'] },
  doc: 'Multiplies `input` by `other`, element by element.',
  formula: 'out = input · other',
  gradient: 'input: g · other;  other: g · input',
  keepsNumbers: true,
  variants: all,
  forward: (input, other) => pointwise('mul', [input, other]),
  backward: { input: (g, s) => g.mul(s.other), other: (g, s) => g.mul(s.input) },
});

export const div = op({
  signature: 'div(Tensor|Scalar input, Tensor|Scalar other, *, str? rounding_mode=None, Tensor? out=None)',
  kind: kind.elementwise({ computes: 'quotient', breaks: [{ how: 'division', argument: 'other', dividend: 'input' }] }),
  terms: { sum: ['input'], by: ['other'] },
  doc: "Divides `input` by `other`: truly, or rounded towards zero ('trunc') or down ('floor').",
  formula: 'out = input / other',
  gradient: 'input: g / other;  other: −g · input / other² (0 with rounding_mode)',
  gradFnOf: ([, , mode]) => (mode === null ? 'DivBackward0' : 'DivBackward2'),
  keepsNumbers: true,
  variants: all,
  forward(input, other, mode) {
    if (mode === null) return pointwise('div', [input, other], { result: 'float' });
    if (mode !== 'trunc' && mode !== 'floor') {
      throw new RuntimeError(`div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`);
    }
    checkNotBool(mode === 'floor' ? 'div_floor_cpu' : 'div_trunc_cpu', [input, other]);
    return pointwise(roundings[mode], [input, other]);
  },
  backward: {
    input: (g, { other, rounding_mode }) => (rounding_mode === null ? g.div(other) : zerosLike(g)),
    other(g, { input: x, other, rounding_mode }) {
      if (rounding_mode !== null) return zerosLike(g);
      const input = x instanceof Tensor ? x : g.new_full([], x);
      return g.neg().mul(input.div(other).div(other));
    },
  },
});

/** Multiplication by a number inside PyTorch's own code: there autograd uses another name than for `*` in a program. */
export const mulNumber = op({
  signature: '_mul_number(Tensor input, Scalar other)',
  kind: kind.elementwise({ computes: 'product' }),
  terms: { sum: ['input'] },
  doc: 'Multiplies every element by a number.',
  formula: 'out = input · other',
  gradient: 'input: g · other',
  gradFn: 'MulBackward1',
  shown: 'mul',
  variants: ['method'],
  forward: (input, other) => pointwise('mul', [input, other]),
  backward: { input: (g, s) => g.mul(s.other) },
});

export const divNumber = op({
  signature: '_div_number(Tensor input, Scalar other)',
  kind: kind.elementwise({ computes: 'quotient', breaks: [{ how: 'division', argument: 'other', dividend: 'input' }] }),
  terms: { sum: ['input'] },
  doc: 'Divides every element by a number.',
  formula: 'out = input / other',
  gradient: 'input: g / other',
  gradFn: 'DivBackward1',
  shown: 'div',
  variants: ['method'],
  forward: (input, other) => pointwise('div', [input, other], { result: 'float' }),
  backward: { input: (g, s) => g.div(s.other) },
});

export const floorDivide = op({
  signature: 'floor_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'division', argument: 'other', dividend: 'input' }] }),
  doc: 'Divides and rounds down.',
  formula: 'out = ⌊input / other⌋',
  variants: all,
  forward(input, other) {
    checkNotBool('div_floor_cpu', [input, other]);
    return pointwise('floor_divide', [input, other]);
  },
  ...noDerivative('floor_divide', 'input', 'other'),
});

export const remainder = op({
  signature: 'remainder(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'division', argument: 'other', dividend: 'input' }] }),
  terms: { sum: ['input', 'other'] },
  doc: "Python's modulus: the result has the sign of `other`.",
  formula: 'out = input − other · ⌊input / other⌋',
  needsTensor: true,
  gradient: 'input: g;  other: −g · ⌊input / other⌋',
  gradFnOf: ([, other]) => (other instanceof Tensor ? 'RemainderBackward1' : 'RemainderBackward0'),
  variants: all,
  forward(input, other) {
    checkNotBool('remainder_cpu', [input, other]);
    return pointwise('remainder', [input, other]);
  },
  backward: {
    input: (g) => g,
    other(g, s) {
      const input = s.input instanceof Tensor ? s.input : g.new_full([], s.input);
      return g.neg().mul(input.div(s.other, { rounding_mode: 'floor' }));
    },
  },
});

export const fmod = op({
  signature: 'fmod(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'division', argument: 'other', dividend: 'input' }] }),
  terms: { sum: ['input', 'other'] },
  doc: "C's fmod: the result has the sign of `input`.",
  formula: 'out = input − other · trunc(input / other)',
  gradient: 'input: g;  other: −g · trunc(input / other)',
  gradFnOf: ([, other]) => (other instanceof Tensor ? 'FmodBackward1' : 'FmodBackward0'),
  variants: all,
  forward(input, other) {
    checkNotBool('fmod_cpu', [input, other]);
    return pointwise('fmod', [input, other]);
  },
  backward: { input: (g) => g, other: (g, s) => g.neg().mul(s.input.div(s.other, { rounding_mode: 'trunc' })) },
});
