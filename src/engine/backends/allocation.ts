import type { Device } from '../device.js';
import type { DType, TypedArray } from '../dtype.js';
import { NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { account, ensureRoom, noteMade } from '../memory.js';
import { Storage, type DeviceBuffer } from '../storage.js';
import type { Backend, View } from './backend.js';
import { backendOf } from './registry.js';

/** Makes storages, fills them with numbers, and reads them back. */

/** Frees a buffer when its storage is no longer used. */
const finalizers = new Map<Backend, FinalizationRegistry<DeviceBuffer>>();

function freeLater(backend: Backend, storage: Storage): void {
  let finalizer = finalizers.get(backend);
  if (!finalizer) finalizers.set(backend, (finalizer = new FinalizationRegistry((buffer) => backend.free!(buffer))));
  finalizer.register(storage, storage.buffer);
}

/** The error to throw when memory could not be allocated. */
const noRoom = (error: unknown, bytes: number): unknown =>
  error instanceof RangeError
    ? new RuntimeError(
        `[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes. Error code 12 (Cannot allocate memory)`,
      )
    : error;

/** The backend of a device, for elements of a dtype that it can hold. @throws TypeError for other dtypes, as PyTorch's MPS */
function holderOf(device: Device, dtype: DType): Backend {
  const backend = backendOf(device);
  if (!backend.dtypes.has(dtype)) {
    const name = device.type.toUpperCase();
    throw new TypeError_(
      `Cannot convert a ${name} Tensor to ${dtype.name} dtype as the ${name} framework doesn't support ${dtype.name}. Please use float32 instead.`,
    );
  }
  return backend;
}

/**
 * A storage whose buffer its backend makes, filled with `values` if they are given. A typed array of the dtype may become the
 * memory itself.
 * @throws RuntimeError beyond the memory limit or what the device can hold
 */
function storageOf(device: Device, dtype: DType, length: number, isZero: boolean, values: ArrayLike<number> | null = null): Storage {
  const backend = holderOf(device, dtype);
  const bytes = length * dtype.itemsize;
  account(bytes, values instanceof dtype.array);
  let buffer: DeviceBuffer;
  try {
    buffer = values ? backend.upload(values, dtype) : isZero ? backend.zeros(dtype, length) : backend.allocate(dtype, length);
  } catch (error) {
    throw noRoom(error, bytes);
  }
  const storage = new Storage(backend.device, buffer, dtype, length);
  if (backend.free) freeLater(backend, storage);
  noteMade(storage, bytes);
  return storage;
}

/** Memory for elements, with undefined content. @throws RuntimeError beyond the memory limit or what the device can hold */
export const allocate = (device: Device, dtype: DType, length: number): Storage => storageOf(device, dtype, length, false);

/** Gives memory back that nobody will use again: neither this storage nor a tensor over it. */
export const giveBack = ({ device, buffer }: Storage): void => backendOf(device).giveBack?.(buffer);

/** As `allocate`, filled with zeros. */
export const allocateZeros = (device: Device, dtype: DType, length: number): Storage => storageOf(device, dtype, length, true);

/**
 * An array for numbers on their way to memory; complex numbers take two places each. The array may become the memory itself.
 * @throws RuntimeError as `allocate`
 */
export function numbers(dtype: DType, length: number): TypedArray {
  const bytes = length * dtype.itemsize;
  ensureRoom(bytes);
  try {
    return dtype.load ? new Float64Array(length) : new dtype.array(length * dtype.lanes);
  } catch (error) {
    throw noRoom(error, bytes);
  }
}

/**
 * Makes a storage from numbers that the dtype can represent. Complex numbers are given with both parts side by side. The caller
 * gives a typed array away: it may become the memory.
 */
export const upload = (device: Device, dtype: DType, values: ArrayLike<number>): Storage =>
  storageOf(device, dtype, values.length / dtype.lanes, false, values);

/** The same memory as elements of another dtype. @throws NotImplementedError where the backend's bytes differ from PyTorch's */
export function reinterpret(storage: Storage, dtype: DType): Storage {
  const backend = backendOf(storage.device);
  const buffer = backend.reinterpret?.(storage.buffer, dtype, storage.dtype) ?? null;
  if (!buffer) {
    throw new NotImplementedError_(
      `view() cannot show the bytes of ${storage.dtype.name} as ${dtype.name}: one of the two is kept in another way here than in PyTorch. ` +
        `Use x.to(torch.${dtype.name}) to convert the numbers.`,
    );
  }
  return new Storage(storage.device, buffer, dtype, Math.floor(storage.bytes / dtype.itemsize));
}

/**
 * The elements as numbers, row major; complex numbers with both parts side by side. The result may be the memory itself: read
 * it at once, and do not write to it.
 */
export const look = (x: View): TypedArray => backendOf(x.storage.device).read(x);

/** The one element of a view. */
export const element = (x: View): number => backendOf(x.storage.device).element(x);

/** The elements as numbers, row major: a copy. @throws NotImplementedError for complex elements, since the callers expect real numbers */
export function read(x: View): Float64Array {
  if (x.dtype.is_complex) throw new NotImplementedError_(`this operation is not implemented for '${x.dtype.scalarName}'`);
  return readParts(x);
}

/** As `read`; complex numbers with both parts side by side. */
export const readParts = (x: View): Float64Array => new Float64Array(look(x));

/** Says that the elements of these storages are read next. A device that is far away then lets them come together. */
export function askFor(storages: Iterable<Storage>): void {
  const far = new Map<Backend, Set<Storage>>();
  for (const storage of storages) {
    const backend = backendOf(storage.device);
    if (!backend.askFor) continue;
    const group = far.get(backend) ?? new Set();
    far.set(backend, group.add(storage));
  }
  for (const [backend, group] of far) backend.askFor!(group);
}

/** A whole storage, as one row. */
export const whole = (storage: Storage): View => ({ storage, sizes: [storage.length], strides: [1], offset: 0, dtype: storage.dtype });

/** The first element outside of low ≤ v < high, or null. Checks of indices use it. */
export function outside(x: View, low: number, high: number): number | null {
  const elements = look(x);
  for (let i = 0; i < elements.length; i++) if (!(elements[i] >= low && elements[i] < high)) return elements[i];
  return null;
}
