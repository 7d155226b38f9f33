/** Eigenvalues and eigenvectors of general square matrices: QR iterations on a Hessenberg matrix, after LAPACK. */
import { hessenbergOf, isolate } from './hessenberg.js';
import { complex as C, real, type Pair, type Values } from './numbers.js';

const EPSILON = 2 ** -52;

/** The square root of a complex number that has a real part of at least 0. */
function root([re, im]: Pair): Pair {
  const size = Math.hypot(re, im);
  if (size === 0) return [0, 0];
  const a = Math.sqrt((size + Math.abs(re)) / 2);
  if (re >= 0) return [a, im / (2 * a)];
  return [Math.abs(im) / (2 * a), im < 0 ? -a : a];
}

/** The eigenvalue of the last 2 × 2 block that is nearer to the last entry. */
function shiftOf(h: Values, n: number, last: number): Pair {
  const at = (i: number, j: number) => C.at(h, i * n + j);
  const t = at(last, last);
  const u = C.mul(root(at(last - 1, last)), root(at(last, last - 1)));
  if (C.roughSize(u) === 0) return t;
  const half = C.mul([0.5, 0], C.sub(at(last - 1, last - 1), t));
  const whole = root(C.add(C.mul(half, half), C.mul(u, u)));
  const y = C.re(C.mul(C.conj(half), whole)) < 0 ? C.sub([0, 0], whole) : whole;
  return C.sub(t, C.mul(u, C.div(u, C.add(half, y))));
}

/**
 * LAPACK's lahqr for a complex Hessenberg matrix: H = Z · T · Zᴴ with an upper triangular T. Changes `h`, and changes
 * `q` to q · Z.
 */
function triangulate(h: Values, q: Values, n: number): void {
  const at = (i: number, j: number) => C.at(h, i * n + j);
  let tries = 0;
  for (let last = n - 1; last > 0;) {
    let first = last;
    while (first > 0) {
      const beside = C.roughSize(at(first - 1, first - 1)) + C.roughSize(at(first, first));
      if (C.roughSize(at(first, first - 1)) <= EPSILON * beside || tries > 30 * n) break;
      first--;
    }
    if (first > 0) C.put(h, first * n + first - 1, [0, 0]);
    if (first === last) {
      last--;
      tries = 0;
      continue;
    }
    tries++;
    const isStuck = tries % 10 === 0;
    const shift = isStuck ? C.add(at(last, last), [0.75 * C.roughSize(at(last, last - 1)), 0]) : shiftOf(h, n, last);
    for (let k = first; k < last; k++) {
      const [x, y] = k === first ? [C.sub(at(k, k), shift), at(k + 1, k)] : [at(k, k - 1), at(k + 1, k - 1)];
      const r = Math.hypot(C.size(x), C.size(y));
      if (r === 0) continue;
      turnBoth(h, q, n, k, [C.div(x, [r, 0]), C.div(y, [r, 0])], [Math.max(k - 1, first), Math.min(k + 2, last)]);
      if (k > first) C.put(h, (k + 1) * n + k - 1, [0, 0]);
    }
  }
}

/**
 * Rotates rows `k` and `k + 1` from a column on, and the same columns down to a row; the matrix keeps its eigenvalues.
 */
function turnBoth(h: Values, q: Values, n: number, k: number, [c, s]: [Pair, Pair], [from, to]: [number, number]): void {
  const minus = C.sub([0, 0], s);
  for (let j = from; j < n; j++) {
    const [x, y] = [C.at(h, k * n + j), C.at(h, (k + 1) * n + j)];
    C.put(h, k * n + j, C.add(C.mul(C.conj(c), x), C.mul(C.conj(s), y)));
    C.put(h, (k + 1) * n + j, C.add(C.mul(minus, x), C.mul(c, y)));
  }
  const columns = (m: Values, rows: number) => {
    for (let i = 0; i < rows; i++) {
      const [x, y] = [C.at(m, i * n + k), C.at(m, i * n + k + 1)];
      C.put(m, i * n + k, C.add(C.mul(c, x), C.mul(s, y)));
      C.put(m, i * n + k + 1, C.add(C.mul(C.conj(minus), x), C.mul(C.conj(c), y)));
    }
  };
  columns(h, to + 1);
  columns(q, n);
}

