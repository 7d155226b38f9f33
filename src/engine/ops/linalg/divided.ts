/**
 * LAPACK's stedc: eigenvalues and eigenvectors of a large symmetric matrix that has numbers on and beside its diagonal
 * only. It is divided into small ones, whose solutions are merged (Cuppen, 1981; Gu and Eisenstat, 1995).
 */
import type { Values } from './numbers.js';
import { turnRows, type Lapack } from './rotations.js';
import { combined, rootBehind } from './secular.js';

/** Matrices of at most this many rows are not divided. */
export const UNDIVIDED = 25;

export interface Solved {
  /** In increasing order. */
  values: Float64Array;
  /** The eigenvectors, each an array. */
  vectors: Values[];
}

/** Solves a matrix that is not divided. */
type Solve = (d: Float64Array, e: Float64Array) => Solved;

/** Solves a matrix without zeros beside its diagonal. */
export function divided(d: Float64Array, e: Float64Array, lapack: Lapack, solve: Solve): Solved {
  const n = d.length;
  const size = Math.max(...d.map(Math.abs), ...e.subarray(0, n - 1).map(Math.abs));
  const [scaledD, scaledE] = [d.map((x) => x / size), e.map((x) => x / size)];
  const sizes = sizesOf(n);
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, one) => sum + one, 0));
  // What is beside the diagonal between two parts is taken out of both, and comes back as the parts are merged.
  for (const start of starts.slice(1)) {
    const between = Math.abs(scaledE[start - 1]);
    scaledD[start - 1] -= between;
    scaledD[start] -= between;
  }
  let parts = sizes.map((length, i) => {
    const [from, to] = [starts[i], starts[i] + length];
    return { start: from, ...solve(scaledD.slice(from, to), scaledE.slice(from, to)) };
  });
  while (parts.length > 1) {
    parts = Array.from({ length: parts.length / 2 }, (_, i) => {
      const [one, other] = [parts[2 * i], parts[2 * i + 1]];
      return { start: one.start, ...merged(one, other, scaledE[other.start - 1], lapack) };
    });
  }
  const [{ values, vectors }] = parts;
  return { values: values.map((x) => x * size), vectors };
}

/** The sizes of the parts: halves, until they are small enough. */
function sizesOf(n: number): number[] {
  let sizes = [n];
  while (sizes.at(-1)! > UNDIVIDED) sizes = sizes.flatMap((size) => [size >> 1, (size + 1) >> 1]);
  return sizes;
}

/** An eigenvalue and its vector, with the share of the vector in what is beside the diagonal between two parts. */
interface Column {
  value: number;
  z: number;
  vector: Values;
}

/** LAPACK's laed1: the solution of both parts together with the number between them. */
function merged(one: Solved, other: Solved, between: number, { epsilon }: Lapack): Solved {
  const [m, n] = [one.values.length, one.values.length + other.values.length];
  const columns: Column[] = [];
  one.vectors.forEach((vector, i) => {
    const whole = new Float64Array(n);
    whole.set(vector);
    columns.push({ value: one.values[i], z: vector[m - 1] * Math.SQRT1_2, vector: whole });
  });
  other.vectors.forEach((vector, i) => {
    const whole = new Float64Array(n);
    whole.set(vector, m);
    columns.push({ value: other.values[i], z: (between < 0 ? -vector[0] : vector[0]) * Math.SQRT1_2, vector: whole });
  });
  const rho = Math.abs(2 * between);
  // A stable order: of equal values, those of the first part come first.
  columns.sort((a, b) => a.value - b.value);
  const largest = (of: (column: Column) => number) => Math.max(...columns.map((column) => Math.abs(of(column))));
  const tolerance = 8 * epsilon * Math.max(largest(({ value }) => value), largest(({ z }) => z)); // prettier-ignore
  const { kept, deflated } = rho * largest(({ z }) => z) <= tolerance ? { kept: [], deflated: columns } : deflate(columns, rho, tolerance);
  return inOrder([...solvedSecular(kept, rho), ...deflated]);
}

function inOrder(columns: Column[]): Solved {
  columns.sort((a, b) => a.value - b.value);
  return { values: Float64Array.from(columns, ({ value }) => value), vectors: columns.map(({ vector }) => vector) };
}

/** LAPACK's laed2: sets aside what is an eigenvector of the whole already, or is one after a rotation of two. */
function deflate(columns: readonly Column[], rho: number, tolerance: number): { kept: Column[]; deflated: Column[] } {
  const [kept, deflated]: Column[][] = [[], []];
  let last: Column | null = null;
  for (const column of columns) {
    if (rho * Math.abs(column.z) <= tolerance) {
      deflated.push(column);
      continue;
    }
    if (last) {
      const size = Math.hypot(column.z, last.z);
      const [c, s] = [column.z / size, -last.z / size];
      if (Math.abs((column.value - last.value) * c * s) <= tolerance) {
        turn(last, column, c, s);
        column.z = size;
        deflated.push(last);
      } else kept.push(last);
    }
    last = column;
  }
  if (last) kept.push(last);
  return { kept, deflated };
}

function turn(last: Column, column: Column, c: number, s: number): void {
  turnRows(last.vector, column.vector, c, s);
  const [a, b] = [last.value, column.value];
  last.value = a * c * c + b * s * s;
  column.value = a * s * s + b * c * c;
}

/** LAPACK's laed3: the eigenvalues between the values that are left, and the vectors that they have. */
function solvedSecular(kept: readonly Column[], rho: number): Column[] {
  const k = kept.length;
  const d = kept.map(({ value }) => value);
  if (k === 0) return [];
  if (k === 1) return [{ value: d[0] + rho * kept[0].z ** 2, z: 0, vector: kept[0].vector }];
  const weights = kept.map(({ z }) => z * z);
  const last = d[k - 1] + rho * weights.reduce((sum, w) => sum + w, 0);
  const roots = d.map((_, j) => {
    // 1 + rho · Σ weight / (d − λ)
    const { origin, tau } = rootBehind(d, j, last, ({ origin, tau }) => {
      let sum = 1;
      for (let i = 0; i < k; i++) sum += (rho * weights[i]) / (d[i] - origin - tau);
      return sum;
    });
    return { value: origin + tau, gaps: d.map((one) => one - origin - tau) };
  });
  const vectors = kept.map(({ vector }) => vector);
  // The shares that have exactly these roots: with them, the vectors are orthogonal.
  const shares = kept.map(({ z }, i) => {
    let product = roots[i].gaps[i];
    for (let j = 0; j < k; j++) if (j !== i) product *= roots[j].gaps[i] / (d[i] - d[j]);
    return Math.sign(z) * Math.sqrt(-product);
  });
  return roots.map(({ value, gaps }) => {
    const factors = shares.map((share, i) => share / gaps[i]);
    return { value, z: 0, vector: combined(vectors, factors) };
  });
}
