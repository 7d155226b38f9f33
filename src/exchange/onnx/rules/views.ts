/** Operations that only rearrange elements: views, joins, copies. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Ref } from '../graphWriter.js';
import { placesOf, size, stridesOf } from '../shapes.js';

/** The result has the elements in the same order. */
const reshaped: Rule = (c) => c.reshape(c.input, c.out.shape);

const unchanged: Rule = (c) => c.cast(c.input, c.out.dtype);

const swapped = (c: Call, a: number, b: number): Ref => {
  const perm = c.input.shape.map((_, i) => i);
  if (perm.length > 0) [perm[a], perm[b]] = [b, a];
  return c.transpose(c.input, perm);
};

/** Any view, given by the places of its elements. */
const picked = (c: Call, places: readonly number[]): Ref => {
  const flat = c.reshape(c.input, [size(c.input.shape)]);
  const taken = c.writer.op('Gather', [flat, c.writer.ints(places)], { shape: [places.length], dtype: flat.dtype }, { axis: 0 });
  return c.reshape(taken, c.out.shape);
};

/** Writes elements at places of `onto`; without `onto`, adds them up at places of a tensor of zeros. */
export function placed(c: Call, elements: Ref, places: readonly number[], onto: Ref | null): Ref {
  const { shape, dtype } = c.out;
  const flat = onto ? c.reshape(onto, [size(shape)]) : c.expand(c.writer.constant([0], { shape: [1], dtype }), [size(shape)]);
  const how = onto ? {} : { reduction: 'add' };
  const update = c.reshape(elements, [places.length]);
  const result = c.writer.op(
    'ScatterElements',
    [flat, c.writer.ints(places), update],
    { shape: [size(shape)], dtype },
    { axis: 0, ...how },
  );
  return c.reshape(result, shape);
}

export function diagonalPlaces(shape: readonly number[], offset: number, first: number, second: number): number[] {
  const strides = stridesOf(shape);
  const rest = shape.map((_, i) => i).filter((dim) => dim !== first && dim !== second);
  const [rows, cols] = [shape[first]! + Math.min(0, offset), shape[second]! - Math.max(0, offset)];
  const begin = offset >= 0 ? offset * strides[second]! : -offset * strides[first]!;
  return placesOf(
    [...rest.map((dim) => shape[dim]!), Math.max(0, Math.min(rows, cols))],
    [...rest.map((dim) => strides[dim]!), strides[first]! + strides[second]!],
    begin,
  );
}

export const slicePlaces = (shape: readonly number[], dim: number, start: number, count: number, step: number): number[] => {
  const strides = stridesOf(shape);
  const sizes = shape.map((n, i) => (i === dim ? count : n));
  return placesOf(
    sizes,
    strides.map((s, i) => (i === dim ? s * step : s)),
    start * strides[dim]!,
  );
};

export const slice = (c: Call, ref: Ref, dim: number, [start, end, step]: readonly [number, number, number], length: number): Ref =>
  c.writer.op('Slice', [ref, ...[[start], [end], [dim], [step]].map((list) => c.writer.ints(list))], {
    ...ref,
    shape: ref.shape.map((n, i) => (i === dim ? length : n)),
  });

/** Slices along a dim. With `dropping`, that dim is removed. */
function parts(c: Call, dropping: boolean): Ref[] {
  const dim = c.dim('dim', 0);
  const sizes = c.step.outputs.map(({ shape }) => (dropping ? 1 : shape[dim]!));
  const whole = c.step.outputs.map(({ shape, dtype }, i) => ({
    dtype,
    shape: dropping ? [...shape.slice(0, dim), sizes[i]!, ...shape.slice(dim)] : shape,
  }));
  const made = c.writer.multi('Split', [c.input, c.writer.ints(sizes)], whole, { axis: dim });
  return made.map((ref, i) => c.reshape(ref, c.step.outputs[i]!.shape));
}

function rolled(c: Call): Ref {
  const shifts = c.numbers('shifts');
  const dims = c.numbers('dims');
  let ref = dims.length > 0 ? c.input : c.reshape(c.input, [size(c.input.shape)]);
  shifts.forEach((shift, i) => {
    const dim = dims.length > 0 ? (dims[i]! + ref.shape.length) % ref.shape.length : 0;
    const n = ref.shape[dim]!;
    const at = n === 0 ? 0 : (((n - shift) % n) + n) % n;
    if (at === 0) return;
    ref = c.writer.op('Concat', [slice(c, ref, dim, [at, n, 1], n - at), slice(c, ref, dim, [0, at, 1], at)], ref, { axis: dim });
  });
  return c.reshape(ref, c.out.shape);
}

