import type { Device } from '../device.js';
import type { DType, TypedArray } from '../dtype.js';
import type { FoldKernel, ScanKernel } from '../kernels/reductions.js';
import type { Sweep } from '../kernels/sweeps.js';
import type { MapKernel } from '../kernels/elementwise.js';
import type { DeviceBuffer, Storage } from '../storage.js';

/** Elements in memory and how to walk them: what a kernel reads or writes. Tensors are views. */
export interface View {
  readonly storage: Storage;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  /** Of complex numbers: they are the conjugates of what is kept. */
  readonly conjugated?: boolean;
}

/** How a window moves over three spatial dims (fewer are padded with ones in front). */
export interface Window {
  kernel: readonly number[];
  stride: readonly number[];
  padding: readonly number[];
  dilation: readonly number[];
}

/** What a kernel that writes by index does with the element that is there. */
export type WriteMode = 'set' | 'add' | 'mul';
/** What `scatter` does, besides: the greater or the lesser of both is kept, NaN before all. */
export type ScatterMode = WriteMode | 'max' | 'min';

/**
 * What the ops are made of. Ops decide shapes and dtypes and allocate; kernels fill `out`.
 * Inputs may have any strides, `out` too where not said otherwise. No kernel may change its
 * inputs, and `out` shares no memory with them unless it is the very same view. What is in `out`
 * before is undefined, except where a kernel adds to it. All views are of the backend's device.
 */
export interface Kernels {
  /** out[i] = kernel(inputs[0][i], ...); the inputs broadcast to the sizes of `out`. Arithmetic is in `compute`. */
  map(kernel: MapKernel, inputs: readonly View[], out: View, compute: DType, params?: readonly number[]): void;
  /** out = source, converting the dtype. */
  copy(source: View, out: View): void;
  fill(out: View, value: number): void;

  /** Reduces `dims` of `x`; `out` is contiguous, its elements in the order of the dims that stay. `aux` has one element for each of `out`. */
  fold(kernel: FoldKernel, x: View, dims: readonly number[], out: View, aux?: View): void;
  /** The position of the greatest or least along `dims` (counted row major within them); int64, first one wins, NaN wins over all. */
  argfold(kernel: 'max' | 'min', x: View, dims: readonly number[], out: View): void;
  /** Running result along `dim`; `out` contiguous. */
  scan(kernel: ScanKernel, x: View, dim: number, out: View): void;
  /** Running extreme along `dim` and its position (int64), the last of equals; both contiguous. */
  scanExtreme(kernel: 'max' | 'min', x: View, dim: number, out: View, indices: View): void;
  /** `out` contiguous. */
  softmax(x: View, dim: number, log: boolean, out: View): void;

  /** out[b] = a[b] @ b[b] for views of rank 3; `out` contiguous. */
  matmul(a: View, b: View, out: View): void;

  /** out[.., i, ..] = x[.., index[.., i, ..], ..] along `dim`; int64 indices from 0, of the sizes of `out`, checked before. */
  gather(x: View, dim: number, index: View, out: View): void;
  /** Writes, adds or multiplies values[.., i, ..] into out[.., index[.., i, ..], ..]: `gather` the other way; the last of equals is what is set. */
  scatter(out: View, dim: number, index: View, values: View, mode: ScatterMode): void;
  /** out[i] = the element of `x` at `positions[i]`: int64, counted in the row-major order of `x`, checked before. */
  take(x: View, positions: View, out: View): void;
  /** Writes, adds or multiplies `values[i]` into the element of `out` at `positions[i]`: `take` the other way. */
  put(out: View, positions: View, values: View, mode: WriteMode): void;

  /** Sorts along the last dim; `x`, `values` and `indices` (int64) contiguous. NaN counts as greatest. Stable. */
  sort(x: View, descending: boolean, values: View, indices: View): void;

