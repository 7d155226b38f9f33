/**
 * Arrays that live in WebAssembly's memory: kernels read and write them in place. An array owns its slice: the slice is free
 * when nobody can reach the array. JavaScript reports that only between turns, and a training is one turn, so the engine asks
 * the host to sweep. There are two sweeps. A quick one collects what was made since the last two quick sweeps, since most
 * results die young. A full one runs when memory is used up. When results come faster than memory can take them, a quick sweep
 * runs after as many bytes as stay in the cache: the next results are written to the same places. Weak maps from arrays to
 * addresses tell which arrays are left (references would keep arrays alive in the quick sweep). A part of a slice (`subarray`)
 * does not keep the slice alive: such a part is valid during one kernel. Code that needs a part for longer copies it, or calls
 * `keepsAlive`.
 */
import type { TypedArray } from '../../../dtype.js';
import { setResidentBytes } from '../../../memory.js';
import type { Memory } from './runtime.js';
import { hasGrown, sharedMemory, SLICES } from './staging.js';

/** What the host must be able to do. */
export interface Sweeper {
  /** Collects garbage: all of it, or only what was made since the last two sweeps. */
  sweep(lately: boolean): void;
  /** The values of the keys that are left, separated by commas. Null when the host cannot tell. */
  left(map: WeakMap<object, number>): string | null;
  /** Milliseconds. */
  now(): number;
  /** The processor time of this process, in milliseconds. */
  spent(): number;
  /** Bytes of garbage after which a sweep is worth its time. When garbage comes fast, a few times as many. */
  readonly garbage?: number;
}

/** Shorter arrays live in JavaScript's memory: WebAssembly's kernels are for longer ones. */
export const SHORTEST = 2048;
/** Bytes behind an array that kernels may read; they may also write there, up to the end of a vector. */
const MARGIN = 64;
/** Addresses stay below 2³¹, so that as int32 they are not negative. */
const MOST = 2 ** 31 - 2 ** 20;
/** The bytes by which the memory grows. */
const STEP = 2 ** 26;
const GARBAGE = 2 ** 27;
/** As `GARBAGE`, for quick sweeps while results come fast: the results and their inputs should stay in the cache. */
const RECENT = 12 * 2 ** 20;
/** Bytes in a millisecond. A program that makes fewer does not wait for memory. */
const QUICK = 8 * 2 ** 20;
/** The budget may exceed twice the live bytes by this many times `GARBAGE`. */
const FAST = 4;
/** How many gaps of about the right size are looked at. */
const TRIED = 16;
/** Among how many of the youngest arrays one that is given back is looked for. */
const SOUGHT = 64;
/** The largest share of the time that sweeps may take. */
const SHARE = 1 / 10;

interface Block {
  readonly at: number;
  /** The size with the margin behind the array. */
  readonly size: number;
  readonly bytes: number;
}

/** The arrays that were made between two sweeps. */
interface Generation {
  readonly arrays: WeakMap<Float32Array, number>;
  blocks: Block[];
}

const noBlocks = (): Generation => ({ arrays: new WeakMap(), blocks: [] });

class Slices {
  /** The youngest generation comes first. A quick sweep looks at the first two. */
  private generations: Generation[] = [noBlocks()];
  /** The bytes of the youngest generation, and the most bytes that it may have before a quick sweep. */
  private recent = 0;
  private recentBudget: number;
  private readonly recentLeast: number;
  private recentlySwept = -Infinity;
  private wasQuick = false;
  /** Free room that a sweep has found. The index is the exponent of the greatest power of two that fits. */
  private gaps: { at: number; size: number }[][] = [];
  private buffer: ArrayBuffer;
  private readonly older = new Set<ArrayBufferLike>();
  private readonly parts = new WeakMap<TypedArray, TypedArray>();
  /** Arrays of which there are parts. */
  private readonly shown = new WeakSet<TypedArray>();
  private top = SLICES;
  private end: number;
  private readonly garbage: number;
  /** The bytes that may be taken before a sweep. */
  private budget: number;
  private swept = -Infinity;
  private cost = 0;
  /** The bytes that found no room since the last sweep. */
  private turnedAway = 0;
  private live = 0;
  private used = 0;