export const flipped = (c: Call, dims: readonly number[]): Ref =>
  dims.reduce((ref, given) => {
    const dim = given < 0 ? given + ref.shape.length : given;
    // The slice ends before the first element. The end cannot be -1, since -1 counts from the back.
    return slice(c, ref, dim, [-1, -(2 ** 31), -1], ref.shape[dim]!);
  }, c.input);

/** A place in memory is a place in the tensor only when the tensor lies in memory row by row. */
function needRows(c: Call, shape: readonly number[]): void {
  if (stridesOf(shape).some((stride, i) => shape[i] !== 1 && stride !== c.numbers('base_stride')[i]))
    throw new NoRule('A part of a tensor was changed in place that does not lie row by row in memory: this has no ONNX form.');
}

const triangle =
  (upper: number): Rule =>
  (c) =>
    c.writer.op('Trilu', [c.input, c.writer.scalar(c.number('diagonal', 0), 'int64')], c.input, { upper });

const padded =
  (mode: string, list: string): Rule =>
  (c) => {
    const pad = c.numbers(list);
    const rank = c.input.shape.length;
    const before = new Array<number>(rank).fill(0);
    const after = new Array<number>(rank).fill(0);
    for (let i = 0; i < pad.length / 2; i++) [before[rank - 1 - i], after[rank - 1 - i]] = [pad[2 * i]!, pad[2 * i + 1]!];
    const value = mode === 'constant' ? c.writer.scalar(c.number('value', 0), c.input.dtype) : null;
    return c.writer.op('Pad', [c.input, c.writer.ints([...before, ...after]), value], c.out, { mode });
  };

/** The shape [planes, channels, rows, columns], whatever dims come before the last three. */
const asImages = (c: Call): Ref => {
  const rank = c.input.shape.length;
  return c.reshape(c.input, [size(c.input.shape.slice(0, rank - 3)), ...c.input.shape.slice(rank - 3)]);
};

const shuffled: Rule = (c) => {
  const images = asImages(c);
  const shape = [images.shape[0]!, ...c.out.shape.slice(-3)];
  const attributes = { blocksize: c.number('upscale_factor', 1), mode: 'CRD' };
  return c.reshape(c.writer.op('DepthToSpace', [images], { shape, dtype: images.dtype }, attributes), c.out.shape);
};

/** ONNX's SpaceToDepth orders the channels differently, so a transpose is used. */
const unshuffled: Rule = (c) => {
  const r = c.number('downscale_factor', 1);
  const [planes, channels, rows, columns] = asImages(c).shape as [number, number, number, number];
  const blocks = c.reshape(c.input, [planes, channels, rows / r, r, columns / r, r]);
  return c.reshape(c.transpose(blocks, [0, 1, 3, 5, 2, 4]), c.out.shape);
};

