import { backend } from '../backends/current.js';
import { bool, int64, uint8 } from '../dtype.js';
import { IndexError, RuntimeError, TypeError_ } from '../errors.js';
import { broadcastSizes, contiguousStrides, numel, sameSizes, showSizes, wrapDim } from '../shape.js';
import { Tensor } from '../tensor.js';
import { alongDim, locate, planIndex, type IndexSpec } from './indexSpec.js';
import { op, type Op } from './op.js';
import { cast, dense, emptyLike, zerosLike, type Scalar } from './pointwise.js';
import { pythonType } from './signature.js';

/** Elements by where they are. */

const copyOf = (x: Tensor): Tensor => {
  const out = emptyLike(x);
  backend().copy(x, out);
  return out;
};

const takeAt = (x: Tensor, positions: Float64Array, sizes: readonly number[]): Tensor => {
  const out = Tensor.empty(sizes, x.dtype);
  backend().take(x, positions, out);
  return out;
};

/** Advanced indexing: what `x.index(...)` does when a tensor or list is among the specs. */
const indexTensors = op({
  signature: '_index(Tensor input, any[] indices)',
  doc: 'Elements at the positions that index tensors give, some dims by a tensor, others whole.',
  formula: 'out[i…] = input[indices[0][i…], …]',
  gradient: 'input: g, added at the indices',
  gradFn: 'IndexBackward0',
  variants: ['method'],
  forward(input: Tensor, indices: (Tensor | null)[]) {
    const { positions, sizes } = locate(input, indices);
    return takeAt(input, positions, sizes);
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input'))._index_put(s.indices, g, true) },
});

const indexPut = op({
  signature: '_index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)',
  doc: 'Writes (or adds) values at the positions that index tensors give.',
  formula: 'out = input;  out[indices] = values',
  gradient: 'input: g, 0 at the indices (g when accumulating);  values: g[indices]',
  gradFn: 'IndexPutBackward0',
  variants: ['method', 'inplace'],
  forward(input: Tensor, indices: (Tensor | null)[], values: Tensor, accumulate: boolean) {
    const { positions, sizes } = locate(input, indices);
    const out = copyOf(input);
    backend().put(out, positions, stretched(values, sizes, input), accumulate ? 'add' : 'set');
    return out;
  },
  backward: {
    input: (g, s) => (s.accumulate ? g : g._index_put(s.indices, g.new_zeros([]))),
    values: (g, s) => g._index(s.indices),
  },
});

function stretched(values: Tensor, sizes: readonly number[], input: Tensor): Tensor {
  if (values.dtype !== input.dtype && values.sizes.length > 0) {
    throw new RuntimeError(
      `Index put requires the source and destination dtypes match, got ${input.dtype.scalarName} for the destination and ${values.dtype.scalarName} for the source.`,
    );
  }
  let common: readonly number[] = [];
  try {
    common = broadcastSizes(values.sizes, sizes);
  } catch {
    // told below
  }
  if (!sameSizes(common, sizes)) {
    throw new RuntimeError(
      `shape mismatch: value tensor of shape ${showSizes(values.sizes)} cannot be broadcast to indexing result of shape ${showSizes(sizes)}`,
    );
  }
  return cast(values, input.dtype).expand(sizes);
}

const hasTensor = (indices: readonly (Tensor | null)[]) => indices.some((t) => t !== null);

/** Python's `x[specs]`. */
export function subscript(input: Tensor, specs: readonly IndexSpec[]): Tensor {
  const plan = planIndex(input, specs);
  if (hasTensor(plan.indices)) return plan.view._index(plan.indices);
  return plan.view === input ? input._alias() : plan.view;
}

/** `x[...]` of everything is a view that PyTorch names AliasBackward. */
const alias = op({
  signature: '_alias(Tensor input)',
  doc: 'The tensor again, as a view of itself.',
  formula: 'out = input',
  gradient: 'input: g',
  gradFn: 'AliasBackward0',
  variants: ['method'],
  view: true,
  forward: (input: Tensor) => input.alias(),
  backward: { input: (g) => g },
});

/** Python's `x[specs] = value`; a value that is no tensor becomes one. */
export function assign(input: Tensor, specs: readonly IndexSpec[], value: unknown, accumulate: boolean): Tensor {
  if (!(value instanceof Tensor) && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new TypeError_(`can't assign a ${pythonType(value)} to a torch.${input.dtype.scalarName}Tensor`);
  }
  const plan = planIndex(input, specs);
  const source = value instanceof Tensor ? value : input.new_full([], value);
  if (hasTensor(plan.indices)) {
    const fitting = value instanceof Tensor && value.sizes.length === 0 ? value.to(input.dtype) : source;
    plan.view._index_put_(plan.indices, dropLeadingOnes(fitting, plan), accumulate);
  } else if (accumulate) plan.view.add_(source);
  else if (value instanceof Tensor) plan.view.copy_(assignable(source, plan.view));
  else plan.view.fill_(value);
  return input;
}

/** PyTorch lets the value have more dims than the place, if they are ones. */
function assignable(value: Tensor, view: Tensor): Tensor {
  let v = value;
  while (v.sizes.length > view.sizes.length && v.sizes[0] === 1) v = v.squeeze(0);
  return v;
}

const dropLeadingOnes = (value: Tensor, plan: { view: Tensor; indices: (Tensor | null)[] }): Tensor => {
  const rank = locate(plan.view, plan.indices).sizes.length;
  let v = value;
  while (v.sizes.length > rank && v.sizes[0] === 1) v = v.squeeze(0);
  return v;
};

function checkIndexVector(name: string, index: Tensor): void {
  if (index.sizes.length > 1) throw new IndexError(`${name}(): Index is supposed to be a vector`);
  if (index.dtype.category !== 1) throw new RuntimeError(`${name}(): Expected dtype int32 or int64 for index`);
}

/** Positions of whole slices of a dim. */
function slicePositions(sizes: readonly number[], dim: number, index: Tensor): Float64Array {
  const n = sizes[dim] ?? 1;
  const inner = numel(sizes.slice(dim + 1));
  const outer = numel(sizes.slice(0, dim));
  const chosen = backend().read(index);
  const positions = new Float64Array(outer * chosen.length * inner);
  let k = 0;
  for (let o = 0; o < outer; o++)
    for (const v of chosen) {
      if (v < 0 || v >= n) throw new IndexError('index out of range in self');
      for (let i = 0; i < inner; i++) positions[k++] = (o * n + v) * inner + i;
    }
  return positions;
}

const indexSelect = op({
  signature: 'index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)',
  doc: 'Slices of a dim, by a vector of indices.',
  formula: 'out[…, k, …] = input[…, index[k], …]',
  gradient: 'input: g, added at index',
  forward(input: Tensor, dim: number, index: Tensor) {
    checkIndexVector('index_select', index);
    const d = wrapDim(dim, input.sizes.length);
    const sizes = input.sizes.map((n, i) => (i === d ? numel(index.sizes) : n));
    return takeAt(input, slicePositions(input.sizes, d, index), sizes);
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input')).index_add(s.dim, s.index, g) },
});

const indexWrites: Op[] = [
  op({
    signature: 'index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)',
    doc: 'Adds slices of `source` to those of `input` that a vector of indices names.',
    formula: 'out[…, index[k], …] += alpha · source[…, k, …]',
    gradient: 'input: g;  source: alpha · g[…, index, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, dim: number, index: Tensor, source: Tensor, alpha: Scalar) {
      checkIndexVector('index_add', index);
      const out = copyOf(input);
      const d = wrapDim(dim, input.sizes.length);
      if (input.dtype !== source.dtype)
        throw new RuntimeError(
          `index_add_(): self (${input.dtype.scalarName}) and source (${source.dtype.scalarName}) must have the same scalar type`,
        );
      if (source.sizes.length > 0 && source.sizes[d] !== numel(index.sizes)) {
        throw new RuntimeError(
          `index_add_(): Number of indices (${numel(index.sizes)}) should be equal to source.size(dim): (${source.sizes[d]}), for dim: ${d}`,
        );
      }
      backend().put(out, slicePositions(input.sizes, d, index), Number(alpha) === 1 ? source : source.mul(alpha), 'add');
      return out;
    },
    backward: { input: (g) => g, source: (g, s) => g.index_select(s.dim, s.index).reshape(s.sizesOf('source')).mul(s.alpha) },
  }),
  op({
    signature: 'index_copy(Tensor input, int dim, Tensor index, Tensor source)',
    doc: 'Overwrites slices of `input` by those of `source`.',
    formula: 'out[…, index[k], …] = source[…, k, …]',
    gradient: 'input: g, 0 at index;  source: g[…, index, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, dim: number, index: Tensor, source: Tensor) {
      const out = copyOf(input);
      backend().put(out, slicePositions(input.sizes, wrapDim(dim, input.sizes.length), index), source, 'set');
      return out;
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0), source: (g, s) => g.index_select(s.dim, s.index) },
  }),
  op({
    signature: 'index_fill(Tensor input, int dim, Tensor index, Scalar value)',
    doc: 'Overwrites slices of `input` with one value.',
    formula: 'out[…, index[k], …] = value',
    gradient: 'input: g, 0 at index',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, dim: number, index: Tensor, value: Scalar) {
      const out = copyOf(input);
      const positions = slicePositions(input.sizes, wrapDim(dim, input.sizes.length), index);
      backend().put(out, positions, input.new_full([], value).expand([positions.length]), 'set');
      return out;
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0) },
  }),
];

