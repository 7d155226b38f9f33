/** Operations that move parts of tensors: rotate, interleave, join along a diagonal, write into a copy. */
import type { Call, Rule, Rules } from '../call.js';
import type { Ref } from '../graphWriter.js';
import { size } from '../shapes.js';
import { diagonalPlaces, flipped, placed, slice, slicePlaces } from './views.js';

/** An index of a dim as a number from the front, limited to the dim. */
const within = (c: Call, name: string, n: number, otherwise: number): number => {
  const at = c.number(name, otherwise);
  return Math.min(Math.max(at < 0 ? at + n : at, 0), n);
};

function turned(c: Call): Ref {
  const rank = c.input.shape.length;
  const dims = c.argument('dims') === undefined ? [0, 1] : c.numbers('dims');
  const [a, b] = dims.map((dim) => (dim < 0 ? dim + rank : dim)) as [number, number];
  const turns = ((c.number('k', 1) % 4) + 4) % 4;
  const perm = c.input.shape.map((_, i) => (i === a ? b : i === b ? a : i));
  if (turns === 0) return c.writer.op('Identity', [c.input], c.input);
  if (turns === 2) return flipped(c, [a, b]);
  return c.transpose(flipped(c, [turns === 1 ? b : a]), perm);
}

function interleaved(c: Call): Ref {
  const groups = c.number('groups', 1);
  const [n, channels, ...rest] = c.input.shape as [number, number, ...number[]];
  const apart = c.reshape(c.input, [n, groups, channels / groups, ...rest]);
  return c.reshape(c.transpose(apart, [0, 2, 1, ...rest.map((_, i) => i + 3)]), c.out.shape);
}

/** Each block is padded with zeros to the full width. The padded blocks are joined from top to bottom. */
function blocks(c: Call): Ref {
  const columns = c.out.shape[1]!;
  let before = 0;
  const rows = c.inputs.flatMap((ref) => {
    const [height, width] = ref.shape.length === 2 ? (ref.shape as [number, number]) : [1, size(ref.shape)];
    const block = c.reshape(c.cast(ref, c.out.dtype), [height, width]);
    const pads = c.writer.ints([0, before, 0, columns - before - width]);
    before += width;
    if (height === 0) return [];
    return c.writer.op('Pad', [block, pads, c.writer.scalar(0, c.out.dtype)], { shape: [height, columns], dtype: c.out.dtype });
  });
  return c.writer.op('Concat', rows, c.out, { axis: 0 });
}

/** A copy of the input whose elements at these places come from `src`. */
const scattered =
  (places: (c: Call, shape: readonly number[]) => readonly number[]): Rule =>
  (c) =>
    placed(c, c.cast(c.tensor('src'), c.out.dtype), places(c, c.out.shape), c.cast(c.input, c.out.dtype));

// not operations: keys of a translation table, each with its rule for ONNX
export const arranging: Rules = {
  rot90: turned,
  channel_shuffle: interleaved,
  block_diag: blocks,
  narrow_copy: (c) => {
    const dim = c.dim('dim', 0);
    const start = within(c, 'start', c.input.shape[dim]!, 0);
    return slice(c, c.input, dim, [start, start + c.out.shape[dim]!, 1], c.out.shape[dim]!);
  },
  slice_scatter: scattered((c, shape) => {
    const dim = c.dim('dim', 0);
    return slicePlaces(shape, dim, within(c, 'start', shape[dim]!, 0), c.tensor('src').shape[dim]!, c.number('step', 1));
  }),
  select_scatter: scattered((c, shape) => {
    const dim = c.dim('dim', 0);
    return slicePlaces(shape, dim, within(c, 'index', shape[dim]!, 0), 1, 1);
  }),
  diagonal_scatter: scattered((c, shape) => diagonalPlaces(shape, c.number('offset', 0), c.dim('dim1', 0), c.dim('dim2', 1))),
};