/** LAPACK's trevc: Q times the vector of the `k`-th eigenvalue of T. It has length 1, and its largest entry is real. */
function vectorOf(t: Values, q: Values, n: number, k: number): Values {
  const x: Pair[] = Array.from({ length: k + 1 }, (_, i) => [Number(i === k), 0]);
  const value = C.at(t, k * n + k);
  const least = Math.max(EPSILON * C.size(value), Number.MIN_VALUE * 2 ** 60);
  for (let i = k - 1; i >= 0; i--) {
    let sum: Pair = [0, 0];
    for (let j = i + 1; j <= k; j++) sum = C.add(sum, C.mul(C.at(t, i * n + j), x[j]));
    const gap = C.sub(C.at(t, i * n + i), value);
    x[i] = C.div(C.sub([0, 0], sum), C.size(gap) < least ? [least, 0] : gap);
  }
  const v = new Float64Array(2 * n);
  let length = 0;
  for (let i = 0; i < n; i++) {
    let sum: Pair = [0, 0];
    for (let j = 0; j <= k; j++) sum = C.add(sum, C.mul(C.at(q, i * n + j), x[j]));
    C.put(v, i, sum);
    length = Math.hypot(length, C.size(sum));
  }
  let largest: Pair = [0, 0];
  for (let i = 0; i < n; i++) if (C.size(C.at(v, i)) > C.size(largest) * (1 + 1e-12)) largest = C.at(v, i);
  const factor = C.div(C.conj(largest), [C.size(largest) * length, 0]);
  for (let i = 0; i < n; i++) C.put(v, i, C.mul(C.at(v, i), factor));
  return v;
}

/** LAPACK's lahqr for a real Hessenberg matrix: its eigenvalues, in their order on the diagonal. Changes `h`. */
function realEigenvalues(h: Values, n: number): Pair[] {
  const at = (i: number, j: number) => h[i * n + j];
  const values: Pair[] = [];
  let norm = 0;
  for (const v of h) norm += Math.abs(v);
  let [tries, exceptional] = [0, 0];
  for (let last = n - 1; last >= 0;) {
    let first = last;
    for (; first > 0; first--) {
      const beside = Math.abs(at(first - 1, first - 1)) + Math.abs(at(first, first)) || norm;
      if (Math.abs(at(first, first - 1)) < EPSILON * beside || tries > 30 * n) break;
    }
    if (first === last) {
      values[last] = [at(last, last) + exceptional, 0];
      last--;
      tries = 0;
    } else if (first === last - 1) {
      [values[last - 1], values[last]] = pairOf(
        at(last - 1, last - 1),
        at(last - 1, last),
        at(last, last - 1),
        at(last, last),
        exceptional,
      );
      last -= 2;
      tries = 0;
    } else {
      let [x, y, w] = [at(last, last), at(last - 1, last - 1), at(last, last - 1) * at(last - 1, last)];
      if (tries > 0 && tries % 10 === 0) {
        exceptional += x;
        for (let i = 0; i <= last; i++) h[i * n + i] -= x;
        const s = Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2));
        [x, y, w] = [0.75 * s, 0.75 * s, -0.4375 * s * s];
      }
      // If both shifts are real, only the one nearer to the last entry is used.
      const [middle, half] = [(x + y) / 2, (x - y) / 2];
      const square = half * half + w;
      if (square > 0) {
        const [far, near] = [middle + Math.sqrt(square), middle - Math.sqrt(square)];
        x = y = Math.abs(far - x) <= Math.abs(near - x) ? far : near;
        w = 0;
      }
      tries++;
      doubleStep(h, n, first, last, [x, y, w]);
    }
  }
  return values;
}

/**
 * LAPACK's lanv2: the eigenvalues of a 2 × 2 matrix. In a complex pair, the one with the positive imaginary part comes
 * first.
 */
function pairOf(a: number, b: number, c: number, d: number, more: number): [Pair, Pair] {
  const [p, w] = [(a - d) / 2, b * c];
  if (b === 0 && c !== 0) return [[d + more, 0], [a + more, 0]]; // prettier-ignore
  const square = p * p + w;
  const z = Math.sqrt(Math.abs(square));
  if (square < 0) return [[d + p + more, z], [d + p + more, -z]]; // prettier-ignore
  const far = p >= 0 ? p + z : p - z;
  return [[d + far + more, 0], [far === 0 ? d + more : d - w / far + more, 0]]; // prettier-ignore
}

