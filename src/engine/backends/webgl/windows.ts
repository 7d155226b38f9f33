import { numel } from '../../shape.js';
import type { View, Window } from '../backend.js';
import { inOrder } from './maps.js';
import { elementsOf } from './memory.js';
import { run, type Program } from './programs.js';
import { writeTexture } from './write.js';

/** Convolution and pooling over three spatial dims: see `Window`. Each result element collects the elements that reach it. */

const shared = `
uniform int base; uniform int plane; uniform int channel; uniform int spatial[3]; uniform int channels;
uniform int given[3]; uniform int taken[3]; uniform int kernel[3]; uniform int stride[3]; uniform int padding[3]; uniform int dilation[3];
ivec3 apart(int i, int sizes[3]) { return ivec3(i / (sizes[2] * sizes[1]), (i / sizes[2]) % sizes[1], i % sizes[2]); }
/* Where a tap of the window at an output looks. */
ivec3 looked(ivec3 o, ivec3 k) {
  return ivec3(o.x * stride[0] - padding[0] + k.x * dilation[0], o.y * stride[1] - padding[1] + k.y * dilation[1], o.z * stride[2] - padding[2] + k.z * dilation[2]);
}
bool within(ivec3 p, int sizes[3]) { return p.x >= 0 && p.y >= 0 && p.z >= 0 && p.x < sizes[0] && p.y < sizes[1] && p.z < sizes[2]; }
/* The place of an element of a plane in the texture. */
int place(int p, ivec3 at) { return base + (p / channels) * plane + (p % channels) * channel + at.x * spatial[0] + at.y * spatial[1] + at.z * spatial[2]; }
/* The output whose tap k looks at p; of -1 if there is none. */
ivec3 looking(ivec3 p, ivec3 k) {
  ivec3 o = ivec3(p.x + padding[0] - k.x * dilation[0], p.y + padding[1] - k.y * dilation[1], p.z + padding[2] - k.z * dilation[2]);
  if (o.x < 0 || o.y < 0 || o.z < 0 || o.x % stride[0] != 0 || o.y % stride[1] != 0 || o.z % stride[2] != 0) return ivec3(-1);
  return ivec3(o.x / stride[0], o.y / stride[1], o.z / stride[2]);
}
int size(int sizes[3]) { return sizes[0] * sizes[1] * sizes[2]; }`;

/** `given` is the plane of the input, `taken` is the plane of the outputs. */
const im2colProgram: Program = {
  inputs: ['xs'],
  text: `${shared}
float result(int i) {
  int positions = size(taken);
  int taps = size(kernel);
  int row = i / positions;
  int p = row / taps;
  ivec3 at = looked(apart(i - row * positions, taken), apart(row - p * taps, kernel));
  return within(at, given) ? fetch(xs, place(p, at)) : 0.0;
}`,
};

const col2imProgram: Program = {
  inputs: ['xs', 'before'],
  text: `${shared} uniform int beforeOffset;
float result(int i) {
  int elements = size(given);
  int positions = size(taken);
  int taps = size(kernel);
  int p = i / elements;
  ivec3 at = apart(i - p * elements, given);
  float sum = 0.0;
  for (int k = 0; k < taps; k++) {
    ivec3 o = looking(at, apart(k, kernel));
    if (within(o, taken)) sum += fetch(xs, base + (p * taps + k) * positions + (o.x * taken[1] + o.y) * taken[2] + o.z);
  }
  return sum + fetch(before, beforeOffset + i);
}`,
};

const maxPoolOf = (isPlace: boolean): Program => ({
  inputs: ['xs'],
  text: `${shared}
float result(int i) {
  int positions = size(taken);
  int taps = size(kernel);
  int p = i / positions;
  ivec3 o = apart(i - p * positions, taken);
  float best = -INF;
  int where = -1;
  for (int k = 0; k < taps; k++) {
    ivec3 at = looked(o, apart(k, kernel));
    if (!within(at, given)) continue;
    float v = fetch(xs, place(p, at));
    if (v > best || is_nan(v) || where < 0) { best = v; where = (at.x * given[1] + at.y) * given[2] + at.z; }
  }
  return ${isPlace ? 'float(where)' : 'best'};
}`,
});
const [maxPoolValues, maxPoolPlaces] = [maxPoolOf(false), maxPoolOf(true)];

