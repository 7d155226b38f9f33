import { RuntimeError } from '../../errors.js';
import { byColumn, isBlocked, isCompressed, Layout, layoutNamed, type LayoutName } from '../../sparse/layout.js';
import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';

/** Functions that make sparse tensors. */

const coo = op({
  signature:
    'sparse_coo_tensor(any indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None, bool? is_coalesced=None)',
  kind: kind.placement({ indices: ['indices'] }),
  doc: 'A sparse tensor (coordinate list): the elements `values` (count, dense dims …) at the places `indices` (sparse dims, count). Elements of one place add up.',
  formula: 'out[indices[:, i]] += values[i]',
  compose: (indices, values, size, dtype, requires_grad, _, is_coalesced) =>
    lateCode().atPlaces({ indices, values, size, dtype, requires_grad, is_coalesced }),
});

const cooEmpty = op({
  signature: 'sparse_coo_tensor.size(int[] size, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)',
  kind: kind.placement(),
  doc: 'A sparse tensor of which no element is kept.',
  formula: 'out = 0',
  compose: (size, dtype, requires_grad) => lateCode().withoutElements(size, dtype, requires_grad),
});

const compressedOf = (name: LayoutName, starts: string, places: string): Op => {
  const layout = layoutNamed(name);
  const isColumns = byColumn(layout);
  const elements = isBlocked(layout) ? 'blocks' : 'elements';
  return op({
    signature: `${`${name}_tensor` as 'sparse_csr_tensor'}(any ${starts as 'crow_indices'}, any ${places as 'col_indices'}, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`,
    kind: kind.placement({ indices: [starts as 'crow_indices', places as 'col_indices'] }),
    doc: `A sparse matrix whose ${isColumns ? 'columns' : 'rows'} are compressed: ${isColumns ? 'column' : 'row'} i has the ${elements} from ${starts}[i] to ${starts}[i + 1], at the ${isColumns ? 'rows' : 'columns'} that ${places} says${isBlocked(layout) ? `, counted in ${elements}` : ''}.`,
    formula: isColumns ? 'out[row_indices[j], i] = values[j]' : 'out[i, col_indices[j]] = values[j]',
    compose: (begins, others, values, size, dtype, requires_grad) =>
      lateCode().compressed({ starts: begins, places: others, values, size, layout, dtype, requires_grad }),
  });
};

const anyCompressed = op({
  signature:
    'sparse_compressed_tensor(any compressed_indices, any plain_indices, any values, int[]? size=None, *, dtype? dtype=None, any layout=None, bool requires_grad=False, bool? check_invariants=None)',
  kind: kind.placement({ indices: ['compressed_indices', 'plain_indices'] }),
  doc: 'A sparse matrix whose rows or columns are compressed, as `layout` says.',
  formula: 'out[i, plain_indices[j]] = values[j]',
  compose(starts, places, values, size, dtype, layout, requires_grad) {
    if (!(layout instanceof Layout) || !isCompressed(layout))
      throw new RuntimeError('sparse_compressed_tensor_unsafe expected layout to be one of sparse compressed layouts');
    return lateCode().compressed({ starts, places, values, size, layout, dtype, requires_grad });
  },
});

export const sparseCreation: Op[] = [
  coo,
  cooEmpty,
  compressedOf('sparse_csr', 'crow_indices', 'col_indices'),
  compressedOf('sparse_csc', 'ccol_indices', 'row_indices'),
  compressedOf('sparse_bsr', 'crow_indices', 'col_indices'),
  compressedOf('sparse_bsc', 'ccol_indices', 'row_indices'),
  anyCompressed,
];
