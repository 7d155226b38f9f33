/**
 * Discrete Fourier transforms of complex numbers in doubles, with real and imaginary parts side by side. Lengths with
 * small factors use Stockham's mixed-radix algorithm, other lengths Bluestein's convolution.
 */

/** Powers of e^(−2πi/n): the k-th at 2k. */
function rootsOf(n: number): Float64Array {
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    // Within an eighth of the circle, sine and cosine are exact to the last digit.
    const eighth = Math.floor((8 * k) / n);
    const rest = k - (eighth * n) / 8;
    const back = eighth % 2 === 1 ? n / 8 - rest : rest;
    const [c, s] = [Math.cos((2 * Math.PI * back) / n), Math.sin((2 * Math.PI * back) / n)];
    const [x, y] = eighth % 4 === 1 || eighth % 4 === 2 ? [s, c] : [c, s];
    roots[2 * k] = eighth >= 2 && eighth < 6 ? -x : x;
    roots[2 * k + 1] = eighth < 4 ? -y : y;
  }
  return roots;
}

/** The greatest factor for which a stage uses the definition of the transform. */
const LARGEST_RADIX = 31;

/** The factors of a length, fours first, or null when one is too large. */
function radicesOf(n: number): number[] | null {
  const found: number[] = [];
  let rest = n;
  for (let p = 4; rest > 1; p = p === 4 ? 2 : p === 2 ? 3 : p + 2) {
    if (p > LARGEST_RADIX) return null;
    while (rest % p === 0) {
      found.push(p);
      rest /= p;
    }
  }
  return found;
}

/**
 * Transforms a row of one length: reads `x`, which it may overwrite, and returns `x` or `spare`, whichever holds the
 * result.
 */
type Transform = (x: Float64Array, spare: Float64Array) => Float64Array;

/** One stage: transforms columns of `p` elements and puts them in their places, after T. G. Stockham. */
function stage(x: Float64Array, y: Float64Array, n: number, l: number, p: number, roots: Float64Array): void {
  const m = n / (l * p);
  const turn = n / (l * p);
  for (let j = 0; j < m; j++) {
    for (let k = 0; k < l; k++) {
      for (let q = 0; q < p; q++) {
        const step = ((k + l * q) * turn) % n;
        let re = 0;
        let im = 0;
        for (let s = 0, at = 2 * (j * l + k), w = 0; s < p; s++, at += 2 * m * l, w = (w + step) % n) {
          const a = x[at];
          const b = x[at + 1];
          const c = roots[2 * w];
          const d = roots[2 * w + 1];
          re += a * c - b * d;
          im += a * d + b * c;
        }
        const to = 2 * (k + l * (q + p * j));
        y[to] = re;
        y[to + 1] = im;
      }
    }
  }
}

/** The same stage for a `p` of 4 or 2, without an inner table. */
function quickStage(x: Float64Array, y: Float64Array, n: number, l: number, p: 2 | 4, roots: Float64Array): void {
  const m = n / (l * p);
  const gap = 2 * m * l;
  for (let k = 0; k < l; k++) {
    const w = 2 * k * m;
    const [c1, s1] = [roots[w], roots[w + 1]];
    const [c2, s2] = p === 4 ? [roots[2 * w], roots[2 * w + 1]] : [0, 0];
    const [c3, s3] = p === 4 ? [roots[3 * w], roots[3 * w + 1]] : [0, 0];
    for (let j = 0; j < m; j++) {
      const at = 2 * (j * l + k);
      const to = 2 * (k + l * p * j);
      const ar = x[at];
      const ai = x[at + 1];
      const b = at + gap;
      const br = x[b] * c1 - x[b + 1] * s1;
      const bi = x[b] * s1 + x[b + 1] * c1;
      if (p === 2) {
        y[to] = ar + br;
        y[to + 1] = ai + bi;
        y[to + 2 * l] = ar - br;
        y[to + 2 * l + 1] = ai - bi;
        continue;
      }
      const c = b + gap;
      const d = c + gap;
      const cr = x[c] * c2 - x[c + 1] * s2;
      const ci = x[c] * s2 + x[c + 1] * c2;
      const dr = x[d] * c3 - x[d + 1] * s3;
      const di = x[d] * s3 + x[d + 1] * c3;
      const pr = ar + cr;
      const pi = ai + ci;
      const qr = ar - cr;
      const qi = ai - ci;
      const sr = br + dr;
      const si = bi + di;
      const tr = br - dr;
      const ti = bi - di;
      y[to] = pr + sr;
      y[to + 1] = pi + si;
      y[to + 2 * l] = qr + ti;
      y[to + 2 * l + 1] = qi - tr;
      y[to + 4 * l] = pr - sr;
      y[to + 4 * l + 1] = pi - si;
      y[to + 6 * l] = qr - ti;
      y[to + 6 * l + 1] = qi + tr;
    }
  }
}

