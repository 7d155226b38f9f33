import { bool, float32, float64, type DType, type TypedArray } from '../../../dtype.js';
import { NotImplementedError_, TypeError_ } from '../../../errors.js';
import { broadcastStrides, contiguousStrides, numel } from '../../../shape.js';
import { Storage } from '../../../storage.js';
import type { Kernels, View } from '../../backend.js';
import { bufferOf, dataOf } from '../buffer.js';
import * as numbers from '../numbers.js';
import { bothParts, partOf } from '../../parts.js';
import { pairsOf } from './pairs.js';
import { complexKernels, logAddExp, mul, type Pair } from './functions.js';

/** The error for a kernel that PyTorch lacks for complex numbers, too. */
const lacking = (kernel: string, dtype: DType) => new NotImplementedError_(`"${kernel}_cpu" not implemented for '${dtype.scalarName}'`);

/** The dtype in which the parts are computed. */
const wide = (dtype: DType): DType => (dtype.to_real() === float64 ? float64 : float32);

/** New memory for elements, row major. */
function room(sizes: readonly number[], dtype: DType, like: View): View {
  const buffer = bufferOf(new dtype.array(numel(sizes) * dtype.lanes));
  const storage = new Storage(like.storage.device, buffer, dtype, numel(sizes));
  return { storage, sizes, strides: contiguousStrides(sizes), offset: 0, dtype };
}

/** Stores conjugates: changes the sign of the stored imaginary parts. */
function negateImaginary(out: View): void {
  const part = partOf(out, 1);
  numbers.kernels.map('neg', [part], part, part.dtype);
}

const copy: Kernels['copy'] = (source, out) => {
  const [from, to] = [source.dtype.is_complex, out.dtype.is_complex];
  if (from && to) {
    numbers.kernels.copy(bothParts(source), bothParts(out));
    if (Boolean(source.conjugated) !== Boolean(out.conjugated)) negateImaginary(out);
  } else if (to) {
    numbers.kernels.copy(source, partOf(out, 0));
    numbers.kernels.fill(partOf(out, 1), 0);
  } else if (out.dtype === bool) map('logical_or', [source, source], out, source.dtype);
  else numbers.kernels.copy(partOf(source, 0), out);
};

const fill: Kernels['fill'] = (out, value) => {
  numbers.kernels.fill(partOf(out, 0), value);
  numbers.kernels.fill(partOf(out, 1), 0);
};

/** The elements as pairs in the order of `sizes`, and the step from one pair to the next: 0 for a single element. */
function operand(x: View, sizes: readonly number[], compute: DType): { data: TypedArray; step: 0 | 2 } {
  const isOne = numel(x.sizes) === 1;
  const stretched = isOne ? x : { ...x, sizes, strides: broadcastStrides(x.sizes, x.strides, sizes) };
  const step = isOne ? 0 : 2;
  if (x.dtype.is_complex) {
    const data = pairsOf(stretched);
    const isRounded = compute.is_complex && compute.digits < x.dtype.digits && compute.part!.array === Float32Array;
    return { data: isRounded ? Float32Array.from(data) : data, step };
  }
  const real = numbers.read(stretched);
  const data = new Float64Array(2 * real.length);
  real.forEach((v, i) => (data[2 * i] = v));
  return { data, step };
}

const none: Pair = [0, 0];

const map: Kernels['map'] = (kernel, inputs, out, compute, params = []) => {
  const f = complexKernels[kernel];
  if (!f) throw lacking(kernel, compute);
  const n = numel(out.sizes);
  const operands = inputs.map((x) => operand(x, out.sizes, compute));
  const at = (k: number, i: number): Pair => {
    if (k >= operands.length) return none;
    const { data, step } = operands[k];
    return [data[step * i], data[step * i + 1]];
  };
  const isComplex = out.dtype.is_complex;
  const dtype = isComplex ? out.dtype : out.dtype === bool ? bool : wide(compute);
  const results = new (isComplex ? wide(dtype) : dtype).array(isComplex ? 2 * n : n);
  for (let i = 0; i < n; i++) {
    const [re, im] = f(at(0, i), at(1, i), at(2, i), params);
    if (isComplex) {
      results[2 * i] = re;
      results[2 * i + 1] = im;
    } else results[i] = re;
  }
  write(out, results);
};

