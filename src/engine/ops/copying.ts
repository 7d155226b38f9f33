import { wrongShape } from '../errors/shapes.js';
import { kernels } from '../backends/dispatch.js';
import type { Tensor } from '../tensor.js';
import { DType, dtypes } from '../dtype.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { cast, copyOf, emptyLike, zerosLike } from './pointwise.js';

/** Copies, conversions, and what overwrites a tensor. */

const clone = op({
  signature: 'clone(Tensor input)',
  kind: kind.copy(),
  doc: 'A copy; gradients pass through.',
  formula: 'out = input',
  gradient: 'input: g',
  forward: (input) => copyOf(input),
  backward: { input: (g) => g },
});

const contiguous = op({
  signature: 'contiguous(Tensor input)',
  kind: kind.copy(),
  doc: 'The tensor itself if its elements lie in row-major order, else a copy in which they do.',
  formula: 'out = input',
  variants: ['method'],
  compose: (input) => (input.isContiguousNow ? input : input.clone()),
});

const toCopy = op({
  shown: 'to',
  signature: '_to_copy(Tensor input, dtype dtype)',
  kind: kind.copy(),
  doc: 'A copy in another dtype.',
  formula: 'out = input, as dtype',
  gradient: 'input: g, in the dtype of input',
  gradFn: 'ToCopyBackward0',
  variants: ['method'],
  forward: (input, dtype) => copyOf(input, dtype),
  backward: { input: (g) => g },
});

const to = op({
  signature: 'to(Tensor input, dtype|str|Tensor|any dtype, bool non_blocking=False, bool copy=False)',
  kind: kind.copy(),
  doc: 'In another dtype; itself if it has that already and no copy is asked for.',
  formula: 'out = input, as dtype',
  variants: ['method'],
  compose(input, target, _nonBlocking, copy) {
    const dtype =
      target instanceof DType
        ? target
        : typeof target === 'object' && target !== null && 'dtype' in target
          ? (target as Tensor).dtype
          : input.dtype;
    if (dtype === input.dtype) return copy ? input.clone() : input;
    return input._to_copy(dtype);
  },
});

const typeAs = op({
  signature: 'type_as(Tensor input, Tensor other)',
  kind: kind.copy(),
  doc: 'In the dtype of `other`.',
  formula: 'out = input, as the dtype of other',
  variants: ['method'],
  compose: (input, other) => input.to(other.dtype),
});

/** Overwriting: the old elements get no gradient. Written as functions, of which the in-place variant is what is used. */
const inplaceOnly = ['inplace'] as const;

const copy = op({
  signature: 'copy(Tensor input, Tensor src, bool non_blocking=False)',
  kind: kind.selection({ holds: 'src' }),
  doc: 'Overwrites with the elements of `src`, broadcast and converted.',
  formula: 'out = src',
  gradient: 'input: 0;  src: g',
  gradFn: 'CopyBackwards',
  variants: inplaceOnly,
  forward(input, src) {
    const out = emptyLike(input);
    kernels.copy(cast(src, input.dtype).expand(input.sizes), out);
    return out;
  },
  backward: { input: (g) => zerosLike(g), src: (g) => g },
});

const fill = op({
  signature: 'fill(Tensor input, Scalar value)',
  kind: kind.selection(),
  doc: 'Overwrites with one value.',
  formula: 'out = value',
  gradient: 'input: 0',
  gradFnInPlace: 'FillBackward2',
  writesOverlaps: true,
  variants: inplaceOnly,
  forward(input, value) {
    const out = emptyLike(input);
    kernels.fill(out, Number(value));
    return out;
  },
  backward: { input: (g) => zerosLike(g) },
});

const fillTensor = op({
  signature: 'fill.Tensor(Tensor input, Tensor value)',
  kind: kind.selection(),
  doc: 'Overwrites with the value of a tensor without dims.',
  formula: 'out = value',
  gradient: 'input: 0;  value: Σ g',
  gradFn: 'FillBackward1',
  gradFnInPlace: 'FillBackward3',
  writesOverlaps: true,
  variants: inplaceOnly,
  forward(input, value) {
    if (value.sizes.length > 0) {
      throw wrongShape(`fill_ only supports 0-dimension value tensor but got tensor with ${value.sizes.length} dimensions.`);
    }
    const out = emptyLike(input);
    kernels.copy(cast(value, input.dtype).expand(input.sizes), out);
    return out;
  },
  backward: { input: (g) => zerosLike(g), value: (g) => g.sum() },
});

const zero = op({
  signature: 'zero(Tensor input)',
  kind: kind.selection(),
  doc: 'Overwrites with zeros.',
  formula: 'out = 0',
  gradient: 'input: 0',
  writesOverlaps: true,
  variants: inplaceOnly,
  forward: (input) => zerosLike(input),
  backward: { input: (g) => zerosLike(g) },
});

/** `x.float()` and the like. */
const conversions: Op[] = (
  [
    ['float', 'float32'],
    ['double', 'float64'],
    ['long', 'int64'],
    ['int', 'int32'],
    ['short', 'int16'],
    ['bool', 'bool'],
  ] as const
).map(([name, dtype]) =>
  op({
    signature: `${name}(Tensor input)`,
    kind: kind.copy(),
    doc: `In dtype torch.${dtype}.`,
    formula: 'out = input',
    variants: ['method'],
    compose: (input) => input.to(dtypes[dtype]),
  }),
);

export const copying: Op[] = [clone, contiguous, toCopy, to, typeAs, copy, fill, fillTensor, zero, ...conversions];
