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

  /** `csr` of `torch.sparse_csr`. @internal */
  get shortName(): string {
    return this.name.replace('sparse_', '');
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
/** Some blocks of a matrix, row by row. */
export const sparse_bsr = new Layout('sparse_bsr', 'SparseBsr');
/** Some blocks of a matrix, column by column. */
export const sparse_bsc = new Layout('sparse_bsc', 'SparseBsc');

/** True for a layout that stores some of the elements. */
export const isSparseLayout = (layout: unknown): layout is Layout => layout instanceof Layout && layout !== strided;

const compressed = { sparse_csr, sparse_csc, sparse_bsr, sparse_bsc };
/** The name of a layout whose rows or columns are compressed. */
export type LayoutName = keyof typeof compressed;
export const layoutNamed = (name: LayoutName): Layout => compressed[name];
/** True when the stored elements are blocks. */
export const isBlocked = (layout: Layout): boolean => layout === sparse_bsr || layout === sparse_bsc;
/** True when the elements are stored column by column. */
export const byColumn = (layout: Layout): boolean => layout === sparse_csc || layout === sparse_bsc;
/** True when the rows or columns are compressed. */
export const isCompressed = (layout: Layout): boolean => Object.values(compressed).includes(layout);
/** PyTorch's name of what runs its operations on tensors of a layout. */
export const backendNamed = (layout: Layout): string => (isCompressed(layout) ? 'SparseCsrCPU' : 'SparseCPU');
/** The layout of the transposed matrix. */
export const transposedLayout = (layout: Layout): Layout =>
  layout === sparse_csr ? sparse_csc : layout === sparse_csc ? sparse_csr : layout === sparse_bsr ? sparse_bsc : sparse_bsr;