/** Writes pairs; or numbers, when `out` has real elements. */
function write(out: View, results: TypedArray): void {
  const isComplex = out.dtype.is_complex;
  const dtype = isComplex || out.dtype !== bool ? (results instanceof Float64Array ? float64 : float32) : bool;
  const sizes = isComplex ? [...out.sizes, 2] : out.sizes;
  const storage = new Storage(out.storage.device, bufferOf(results), dtype, results.length);
  const source: View = { storage, sizes, strides: contiguousStrides(sizes), offset: 0, dtype };
  numbers.kernels.copy(source, isComplex ? bothParts(out) : out);
  if (out.conjugated) negateImaginary(out);
}

/** One part of the elements, row major, in its own memory. */
function separated(x: View, part: 0 | 1): View {
  const out = room(x.sizes, wide(x.dtype), x);
  numbers.kernels.copy(partOf(x, part), out);
  if (part === 1 && x.conjugated) numbers.kernels.map('neg', [out], out, out.dtype);
  return out;
}

/**
 * Runs a kernel that is linear in its complex arguments on both parts. `out` is the index of the written argument; with
 * `changes`, its old content counts.
 */
function byParts<Name extends keyof Kernels>(name: Name, args: Parameters<Kernels[Name]>, out: number, changes = false): void {
  const target = args[out] as View;
  for (const part of [0, 1] as const) {
    const result = changes ? separated(target, part) : room(target.sizes, wide(target.dtype), target);
    const given = args.map((v, i) => (i === out ? result : isComplexView(v) ? separated(v, part) : v));
    (numbers.kernels[name] as (...a: unknown[]) => void)(...given);
    if (part === 1 && target.conjugated) numbers.kernels.map('neg', [result], result, result.dtype);
    numbers.kernels.copy(result, partOf(target, part));
  }
}

const isComplexView = (v: unknown): v is View => typeof v === 'object' && v !== null && 'storage' in v && (v as View).dtype.is_complex;

/** Tells for each element whether it differs from zero. */
function truths(x: View): View {
  const out = room(x.sizes, bool, x);
  copy(x, out);
  return out;
}

/** Calls `body` with the first element of each line along the folded or scanned dim, the step within the line, and its length. */
function eachLine(sizes: readonly number[], dim: number, body: (start: number, step: number, n: number) => void): void {
  const n = sizes[dim];
  const step = numel(sizes.slice(dim + 1));
  const outer = numel(sizes.slice(0, dim));
  for (let o = 0; o < outer; o++) for (let i = 0; i < step; i++) body(o * n * step + i, step, n);
}

const fold: Kernels['fold'] = (kernel, x, dims, out, aux) => {
  if (kernel === 'sum' || kernel === 'mean') return byParts('fold', [kernel, x, dims, out, aux], 3);
  if (kernel === 'any' || kernel === 'all' || kernel === 'count_nonzero') return numbers.kernels.fold(kernel, truths(x), dims, out);
  if (kernel !== 'prod') throw lacking(kernel, x.dtype);
  const kept = [...x.sizes.keys()].filter((d) => !dims.includes(d));
  const order = [...kept, ...dims];
  const moved = { ...x, sizes: order.map((d) => x.sizes[d]), strides: order.map((d) => x.strides[d]) };
  const data = pairsOf(moved);
  const rows = numel(kept.map((d) => x.sizes[d]));
  const n = numel(dims.map((d) => x.sizes[d]));
  const results = new (wide(out.dtype).array)(2 * rows);
  for (let r = 0; r < rows; r++) {
    let product: Pair = [1, 0];
    for (let i = r * n; i < (r + 1) * n; i++) product = mul(product, [data[2 * i], data[2 * i + 1]]);
    [results[2 * r], results[2 * r + 1]] = product;
  }
  write(out, results);
};

const scans: Partial<Record<string, (a: Pair, x: Pair) => Pair>> = { prod: mul, logsumexp: logAddExp };

