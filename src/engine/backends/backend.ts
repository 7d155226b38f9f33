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
  /** For complex numbers: the elements are the conjugates of the stored numbers. */
  readonly conjugated?: boolean;
}

/** How a window moves over three spatial dims. A window of fewer dims gets ones in front. */
export interface Window {
  kernel: readonly number[];
  stride: readonly number[];
  padding: readonly number[];
  dilation: readonly number[];
}

/** How a kernel that writes by index combines the new element with the old one. */
export type WriteMode = 'set' | 'add' | 'mul';
/** The modes of `scatter`: besides `WriteMode`, the greater or the lesser element is kept, and NaN wins over all. */
export type ScatterMode = WriteMode | 'max' | 'min';

/**
 * The kernels that ops are built from. Ops decide shapes and dtypes and allocate; kernels fill `out`. Inputs may have any
 * strides, and `out` too, unless a kernel says otherwise. No kernel may change its inputs. `out` shares no memory with the
 * inputs, unless it is the very same view. The old content of `out` is undefined, except where a kernel adds to it. All views
 * are on the backend's device.
 */
export interface Kernels {
  /** out[i] = kernel(inputs[0][i], ...); the inputs broadcast to the sizes of `out`. The arithmetic is done in the dtype `compute`. */
  map(kernel: MapKernel, inputs: readonly View[], out: View, compute: DType, params?: readonly number[]): void;
  /** out = source, converting the dtype. */
  copy(source: View, out: View): void;
  fill(out: View, value: number): void;

  /** Reduces `dims` of `x`; `out` is contiguous, its elements in the order of the dims that stay. `aux` has one element for each of `out`. */
  fold(kernel: FoldKernel, x: View, dims: readonly number[], out: View, aux?: View): void;
  /**
   * The position of the greatest or least element along `dims` (counted row major within them), in int64. The first of equal
   * elements wins, and NaN wins over all.
   */
  argfold(kernel: 'max' | 'min', x: View, dims: readonly number[], out: View): void;
  /** Running result along `dim`; `out` contiguous. */
  scan(kernel: ScanKernel, x: View, dim: number, out: View): void;
  /** Running extreme along `dim`, and its position (int64); among equal elements, the last. Both outputs are contiguous. */
  scanExtreme(kernel: 'max' | 'min', x: View, dim: number, out: View, indices: View): void;
  /** `out` contiguous. */
  softmax(x: View, dim: number, log: boolean, out: View): void;

  /** out[b] = a[b] @ b[b] for views of rank 3; `out` contiguous. */
  matmul(a: View, b: View, out: View): void;

  /** out[.., i, ..] = x[.., index[.., i, ..], ..] along `dim`; int64 indices from 0, of the sizes of `out`, checked before. */
  gather(x: View, dim: number, index: View, out: View): void;
  /**
   * Writes, adds or multiplies values[.., i, ..] into out[.., index[.., i, ..], ..]: `gather` the other way. With `set`, the
   * last value for a place stays.
   */
  scatter(out: View, dim: number, index: View, values: View, mode: ScatterMode): void;
  /** out[i] = the element of `x` at `positions[i]`: int64, counted in the row-major order of `x`, checked before. */
  take(x: View, positions: View, out: View): void;
  /** Writes, adds or multiplies `values[i]` into the element of `out` at `positions[i]`: `take` the other way. */
  put(out: View, positions: View, values: View, mode: WriteMode): void;

  /** Sorts along the last dim; `x`, `values` and `indices` (int64) contiguous. NaN counts as greatest. Stable. */
  sort(x: View, descending: boolean, values: View, indices: View): void;

