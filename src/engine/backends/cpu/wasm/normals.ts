/**
 * Normal numbers of uniform ones by the Box–Muller transform, in vectors. The steps are those of random/rounding.ts, which says
 * where they come from.
 */
import type { TypedArray } from '../../../dtype.js';
import type { Code } from './assembler/bytes.js';
import { bump, repeat, set, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals } from './assembler/module.js';
import { CHUNK } from './maps.js';
import { toRead, toWrite, written } from './reach.js';
import { build, hasMultiplyAdd, type Exports } from './runtime.js';
import { RESERVED, stage, stagingMemory } from './staging.js';

/** The constants of the formulas, the highest power of a polynomial first. */
export interface BoxMuller {
  readonly logarithm: ArrayLike<number>;
  readonly sine: ArrayLike<number>;
  readonly cosine: ArrayLike<number>;
  /** ln 2 and π / 4 in parts, and √½, 4 / π, 2 π. */
  readonly ln2: readonly [high: number, low: number];
  readonly quarter: ArrayLike<number>;
  readonly rootHalf: number;
  readonly perQuarter: number;
  readonly twoPi: number;
}

/** Numbers in a block: eight radii, then eight angles. */
const BLOCK = 16;

/** (the address, blocks, mean, std) */
const kernel = (given: BoxMuller) =>
  fn('normals', 'iiff', ([at, blocks, mean, std], local) => {
    const [m, s, x, y, square, exponent, angle, even, odd, octant, radius] = locals(local, 'v', 11);
    const c = (n: number): Code => v.const(n);
    const polynomial = (to: Local, by: Local, terms: ArrayLike<number>): Code => [
      set(to, c(terms[0])),
      Array.from(terms)
        .slice(1)
        .map((term) => set(to, v.madd(to, by, c(term)))),
    ];
    /** The radius of the numbers at `offset`: √(−2 ln(1 − u)). */
    const ofRadius = (offset: number): Code => [
      set(x, v.max(v.sub(c(1), v.load(at, offset)), c(2 ** -126))),
      set(exponent, v.isub(v.shru(x, i32.const(23)), v.iconst(126))),
      set(x, v.or(v.and(x, v.iconst(0x7fffff)), v.iconst(0x3f000000))),
      set(y, v.lt(x, c(given.rootHalf))),
      set(exponent, v.toFloat(v.iadd(exponent, y))),
      set(x, v.add(v.sub(x, c(1)), v.and(x, y))),
      set(square, v.mul(x, x)),
      polynomial(y, x, given.logarithm),
      set(y, v.madd(v.mul(y, x), square, v.mul(exponent, c(given.ln2[1])))),
      set(y, v.madd(square, c(-0.5), y)),
      set(radius, v.sqrt(v.mul(c(-2), v.madd(exponent, c(given.ln2[0]), v.add(x, y))))),
    ];
    /** The cosine and the sine of an angle of 2 π u, without their signs: one of `even` and `odd` each. */
    const ofAngle = (offset: number): Code => [
      set(angle, v.mul(c(given.twoPi), v.load(at, offset))),
      set(octant, v.and(v.iadd(v.toInt(v.mul(angle, c(given.perQuarter))), v.iconst(1)), v.iconst(~1))),
      set(y, v.toFloat(octant)),
      set(x, angle),
      [0, 1, 2].map((part) => set(x, v.madd(y, c(given.quarter[part]), x))),
      set(square, v.mul(x, x)),
      polynomial(even, square, given.cosine),
      set(even, v.add(v.madd(v.mul(even, square), square, v.mul(c(-0.5), square)), c(1))),
      polynomial(odd, square, given.sine),
      set(odd, v.madd(v.mul(odd, square), x, x)),
      set(y, v.ine(v.and(octant, v.iconst(2)), v.iconst(0))),
    ];
    const signOf = (bit: Code): Code => v.shl(v.and(bit, v.iconst(4)), i32.const(29));
    const give = (offset: number, value: Code, sign: Code): Code => v.store(at, v.madd(v.mul(radius, v.xor(value, sign)), s, m), offset);
    const turn = (offset: number): Code => [
      ofRadius(offset),
      ofAngle(offset + 32),
      give(offset, v.select(odd, even, y), signOf(v.not(v.isub(octant, v.iconst(2))))),
      give(offset + 32, v.select(even, odd, y), signOf(octant)),
    ];
    return [[set(m, v.splat(mean)), set(s, v.splat(std))], repeat([turn(0), turn(16), bump(at, 4 * BLOCK), bump(blocks, -1)], blocks)];
  });

/** Turns blocks of sixteen uniform numbers into normal ones. */
export type Normals = (data: TypedArray, blocks: number, mean: number, std: number) => void;

/** Null where vectors cannot multiply and add in one instruction. */
export function normalsInVectors(given: BoxMuller): Normals | null {
  const memory = stagingMemory();
  if (!memory || !hasMultiplyAdd()) return null;
  const run: Exports = build([kernel(given)], memory);
  return (data, blocks, mean, std) => {
    const place = RESERVED / 4;
    for (let b = 0; b < blocks; b += CHUNK / BLOCK) {
      const [from, count] = [b * BLOCK, Math.min(CHUNK, (blocks - b) * BLOCK)];
      const floats = stage(CHUNK);
      toRead(floats, data, from, count, place);
      run.normals(toWrite(data, from, place), count / BLOCK, mean, std);
      written(floats, data, from, count, place);
    }
  };
}
