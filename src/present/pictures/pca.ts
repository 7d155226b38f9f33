/** The two directions in which rows of numbers differ most: principal components, found by repeated multiplication. */

const STEPS = 60;

export interface Projection {
  points: [x: number, y: number][];
  /** The share of the whole variance that each of the two has. */
  shares: [number, number];
}

/** @param data in row-major order; numbers that are not finite count as zero */
export function pca(data: readonly number[], rows: number, cols: number): Projection {
  const means = new Float64Array(cols);
  const at = (r: number, c: number) => {
    const x = data[r * cols + c]!;
    return Number.isFinite(x) ? x : 0;
  };
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) means[c]! += at(r, c) / rows;
  const centred = Float64Array.from({ length: rows * cols }, (_, i) => at(Math.floor(i / cols), i % cols) - means[i % cols]!);
  const total = centred.reduce((sum, x) => sum + x * x, 0);
  const first = direction(centred, rows, cols, null);
  const second = direction(centred, rows, cols, first);
  const along = (v: Float64Array) => project(centred, rows, cols, v);
  const [xs, ys] = [along(first), along(second)];
  const share = (coordinates: Float64Array) => (total > 0 ? coordinates.reduce((sum, x) => sum + x * x, 0) / total : 0);
  return { points: Array.from(xs, (x, r) => [x, ys[r]!]), shares: [share(xs), share(ys)] };
}

function project(data: Float64Array, rows: number, cols: number, v: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) result[r]! += data[r * cols + c]! * v[c]!;
  return result;
}

function direction(data: Float64Array, rows: number, cols: number, other: Float64Array | null): Float64Array {
  // The start favours no column, and it is not random: the same table always gives the same picture.
  let v = unit(
    Float64Array.from({ length: cols }, (_, c) => 1 + ((c * 7919) % 101) / 101),
    other,
  );
  for (let step = 0; step < STEPS; step++) {
    const along = project(data, rows, cols, v);
    const next = new Float64Array(cols);
    for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) next[c]! += data[r * cols + c]! * along[r]!;
    v = unit(next, other);
  }
  // The sign is arbitrary, so the largest component is made positive.
  const largest = v.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
  return largest < 0 ? v.map((x) => -x) : v;
}

/** Scales a vector to length one, at a right angle to the other. Zero when nothing is left. */
function unit(v: Float64Array, other: Float64Array | null): Float64Array {
  const dot = other ? v.reduce((sum, x, c) => sum + x * other[c]!, 0) : 0;
  const rest = other ? v.map((x, c) => x - dot * other[c]!) : v;
  const length = Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0));
  return length > 1e-12 ? rest.map((x) => x / length) : new Float64Array(v.length);
}
