/** Python's `random` with the same numbers: the Mersenne Twister, seeded as in Python. */
import { IndexError, TypeError_, ValueError } from '../errors.js';
import { Mt19937 } from '../random/mt19937.js';
import { startsOver } from '../startOver.js';
import { cos, exp, log, sin } from './elementary.js';
import { list } from './sequences.js';

const N = 624;

/** How `choices` draws: the weights of the values, or their sums, and how many are drawn. */
interface Choices {
  weights?: Iterable<number> | null;
  cum_weights?: readonly number[] | null;
  k?: number;
}

export class Random {
  #twister = new Mt19937(0);
  #spare: number | null = null;

  constructor(seed: number | null = null) {
    this.seed(seed);
  }

  /** Saves the state. Returns a function that restores it. @internal */
  keep(): () => void {
    const spare = this.#spare;
    const before = this.#twister.save();
    return () => {
      this.#twister.restore(before);
      this.#spare = spare;
    };
  }

  /** As `random.seed(n)`. */
  seed(seed: number | null = null): void {
    if (seed !== null && !Number.isFinite(seed))
      throw new TypeError_('The only supported seed types are: None, int, float, str, bytes, and bytearray.');
    this.#spare = null;
    let rest = BigInt(Math.abs(Math.trunc(seed ?? Math.random() * 2 ** 53)));
    const key: number[] = [];
    do {
      key.push(Number(rest & 0xffffffffn));
      rest >>= 32n;
    } while (rest > 0n);
    this.#twister = new Mt19937(19650218);
    const { state } = this.#twister.save();
    const mix = (i: number, by: number) => state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), by);
    let i = 1;
    const step = () => {
      if (++i >= N) {
        state[0] = state[N - 1]!;
        i = 1;
      }
    };
    for (let k = 0, j = 0; k < Math.max(N, key.length); k++, j = (j + 1) % key.length) {
      state[i] = (mix(i, 1664525) + key[j] + j) >>> 0;
      step();
    }
    for (let k = 0; k < N - 1; k++) {
      state[i] = (mix(i, 1566083941) - i) >>> 0;
      step();
    }
    state[0] = 0x80000000;
    this.#twister.restore({ state, next: N });
  }

  /** A number from 0 (included) to 1 (not included). */
  random(): number {
    return this.#twister.double();
  }

  getrandbits(k: number): number {
    if (k > 53) throw new ValueError('getrandbits() gives up to 53 bits here');
    if (k <= 32) return k === 0 ? 0 : this.#twister.random() >>> (32 - k);
    const low = this.#twister.random();
    return low + (this.#twister.random() >>> (64 - k)) * 2 ** 32;
  }

  private below(n: number): number {
    const bits = n.toString(2).length;
    let r = this.getrandbits(bits);
    while (r >= n) r = this.getrandbits(bits);
    return r;
  }

  randrange(start: number, stop?: number, step = 1): number {
    const [from, to] = stop === undefined ? [0, start] : [start, stop];
    const n = Math.ceil((to - from) / step);
    if (!(n > 0))
      throw new ValueError(
        stop === undefined ? 'empty range for randrange()' : `empty range for randrange() (${from}, ${to}, ${to - from})`,
      );
    return from + step * this.below(n);
  }

  randint(a: number, b: number): number {
    return this.randrange(a, b + 1);
  }

  choice<T>(from: Iterable<T>): T {
    const all = list(from);
    if (all.length === 0) throw new IndexError('Cannot choose from an empty sequence');
    return all[this.below(all.length)];
  }

  choices<T>(from: readonly T[], given: Choices | readonly number[] | null = null, more: Choices = {}): T[] {
    const options: Choices = Array.isArray(given) ? { weights: given as readonly number[] } : ((given as Choices | null) ?? {});
    const { weights: each = null, cum_weights = null, k = 1 } = { ...options, ...more };
    const weights = each && [...each];
    let sum = 0;
    const upTo = cum_weights ?? weights?.map((w) => (sum += w));
    if (!upTo) return Array.from({ length: k }, () => from[Math.floor(this.random() * from.length)]);
    const total = upTo.at(-1)!;
    return Array.from({ length: k }, () => {
      const x = this.random() * total;
      const found = upTo.findIndex((w, i) => x < w || i === from.length - 1);
      return from[found];
    });
  }

  shuffle(all: unknown[]): void {
    const own = all as unknown as {
      __setitem__?: (at: number, value: unknown) => void;
      __getitem__: (at: number) => unknown;
      __len__: () => number;
    };
    if (typeof own.__setitem__ === 'function') {
      for (let i = own.__len__() - 1; i > 0; i--) {
        const j = this.below(i + 1);
        const [a, b] = [own.__getitem__(i), own.__getitem__(j)];
        own.__setitem__(i, b);
        own.__setitem__(j, a);
      }
      return;
    }
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [all[i], all[j]] = [all[j], all[i]];
    }
  }

  sample<T>(from: Iterable<T>, k: number): T[] {
    const all = list(from);
    const n = all.length;
    if (k < 0 || k > n) throw new ValueError('Sample larger than population or is negative');
    let most = 21;
    if (k > 5) most += 4 ** Math.ceil(log(k * 3) / log(4));
    if (n <= most) {
      return Array.from({ length: k }, (_, i) => {
        const j = this.below(n - i);
        const one = all[j];
        all[j] = all[n - i - 1]!;
        return one;
      });
    }
    const taken = new Set<number>();
    return Array.from({ length: k }, () => {
      let j = this.below(n);
      while (taken.has(j)) j = this.below(n);
      taken.add(j);
      return all[j];
    });
  }

  uniform(a: number, b: number): number {
    return a + (b - a) * this.random();
  }

  gauss(mu = 0, sigma = 1): number {
    let z = this.#spare;
    this.#spare = null;
    if (z === null) {
      const angle = this.random() * 2 * Math.PI;
      const length = Math.sqrt(-2 * log(1 - this.random()));
      z = cos(angle) * length;
      this.#spare = sin(angle) * length;
    }
    return mu + z * sigma;
  }

  normalvariate(mu = 0, sigma = 1): number {
    const magic = (4 * exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const u1 = this.random();
      const u2 = 1 - this.random();
      const z = (magic * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
    }
  }

  expovariate(lambd = 1): number {
    return -log(1 - this.random()) / lambd;
  }

  lognormvariate(mu = 0, sigma = 1): number {
    return exp(this.normalvariate(mu, sigma));
  }

  triangular(low = 0, high = 1, mode: number | null = null): number {
    let u = this.random();
    if (high === low) return low;
    let c = mode === null ? 0.5 : (mode - low) / (high - low);
    let [from, to] = [low, high];
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [from, to] = [to, from];
    }
    return from + (to - from) * Math.sqrt(u * c);
  }

  gammavariate(alpha: number, beta: number): number {
    if (!(alpha > 0 && beta > 0)) throw new ValueError('gammavariate: alpha and beta must be > 0.0');
    if (alpha === 1) return -log(1 - this.random()) * beta;
    if (alpha > 1) {
      const ainv = Math.sqrt(2 * alpha - 1);
      const b = alpha - log(4);
      const c = alpha + ainv;
      for (;;) {
        const u1 = this.random();
        if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
        const u2 = 1 - this.random();
        const v = log(u1 / (1 - u1)) / ainv;
        const x = alpha * exp(v);
        const z = u1 * u1 * u2;
        const r = b + c * v - x;
        if (r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z)) return x * beta;
      }
    }
    for (;;) {
      const b = (Math.E + alpha) / Math.E;
      const p = b * this.random();
      const x = p <= 1 ? p ** (1 / alpha) : -log((b - p) / alpha);
      const u1 = this.random();
      if (p > 1 ? u1 <= x ** (alpha - 1) : u1 <= exp(-x)) return x * beta;
    }
  }

  betavariate(alpha: number, beta: number): number {
    const y = this.gammavariate(alpha, 1);
    return y === 0 ? 0 : y / (y + this.gammavariate(beta, 1));
  }

  paretovariate(alpha: number): number {
    return (1 - this.random()) ** (-1 / alpha);
  }

  weibullvariate(alpha: number, beta: number): number {
    return alpha * (-log(1 - this.random())) ** (1 / beta);
  }

  getstate(): object {
    const { state, next } = this.#twister.save();
    return { state: [...state], next, spare: this.#spare };
  }

  setstate(given: object): void {
    const { state, next, spare } = given as { state: number[]; next: number; spare: number | null };
    this.#twister.restore({ state: [...state], next });
    this.#spare = spare;
  }
}

