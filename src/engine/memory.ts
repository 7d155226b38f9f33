import { RuntimeError } from './errors.js';

/**
 * Limits the bytes that tensors hold. A worker's heap limit does not limit typed arrays, so the engine counts. JavaScript does
 * not report freed memory (and frees none within a synchronous loop). So a high count of allocated bytes is only a reason to
 * measure how much memory is really alive.
 */
export interface MemoryLimit {
  limitBytes: number;
  /** Bytes that are alive now. With `collect`, garbage is collected first; otherwise freed tensors still count. */
  liveBytes?: (collect: boolean) => number;
  /** Called for each new storage, when `liveBytes` needs to know all storages. */
  made?: (owner: object, bytes: number) => void;
}

/** Bytes of tensors that `liveBytes` does not see. */
let residentBytes: ((collect: boolean) => number) | null = null;
export const setResidentBytes = (bytes: typeof residentBytes): void => void (residentBytes = bytes);

/**
 * What is alive is measured after so many new bytes, or after this share of what was alive. Measuring takes some ten
 * microseconds.
 */
const MEASURE_BYTES = 2 ** 20;
const MEASURE_SHARE = 1 / 8;

let limit: MemoryLimit | null = null;
let sinceMeasured = 0;
let live = 0;
let peak = 0;
/** The bytes of arrays that were there before the limit was set. */
let before = 0;

export function setMemoryLimit(next: MemoryLimit | null): void {
  limit = next;
  sinceMeasured = live = peak = 0;
  before = bytesAlive(false);
}

const bytesAlive = (collect: boolean): number => (limit?.liveBytes ? (residentBytes?.(collect) ?? 0) + limit.liveBytes(collect) : 0);

function measure(collect: boolean): void {
  live = bytesAlive(collect);
  sinceMeasured = 0;
  peak = Math.max(peak, live - before);
}

/** Notes that a storage of so many bytes was made. */
export const noteMade = (owner: object, bytes: number): void => limit?.made?.(owner, bytes);

/** The most bytes at once, garbage that was not collected included. Where little was made, all that was made. */
export function peakBytes(): number {
  if (live === 0) return sinceMeasured;
  measure(false);
  return peak;
}

const show = (bytes: number) => (bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`);

/**
 * Called before every allocation. When the bytes were made outside of the engine's memory, it is called after that, with
 * `isThere`.
 * @throws RuntimeError when the bytes would exceed the limit
 */
export function account(bytes: number, isThere = false): void {
  // Refused bytes were not counted: an infinite number of bytes could never be subtracted again.
  if (!limit || live + sinceMeasured + bytes <= limit.limitBytes) {
    if (Number.isFinite(bytes)) sinceMeasured += bytes;
    if (limit?.liveBytes && sinceMeasured > Math.max(MEASURE_BYTES, live * MEASURE_SHARE)) measure(false);
    return;
  }
  for (const collect of [false, true]) {
    if (!limit.liveBytes) break;
    measure(collect);
    if (isThere ? live <= limit.limitBytes : live + bytes <= limit.limitBytes) return void (sinceMeasured = isThere ? 0 : bytes);
  }
  throw new RuntimeError(
    `DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes (${show(bytes)}), ` +
      `${show(live + sinceMeasured)} are in use and the limit for tensors is ${show(limit.limitBytes)}.`,
  );
}

/** A list with the length that an argument asks for. @throws RuntimeError when there is no room for it */
export function listOf<T>(length: number, make: (i: number) => T): T[] {
  ensureRoom(Math.max(0, length) * 8);
  return Array.from({ length }, (_, i) => make(i));
}

/** Checks that there is room for bytes that are counted later. @throws RuntimeError when there is none */
export function ensureRoom(bytes: number): void {
  account(bytes);
  if (Number.isFinite(bytes)) sinceMeasured -= bytes;
}