function checkGather(name: string, input: Tensor, dim: number, index: Tensor, other?: Tensor): void {
  if (index.dtype !== int64) throw new RuntimeError(`${name}(): Expected dtype int64 for index`);
  if (numel(index.sizes) === 0) return;
  const rank = Math.max(1, input.sizes.length);
  if (Math.max(1, index.sizes.length) !== rank) {
    throw new RuntimeError(`Index tensor must have the same number of dimensions as ${name === 'gather' ? 'input' : 'self'} tensor`);
  }
  if (other && Math.max(1, other.sizes.length) !== rank)
    throw new RuntimeError('Index tensor must have the same number of dimensions as src tensor');
  const tooBig = (t: Tensor, skip: boolean) => index.sizes.some((n, d) => (!skip || d !== dim) && n > t.sizes[d]);
  if (name === 'gather') {
    index.sizes.forEach((n, d) => {
      if (d !== dim && n > input.sizes[d]) {
        throw new RuntimeError(
          `Size does not match at dimension ${d} expected index ${showSizes(index.sizes)} to be smaller than self ${showSizes(input.sizes)} apart from dimension ${dim}`,
        );
      }
    });
  } else if (tooBig(input, true) || (other && tooBig(other, false))) {
    throw new RuntimeError(
      `Expected index ${showSizes(index.sizes)} to be smaller than self ${showSizes(input.sizes)} apart from dimension ${dim}` +
        (other ? ` and to be smaller size than src ${showSizes(other.sizes)}` : ''),
    );
  }
}

