/**
 * LAPACK's lasd0: the singular values and vectors of a large real matrix that has numbers on its diagonal and above it
 * only. It is divided into small ones, whose solutions are merged (Gu and Eisenstat, 1995).
 */
import { UNDIVIDED } from './divided.js';
import { diagonalize } from './bidiagonalQr.js';
import type { Values } from './numbers.js';
import { newRotation, turnRows, type Lapack } from './rotations.js';
import { combined, rootBehind } from './secular.js';

/** The solution of a part: of its rows, and of as many columns or one more. */
interface Part {
  /** In increasing order. */
  values: Float64Array;
  /** The left vector of each value. */
  u: Values[];
  /** The right vector of each value, and with one column more the vector that the part turns to 0. */
  vt: Values[];
}

/** Null where the steps came to no end. `d` and `e` may be of a matrix that has one column more than rows. */
export function dividedSingular(d: Float64Array, e: Float64Array, lapack: Lapack): Part | null {
  const depth = d.length <= UNDIVIDED ? 0 : Math.trunc(Math.log2(d.length / (UNDIVIDED + 1))) + 1;
  return solve(d, e, depth, lapack);
}

function solve(d: Float64Array, e: Float64Array, depth: number, lapack: Lapack): Part | null {
  const n = d.length;
  if (depth === 0) return inSteps(d, e, lapack);
  const middle = n >> 1;
  const left = solve(d.slice(0, middle), e.slice(0, middle), depth - 1, lapack);
  const right = solve(d.slice(middle + 1), e.slice(middle + 1), depth - 1, lapack);
  return left && right && merged(left, right, d[middle], e[middle], lapack);
}

/** LAPACK's lasdq: a part that is not divided. */
function inSteps(d: Float64Array, e: Float64Array, lapack: Lapack): Part | null {
  const n = d.length;
  const m = e.length === n ? n + 1 : n;
  const axes = (size: number) => Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
  const [u, vt] = [axes(n), axes(m)];
  if (m > n) {
    const turn = (rows: Values[], i: number): void => {
      const [c, s, r] = newRotation(d[i], e[i]);
      d[i] = r;
      e[i] = i < n - 1 ? s * d[i + 1] : 0;
      if (i < n - 1) d[i + 1] *= c;
      turnRows(rows[i], rows[i + 1], c, s);
    };
    for (let i = 0; i < n; i++) turn(vt, i);
    for (let i = 0; i < n - 1; i++) turn(u, i);
  }
  const found = { d, e, u, vt: vt.slice(0, n) };
  if (!diagonalize(found, lapack)) return null;
  return { values: d.reverse(), u: found.u.reverse(), vt: [...found.vt.reverse(), ...vt.slice(n)] };
}

interface Column {
  value: number;
  /** The entry of the row between the parts. */
  z: number;
  u: Values;
  vt: Values;
}

/** LAPACK's lasd1: the solution of both parts together with the row between them, [0 … alpha beta … 0]. */
function merged(left: Part, right: Part, alpha: number, beta: number, { epsilon }: Lapack): Part {
  const [nl, nr] = [left.values.length, right.values.length];
  const [n, m] = [nl + nr + 1, nl + 1 + right.vt.length];
  const size = Math.max(Math.abs(alpha), Math.abs(beta), ...left.values, ...right.values);
  const [a, b] = [alpha / size, beta / size];
  const placed = (x: Values, length: number, at: number) => {
    const all = new Float64Array(length);
    all.set(x, at);
    return all;
  };
  const columns = [
    ...left.u.map((u, i): Column => ({
      value: left.values[i] / size,
      z: a * left.vt[i][nl],
      u: placed(u, n, 0),
      vt: placed(left.vt[i], m, 0),
    })),
    ...right.u.map((u, i): Column => ({
      value: right.values[i] / size,
      z: b * right.vt[i][0],
      u: placed(u, n, nl + 1),
      vt: placed(right.vt[i], m, nl + 1),
    })),
  ].sort((one, other) => one.value - other.value);
  const tolerance = 8 * epsilon * Math.max(columns.at(-1)!.value, Math.abs(a), Math.abs(b));
  const { kept, deflated } = deflate(columns, tolerance);
  if (kept.length > 0 && kept[0].value <= tolerance / 2) kept[0].value = tolerance / 2;

  const own = a * left.vt[nl][nl];
  const vt = placed(left.vt[nl], m, 0);
  const first: Column = { value: 0, z: Math.abs(own) <= tolerance ? tolerance : own, u: placed(new Float64Array([1]), n, nl), vt };
  const rest: Values[] = [];
  if (m > n) {
    const others = b * right.vt[nr][0];
    const length = Math.hypot(own, others);
    const [c, s] = length <= tolerance ? [1, 0] : [own / length, others / length];
    first.z = Math.max(length, tolerance);
    const other = placed(right.vt[nr], m, nl + 1);
    turnRows(vt, other, c, s);
    rest.push(other);
  }
  const all = [...solvedSecular([first, ...kept]), ...deflated].sort((one, other) => one.value - other.value);
  return {
    values: Float64Array.from(all, ({ value }) => value * size),
    u: all.map((one) => one.u),
    vt: [...all.map((one) => one.vt), ...rest],
  };
}

