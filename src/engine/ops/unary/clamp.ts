import type { DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import type { SavedResults } from '../../autograd/saved.js';
import type { Tensor } from '../../tensor/tensor.js';
import { chosen } from '../arithmetic/choice.js';
import * as kind from '../kind.js';
import { everywhere, type Op, op } from '../op.js';
import { type Scalar, pointwise, resultType } from '../pointwise.js';

/** Operations that limit elements to bounds. */

const clampBounds = (min: Scalar | null, max: Scalar | null): readonly number[] => {
  if (min === null && max === null) throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  const high = max === null ? Infinity : Number(max);
  return [min === null ? -Infinity : Math.min(Number(min), high), high];
};

/** The message of clamp for a result that cannot be stored. */
export const refusal = (from: DType, to: DType): string =>
  `result type ${from.scalarName} can't be cast to the desired output type ${to.cppName}`;

export const clamp = op({
  signature: 'clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)',
  kind: kind.elementwise({ holds: 'input' }),
  terms: { sum: ['input'], number: true },
  refusal,
  doc: 'Limits every element to [min, max].',
  formula: 'out = input, cut off to min ≤ out ≤ max',
  gradient: 'input: g where min < input < max',
  gradFn: 'ClampBackward1',
  variants: everywhere,
  forward(input, min, max) {
    const params = clampBounds(min, max);
    const given = [min, max].filter((v): v is Scalar => v !== null);
    return pointwise('clamp', [input], { params, dtype: resultType([input, ...given]) });
  },
  backward: {
    input: (g, s) => {
      const within = [s.min === null ? null : s.input.gt(s.min), s.max === null ? null : s.input.lt(s.max)].filter((m) => m !== null);
      return g.masked_fill(within.reduce((a: Tensor, b: Tensor) => a.logical_and(b)).logical_not(), 0);
    },
  },
});

const raisedTo = (input: Tensor, min: Tensor | null): Tensor => (min ? input.maximum(min) : input);

export const clampTensor = op({
  signature: 'clamp.Tensor(Tensor input, Tensor? min=None, Tensor? max=None, *, Tensor? out=None)',
  kind: kind.elementwise({ holds: 'input' }),
  terms: { sum: ['input'], number: true },
  doc: 'Limits every element to bounds of its own.',
  formula: 'out = input, cut off to min ≤ out ≤ max',
  gradient: 'to the one of input, min and max that was taken',
  gradFn: 'ClampBackward0',
  forward(input, min, max) {
    if (!min && !max) throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
    const raised = raisedTo(input, min);
    return max ? raised.minimum(max) : raised;
  },
  backward: {
    input(g, { input, min, max }) {
      const toRaised = max ? chosen(g, raisedTo(input, min), max, 'lt') : g;
      return min ? chosen(toRaised, input, min, 'gt') : toRaised;
    },
    min: (g, { input, min, max }) => chosen(max ? chosen(g, raisedTo(input, min), max, 'lt') : g, min!, input, 'gt'),
    max: (g, { input, min, max }) => chosen(g, max!, raisedTo(input, min), 'lt'),
  },
});

export const clip = op({
  signature: 'clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)',
  kind: kind.elementwise({ holds: 'input' }),
  doc: 'Another name of `clamp`.',
  formula: 'as clamp',
  variants: everywhere,
  compose: (input, min, max) => input.clamp(min as number, max as number),
});

type Bound = 'min' | 'max';
const taken = { min: 'maximum', max: 'minimum' } as const;
const beats = { min: 'gt', max: 'lt' } as const;

/** clamp with a bound that is a tensor: each element has its own. */
export const tensorBound = (bound: Bound): Op =>
  op({
    signature: `clamp_${bound}.Tensor(Tensor input, Tensor ${bound})`,
    kind: kind.elementwise({ holds: 'input' }),
    doc: 'Limits every element by one of its own.',
    formula: `out = ${taken[bound].slice(0, 3)}(input, ${bound})`,
    gradient: `input, ${bound}: g where it was taken, half of it where they are equal`,
    gradFn: bound === 'min' ? 'ClampMinBackward1' : 'ClampMaxBackward1',
    variants: everywhere,
    forward: (input, limit) => input[taken[bound]](limit),
    backward: {
      input: (g, s) => chosen(g, s.input, limitOf(s, bound), beats[bound]),
      [bound]: (g: Tensor, s: SavedResults<'input'> & { readonly input: Tensor }) => chosen(g, limitOf(s, bound), s.input, beats[bound]),
    },
  });

const limitOf = (saved: unknown, bound: Bound): Tensor => (saved as Record<Bound, Tensor>)[bound];

export const clampMin = op({
  signature: 'clamp_min(Tensor input, Scalar min, *, Tensor? out=None)',
  kind: kind.elementwise({ holds: 'input' }),
  terms: { sum: ['input'], number: true },
  refusal,
  doc: 'Raises elements below `min` to it.',
  formula: 'out = input where input > min, else min',
  gradient: 'input: g where input > min',
  variants: everywhere,
  forward: (input, min) => pointwise('clamp', [input], { params: [Number(min), Infinity], dtype: resultType([input, min]) }),
  backward: { input: (g, s) => g.masked_fill(s.input.gt(s.min).logical_not(), 0) },
});

export const clampMax = op({
  signature: 'clamp_max(Tensor input, Scalar max, *, Tensor? out=None)',
  kind: kind.elementwise({ holds: 'input' }),
  terms: { sum: ['input'], number: true },
  refusal,
  doc: 'Lowers elements above `max` to it.',
  formula: 'out = input where input < max, else max',
  gradient: 'input: g where input < max',
  variants: everywhere,
  forward: (input, max) => pointwise('clamp', [input], { params: [-Infinity, Number(max)], dtype: resultType([input, max]) }),
  backward: { input: (g, s) => g.masked_fill(s.input.lt(s.max).logical_not(), 0) },
});
