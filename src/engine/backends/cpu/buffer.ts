import type { TypedArray } from '../../dtype.js';
import type { DeviceBuffer, Storage } from '../../storage.js';
import type { View } from '../backend.js';

/** The CPU's memory: a buffer is a typed array. Only the files of this folder look inside. */

/** The typed array of a storage on the CPU. */
export const dataOf = (storage: Storage): TypedArray => storage.buffer as unknown as TypedArray;

/** The typed array that a view reads and writes. */
export const arrayOf = (view: Pick<View, 'storage'>): TypedArray => dataOf(view.storage);

export const bufferOf = (data: TypedArray): DeviceBuffer => data as unknown as DeviceBuffer;
