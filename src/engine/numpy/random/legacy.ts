/** `np.random`: the Mersenne Twister as NumPy's RandomState uses it. */
import { int64 } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import { log } from '../../python/elementary.js';
import { Mt19937 } from '../../random/mt19937.js';
import { saying } from '../../saying.js';
import { startsOver } from '../../startOver.js';
import { Tensor } from '../../tensor/tensor.js';
import type { Value } from '../array.js';
import { by } from '../calling.js';
import { typeOr } from '../dtypes.js';
import { choice, commonDraws, draw, fitting, permutation, shuffled, type Source } from './draws.js';
import { Generator } from './generator.js';

/** The random bits of a RandomState, and the numbers that it makes of them. */
class Twister implements Source {
  private twister = new Mt19937(0);
  private spare: number | null = null;

  seed(seed: number | null): void {
    const value = seed ?? Math.floor(Math.random() * 2 ** 32);
    if (!(typeof value === 'number' && value >= 0 && value < 2 ** 32)) throw new ValueError('Seed must be between 0 and 2**32 - 1');
    this.twister = new Mt19937(value);
    this.spare = null;
  }

  double(): number {
    return this.twister.double();
  }

  /** Draws bits until their number is at most `most`. */
  upTo(most: number): number {
    if (most === 0) return 0;
    return fitting(most, () => this.twister.random());
  }

  place(most: number): number {
    return this.upTo(most);
  }

  /** Makes two normal numbers at a time by G. Marsaglia's polar method. */
  normal(): number {
    if (this.spare !== null) {
      const { spare } = this;
      this.spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.double() - 1;
      const y = 2 * this.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * log(square)) / square);
      this.spare = scale * x;
      return scale * y;
    }
  }

  exponential(): number {
    return -log(1 - this.double());
  }

  save(): { state: number[]; next: number; spare: number | null } {
    return { ...this.twister.save(), spare: this.spare };
  }

  restore({ spare, ...saved }: { state: number[]; next: number; spare: number | null }): void {
    this.twister.restore(saved);
    this.spare = spare;
  }
}

/** The functions of a RandomState. */
function stateOf(source: Twister) {
  const some = by('random_sample', 'size', (size: Value) => draw(size, () => source.double()));
  const randint = by('randint', 'low high size dtype', (low: Value, high: Value, size: Value, dtype: Value) => {
    const [from, to] = high === undefined ? [0, Number(low)] : [Number(low), Number(high)];
    if (!(from < to)) throw new ValueError('low >= high');
    const type = typeOr(dtype, int64);
    if (type.itemsize < 4) throw new ValueError(`randint draws no ${type.name} here: draw int64, and convert it`);
    return draw(size, () => from + source.upTo(to - from - 1), type);
  });
  return {
    ...commonDraws(source),
    seed: by('seed', 'seed', (seed: Value) => source.seed(seed === undefined ? null : Number(seed instanceof Tensor ? seed.item() : seed))),
    rand: (...sizes: number[]) => draw(sizes.length === 0 ? null : sizes, () => source.double()),
    randn: (...sizes: number[]) => draw(sizes.length === 0 ? null : sizes, () => source.normal()),
    random: some,
    random_sample: some,
    ranf: some,
    sample: some,
    randint,
    permutation: by('permutation', 'x', (x: Value) => permutation(source, x)),
    choice: by('choice', 'a size replace p', (a: Value, size: Value, replace: Value, p: Value) =>
      choice(source, (population, count) => shuffled(source, population).slice(0, count), a, size, replace as boolean | undefined, p),
    ),
    get_state: () => source.save(),
    set_state: saying('set_state', (state: ReturnType<Twister['save']>) => source.restore(state)),
  };
}

const one = new Twister();
one.seed(null);

startsOver(() => {
  const saved = one.save();
  return () => one.restore(saved);
});

export const random = Object.freeze({
  ...stateOf(one),
  RandomState: class {
    // The methods that draw are those of the module.
    [name: string]: Value;

    constructor(seed: number | null = null) {
      const source = new Twister();
      source.seed(seed);
      Object.assign(this, stateOf(source));
    }
  },
  default_rng: (seed: Value = null) => (seed instanceof Generator ? seed : new Generator(seed)),
  Generator,
});
