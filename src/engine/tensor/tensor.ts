import { markFloats } from './floatLists.js';
import { backward, type BackwardOptions } from './functional.js';
import type { GradFn } from './gradFn.js';
import { gradEdge, gradFnOf, gradOf, isLeaf, requiresGrad, setRequiresGrad, stateOf, type AutogradState, type Hook } from './state.js';
import { allocate, allocateZeros, element, look, upload } from '../backends/allocation.js';
import type { View } from '../backends/backend.js';
import { IndexError, NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { wrongDtype, wrongGradDtype } from '../errors/dtypes.js';
import { wrongPosition } from '../errors/indices.js';
import { noMatrix, wrongShape } from '../errors/shapes.js';
import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import type { FurtherMembers } from '../memberTypes.js';
import type { TensorMethods } from '../generated/methods.js';
import type { IndexSpec } from './indexSpec.js';
import { mapping } from '../mapping.js';
import { willWrite } from './observe.js';
import { liesIn, MemoryFormat } from '../layout.js';
import { elementIn, nested, type NestedList } from '../nested.js';
import { checkSizes, contiguousStrides, extent, isContiguous, numel, sameSizes, Size, wrapDim } from '../shape.js';
import type { LayoutMembers } from '../sparse/members.js';
import { VersionCounter, type Storage } from '../storage.js';

/**
 * A multi-dimensional array of one dtype, as `torch.Tensor`: a view (size, strides, offset) of a storage that other
 * tensors may share. The operations are methods too; the methods come from the op list.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the methods are installed from the op list
export class Tensor {
  /** @internal */ readonly storage: Storage;
  /** @internal */ readonly sizes: readonly number[];
  /** @internal */ readonly strides: readonly number[];
  /** @internal */ readonly offset: number;
  readonly dtype: DType;
  /** @internal */ readonly version: VersionCounter;
  /** @internal */ autograd: AutogradState | null = null;
  /** The observer's own data about this tensor. A lookup elsewhere would take longer than most operations. @internal */
  observed: unknown = null;
  /** True when the elements are the conjugates of the numbers in memory: see `conj`. @internal */
  conjugated = false;

  /** @internal */
  constructor(
    storage: Storage,
    sizes: readonly number[],
    strides: readonly number[],
    offset: number,
    dtype: DType,
    version: VersionCounter = new VersionCounter(),
  ) {
    this.storage = storage;
    this.sizes = sizes;
    this.strides = strides;
    this.offset = offset;
    this.dtype = dtype;
    this.version = version;
  }

  /** A tensor to write into: its elements are undefined. @internal */
  static empty(sizes: readonly number[], dtype: DType, device: Device): Tensor {
    checkSizes(sizes);
    return new Tensor(allocate(device, dtype, numel(sizes)), sizes, contiguousStrides(sizes), 0, dtype);
  }

  /** Like `empty`, with room for elements that lie by `strides`. @internal */
  static emptyStrided(sizes: readonly number[], strides: readonly number[], dtype: DType, device: Device): Tensor {
    checkSizes(sizes);
    return new Tensor(allocate(device, dtype, extent(sizes, strides)), sizes, strides, 0, dtype);
  }

  /** @internal */
  static zeros(sizes: readonly number[], dtype: DType, device: Device): Tensor {
    checkSizes(sizes);
    return new Tensor(allocateZeros(device, dtype, numel(sizes)), sizes, contiguousStrides(sizes), 0, dtype);
  }

  /**
   * A tensor of numbers in row-major order, which the dtype can represent; a complex number is given as two numbers,
   * side by side. A typed array is given away: it may become the memory. @throws NotImplementedError for complex dtypes
   * when only the real parts are given
   * @internal
   */
  static of(values: ArrayLike<number>, sizes: readonly number[], dtype: DType, device: Device): Tensor {
    checkSizes(sizes);
    if (dtype.is_complex && values.length !== 2 * numel(sizes)) {
      throw new NotImplementedError_(`this operation is not implemented for '${dtype.scalarName}'`);
    }
    return new Tensor(upload(device, dtype, values), sizes, contiguousStrides(sizes), 0, dtype);
  }

  /** Another view of the same elements, with the same version counter. @internal */
  alias(sizes: readonly number[] = this.sizes, strides: readonly number[] = this.strides, offset = this.offset): Tensor {
    const alias = new Tensor(this.storage, sizes, strides, offset, this.dtype, this.version);
    alias.conjugated = this.conjugated;
    return alias;
  }

  /** Makes this tensor a view of other elements: for `x.data = y`, and when `out=` needs more room. @internal */
  adopt({ storage, sizes, strides, offset, dtype, conjugated = false }: View): void {
    Object.assign(this, { storage, sizes, strides, offset, dtype, conjugated });
  }

  /** The size of every dim. */
  get shape(): Size {
    return Size.fromSizes(this.sizes);
  }

  /** The size of every dim, or of one dim. @throws IndexError for a dim that does not exist */
  size(): Size;
  size(dim: number): number;
  size(dim?: number): Size | number {
    return dim === undefined ? this.shape : this.sizes[wrapDim(dim, this.sizes.length)];
  }

  /** The number of dims. */
  get ndim(): number {
    return this.sizes.length;
  }

  dim(): number {
    return this.sizes.length;
  }
  ndimension(): number {
    return this.sizes.length;
  }

  get_device(): number {
    return -1;
  }

  /** The number of elements. */
  numel(): number {
    return numel(this.sizes);
  }

  nelement(): number {
    return numel(this.sizes);
  }

  /** The stride of every dim (or of one): the distance in the storage between two neighbours along the dim. */
  stride(): number[];
  stride(dim: number): number;
  stride(dim?: number): number[] | number {
    return dim === undefined ? [...this.strides] : this.strides[wrapDim(dim, this.sizes.length)];
  }

  storage_offset(): number {
    return this.offset;
  }

  element_size(): number {
    return this.dtype.itemsize;
  }

  /** True when the elements lie without gaps in row-major order, or in the order of a memory format. */
  is_contiguous(options: MemoryFormat | { memory_format?: MemoryFormat } = {}): boolean {
    const format = options instanceof MemoryFormat ? options : options.memory_format;
    return format ? liesIn(format, this.sizes, this.strides) : this.isContiguousNow;
  }

  /** The rules of the tensor's operators where they differ from PyTorch's, see `operators/meaning.ts`. @internal */
  get arithmetic(): unknown {
    return null;
  }

  /** @internal */
  get isContiguousNow(): boolean {
    return isContiguous(this.sizes, this.strides);
  }

  /** True when the dtype has negative numbers. */
  is_signed(): boolean {
    return this.dtype.name !== 'bool' && !this.dtype.name.startsWith('u');
  }

  is_floating_point(): boolean {
    return this.dtype.is_floating_point;
  }

  is_complex(): boolean {
    return this.dtype.is_complex;
  }

  /** Where the elements are, as `torch.device`. */
  get device(): Device {
    return this.storage.device;
  }

  get is_cuda(): boolean {
    return false;
  }

  /** The tensor on the CPU; the tensor itself if it is there already. */
  cpu(): Tensor {
    return this.to('cpu');
  }

  /** A view with the dims in reverse order: the transpose of a matrix. */
  get T(): Tensor {
    return this.permute([...this.sizes.keys()].reverse());
  }

  /** A view with the last two dims swapped. */
  get mT(): Tensor {
    if (this.sizes.length === 1) throw noMatrix('mT');
    return this.sizes.length ? this.transpose(-2, -1) : this;
  }

  /** The same; complex numbers are conjugated. */
  get mH(): Tensor {
    if (this.sizes.length === 1) throw noMatrix('mH');
    return this.adjoint();
  }

  /** The conjugate transpose of a matrix. @throws RuntimeError unless the tensor has two dims (or none) */
  get H(): Tensor {
    if (this.sizes.length === 0 || this.sizes.length === 2) return this.adjoint();
    throw noMatrix('H', this.sizes.length);
  }

  /** Length of dim 0, Python's `len(x)`. @throws TypeError for a tensor without dims */
  get length(): number {
    if (this.sizes.length === 0) throw new TypeError_('len() of a 0-d tensor');
    return this.sizes[0];
  }

  *[Symbol.iterator](): IterableIterator<Tensor> {
    if (this.sizes.length === 0) throw new TypeError_('iteration over a 0-d tensor');
    yield* this.unbind(0);
  }

  /** The value of a tensor with one element, as a number (or a boolean). @throws RuntimeError for more or fewer elements */
  item(): number {
    mapping()?.refuseNumber(this);
    const count = numel(this.sizes);
    if (count !== 1) throw wrongShape(`a Tensor with ${count} elements cannot be converted to Scalar`);
    return elementIn(this.dtype, this.dtype.is_complex ? look(this) : [element(this)], 0) as number;
  }

  /** The elements as nested arrays; a tensor without dims gives its one number. */
  tolist(): NestedList {
    mapping()?.refuseNumbers(this);
    const list = nested(look(this), this.sizes, this.dtype) as NestedList;
    return this.dtype.is_floating_point ? markFloats(list) : list;
  }

  /** Refuses JavaScript's own operators: they would silently turn a tensor into a number or a text. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString();
    throw new TypeError_(
      "JavaScript's own operators do not work on a tensor: use x.add(y), x.mul(2), x.gt(0), or x.item() for its number. " +
        'In a model file (.tl.ts) operators work, except x++ as a value and on what is declared to be no tensor.',
    );
  }

  // ---- autograd ------------------------------------------------------------------------------

  /** True when operations on this tensor are recorded. */
  get requires_grad(): boolean {
    return requiresGrad(this);
  }

  set requires_grad(value: boolean) {
    setRequiresGrad(this, value);
  }

  /** @throws RuntimeError for a tensor that is no leaf, or not of a floating dtype */
  requires_grad_(requires_grad = true): this {
    if (requires_grad && !this.dtype.isContinuous)
      throw wrongDtype('floating', 'only Tensors of floating point dtype can require gradients');
    setRequiresGrad(this, requires_grad);
    return this;
  }

  /** True when no recorded operation made this tensor. */
  get is_leaf(): boolean {
    return isLeaf(this);
  }

  /** The backward function of the operation that made this tensor, or null. */
  get grad_fn(): GradFn | null {
    return gradFnOf(this);
  }

  /** The gradient that `backward()` brought to this leaf (or to a tensor with `retain_grad`). */
  get grad(): Tensor | null {
    return gradOf(this);
  }

  set grad(value: Tensor | null) {
    if (value != null) {
      if (!(value instanceof Tensor)) throw new TypeError_('assigned grad expected to be a Tensor or None');
      if (value.dtype !== this.dtype) throw wrongGradDtype(value.dtype, this.dtype);
      if (!sameSizes(value.sizes, this.sizes)) throw wrongShape('assigned grad has data of a different size');
    }
    stateOf(this).grad = value ?? null;
  }

  /** How often this tensor was changed in place. */
  get _version(): number {
    return this.version.current;
  }

  /** True when this tensor is a view of another tensor for autograd. */
  _is_view(): boolean {
    return this.autograd?.view != null;
  }

  /** The tensor of which this one is a view. */
  get _base(): Tensor | null {
    return this.autograd?.view?.base ?? null;
  }

  /** The same elements without history, and without the check for in-place changes. */
  get data(): Tensor {
    const data = new Tensor(this.storage, this.sizes, this.strides, this.offset, this.dtype);
    data.conjugated = this.conjugated;
    return data;
  }

  set data(value: Tensor) {
    if (!(value instanceof Tensor)) throw new TypeError_('Variable data has to be a tensor');
    willWrite(this.storage);
    this.adopt(value);
  }

  /** Detaches this tensor from its history, in place. */
  detach_(): this {
    const state = stateOf(this);
    if (state.view) {
      throw new RuntimeError(
        "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.",
      );
    }
    state.gradFn = null;
    state.requiresGrad = false;
    return this;
  }

  /**
   * Computes the gradients of the leaves from which this tensor was computed.
   * @param gradient needed unless this tensor is a scalar
   * @throws RuntimeError without history, or a second time without `retain_graph`
   */
  backward(gradient?: Tensor | BackwardOptions | null, options: BackwardOptions = {}): void {
    const isTensor = gradient instanceof Tensor;
    const all = { ...(isTensor ? {} : gradient), ...options };
    backward(this, [isTensor ? gradient : (all.gradient ?? null)], all);
  }

  /** Calls `hook` with every gradient of this tensor; a tensor that `hook` returns replaces the gradient. */
  register_hook(hook: Hook): { remove(): void } {
    const edge = gradEdge(this);
    if (!edge) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    const entry = { index: edge.index, hook };
    edge.fn.hooks = [...edge.fn.hooks, entry];
    return { remove: () => void (edge.fn.hooks = edge.fn.hooks.filter((other) => other !== entry)) };
  }

  /** Keeps the gradient of a tensor that is no leaf in its `.grad`. */
  retain_grad(): void {
    if (!requiresGrad(this)) throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    const fn = gradFnOf(this);
    if (!fn) return;
    stateOf(this).retainsGrad = true;
    (fn.retained ??= new Map()).set(this.autograd!.outputIndex, this);
  }

  get retains_grad(): boolean {
    return this.autograd?.retainsGrad ?? false;
  }

  /** Row `i`, then an index into that row, and so on: `x[i]` in Python. @throws IndexError out of range */
  at(...indices: number[]): Tensor {
    if (indices.length > this.sizes.length)
      throw wrongPosition(`too many indices for tensor of dimension ${this.sizes.length}`, IndexError);
    return indices.reduce<Tensor>((t, i) => t.select(0, i), this);
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface Tensor extends TensorMethods<Tensor>, LayoutMembers, FurtherMembers<Tensor, IndexSpec> {
  /** The text that PyTorch prints. */
  toString(): string;
  /** The real parts of complex numbers, in the same memory; a real tensor itself. */
  real: Tensor;
  /** The imaginary parts of complex numbers, in the same memory. @throws TypeError for other dtypes */
  imag: Tensor;
  /** A row, or an element: Python's `x[0]`, `x[-1]`. @throws IndexError out of range */
  [index: number]: Tensor;
  /** A slice, written as a string: Python's `x[1:3]`. */
  [slice: `${string}:${string}`]: Tensor;
  /** All dims: Python's `x[...]`. Any other index (masks, lists, `0, '1:3'`) has this type too. */
  '...': Tensor;
  /** Python's `x[...]`: integers, slices as text (`'1:3'`), `null`, `'...'`, booleans, lists, tensors. @throws IndexError */
  index(...specs: IndexSpec[]): Tensor;
  /** Python's `x[...] = value`. @throws IndexError, RuntimeError when the value does not fit */
  index_put_(specs: readonly IndexSpec[], value: Tensor | number | boolean, accumulate?: boolean | { accumulate?: boolean }): Tensor;
}
