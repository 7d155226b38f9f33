import { mapping } from '../../mapping.js';
import { bool, int32, int64, uint8 } from '../../dtype.js';
import { IndexError, TypeError_, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { indexOutOfBounds, wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { outside } from '../../backends/allocation.js';
import type { Device } from '../../device.js';
import { broadcastSizes, contiguousStrides, numel, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { pointwise } from '../pointwise.js';
import { pythonType } from '../signature.js';
import type { IndexSpec } from '../../tensor/indexSpec.js';
import { fromZero, nonzeroPositions, placesOf } from './shared.js';

/** Reads `x[...]`: splits it into a view and the positions of single elements. */

const isSlice = (s: string) => /^\s*-?\d*\s*:\s*-?\d*\s*(:\s*-?\d*\s*)?$/.test(s);

const ONE_INTEGER = /tensor\(\[*(-?\d+)\]*(?:, dtype=torch\.u?int\d+)?\)/g;

/** A text in which tensors of one integer are numbers: they are what is meant by `x[\`:\${n}\`]`. */
export const withNumbers = (text: string): string => (text.includes('tensor(') ? text.replace(ONE_INTEGER, '$1') : text);

/** The bounds of a slice, brought into range as Python's `slice.indices` does. */
export function sliceBounds(text: string, n: number): [start: number, end: number, step: number] {
  const [a, b, c] = text.split(':').map((part) => (part.trim() === '' ? null : Number(part)));
  const step = c ?? 1;
  if (step <= 0) throw new ValueError(step === 0 ? 'slice step cannot be zero' : 'step must be greater than zero');
  const clip = (v: number) => Math.min(Math.max(v < 0 ? v + n : v, 0), n);
  const start = clip(a ?? 0);
  return [start, Math.max(start, clip(b ?? n)), step];
}

/** Makes a tensor from a list of integers or booleans. */
function listTensor(list: readonly IndexSpec[], device: Device): Tensor {
  const sizes: number[] = [];
  for (let at: IndexSpec = list; Array.isArray(at); at = at[0] as IndexSpec) {
    sizes.push(at.length);
    if (at.length === 0) break;
  }
  const flat = (list as unknown[]).flat(Infinity) as (number | boolean)[];
  for (const v of flat) {
    if (typeof v !== 'boolean' && !(typeof v === 'number' && Number.isInteger(v))) {
      throw wrongDtype('positions', 'tensors used as indices must be long, int, byte or bool tensors', TypeError_);
    }
  }
  return Tensor.of(flat.map(Number), sizes, flat.some((v) => typeof v === 'boolean') ? bool : int64, device);
}

/** Turns a mask into positions: one index tensor for each of its dims. */
function maskIndices(mask: Tensor): Tensor[] {
  const found = nonzeroPositions(mask);
  const strides = contiguousStrides(mask.sizes);
  return mask.sizes.map((n, d) =>
    placesOf(
      found.map((p) => Math.floor(p / strides[d]) % n),
      mask,
    ),
  );
}

/** The result of plain indexing: a view, and index tensors for those of its dims that need advanced indexing. */
export interface Plan {
  view: Tensor;
  indices: (Tensor | null)[];
}

/** Applies integers, slices, new dims and ellipses as views; collects the index tensors for the remaining dims. */
export function planIndex(input: Tensor, given: readonly IndexSpec[]): Plan {
  const read = (s: IndexSpec) => (typeof s === 'string' ? withNumbers(s) : s);
  const specs = given.map((s) => (Array.isArray(s) ? listTensor(s as IndexSpec[], input.device) : read(s))) as (
    number | string | null | boolean | Tensor
  )[];
  const isMask = (s: unknown) => s instanceof Tensor && (s.dtype === bool || s.dtype === uint8);
  const consumed = specs.reduce<number>((sum, s) => {
    if (s === null || s === '...' || typeof s === 'boolean') return sum;
    return sum + (s instanceof Tensor && isMask(s) ? s.sizes.length : 1);
  }, 0);
  if (consumed > input.sizes.length) {
    throw wrongPosition(`too many indices for tensor of dimension ${input.sizes.length}`, IndexError);
  }
  let view = input;
  let dim = 0;
  const indices: (Tensor | null)[] = [];
  let ellipses = 0;
  for (const spec of specs) {
    if (spec === null) view = view.unsqueeze(dim++);
    else if (spec === '...') {
      if (++ellipses > 1) throw new IndexError("an index can only have a single ellipsis ('...')");
      dim += input.sizes.length - consumed;
    } else if (typeof spec === 'boolean') {
      view = view.unsqueeze(dim);
      indices[dim++] = zeroOrNone(spec, input);
    } else if (typeof spec === 'number') view = selected(view, dim, spec, input);
    else if (typeof spec === 'string') {
      if (!isSlice(spec))
        throw new IndexError(`cannot read the index '${spec}': use an integer, a slice such as '1:3', '...', null, a list or a tensor`);
      const [start, end, step] = sliceBounds(spec, view.sizes[dim]);
      // Among others, PyTorch leaves out a slice that takes everything; alone, it is a slice.
      if (specs.length === 1 || start !== 0 || end !== view.sizes[dim] || step !== 1) view = view.slice(dim, start, end, step);
      dim++;
    } else if (spec instanceof Tensor && isMask(spec)) {
      mapping()?.refuseMask(spec);
      checkMask(spec, view, dim, input);
      if (spec.sizes.length === 0) {
        view = view.unsqueeze(dim);
        indices[dim++] = zeroOrNone(Boolean(spec.item()), input);
      } else for (const t of maskIndices(spec)) indices[dim++] = t;
    } else if (spec instanceof Tensor) {
      if (spec.dtype !== int64) {
        if (spec.dtype !== int32 && spec.dtype !== uint8)
          throw wrongDtype('positions', 'tensors used as indices must be long, int, byte or bool tensors', IndexError);
      }
      if (spec.sizes.length === 0) view = selected(view, dim, spec.item(), input);
      else indices[dim++] = spec;
    } else throw new TypeError_(`cannot index with a ${pythonType(spec)}`);
  }
  return { view, indices: Array.from({ length: view.sizes.length }, (_, d) => indices[d] ?? null) };
}

/** An index tensor for a boolean: position 0 if it is true, else no position. */
const zeroOrNone = (keep: boolean, { device }: Tensor): Tensor => Tensor.zeros([keep ? 1 : 0], int64, device);

function selected(view: Tensor, dim: number, index: number, input: Tensor): Tensor {
  const n = view.sizes[dim];
  if (!Number.isInteger(index))
    throw new IndexError('only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)');
  if (index < -n || index >= n) throw indexOutOfBounds(index, dimOf(view, dim, input), n);
  return view.select(dim, index);
}

/** The dim in the tensor that was indexed; earlier selects have shifted the dims of `view`. */
const dimOf = (view: Tensor, dim: number, input: Tensor): number => dim + Math.max(0, input.sizes.length - view.sizes.length);

function checkMask(mask: Tensor, view: Tensor, dim: number, input: Tensor): void {
  mask.sizes.forEach((n, i) => {
    if (view.sizes[dim + i] !== n) {
      throw wrongShape(
        `The shape of the mask ${showSizes(mask.sizes)} at index ${i} does not match the shape of the indexed tensor ${showSizes(input === view ? input.sizes : view.sizes)} at index ${dim + i}`,
        IndexError,
      );
    }
  });
}

/**
 * How the result of an advanced index is laid out: the indexed dims stay at their place if they are neighbours, else
 * they come first.
 */
interface Layout {
  /** The dims that have an index tensor. */
  used: number[];
  /** The size to which the index tensors broadcast. */
  common: number[];
  before: number[];
  after: number[];
}

function layoutOf(view: Tensor, indices: readonly (Tensor | null)[]): Layout {
  const used = indices.flatMap((t, d) => (t ? [d] : []));
  let common: number[];
  try {
    common = used.reduce<number[]>((sizes, d) => broadcastSizes(sizes, indices[d]!.sizes), []);
  } catch {
    throw wrongShape(
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${used.map((d) => showSizes(indices[d]!.sizes)).join(', ')}`,
      IndexError,
    );
  }
  const rest = [...view.sizes.keys()].filter((d) => !used.includes(d));
  const together = used.every((d, i) => i === 0 || d === used[i - 1] + 1);
  const before = together ? rest.filter((d) => d < used[0]) : [];
  return { used, common, before, after: rest.filter((d) => !before.includes(d)) };
}

const sizesOf = (view: Tensor, { before, common, after }: Layout): number[] => [
  ...before.map((d) => view.sizes[d]),
  ...common,
  ...after.map((d) => view.sizes[d]),
];

/** The number of dims of the result of an advanced index. */
export const indexedRank = (view: Tensor, indices: readonly (Tensor | null)[]): number => sizesOf(view, layoutOf(view, indices)).length;

/** The elements of an advanced index, as row-major positions in `view`. */
export interface Located {
  positions: Tensor;
  sizes: number[];
}

/** Broadcasts index tensors with each other and turns them into positions. */
export function locate(view: Tensor, indices: readonly (Tensor | null)[]): Located {
  const layout = layoutOf(view, indices);
  const { used, common, before, after } = layout;
  const strides = contiguousStrides(view.sizes);
  let positions = Tensor.zeros([], int64, view.device);
  for (const d of used) {
    const n = view.sizes[d];
    const index = indices[d]!;
    const wrong = numel(common) === 0 ? null : outside(index, -n, n);
    if (wrong !== null) throw indexOutOfBounds(wrong, d, n);
    positions = pointwise('add_scaled', [positions, fromZero(index, n)], { dtype: int64, params: [strides[d]] });
  }
  const sizes = sizesOf(view, layout);
  // The indexed dims are between the dims before and after them, which are taken whole.
  const middle = positions.reshape([...common, ...after.map(() => 1)]);
  const spread = [...before, ...after].reduce((at, d) => {
    const place = before.includes(d) ? before.indexOf(d) : before.length + common.length + after.indexOf(d);
    const steps = placesOf(
      Float64Array.from({ length: view.sizes[d] }, (_, i) => i * strides[d]),
      view,
    );
    const shape = sizes.map((n, i) => (i === place ? n : 1));
    return pointwise('add', [at, steps.alias(shape, contiguousStrides(shape))], { dtype: int64 });
  }, middle);
  return { positions: spread, sizes };
}
