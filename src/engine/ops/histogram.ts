import { cName } from '../errors/dtypes.js';
import { wrongShape } from '../errors/shapes.js';
import { TypeError_ } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { lateCode } from './later.js';
import { op, type Op } from './op.js';

/** `torch.histogram` and `torch.histogramdd`: how many points lie in each of the bins of a line, or of a grid. */

export const histograms: Op[] = [
  op({
    signature:
      'histogram(Tensor input, int|Tensor bins, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor[]? out=None) -> (Tensor hist, Tensor bin_edges)',
    kind: kind.counting({ cuts: true }),
    wrongOut: (result, out, name) =>
      `torch.histogram: input tensor and ${name} tensor should have the same dtype, but got input ${cName(result)} and ${name} ${cName(out)}${name === 'bin_edges' ? ' for dimension 0' : ''}`,
    doc: 'How many elements lie in each bin (or the sum of their weights), and the edges of the bins.',
    formula: 'hist[k] = number of elements in bin k',
    compose(input, bins, range, weight, density) {
      const wanted = { name: 'histogram', range, weight: weight?.reshape([-1]) ?? null, density };
      const { hist, edges } = lateCode().counted(input.reshape([-1, 1]), [bins], wanted);
      return [hist, edges[0]];
    },
  }),
  op({
    signature: 'histogramdd(Tensor input, any bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> any',
    kind: kind.counting({ cuts: true }),
    doc: 'How many points (the last dim has their coordinates) lie in each cell of a grid, and the edges of the grid.',
    formula: 'hist[i, j, …] = number of points in cell (i, j, …)',
    compose(input, bins, range, weight, density) {
      const dims = input.sizes.at(-1) ?? 0;
      const each = Array.isArray(bins) ? (bins as (number | Tensor)[]) : Array.from({ length: dims }, () => bins as number | Tensor);
      if (!each.every((one) => one instanceof Tensor || Number.isInteger(one)))
        throw new TypeError_('histogramdd(): bins are a number, a list of numbers, or a list of tensors with the edges');
      if (each.length !== dims) throw wrongShape('histogramdd: The size of bins must be equal to the innermost dimension of the input.');
      const { hist, edges } = lateCode().counted(input, each, { name: 'histogramdd', range, weight, density });
      return lateCode().grid(hist, edges);
    },
  }),
];
