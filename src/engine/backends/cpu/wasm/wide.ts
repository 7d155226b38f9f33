/**
 * Kernels for vectors of 256 bits. WebAssembly has vectors of 128 bits. V8 can join pairs of neighbouring vectors with the same
 * operation (on x64 with AVX2), in a module that is compiled while a flag is on. The results have the same bits, in about half
 * of the time where a kernel waits for arithmetic. The flag is experimental in V8. So such a kernel is tested on its own
 * numbers before it is used, and nothing depends on it.
 */
import type { Memory } from './runtime.js';
import { build, type Exports } from './runtime.js';
import type { WasmFunction } from './assembler/module.js';

/** What the host can do. */
export interface Joiner {
  /**
   * Switches the joining of vectors on or off for modules that are compiled from now on. While it is on, modules are compiled
   * to the end at once.
   */
  joinVectors(isOn: boolean): void;
  /** Milliseconds. */
  now(): number;
}

let joiner: Joiner | null = null;

/** Must be called before the first kernel. */
export const useJoiner = (given: Joiner | null): void => void (joiner = given);

/**
 * The number of multiply-adds after which the wide kernel is made. They take about as long as making and trying the wide
 * kernel, so a program loses at most the time that it has spent already.
 */
const ENOUGH = 2 ** 27;
/** How many times each of the two kernels is timed, by turns; the shortest time counts. */
const TURNS = 12;
/** A wide kernel is used only if it takes at most this share of the narrow kernel's time. */
const FASTER = 0.9;

/** How a kernel is tried. */
export interface Trial<Kernel> {
  /** Computes from the same numbers each time, and returns all results. */
  compute(kernel: Kernel): Float32Array;
  /** The timed work; it comes after `compute`, and uses the numbers that `compute` left. */
  work(kernel: Kernel): void;
}

/** Fills places with numbers for a trial; they look random. */
export function fillForTrial(floats: Float32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) floats[i] = ((i * 7919) % 1009) / 509 - 1;
}

/** Numbers for which kernels have ways of their own. */
const SPECIAL = [0, -0, NaN, Infinity, -Infinity, 1e-40, -1e-40, 3e38, -3e38, 88.6, -88.6, -100, -104.5, 0.625, 1e6];

/** As `fillForTrial`, with special numbers among them, and with greater ones. */
export function fillWithSpecial(floats: Float32Array, from: number, to: number): void {
  fillForTrial(floats, from, to);
  for (let i = from, k = 0; i < to; i += 13, k++) floats[i] = k % 3 === 0 ? SPECIAL[(k / 3) % SPECIAL.length] : floats[i] * 60;
}

/** A kernel that is replaced by its wide version after enough work. */
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

  /** The kernel to use now, for a work of so many multiply-adds. */
  for(work: number): Kernel {
    if (joiner !== null && this.done < ENOUGH) {
      this.done += work;
      if (this.done >= ENOUGH) this.widen();
    }
    return this.current;
  }

  /** Whether the wide version is used. If it was not tried before, it is tried now. */
  isWide(): boolean {
    if (joiner !== null && this.done < ENOUGH) this.for(ENOUGH);
    return this.current !== this.narrow;
  }

  private widen(): void {
    try {
      const wide = this.makeWide();
      if (isProven(this.narrow, wide, this.trial)) this.current = wide;
    } catch {
      // The compiler cannot join vectors, or there is no room: the narrow kernel stays.
    }
  }
}

/** Functions with joined vectors, ready to be called. */
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
