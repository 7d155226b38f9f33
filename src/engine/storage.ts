import type { Device } from './device.js';
import type { DType } from './dtype.js';

declare const inside: unique symbol;

/** Memory of one backend, which alone knows what is inside: see backends/. */
export interface DeviceBuffer {
  readonly [inside]: never;
}

/** The elements that a tensor and its views share. */
export class Storage {
  /** What the observer knows of it. */
  observed: unknown = null;

  constructor(
    /** Where it is: what decides which backend can work on it. */
    readonly device: Device,
    readonly buffer: DeviceBuffer,
    readonly dtype: DType,
    /** How many elements it has room for. */
    readonly length: number,
  ) {}

  get bytes(): number {
    return this.length * this.dtype.itemsize;
  }
}

/** Counts in-place changes; shared by a tensor, its views and what is detached from it. */
export class VersionCounter {
  current = 0;
}