  constructor(
    private readonly memory: Memory,
    private readonly sweeper: Sweeper,
  ) {
    this.buffer = memory.buffer;
    this.end = this.buffer.byteLength;
    this.budget = this.garbage = sweeper.garbage ?? GARBAGE;
    this.recentBudget = this.recentLeast = this.garbage * (RECENT / GARBAGE);
  }

  /** An array with undefined content. Null when there is no room. */
  allocate(length: number): Float32Array | null {
    const size = sizeOf(4 * length);
    const at = this.find(size);
    if (at === null) return null;
    const array = new Float32Array(this.buffer, at, length);
    const [youngest] = this.generations as [Generation];
    youngest.arrays.set(array, at);
    youngest.blocks.push({ at, size, bytes: array.byteLength });
    this.recent += size;
    this.used += array.byteLength;
    return array;
  }

  /** Takes back the slice of an array that nobody will use again, if it is one of the youngest. */
  giveBack(array: TypedArray): void {
    const [{ arrays, blocks }] = this.generations as [Generation];
    const at = arrays.get(array as Float32Array);
    if (at === undefined || this.shown.has(array)) return;
    for (let i = blocks.length - 1; i >= Math.max(0, blocks.length - SOUGHT); i--) {
      const block = blocks[i];
      if (block.at !== at) continue;
      arrays.delete(array as Float32Array);
      blocks[i] = blocks.at(-1)!;
      blocks.pop();
      this.recent -= block.size;
      this.used -= block.bytes;
      return this.addGap(at, block.size);
    }
  }

  /** The address of an array that lives here, or −1. */
  addressOf(array: TypedArray): number {
    const { buffer } = array;
    return buffer === this.buffer || this.older.has(buffer) ? array.byteOffset : -1;
  }

  keepsAlive(part: TypedArray, whole: TypedArray): void {
    if (this.addressOf(whole) < 0) return;
    this.parts.set(part, whole);
    this.shown.add(whole);
  }

  /** The bytes of all arrays. They include garbage, unless it is collected first. */
  bytes(collect: boolean): number {
    if (collect && this.used > 0) this.sweep();
    return this.used;
  }

  private find(size: number): number | null {
    if (this.recent + size > this.recentBudget && this.recent > 0) this.sweepLately();
    const found = this.reuse(size) ?? this.extend(size, SLICES + this.budget) ?? this.reuseLately(size);
    if (found !== null) return found;
    const now = this.sweeper.now();
    const isSeldom = (now - this.swept) * SHARE > this.cost;
    const mayGrow = this.budget < 2 * this.live + FAST * this.garbage;
    if (isSeldom || !mayGrow) {
      // When the last sweep found no room, the next one waits until it is allowed again.
      if (!isSeldom && this.turnedAway > 0 && this.turnedAway < this.garbage) {
        this.turnedAway += size;
        return null;
      }
      this.sweep();
      this.budget = Math.max(this.budget, 2 * this.live);
      const again = this.reuse(size) ?? this.extend(size, SLICES + this.budget);
      if (again !== null) return again;
    }
    this.budget = Math.max(this.budget + this.garbage, this.top - SLICES + size);
    const more = this.extend(size, MOST);
    if (more === null) this.turnedAway += size;
    return more;
  }

  /** Looks for room among recent arrays, if they take much memory. */
  private reuseLately(size: number): number | null {
    if (4 * this.recent < this.garbage) return null;
    this.sweepLately();
    return this.reuse(size);
  }

  private reuse(size: number): number | null {
    for (let k = Math.floor(Math.log2(size)); k < this.gaps.length; k++) {
      const gaps = this.gaps[k] ?? [];
      for (let i = gaps.length - 1; i >= Math.max(0, gaps.length - TRIED); i--) {
        const gap = gaps[i];
        if (gap.size < size) continue;
        if (i < gaps.length - 1) gaps[i] = gaps.pop()!;
        else gaps.pop();
        this.addGap(gap.at + size, gap.size - size);
        return gap.at;
      }
    }
    return null;
  }

  private addGap(at: number, size: number): void {
    if (size >= 4 * SHORTEST) (this.gaps[Math.floor(Math.log2(size))] ??= []).push({ at, size });
  }

  private extend(size: number, limit: number): number | null {
    const at = this.top;
    if (at + size > Math.min(limit, MOST)) return null;
    if (at + size > this.end) {
      try {
        this.memory.grow(Math.ceil(Math.max(STEP, at + size - this.end) / 65_536));
      } catch {
        return null;
      }
      this.older.add(this.buffer);
      this.buffer = this.memory.buffer;
      this.end = this.buffer.byteLength;
      hasGrown();
    }
    this.top = at + size;
    return at;
  }

