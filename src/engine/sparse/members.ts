import type { Layout } from './layout.js';

/** The members of every tensor that tell how its elements are stored. */
export interface LayoutMembers {
  /** True when only some elements are stored, each with its index (layout `torch.sparse_coo`). */
  readonly is_sparse: boolean;
  /** True when only some elements of a matrix are stored, row by row (layout `torch.sparse_csr`). */
  readonly is_sparse_csr: boolean;
  /** How the elements are stored: `torch.strided`, `torch.sparse_coo`, `torch.sparse_csr`, `torch.sparse_csc`. */
  readonly layout: Layout;
  /** The number of dims that the indices of stored elements have: 0 for a tensor that is not sparse. */
  sparse_dim(): number;
  /** The number of dims that each stored element has itself: all dims of a tensor that is not sparse. */
  dense_dim(): number;
  /**
   * True when each index occurs once and they are in order. @throws RuntimeError for a tensor whose layout is not
   * `torch.sparse_coo`
   */
  is_coalesced(): boolean;
  /**
   * Changes the size of a sparse tensor in place, with so many dims of places and of elements. @throws RuntimeError where
   * elements could not keep their places
   */
  sparse_resize_(size: readonly number[], sparse_dim: number, dense_dim: number): this;
  /** The same, and no element is kept. */
  sparse_resize_and_clear_(size: readonly number[], sparse_dim: number, dense_dim: number): this;
  /** The number of stored elements. @throws NotImplementedError for a tensor that is not sparse */
  _nnz(): number;
  /**
   * Changes the sizes over the same memory, or over more memory: the old elements stay, and the new ones are 0.
   * @throws RuntimeError for a tensor that requires grad
   */
  resize_(...size: number[] | [readonly number[]]): this;
  /** Like `resize_`, to the sizes of another tensor. */
  resize_as_(the_template: { readonly sizes: readonly number[] }): this;
  /** True when the elements are the conjugates of the numbers in memory, as those of the result of `conj`. */
  is_conj(): boolean;
  /** True when the elements are the negatives of the numbers in memory: never true here. */
  is_neg(): boolean;
}
