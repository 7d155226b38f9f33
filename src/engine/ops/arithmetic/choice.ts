import { RuntimeError } from '../../errors.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { noDerivative } from '../noDerivative.js';
import { op } from '../op.js';
import { pointwise, zerosLike } from '../pointwise.js';
import { all } from './checks.js';

/** Operations that choose one of two elements. */

/** The gradient of a choice: it goes to the chosen element; two equal elements get half of it each. */
export const chosen = (g: Tensor, mine: Tensor, other: Tensor, beats: 'gt' | 'lt'): Tensor =>
  g
    .masked_fill(mine.eq(other), 0)
    .add(g.div(2).masked_fill(mine.ne(other), 0))
    .masked_fill(other[beats](mine), 0);

const extremum = (name: 'maximum' | 'minimum', beats: 'gt' | 'lt', word: string) =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    terms: { sum: ['input', 'other'] },
    doc: `The ${word} of two elements; NaN where either is.`,
    formula: `out = ${name.slice(0, 3)}(input, other)`,
    gradient: 'input, other: g where it was taken, half of it where they are equal',
    forward: (input, other) => pointwise(name, [input, other]),
    backward: {
      input: (g, s) => chosen(g, s.input, s.other, beats),
      other: (g, s) => chosen(g, s.other, s.input, beats),
    },
  });

export const maximum = extremum('maximum', 'gt', 'greater');

export const minimum = extremum('minimum', 'lt', 'lesser');

/** `taken`, but half of `g` where the elements are equal. */
const halved = (taken: Tensor, isEqual: Tensor, g: Tensor): Tensor => g.div(2).where(isEqual, taken);

const ignoringNaN = (name: 'fmax' | 'fmin', compare: 'ge' | 'le', word: string) =>
  op({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    terms: { sum: ['input', 'other'] },
    doc: `The ${word} of two elements; a number wins over NaN.`,
    formula: `out = ${name.slice(1)}(input, other)`,
    gradient: 'input, other: g where it was taken, half of it where they are equal',
    forward: (input, other) => pointwise(name, [input, other]),
    backward: {
      input: (g, s) =>
        halved(g.masked_fill(s.input[compare](s.other).logical_or(s.other.isnan()).logical_not(), 0), s.input.eq(s.other), g),
      other: (g, s) => halved(g.masked_fill(s.input[compare](s.other).logical_or(s.other.isnan()), 0), s.input.eq(s.other), g),
    },
  });

export const fmax = ignoringNaN('fmax', 'ge', 'greater');

export const fmin = ignoringNaN('fmin', 'le', 'lesser');

export const copysign = op({
  signature: 'copysign(Tensor input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  terms: { sum: ['input'] },
  doc: 'The magnitude of `input` with the sign of `other`.',
  formula: 'out = |input| · sign(other)',
  gradient: 'input: g · out / input, 0 at 0',
  gradFnOf: ([, other]) => `CopysignBackward${other instanceof Tensor ? 0 : 1}`,
  variants: all,
  forward: (input, other) => pointwise('copysign', [input, other], { result: 'float' }),
  backward: { input: (g, s) => g.mul(s.result.div(s.input).masked_fill(s.input.eq(0), 0)), other: (g) => zerosLike(g) },
});

export const heaviside = op({
  signature: 'heaviside(Tensor input, Tensor values, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The step function; `values` where `input` is 0.',
  formula: 'out = 0, values or 1 as input is negative, 0 or positive',
  variants: all,
  forward(input, values) {
    if (input.dtype !== values.dtype) throw new RuntimeError('heaviside is not yet implemented for tensors with different dtypes.');
    return pointwise('heaviside', [input, values]);
  },
  ...noDerivative('heaviside', 'input', 'values'),
});