const scan: Kernels['scan'] = (kernel, x, dim, out) => {
  const next = scans[kernel];
  if (!next) return byParts('scan', [kernel, x, dim, out], 3);
  const data = pairsOf(x);
  const results = new (wide(out.dtype).array)(data.length);
  eachLine(x.sizes, dim, (start, step, n) => {
    let reached: Pair = none;
    for (let i = 0, k = start; i < n; i++, k += step) {
      const v: Pair = [data[2 * k], data[2 * k + 1]];
      reached = i === 0 ? v : next(reached, v);
      [results[2 * k], results[2 * k + 1]] = reached;
    }
  });
  write(out, results);
};

/** Matrix product; rows of the result are built in doubles. */
const matmul: Kernels['matmul'] = (a, b, out) => {
  const [batch, m, k] = a.sizes as [number, number, number];
  const n = b.sizes[2];
  const [x, y] = [pairsOf(a), pairsOf(b)];
  const results = new (wide(out.dtype).array)(2 * batch * m * n);
  const row = new Float64Array(2 * n);
  for (let r = 0; r < batch * m; r++) {
    row.fill(0);
    const start = Math.floor(r / m) * k * n;
    for (let p = 0; p < k; p++) {
      const [re, im] = [x[2 * (r * k + p)], x[2 * (r * k + p) + 1]];
      for (let j = 0, at = 2 * (start + p * n); j < 2 * n; j += 2, at += 2) {
        row[j] += re * y[at] - im * y[at + 1];
        row[j + 1] += re * y[at + 1] + im * y[at];
      }
    }
    results.set(row, 2 * n * r);
  }
  write(out, results);
};

/** The place of each row-major position of a view, in pairs. */
function positionOf(x: View): (p: number) => number {
  const steps = contiguousStrides(x.sizes);
  return (p) => x.sizes.reduce((at, size, d) => at + (Math.floor(p / steps[d]) % size) * x.strides[d], x.offset);
}

/** Multiplies the elements at the places, one after the other. */
function multiplyInto(out: View, places: readonly number[], values: View): void {
  const data = dataOf(out.storage);
  const factors = pairsOf(values);
  places.forEach((at, i) => {
    const before: Pair = [data[2 * at], out.conjugated ? -data[2 * at + 1] : data[2 * at + 1]];
    const [re, im] = mul(before, [factors[2 * i], factors[2 * i + 1]]);
    data[2 * at] = re;
    data[2 * at + 1] = out.conjugated ? -im : im;
  });
}

const put: Kernels['put'] = (out, positions, values, mode) => {
  if (mode !== 'mul') return byParts('put', [out, positions, values, mode], 0, true);
  multiplyInto(out, Array.from(numbers.read(positions), positionOf(out)), values);
};

const scatter: Kernels['scatter'] = (out, dim, index, values, mode) => {
  if (mode !== 'mul') return byParts('scatter', [out, dim, index, values, mode], 0, true);
  const steps = contiguousStrides(index.sizes);
  const places = Array.from(numbers.read(index), (i, p) =>
    index.sizes.reduce((at, size, d) => at + (d === dim ? i : Math.floor(p / steps[d]) % size) * out.strides[d], out.offset),
  );
  multiplyInto(out, places, values);
};

/** Linear kernels run on both parts. PyTorch has no kernels that compare complex numbers. */
export const kernels: Kernels = {
  map,
  copy,
  fill,
  fold,
  scan,
  matmul,
  put,
  scatter,
  gather: (...args) => byParts('gather', args, 3),
  take: (...args) => byParts('take', args, 2),
  im2col: (...args) => byParts('im2col', args, 3, true),
  col2im: (...args) => byParts('col2im', args, 3, true),
  avgPool: (...args) => byParts('avgPool', args, 4),
  avgPoolBackward: (...args) => byParts('avgPoolBackward', args, 4, true),
  argfold(kernel) {
    throw new TypeError_(`arg${kernel}(): does not support complex input`);
  },
  scanExtreme: (kernel, x) => refuse(`cum${kernel}`, x),
  softmax: (x, _, log) => refuse(log ? 'log_softmax' : 'softmax', x),
  sort() {
    throw new TypeError_(' Sort does not support complex dtypes on CPU');
  },
  maxPool: (x) => refuse('max_pool', x),
};

function refuse(kernel: string, x: View): never {
  throw lacking(kernel, x.dtype);
}