const divisorText = `uniform int includePad; uniform int divisor;
int span(int o, int d) {
  int start = o * stride[d] - padding[d];
  int end = min(start + kernel[d], given[d] + padding[d]);
  return includePad == 1 ? end - start : min(end, given[d]) - max(start, 0);
}
float shared_by(ivec3 o) { return divisor != 0 ? float(divisor) : float(span(o.x, 0) * span(o.y, 1) * span(o.z, 2)); }`;

const avgPoolProgram: Program = {
  inputs: ['xs'],
  text: `${shared} ${divisorText}
float result(int i) {
  int positions = size(taken);
  int taps = size(kernel);
  int p = i / positions;
  ivec3 o = apart(i - p * positions, taken);
  float sum = 0.0;
  for (int k = 0; k < taps; k++) {
    ivec3 at = looked(o, apart(k, kernel));
    if (within(at, given)) sum += fetch(xs, place(p, at));
  }
  return sum / shared_by(o);
}`,
};

const avgPoolBackwardProgram: Program = {
  inputs: ['xs', 'before'],
  text: `${shared} ${divisorText} uniform int beforeOffset;
float result(int i) {
  int elements = size(given);
  int positions = size(taken);
  int taps = size(kernel);
  int p = i / elements;
  ivec3 at = apart(i - p * elements, given);
  float sum = fetch(before, beforeOffset + i);
  for (int k = 0; k < taps; k++) {
    ivec3 o = looking(at, apart(k, kernel));
    if (within(o, taken)) sum += fetch(xs, base + p * positions + (o.x * taken[1] + o.y) * taken[2] + o.z) / shared_by(o);
  }
  return sum;
}`,
};

const windowed = ({ kernel, stride, padding, dilation }: Window) => ({ kernel, stride, padding, dilation });

/** How a view of [N, C, D, H, W] or [N, D, H, W] is walked. */
function planes(x: View) {
  const hasChannels = x.sizes.length === 5;
  return {
    base: x.offset,
    plane: x.strides[0],
    channel: hasChannels ? x.strides[1] : 0,
    channels: hasChannels ? x.sizes[1] : 1,
    spatial: x.strides.slice(-3),
    given: x.sizes.slice(-3),
  };
}

const textureOf = (x: View) => elementsOf(x.storage).onCard();

/** @see Kernels.im2col */
export function im2col(x: View, window: Window, output: readonly number[], columns: View): void {
  const n = numel(columns.sizes);
  if (n > 0) writeTexture(run(im2colProgram, [textureOf(x)], n, { ...planes(x), ...windowed(window), taken: output }), columns);
}

/** @see Kernels.col2im */
export const col2im = (columns: View, window: Window, output: readonly number[], out: View): void =>
  inOrder(columns, (dense) => col2imDense(dense, window, output, out));

function col2imDense(columns: View, window: Window, output: readonly number[], out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const ints = { ...planes(out), ...windowed(window), base: columns.offset, taken: output, beforeOffset: out.offset };
  writeTexture(run(col2imProgram, [textureOf(columns), textureOf(out)], n, ints), out);
}

/** @see Kernels.maxPool */
export function maxPool(x: View, window: Window, out: View, indices: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const ints = { ...planes(x), ...windowed(window), taken: out.sizes.slice(-3) };
  const from = textureOf(x);
  const values = run(maxPoolValues, [from], n, ints);
  const places = run(maxPoolPlaces, [from], n, ints);
  writeTexture(values, out);
  writeTexture(places, indices);
}

const averaging = (includePad: boolean, divisor: number) => ({ includePad: Number(includePad), divisor });

/** @see Kernels.avgPool */
export function avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const ints = { ...planes(x), ...windowed(window), ...averaging(includePad, divisor), taken: out.sizes.slice(-3) };
  writeTexture(run(avgPoolProgram, [textureOf(x)], n, ints), out);
}

/** @see Kernels.avgPoolBackward */
export const avgPoolBackward = (grad: View, window: Window, includePad: boolean, divisor: number, out: View): void =>
  inOrder(grad, (dense) => avgPoolBackwardDense(dense, window, includePad, divisor, out));

function avgPoolBackwardDense(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const ints = {
    ...planes(out),
    ...windowed(window),
    ...averaging(includePad, divisor),
    base: grad.offset,
    taken: grad.sizes.slice(-3),
    beforeOffset: out.offset,
  };
  writeTexture(run(avgPoolBackwardProgram, [textureOf(grad), textureOf(out)], n, ints), out);
}
