import type { Scalar } from '../../src/protocol/trace.js';

/** A two-dimensional cut through a tensor of any rank. */
export interface Cut {
  /** The dims along the rows and the columns. -1 where the rank is too low. */
  rowDim: number;
  colDim: number;
  /** The index in each of the other dims. The entries of rowDim and colDim are not used. */
  at: number[];
}

export interface Slice {
  rows: number;
  cols: number;
  /** The element at a place of the slice. `index` returns its index in the tensor. */
  value(row: number, col: number): Scalar;
  index(row: number, col: number): number[];
}

/** The cut along the last two dims, at index 0 of all others. */
export function firstCut(shape: readonly number[]): Cut {
  return { rowDim: Math.max(-1, shape.length - 2), colDim: shape.length - 1, at: shape.map(() => 0) };
}

export function sliceOf(data: readonly Scalar[], shape: readonly number[], cut: Cut): Slice {
  const strides: number[] = new Array<number>(shape.length).fill(1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = strides[d + 1]! * shape[d + 1]!;
  const { rowDim, colDim, at } = cut;
  let base = 0;
  shape.forEach((_, d) => {
    if (d !== rowDim && d !== colDim) base += at[d]! * strides[d]!;
  });
  const rowStride = rowDim >= 0 ? strides[rowDim]! : 0;
  const colStride = colDim >= 0 ? strides[colDim]! : 0;
  return {
    rows: rowDim >= 0 ? shape[rowDim]! : 1,
    cols: colDim >= 0 ? shape[colDim]! : 1,
    value: (row, col) => data[base + row * rowStride + col * colStride] ?? 0,
    index: (row, col) => shape.map((_, d) => (d === rowDim ? row : d === colDim ? col : at[d]!)),
  };
}

/** The elements as nested JSON lists. */
export function nested(data: readonly Scalar[], shape: readonly number[]): unknown {
  if (shape.length === 0) return data[0] ?? null;
  const [length, ...rest] = shape as [number, ...number[]];
  const size = rest.reduce((a, b) => a * b, 1);
  return Array.from({ length }, (_, i) => nested(data.slice(i * size, (i + 1) * size), rest));
}