  /** [N, C, D, H, W] to columns [N, C * windows' elements, outputs' positions], contiguous; `columns` is zero before. */
  im2col(x: View, window: Window, output: readonly number[], columns: View): void;
  /** The transpose of `im2col`: adds columns back to where they came from. `out` contiguous. */
  col2im(columns: View, window: Window, output: readonly number[], out: View): void;
  /** Greatest of each window and its position within the input's spatial dims (int64). All contiguous, [N, D, H, W]. */
  maxPool(x: View, window: Window, out: View, indices: View): void;
  /** Mean of each window. `divisor` 0: the window's size, with padding counted when `includePad`. All contiguous. */
  avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void;
  /** Adds the gradient of `avgPool` to `out`. */
  avgPoolBackward(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void;
}

/**
 * Steps that are made of several kernels, and that a backend may do at once. Each says whether it did: where it cannot
 * (another dtype, too small to be worth it), it has done nothing, and the kernels do the step. Views are as of `Kernels`.
 */
export interface FusedKernels {
  /** Computes all formulas of a sweep for each element, then writes; all views have the sizes of the first. */
  sweep(sweep: Sweep, arrays: readonly View[], params: readonly number[]): boolean;
  /** y = x ⋆ w + bias, for [N, C, D, H, W], [O, C / groups, D, H, W] and [N, O, D, H, W], all contiguous but the bias. */
  convolve(x: View, w: View, bias: View | null, window: Window, groups: number, y: View): boolean;
  /** x = y ⋆ᵀ w, of the same sizes. */
  convolveBack(y: View, w: View, window: Window, groups: number, x: View): boolean;
  /** w = x ⋆ y, of the same sizes. */
  convolveWeight(x: View, y: View, window: Window, groups: number, w: View): boolean;
  /** out = (x − mean) · rstd · weight + bias for each row of [rows, columns], with the mean and the inverse deviation of each row. */
  layerNorm(x: View, weight: View | null, bias: View | null, eps: number, out: View, mean: View, rstd: View): boolean;
  /** The gradient of `layerNorm` for x; for the weight and the bias too, [2, columns], unless `sums` is null. */
  layerNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View | null): boolean;
  /**
   * The gradient of a normalization of [samples, channels, columns] for x, and [2, channels] for the weight and the bias of each
   * channel. The moments are of each channel, [channels], or of groups of channels of each sample, [samples, groups].
   */
  channelNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View): boolean;
  /** The gradient of softmax (or its logarithm) along the last dim, from the result y. */
  softmaxBack(g: View, y: View, log: boolean, dx: View): boolean;
}

type Structural = Exclude<keyof Kernels, 'map' | 'fold' | 'scan'>;

/** What a backend is asked about, and what a fall-back is counted under. */
export type KernelName = MapKernel | `fold.${FoldKernel}` | `scan.${ScanKernel}` | Structural;

/** One kind of memory and what computes on it. */
export interface Backend {
  readonly device: Device;
  /** The dtypes that its memory can hold. */
  readonly dtypes: ReadonlySet<DType>;
  /** Whether it computes `kernel` in `dtype` (of a map, the dtype of the arithmetic). What it lacks, the CPU does. */
  has(kernel: KernelName, dtype: DType): boolean;
  /** Those that it has; `copy` and `fill` have to be there, for every dtype. */
  readonly kernels: Partial<Kernels> & Pick<Kernels, 'copy' | 'fill'>;
  /** What it does at once. What it lacks is done by kernels. */
  readonly fused?: Partial<FusedKernels>;

  /** Room for `length` elements; what is in it is undefined. @throws RangeError when there is no such room */
  allocate(dtype: DType, length: number): DeviceBuffer;
  /** Room for `length` elements, all zero. */
  zeros(dtype: DType, length: number): DeviceBuffer;
  /** A buffer of these numbers, which the dtype can represent. The array may become the buffer: it is not written to afterwards. */
  upload(values: ArrayLike<number>, dtype: DType): DeviceBuffer;
  /** The same memory, its bytes read as elements of another dtype; null where they are not kept as PyTorch keeps them. */
  reinterpret?(buffer: DeviceBuffer, dtype: DType, kept: DType): DeviceBuffer | null;
  /** Gives memory back. Absent where JavaScript's garbage collection does. */
  free?(buffer: DeviceBuffer): void;

  /** The elements as numbers, row major; of complex ones both parts side by side. Not to be written to, and to be used at once: it may be the memory itself. */
  read(x: View): TypedArray;
  /** The first element: the only one, of a view of one. */
  element(x: View): number;
  /** The elements of many views, read together and without waiting; copies. */
  readMany(xs: readonly View[]): Promise<TypedArray[]>;
}