  /** [N, C, D, H, W] to columns [N, C * windows' elements, outputs' positions], contiguous; `columns` is zero before the call. */
  im2col(x: View, window: Window, output: readonly number[], columns: View): void;
  /** The transpose of `im2col`: adds columns back to where they came from. `out` contiguous. */
  col2im(columns: View, window: Window, output: readonly number[], out: View): void;
  /** Greatest of each window and its position within the input's spatial dims (int64). All contiguous, [N, D, H, W]. */
  maxPool(x: View, window: Window, out: View, indices: View): void;
  /** Mean of each window. `divisor` 0 means the window's size; padding counts when `includePad` is true. All contiguous. */
  avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void;
  /** Adds the gradient of `avgPool` to `out`. */
  avgPoolBackward(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void;
}

/**
 * Steps that combine several kernels, and that a backend may do in one. Each function returns whether it did the step. If it
 * cannot (another dtype, too small to be worth it), it changes nothing, and kernels do the step. Views follow the rules of
 * `Kernels`.
 */
export interface FusedKernels {
  /** Computes all formulas of a sweep for each element, and then writes. All views have the sizes of the first. */
  sweep(sweep: Sweep, arrays: readonly View[], params: readonly number[]): boolean;
  /** y = x ⋆ w + bias, for [N, C, D, H, W], [O, C / groups, D, H, W] and [N, O, D, H, W]. All are contiguous, but the bias need not be. */
  convolve(x: View, w: View, bias: View | null, window: Window, groups: number, y: View): boolean;
  /** x = y ⋆ᵀ w, with the same sizes. */
  convolveBack(y: View, w: View, window: Window, groups: number, x: View): boolean;
  /** w = x ⋆ y, with the same sizes. */
  convolveWeight(x: View, y: View, window: Window, groups: number, w: View): boolean;
  /** b = Σ y over all but the channels, for a convolution of an x by a w of these sizes. */
  convolveBias(y: View, x: readonly number[], w: readonly number[], groups: number, b: View): boolean;
  /** out = c + a · b for matrices, where c is added before the first terms. */
  addProduct(c: View, a: View, b: View, out: View): boolean;
  /** out = (x − mean) · rstd · weight + bias for each row of [rows, columns]. Also writes each row's mean and inverse deviation. */
  layerNorm(x: View, weight: View | null, bias: View | null, eps: number, out: View, mean: View, rstd: View): boolean;
  /** The gradient of `layerNorm` for x. Unless `sums` is null, also the gradients for the weight and the bias, [2, columns]. */
  layerNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View | null): boolean;
  /** The mean of each output's share of the planes of x, in the last two dims; and the gradient. */
  meanShares(x: View, out: View): boolean;
  meanSharesBack(g: View, out: View): boolean;
  /** The mean and the biased variance of each channel of [samples, channels, columns]. */
  channelMoments(x: View, mean: View, variance: View): boolean;
  /**
   * The gradient of a normalization of [samples, channels, columns] for x, and [2, channels] for the weight and the bias of
   * each channel. The moments belong to each channel, [channels], or to groups of channels in each sample, [samples, groups].
   */
  channelNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View): boolean;
  /** The gradient of softmax (or its logarithm) along the last dim, from the result y. */
  softmaxBack(g: View, y: View, log: boolean, dx: View): boolean;
  /**
   * For each target class of x, [N, C, …], unless x is null: −x[target] · weight (1 if `weight` is null), and 0 where the target is
   * `ignored`. `sums` gets the sum of these terms and that of the weights of all that are not ignored. All are contiguous. Returns
   * false when a target is no class.
   */
  pickClasses(x: View | null, target: View, weight: View | null, classes: number, ignored: number, terms: View, sums: View): boolean;
  /** The other way: −g · weight to the places of the target classes of dx, which is zero. `g` may have one element for all targets. */
  placeClasses(g: View, target: View, weight: View | null, ignored: number, dx: View): boolean;
}

type Structural = Exclude<keyof Kernels, 'map' | 'fold' | 'scan'>;

/** The names of kernels: the engine asks a backend about them, and counts fall-backs by them. */
export type KernelName = MapKernel | `fold.${FoldKernel}` | `scan.${ScanKernel}` | Structural;

/** One kind of memory, and the kernels that compute on it. */
export interface Backend {
  readonly device: Device;
  /** The dtypes that its memory can hold. */
  readonly dtypes: ReadonlySet<DType>;
  /**
   * Whether the backend computes `kernel` in `dtype` (for a map, the dtype of the arithmetic). The CPU runs the kernels that a
   * backend lacks.
   */
  has(kernel: KernelName, dtype: DType): boolean;
  /** The kernels that the backend has. `copy` and `fill` must be there, for every dtype. */
  readonly kernels: Partial<Kernels> & Pick<Kernels, 'copy' | 'fill'>;
  /** The fused steps that the backend has. Kernels do the others. */
  readonly fused?: Partial<FusedKernels>;

  /** Memory for `length` elements, with undefined content. @throws RangeError when there is no room for it */
  allocate(dtype: DType, length: number): DeviceBuffer;
  /** Memory for `length` elements, all zero. */
  zeros(dtype: DType, length: number): DeviceBuffer;
  /**
   * A buffer of these numbers, which the dtype can represent. The array may become the buffer, so the caller must not write to
   * it afterwards.
   */
  upload(values: ArrayLike<number>, dtype: DType): DeviceBuffer;
  /** The same memory, with its bytes read as elements of another dtype; null where the backend stores bytes otherwise than PyTorch. */
  reinterpret?(buffer: DeviceBuffer, dtype: DType, kept: DType): DeviceBuffer | null;
  /** Gives memory back. Absent where JavaScript's garbage collection does this. */
  free?(buffer: DeviceBuffer): void;
  /** As `free`, at once, for memory that nobody will use again. Only for a backend without `free`. */
  giveBack?(buffer: DeviceBuffer): void;

  /**
   * The elements as numbers, row major; complex numbers with both parts side by side. The result may be the memory itself: read
   * it at once, and do not write to it.
   */
  read(x: View): TypedArray;
  /** The first element of a view; in a view of one element, the only one. */
  element(x: View): number;
  /**
   * Lets the elements of many storages come to where `read` finds them. It does not wait for them, so that `read` waits once for
   * all, and not once for each. Absent where elements are near anyway.
   */
  askFor?(storages: Iterable<Storage>): void;
}
