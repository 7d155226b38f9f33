/**
 * Logarithm, sine and cosine in single precision, computed like the vector code behind PyTorch's `normal_` (the
 * polynomials of Cephes, with one rounding for a multiplication and an addition): normal numbers equal PyTorch's, bit
 * for bit.
 */

import { normalsInVectors, type Normals } from '../backends/cpu/wasm/normals.js';
import type { TypedArray } from '../dtype.js';

const { fround, sqrt, trunc } = Math;

/** a · b + c, rounded once to single precision. */
const fused = (a: number, b: number, c: number): number => fround(a * b + c);

/** A polynomial by Horner's rule, the highest power first. */
function polynomial(x: number, coefficients: Float32Array): number {
  let y = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) y = fused(y, x, coefficients[i]);
  return y;
}

const logarithmTerms = Float32Array.of(
  7.0376836292e-2,
  -1.151461031e-1,
  1.167699874e-1,
  -1.2420140846e-1,
  1.4249322787e-1,
  -1.6668057665e-1,
  2.0000714765e-1,
  -2.4999993993e-1,
  3.3333331174e-1,
);
const [ln2High, ln2Low] = [0.693359375, fround(-2.1219444e-4)];
const rootHalf = fround(Math.SQRT1_2);
const smallestNormal = 2 ** -126;

/** One number in single precision, and its bits. */
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The natural logarithm of a positive number. */
function logarithm(given: number): number {
  single[0] = given < smallestNormal ? smallestNormal : given;
  const raw = bits[0];
  let exponent = (raw >>> 23) - 126;
  bits[0] = (raw & 0x7fffff) | 0x3f000000;
  const mantissa = single[0];
  let x = fround(mantissa - 1);
  if (mantissa < rootHalf) {
    exponent -= 1;
    x = fround(x + mantissa);
  }
  const square = fround(x * x);
  let y = fused(fround(polynomial(x, logarithmTerms) * x), square, fround(exponent * ln2Low));
  y = fused(square, -0.5, y);
  return fused(exponent, ln2High, fround(x + y));
}

const sineTerms = Float32Array.of(-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1);
const cosineTerms = Float32Array.of(2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2);
/** π / 4 in three parts; the first two have few digits. */
const quarter = Float32Array.of(-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8);
const perQuarter = fround(4 / Math.PI);

const twoPi = fround(2 * Math.PI);

/**
 * Turns the uniform numbers at `i` and `j` into two normal ones by the Box–Muller transform, all in single precision.
 */
export function makeNormal(data: TypedArray, i: number, j: number, mean: number, std: number): void {
  const radius = fround(sqrt(fround(-2 * logarithm(fround(1 - data[i])))));
  const angle = fround(twoPi * data[j]);
  const octant = (trunc(fround(angle * perQuarter)) + 1) & ~1;
  const x = fused(octant, quarter[2], fused(octant, quarter[1], fused(octant, quarter[0], angle)));
  const square = fround(x * x);
  const even = fround(fused(fround(polynomial(square, cosineTerms) * square), square, -0.5 * square) + 1);
  const odd = fused(fround(polynomial(square, sineTerms) * square), x, x);
  const isTurned = (octant & 2) !== 0;
  const cosine = isTurned ? odd : even;
  const sine = isTurned ? even : odd;
  data[i] = fused(fround(radius * ((octant - 2) & 4 ? cosine : -cosine)), std, mean);
  data[j] = fused(fround(radius * (octant & 4 ? -sine : sine)), std, mean);
}

/** Turns blocks of eight radii and eight angles by `make`, pair by pair. */
export const inBlocks =
  (make: typeof makeNormal): Normals =>
  (data, blocks, mean, std) => {
    for (let b = 0; b < blocks; b++) for (let i = 16 * b; i < 16 * b + 8; i++) make(data, i, i + 8, mean, std);
  };

const oneByOne = inBlocks(makeNormal);

/** The vectors' multiply-add may round twice on a processor that has none: they are used where they have the same bits. */
function isExact(vectors: Normals): boolean {
  const [one, other] = [new Float32Array(512), new Float32Array(512)];
  for (let i = 0; i < one.length; i++) one[i] = other[i] = ((i * 40503 + 977) % 65536) / 65536;
  vectors(one, 32, 0.5, 1.25);
  oneByOne(other, 32, 0.5, 1.25);
  return one.every((x, i) => x === other[i]);
}

/** With fewer blocks than this, it is not worth making a kernel. */
const FEWEST = 64;
let chosen: Normals | undefined;

/** Turns blocks of sixteen uniform numbers into normal ones, see `makeNormal`. */
export const makeNormals: Normals = (data, blocks, mean, std) => {
  if (blocks < FEWEST) return oneByOne(data, blocks, mean, std);
  if (!chosen) {
    const constants = { logarithm: logarithmTerms, sine: sineTerms, cosine: cosineTerms, quarter, rootHalf, perQuarter, twoPi };
    const vectors = normalsInVectors({ ...constants, ln2: [ln2High, ln2Low] });
    chosen = vectors && isExact(vectors) ? vectors : oneByOne;
  }
  chosen(data, blocks, mean, std);
};

/**
 * a · b + c, rounded once, as the processor instruction for it does. (Exact, except for sums that lie halfway between
 * two numbers.)
 */
export function fusedDouble(a: number, b: number, c: number): number {
  const product = a * b;
  const [ah, al] = halves(a);
  const [bh, bl] = halves(b);
  const productError = al * bl - (product - ah * bh - al * bh - ah * bl);
  const sum = product + c;
  const other = sum - product;
  const sumError = product - (sum - other) + (c - other);
  const result = sum + (sumError + productError);
  return Number.isFinite(result) ? result : sum;
}

/** Splits a number into two numbers of 26 bits each. */
function halves(v: number): [number, number] {
  const scaled = v * 134217729;
  const high = scaled - (scaled - v);
  return [high, v - high];
}
