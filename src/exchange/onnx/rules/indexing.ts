/** Operations that take elements by index, and that write them. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Ref } from '../graphWriter.js';
import { broadcast, size } from '../shapes.js';

interface Plan {
  /** A permutation that puts the indexed dims first. */
  perm: number[];
  /** The shape is [places…, one number for each indexed dim]. */
  places: Ref;
  /** `outer`: the shape of the places. `inner`: the shape of what lies at each place. */
  outer: number[];
  inner: number[];
  /**
   * The dim of the result at which the places begin: the first indexed dim if the indexed dims are adjacent, else 0.
   */
  at: number;
}

/** Combines the index lists of `x[i, :, j]`. */
function plan(c: Call, target: Ref): Plan {
  const given = c.places('indices');
  if (given.some(({ ref }) => ref.dtype === 'bool')) throw new NoRule('An index that is a mask beside others has no ONNX form.');
  const dims = given.map(({ at }) => at);
  const outer = broadcast(given.map(({ ref }) => ref.shape));
  const columns = given.map(({ ref }) => {
    const whole = c.expand(c.cast(ref, 'int64'), outer);
    return c.reshape(whole, [...outer, 1]);
  });
  const places =
    columns.length === 1
      ? columns[0]!
      : c.writer.op('Concat', columns, { shape: [...outer, dims.length], dtype: 'int64' }, { axis: outer.length });
  const rest = target.shape.map((_, i) => i).filter((dim) => !dims.includes(dim));
  const isTogether = dims.every((dim, i) => i === 0 || dim === dims[i - 1]! + 1);
  return { perm: [...dims, ...rest], places, outer, inner: rest.map((dim) => target.shape[dim]!), at: isTogether ? dims[0]! : 0 };
}

/** The order of the dims [places…, rest…] in the result. */
const arranged = ({ outer, inner, at }: Plan): number[] => {
  const [first, rest] = [outer.map((_, i) => i), inner.map((_, i) => outer.length + i)];
  return [...rest.slice(0, at), ...first, ...rest.slice(at)];
};

const inverse = (perm: readonly number[]): number[] => perm.map((_, i) => perm.indexOf(i));

/** The places of a mask, if it is the only index: [n, dims of the mask]. */
function maskPlaces(c: Call): Ref | null {
  const given = c.places('indices');
  const [only] = given;
  if (given.length !== 1 || only!.ref.dtype !== 'bool') return null;
  if (only!.at !== 0) throw new NoRule('A mask of later dims has no ONNX form.');
  const rank = only!.ref.shape.length;
  const found = c.writer.op('NonZero', [only!.ref], { shape: [rank, -1], dtype: 'int64' });
  return c.writer.op('Transpose', [found], { shape: [-1, rank], dtype: 'int64' }, { perm: [1, 0] });
}

function index(c: Call): Ref {
  const mask = maskPlaces(c);
  if (mask) return c.writer.op('GatherND', [c.input, mask], c.out);
  const all = plan(c, c.input);
  const moved = c.transpose(c.input, all.perm);
  const found = c.writer.op('GatherND', [moved, all.places], { shape: [...all.outer, ...all.inner], dtype: moved.dtype });
  return c.transpose(found, arranged(all));
}

function indexPut(c: Call): Ref {
  const values = c.operand('values', c.out.dtype);
  const reduction = c.flag('accumulate') ? { reduction: 'add' } : {};
  const mask = maskPlaces(c);
  if (mask) {
    const { ref } = c.places('indices')[0]!;
    if (values.shape.length > 0 || 'reduction' in reduction) return c.writer.op('ScatterND', [c.input, mask, values], c.out, reduction);
    const tail = new Array<number>(c.input.shape.length - ref.shape.length).fill(1);
    return c.where(c.reshape(ref, [...ref.shape, ...tail]), values, c.input);
  }
  const all = plan(c, c.input);
  const order = arranged(all);
  const shape = order.map((i) => [...all.outer, ...all.inner][i]!);
  const moved = c.transpose(c.input, all.perm);
  const update = c.transpose(c.expand(values, shape), inverse(order));
  const written = c.writer.op('ScatterND', [moved, all.places, update], moved, reduction);
  return c.transpose(written, inverse(all.perm));
}

/** Rows of a table. The indices may have any shape. */
const rows = (c: Call): Ref => {
  const weight = c.maybe('weight') ?? c.inputs[0]!;
  const indices = c.maybe('indices') ?? c.inputs[1]!;
  return c.writer.op('Gather', [weight, indices], c.out, { axis: 0 });
};

