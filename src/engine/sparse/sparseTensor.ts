import { read } from '../backends/allocation.js';
import { int64 } from '../dtype.js';
import { NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { coalesceInto, run, sparseMake, toDense } from '../ops/sparse/primitives.js';
import { quietly } from '../quietly.js';
import { Storage } from '../storage.js';
import { Tensor } from '../tensor/tensor.js';
import { wakeSparse } from './hook.js';
import { byColumn, isBlocked, isCompressed, sparse_coo, type Layout } from './layout.js';
import { sparseText } from './sparseText.js';

/**
 * A tensor that stores only some of its elements. It has two dense tensors: the places and the elements. The history of
 * the elements is the history of the sparse tensor. No operation of dense tensors reads a sparse tensor:
 * `ops/sparse/rules.ts` says what runs instead.
 */
export class SparseTensor extends Tensor {
  /**
   * The tensor with all elements from which the stored ones were taken, if that takes part in autograd: PyTorch gives
   * all of its elements a gradient where one comes that is not sparse. @internal
   */
  whole: (() => Tensor) | null = null;

  /** @internal */
  constructor(
    /** (count, dense dims …). @internal */
    readonly kept: Tensor,
    /** (sparse dims, count), int64: where each element is. @internal */
    readonly places: Tensor,
    sizes: readonly number[],
    /** True when each place occurs once and they are in order. @internal */
    readonly isOnce: boolean,
    /** @internal */
    readonly kind: Layout = sparse_coo,
  ) {
    super(
      noMemory(kept),
      sizes,
      sizes.map(() => 0),
      0,
      kept.dtype,
    );
    // Autograd and the observer keep their data of a sparse tensor on its elements.
    for (const name of ['autograd', 'observed'] as const)
      Object.defineProperty(this, name, {
        get: () => this.kept[name],
        set: (value: never) => (this.kept[name] = value),
      });
    wakeSparse();
  }

  /** A sparse tensor with other elements, at the same places or at others. @internal */
  with(
    kept: Tensor,
    places = this.places,
    sizes: readonly number[] = this.sizes,
    isOnce = this.isOnce && places === this.places,
  ): SparseTensor {
    return new SparseTensor(kept, places, sizes, isOnce, this.kind);
  }

  /** Takes over the contents of another sparse tensor. @internal */
  become({ kept, places, sizes, isOnce }: SparseTensor): this {
    this.version.current++;
    return Object.assign(this, { kept, places, sizes, isOnce, whole: null, strides: sizes.map(() => 0), dtype: kept.dtype });
  }

  /** The same for a tensor made by `change` of all elements. @internal */
  wholeOf(from: SparseTensor, change: (all: Tensor) => Tensor): this {
    const { whole } = from;
    this.whole = whole && (() => change(whole()));
    return this;
  }

  override get grad(): Tensor | null {
    const { grad } = this.kept;
    if (!grad || grad instanceof SparseTensor) return grad;
    if (this.isOnce) return this.with(grad);
    // Elements with the same place have the same gradient; PyTorch keeps it once.
    const { first } = grouped(this.positions());
    return this.with(
      quietly(() => grad.index_select(0, integers(this, first))),
      this.chosen(first),
      this.sizes,
      true,
    );
  }

  override set grad(value: Tensor | null) {
    this.kept.grad = value instanceof SparseTensor ? value.kept : value;
  }

  override get data(): Tensor {
    return this.with(this.kept.detach());
  }

  override tolist(): never {
    throw new RuntimeError("Cannot access data pointer of Tensor that doesn't have storage");
  }

  override is_contiguous(): boolean {
    this.refuseCompressed('is_contiguous');
    return false;
  }

  override stride(dim?: number): never {
    this.refuseCompressed('strides');
    return super.stride(dim as number) as never;
  }

  /** @throws RuntimeError for compressed rows or columns, whose elements do not lie at strides */
  private refuseCompressed(what: string): void {
    if (isCompressed(this.kind)) throw new RuntimeError(`Sparse ${this.kind.shortName.toUpperCase()} tensors do not have ${what}`);
  }

  override toString(): string {
    return sparseText(this);
  }

  /** The number of dims that places have. @internal */
  get placed(): number {
    return this.places.sizes[0];
  }

  /** The sizes in which places are counted: in blocks, if these are stored. @internal */
  get grid(): readonly number[] {
    return isBlocked(this.kind) ? this.sizes.map((n, d) => n / this.kept.sizes[d + 1]) : this.sizes;
  }

  /** For each element, the number of its place in row-major order. @internal */
  positions(dims: readonly number[] = [...this.sizes.slice(0, this.placed).keys()]): number[] {
    const count = this.places.sizes[1];
    const places = read(this.places);
    const { grid } = this;
    return Array.from({ length: count }, (_, e) => dims.reduce((at, d) => at * grid[d] + places[d * count + e], 0));
  }

  /** The same tensor with each place once, in order: elements with the same place are added. @internal */
  coalesced(): SparseTensor {
    if (this.isOnce) return this;
    const { into, first } = grouped(this.positions());
    const kept = run(coalesceInto, this.kept, integers(this, into), first.length);
    return this.with(kept, this.chosen(first), this.sizes, true).wholeOf(this, (all) => all);
  }

  /** The same tensor with all elements stored. @internal */
  dense(): Tensor {
    const blocks = isBlocked(this.kind) ? this.kept.sizes.slice(1) : null;
    const all = run(toDense, this.kept, integers(this, this.positions()), [...this.grid, ...(blocks ?? [])], this.placed);
    return blocks ? all.permute(0, 2, 1, 3).reshape(this.sizes) : all;
  }

  /** The places of the elements with these numbers. @internal */
  chosen(elements: readonly number[]): Tensor {
    return quietly(() => this.places.index_select(1, integers(this, elements)));
  }

  /**
   * For compressed rows (or columns): the number of the first element of each row, and at the end the number of all
   * elements. @internal
   */
  starts(): Tensor {
    const dim = byColumn(this.kind) ? 1 : 0;
    const starts = new Float64Array(this.grid[dim] + 1);
    for (const row of quietly(() => read(this.places.select(0, dim)))) starts[row + 1]++;
    for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
    return integers(this, starts);
  }

  /** The same tensor in another layout, with the elements row by row or column by column. @internal */
  laidOut(kind: Layout): SparseTensor {
    if (kind === this.kind) return this;
    if (isBlocked(this.kind)) return this.inElements().laidOut(kind);
    const once = this.coalesced();
    const columns = byColumn(kind);
    const same = (made: SparseTensor) => made.wholeOf(this, (all) => all);
    if (!columns && !byColumn(this.kind)) return same(new SparseTensor(once.kept, once.places, this.sizes, true, kind));
    const at = once.positions(columns ? [1, 0] : [0, 1]);
    const turned = integers(
      this,
      [...at.keys()].sort((a, b) => at[a] - at[b]),
    );
    const places = quietly(() => once.places.index_select(1, turned));
    return same(new SparseTensor(once.kept.index_select(0, turned), places, this.sizes, true, kind));
  }

  /** Blocks, taken apart into elements. */
  private inElements(): SparseTensor {
    const [count, high, wide] = this.kept.sizes;
    const [down, along] = quietly(() => [read(this.places.select(0, 0)), read(this.places.select(0, 1))]);
    const [rows, columns]: [number[], number[]] = [[], []];
    for (let block = 0; block < count; block++)
      for (let i = 0; i < high * wide; i++) {
        rows.push(down[block] * high + Math.floor(i / wide));
        columns.push(along[block] * wide + (i % wide));
      }
    const places = integers(this, [...rows, ...columns], [2, rows.length]);
    return new SparseTensor(this.kept.reshape([-1]), places, this.sizes, false).coalesced();
  }
}

/**
 * Stands in for the memory of a sparse tensor. An operation that reads it has no rule for sparse tensors and gets an
 * error.
 */
/** Positions, beside the tensor that they are of. */
export const integers = (x: SparseTensor, values: ArrayLike<number>, sizes: readonly number[] = [values.length]): Tensor =>
  Tensor.of(values, sizes, int64, x.device);

function noMemory(kept: Tensor): Storage {
  if (!(kept instanceof Tensor)) throw new TypeError_('the elements of a sparse tensor are a tensor');
  const { device, dtype } = kept;
  const storage = new Storage(device, null as never, dtype, 0);
  const get = (): never => {
    throw new NotImplementedError_(
      "Could not run this operation with arguments from the 'SparseCPU' backend. PyTorch has none for sparse tensors: call to_dense() first.",
    );
  };
  return Object.defineProperty(storage, 'buffer', { get });
}

/** True when a tensor stores only some of its elements. */
export const isSparse = (value: unknown): value is SparseTensor => value instanceof SparseTensor;

/**
 * Groups equal keys, in the order of the keys: `into` has for each element the number of its group, `first` for each
 * group its first element.
 */
export function grouped(keys: readonly number[]): { into: number[]; first: number[] } {
  const order = [...keys.keys()].sort((a, b) => keys[a] - keys[b] || a - b);
  const into = new Array<number>(keys.length);
  const first: number[] = [];
  order.forEach((e, i) => {
    if (i === 0 || keys[order[i - 1]] !== keys[e]) first.push(e);
    into[e] = first.length - 1;
  });
  return { into, first };
}

/** Makes a new sparse tensor, as an operation of the graph. */
export function makeSparse(kept: Tensor, places: Tensor, sizes: readonly number[], isOnce = false, kind = sparse_coo): SparseTensor {
  const made = run(sparseMake, kept, places, [...sizes], String(kind).replace('torch.', ''));
  return new SparseTensor(made, places, sizes, isOnce, kind);
}
