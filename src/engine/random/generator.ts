import type { TypedArray } from '../dtype.js';
import { TypeError_ } from '../errors.js';
import { Mt19937 } from './mt19937.js';

/** The range of a random integer of 53 bits: the low bits of a 64-bit draw (two numbers of 32 bits). */
const TWO_53 = 2 ** 53;
const TWO_24 = 2 ** 24;

/**
 * A source of random numbers, as `torch.Generator`: the same seed gives PyTorch's numbers.
 * (ATen/core/DistributionsHelper.h says how bits become numbers.)
 */
export class Generator {
  private engine: Mt19937;
  private seed: number;
  /** The second of a pair of normal numbers, kept for the next call. */
  private spareNormal: number | null = null;

  constructor(seed = 5489) {
    this.seed = seed;
    this.engine = new Mt19937(seed);
  }

  /** Seeds the generator. Returns the generator itself. */
  manual_seed(seed: number): this {
    this.seed = seed;
    // PyTorch seeds with the low 32 bits.
    this.engine = new Mt19937(Number(BigInt.asUintN(32, BigInt(Math.trunc(seed)))));
    this.spareNormal = null;
    return this;
  }

  initial_seed(): number {
    return this.seed;
  }

  get device(): string {
    return 'cpu';
  }

  /** @internal */
  random32(): number {
    return this.engine.random();
  }

  /** The low 53 bits of 64. @internal */
  random53(): number {
    const high = this.engine.random();
    const low = this.engine.random();
    return (high % 2 ** 21) * 2 ** 32 + low;
  }

  /** 64 bits. @internal */
  random64(): bigint {
    const high = BigInt(this.engine.random());
    return (high << 32n) | BigInt(this.engine.random());
  }

  /** [0, 1) with 24 bits, as for float32. @internal */
  uniform32(): number {
    return (this.engine.random() % TWO_24) / TWO_24;
  }

  /** As `uniform32`, for each element from `from` to `to`. @internal */
  fill32(data: TypedArray, from: number, to: number): void {
    if (!ArrayBuffer.isView(data) || !(from >= 0 && to <= data.length))
      throw new TypeError_('fill32() fills a part of an array of numbers');
    this.engine.fill24(data, from, to);
  }

  /** `value` where `uniform64` is less than `p`, else 0. @internal */
  fillTrials(data: TypedArray, p: number, value: number): void {
    if (!ArrayBuffer.isView(data) || typeof p !== 'number' || typeof value !== 'number')
      throw new TypeError_('fillTrials() fills an array of numbers');
    this.engine.fillTrials(data, p, value);
  }

  /** [0, 1) with 53 bits. @internal */
  uniform64(): number {
    return this.random53() / TWO_53;
  }

  /** A standard normal number in doubles, by the Box–Muller pair. @internal */
  normal64(): number {
    if (this.spareNormal !== null) {
      const value = this.spareNormal;
      this.spareNormal = null;
      return value;
    }
    const u1 = this.uniform64();
    const u2 = this.uniform64();
    const radius = Math.sqrt(-2 * Math.log1p(-u2));
    const angle = 2 * Math.PI * u1;
    this.spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** @internal */
  get_state(): { engine: ReturnType<Mt19937['save']>; seed: number; spareNormal: number | null } {
    return { engine: this.engine.save(), seed: this.seed, spareNormal: this.spareNormal };
  }

  /** @internal */
  set_state(state: ReturnType<Generator['get_state']>): this {
    const { engine, seed, spareNormal } = state ?? {};
    const isState = Array.isArray(engine?.state) && engine.state.length === 624 && typeof seed === 'number' && spareNormal !== undefined;
    if (!isState) throw new TypeError_('expected a state that get_state() or torch.get_rng_state() returned');
    this.engine.restore(engine);
    this.seed = seed;
    this.spareNormal = spareNormal;
    return this;
  }
}

/** The generator that random functions use when the program gives none. */
export const defaultGenerator = new Generator(Math.floor(Math.random() * 2 ** 32));