// not operations: keys of a translation table, each with its rule for ONNX
export const views: Rules = {
  view: reshaped,
  reshape: reshaped,
  flatten: reshaped,
  reshape_alias: reshaped,
  _reshape_alias: reshaped,
  unsafe_view: reshaped,
  unsqueeze: reshaped,
  squeeze: reshaped,
  detach: unchanged,
  alias: unchanged,
  clone: unchanged,
  contiguous: unchanged,
  to: unchanged,
  to_copy: unchanged,
  copy: (c) => c.expand(c.cast(c.inputs[1]!, c.out.dtype), c.out.shape),
  fill: (c) => c.expand(c.operand('value', c.out.dtype), c.out.shape),
  zero: (c) => c.expand(c.writer.scalar(0, c.out.dtype), c.out.shape),
  t: (c) => swapped(c, 0, c.input.shape.length - 1),
  transpose: (c) => swapped(c, c.dim('dim0', 0), c.dim('dim1', 1)),
  swapaxes: (c) => swapped(c, c.dim('axis0', 0), c.dim('axis1', 1)),
  swapdims: (c) => swapped(c, c.dim('dim0', 0), c.dim('dim1', 1)),
  permute: (c) =>
    c.transpose(
      c.input,
      c.numbers('dims').map((dim) => (dim < 0 ? dim + c.input.shape.length : dim)),
    ),
  expand: (c) => c.expand(c.input, c.out.shape),
  broadcast_to: (c) => c.expand(c.input, c.out.shape),
  repeat: (c) => {
    const repeats = c.numbers('repeats');
    const whole = c.reshape(c.input, [...new Array<number>(repeats.length - c.input.shape.length).fill(1), ...c.input.shape]);
    return c.writer.op('Tile', [whole, c.writer.ints(repeats)], c.out);
  },
  select: (c) => {
    const dim = c.dim('dim', 0);
    const index = c.number('index', 0);
    const at = c.writer.scalar(index < 0 ? index + c.input.shape[dim]! : index, 'int64');
    return c.writer.op('Gather', [c.input, at], c.out, { axis: dim });
  },
  slice: (c) => {
    const dim = c.dim('dim', 0);
    return slice(c, c.input, dim, [c.number('start', 0), c.number('end', c.input.shape[dim]!), c.number('step', 1)], c.out.shape[dim]!);
  },
  slice_backward: (c) => {
    const dim = c.dim('dim', 0, c.out.shape.length);
    const [start, step] = [c.number('start', 0), c.number('step', 1)];
    const count = c.input.shape[dim]!;
    if (step !== 1) return placed(c, c.input, slicePlaces(c.out.shape, dim, start, count, step), null);
    const around = (n: number) => c.out.shape.map((_, i) => (i === dim ? n : 0));
    const pads = [...around(start), ...around(c.out.shape[dim]! - start - count)];
    return c.writer.op('Pad', [c.input, c.writer.ints(pads), c.writer.scalar(0, c.input.dtype)], c.out);
  },
  split: (c) => parts(c, false),
  split_with_sizes: (c) => parts(c, false),
  unbind: (c) => parts(c, true),
  diagonal: (c) => picked(c, diagonalPlaces(c.input.shape, c.number('offset', 0), c.dim('dim1', 0), c.dim('dim2', 1))),
  diagonal_backward: (c) => {
    const rank = c.out.shape.length;
    return placed(c, c.input, diagonalPlaces(c.out.shape, c.number('offset', 0), c.dim('dim1', 0, rank), c.dim('dim2', 1, rank)), null);
  },
  diag_embed: (c) => {
    const rank = c.out.shape.length;
    return placed(c, c.input, diagonalPlaces(c.out.shape, c.number('offset', 0), c.dim('dim1', -2, rank), c.dim('dim2', -1, rank)), null);
  },
  as_strided_scatter: (c) => {
    needRows(c, c.out.shape);
    return placed(c, c.input, placesOf(c.input.shape, c.numbers('stride'), c.number('offset', 0)), null);
  },
  copy_slices: (c) => {
    const [base, part] = c.inputs as [Ref, Ref];
    needRows(c, base.shape);
    return placed(c, part, placesOf(part.shape, c.numbers('stride'), c.number('offset', 0)), base);
  },
  cat: (c) => {
    const rank = c.out.shape.length;
    // PyTorch accepts an empty vector beside tensors of any rank.
    const wanted = c.inputs
      .filter(({ shape }) => !(shape.length === 1 && shape[0] === 0 && rank > 1))
      .map((ref) => c.cast(ref, c.out.dtype));
    return c.writer.op('Concat', wanted, c.out, { axis: c.dim('dim', 0, rank) });
  },
  stack: (c) => {
    const dim = c.dim('dim', 0, c.out.shape.length);
    const each = c.inputs.map((ref) => c.reshape(c.cast(ref, c.out.dtype), [...ref.shape.slice(0, dim), 1, ...ref.shape.slice(dim)]));
    return c.writer.op('Concat', each, c.out, { axis: dim });
  },
  as_strided: (c) => picked(c, placesOf(c.out.shape, c.numbers('stride'), c.number('storage_offset', 0))),
  unfold: (c) => {
    const dim = c.dim('dimension', 0);
    const strides = stridesOf(c.input.shape);
    const along = strides[dim] ?? 1;
    return picked(c, placesOf(c.out.shape, [...strides.map((s, i) => (i === dim ? s * c.number('step', 1) : s)), along], 0));
  },
  flip: (c) => flipped(c, c.numbers('dims')),
  roll: rolled,
  tril: triangle(0),
  triu: triangle(1),
  constant_pad_nd: padded('constant', 'pad'),
  reflection_pad1d: padded('reflect', 'pad'),
  reflection_pad2d: padded('reflect', 'pad'),
  reflection_pad3d: padded('reflect', 'pad'),
  replication_pad1d: padded('edge', 'pad'),
  replication_pad2d: padded('edge', 'pad'),
  replication_pad3d: padded('edge', 'pad'),
  pixel_shuffle: shuffled,
  pixel_unshuffle: unshuffled,
};