const gather = op({
  signature: 'gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)',
  doc: 'Elements along a dim, by an index of the same rank.',
  formula: 'out[…, i, …] = input[…, index[…, i, …], …]',
  gradient: 'input: g, added at index',
  forward(input: Tensor, dim: number, index: Tensor) {
    const d = wrapDim(dim, input.sizes.length);
    checkGather('gather', input, d, index);
    return takeAt(input, alongDim(ranked(input.sizes), d, rankedTensor(index), 'gather'), index.sizes);
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input')).scatter_add(s.dim, s.index, g) },
});

/** A tensor without dims counts as having one of size 1. */
const ranked = (sizes: readonly number[]): readonly number[] => (sizes.length === 0 ? [1] : sizes);
const rankedTensor = (t: Tensor): Tensor => (t.sizes.length === 0 ? t.alias([1], [1]) : t);

/** The part of `src` that the index reaches. */
const reached = (src: Tensor, index: Tensor): Tensor => rankedTensor(src).alias(rankedTensor(index).sizes);

const reductions = { add: 'add', multiply: 'mul', sum: 'add', prod: 'mul' } as const;

const scatterOp = (input: Tensor, dim: number, index: Tensor, src: Tensor, mode: 'set' | 'add' | 'mul', name: string): Tensor => {
  const d = wrapDim(dim, input.sizes.length);
  if (src.dtype !== input.dtype) throw new RuntimeError(`scatter(): Expected self.dtype to be equal to src.dtype`);
  checkGather(name, input, d, index, src);
  const out = copyOf(input);
  if (numel(index.sizes) > 0) backend().put(out, alongDim(ranked(input.sizes), d, rankedTensor(index), name), reached(src, index), mode);
  return out;
};

const scatters: Op[] = [
  op({
    signature: 'scatter.src(Tensor input, int dim, Tensor index, Tensor src)',
    doc: 'Writes elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] = src[…, i, …]',
    gradient: 'input: g, 0 at index;  src: g at index',
    variants: ['function', 'method', 'inplace'],
    gradFn: 'ScatterBackward0',
    forward: (input: Tensor, dim: number, index: Tensor, src: Tensor) => scatterOp(input, dim, index, src, 'set', 'scatter'),
    backward: {
      input: (g, s) => g.scatter(s.dim, s.index, 0),
      src: (g, s) => padded(g.gather(s.dim, s.index), s.sizesOf('src')),
    },
  }),
  op({
    signature: 'scatter.value(Tensor input, int dim, Tensor index, Scalar value)',
    doc: 'Writes one value along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] = value',
    gradient: 'input: g, 0 at index',
    variants: ['function', 'method', 'inplace'],
    gradFn: 'ScatterBackward1',
    forward: (input: Tensor, dim: number, index: Tensor, value: Scalar) => {
      const d = wrapDim(dim, input.sizes.length);
      checkGather('scatter', input, d, index);
      return scatterOp(input, dim, index, input.new_full([], value).expand(index.sizes), 'set', 'scatter');
    },
    backward: { input: (g, s) => g.scatter(s.dim, s.index, 0) },
  }),
  op({
    signature: 'scatter.reduce(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)',
    doc: 'Adds or multiplies elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] ∘= src[…, i, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, dim: number, index: Tensor, src: Tensor | Scalar, reduce: string) {
      if (reduce !== 'add' && reduce !== 'multiply') throw new RuntimeError('reduce argument must be either add or multiply.');
      const source = src instanceof Tensor ? src : input.new_full([], src).expand(index.sizes);
      return scatterOp(input, dim, index, source, reductions[reduce], 'scatter');
    },
  }),
  op({
    signature: 'scatter_add(Tensor input, int dim, Tensor index, Tensor src)',
    doc: 'Adds elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] += src[…, i, …]',
    gradient: 'input: g;  src: g at index',
    variants: ['function', 'method', 'inplace'],
    forward: (input: Tensor, dim: number, index: Tensor, src: Tensor) => scatterOp(input, dim, index, src, 'add', 'scatter_add'),
    backward: { input: (g) => g, src: (g, s) => padded(g.gather(s.dim, s.index), s.sizesOf('src')) },
  }),
  op({
    signature: 'take_along_dim(Tensor input, Tensor indices, int? dim=None)',
    doc: 'Elements along a dim by indices that broadcast with the rest.',
    formula: 'out[…, i, …] = input[…, indices[…, i, …], …]',
    compose(input: Tensor, indices: Tensor, dim: number | null) {
      if (dim === null) return input.reshape([-1]).gather(0, indices.reshape([-1]));
      const d = wrapDim(dim, input.sizes.length);
      const common = broadcastSizes(
        input.sizes.filter((_, i) => i !== d),
        indices.sizes.filter((_, i) => i !== d),
      );
      const withDim = (n: number) => [...common.slice(0, d), n, ...common.slice(d)];
      return input.expand(withDim(input.sizes[d])).gather(d, indices.expand(withDim(indices.sizes[d])));
    },
  }),
];

