import { read } from '../backends/allocation.js';
import { float32, float64 } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { ensureRoom } from '../memory.js';
import { numel, sameSizes, showSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { withoutKernelFor } from './lacks.js';
import { fn } from './registry.js';

/** How `torch.histogram` and `torch.histogramdd` count. */

interface Wanted {
  name: string;
  range: readonly number[] | null;
  weight: Tensor | null;
  density: boolean;
}

const linspace = fn('linspace') as (start: number, end: number, steps: number, options: object) => Tensor;

const rangeOf = (column: readonly number[]): [low: number, high: number] =>
  column.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);

/** The edges of one dim: those given, or so many bins of one width over the range of the data. */
function edgesOf(bins: number | Tensor, column: readonly number[], like: Tensor, d: number, { name, range }: Wanted): Tensor {
  if (bins instanceof Tensor) {
    if (bins.sizes.length !== 1)
      throw wrongShape(
        `torch.histogramdd: bins tensor should have one dimension, but got ${bins.sizes.length} dimensions in the bins tensor for dimension ${d}`,
      );
    if (bins.sizes[0] === 0) throw new RuntimeError(`torch.histogramdd: bins tensor for dimension ${d} should have at least one edge`);
    if (bins.dtype !== like.dtype)
      throw new RuntimeError(
        `torch.histogramdd: input tensor and bins tensors should have the same dtype, but got input with dtype ${like.dtype.scalarName} and bins for dimension ${d} with dtype ${bins.dtype.scalarName}`,
      );
    return bins.detach();
  }
  if (bins <= 0) throw new RuntimeError(`torch.${name}(): bins must be > 0, but got ${bins} for dimension ${d}`);
  let [low, high] = range ? range.slice(2 * d, 2 * d + 2) : column.length === 0 ? [0, 1] : rangeOf(column);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const shown = (v: number) => (Number.isNaN(v) ? 'nan' : String(v).replace('Infinity', 'inf'));
    throw new RuntimeError(`torch.histogramdd: dimension ${d}'s range [${shown(low)}, ${shown(high)}] is not finite`);
  }
  if (low > high) throw new RuntimeError(`torch.histogramdd: min should not exceed max, but got min ${low} max ${high} for dimension ${d}`);
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return linspace(low, high, bins + 1, { dtype: like.dtype });
}

/** The bin of a number; −1 outside of all. The last bin has its right edge too. */
function binOf(edges: ArrayLike<number>, v: number): number {
  const last = edges.length - 1;
  if (!(v >= edges[0] && v <= edges[last])) return -1;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= v) low = middle;
    else high = middle;
  }
  return low;
}

/** Counts points, (…, dims), in a grid. */
export function counted(points: Tensor, bins: readonly (number | Tensor)[], wanted: Wanted): { hist: Tensor; edges: Tensor[] } {
  const { weight, density } = wanted;
  if (points.dtype !== float32 && points.dtype !== float64) throw withoutKernelFor('histogramdd', points.dtype);
  if (points.sizes.length < 2) throw new RuntimeError('torch.histogramdd: input tensor should have at least 2 dimensions');
  const dims = points.sizes.at(-1)!;
  const before = points.sizes.slice(0, -1);
  if (weight && !sameSizes(weight.sizes, before))
    throw wrongShape(
      `torch.histogramdd: if weight tensor is provided it should have the same shape as the input tensor excluding its innermost dimension, but got input with shape ${showSizes(points.sizes)} and weight with shape ${showSizes(weight.sizes)}`,
    );
  if (wanted.range && wanted.range.length !== 2 * dims)
    throw new RuntimeError(
      `torch.histogramdd: for a ${dims}-dimensional histogram range should have ${2 * dims} elements, but got ${wanted.range.length}`,
    );
  const count = numel(before);
  const data = read(points);
  const columns = Array.from({ length: dims }, (_, d) => Array.from({ length: count }, (_, i) => data[i * dims + d]));
  const edges = columns.map((column, d) => edgesOf(bins[d], column, points, d, wanted));
  const grids = edges.map((each) => read(each));
  const sizes = edges.map((each) => each.sizes[0] - 1);
  ensureRoom(8 * numel(sizes));
  const totals = new Float64Array(numel(sizes));
  const weights = weight ? read(weight) : null;
  for (let i = 0; i < count; i++) {
    let at = 0;
    for (let d = 0; d < dims && at >= 0; d++) {
      const bin = binOf(grids[d], columns[d][i]);
      at = bin < 0 ? -1 : at * sizes[d] + bin;
    }
    if (at >= 0) totals[at] += weights ? weights[i] : 1;
  }
  let hist = Tensor.of(totals, sizes, points.dtype, points.device);
  if (density) {
    hist = hist.div(hist.sum());
    edges.forEach((each, d) => {
      hist = hist.div(each.diff().reshape(sizes.map((n, e) => (e === d ? n : 1))));
    });
  }
  return { hist, edges };
}

/** Several results with names, whose text is PyTorch's. */
export function grid(hist: Tensor, bin_edges: Tensor[]): unknown[] {
  const text = () =>
    `torch.return_types.histogramdd(\nhist=${String(hist)},\nbin_edges=(${bin_edges.map(String).join(', ')}${bin_edges.length === 1 ? ',' : ''}))`;
  return Object.defineProperties([hist, bin_edges], {
    hist: { value: hist },
    bin_edges: { value: bin_edges },
    toString: { value: text },
  });
}
