import type { TypedArray } from '../engine/dtype.js';
import { repr } from '../engine/repr/repr.js';
import type { Histogram, Scalar, Summary, TensorData, Thumbnail } from '../protocol/trace.js';
import type { Snapshot } from './snapshot.js';

const BINS = 24;
const THUMBNAIL = 16;
/** Elements up to which PyTorch's text is kept beside the numbers. */
const TEXT_ELEMENTS = 100;

/** What is kept of a value in every case. */
export function summarise(snapshot: Snapshot, maxValues: number): Summary {
  const data = snapshot.elements();
  const numel = data.length;
  const { min, max, sum, nan, inf, finite } = scan(data);
  const mean = finite > 0 ? sum / finite : null;
  let squares = 0;
  let deviations = 0;
  for (let i = 0; i < numel; i++) {
    const x = data[i]!;
    if (x - x !== 0) continue;
    squares += x * x;
    deviations += (x - mean!) * (x - mean!);
  }
  return {
    min: finite > 0 ? min : null,
    max: finite > 0 ? max : null,
    mean,
    std: finite > 1 ? Math.sqrt(deviations / (finite - 1)) : null,
    norm: finite > 0 ? Math.sqrt(squares) : null,
    nan,
    inf,
    numel,
    histogram: finite > 1 ? histogram(data, min, max) : null,
    thumbnail: numel > 0 ? thumbnail(data, snapshot.sizes) : null,
    ...(numel <= maxValues && { data: scalars(data) }),
    ...(numel <= TEXT_ELEMENTS && { text: repr(snapshot.tensor()) }),
  };
}

/** A whole tensor, for whoever asks for it. */
export const wholeTensor = (snapshot: Snapshot): TensorData => ({
  shape: [...snapshot.sizes],
  dtype: snapshot.dtype.name,
  data: scalars(snapshot.elements()),
  text: repr(snapshot.tensor()),
});

const scalars = (data: TypedArray): Scalar[] =>
  Array.from(data, (x): Scalar => (x - x === 0 ? x : Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf'));

function scan(data: TypedArray) {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let nan = 0;
  let inf = 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x !== 0) {
      if (x !== x) nan++;
      else inf++;
      continue;
    }
    sum += x;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return { min, max, sum, nan, inf, finite: data.length - nan - inf };
}

function histogram(data: TypedArray, min: number, max: number): Histogram {
  const counts = new Array<number>(BINS).fill(0);
  const scale = max > min ? BINS / (max - min) : 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x === 0) counts[Math.min(BINS - 1, Math.floor((x - min) * scale))]!++;
  }
  return { min, max, counts };
}

/** Leading dims are laid out as rows; more rows or columns than fit become means of blocks. */
function thumbnail(data: TypedArray, sizes: readonly number[]): Thumbnail {
  const width = sizes.at(-1) ?? 1;
  const height = data.length / width;
  const rows = Math.min(height, THUMBNAIL);
  const cols = Math.min(width, THUMBNAIL);
  const sums = new Float64Array(rows * cols);
  const counts = new Uint32Array(rows * cols);
  const column = Uint32Array.from({ length: width }, (_, x) => Math.floor((x * cols) / width));
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * cols;
    for (let x = 0; x < width; x++, i++) {
      const value = data[i]!;
      if (value - value !== 0) continue;
      sums[row + column[x]!]! += value;
      counts[row + column[x]!]!++;
    }
  }
  return { rows, cols, data: Array.from(sums, (sum, i) => (counts[i] ? sum / counts[i] : null)) };
}