/** Zeros behind where the index did not reach. */
function padded(g: Tensor, sizes: readonly number[]): Tensor {
  if (sameSizes(g.sizes, sizes)) return g;
  return sizes.reduce<Tensor>(
    (t, n, d) =>
      t.sizes[d] === n
        ? t
        : t.slice_backward(
            t.sizes.map((m, i) => (i === d ? n : m)),
            d,
            0,
            t.sizes[d],
            1,
          ),
    g,
  );
}

function checkMask(mask: Tensor): void {
  if (mask.dtype !== bool && mask.dtype !== uint8) throw new RuntimeError('masked_select: expected BoolTensor or ByteTensor for mask');
}

const maskedFills: Op[] = [
  op({
    signature: 'masked_fill(Tensor input, Tensor mask, Scalar value)',
    doc: 'Overwrites the elements where `mask` holds.',
    formula: 'out = mask ? value : input',
    gradient: 'input: g, 0 where mask',
    variants: ['function', 'method', 'inplace'],
    forward: (input: Tensor, mask: Tensor, value: Scalar) => maskedFill(input, mask, value),
    backward: { input: (g, s) => g.masked_fill(s.mask, 0) },
  }),
  op({
    signature: 'masked_fill.Tensor(Tensor input, Tensor mask, Tensor value)',
    doc: 'Overwrites the elements where `mask` holds.',
    formula: 'out = mask ? value : input',
    gradient: 'input: g, 0 where mask;  value: Σ g where mask',
    gradFn: 'MaskedFillBackward1',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, mask: Tensor, value: Tensor) {
      if (value.sizes.length > 0) {
        throw new RuntimeError(
          `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.sizes.length} dimension(s).`,
        );
      }
      return maskedFill(input, mask, value.item());
    },
    backward: { input: (g, s) => g.masked_fill(s.mask, 0), value: (g, s) => g.masked_fill(s.mask.logical_not(), 0).sum() },
  }),
];

