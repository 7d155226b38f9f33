/** Operations that reduce a dim or run along one. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Ref } from '../graphWriter.js';
import { isFloat, size } from '../shapes.js';

const keepdim = (c: Call): boolean => c.flag('keepdim');

const reduced =
  (type: string): Rule =>
  (c) =>
    c.reduce(type, c.cast(c.input, c.out.dtype), c.numbers('dim'), keepdim(c));

/** `max` has three forms: over all elements, over a dim with the indices, and of two tensors. */
const extreme =
  (reduce: string, arg: string, each: string): Rule =>
  (c) => {
    if (c.has('other'))
      return c.each(
        each,
        c.inputs.map((ref) => c.cast(ref, c.out.dtype)),
      );
    if (c.step.outputs.length === 1) return c.reduce(reduce, c.input, c.numbers('dim'), keepdim(c));
    const dim = c.dim('dim', -1);
    return [c.reduce(reduce, c.input, [dim], keepdim(c)), placeOf(c, arg, dim, c.step.outputs[1]!.shape)];
  };

const placeOf = (c: Call, type: string, axis: number, shape: readonly number[], ref = c.input): Ref =>
  c.writer.op(type, [ref.dtype === 'bool' ? c.cast(ref, 'int32') : ref], { shape, dtype: 'int64' }, { axis, keepdims: Number(keepdim(c)) });

const place =
  (type: string): Rule =>
  (c) => {
    if (c.input.shape.length === 0) return c.writer.scalar(0, 'int64');
    const dim = c.argument('dim');
    if (dim !== undefined && dim !== null) return placeOf(c, type, c.dim('dim', 0), c.out.shape);
    const flat = c.reshape(c.input, [size(c.input.shape)]);
    const found = c.writer.op(type, [flat], { shape: [], dtype: 'int64' }, { axis: 0, keepdims: 0 });
    return c.reshape(found, c.out.shape);
  };

const truth =
  (type: string): Rule =>
  (c) =>
    // For an empty input, `any` is false and `all` is true.
    size(c.input.shape) === 0
      ? c.expand(c.writer.scalar(Number(type === 'ReduceMin'), 'bool'), c.out.shape)
      : c.cast(c.reduce(type, c.cast(c.cast(c.input, 'bool'), 'int32'), c.numbers('dim'), keepdim(c)), 'bool');

function variance(c: Call): Ref {
  const dims = c.numbers('dim');
  const n = size(dims.length > 0 ? dims.map((dim) => c.input.shape.at(dim)!) : c.input.shape);
  const correction = c.argument('correction') === undefined ? Number(c.flag('unbiased', true)) : c.number('correction', 1);
  const centred = c.sub(c.input, c.reduce('ReduceMean', c.input, dims, true));
  return c.times(c.reduce('ReduceSum', c.mul(centred, centred), dims, keepdim(c)), 1 / Math.max(0, n - correction));
}

const softmax =
  (type: string): Rule =>
  (c) => {
    const x = c.cast(c.input, c.out.dtype);
    return x.shape.length === 0
      ? c.sub(c.like(type === 'Softmax' ? 1 : 0, x), c.like(0, x))
      : c.writer.op(type, [x], x, { axis: c.dim('dim', -1) });
  };

/** The p-norm of `ref` over dims. An empty list means all dims. */
export function normOf(c: Call, ref: Ref, p: number, dims: readonly number[], keeps: boolean): Ref {
  const over = (type: string, of: Ref) => c.reduce(type, of, dims, keeps);
  if (ref.shape.length === 0) return c.each('Abs', [ref]);
  if (p === 2) return over('ReduceL2', ref);
  const x = c.each('Abs', [ref]);
  if (p === 1) return over('ReduceSum', x);
  if (p === Infinity) return over('ReduceMax', x);
  if (p === -Infinity) return over('ReduceMin', x);
  if (p === 0) return over('ReduceSum', c.each('Sign', [x]));
  return c.each('Pow', [over('ReduceSum', c.each('Pow', [x, c.like(p, x)])), c.like(1 / p, x)]);
}

