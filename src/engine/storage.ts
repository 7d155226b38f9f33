import { isInferenceMode } from './autograd/gradMode.js';
import type { Device } from './device.js';
import type { DType } from './dtype.js';

declare const inside: unique symbol;

/** The memory of one backend; only that backend knows its contents: see backends/. */
export interface DeviceBuffer {
  readonly [inside]: never;
}

let made = 0;
/** How many storages there have been. */
export const storagesMade = (): number => made;

/** The elements that a tensor and its views share. */
export class Storage {
  /** Its number in the order in which storages were made. */
  readonly born = ++made;
  /** True: it was made in inference mode, and autograd keeps nothing of it. */
  readonly isInference = isInferenceMode();
  /** The observer's own data about the storage. */
  observed: unknown = null;

  constructor(
    /** The device of the memory: it decides which backend can use it. */
    readonly device: Device,
    readonly buffer: DeviceBuffer,
    readonly dtype: DType,
    /** The number of elements that fit into it. */
    readonly length: number,
  ) {}

  /** Where the memory begins, as `data_ptr` tells it: a number that no other storage has. */
  get address(): number {
    let start = starts.get(this);
    if (start === undefined) {
      start = Math.ceil(ended / 64) * 64 + 64;
      ended = start + this.bytes;
      starts.set(this, start);
    }
    return start;
  }

  get bytes(): number {
    return this.length * this.dtype.itemsize;
  }
}

const starts = new WeakMap<Storage, number>();
let ended = 0;

/** Counts in-place changes. A tensor, its views and its detached tensors share one counter. */
export class VersionCounter {
  current = 0;
}