function maskedFill(input: Tensor, mask: Tensor, value: Scalar): Tensor {
  if (!input.dtype.is_floating_point && typeof value === 'number' && !Number.isInteger(value)) {
    throw new RuntimeError(`value cannot be converted to type ${input.dtype.cppName} without overflow`);
  }
  const out = Tensor.empty(broadcastSizes(mask.sizes, input.sizes), input.dtype);
  const filler = input.new_full([], value);
  backend().map('where', [mask, filler, input], out, input.dtype);
  return out;
}

const masked: Op[] = [
  op({
    signature: 'masked_select(Tensor input, Tensor mask, *, Tensor? out=None)',
    doc: 'The elements where `mask` holds, in one dim.',
    formula: 'out = input[mask]',
    gradient: 'input: g where mask',
    forward(input: Tensor, mask: Tensor) {
      checkMask(mask);
      const sizes = broadcastSizes(mask.sizes, input.sizes);
      const positions = nonzeroPositions(mask.expand(sizes));
      return takeAt(input.expand(sizes), positions, [positions.length]);
    },
    backward: {
      input(g, s) {
        const sizes = broadcastSizes(s.sizesOf('input'), s.mask.sizes);
        return g.new_zeros(sizes).masked_scatter(s.mask, g);
      },
    },
  }),
  op({
    signature: 'masked_scatter(Tensor input, Tensor mask, Tensor source)',
    doc: 'Overwrites the elements where `mask` holds by those of `source`, one after the other.',
    formula: 'out[mask] = source',
    gradient: 'input: g, 0 where mask;  source: g[mask]',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, mask: Tensor, source: Tensor) {
      const sizes = broadcastSizes(input.sizes, mask.sizes);
      const positions = nonzeroPositions(mask.expand(sizes));
      const out = Tensor.empty(sizes, input.dtype);
      backend().copy(input.expand(sizes), out);
      if (positions.length > numel(source.sizes)) throw new RuntimeError('Number of elements of source < number of ones in mask');
      const flat = dense(source).alias([numel(source.sizes)], [1]);
      backend().put(out, positions, flat.alias([positions.length], [1]), 'set');
      return out;
    },
    backward: {
      input: (g, s) => g.masked_fill(s.mask, 0),
      source(g, s) {
        const chosen = g.masked_select(s.mask);
        const n = numel(s.sizesOf('source'));
        return padded(chosen, [n]).reshape(s.sizesOf('source'));
      },
    },
  }),
];

/** Row-major positions of what is not zero. */
export function nonzeroPositions(x: Tensor): Float64Array {
  const elements = backend().read(x);
  const found: number[] = [];
  for (let i = 0; i < elements.length; i++) if (elements[i] !== 0) found.push(i);
  return Float64Array.from(found);
}

function nonzeroRows(x: Tensor): Tensor {
  const positions = nonzeroPositions(x);
  const strides = contiguousStrides(x.sizes);
  const out = Tensor.empty([positions.length, x.sizes.length], int64);
  positions.forEach((p, i) => strides.forEach((s, d) => (out.storage.data[i * strides.length + d] = Math.floor(p / s) % x.sizes[d])));
  return out;
}

