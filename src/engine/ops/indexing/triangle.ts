import { kernels } from '../../backends/dispatch.js';
import { wrongShape } from '../../errors/shapes.js';
import { bool } from '../../dtype.js';
import { wrapDim } from '../../shape.js';
import * as kind from '../kind.js';
import { Tensor } from '../../tensor/tensor.js';
import { type Op, op } from '../op.js';
import { lacking } from '../lacks.js';

/** Operations on triangles and diagonals of matrices. */

export const triangles: Op[] = (['tril', 'triu'] as const).map((name) =>
  op({
    signature: `${name}(Tensor input, int diagonal=0, *, Tensor? out=None)`,
    lacks: lacking(name, 'UInt16'),
    kind: kind.placement({ holds: 'input' }),
    doc: `The ${name === 'tril' ? 'lower' : 'upper'} triangle of matrices; zeros elsewhere.`,
    formula: `out[i, j] = input[i, j] where j − i ${name === 'tril' ? '≤' : '≥'} diagonal`,
    gradient: `input: ${name}(g)`,
    variants: ['function', 'method', 'inplace'],
    forward(input, diagonal) {
      if (input.sizes.length < 2) throw wrongShape(`${name}: input tensor must have at least 2 dimensions`);
      const [n, m] = input.sizes.slice(-2) as [number, number];
      const kept = new Uint8Array(n * m);
      for (let i = 0, k = 0; i < n; i++)
        for (let j = 0; j < m; j++, k++) kept[k] = Number(name === 'tril' ? j - i <= diagonal : j - i >= diagonal);
      const out = Tensor.empty(input.sizes, input.dtype, input.device);
      kernels.map('where', [Tensor.of(kept, [n, m], bool, input.device), input, input.new_zeros([])], out, input.dtype);
      return out;
    },
    backward: { input: (g, s) => g[name](s.diagonal) },
  }),
);

export const diagonals: Op[] = [
  op({
    signature: 'diag(Tensor input, int diagonal=0, *, Tensor? out=None)',
    kind: kind.view(),
    doc: 'A matrix with a vector on its diagonal; or the diagonal of a matrix.',
    formula: 'out = diag(input)',
    compose(input, diagonal) {
      if (input.sizes.length === 1) return input.diag_embed(diagonal);
      if (input.sizes.length === 2) return input.diagonal_copy(diagonal);
      throw wrongShape(`diag(): Supports 1D or 2D tensors. Got ${input.sizes.length}D`);
    },
  }),
  op({
    signature: 'diag_embed(Tensor input, int offset=0, int dim1=-2, int dim2=-1)',
    kind: kind.placement({ holds: 'input' }),
    doc: 'Matrices with the last dim on their diagonals.',
    formula: 'out[…, i, i + offset] = input[…, i]',
    gradient: 'input: the diagonal of g',
    backward: { input: (g, s) => g.diagonal(s.offset, s.dim1, s.dim2) },
    forward(input, offset, dim1, dim2) {
      const rank = input.sizes.length + 1;
      const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
      const n = input.sizes.at(-1)! + Math.abs(offset);
      const sizes = input.sizes.slice(0, -1);
      for (const d of [a, b].sort((x, y) => x - y)) sizes.splice(d, 0, n);
      return input.diagonal_backward(sizes, offset, a, b);
    },
  }),
  op({
    signature: 'trace(Tensor input)',
    lacks: lacking('trace', 'Bool', 'UInt16'),
    autocast: 'float32',
    kind: kind.reduction('sum'),
    doc: 'The sum of the diagonal of a matrix.',
    formula: 'out = Σ input[i, i]',
    gradient: 'input: g on the diagonal',
    backward: {
      input(g, s) {
        const [rows, columns] = s.sizesOf('input') as [number, number];
        return g.expand([Math.min(rows, columns)]).diagonal_backward([rows, columns], 0, 0, 1);
      },
    },
    forward(input) {
      if (input.sizes.length !== 2) throw wrongShape(`trace: expected a matrix, but got tensor with dim ${input.sizes.length}`);
      return input.diagonal().sum();
    },
  }),
];
