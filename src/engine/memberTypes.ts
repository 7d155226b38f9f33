/** The types of tensor members that are no operations: the members of `furtherMembers.ts`. */
import type { Device } from './device.js';
import type { DType } from './dtype.js';

export type Numbers = Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | BigInt64Array;

/** A typed array with the shape and the dtype of the tensor that it came from. */
export type NumberArray = Numbers & { readonly shape?: readonly number[]; readonly dtype?: DType };

/** `Spec` is the type of a subscript. */
export interface FurtherMembers<Tensor, Spec> {
  /** The place of the first element in memory. */
  data_ptr(): number;
  /** Whether the elements are on the CPU. */
  readonly is_cpu: boolean;
  /** Whether the tensor has no elements in memory; there is none such here. */
  readonly is_meta: boolean;
  /** Bytes of one element. */
  readonly itemsize: number;
  /** Bytes of all elements. */
  readonly nbytes: number;
  /** Always null, as in PyTorch. */
  readonly name: null;
  /** The numbers, copied to a typed array with `shape` and `dtype`. @throws RuntimeError when the tensor requires grad */
  numpy(): NumberArray;
  /** Whether the single element is not zero. @throws RuntimeError when the tensor has more or fewer elements */
  is_nonzero(): boolean;
  /** Whether `other` has the same sizes. */
  is_same_size(other: Tensor): boolean;
  is_inference(): boolean;
  /** @throws RuntimeError always: without a graphics card of NVIDIA there is no pinned memory */
  pin_memory(): never;
  /** The tensor on a graphics card with CUDA, as `torch.Tensor.cuda`. @throws RuntimeError because there is none here */
  cuda(device?: Device | string): Tensor;
  /** Whether the memory is pinned: never here. */
  is_pinned(): boolean;
  /** A copy in which the elements that `specs` select are `value`. @throws as `index_put_` */
  index_put(specs: readonly Spec[], value: Tensor | number | boolean, accumulate?: boolean | { accumulate?: boolean }): Tensor;
  /** Replaces every element by a function of it, in place. @throws RuntimeError for a tensor that is recorded */
  apply_(callable: (value: number) => number): Tensor;
  /** Replaces every element by a function of it and of the other tensor's element, in place. */
  map_(tensor: Tensor, callable: (a: number, b: number) => number): Tensor;
  /** Calls `hook` with the leaf after its gradient was accumulated. @throws RuntimeError for a tensor that is no leaf */
  register_post_accumulate_grad_hook(hook: (param: Tensor) => void): { remove(): void };
}
