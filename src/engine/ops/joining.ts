import { kernels } from '../backends/dispatch.js';
import { promoteTypes } from '../dtype.js';
import { IndexError, RuntimeError, ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { sameSizes, showSizes, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { execute } from './execute.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { emptyLike } from './pointwise.js';

/** Operations that join tensors. */

/** An old rule of PyTorch: an empty tensor with one dim can be joined to any tensor. */
const isSkipped = (t: { sizes: readonly number[] }) => t.sizes.length === 1 && t.sizes[0] === 0;

function checkJoin(tensors: readonly Tensor[], dim: number): void {
  const model = tensors.find((t) => !isSkipped(t))!;
  tensors.forEach((t, i) => {
    if (isSkipped(t)) return;
    if (t.sizes.length !== model.sizes.length) {
      throw wrongShape(`Tensors must have same number of dimensions: got ${model.sizes.length} and ${t.sizes.length}`);
    }
    t.sizes.forEach((n, d) => {
      if (d !== dim && n !== model.sizes[d]) {
        throw new RuntimeError(
          `Sizes of tensors must match except in dimension ${dim}. Expected size ${model.sizes[d]} but got size ${n} for tensor number ${i} in the list.`,
          { kind: 'list', except: dim },
        );
      }
    });
  });
}

export const cat = op({
  signature: 'cat(Tensor[] tensors, int dim=0, *, Tensor? out=None)',
  autocast: 'promote',
  kind: kind.joining(),
  doc: 'Joins tensors along a dim that they have.',
  formula: 'out = tensors, one after the other along dim',
  gradient: 'tensors[k]: its part of g',
  keepsChannels: true,
  forward(tensors, dim) {
    if (tensors.length === 0) throw new ValueError('torch.cat(): expected a non-empty list of Tensors');
    tensors.forEach((t, i) => {
      if (t.sizes.length === 0) throw wrongShape(`zero-dimensional tensor (at position ${i}) cannot be concatenated`);
    });
    const parts = tensors.filter((t) => !isSkipped(t));
    const model = parts[0] ?? tensors[0];
    const d = wrapDim(dim, model.sizes.length);
    if (parts.length > 0) checkJoin(tensors, d);
    const dtype = tensors.map((t) => t.dtype).reduce(promoteTypes);
    const sizes = model.sizes.map((n, i) => (i === d ? parts.reduce((sum, t) => sum + t.sizes[d], 0) : n));
    const out = Tensor.empty(sizes, dtype, model.device);
    let at = 0;
    for (const t of parts) {
      kernels.copy(t, out.alias(t.sizes, out.strides, at * out.strides[d]));
      at += t.sizes[d];
    }
    return out;
  },
  backward: {
    tensors(g, s) {
      let at = 0;
      return s.metasOf('tensors').map((t) => {
        if (isSkipped(t) && !sameSizes(t.sizes, g.sizes)) return g.new_zeros(t.sizes);
        const d = wrapDim(s.dim, g.sizes.length);
        const part = g.narrow(d, at, t.sizes[d]);
        at += t.sizes[d];
        return part;
      });
    },
  },
});

export const stack = op({
  signature: 'stack(Tensor[] tensors, int dim=0, *, Tensor? out=None)',
  autocast: 'promote',
  kind: kind.joining(),
  doc: 'Joins tensors of one size along a new dim.',
  formula: 'out[…, k, …] = tensors[k]',
  gradient: 'tensors[k]: g[…, k, …]',
  forward(tensors, dim) {
    if (tensors.length === 0) throw new RuntimeError('stack expects a non-empty TensorList');
    const first = tensors[0];
    const d = wrapDim(dim, first.sizes.length + 1);
    tensors.forEach((t, i) => {
      if (!sameSizes(t.sizes, first.sizes)) {
        throw new RuntimeError(
          `stack expects each tensor to be equal size, but got ${showSizes(first.sizes)} at entry 0 and ${showSizes(t.sizes)} at entry ${i}`,
          { kind: 'list', except: null },
        );
      }
    });
    const out = Tensor.empty(
      [...first.sizes.slice(0, d), tensors.length, ...first.sizes.slice(d)],
      tensors.map((t) => t.dtype).reduce(promoteTypes),
      first.device,
    );
    const rest = out.strides.filter((_, i) => i !== d);
    tensors.forEach((t, i) => kernels.copy(t, out.alias(t.sizes, rest, i * out.strides[d])));
    return out;
  },
  backward: { tensors: (g, s) => g.unbind(s.dim) },
});

export const catOf = (tensors: readonly Tensor[], dim: number): Tensor => execute(cat, [tensors, dim, null]) as Tensor;
export const stackOf = (tensors: readonly Tensor[], dim: number): Tensor => execute(stack, [tensors, dim, null]) as Tensor;

const catAliases: Op[] = ['concat', 'concatenate'].map((name) =>
  op({
    signature: `${name}(Tensor[] tensors, int dim=0)`,
    kind: kind.joining(),
    doc: 'Another name of `cat`.',
    formula: 'as cat',
    compose: catOf,
  }),
);

const atLeast = (t: Tensor, rank: 1 | 2): Tensor => {
  if (t.sizes.length >= rank) return t;
  return t.sizes.length === 0 ? t.reshape(new Array<number>(rank).fill(1)) : t.unsqueeze(0);
};

/** @throws RuntimeError when there is no tensor to join */
export const needTensors = (name: string, tensors: readonly Tensor[]): readonly Tensor[] => {
  if (tensors.length === 0) throw new RuntimeError(`${name} expects a non-empty TensorList`);
  return tensors;
};

const stacks: Op[] = [
  op({
    signature: 'hstack(Tensor[] tensors)',
    kind: kind.joining(),
    doc: 'Joins side by side: along dim 1, of vectors along dim 0.',
    formula: 'out = tensors, side by side',
    compose(tensors) {
      needTensors('hstack', tensors);
      const parts = tensors.map((t) => atLeast(t, 1));
      return catOf(parts, parts[0].sizes.length === 1 ? 0 : 1);
    },
  }),
  ...(['vstack', 'row_stack'] as const).map((name) =>
    op({
      signature: `${name}(Tensor[] tensors)`,
      kind: kind.joining(),
      doc: `Joins one below the other; vectors become rows.${name === 'vstack' ? '' : ' Another name of `vstack`.'}`,
      formula: 'out = tensors, one below the other',
      compose: (tensors) =>
        catOf(
          needTensors(name, tensors).map((t) => atLeast(t, 2)),
          0,
        ),
    }),
  ),
];

const meshgrid = op({
  signature: 'meshgrid(Tensor... tensors, *, str? indexing=None) -> Tensor[]',
  kind: kind.view({ holds: 'tensors' }),
  doc: 'The coordinates of a grid, one tensor for each axis.',
  formula: 'out[k][i₀, i₁, …] = tensors[k][iₖ]',
  compose(tensors, indexing) {
    if (tensors.length === 0) throw new RuntimeError('meshgrid expects a non-empty TensorList');
    if (indexing !== null && indexing !== 'ij' && indexing !== 'xy') {
      throw new RuntimeError(`torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${indexing}`);
    }
    for (const t of tensors)
      if (t.sizes.length > 1) throw wrongShape(`torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: ${String(t)}`);
    const swap = indexing === 'xy' && tensors.length >= 2;
    const list = swap ? [tensors[1], tensors[0], ...tensors.slice(2)] : tensors;
    const sizes = list.map((t) => t.sizes[0] ?? 1);
    const grids = list.map((t, k) => t.reshape(sizes.map((_, i) => (i === k ? sizes[k] : 1))).expand(sizes));
    if (!swap) return grids;
    return [grids[1], grids[0], ...grids.slice(2)];
  },
});

const flip = op({
  signature: 'flip(Tensor input, int... dims)',
  kind: kind.copy(),
  doc: 'Reverses the order along dims.',
  formula: 'out[…, i, …] = input[…, n−1−i, …]',
  gradient: 'input: g, flipped back',
  forward(input, dims) {
    const rank = input.sizes.length;
    const wrapped = dims.map((d) => wrapDim(d, rank));
    if (new Set(wrapped).size !== wrapped.length)
      throw wrongShape(`dim ${wrapped.find((d, i) => wrapped.indexOf(d) !== i)} appears multiple times in the list of dims`);
    const out = emptyLike(input);
    let offset = input.offset;
    const strides = input.strides.map((s, d) => {
      if (!wrapped.includes(d)) return s;
      offset += s * Math.max(input.sizes[d] - 1, 0);
      return -s;
    });
    kernels.copy(input.alias(input.sizes, strides, offset), out);
    return out;
  },
  backward: { input: (g, s) => g.flip(s.dims) },
});

/** Checks the number of dims. @throws RuntimeError when the tensor has fewer */
function need(x: Tensor, dims: number): number {
  if (x.sizes.length < dims) throw wrongShape(`Input must be >= ${dims}-d.`);
  return dims;
}

/** The two dims of a rotation. @throws RuntimeError unless they are two different dims */
function planeOf(x: Tensor, dims: readonly number[]): [number, number] {
  const rank = x.sizes.length;
  if (dims.length !== 2) throw wrongShape(`expected total rotation dims == 2, but got dims = ${dims.length}`);
  if (rank < 2) throw wrongShape(`expected total dims >= 2, but got total dims = ${rank}`);
  const [a, b] = dims as [number, number];
  if (a === b || Math.abs(a - b) === rank) throw wrongShape(`expected rotation dims to be different, but got dim0 = ${a} and dim1 = ${b}`);
  for (const [i, d] of [a, b].entries()) {
    if (d >= rank || d < -rank) throw wrongShape(`Rotation dim${i} out of range, dim${i} = ${d}`, IndexError);
  }
  return [a, b];
}

const flips: Op[] = [
  op({
    signature: 'fliplr(Tensor input)',
    kind: kind.copy(),
    doc: 'Reverses the columns.',
    formula: 'out[i, j] = input[i, m−1−j]',
    compose: (x) => x.flip([need(x, 2) - 1]),
  }),
  op({
    signature: 'flipud(Tensor input)',
    kind: kind.copy(),
    doc: 'Reverses the rows.',
    formula: 'out[i, j] = input[n−1−i, j]',
    compose: (x) => x.flip([need(x, 1) - 1]),
  }),
  op({
    signature: 'rot90(Tensor input, int k=1, int[] dims=[0, 1])',
    kind: kind.copy(),
    doc: 'Turns by 90 degrees `k` times in the plane of two dims.',
    formula: 'out = input, turned',
    gradient: 'input: g, turned back',
    backward: { input: (g, s) => g.rot90(-s.k, s.dims) },
    forward(x, k, dims) {
      const [a, b] = planeOf(x, dims);
      const turns = ((k % 4) + 4) % 4;
      if (turns === 1) return x.flip([b]).transpose(a, b);
      if (turns === 2) return x.flip([a, b]);
      return turns === 3 ? x.flip([a]).transpose(a, b) : x.clone();
    },
  }),
];

const roll = op({
  signature: 'roll(Tensor input, int[] shifts, int[]? dims=None)',
  kind: kind.copy(),
  doc: 'Shifts along dims, what falls off coming back at the other end.',
  formula: 'out[(i + shift) mod n] = input[i]',
  gradient: 'input: g, rolled back',
  forward(input, shifts, dims) {
    if (shifts.length === 0) throw wrongShape('`shifts` required');
    if (dims === null || dims.length === 0) {
      if (shifts.length !== 1) throw wrongShape(`shifts and dimensions must align. shifts: ${shifts.length}, dims:0`);
      return input.reshape([-1]).roll(shifts, [0]).view(input.sizes);
    }
    if (shifts.length !== dims.length) throw wrongShape(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`);
    if (input.sizes.length === 0) throw wrongShape('Dimension specified as 0 but tensor has no dimensions', IndexError);
    return dims.reduce((x, dim, i) => {
      const d = wrapDim(dim, x.sizes.length);
      const n = x.sizes[d];
      const k = n === 0 ? 0 : ((shifts[i] % n) + n) % n;
      return k === 0 ? x.clone() : catOf([x.narrow(d, n - k, k), x.narrow(d, 0, n - k)], d);
    }, input);
  },
  backward: {
    input: (g, s) =>
      g.roll(
        s.shifts.map((n) => -n),
        s.dims,
      ),
  },
});

const blockDiag = op({
  signature: 'block_diag(Tensor... tensors)',
  kind: kind.joining(),
  doc: 'Matrices along a diagonal, zeros elsewhere.',
  formula: 'out = diag(tensors)',
  gradient: 'tensors[k]: its block of g',
  forward(tensors) {
    const odd = tensors.findIndex((t) => t.sizes.length > 2);
    if (odd >= 0) {
      throw wrongShape(
        `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input ${odd} has ${tensors[odd].sizes.length} dimensions`,
      );
    }
    const blocks = tensors.map((t) => atLeast(t, 2));
    const width = blocks.reduce((n, b) => n + b.sizes[1], 0);
    let at = 0;
    return catOf(
      blocks.map((b) => {
        const left = at;
        at += b.sizes[1];
        return catOf([b.new_zeros([b.sizes[0], left]), b, b.new_zeros([b.sizes[0], width - at])], 1);
      }),
      0,
    );
  },
  backward: {
    tensors(g, s) {
      let [row, column] = [0, 0];
      return s.metasOf('tensors').map(({ sizes }) => {
        const [height, width] = [sizes.at(-2) ?? 1, sizes.at(-1) ?? 1];
        const block = g.narrow(0, row, height).narrow(1, column, width);
        [row, column] = [row + height, column + width];
        return block.reshape(sizes);
      });
    },
  },
});

export const joining: Op[] = [cat, ...catAliases, stack, ...stacks, meshgrid, flip, ...flips, roll, blockDiag];
