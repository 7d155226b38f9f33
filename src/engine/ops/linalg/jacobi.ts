/** Singular values by one-sided Jacobi rotations (Hestenes, 1958): a short algorithm, and a very exact one. */
import { transpose, type Numbers, type Values } from './numbers.js';

interface Factors {
  /** The columns of U·S. */
  left: Values[];
  values: number[];
  /** The columns of V. */
  right: Values[];
}

/** Rotates the columns of a matrix until they are orthogonal; their lengths are then the singular values. */
function decompose<S>(F: Numbers<S>, columns: Values[], rows: number): Factors {
  const n = columns.length;
  const right = columns.map((_, i) => axis(F, n, i));
  const dot = (a: Values, b: Values) => F.dot(rows, a, 0, b, 0);
  const square = (a: Values) => F.re(dot(a, a));
  const least = 1e-34 * columns.reduce((s, c) => Math.max(s, square(c)), 0);
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const [a, b, c] = [square(columns[p]), square(columns[q]), dot(columns[p], columns[q])];
        if (F.size(c) <= 1e-16 * Math.sqrt(a * b) || a <= least || b <= least) continue;
        turned = true;
        const [common, direction] = F.polar(c);
        const zeta = (b - a) / (2 * common);
        const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + t * t);
        for (const matrix of [columns, right]) rotate(F, matrix[p], matrix[q], cosine, cosine * t, F.conj(direction));
      }
    }
  }
  const values = columns.map((c) => Math.sqrt(square(c)));
  const order = values.map((_, i) => i).sort((i, j) => values[j] - values[i]);
  return { left: order.map((i) => columns[i]), values: order.map((i) => values[i]), right: order.map((i) => right[i]) };
}

/** Rotates two columns; the second one is first multiplied by `direction`, a number of absolute value 1. */
function rotate<S>(F: Numbers<S>, x: Values, y: Values, c: number, s: number, direction: S): void {
  for (let i = 0; i < x.length / F.lanes; i++) {
    const [a, b] = [F.at(x, i), F.mul(F.at(y, i), direction)];
    F.put(x, i, F.sub(F.mul(F.of(c), a), F.mul(F.of(s), b)));
    F.put(y, i, F.add(F.mul(F.of(s), a), F.mul(F.of(c), b)));
  }
}

function axis<S>(F: Numbers<S>, rows: number, at: number): Values {
  const v = new Float64Array(rows * F.lanes);
  F.put(v, at, F.of(1));
  return v;
}

/**
 * Adds unit vectors, orthogonal to all others, until there are `count` vectors; places with `null` are filled first.
 */
function complete<S>(F: Numbers<S>, vectors: (Values | null)[], rows: number, count: number): Values[] {
  const found = vectors.filter((v) => v !== null);
  let tried = 0;
  const another = (): Values => {
    for (;;) {
      const v = axis(F, rows, tried++ % rows);
      for (let twice = 0; twice < 2; twice++) for (const w of found) F.addTimes(rows, F.sub(F.of(0), F.dot(rows, w, 0, v, 0)), w, 0, v, 0);
      const length = Math.sqrt(F.re(F.dot(rows, v, 0, v, 0)));
      if (length < 1 / (2 * Math.sqrt(rows))) continue;
      const unit = v.map((e) => e / length);
      found.push(unit);
      return unit;
    }
  };
  const all = vectors.map((v) => v ?? another());
  while (all.length < count) all.push(another());
  return all;
}

/**
 * The singular value decomposition of one matrix: U with `left` columns, the singular values, and V with `right`
 * columns.
 */
export function singularFactors<S>(F: Numbers<S>, matrix: Values, [m, n]: readonly [number, number], left: number, right: number) {
  const wide = m < n;
  const tall = wide ? transpose(matrix, m, n, F.lanes, true) : matrix;
  const [rows, k] = wide ? [n, m] : [m, n];
  const turned = transpose(tall, rows, k, F.lanes);
  const columns = Array.from({ length: k }, (_, j) => turned.slice(j * rows * F.lanes, (j + 1) * rows * F.lanes));
  const { left: scaled, values, right: other } = decompose(F, columns, rows);
  const negligible = 1e-17 * (values[0] ?? 0);
  const unit = scaled.map((c, j) => (values[j] <= negligible ? null : c.map((v) => v / values[j])));
  const full = complete(F, unit, rows, wide ? right : left);
  return { u: wide ? other : full, values, v: wide ? full : other };
}
