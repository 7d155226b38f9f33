import { bool, type DType } from '../../dtype.js';
import { Storage } from '../../storage.js';
import { mapKernels, type MapKernel } from '../../kernels/elementwise.js';
import { contiguousStrides, isContiguous, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { onHost } from '../fallback.js';
import { backendOf } from '../registry.js';
import { glslOf } from './glsl.js';
import { bufferOf, Elements, elementsOf, loops } from './memory.js';
import { dims, MOST_DIMS, run, takeApart, walked, type Program } from './programs.js';
import { copyNumbers, stretched, writeNumbers, writeTexture } from './write.js';

const VARIABLES = ['x', 'y', 'z'] as const;

/** Programs by the kernel, the number of its inputs, and whether the result is bool. */
const programs = new Map<string, Program>();
const formulas = new Map<MapKernel, string | undefined>();

/** The formula of a kernel, if the card knows all functions in it; otherwise undefined. */
function formulaOf(kernel: MapKernel): string | undefined {
  if (!formulas.has(kernel)) formulas.set(kernel, glslOf(mapKernels[kernel]));
  return formulas.get(kernel);
}

export const hasMap = (kernel: MapKernel): boolean => formulaOf(kernel) !== undefined;

function programOf(kernel: MapKernel, count: number, isTruth: boolean): Program {
  const key = `${kernel} ${count} ${isTruth}`;
  let program = programs.get(key);
  if (program) return program;
  const names = VARIABLES.slice(0, count);
  const formula = formulaOf(kernel)!;
  program = {
    inputs: names.map((v) => `${v}s`),
    text: `${dims('out')} ${names.map(walked).join(' ')} uniform float p[3];
float result(int i) {
  ${names.map((v) => `int ${v}i = ${v}Offset;`).join(' ')}
  ${takeApart('i', 'out', Object.fromEntries(names.map((v) => [`${v}i`, v])))}
  ${names.map((v) => `float ${v} = fetch(${v}s, ${v}i);`).join(' ')}
  float p0 = p[0]; float p1 = p[1]; float p2 = p[2];
  return ${isTruth ? `truth_of(${formula})` : formula};
}`,
  };
  programs.set(key, program);
  return program;
}

const onCard = (x: View): boolean => x.dtype.is_floating_point || x.dtype === bool;

/** The loops along these views; null when they have more dims than a program can take. */
const walk = (inputs: readonly View[], out: View) => {
  const plan = loops(
    out.sizes,
    inputs.map((x) => stretched(x, out.sizes)),
  );
  return plan.sizes.length <= MOST_DIMS ? plan : null;
};

/** @see Kernels.map */
export function map(kernel: MapKernel, inputs: readonly View[], out: View, compute: DType, params: readonly number[] = []): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const plan = walk(inputs, out);
  if (!plan) return onHost(backendOf(out.storage.device), kernel).map(kernel, inputs, out, compute, params);
  const ints: Record<string, number | number[]> = { outRank: plan.sizes.length, outSizes: plan.sizes };
  inputs.forEach((x, k) => {
    ints[`${VARIABLES[k]}Offset`] = x.offset;
    ints[`${VARIABLES[k]}Strides`] = plan.strides[k];
  });
  // All textures stay available for this run: a texture made for one input must not push out those of the others.
  const textures = inputs.map((x) => elementsOf(x.storage).onCard());
  const program = programOf(kernel, inputs.length, out.dtype === bool);
  const result = run(program, textures, n, ints, { p: [params[0] ?? 0, params[1] ?? 0, params[2] ?? 0] });
  writeTexture(result, out);
}

/** @see Kernels.copy */
export function copy(source: View, out: View): void {
  if (numel(out.sizes) === 0) return;
  const isAtHome = elementsOf(source.storage).isOnCard || elementsOf(out.storage).isOnCard;
  if (isAtHome && onCard(source) && onCard(out) && walk([source], out)) map('identity', [source], out, out.dtype);
  else copyNumbers(source, out);
}

/** @see Kernels.fill */
export function fill(out: View, value: number): void {
  const n = numel(out.sizes);
  if (n > 0)
    writeNumbers(
      new out.dtype.array(n).fill(out.dtype === bool ? Number(value !== 0) : out.dtype.is_floating_point ? value : Math.trunc(value)),
      out,
    );
}

/** Calls `body` with a view of the elements in order: the view itself if its elements lie in order, otherwise a temporary copy. */
export function inOrder(x: View, body: (x: View) => void): void {
  if (isContiguous(x.sizes, x.strides)) return body(x);
  const elements = new Elements(x.dtype, numel(x.sizes));
  const storage = new Storage(x.storage.device, bufferOf(elements), x.dtype, elements.length);
  const copied = { storage, sizes: x.sizes, strides: contiguousStrides(x.sizes), offset: 0, dtype: x.dtype };
  copy(x, copied);
  body(copied);
  elements.free();
}
