import type { TensorInfo } from '@tensorflow/tfjs-core';
import { foldKernels, type FoldKernel } from '../../kernels/reductions.js';
import { variable } from '../../kernels/expression.js';
import { contiguousStrides, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { glslOf } from './glsl.js';
import { dispose, elementsOf, loops } from './memory.js';
import { dims, run, takeApart, walked, type Program } from './programs.js';
import { writeTexture } from './write.js';
import { glTexture } from './textures.js';

/** Reductions. Each result element is computed by itself; long reductions are computed in pieces, which are then joined. */

/** Longer reductions are computed in pieces of this many elements. */
const PIECE = 64;

/** For each kernel, the kernel that joins its pieces. */
const joins: Readonly<Record<FoldKernel, FoldKernel>> = {
  sum: 'sum',
  mean: 'sum',
  prod: 'prod',
  max: 'max',
  min: 'min',
  any: 'any',
  all: 'all',
  nansum: 'sum',
  sum_abs: 'sum',
  sum_square: 'sum',
  max_abs: 'max',
  min_abs: 'min',
  count_nonzero: 'sum',
  sum_pow: 'sum',
  sum_square_around: 'sum',
  sum_exp_around: 'sum',
};

const programs = new Map<string, Program>();

/** A program that reduces a piece with the `step` of one kernel and makes the result with the `end` of another. */
function programOf(step: FoldKernel, end: FoldKernel | null, hasAux: boolean): Program {
  const key = `${step} ${end} ${hasAux}`;
  let program = programs.get(key);
  if (program) return program;
  program = {
    inputs: hasAux ? ['xs', 'ms'] : ['xs'],
    text: `${dims('kept')} ${dims('gone')} ${walked('kept')} ${walked('gone')}
uniform int pieces; uniform int piece; uniform int count; uniform float n; uniform int auxOffset;
float result(int i) {
  int o = i / pieces;
  int from = (i - o * pieces) * piece;
  int start = keptOffset;
  ${takeApart('o', 'kept', { start: 'kept' })}
  float m = ${hasAux ? 'fetch(ms, auxOffset + o)' : '0.0'};
  float a = ${glslOf({ kind: 'constant', value: foldKernels[step].start })};
  int last = min(from + piece, count);
  for (int k = from; k < last; k++) {
    int at = start;
    ${takeApart('k', 'gone', { at: 'gone' })}
    float x = fetch(xs, at);
    a = ${glslOf(foldKernels[step].step)};
  }
  return ${glslOf(end ? foldKernels[end].end : variable('a'))};
}`,
  };
  programs.set(key, program);
  return program;
}

const pick = (values: readonly number[], which: readonly number[]) => which.map((d) => values[d]);

/** How a program walks over a view that loses dims: `kept` are the dims of the results, `gone` the dims within each result. */
export function keptAndGone(x: View, over: readonly number[]) {
  const kept = [...x.sizes.keys()].filter((d) => !over.includes(d));
  const outer = loops(pick(x.sizes, kept), [pick(x.strides, kept)]);
  const inner = loops(pick(x.sizes, over), [pick(x.strides, over)]);
  return {
    keptRank: outer.sizes.length,
    keptSizes: outer.sizes,
    keptOffset: x.offset,
    keptStrides: outer.strides[0],
    goneRank: inner.sizes.length,
    goneSizes: inner.sizes,
    goneStrides: inner.strides[0],
    count: numel(inner.sizes),
  };
}

/** A reduction; the results are in a texture. */
export function folded(kernel: FoldKernel, x: View, over: readonly number[], aux?: { texture: WebGLTexture; offset: number }): TensorInfo {
  const walk = keptAndGone(x, over);
  const { count } = walk;
  const results = numel(walk.keptSizes);
  const pieces = count > 2 * PIECE ? Math.min(Math.ceil(count / PIECE), 1024) : 1;
  const isWhole = pieces === 1;
  const ints = { ...walk, pieces, piece: Math.ceil(count / pieces), auxOffset: aux?.offset ?? 0 };
  const textures = [elementsOf(x.storage).onCard(), ...(aux ? [aux.texture] : [])];
  const first = run(programOf(kernel, isWhole ? kernel : null, Boolean(aux)), textures, results * pieces, ints, { n: count });
  if (isWhole) return first;
  const join = {
    keptRank: 1,
    keptSizes: [results],
    keptOffset: 0,
    keptStrides: [pieces],
    goneRank: 1,
    goneSizes: [pieces],
    goneStrides: [1],
    pieces: 1,
    piece: pieces,
    count: pieces,
    auxOffset: 0,
  };
  const all = run(programOf(joins[kernel], kernel, false), [glTexture(first)], results, join, { n: count });
  dispose(first);
  return all;
}

/** @see Kernels.fold */
export function fold(kernel: FoldKernel, x: View, over: readonly number[], out: View, aux?: View): void {
  if (numel(out.sizes) === 0) return;
  const given = aux && { texture: elementsOf(aux.storage).onCard(), offset: aux.offset };
  writeTexture(folded(kernel, x, over, given), out);
}

/** The last two steps of a softmax. The inputs are the greatest element along a dim, and the sum of the powers relative to it. */
const softmaxOf = (log: boolean): Program => ({
  inputs: ['xs', 'greatest', 'sums'],
  text: `${dims('out')} ${walked('x')} ${walked('row')}
float result(int i) {
  int at = xOffset;
  int row = 0;
  ${takeApart('i', 'out', { at: 'x', row: 'row' })}
  float d = fetch(xs, at) - fetch(greatest, row);
  float s = fetch(sums, row);
  return ${log ? 'd - log_of(s)' : 'exp_of(d) / s'};
}`,
});
const softmaxPrograms = { log: softmaxOf(true), plain: softmaxOf(false) };

/** @see Kernels.softmax */
export function softmax(x: View, dim: number, log: boolean, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const greatest = folded('max', x, [dim]);
  const sums = folded('sum_exp_around', x, [dim], { texture: glTexture(greatest), offset: 0 });
  const kept = x.sizes.map((size, d) => (d === dim ? 1 : size));
  const rows = contiguousStrides(kept).map((stride, d) => (d === dim ? 0 : stride));
  const { sizes, strides } = loops(x.sizes, [x.strides, rows]);
  const ints = { outRank: sizes.length, outSizes: sizes, xOffset: x.offset, xStrides: strides[0], rowStrides: strides[1] };
  const textures = [elementsOf(x.storage).onCard(), glTexture(greatest), glTexture(sums)];
  const result = run(log ? softmaxPrograms.log : softmaxPrograms.plain, textures, n, ints);
  dispose(greatest);
  dispose(sums);
  writeTexture(result, out);
}
