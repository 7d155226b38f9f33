/**
 * Values as they were at a moment, by reference for as long as possible: a snapshot points at the
 * storage of a tensor until that is about to change, and gets a copy then.
 */
import type { DType, TypedArray } from '../engine/dtype.js';
import { Storage } from '../engine/storage.js';
import { Tensor } from '../engine/tensor.js';

export class Snapshot {
  readonly sizes: readonly number[];
  readonly dtype: DType;
  private storage: Storage;
  private readonly strides: readonly number[];
  private readonly offset: number;
  private holders = 1;

  /** To be made by `Snapshots`, which sees to it that the value stays. */
  constructor(tensor: Tensor) {
    this.storage = tensor.storage;
    this.sizes = tensor.sizes;
    this.strides = tensor.strides;
    this.offset = tensor.offset;
    this.dtype = tensor.dtype;
  }

  hold(): this {
    this.holders++;
    return this;
  }

  /** Whoever made or held it needs the value no longer. */
  release(): void {
    this.holders--;
  }

  get isHeld(): boolean {
    return this.holders > 0;
  }

  /** Whether it is what `tensor` is now. */
  isOf(tensor: Tensor): boolean {
    return (
      this.storage === tensor.storage && this.sizes === tensor.sizes && this.strides === tensor.strides && this.offset === tensor.offset
    );
  }

  /** What it takes to keep: the storage, which others may share. */
  get memory(): Storage {
    return this.storage;
  }

  replace(copy: Storage): void {
    this.storage = copy;
  }

  get numel(): number {
    return this.sizes.reduce((a, b) => a * b, 1);
  }

  get bytes(): number {
    return this.numel * this.dtype.itemsize;
  }

  /** A tensor of that value, without history. */
  tensor(): Tensor {
    return new Tensor(this.storage, this.sizes, this.strides, this.offset, this.dtype);
  }

  /** The elements in row-major order. Not to be written to: it may be the memory of the tensor. */
  elements(): TypedArray {
    const { data } = this.storage;
    const { sizes, strides, offset, numel } = this;
    let expected = 1;
    let contiguous = true;
    for (let d = sizes.length - 1; d >= 0; d--) {
      if (sizes[d] !== 1 && strides[d] !== expected) contiguous = false;
      expected *= sizes[d]!;
    }
    if (contiguous || numel === 0) return data.subarray(offset, offset + numel);
    const result = new this.dtype.array(numel);
    const index = new Array<number>(sizes.length).fill(0);
    let at = offset;
    for (let i = 0; i < numel; i++) {
      result[i] = data[at]!;
      for (let d = sizes.length - 1; d >= 0; d--) {
        at += strides[d]!;
        if (++index[d]! < sizes[d]!) break;
        at -= strides[d]! * sizes[d]!;
        index[d] = 0;
      }
    }
    return result;
  }
}

/** All that was taken, by the storage that it points at. */
export class Snapshots {
  private readonly byStorage = new WeakMap<Storage, Snapshot[]>();

  take(tensor: Tensor): Snapshot {
    const snapshot = new Snapshot(tensor);
    const list = this.byStorage.get(tensor.storage);
    if (!list) this.byStorage.set(tensor.storage, [snapshot]);
    else {
      // A storage that every pass uses and none changes would gather one for each.
      if (list.length % 64 === 63) list.splice(0, list.length, ...list.filter((s) => s.isHeld));
      list.push(snapshot);
    }
    return snapshot;
  }

  /** To be called before `storage` changes. */
  willWrite(storage: Storage): void {
    const list = this.byStorage.get(storage);
    if (!list) return;
    this.byStorage.delete(storage);
    const held = list.filter((s) => s.isHeld);
    if (held.length === 0) return;
    const copy = new Storage(storage.data.slice(), storage.dtype);
    for (const snapshot of held) snapshot.replace(copy);
    // The copy never changes, so it needs no list.
  }
}
