/** How a tensor stores its elements, as `torch.layout`. */
export class Layout {
  /** @internal */
  constructor(
    private readonly name: string,
    /** The name of the layout in messages. @internal */
    readonly shown: string,
  ) {}

  toString(): string {
    return `torch.${this.name}`;
  }
}

/** All elements, placed by strides. */
export const strided = new Layout('strided', 'Strided');
/** Some elements, each with its index. */
export const sparse_coo = new Layout('sparse_coo', 'Sparse');
/** Some elements of a matrix, row by row. */
export const sparse_csr = new Layout('sparse_csr', 'SparseCsr');
/** Some elements of a matrix, column by column. */
export const sparse_csc = new Layout('sparse_csc', 'SparseCsc');
