import type { TypedArray } from '../../engine/dtype.js';
import { repr } from '../../engine/repr/repr.js';
import { packCells } from '../../protocol/cells.js';
import type { Histogram, Scalar, Summary, TensorData, Thumbnail } from '../../protocol/trace.js';
import { isPictures, mosaic } from './mosaic.js';
import type { Snapshot } from '../recording/snapshot.js';

const BINS = 24;
const THUMBNAIL = 16;
/** Tensors with at most so many elements keep PyTorch's text beside the numbers. */
const TEXT_ELEMENTS = 100;

/** The number of elements that the histogram and the thumbnail of a large tensor are made from. */
const SAMPLE = 2 ** 18;

/** The summary of a value. It is made once, because a snapshot does not change. */
export const summaryOf = (snapshot: Snapshot, maxValues: number): Summary => (snapshot.summary ??= summarise(snapshot, maxValues));

function summarise(snapshot: Snapshot, maxValues: number): Summary {
  const { numel } = snapshot;
  return numel > SAMPLE && snapshot.strides.includes(0) ? expanded(snapshot) : whole(snapshot, maxValues);
}

/** The summary of an expanded tensor. It may have more elements than there is memory for, so each stored element is read once. */
function expanded(snapshot: Snapshot): Summary {
  const data = snapshot.elementsOnce();
  const { numel } = snapshot;
  const times = numel / data.length;
  const { min, max, nan, inf, finite, mean, variance, norm } = scan(data);
  const bins = finite > 0 ? histogram(data, 1, min, max) : null;
  return {
    min: finite > 0 ? min : null,
    max: finite > 0 ? max : null,
    mean: finite > 0 ? mean : null,
    // The unbiased deviation, over all repeated elements.
    std: finite > 0 ? Math.sqrt((variance(finite) * finite * times) / (finite * times - 1)) : null,
    norm: finite > 0 ? norm * Math.sqrt(times) : null,
    nan: nan * times,
    inf: inf * times,
    numel,
    histogram: bins && { ...bins, counts: bins.counts.map((count) => count * times) },
    thumbnail: numel > 0 ? sampled(snapshot, data) : null,
  };
}

/** A thumbnail of single elements, one from the middle of each block. */
function sampled({ sizes, strides }: Snapshot, data: TypedArray): Thumbnail {
  const width = sizes.at(-1) ?? 1;
  const height = sizes.slice(0, -1).reduce((product, size) => product * size, 1);
  const rows = Math.min(height, THUMBNAIL);
  const cols = Math.min(width, THUMBNAIL);
  const middle = (i: number, cells: number, length: number) => Math.min(length - 1, Math.floor(((i + 0.5) * length) / cells));
  const at = (x: number, y: number): number => {
    let [index, stride, rest] = [0, 1, y];
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      const size = sizes[dim]!;
      const i = dim === sizes.length - 1 ? x : rest % size;
      if (dim < sizes.length - 1) rest = Math.floor(rest / size);
      if (strides[dim] === 0) continue;
      index += i * stride;
      stride *= size;
    }
    return index;
  };
  const cells = Array.from(
    { length: rows * cols },
    (_, cell) => data[at(middle(cell % cols, cols, width), middle(Math.floor(cell / cols), rows, height))]!,
  );
  return { rows, cols, data: packCells(cells) };
}

function whole(snapshot: Snapshot, maxValues: number): Summary {
  const data = snapshot.elements();
  const numel = data.length;
  const { min, max, nan, inf, finite, mean, variance, norm } = scan(data);
  // An odd step reaches all columns of the usual widths.
  const step = numel <= SAMPLE ? 1 : Math.ceil(numel / SAMPLE) | 1;
  const summary: Summary = {
    min: finite > 0 ? min : null,
    max: finite > 0 ? max : null,
    mean: finite > 0 ? mean : null,
    std: finite > 1 ? Math.sqrt(variance(finite - 1)) : null,
    norm: finite > 0 ? norm : null,
    nan,
    inf,
    numel,
    histogram: finite > 1 ? histogram(data, step, min, max) : null,
    thumbnail: numel === 0 ? null : isPictures(snapshot.sizes) ? mosaic(data, snapshot.sizes) : thumbnail(data, step, snapshot.sizes),
  };
  if (numel <= maxValues) summary.data = scalars(data);
  if (numel <= TEXT_ELEMENTS) summary.text = repr(snapshot.tensor());
  return summary;
}

/** A whole tensor, as the panel and the editor request it. */
export const wholeTensor = (snapshot: Snapshot): TensorData => ({
  shape: [...snapshot.sizes],
  dtype: snapshot.dtype.name,
  data: scalars(snapshot.elements()),
  text: repr(snapshot.tensor()),
});

/** Numbers as JSON can write them. */
export function scalars(data: ArrayLike<number>): Scalar[] {
  const list = new Array<Scalar>(data.length);
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    list[i] = x - x === 0 ? x : x !== x ? 'nan' : x > 0 ? 'inf' : '-inf';
  }
  return list;
}

/** Reads each element once. Deviations are taken from the first element, so that no digits are lost where all elements are similar. */
function scan(data: TypedArray) {
  let min = Infinity;
  let max = -Infinity;
  let nan = 0;
  let inf = 0;
  let first = NaN;
  let deviation = 0;
  let squaredDeviation = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x !== 0) {
      if (x !== x) nan++;
      else inf++;
      continue;
    }
    if (first !== first) first = x;
    const d = x - first;
    deviation += d;
    squaredDeviation += d * d;
    squares += x * x;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const finite = data.length - nan - inf;
  const variance = (count: number) => Math.max(0, squaredDeviation - (deviation * deviation) / finite) / count;
  return { min, max, nan, inf, finite, mean: first + deviation / finite, variance, norm: Math.sqrt(squares) };
}

function histogram(data: TypedArray, step: number, min: number, max: number): Histogram {
  const counts = new Uint32Array(BINS);
  const scale = max > min ? BINS / (max - min) : 0;
  for (let i = 0; i < data.length; i += step) {
    const x = data[i]!;
    if (x - x !== 0) continue;
    const bin = ((x - min) * scale) | 0;
    counts[bin < BINS ? bin : BINS - 1]!++;
  }
  return { min, max, counts: Array.from(counts) };
}

/** A thumbnail. Leading dims become rows. When there are more rows or columns than fit, blocks become means. */
function thumbnail(data: TypedArray, step: number, sizes: readonly number[]): Thumbnail {
  const width = sizes.at(-1) ?? 1;
  const height = data.length / width;
  const rows = Math.min(height, THUMBNAIL);
  const cols = Math.min(width, THUMBNAIL);
  if (rows === height && cols === width) return { rows, cols, data: packCells(data) };
  const sums = new Float64Array(rows * cols);
  const counts = new Uint32Array(rows * cols);
  const cellOf = new Uint32Array(width);
  for (let x = 0; x < width; x++) cellOf[x] = Math.floor((x * cols) / width);
  let i = 0;
  for (let y = 0, start = 0; y < height; y++, start += width) {
    const row = Math.floor((y * rows) / height) * cols;
    for (; i < start + width; i += step) {
      const value = data[i]!;
      if (value - value !== 0) continue;
      const cell = row + cellOf[i - start]!;
      sums[cell]! += value;
      counts[cell]!++;
    }
  }
  return { rows, cols, data: packCells(sums.map((sum, i) => (counts[i] ? sum / counts[i] : NaN))) };
}
