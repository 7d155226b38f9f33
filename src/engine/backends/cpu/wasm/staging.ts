/**
 * Room in WebAssembly's memory for the time of one kernel: arrays are copied in, and results are copied
 * out. What was staged before is gone when room is asked for again.
 */
import { hasWebAssembly, newMemory, type Memory } from './runtime.js';

const PAGE = 65_536;
/** Bytes at the start that kernels use themselves, see elementwise.ts. */
export const RESERVED = 4096;
/** Kernels read whole vectors, so up to three elements behind the last one. */
const MARGIN = 64;

interface Staging {
  readonly memory: Memory;
  floats: Float32Array;
}

let staging: Staging | null | undefined;

function open(): Staging | null {
  try {
    const memory = hasWebAssembly() ? newMemory({ initial: 16 }) : null;
    return memory && { memory, floats: new Float32Array(memory.buffer) };
  } catch {
    return null;
  }
}

/** The memory that kernels are made over. Null without WebAssembly or its vectors: then there are the loops of JavaScript. */
export const stagingMemory = (): Memory | null => (staging === undefined ? (staging = open()) : staging)?.memory ?? null;

/** The memory as numbers, with room for so many behind what is reserved. To be asked for before each kernel. @throws RangeError without room */
export function stage(elements: number): Float32Array {
  const { memory, floats } = staging!;
  const missing = RESERVED + 4 * elements + MARGIN - floats.byteLength;
  if (missing <= 0) return floats;
  memory.grow(Math.ceil(missing / PAGE));
  return (staging!.floats = new Float32Array(memory.buffer));
}
