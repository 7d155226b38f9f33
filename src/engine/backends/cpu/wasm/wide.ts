/**
 * Kernels for vectors of 256 bits. WebAssembly has vectors of 128; V8 can join pairs of the same operation on neighbours
 * (on x64 with AVX2), for a module that is compiled while a flag is on. The results are the same bits, in about half of
 * the time where arithmetic is what a kernel waits for. The flag is an experiment of V8's, so such a kernel has to prove
 * itself on numbers of its own before it is used, and nothing depends on it.
 */
import type { Memory } from './runtime.js';
import { build, type Exports } from './runtime.js';
import type { WasmFunction } from './assembler/module.js';

/** What the place that the engine runs in can do. */
export interface Joiner {
  /** From now on what is compiled has its vectors joined, and is compiled to the end at once; or as before. */
  joinVectors(isOn: boolean): void;
  /** Milliseconds. */
  now(): number;
}

let joiner: Joiner | null = null;

/** To be called before the first kernel. */
export const useJoiner = (given: Joiner | null): void => void (joiner = given);

/**
 * Multiply-adds after which the wide kernel is made: they took about as long as making and trying it takes, so a program
 * loses at most as much again as it has spent.
 */
const ENOUGH = 2 ** 27;
/** Times that both kernels are timed by turns; the shortest counts. */
const TURNS = 12;
/** What is not clearly faster is not used. */
const FASTER = 0.9;

/** How a kernel is tried. */
export interface Trial<Kernel> {
  /** Computes from numbers that are the same each time, and returns all results. */
  compute(kernel: Kernel): Float32Array;
  /** What is timed, after `compute`: with the numbers that it has left. */
  work(kernel: Kernel): void;
}

/** Numbers for a trial, from one place to another: they look like random ones. */
export function fillForTrial(floats: Float32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) floats[i] = ((i * 7919) % 1009) / 509 - 1;
}

/** A kernel that is replaced by its wide make once it has done enough. */
export class Widening<Kernel> {
  private done = 0;
  private current: Kernel;

  constructor(
    readonly narrow: Kernel,
    private readonly makeWide: () => Kernel,
    private readonly trial: Trial<Kernel>,
  ) {
    this.current = narrow;
  }

  /** The kernel to be used now, for so many multiply-adds. */
  for(work: number): Kernel {
    if (joiner !== null && this.done < ENOUGH) {
      this.done += work;
      if (this.done >= ENOUGH) this.widen();
    }
    return this.current;
  }

  /** Whether the wide make is used, which is tried now if it was not before. */
  isWide(): boolean {
    if (joiner !== null && this.done < ENOUGH) this.for(ENOUGH);
    return this.current !== this.narrow;
  }

  private widen(): void {
    try {
      const wide = this.makeWide();
      if (isProven(this.narrow, wide, this.trial)) this.current = wide;
    } catch {
      // A compiler that cannot do it, or no room: the narrow one stays.
    }
  }
}

/** Functions whose vectors are joined, ready to be called. */
export function buildWide(functions: readonly WasmFunction[], memory: Memory): Exports {
  joiner?.joinVectors(true);
  try {
    return build(functions, memory);
  } finally {
    joiner?.joinVectors(false);
  }
}

function isProven<Kernel>(narrow: Kernel, wide: Kernel, { compute, work }: Trial<Kernel>): boolean {
  const results = compute(wide);
  if (!compute(narrow).every((x, i) => Object.is(x, results[i]))) return false;
  const times = { narrow: Infinity, wide: Infinity };
  for (let turn = 0; turn < TURNS; turn++) {
    times.narrow = Math.min(times.narrow, timed(work, narrow));
    times.wide = Math.min(times.wide, timed(work, wide));
  }
  return times.wide < FASTER * times.narrow;
}

function timed<Kernel>(work: (kernel: Kernel) => void, kernel: Kernel): number {
  const start = joiner!.now();
  work(kernel);
  return joiner!.now() - start;
}
