import type { DType, TypedArray } from './dtype.js';
import { RuntimeError } from './errors.js';
import { account } from './memory.js';
import { writeObserver } from './observe.js';

/** The elements that a tensor and its views share. */
export class Storage {
  /** What the observer knows of it. */
  observed: unknown = null;

  constructor(
    readonly data: TypedArray,
    readonly dtype: DType,
  ) {}

  /** Zeros. @throws RuntimeError beyond the memory limit or what an array can hold */
  static allocate(dtype: DType, length: number): Storage {
    account(length * dtype.itemsize);
    try {
      return new Storage(new dtype.array(length), dtype);
    } catch {
      throw new RuntimeError(
        `[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried to allocate ${length * dtype.itemsize} bytes. Error code 12 (Cannot allocate memory)`,
      );
    }
  }

  get bytes(): number {
    return this.data.byteLength;
  }

  /** To be called before the elements change. */
  willWrite(): void {
    writeObserver()?.willWrite?.(this);
  }
}

/** Counts in-place changes; shared by a tensor, its views and what is detached from it. */
export class VersionCounter {
  current = 0;
}