const found: Op[] = [
  op({
    signature: 'nonzero(Tensor input, *, bool as_tuple=False) -> any',
    doc: 'The indices of elements that are not zero: a row each, or a tensor for each dim.',
    formula: 'out = where input ≠ 0',
    compose(input: Tensor, asTuple: boolean) {
      const rows = nonzeroRows(asTuple && input.sizes.length === 0 ? input.reshape([1]) : input);
      return asTuple ? rows.unbind(1) : rows;
    },
  }),
  op({
    signature: 'argwhere(Tensor input)',
    doc: 'The indices of elements that are not zero, a row each.',
    formula: 'out = where input ≠ 0',
    forward: (input: Tensor) => nonzeroRows(input),
  }),
  op({
    signature: 'where.indices(Tensor condition) -> Tensor[]',
    doc: 'The indices where `condition` holds, a tensor for each dim.',
    formula: 'out = where condition',
    compose: (condition: Tensor) => nonzeroRows(condition.sizes.length === 0 ? condition.reshape([1]) : condition).unbind(1),
  }),
  op({
    signature: 'take(Tensor input, Tensor index)',
    doc: 'Elements of the flat tensor.',
    formula: 'out = flat(input)[index]',
    gradient: 'input: g, added at index',
    forward(input: Tensor, index: Tensor) {
      if (index.dtype !== int64) throw new RuntimeError(`take(): Expected a long tensor for index, but got ${index.dtype.scalarName}`);
      return takeAt(input, flatPositions(input, index), index.sizes);
    },
    backward: { input: (g, s) => zerosLike(g).new_zeros(s.sizesOf('input')).put(s.index, g, true) },
  }),
  op({
    signature: 'put(Tensor input, Tensor index, Tensor source, bool accumulate=False)',
    doc: 'Overwrites (or adds to) elements of the flat tensor.',
    formula: 'flat(out)[index] = source',
    gradient: 'input: g, 0 at index (g when accumulating);  source: g at index',
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, index: Tensor, source: Tensor, accumulate: boolean) {
      const out = copyOf(input);
      backend().put(out, flatPositions(input, index), source, accumulate ? 'add' : 'set');
      return out;
    },
    backward: {
      input: (g, s) => (s.accumulate ? g : g.put(s.index, g.new_zeros(s.index.sizes))),
      source: (g, s) => g.take(s.index).reshape(s.sizesOf('source')),
    },
  }),
];

function flatPositions(input: Tensor, index: Tensor): Float64Array {
  const n = numel(input.sizes);
  return backend()
    .read(index)
    .map((v) => {
      if (v < -n || v >= n) throw new IndexError(`out of range: tried to access index ${v} on a tensor of ${n} elements.`);
      return v < 0 ? v + n : v;
    });
}

const triangles: Op[] = (['tril', 'triu'] as const).map((name) =>
  op({
    signature: `${name}(Tensor input, int diagonal=0, *, Tensor? out=None)`,
    doc: `The ${name === 'tril' ? 'lower' : 'upper'} triangle of matrices; zeros elsewhere.`,
    formula: `out[i, j] = input[i, j] where j − i ${name === 'tril' ? '≤' : '≥'} diagonal`,
    gradient: `input: ${name}(g)`,
    variants: ['function', 'method', 'inplace'],
    forward(input: Tensor, diagonal: number) {
      wrapDim(-2, input.sizes.length);
      const out = copyOf(input);
      const [n, m] = input.sizes.slice(-2) as [number, number];
      const data = out.storage.data;
      for (let k = 0; k < data.length; k++) {
        const offset = (k % m) - (Math.floor(k / m) % n);
        if (name === 'tril' ? offset > diagonal : offset < diagonal) data[k] = 0;
      }
      return out;
    },
    backward: { input: (g, s) => g[name](s.diagonal) },
  }),
);

const diagonals: Op[] = [
  op({
    signature: 'diag(Tensor input, int diagonal=0, *, Tensor? out=None)',
    doc: 'A matrix with a vector on its diagonal; or the diagonal of a matrix.',
    formula: 'out = diag(input)',
    compose(input: Tensor, diagonal: number) {
      if (input.sizes.length === 1) return input.diag_embed(diagonal);
      if (input.sizes.length === 2) return input.diagonal(diagonal).clone();
      throw new RuntimeError('matrix or a vector expected');
    },
  }),
  op({
    signature: 'diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)',
    doc: 'Matrices with the last dim on their diagonals.',
    formula: 'out[…, i, i + offset] = input[…, i]',
    compose(input: Tensor, offset: number, dim1: number, dim2: number) {
      const rank = input.sizes.length + 1;
      const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
      const n = input.sizes.at(-1)! + Math.abs(offset);
      const sizes = input.sizes.slice(0, -1);
      for (const d of [a, b].sort((x, y) => x - y)) sizes.splice(d, 0, n);
      return input.diagonal_backward(sizes, offset, a, b);
    },
  }),
  op({
    signature: 'trace(Tensor input)',
    doc: 'The sum of the diagonal of a matrix.',
    formula: 'out = Σ input[i, i]',
    compose(input: Tensor) {
      if (input.sizes.length !== 2) throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${input.sizes.length}`);
      return input.diagonal().sum();
    },
  }),
];

export const indexing: Op[] = [
  indexTensors,
  indexPut,
  alias,
  indexSelect,
  ...indexWrites,
  gather,
  ...scatters,
  ...maskedFills,
  ...masked,
  ...found,
  ...triangles,
  ...diagonals,
];