function rowsBackward(c: Call): Ref {
  if (c.flag('scale_grad_by_freq')) throw new NoRule("'embedding' with scale_grad_by_freq=True has no ONNX form.");
  const [grad, indices] = [c.tensor('grad_output'), c.tensor('indices')];
  const [count, width] = c.out.shape as [number, number];
  const n = size(indices.shape);
  const zeros = c.expand(c.writer.constant([0], { shape: [1, 1], dtype: grad.dtype }), [count, width]);
  const places = c.reshape(c.cast(indices, 'int64'), [n, 1]);
  const summed = c.writer.op('ScatterND', [zeros, places, c.reshape(grad, [n, width])], c.out, { reduction: 'add' });
  const padding = c.number('padding_idx', -1);
  if (padding < 0) return summed;
  const stays = Array.from({ length: count }, (_, i) => Number(i !== padding));
  return c.mul(summed, c.writer.constant(stays, { shape: [count, 1], dtype: grad.dtype }));
}

const scattered =
  (source: string, reduction?: string): Rule =>
  (c) => {
    const index = c.cast(c.tensor('index'), 'int64');
    const update = c.operand(source, c.out.dtype);
    const cut = c.has(source) ? firstOf(c, update, index.shape) : c.expand(update, index.shape);
    return c.writer.op('ScatterElements', [c.input, index, cut], c.out, { axis: c.dim('dim', 0), ...(reduction && { reduction }) });
  };

/** The first elements of a source, as many as the index has. The source may be larger. */
const firstOf = (c: Call, ref: Ref, shape: readonly number[]): Ref =>
  ref.shape.every((n, i) => n === shape[i])
    ? ref
    : c.writer.op('Slice', [ref, c.writer.ints(shape.map(() => 0)), c.writer.ints(shape), c.writer.ints(shape.map((_, i) => i))], {
        ...ref,
        shape,
      });

/** The index or the source along one dim, in the form that ScatterElements takes. */
const alongDim = (c: Call, index: Ref, shape: readonly number[], dim: number): Ref =>
  c.expand(
    c.reshape(
      c.cast(index, 'int64'),
      shape.map((_, i) => (i === dim ? size(index.shape) : 1)),
    ),
    shape,
  );

// not operations: keys of a translation table, each with its rule for ONNX
export const indexing: Rules = {
  index,
  index_put: indexPut,
  embedding: rows,
  embedding_backward: rowsBackward,
  index_select: (c) =>
    c.writer.op('Gather', [c.input, c.reshape(c.tensor('index'), [size(c.tensor('index').shape)])], c.out, { axis: c.dim('dim', 0) }),
  gather: (c) => {
    const index = c.tensor('index');
    const within = c.input.shape.map((n, i) => (i === c.dim('dim', 0) ? n : index.shape[i]!));
    return c.writer.op('GatherElements', [firstOf(c, c.input, within), index], c.out, { axis: c.dim('dim', 0) });
  },
  scatter: (c) => {
    // not operations: the words of the argument `reduce`
    const how = { add: 'add', multiply: 'mul', sum: 'add', prod: 'mul', amax: 'max', amin: 'min' }[c.text('reduce', '')];
    return scattered(c.has('src') || c.argument('src') !== undefined ? 'src' : 'value', how)(c);
  },
  scatter_add: scattered('src', 'add'),
  index_add: (c) => {
    const source = c.times(c.tensor('source'), c.number('alpha', 1));
    const dim = c.dim('dim', 0);
    return c.writer.op('ScatterElements', [c.input, alongDim(c, c.tensor('index'), source.shape, dim), source], c.out, {
      axis: dim,
      reduction: 'add',
    });
  },
  index_copy: (c) => {
    const source = c.tensor('source');
    const dim = c.dim('dim', 0);
    return c.writer.op('ScatterElements', [c.input, alongDim(c, c.tensor('index'), source.shape, dim), source], c.out, { axis: dim });
  },
  index_fill: (c) => {
    const dim = c.dim('dim', 0);
    const shape = c.out.shape.map((n, i) => (i === dim ? size(c.tensor('index').shape) : n));
    const update = c.expand(c.operand('value', c.out.dtype), shape);
    return c.writer.op('ScatterElements', [c.input, alongDim(c, c.tensor('index'), shape, dim), update], c.out, { axis: dim });
  },
  argwhere: (c) => {
    const rank = c.input.shape.length;
    const found = c.writer.op('NonZero', [c.cast(c.input, 'bool')], { shape: [rank, c.out.shape[0]!], dtype: 'int64' });
    return c.transpose(found, [1, 0]);
  },
  take: (c) => c.writer.op('Gather', [c.reshape(c.input, [size(c.input.shape)]), c.tensor('index')], c.out, { axis: 0 }),
  masked_select: (c) => {
    const shape = broadcast([c.input.shape, c.tensor('mask').shape]);
    const [x, mask] = [c.expand(c.input, shape), c.expand(c.tensor('mask'), shape)];
    return c.writer.op('Compress', [c.reshape(x, [size(shape)]), c.reshape(mask, [size(shape)])], c.out, { axis: 0 });
  },
};
