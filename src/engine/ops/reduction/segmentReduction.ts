import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { int64 } from '../../dtype.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { named } from '../refusing.js';

/** How `torch.segment_reduce` reduces stretches of rows. */

const reductions: Readonly<Record<string, { how: string; start: number }>> = {
  sum: { how: 'sum', start: 0 },
  mean: { how: 'sum', start: 0 },
  prod: { how: 'prod', start: 1 },
  max: { how: 'amax', start: -Infinity },
  amax: { how: 'amax', start: -Infinity },
  min: { how: 'amin', start: Infinity },
  amin: { how: 'amin', start: Infinity },
};

/** The lengths of all segments, those of each line after those of the line before. */
function lengthsOf(lengths: Tensor | null, offsets: Tensor | null): { counts: number[]; sizes: readonly number[] } {
  if (lengths) return { counts: [...read(lengths)], sizes: lengths.sizes };
  if (!offsets) throw new RuntimeError('segment_reduce(): Either lengths or offsets must be defined.');
  if (offsets.sizes.length === 0) throw new RuntimeError('segment_reduce(): offsets must have at least one dimension');
  const each = offsets.sizes.at(-1)!;
  const ends = read(offsets);
  const counts = [...ends.keys()].filter((i) => i % each < each - 1).map((i) => ends[i + 1] - ends[i]);
  return { counts, sizes: [...offsets.sizes.slice(0, -1), each - 1] };
}

interface Segments {
  reduce: string;
  lengths: Tensor | null;
  offsets: Tensor | null;
  unsafe: boolean;
  initial: number | boolean | null;
}

export function segmentsOf(data: Tensor, { reduce, lengths, offsets, unsafe, initial }: Segments): Tensor {
  const { how, start } =
    reductions[reduce] ??
    (() => {
      throw new RuntimeError(`reduce argument must be either sum, prod, mean, amax or amin, got ${reduce}`);
    })();
  const { counts, sizes } = lengthsOf(lengths, offsets);
  const axis = sizes.length - 1;
  const rows = data.sizes[axis];
  const [lines, segments] = [numel(sizes.slice(0, -1)), sizes.at(-1)!];
  const into: number[] = [];
  const from: number[] = [];
  for (let line = 0; line < lines; line++) {
    let row = 0;
    for (let s = 0; s < segments; s++) {
      // Without a check, PyTorch reads what lies behind the data.
      if (counts[line * segments + s] > rows - row)
        throw new RuntimeError(`segment_reduce(): a segment ends behind the ${rows} rows of the data`);
      for (let i = 0; i < counts[line * segments + s]; i++) {
        into.push(line * segments + s);
        from.push(line * rows + row++);
      }
    }
    if (!unsafe && row !== rows)
      throw new RuntimeError(
        'segment_reduce(): Expected all rows of lengths along axis to sum to data.size(lengths.dim()-1) when !unsafe.',
      );
  }
  const rest = data.sizes.slice(axis + 1);
  const ints = (values: readonly number[]) => Tensor.of(values, [values.length], int64, data.device);
  const chosen = data.reshape([lines * rows, ...rest]).index_select(0, ints(from));
  const places = ints(into)
    .reshape([-1, ...rest.map(() => 1)])
    .expand([into.length, ...rest]);
  const begun = data.new_full([counts.length, ...rest], initial === null ? start : Number(initial));
  const reduced = begun.scatter_reduce(0, places, chosen, how);
  const divisor = data.new_tensor(counts).reshape([-1, ...rest.map(() => 1)]);
  const out = reduce === 'mean' ? reduced.div(divisor) : reduced;
  return named(out.reshape([...sizes, ...rest]), 'SegmentReduceBackward0');
}
