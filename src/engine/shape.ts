import { dimOutOfRange } from './errors/indices.js';
import { broadcastMismatch, viewMismatch, wrongShape } from './errors/shapes.js';
import { showSizes } from './sizesText.js';

export { showSizes };

/** The type of `x.shape`: an array that prints as PyTorch's `torch.Size([2, 3])`. */
export class Size extends Array<number> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** @param sizes a list of sizes; a number is the length, as for the constructor of Array */
  constructor(sizes: readonly number[] | number = 0) {
    super(typeof sizes === 'number' ? sizes : sizes.length);
    if (typeof sizes !== 'number') for (let i = 0; i < sizes.length; i++) this[i] = sizes[i];
  }

  /** @internal */
  static fromSizes(sizes: readonly number[]): Size {
    const size = new Size(sizes.length);
    for (let i = 0; i < sizes.length; i++) size[i] = sizes[i]!;
    return size;
  }

  /**
   * The number of elements of a tensor of this size: `x.shape.numel()`. The type is optional so that plain tuples are
   * sizes too: `const [b, t, c] = x.shape as [number, number, number]`.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what may be missing could not be called
  declare numel?: any;

  static {
    Size.prototype.numel = function (this: Size): number {
      return numel(this);
    };
  }

  override toString(): string {
    return `torch.Size([${this.join(', ')}])`;
  }
}

export const numel = (sizes: readonly number[]): number => {
  let n = 1;
  for (let i = 0; i < sizes.length; i++) n *= sizes[i];
  return n;
};

/** The distance in storage from the first element to the last, both counted. */
export function extent(sizes: readonly number[], strides: readonly number[]): number {
  let last = 0;
  for (let i = 0; i < sizes.length; i++) {
    if (sizes[i] === 0) return 0;
    last += (sizes[i] - 1) * strides[i];
  }
  return last + 1;
}

/** Row-major strides, in elements. */
export function contiguousStrides(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= Math.max(sizes[i], 1);
  }
  return strides;
}

export function isContiguous(sizes: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    if (sizes[i] !== 1) {
      if (strides[i] !== expected) return numel(sizes) === 0;
      expected *= sizes[i];
    }
  }
  return true;
}

/** True when the elements fill a block of memory without gaps and overlaps, in any order of the dims. */
export function isDense(sizes: readonly number[], strides: readonly number[]): boolean {
  if (isContiguous(sizes, strides)) return true;
  const dims = [...sizes.keys()].filter((d) => sizes[d] !== 1).sort((a, b) => strides[a] - strides[b]);
  let expected = 1;
  for (const d of dims) {
    if (strides[d] !== expected) return false;
    expected *= sizes[d];
  }
  return true;
}

/** The index of an element, from its position in row-major order. */
export function entryAt(position: number, sizes: readonly number[]): number[] {
  const entry = new Array<number>(sizes.length);
  let left = position;
  for (let d = sizes.length - 1; d >= 0; d--) {
    entry[d] = left % sizes[d];
    left = Math.floor(left / sizes[d]);
  }
  return entry;
}

export const sameSizes = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** The size to which both sizes broadcast. @throws RuntimeError as PyTorch's `infer_size` */
export function broadcastSizes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = rank - 1; i >= 0; i--) {
    const x = a[i - rank + a.length] ?? 1;
    const y = b[i - rank + b.length] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw broadcastMismatch(a, b, i);
    out[i] = x === 1 ? y : x;
  }
  return out;
}

/** True when broadcasting expands `sizes` to `wanted`. */
export const stretchesTo = (sizes: readonly number[], wanted: readonly number[]): boolean =>
  sizes.length <= wanted.length && sizes.every((n, d) => n === 1 || n === wanted[d + wanted.length - sizes.length]);

/** Strides with which `sizes` reads as `target`: 0 for an expanded dim. */
export function broadcastStrides(sizes: readonly number[], strides: readonly number[], target: readonly number[]): number[] {
  const skip = target.length - sizes.length;
  const out = new Array<number>(target.length);
  for (let i = 0; i < target.length; i++) {
    out[i] = i < skip || (sizes[i - skip] === 1 && target[i] !== 1) ? 0 : strides[i - skip];
  }
  return out;
}