function byRadices(n: number, radices: readonly number[]): Transform {
  const roots = rootsOf(n);
  return (x, spare) => {
    let [from, to] = [x, spare];
    let l = 1;
    for (const p of radices) {
      if (p === 2 || p === 4) quickStage(from, to, n, l, p, roots);
      else stage(from, to, n, l, p, roots);
      [from, to] = [to, from];
      l *= p;
    }
    return from;
  };
}

/** A transform by convolution with e^(πi k²/n); the convolution uses a transform whose length is a power of two. */
function byConvolution(n: number): Transform {
  let size = 1;
  while (size < 2 * n - 1) size *= 2;
  const inner = transformOf(size);
  const roots = rootsOf(2 * n);
  /** e^(−πi k²/n) */
  const chirp = (k: number): [number, number] => {
    // k² modulo 2n, computed with BigInt because k² may exceed the exact integers.
    const square = Number((BigInt(k) * BigInt(k)) % BigInt(2 * n));
    return [roots[2 * square], roots[2 * square + 1]];
  };
  const chirps = Float64Array.from({ length: 2 * n }, (_, i) => chirp(i >> 1)[i & 1]);
  const filter = new Float64Array(2 * size);
  for (let k = 0; k < n; k++) {
    for (const at of k === 0 ? [0] : [k, size - k]) {
      filter[2 * at] = chirps[2 * k];
      filter[2 * at + 1] = -chirps[2 * k + 1];
    }
  }
  const spectrum = inner(filter, new Float64Array(2 * size)).slice();
  return (x, spare) => {
    const [padded, other] = [new Float64Array(2 * size), new Float64Array(2 * size)];
    multiply(padded, x, chirps, n);
    const there = inner(padded, other);
    multiply(there, there, spectrum, size);
    // The inverse transform: the conjugate of the transform of the conjugates.
    for (let i = 1; i < 2 * size; i += 2) there[i] = -there[i];
    const back = inner(there, there === padded ? other : padded);
    for (let i = 0; i < 2 * size; i += 2) {
      back[i] /= size;
      back[i + 1] /= -size;
    }
    multiply(spare, back, chirps, n);
    return spare;
  };
}

/** to = a · b, element by element; `to` may be `a`. */
function multiply(to: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < 2 * n; i += 2) {
    const [re, im, c, d] = [a[i], a[i + 1], b[i], b[i + 1]];
    to[i] = re * c - im * d;
    to[i + 1] = re * d + im * c;
  }
}

const known = new Map<number, Transform>();
/** The number of lengths whose tables are kept. */
const MOST = 64;

function transformOf(n: number): Transform {
  let made = known.get(n);
  if (!made) {
    const radices = radicesOf(n);
    made = radices ? byRadices(n, radices) : byConvolution(n);
    if (known.size >= MOST) known.clear();
    known.set(n, made);
  }
  return made;
}

/**
 * Transforms one dim of complex numbers in row-major order, in place: `length` numbers, each `step` after the one before.
 * @param forward with e^(−2πi jk/n); else with e^(2πi jk/n)
 */
export function transformDim(data: Float64Array, sizes: readonly number[], dim: number, forward: boolean): void {
  const n = sizes[dim];
  if (n <= 1) return;
  const step = sizes.slice(dim + 1).reduce((a, b) => a * b, 1);
  const outer = sizes.slice(0, dim).reduce((a, b) => a * b, 1);
  const transform = transformOf(n);
  const [row, spare] = [new Float64Array(2 * n), new Float64Array(2 * n)];
  // The inverse is the forward transform with real and imaginary parts exchanged.
  const [re, im] = forward ? [0, 1] : [1, 0];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < step; i++) {
      const start = 2 * (o * n * step + i);
      for (let k = 0, at = start; k < n; k++, at += 2 * step) {
        row[2 * k + re] = data[at];
        row[2 * k + im] = data[at + 1];
      }
      const result = transform(row, spare);
      for (let k = 0, at = start; k < n; k++, at += 2 * step) {
        data[at] = result[2 * k + re];
        data[at + 1] = result[2 * k + im];
      }
    }
  }
}