  /** Keeps the blocks of a generation whose arrays can be reached; returns the others. */
  private takeDead(generation: Generation): Block[] {
    if (generation.blocks.length === 0) return [];
    const left = this.sweeper.left(generation.arrays);
    if (left === null) return [];
    const alive = new Set(left.split(',').map(Number));
    const dead: Block[] = [];
    generation.blocks = generation.blocks.filter((block) => alive.has(block.at) || (dead.push(block), false));
    for (const { bytes } of dead) this.used -= bytes;
    return dead;
  }

  /** Finds recent slices whose arrays are gone. */
  private sweepLately(): void {
    this.sweeper.sweep(true);
    const dead = this.generations.slice(0, 2).flatMap((generation) => this.takeDead(generation));
    this.age();
    let freed = 0;
    let [from, to] = [0, 0];
    for (const { at, size } of dead.sort((a, b) => a.at - b.at)) {
      freed += size;
      if (at !== to) {
        this.addGap(from, to - from);
        from = at;
      }
      to = at + size;
    }
    this.addGap(from, to - from);
    const spent = this.sweeper.spent();
    // The speed between two sweeps changes the budget only together with the one before.
    const isQuick = this.recent > (spent - this.recentlySwept) * (this.recentBudget === this.recentLeast ? QUICK / 2 : QUICK);
    this.recentBudget = (isQuick || this.wasQuick) && 4 * freed >= this.recent ? this.recentLeast : this.garbage / 2;
    this.wasQuick = isQuick;
    this.recent = 0;
    this.recentlySwept = spent;
  }

  private age(): void {
    const [young, last, ...old] = this.generations;
    this.generations = [noBlocks(), young, ...(last?.blocks.length ? [last] : []), ...old];
  }

  /** Finds the slices whose arrays are gone, and then joins all free room. */
  private sweep(): void {
    const start = this.sweeper.now();
    this.sweeper.sweep(false);
    for (const generation of this.generations) this.takeDead(generation);
    this.generations = [noBlocks(), noBlocks(), ...this.generations.filter(({ blocks }) => blocks.length > 0)];
    this.recent = 0;
    this.gaps = [];
    let top = SLICES;
    for (const { at, size } of this.generations.flatMap(({ blocks }) => blocks).sort((a, b) => a.at - b.at)) {
      this.addGap(top, at - top);
      top = at + size;
    }
    this.top = top;
    this.turnedAway = 0;
    this.live = this.used;
    this.swept = this.sweeper.now();
    this.cost = this.swept - start;
  }
}

/** Rounds sizes up in steps of an eighth. Large blocks get 1088 bytes more, so that neighbours take different places in the cache. */
function sizeOf(bytes: number): number {
  const least = bytes + MARGIN;
  const step = Math.max(64, 2 ** (Math.floor(Math.log2(least)) - 3));
  return Math.ceil(least / step) * step + (least >= 2 ** 16 ? 1088 : 0);
}

let slices: Slices | null = null;

/**
 * From this call on, long arrays of float32 live in WebAssembly's memory, if it has a shared one. Must be called before the
 * first kernel.
 */
export function reside(sweeper: Sweeper): void {
  const memory = sharedMemory();
  slices = memory && new Slices(memory, sweeper);
  setResidentBytes(slices && ((collect) => slices!.bytes(collect)));
}

/** An array in WebAssembly's memory, with undefined content. Null when the array must live in JavaScript's memory. */
export const slice = (length: number): Float32Array | null => (length < SHORTEST || slices === null ? null : slices.allocate(length));

/** The address of an array's first element, in bytes; −1 where it does not live in WebAssembly's memory. */
export const addressOf = (array: TypedArray): number => (slices === null || array.length < SHORTEST ? -1 : slices.addressOf(array));

/** Takes back the memory of an array that nobody will use again. What is not taken back here is found by a sweep. */
export const giveBack = (array: TypedArray): void => slices?.giveBack(array);

/** Keeps `whole` alive while `part`, which shows elements of it, is reachable. */
export const keepsAlive = (part: TypedArray, whole: TypedArray): void => slices?.keepsAlive(part, whole);
