import type { DType } from '../dtype.js';
import type { Storage } from '../storage.js';
import type { FoldKernel, MapKernel, ScanKernel } from './kernels.js';

/** Elements in memory and how to walk them: what a kernel reads or writes. Tensors are views. */
export interface View {
  readonly storage: Storage;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
}

/** How a window moves over three spatial dims (fewer are padded with ones in front). */
export interface Window {
  kernel: readonly number[];
  stride: readonly number[];
  padding: readonly number[];
  dilation: readonly number[];
}

/**
 * What the ops are made of. Ops decide shapes and dtypes and allocate; kernels fill `out`.
 * Inputs may have any strides, `out` too where not said otherwise. No kernel may change its
 * inputs, and `out` shares no memory with them unless it is the very same view.
 */
export interface Backend {
  readonly name: string;

  /** out[i] = kernel(inputs[0][i], ...); the inputs broadcast to the sizes of `out`. Arithmetic is in `compute`. */
  map(kernel: MapKernel, inputs: readonly View[], out: View, compute: DType, params?: readonly number[]): void;
  /** out = source, converting the dtype. */
  copy(source: View, out: View): void;
  fill(out: View, value: number): void;

  /** Reduces `dims` of `x`; `out` is contiguous, its elements in the order of the dims that stay. */
  fold(kernel: FoldKernel, x: View, dims: readonly number[], out: View, aux?: View): void;
  /** The position of the greatest or least along `dims` (counted row major within them); int64, first one wins, NaN wins over all. */
  argfold(kernel: 'max' | 'min', x: View, dims: readonly number[], out: View): void;
  /** Running result along `dim`; for cummax and cummin `indices` (int64) receives the positions. */
  scan(kernel: ScanKernel, x: View, dim: number, out: View, indices?: View): void;
  softmax(x: View, dim: number, log: boolean, out: View): void;

  /** out[b] = a[b] @ b[b] for views of rank 3; `out` contiguous. */
  matmul(a: View, b: View, out: View): void;

  /** out[i] = source elements at `positions[i]` (counted in the row-major order of `source`). */
  take(source: View, positions: Float64Array, out: View): void;
  /** Writes, adds or multiplies `values[i]` into the element of `out` at `positions[i]`. */
  put(out: View, positions: Float64Array, values: View, mode: 'set' | 'add' | 'mul'): void;
  /** The elements as numbers, row major: a copy. */
  read(x: View): Float64Array;

  /** Sorts along the last dim; `x`, `values` and `indices` (int64) contiguous. NaN counts as greatest. Stable. */
  sort(x: View, descending: boolean, values: View, indices: View): void;

  /** Contiguous [N, C, D, H, W] to columns [N, C * windows' elements, outputs' positions]. */
  im2col(x: View, window: Window, output: readonly number[], columns: View): void;
  /** The transpose of `im2col`: adds columns back to where they came from. `out` is zero before. */
  col2im(columns: View, window: Window, output: readonly number[], out: View): void;
  /** Greatest of each window and its position within the input's spatial dims (int64). All contiguous, [N, D, H, W]. */
  maxPool(x: View, window: Window, out: View, indices: View): void;
  /** Mean of each window. `divisor` 0: the window's size, with padding counted when `includePad`. */
  avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void;
  avgPoolBackward(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void;
}
