import type { TensorInfo } from '@tensorflow/tfjs-core';
import { scanKernels, type ScanKernel } from '../../kernels/reductions.js';
import { contiguousStrides, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { keptAndGone } from './fold.js';
import { glslOf } from './glsl.js';
import { dispose, elementsOf, loops } from './memory.js';
import { dims, run, takeApart, walked, type Program } from './programs.js';
import { writeTexture } from './write.js';
import { glTexture } from './textures.js';

/** Kernels that work along a row: positions of extremes and running results. Also products of matrices. */

const argfoldOf = (sign: string): Program => ({
  inputs: ['xs'],
  text: `${dims('kept')} ${dims('gone')} ${walked('kept')} ${walked('gone')} uniform int count;
float result(int i) {
  int start = keptOffset;
  ${takeApart('i', 'kept', { start: 'kept' })}
  float best = -INF;
  int where = 0;
  for (int k = 0; k < count; k++) {
    int at = start;
    ${takeApart('k', 'gone', { at: 'gone' })}
    float x = fetch(xs, at);
    if (is_nan(x)) return float(k);
    if (${sign}x > best) { best = ${sign}x; where = k; }
  }
  return float(where);
}`,
});
const argfolds = { max: argfoldOf(''), min: argfoldOf('-') };

/** @see Kernels.argfold */
export function argfold(kernel: 'max' | 'min', x: View, over: readonly number[], out: View): void {
  if (numel(out.sizes) === 0) return;
  writeTexture(run(argfolds[kernel], [elementsOf(x.storage).onCard()], numel(out.sizes), keptAndGone(x, over)), out);
}

/** One step of a scan: each element is joined with the result `reach` elements before it. */
const scanOf = (kernel: ScanKernel): Program => ({
  inputs: ['xs'],
  text: `${dims('out')} ${walked('x')} uniform int reach; uniform int length; uniform int stride; uniform int inner;
float result(int i) {
  int at = xOffset;
  ${takeApart('i', 'out', { at: 'x' })}
  float x = fetch(xs, at);
  if ((i / inner) % length < reach) return x;
  float a = fetch(xs, at - reach * stride);
  return ${glslOf(scanKernels[kernel])};
}`,
});
const scans = new Map<ScanKernel, Program>();

/** @see Kernels.scan */
export function scan(kernel: ScanKernel, x: View, dim: number, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  let program = scans.get(kernel);
  if (!program) scans.set(kernel, (program = scanOf(kernel)));
  const row = contiguousStrides(x.sizes);
  const inner = numel(x.sizes.slice(dim + 1));
  let found: TensorInfo | null = null;
  for (let reach = 1, isFirst = true; isFirst || reach < x.sizes[dim]; isFirst = false, reach *= 2) {
    const { sizes, strides } = loops(x.sizes, [found ? row : x.strides]);
    const ints = {
      outRank: sizes.length,
      outSizes: sizes,
      xOffset: found ? 0 : x.offset,
      xStrides: strides[0],
      reach,
      length: x.sizes[dim],
      stride: found ? inner : x.strides[dim],
      inner,
    };
    const next: TensorInfo = run(program, [found ? glTexture(found) : elementsOf(x.storage).onCard()], n, ints);
    if (found) dispose(found);
    found = next;
  }
  writeTexture(found!, out);
}

const product: Program = {
  inputs: ['as', 'bs'],
  text: `uniform int aOffset; uniform int bOffset; uniform int a[3]; uniform int b[3]; uniform int rows; uniform int columns_of_b; uniform int inner;
float result(int i) {
  int row = i / columns_of_b;
  int c = i - row * columns_of_b;
  int batch = row / rows;
  int r = row - batch * rows;
  int at = aOffset + batch * a[0] + r * a[1];
  int bt = bOffset + batch * b[0] + c * b[2];
  float sum = 0.0;
  for (int from = 0; from < inner; from += 32) {
    float part = 0.0;
    int last = min(from + 32, inner);
    for (int k = from; k < last; k++) { part += fetch(as, at) * fetch(bs, bt); at += a[2]; bt += b[1]; }
    sum += part;
  }
  return sum;
}`,
};

/** @see Kernels.matmul */
export function matmul(a: View, b: View, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const ints = {
    aOffset: a.offset,
    bOffset: b.offset,
    a: a.strides,
    b: b.strides,
    rows: a.sizes[1],
    columns_of_b: b.sizes[2],
    inner: a.sizes[2],
  };
  writeTexture(run(product, [elementsOf(a.storage).onCard(), elementsOf(b.storage).onCard()], n, ints), out);
}