/** A step with two shifts at once, which may be a complex pair (Francis, 1961), on rows `first` to `last`. */
function doubleStep(h: Values, n: number, first: number, last: number, [x, y, w]: [number, number, number]): void {
  const at = (i: number, j: number) => h[i * n + j];
  let p: number, q: number, r: number;
  let m = last - 2;
  for (; ; m--) {
    const z = at(m, m);
    [r, q] = [x - z, y - z];
    p = (r * q - w) / at(m + 1, m) + at(m, m + 1);
    [q, r] = [at(m + 1, m + 1) - z - r - q, at(m + 2, m + 1)];
    const s = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / s, q / s, r / s];
    if (m === first) break;
    const beside = Math.abs(at(m - 1, m - 1)) + Math.abs(z) + Math.abs(at(m + 1, m + 1));
    if (Math.abs(at(m, m - 1)) * (Math.abs(q) + Math.abs(r)) < EPSILON * Math.abs(p) * beside) break;
  }
  for (let i = m + 2; i <= last; i++) {
    h[i * n + i - 2] = 0;
    if (i > m + 2) h[i * n + i - 3] = 0;
  }
  for (let k = m; k < last; k++) {
    const three = k < last - 1;
    let scale = 1;
    if (k !== m) {
      [p, q, r] = [at(k, k - 1), at(k + 1, k - 1), three ? at(k + 2, k - 1) : 0];
      scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (scale === 0) continue;
      [p, q, r] = [p / scale, q / scale, r / scale];
    }
    const s = (p < 0 ? -1 : 1) * Math.sqrt(p * p + q * q + r * r);
    if (s === 0) continue;
    if (k !== m) h[k * n + k - 1] = -s * scale;
    else if (first !== m) h[k * n + k - 1] = -at(k, k - 1);
    p += s;
    const [a, b, c] = [p / s, q / s, r / s];
    [q, r] = [q / p, r / p];
    for (let j = k; j < n; j++) {
      const sum = at(k, j) + q * at(k + 1, j) + (three ? r * at(k + 2, j) : 0);
      if (three) h[(k + 2) * n + j] -= sum * c;
      h[k * n + j] -= sum * a;
      h[(k + 1) * n + j] -= sum * b;
    }
    for (let i = 0; i <= Math.min(last, k + 3); i++) {
      const sum = a * at(i, k) + b * at(i, k + 1) + (three ? c * at(i, k + 2) : 0);
      if (three) h[i * n + k + 2] -= sum * r;
      h[i * n + k] -= sum;
      h[i * n + k + 1] -= sum * q;
    }
  }
}

export interface Eigen {
  values: Pair[];
  /** The eigenvectors one after the other, complex, each of length 1. */
  vectors: Values[];
}

/** Eigenvalues and eigenvectors of a complex matrix, in LAPACK's order. */
export function complexEigen(a: Values, n: number): Eigen {
  const order = isolate(C, a, n);
  const q = hessenbergOf(C, a, n);
  triangulate(a, q, n);
  const indices = Array.from({ length: n }, (_, k) => k);
  return {
    values: indices.map((k) => C.at(a, k * n + k)),
    vectors: indices.map((k) => putBack(vectorOf(a, q, n, k), order)),
  };
}

/** A vector with its entries at the places they had before rows were moved. */
function putBack(v: Values, order: readonly number[]): Values {
  const back = new Float64Array(v.length);
  order.forEach((to, from) => C.put(back, to, C.at(v, from)));
  return back;
}

/** Eigenvalues and eigenvectors of a real matrix, in LAPACK's order: complex ones come in conjugate pairs. */
export function realEigen(a: Values, n: number): Eigen {
  const wide = new Float64Array(2 * a.length);
  a.forEach((v, i) => (wide[2 * i] = v));
  isolate(real, a, n);
  hessenbergOf(real, a, n);
  const values = realEigenvalues(a, n);
  const found = complexEigen(wide, n);
  const left = found.values.map((value, k) => ({ value, vector: found.vectors[k] }));
  const vectors: Values[] = [];
  values.forEach((value, k) => {
    if (value[1] < 0) {
      vectors[k] = vectors[k - 1].map((v, i) => (i % 2 === 1 ? -v : v));
      return;
    }
    const nearest = (wanted: Pair) => {
      const far = left.map((one) => C.size(C.sub(one.value, wanted)));
      return left.splice(far.indexOf(Math.min(...far)), 1)[0];
    };
    const { vector } = nearest(value);
    if (value[1] > 0) nearest(C.conj(value));
    vectors[k] = value[1] === 0 ? vector.map((v, i) => (i % 2 === 1 ? 0 : v)) : vector;
  });
  return { values, vectors };
}