/** A dim in 0..rank-1. A scalar is treated as having one dim. @throws IndexError as PyTorch's `maybe_wrap_dim` */
export function wrapDim(dim: number, rank: number): number {
  const n = Math.max(rank, 1);
  if (dim < -n || dim >= n) throw dimOutOfRange(dim, rank);
  return dim < 0 ? dim + n : dim;
}

/**
 * Several dims, each of them once; an empty list means all dims. @throws RuntimeError, IndexError as PyTorch's
 * `dim_list_to_bitset`
 */
export function wrapDims(dims: readonly number[] | null | undefined, rank: number): number[] {
  if (!dims || dims.length === 0) return Array.from({ length: rank }, (_, i) => i);
  if (rank > 64) throw wrongShape('only tensors with up to 64 dims are supported');
  const seen = new Set<number>();
  for (const d of dims) {
    const dim = wrapDim(d, rank);
    if (seen.has(dim)) throw wrongShape(`dim ${dim} appears multiple times in the list of dims`);
    seen.add(dim);
  }
  return rank === 0 ? [] : [...seen].sort((a, b) => a - b);
}

/** `sizes` without `dims`, or with size 1 for each of `dims`. */
export const reducedSizes = (sizes: readonly number[], dims: readonly number[], keepdim: boolean): number[] =>
  keepdim ? sizes.map((n, i) => (dims.includes(i) ? 1 : n)) : sizes.filter((_, i) => !dims.includes(i));

/**
 * Computes the size that is given as -1; `call` is the operation that has these sizes as its argument. @throws
 * RuntimeError as PyTorch's `infer_size` for view and reshape
 */
export function inferSizes(sizes: readonly number[], total: number, call: string): number[] {
  let known = 1;
  let hole = -1;
  sizes.forEach((n, i) => {
    if (n === -1) {
      if (hole >= 0) throw wrongShape('only one dimension can be inferred');
      hole = i;
    } else if (n < 0) throw wrongShape(`invalid shape dimension ${n}`);
    else known *= n;
  });
  if (hole < 0) {
    if (known !== total) throw viewMismatch(call, sizes, total);
    return [...sizes];
  }
  if (known === 0) {
    if (total !== 0) throw viewMismatch(call, sizes, total);
    throw wrongShape(
      `cannot reshape tensor of 0 elements into shape ${showSizes(sizes)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (total % known !== 0) throw viewMismatch(call, sizes, total);
  return sizes.map((n, i) => (i === hole ? total / known : n));
}

/** The strides of a view with another size over the same elements, or null when only a copy can have that size. */
export function viewStrides(sizes: readonly number[], strides: readonly number[], target: readonly number[]): number[] | null {
  if (numel(sizes) === 0) return contiguousStrides(target);
  if (sizes.length === 0) return target.map(() => 1);
  const out = new Array<number>(target.length);
  let at = target.length - 1;
  let base = strides[strides.length - 1];
  let tensorNumel = 1;
  let viewNumel = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    tensorNumel *= sizes[d];
    // A group of dims that are contiguous with each other ends here.
    if (d === 0 || (sizes[d - 1] !== 1 && strides[d - 1] !== tensorNumel * base)) {
      while (at >= 0 && (viewNumel < tensorNumel || target[at] === 1)) {
        out[at] = viewNumel * base;
        viewNumel *= target[at];
        at--;
      }
      if (viewNumel !== tensorNumel) return null;
      if (d > 0) {
        base = strides[d - 1]!;
        tensorNumel = 1;
        viewNumel = 1;
      }
    }
  }
  return at === -1 ? out : null;
}

/** Checks the sizes of a new tensor. @throws RuntimeError for a negative size */
export function checkSizes(sizes: readonly number[]): void {
  for (let i = 0; i < sizes.length; i++) {
    if (sizes[i] < 0) throw wrongShape(`Trying to create tensor with negative dimension ${sizes[i]}: ${showSizes(sizes)}`);
  }
}
