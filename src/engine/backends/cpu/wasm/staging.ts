/**
 * The memory of WebAssembly that kernels work in. Its beginning is room for the time of one kernel: arrays that lie
 * elsewhere are copied in, and results are copied out; what was staged before is gone when room is asked for again.
 * Where it is a shared one, arrays live behind that room, see slices.ts.
 */
import { hasWebAssembly, newMemory, type Memory } from './runtime.js';
import { MOST_PAGES } from './assembler/module.js';

const PAGE = 65_536;
/** Bytes at the start that kernels use themselves, see elementwise.ts. */
export const RESERVED = 4096;
/** Kernels read whole vectors, so up to three elements behind the last one. */
const MARGIN = 64;
/** Most bytes that are staged for one kernel: beyond it the copies cost more memory than a model should be charged for unseen. */
export const STAGED_MOST = 2 ** 28;
/** Where slices begin, in a memory that has them. */
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

/** The memory that kernels are made over. Null without WebAssembly or its vectors: then there are the loops of JavaScript. */
export const stagingMemory = (): Memory | null => opened()?.memory ?? null;

/**
 * Opens the memory as a shared one: it grows without moving, so arrays can live in it. Its pages take nothing until they are
 * touched. Null where there is none, or kernels work in another already.
 */
export function sharedMemory(): Memory | null {
  wantsShared = true;
  const memory = stagingMemory();
  return memory && memory.buffer instanceof ArrayBuffer ? null : memory;
}

/** The memory as numbers, with room for so many behind what is reserved. To be asked for before each kernel. @throws RangeError without room */
export function stage(elements: number): Float32Array {
  const { memory, floats } = staging!;
  const missing = RESERVED + 4 * elements + MARGIN - floats.byteLength;
  if (missing <= 0) return floats;
  memory.grow(Math.ceil(missing / PAGE));
  return (staging!.floats = new Float32Array(memory.buffer));
}

/** To be called when the memory has grown: `stage` returns all of it. */
export const hasGrown = (): void => void (staging!.floats = new Float32Array(staging!.memory.buffer));
