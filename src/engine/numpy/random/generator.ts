/** The generator that `np.random.default_rng` returns. */
import { float32, float64, int64 } from '../../dtype.js';
import { TypeError_, ValueError } from '../../errors.js';
import { typeName } from '../../operators/typeName.js';
import { exp } from '../../python/elementary.js';
import { Tensor } from '../../tensor/tensor.js';
import type { Value } from '../array.js';
import { by } from '../calling.js';
import { typeOr } from '../dtypes.js';
import { numberOf } from '../making.js';
import { choice, commonDraws, draw, fitting, permutation, shuffled, type Source } from './draws.js';
import { tables, TAIL as BEYOND } from './exponential.js';
import { Pcg64 } from './pcg64.js';
import { HEIGHTS, SURE, TAIL, WIDTHS } from './ziggurat.js';

class Bits implements Source {
  private readonly bits: Pcg64;

  constructor(seed: bigint) {
    this.bits = new Pcg64(seed);
  }

  double(): number {
    return this.bits.double();
  }

  /** Uses D. Lemire's multiplication (2019), which needs few divisions. */
  upTo(most: number): number {
    if (most === 0) return 0;
    if (!(most > 0)) throw new ValueError('low >= high');
    if (most > 0xffffffff) throw new ValueError('draws are here of up to 2**32 whole numbers');
    if (most === 0xffffffff) return this.bits.bits32();
    const count = BigInt(most + 1);
    const low = (x: bigint): bigint => x & 0xffffffffn;
    let product = BigInt(this.bits.bits32()) * count;
    if (low(product) < count) {
      const least = (0xffffffffn - BigInt(most)) % count;
      while (low(product) < least) product = BigInt(this.bits.bits32()) * count;
    }
    return Number(product >> 32n);
  }

  place(most: number): number {
    return fitting(most, () => this.bits.bits32());
  }

  normal(): number {
    for (;;) {
      const bits = this.bits.bits64();
      const layer = Number(bits & 0xffn);
      const sign = (bits >> 8n) & 1n ? -1 : 1;
      const size = Number((bits >> 9n) & 0xfffffffffffffn);
      const x = sign * size * WIDTHS[layer];
      if (size < SURE[layer]) return x;
      if (layer === 0) {
        for (;;) {
          const beyond = -(1 / TAIL) * Math.log1p(-this.double());
          const y = -Math.log1p(-this.double());
          if (y + y > beyond * beyond) return (Math.floor(size / 256) & 1) === 1 ? -(TAIL + beyond) : TAIL + beyond;
        }
      }
      if ((HEIGHTS[layer - 1] - HEIGHTS[layer]) * this.double() + HEIGHTS[layer] < exp(-0.5 * x * x)) return x;
    }
  }

  exponential(): number {
    const { widths, sure, heights } = tables();
    for (;;) {
      const bits = this.bits.bits64() >> 3n;
      const layer = Number(bits & 0xffn);
      const size = Number(bits >> 8n);
      const x = size * widths[layer];
      if (size < sure[layer]) return x;
      if (layer === 0) return BEYOND - Math.log1p(-this.double());
      if ((heights[layer - 1] - heights[layer]) * this.double() + heights[layer] < exp(-x)) return x;
    }
  }

  /** A number from 0 to 1, of float32. */
  float(): number {
    return (this.bits.bits32() >>> 8) / 2 ** 24;
  }

  /** A number of the standard normal distribution, of float32. */
  normalFloat(): number {
    const { fround } = Math;
    const small = (): number => fround(-fround(Math.log1p(-this.float())));
    for (;;) {
      const bits = this.bits.bits32();
      const layer = bits & 0xff;
      const size = (bits >>> 9) & 0x7fffff;
      const unsigned = fround(size * fround(WIDTHS[layer] * UNITS_OF_FLOATS));
      const x = (bits >>> 8) & 1 ? -unsigned : unsigned;
      if (size < Math.floor(SURE[layer] / UNITS_OF_FLOATS)) return x;
      if (layer === 0) {
        for (;;) {
          const beyond = fround(fround(1 / TAIL) * small());
          const y = small();
          if (fround(y + y) > fround(beyond * beyond))
            return (size >> 8) & 1 ? -fround(fround(TAIL) + beyond) : fround(fround(TAIL) + beyond);
        }
      }
      const [above, height] = [fround(HEIGHTS[layer - 1]), fround(HEIGHTS[layer])];
      if (fround(fround(fround(above - height) * this.float()) + height) < exp(-0.5 * x * x)) return x;
    }
  }
}

/** The units of the layers' widths for float32, in those for float64. */
const UNITS_OF_FLOATS = 2 ** 29;

/** Different positions, drawn as in NumPy: a few among many by R. Floyd's method. */
function without(source: Source, population: number, count: number): number[] {
  if (population > 10000 && count > Math.floor(population / 50))
    return shuffled(source, population, Math.max(population - count, 1), (most) => source.upTo(most)).slice(population - count);
  const taken = new Set<number>();
  for (let j = population - count; j < population; j++) {
    const value = source.upTo(j);
    taken.add(taken.has(value) ? j : value);
  }
  const all = [...taken];
  return shuffled(source, count, 1, (most) => source.upTo(most)).map((i) => all[i]);
}

/** Draws of float64, or of float32 where the dtype says so. */
const ofType = (size: Value, dtype: Value, wide: () => number, narrow: () => number): Value => {
  const type = typeOr(dtype, float64);
  if (type !== float32) return draw(size, wide) as unknown;
  return size === undefined ? numberOf(float32)(narrow()) : draw(size, narrow, float32);
};

/** As `numpy.random.Generator`. */
export class Generator {
  // The methods that draw are made in the constructor.
  [name: string]: Value;

  constructor(seed: Value) {
    const given: unknown = seed instanceof Tensor ? seed.item() : seed;
    const number = given ?? Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
    if (typeof number !== 'bigint' && !(Number.isInteger(number) && Number(number) >= 0))
      throw new TypeError_(`SeedSequence expects int or sequence of ints for entropy not ${typeName(given)}`);
    const bits = new Bits(BigInt(number as number | bigint));
    Object.assign(this, {
      ...commonDraws(bits),
      random: by('random', 'size dtype', (size: Value, dtype: Value) =>
        ofType(
          size,
          dtype,
          () => bits.double(),
          () => bits.float(),
        ),
      ),
      standard_normal: by('standard_normal', 'size dtype', (size: Value, dtype: Value) =>
        ofType(
          size,
          dtype,
          () => bits.normal(),
          () => bits.normalFloat(),
        ),
      ),
      standard_exponential: by('standard_exponential', 'size', (size: Value) => draw(size, () => bits.exponential())),
      integers: by('integers', 'low high size dtype endpoint', (low: Value, high: Value, size: Value, dtype: Value, endpoint = false) => {
        const [from, to] = high === undefined ? [0, Number(low)] : [Number(low), Number(high)];
        if (!(endpoint ? from <= to : from < to)) throw new ValueError('low >= high');
        return draw(size, () => from + bits.upTo(to - from - (endpoint ? 0 : 1)), typeOr(dtype, int64));
      }),
      permutation: by('permutation', 'x', (x: Value) => permutation(bits, x)),
      choice: by('choice', 'a size replace p', (a: Value, size: Value, replace: Value, p: Value) =>
        choice(bits, (population, count) => without(bits, population, count), a, size, replace as boolean | undefined, p),
      ),
    });
  }
}
