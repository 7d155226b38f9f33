/** Functions that change shapes of arrays: they turn, cut, join and repeat arrays. */
import { cat } from '../generated/torch.js';
import { ValueError } from '../errors.js';
import { quietly } from '../quietly.js';
import { numel, sameSizes, wrapDim } from '../shape.js';
import { Tuple } from '../python/keys.js';
import type { Tensor } from '../tensor/tensor.js';
import { arrayFrom, cast, isArray, of, result, shapeOf, showShape, sizeOf, tensorOf, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { resultType, typeOr } from './dtypes.js';

/** A function that returns a view of an array in another shape, or a new array. */
const turned =
  (body: (a: Tensor, ...given: Value[]) => Tensor) =>
  (a: Value, ...given: Value[]): ndarray =>
    arrayFrom(quietly(() => body(tensorOf(a), ...given)));

function shaped(a: Tensor, shape: Value): Tensor {
  const sizes = shapeOf(shape);
  const size = sizeOf(a);
  const known = numel(sizes.filter((one) => one >= 0));
  if (sizes.includes(-1) ? known === 0 || size % known !== 0 : known !== size)
    throw new ValueError(`cannot reshape array of size ${size} into shape ${showShape(sizes)}`);
  return a.reshape(sizes);
}

const transposed = (a: Tensor, axes: Value): Tensor =>
  a.permute(axes === undefined ? Array.from({ length: a.sizes.length }, (_, i) => a.sizes.length - 1 - i) : shapeOf(axes));

/** Converts arrays to one dtype. */
function together(all: Value, dtype: Value): Tensor[] {
  const tensors = [...(all as Iterable<Value>)].map((one) => tensorOf(one));
  if (tensors.length === 0) throw new ValueError('need at least one array to concatenate');
  const type = typeOr(dtype, null) ?? tensors.map((one) => one.dtype).reduce(resultType);
  return tensors.map((one) => cast(one, type));
}

function joined(tensors: readonly Tensor[], axis: number): ndarray {
  const [first] = tensors;
  for (const [i, one] of tensors.entries()) {
    if (one.sizes.length !== first.sizes.length)
      throw new ValueError(
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension 0, the array at index 0 has ${first.sizes.length} dimension(s) and the array at index ${i} has ${one.sizes.length} dimension(s)`,
      );
    const wrong = one.sizes.findIndex((size, dim) => dim !== wrapDim(axis, one.sizes.length) && size !== first.sizes[dim]);
    if (wrong >= 0)
      throw new ValueError(
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${wrong}, the array at index 0 has size ${first.sizes[wrong]} and the array at index ${i} has size ${one.sizes[wrong]}`,
      );
  }
  return arrayFrom(quietly(() => cat([...tensors], axis)));
}

function stack(arrays: Value, axis = 0): ndarray {
  const all = together(arrays, undefined);
  if (!all.every((one) => sameSizes(one.sizes, all[0].sizes))) throw new ValueError('all input arrays must have the same shape');
  return joined(
    quietly(() => all.map((one) => one.unsqueeze(axis))),
    axis,
  );
}

const atLeast = (rank: 1 | 2) => (one: Tensor) =>
  one.sizes.length >= rank ? one : quietly(() => (rank === 1 ? one.reshape([1]) : one.reshape([1, -1])));

function concatenate(arrays: Value, axis: Value = 0, dtype: Value = undefined): ndarray {
  const all = together(arrays, dtype);
  if (all.some((one) => one.sizes.length === 0)) throw new ValueError('zero-dimensional arrays cannot be concatenated');
  return axis === null
    ? joined(
        quietly(() => all.map((one) => one.reshape([-1]))),
        0,
      )
    : joined(all, axis as number);
}

const hstack = (arrays: Value): ndarray => {
  const all = together(arrays, undefined).map(atLeast(1));
  return joined(all, all[0].sizes.length === 1 ? 0 : 1);
};

const columns = (arrays: Value): ndarray =>
  joined(
    together(arrays, undefined).map((one) => (one.sizes.length < 2 ? quietly(() => one.reshape([-1, 1])) : one)),
    1,
  );

/** The parts of an array: cut at given places, or into a given number of parts. */
function parts(a: Value, sections: Value, axis: number, isEven: boolean): ndarray[] {
  const tensor = tensorOf(a);
  const dim = wrapDim(axis, tensor.sizes.length);
  const length = tensor.sizes[dim];
  let ends: number[];
  if (typeof sections === 'number') {
    if (isEven && length % sections !== 0) throw new ValueError('array split does not result in an equal division');
    const [each, more] = [Math.floor(length / sections), length % sections];
    let at = 0;
    ends = Array.from({ length: sections }, (_, i) => (at += each + (i < more ? 1 : 0)));
  } else ends = [...shapeOf(sections), length];
  return quietly(() =>
    ends.map((end, i) =>
      arrayFrom(tensor.narrow(dim, Math.min(ends[i - 1] ?? 0, length), Math.max(0, Math.min(end, length) - (ends[i - 1] ?? 0)))),
    ),
  );
}

function repeat(a: Tensor, repeats: Value, axis: Value): Tensor {
  const flat = axis === undefined ? a.reshape([-1]) : a;
  const dim = axis === undefined ? 0 : (axis as number);
  return typeof repeats === 'number' ? flat.repeat_interleave(repeats, dim) : flat.repeat_interleave(tensorOf(repeats), dim);
}

function roll(a: Tensor, shift: Value, axis: Value): Tensor {
  return axis === undefined
    ? a
        .reshape([-1])
        .roll(shift as number)
        .reshape(a.sizes)
    : a.roll(shift as number, axis as number);
}

function pad(a: Tensor, width: Value, mode = 'constant', value: Value = 0): Tensor {
  if (mode !== 'constant') throw new ValueError(`mode '${mode}' is not supported`);
  const rank = a.sizes.length;
  const given: Value[] = typeof width === 'number' ? [width] : [...(width as Iterable<Value>)];
  const pairs = Array.from({ length: rank }, (_, i): [number, number] => {
    const one: Value =
      given.length === 1 ? given[0] : given.every((each) => typeof each === 'number') && given.length === 2 ? given : given[i];
    return typeof one === 'number' ? [one, one] : [one[0] as number, (one[1] ?? one[0]) as number];
  });
  const sizes = a.sizes.map((size, i) => size + pairs[i][0] + pairs[i][1]);
  const out = of(new Float64Array(numel(sizes)).fill(Number(value)), sizes, a.dtype);
  out.index_put_(
    pairs.map(([before], i) => `${before}:${before + a.sizes[i]}`),
    a,
  );
  return out;
}

export const shaping = functions({
  'reshape(a shape)': turned(shaped),
  'ravel(a)': turned((a) => a.reshape([-1])),
  'transpose(a axes)': turned(transposed),
  'swapaxes(a axis1 axis2)': turned((a, one, two) => a.transpose(one as number, two as number)),
  'moveaxis(a source destination)': turned((a, from, to) => a.movedim(from as number, to as number)),
  'expand_dims(a axis)': turned((a, axis) => shapeOf(axis).reduce((one, dim) => one.unsqueeze(dim), a)),
  'squeeze(a axis)': (a: Value, axis: Value) =>
    result(quietly(() => (axis === undefined ? tensorOf(a).squeeze() : tensorOf(a).squeeze(axis as number)))),
  'broadcast_to(array shape)': turned((a, shape) => a.expand(shapeOf(shape))),
  'flip(m axis)': turned((a, axis) => a.flip(axis === undefined ? Array.from({ length: a.sizes.length }, (_, i) => i) : shapeOf(axis))),
  'fliplr(m)': turned((a) => a.flip([1])),
  'flipud(m)': turned((a) => a.flip([0])),
  'rot90(m k)': turned((a, k = 1) => a.rot90(k as number, [0, 1])),
  'roll(a shift axis)': turned(roll),
  'repeat(a repeats axis)': turned(repeat),
  'tile(A reps)': turned((a, reps) => a.tile(shapeOf(reps))),
  'pad(array pad_width mode constant_values)': turned(pad),
  'concatenate(arrays axis dtype)': concatenate,
  'append(arr values axis)': (a: Value, values: Value, axis: Value) =>
    concatenate(axis === undefined ? [a, values].map((one: Value) => arrayFrom(atLeast(1)(tensorOf(one)))) : [a, values], axis ?? null),
  'stack(arrays axis)': stack,
  'vstack(tup)': (all: Value) => joined(together(all, undefined).map(atLeast(2)), 0),
  'hstack(tup)': hstack,
  'column_stack(tup)': columns,
  'dstack(tup)': (all: Value) => stack(all, -1),
  'split(ary indices_or_sections axis)': (a: Value, sections: Value, axis = 0) => parts(a, sections, axis, true),
  'array_split(ary indices_or_sections axis)': (a: Value, sections: Value, axis = 0) => parts(a, sections, axis, false),
  'atleast_1d(a)': (a: Value) => arrayFrom(atLeast(1)(tensorOf(a))),
  'atleast_2d(a)': (a: Value) => arrayFrom(atLeast(2)(tensorOf(a))),
  'delete(arr obj axis)': (a: Value, obj: Value, axis: Value) => {
    const flat = axis === undefined ? quietly(() => tensorOf(a).reshape([-1])) : tensorOf(a);
    const dim = axis === undefined ? 0 : (axis as number);
    const length = flat.sizes[dim];
    const gone = new Set(shapeOf(obj).map((one) => (one < 0 ? one + length : one)));
    const kept = Array.from({ length }, (_, i) => i).filter((i) => !gone.has(i));
    return arrayFrom(quietly(() => flat.index_select(dim, tensorOf(kept))));
  },
});

/** `a.shape` and similar functions for any value. */
export const shapes = functions({
  'shape(a)': (a: Value) => Tuple.from(tensorOf(a).sizes),
  'size(a axis)': (a: Value, axis: Value) => (axis === undefined ? sizeOf(tensorOf(a)) : tensorOf(a).sizes[axis as number]),
  'ndim(a)': (a: Value) => tensorOf(a).sizes.length,
  'isscalar(element)': (a: Value) =>
    typeof a === 'number' || typeof a === 'boolean' || typeof a === 'string' || (isArray(a) && a.sizes.length === 0),
});