const norm: Rule = (c) => normOf(c, c.input, c.number('p', 2), c.numbers('dim'), keepdim(c));

const meanToo =
  (spread: (c: Call) => Ref): Rule =>
  (c) => [spread(c), c.reduce('ReduceMean', c.input, c.numbers('dim'), keepdim(c))];

const deviation = (c: Call): Ref => c.each('Sqrt', [variance(c)]);

function ordered(c: Call, k: number, largest: boolean): Ref[] {
  const axis = c.dim('dim', -1);
  const [values, indices] = c.step.outputs;
  if (c.input.shape.length === 0) return [c.input, c.writer.scalar(0, 'int64')].slice(0, c.step.outputs.length);
  return c.writer.multi('TopK', [c.input, c.writer.ints([k])], [values!, indices ?? { shape: values!.shape, dtype: 'int64' }], {
    axis,
    largest: Number(largest),
    sorted: 1,
  });
}

// not operations: keys of a translation table, each with its rule for ONNX
export const reductions: Rules = {
  nansum: (c) => {
    const x = c.cast(c.input, c.out.dtype);
    return c.reduce('ReduceSum', c.where(c.each('IsNaN', [x], 'bool'), c.like(0, x), x), c.numbers('dim'), keepdim(c));
  },
  sum: reduced('ReduceSum'),
  mean: reduced('ReduceMean'),
  prod: reduced('ReduceProd'),
  amax: reduced('ReduceMax'),
  amin: reduced('ReduceMin'),
  logsumexp: reduced('ReduceLogSumExp'),
  max: extreme('ReduceMax', 'ArgMax', 'Max'),
  min: extreme('ReduceMin', 'ArgMin', 'Min'),
  argmax: place('ArgMax'),
  argmin: place('ArgMin'),
  any: truth('ReduceMax'),
  all: truth('ReduceMin'),
  count_nonzero: (c) => c.reduce('ReduceSum', c.cast(c.cast(c.input, 'bool'), 'int64'), c.numbers('dim'), false),
  var: variance,
  std: deviation,
  var_mean: meanToo(variance),
  std_mean: meanToo(deviation),
  aminmax: (c) => {
    // ONNX cannot order booleans.
    const x = c.input.dtype === 'bool' ? c.cast(c.input, 'int32') : c.input;
    return ['ReduceMin', 'ReduceMax'].map((type) => c.cast(c.reduce(type, x, c.numbers('dim'), keepdim(c)), c.input.dtype));
  },
  vector_norm: norm,
  norm,
  softmax: softmax('Softmax'),
  log_softmax: softmax('LogSoftmax'),
  cumsum: (c) => c.writer.op('CumSum', [c.cast(c.input, c.out.dtype), c.writer.scalar(c.dim('dim', 0), 'int64')], c.out),
  topk: (c) => ordered(c, c.number('k', 1), c.flag('largest', true)),
  sort: (c) => ordered(c, c.input.shape.at(c.dim('dim', -1)) ?? 1, c.flag('descending')),
  median: (c) => {
    if (!isFloat(c.input.dtype) || c.step.outputs.length > 1) throw new NoRule("'median' along a dim has no ONNX form.");
    const n = size(c.input.shape);
    const flat = c.reshape(c.input, [n]);
    const k = Math.floor((n + 1) / 2);
    const [values] = c.writer.multi(
      'TopK',
      [flat, c.writer.ints([k])],
      [
        { ...flat, shape: [k] },
        { shape: [k], dtype: 'int64' },
      ],
      {
        axis: 0,
        largest: 0,
      },
    );
    return c.writer.op('Gather', [values!, c.writer.scalar(k - 1, 'int64')], c.out, { axis: 0 });
  },
};
