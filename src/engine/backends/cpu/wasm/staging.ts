/**
 * WebAssembly's memory, in which kernels work. Its beginning is room for one kernel at a time: arrays that live elsewhere are
 * copied in, and results are copied out. When room is requested again, the staged elements are gone. In a shared memory, arrays
 * live behind that room, see slices.ts.
 */
import { hasWebAssembly, newMemory, type Memory } from './runtime.js';
import { MOST_PAGES } from './assembler/module.js';

const PAGE = 65_536;
/** The bytes at the start that the kernels themselves use, see elementwise.ts. */
export const RESERVED = 4096;
/** Kernels read whole vectors, so they read up to three elements behind the last one. */
const MARGIN = 64;
/** The most bytes that are staged for one kernel. Larger copies would take more memory than the engine may use without counting it. */
export const STAGED_MOST = 2 ** 28;
/** The address where slices begin, in a memory with slices. */
export const SLICES = STAGED_MOST + 16 * PAGE;

interface Staging {
  readonly memory: Memory;
  floats: Float32Array;
}

let staging: Staging | null | undefined;
let wantsShared = false;

function open(): Staging | null {
  const attempt = (limits: { initial: number; maximum?: number; shared?: boolean }): Staging | null => {
    try {
      const memory = newMemory(limits);
      return { memory, floats: new Float32Array(memory.buffer) };
    } catch {
      return null;
    }
  };
  if (!hasWebAssembly()) return null;
  const shared = wantsShared && attempt({ initial: SLICES / PAGE, maximum: MOST_PAGES, shared: true });
  return shared || attempt({ initial: 16 });
}

const opened = (): Staging | null => (staging === undefined ? (staging = open()) : staging);

/** The memory that kernels are made for. Null without WebAssembly or its vectors: then JavaScript's loops are used. */
export const stagingMemory = (): Memory | null => opened()?.memory ?? null;

/**
 * Opens the memory as a shared one. It grows without moving, so arrays can live in it. Its pages take no memory until they are
 * touched. Null when there is no shared memory, or when kernels already work in another one.
 */
export function sharedMemory(): Memory | null {
  wantsShared = true;
  const memory = stagingMemory();
  return memory && memory.buffer instanceof ArrayBuffer ? null : memory;
}

/**
 * The memory as numbers, with room for `elements` behind the reserved bytes. Must be called before each kernel. @throws
 * RangeError without room
 */
export function stage(elements: number): Float32Array {
  const { memory, floats } = staging!;
  const missing = RESERVED + 4 * elements + MARGIN - floats.byteLength;
  if (missing <= 0) return floats;
  memory.grow(Math.ceil(missing / PAGE));
  return (staging!.floats = new Float32Array(memory.buffer));
}

/** Must be called when the memory has grown, so that `stage` returns all of it. */
export const hasGrown = (): void => void (staging!.floats = new Float32Array(staging!.memory.buffer));
