import type { Layout } from './layout.js';

/** What every tensor says of how its elements are kept. */
export interface LayoutMembers {
  /** Whether only some elements are kept, each with its place (layout `torch.sparse_coo`). */
  readonly is_sparse: boolean;
  /** Whether only some elements of a matrix are kept, row by row (layout `torch.sparse_csr`). */
  readonly is_sparse_csr: boolean;
  /** How the elements are kept: `torch.strided`, `torch.sparse_coo`, `torch.sparse_csr`, `torch.sparse_csc`. */
  readonly layout: Layout;
  /** How many dims are written as places of elements: 0 for a tensor that is not sparse. */
  sparse_dim(): number;
  /** How many dims each kept element has itself: all of a tensor that is not sparse. */
  dense_dim(): number;
  /** Whether each place is there once, in order. @throws RuntimeError for a tensor whose layout is not `torch.sparse_coo` */
  is_coalesced(): boolean;
  /** How many elements are kept. @throws NotImplementedError for a tensor that is not sparse */
  _nnz(): number;
  /**
   * Takes other sizes over the same memory, or over more of it: what was there stays, and what is new is 0.
   * @throws RuntimeError for a tensor that requires grad
   */
  resize_(...size: number[] | [readonly number[]]): this;
  /** As `resize_`, to the sizes of another tensor. */
  resize_as_(the_template: { readonly sizes: readonly number[] }): this;
  /** Whether its elements are the conjugates of what its memory holds, as what `conj` returns. */
  is_conj(): boolean;
  /** Whether its elements are the negatives of what its memory holds: never, here. */
  is_neg(): boolean;
}
