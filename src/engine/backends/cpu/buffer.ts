import type { TypedArray } from '../../dtype.js';
import type { DeviceBuffer, Storage } from '../../storage.js';

/** The CPU's memory: a buffer is a typed array. Only the files of this folder look inside. */

/** The typed array of a storage on the CPU. */
export const dataOf = (storage: Storage): TypedArray => storage.buffer as unknown as TypedArray;

export const bufferOf = (data: TypedArray): DeviceBuffer => data as unknown as DeviceBuffer;
