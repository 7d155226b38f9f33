/**
 * Arrays that live in WebAssembly's memory: kernels read and write them where they are. An array is its slice's owner:
 * the slice is free when nobody can reach the array. JavaScript tells of that between turns only, and a training is one
 * turn, so the host is asked for a sweep. There are two: a quick one, which collects what was made since the last two of
 * them, since most results die young, and one of all when memory is used up. Where results come faster than memory takes
 * them, there is a quick one after so many bytes as stay in the cache: the next results are written where they were. Weak
 * maps from arrays to addresses tell what is left (references would keep arrays from the quick sweep). A part of a slice
 * (`subarray`) does not keep it: such a part is for the time of one kernel, and who needs one for longer takes a copy, or
 * says `keepsAlive`.
 */
import type { TypedArray } from '../../../dtype.js';
import { setResidentBytes } from '../../../memory.js';
import type { Memory } from './runtime.js';
import { hasGrown, sharedMemory, SLICES } from './staging.js';

/** What the place that the engine runs in must be able to do. */
export interface Sweeper {
  /** Collects garbage: all, or what was made since the last two times. */
  sweep(lately: boolean): void;
  /** The numbers of the keys that are left, with commas between them. Null where nobody can tell. */
  left(map: WeakMap<object, number>): string | null;
  /** Milliseconds. */
  now(): number;
  /** Milliseconds that a processor has worked for this process. */
  spent(): number;
  /** Bytes of garbage after which a sweep is worth its time; a few times as many where garbage comes fast. */
  readonly garbage?: number;
}

/** Shorter arrays are JavaScript's: kernels of WebAssembly are for longer ones. */
export const SHORTEST = 2048;
/** Bytes behind an array that kernels may read, and write up to a whole vector. */
const MARGIN = 64;
/** Addresses stay below the sign of 32 bits. */
const MOST = 2 ** 31 - 2 ** 20;
/** Bytes that the memory grows by. */
const STEP = 2 ** 26;
const GARBAGE = 2 ** 27;
/** As `GARBAGE`, for a sweep of what was made lately, where results come fast: with what it is made of, it is to stay in the cache. */
const RECENT = 12 * 2 ** 20;
/** Bytes a millisecond. Who makes fewer does not wait for memory. */
const QUICK = 12 * 2 ** 20;
/** How many times that there may be. */
const FAST = 4;
/** Gaps of about the right size that are looked at. */
const TRIED = 16;
/** Sweeps may take such a share of the time. */
const SHARE = 1 / 10;

interface Block {
  readonly at: number;
  /** With what is behind the array. */
  readonly size: number;
  readonly bytes: number;
}

/** What was made between two sweeps. */
interface Generation {
  readonly arrays: WeakMap<Float32Array, number>;
  blocks: Block[];
}

const noBlocks = (): Generation => ({ arrays: new WeakMap(), blocks: [] });

class Slices {
  /** The youngest first. The first two are those that a sweep of what was made lately knows. */
  private generations: Generation[] = [noBlocks()];
  /** Bytes of the youngest, and how many there may be before there is a sweep of what was made lately. */
  private recent = 0;
  private recentBudget: number;
  private readonly recentLeast: number;
  private recentlySwept = -Infinity;
  private wasQuick = false;
  /** Free room that a sweep has found, by the power of two that it has at least. */
  private gaps: { at: number; size: number }[][] = [];
  private buffer: ArrayBuffer;
  private readonly older = new Set<ArrayBufferLike>();
  private readonly parts = new WeakMap<TypedArray, TypedArray>();
  private top = SLICES;
  private end: number;
  private readonly garbage: number;
  /** Bytes that may be taken before there is a sweep. */
  private budget: number;
  private swept = -Infinity;
  private cost = 0;
  /** Bytes that found no room since the last sweep. */
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

  /** What is in it is undefined. Null where there is no room. */
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

  /** The address of an array that lives here, or −1. */
  addressOf(array: TypedArray): number {
    const { buffer } = array;
    return buffer === this.buffer || this.older.has(buffer) ? array.byteOffset : -1;
  }

  keepsAlive(part: TypedArray, whole: TypedArray): void {
    if (this.addressOf(whole) >= 0) this.parts.set(part, whole);
  }

  /** Bytes that arrays hold; of garbage too unless it is collected before. */
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
      // Where the last sweep has found no room, the next one waits until it may.
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

  /** Room of what was made lately, if that is much. */
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

  /** Leaves the blocks of a generation whose arrays can be reached; returns the others. */
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

  /** Finds slices that were made lately and whose arrays are gone. */
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
    // One sweep alone changes little.
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

  /** Finds the slices whose arrays are gone; all free room is then joined. */
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

/** Sizes step by an eighth; those of large blocks are odd ones, so that neighbours do not lie alike in the cache. */
function sizeOf(bytes: number): number {
  const least = bytes + MARGIN;
  const step = Math.max(64, 2 ** (Math.floor(Math.log2(least)) - 3));
  return Math.ceil(least / step) * step + (least >= 2 ** 16 ? 1088 : 0);
}

let slices: Slices | null = null;

/** From now on long arrays of float32 live in WebAssembly's memory, where there is a shared one. To be called before the first kernel. */
export function reside(sweeper: Sweeper): void {
  const memory = sharedMemory();
  slices = memory && new Slices(memory, sweeper);
  setResidentBytes(slices && ((collect) => slices!.bytes(collect)));
}

/** An array in WebAssembly's memory, whose elements are undefined. Null where it has to be one of JavaScript's. */
export const slice = (length: number): Float32Array | null => (length < SHORTEST || slices === null ? null : slices.allocate(length));

/** The address of an array's first element, in bytes; −1 where it does not live in WebAssembly's memory. */
export const addressOf = (array: TypedArray): number => (slices === null || array.length < SHORTEST ? -1 : slices.addressOf(array));

/** `part` shows elements of `whole`, and is reached where `whole` may not be. */
export const keepsAlive = (part: TypedArray, whole: TypedArray): void => slices?.keepsAlive(part, whole);
