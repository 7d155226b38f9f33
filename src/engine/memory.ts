import { RuntimeError } from './errors.js';

/**
 * What bounds the bytes that tensors hold. A worker's heap limit does not bound typed arrays,
 * so the engine counts. JavaScript frees without telling (and never within a synchronous loop),
 * so the count of what was allocated is only a reason to ask how much is really alive.
 */
export interface MemoryLimit {
  limitBytes: number;
  /** Bytes alive now, after collecting garbage when `collect` is set. Without it, freed tensors still count. */
  liveBytes?: (collect: boolean) => number;
  /** Told of each storage that is made, where that is what `liveBytes` knows. */
  made?: (owner: object, bytes: number) => void;
}

/** Bytes of tensors that `liveBytes` does not see. */
let residentBytes: ((collect: boolean) => number) | null = null;
export const setResidentBytes = (bytes: typeof residentBytes): void => void (residentBytes = bytes);

let limit: MemoryLimit | null = null;
let sinceMeasured = 0;
let live = 0;
let peak = 0;

export function setMemoryLimit(next: MemoryLimit | null): void {
  limit = next;
  sinceMeasured = live = peak = 0;
}

/** A storage was made that holds so many bytes. */
export const noteMade = (owner: object, bytes: number): void => limit?.made?.(owner, bytes);

/** The most bytes seen at once, as far as they were measured. */
export const peakBytes = (): number => Math.max(peak, live + sinceMeasured);

const show = (bytes: number) => (bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`);

/**
 * Called before every allocation; after it, with `isThere`, where the bytes were made outside of the engine's memory.
 * @throws RuntimeError when they would pass the limit
 */
export function account(bytes: number, isThere = false): void {
  // What is refused was never counted: more than can be counted would not go away again.
  if (!limit || live + sinceMeasured + bytes <= limit.limitBytes) return void (sinceMeasured += Number.isFinite(bytes) ? bytes : 0);
  for (const collect of [false, true]) {
    if (!limit?.liveBytes) break;
    live = (residentBytes?.(collect) ?? 0) + limit.liveBytes(collect);
    sinceMeasured = 0;
    peak = Math.max(peak, live);
    if (isThere ? live <= limit.limitBytes : live + bytes <= limit.limitBytes) return void (sinceMeasured = isThere ? 0 : bytes);
  }
  throw new RuntimeError(
    `DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes (${show(bytes)}), ` +
      `${show(live + sinceMeasured)} are in use and the limit for tensors is ${show(limit.limitBytes)}.`,
  );
}

/** A list of as many items as an argument asks for. @throws RuntimeError when there is no room for them */
export function listOf<T>(length: number, make: (i: number) => T): T[] {
  ensureRoom(Math.max(0, length) * 8);
  return Array.from({ length }, (_, i) => make(i));
}

/** Whether there is room for what is to be counted later. @throws RuntimeError when there is none */
export function ensureRoom(bytes: number): void {
  account(bytes);
  if (Number.isFinite(bytes)) sinceMeasured -= bytes;
}
