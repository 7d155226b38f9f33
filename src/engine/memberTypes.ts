/** What tensors have beside their operations, as types: the members of `furtherMembers.ts`. */
import type { DType } from './dtype.js';

export type Numbers = Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | BigInt64Array;

/** A typed array with the shape and the dtype of the tensor that it came from. */
export type NumberArray = Numbers & { readonly shape?: readonly number[]; readonly dtype?: DType };

/** `Spec` is what can stand among subscripts. */
export interface FurtherMembers<Tensor, Spec> {
  /** Whether the elements are on the CPU. */
  readonly is_cpu: boolean;
  /** Bytes of one element. */
  readonly itemsize: number;
  /** Bytes of all elements. */
  readonly nbytes: number;
  /** As PyTorch has it: no name. */
  readonly name: null;
  /** The numbers as a typed array with `shape` and `dtype`, copied. @throws RuntimeError where it requires grad */
  numpy(): NumberArray;
  /** Whether the one element is not zero. @throws RuntimeError when there is not just one */
  is_nonzero(): boolean;
  /** Whether `other` has the same sizes. */
  is_same_size(other: Tensor): boolean;
  is_inference(): boolean;
  /** A copy in which what `specs` name is `value`. @throws as `index_put_` */
  index_put(specs: readonly Spec[], value: Tensor | number | boolean, accumulate?: boolean): Tensor;
  /** Every element by a function of numbers, in place. @throws RuntimeError for one that is recorded */
  apply_(callable: (value: number) => number): Tensor;
  /** Every element by a function of it and that of another tensor, in place. */
  map_(tensor: Tensor, callable: (a: number, b: number) => number): Tensor;
  /** Calls `hook` with the leaf after its gradient was added up. @throws RuntimeError for one that is no leaf */
  register_post_accumulate_grad_hook(hook: (param: Tensor) => void): { remove(): void };
}
