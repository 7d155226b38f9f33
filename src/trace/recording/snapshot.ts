/**
 * Values as they were at one moment, by reference for as long as possible. A snapshot points at the storage of a tensor
 * until the storage is about to change. Then the snapshot gets a copy.
 */
import { look } from '../../engine/backends/allocation.js';
import { duplicate } from '../../engine/backends/dispatch.js';
import type { DType, TypedArray } from '../../engine/dtype.js';
import { quietly } from '../../engine/quietly.js';
import { strided } from '../../engine/sparse/layout.js';
import type { Storage } from '../../engine/storage.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { Summary } from '../../protocol/trace.js';
import type { NodeRecord } from './records.js';

/** |z| of complex numbers that are stored as pairs. */
const sizesOfPairs = (pairs: TypedArray): Float64Array =>
  Float64Array.from({ length: pairs.length / 2 }, (_, i) => Math.hypot(pairs[2 * i]!, pairs[2 * i + 1]!));

/** A sparse tensor with all of its elements, as pictures and statistics need it. */
export const whole = (tensor: Tensor): Tensor => (tensor.layout === strided ? tensor : quietly(() => tensor.to_dense()));

export class Snapshot {
  readonly sizes: readonly number[];
  readonly dtype: DType;
  /** The summary, made at first use. All passes share it as long as the value does not change. */
  summary: Summary | null = null;
  /** Null once all holders have released the snapshot. */
  private storage: Storage | null;
  readonly strides: readonly number[];
  readonly offset: number;
  private readonly conjugated: boolean;
  private holders = 1;
  /** The snapshot that was taken of the same storage before this one. */
  next: Snapshot | null = null;

  /** For a tensor that will not change. For one that may change, use `take`. */
  constructor(given: Tensor) {
    const tensor = whole(given);
    this.storage = tensor.storage;
    this.sizes = tensor.sizes;
    this.strides = tensor.strides;
    this.offset = tensor.offset;
    this.dtype = tensor.dtype;
    this.conjugated = tensor.conjugated;
  }

  hold(): this {
    this.holders++;
    return this;
  }

  /** One holder needs only the summary from now on. */
  release(): void {
    if (--this.holders === 0) this.storage = null;
  }

  get isHeld(): boolean {
    return this.storage !== null;
  }

  /** Whether the snapshot shows the current value of `tensor`. */
  isOf(tensor: Tensor): boolean {
    return (
      this.storage === tensor.storage &&
      this.sizes === tensor.sizes &&
      this.strides === tensor.strides &&
      this.offset === tensor.offset &&
      this.conjugated === tensor.conjugated
    );
  }

  /** The storage that the snapshot keeps in memory. Other snapshots may share it. */
  get memory(): Storage | null {
    return this.storage;
  }

  replace(copy: Storage): void {
    this.storage = copy;
  }

  get numel(): number {
    let numel = 1;
    for (const size of this.sizes) numel *= size;
    return numel;
  }

  /** A tensor of that value, without history. To be called only while the value is held. */
  tensor(): Tensor {
    const tensor = new Tensor(this.storage!, this.sizes, this.strides, this.offset, this.dtype);
    tensor.conjugated = this.conjugated;
    return tensor;
  }

  /**
   * The elements in row-major order; for complex numbers their absolute values, as pictures and statistics need them.
   * The result may be the memory of the tensor: do not write to it, and use it at once.
   */
  elements(): TypedArray {
    return this.read(this.sizes);
  }

  /** Like `elements`, but without the repeats of expanded dimensions. */
  elementsOnce(): TypedArray {
    return this.read(this.sizes.map((size, dim) => (this.strides[dim] === 0 ? Math.min(size, 1) : size)));
  }

  private read(sizes: readonly number[]): TypedArray {
    const { strides, offset, dtype } = this;
    const elements = look({ storage: this.storage!, sizes, strides, offset, dtype });
    return dtype.is_complex ? sizesOfPairs(elements) : elements;
  }
}

/**
 * What the trace knows about a storage, kept in the storage's `observed`. Most storages have a single snapshot:
 * then `observed` is that snapshot, without this object.
 */
export class StorageFacts {
  /** The snapshots that were taken since the storage last changed, as a chain. */
  snapshots: Snapshot | null = null;
  count = 0;
  /** The node of the operation that first filled the storage. */
  filled: NodeRecord | null = null;
  /** The index of the pass that counts the bytes of the storage. */
  pinnedBy = -1;
}

export function factsOf(storage: Storage): StorageFacts {
  const { observed } = storage;
  if (observed instanceof StorageFacts) return observed;
  const facts = new StorageFacts();
  facts.snapshots = observed as Snapshot | null;
  storage.observed = facts;
  return facts;
}

/** The node of the operation that first filled a storage. */
export const fillerOf = ({ observed }: Storage): NodeRecord | null => (observed instanceof StorageFacts ? observed.filled : null);

/** Takes a snapshot of a tensor, which keeps its value when the tensor changes later. */
export function take(tensor: Tensor): Snapshot {
  const snapshot = new Snapshot(tensor);
  // The dense copy of a sparse tensor belongs to this snapshot alone.
  if (tensor.layout !== strided) return snapshot;
  if (tensor.storage.observed === null) {
    tensor.storage.observed = snapshot;
    return snapshot;
  }
  const facts = factsOf(tensor.storage);
  // Without this, a storage that every pass uses and none changes would collect a snapshot for each pass.
  if (++facts.count % 64 === 0) facts.snapshots = heldOf(facts.snapshots);
  snapshot.next = facts.snapshots;
  facts.snapshots = snapshot;
  return snapshot;
}

function heldOf(chain: Snapshot | null): Snapshot | null {
  let held: Snapshot | null = null;
  for (let snapshot = chain; snapshot;) {
    const { next } = snapshot;
    if (snapshot.isHeld) {
      snapshot.next = held;
      held = snapshot;
    }
    snapshot = next;
  }
  return held;
}

/** To be called before `storage` changes: its snapshots get a copy of the present contents. */
export function willWrite(storage: Storage): void {
  if (storage.observed === null) return;
  const held = forgetTaken(storage);
  if (!held) return;
  const copy = duplicate(storage);
  for (let snapshot: Snapshot | null = held; snapshot;) {
    const { next }: Snapshot = snapshot;
    snapshot.replace(copy);
    snapshot.next = null;
    snapshot = next;
  }
}

/** Removes all snapshots from a storage. @returns the snapshots that are still held, as a chain */
function forgetTaken(storage: Storage): Snapshot | null {
  const { observed } = storage;
  if (observed instanceof StorageFacts) {
    const held = heldOf(observed.snapshots);
    observed.snapshots = null;
    observed.count = 0;
    return held;
  }
  storage.observed = null;
  return heldOf(observed as Snapshot);
}