/** LAPACK's lasd2: sets aside what is a singular vector of the whole already, or is one after a rotation of two. */
function deflate(columns: readonly Column[], tolerance: number): { kept: Column[]; deflated: Column[] } {
  const [kept, deflated]: Column[][] = [[], []];
  let last: Column | null = null;
  for (const column of columns) {
    if (Math.abs(column.z) <= tolerance) {
      deflated.push(column);
      continue;
    }
    if (last && Math.abs(column.value - last.value) <= tolerance) {
      const size = Math.hypot(column.z, last.z);
      const [c, s] = [column.z / size, -last.z / size];
      turnRows(last.u, column.u, c, s);
      turnRows(last.vt, column.vt, c, s);
      column.z = size;
      deflated.push(last);
    } else if (last) kept.push(last);
    last = column;
  }
  if (last) kept.push(last);
  return { kept, deflated };
}

/** LAPACK's lasd3: the singular values between the values that are left, and the vectors that they have. */
function solvedSecular(kept: readonly Column[]): Column[] {
  const k = kept.length;
  const [one] = kept;
  if (k === 1) return [{ ...one, value: Math.abs(one.z), u: one.z > 0 ? one.u : one.u.map((x) => -x) }];
  const d = kept.map(({ value }) => value);
  const length = Math.hypot(...kept.map(({ z }) => z));
  const weights = kept.map(({ z }) => (z / length) ** 2);
  const rho = length * length;
  const last = Math.sqrt(d[k - 1] ** 2 + rho * weights.reduce((sum, w) => sum + w, 0));
  const roots = d.map((_, j) => {
    // 1 + rho · Σ weight / (d² − σ²)
    const { origin, tau } = rootBehind(d, j, last, ({ origin, tau }) => {
      let sum = 1;
      for (let i = 0; i < k; i++) sum += (rho * weights[i]) / ((d[i] - origin - tau) * (d[i] + origin + tau));
      return sum;
    });
    return { value: origin + tau, gaps: d.map((one) => one - origin - tau), sums: d.map((one) => one + origin + tau) };
  });
  const [us, vts] = [kept.map(({ u }) => u), kept.map(({ vt }) => vt)];
  // The entries that have exactly these roots: with them, the vectors are orthogonal.
  const entries = kept.map(({ z }, i) => {
    let product = roots[k - 1].gaps[i] * roots[k - 1].sums[i];
    for (let j = 0; j < k - 1; j++) {
      const other = d[j < i ? j : j + 1];
      product *= (roots[j].gaps[i] * roots[j].sums[i]) / (d[i] - other) / (d[i] + other);
    }
    return Math.sign(z) * Math.sqrt(Math.abs(product));
  });
  return roots.map(({ value, gaps, sums }) => {
    const right = entries.map((entry, i) => entry / gaps[i] / sums[i]);
    const left = right.map((factor, i) => (i === 0 ? -1 : d[i] * factor));
    return { value, z: 0, u: combined(us, left), vt: combined(vts, right) };
  });
}