const one = new Random();
startsOver(() => one.keep());

/** As Python's module `random`. */
export const random = Object.freeze({
  Random,
  seed: (n: number | null = null) => one.seed(n),
  random: () => one.random(),
  getrandbits: (k: number) => one.getrandbits(k),
  randrange: (start: number, stop?: number, step?: number) => one.randrange(start, stop, step),
  randint: (a: number, b: number) => one.randint(a, b),
  choice: <T>(from: Iterable<T>) => one.choice(from),
  choices: <T>(from: readonly T[], given?: Choices | readonly number[] | null, more?: Choices) => one.choices(from, given, more),
  shuffle: (all: unknown[]) => one.shuffle(all),
  sample: <T>(from: Iterable<T>, k: number) => one.sample(from, k),
  uniform: (a: number, b: number) => one.uniform(a, b),
  gauss: (mu?: number, sigma?: number) => one.gauss(mu, sigma),
  normalvariate: (mu?: number, sigma?: number) => one.normalvariate(mu, sigma),
  expovariate: (lambd?: number) => one.expovariate(lambd),
  lognormvariate: (mu?: number, sigma?: number) => one.lognormvariate(mu, sigma),
  triangular: (low?: number, high?: number, mode?: number | null) => one.triangular(low, high, mode),
  gammavariate: (alpha: number, beta: number) => one.gammavariate(alpha, beta),
  betavariate: (alpha: number, beta: number) => one.betavariate(alpha, beta),
  paretovariate: (alpha: number) => one.paretovariate(alpha),
  weibullvariate: (alpha: number, beta: number) => one.weibullvariate(alpha, beta),
  getstate: () => one.getstate(),
  setstate: (state: object) => one.setstate(state),
});
