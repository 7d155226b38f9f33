/** Elementwise kernels of float32 in WebAssembly, for arrays in any memory. */
import { bool, float32 } from '../../../dtype.js';
import { mapKernels, type MapKernel } from '../../../kernels/elementwise.js';
import { broadcastStrides, isContiguous, numel, sameSizes } from '../../../shape.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { plan, walk } from '../plan.js';
import { bump, repeat, set } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn } from './assembler/module.js';
import { answer, elementwise, sizeOf } from './elementwise.js';
import { lowered } from './lower.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { LARGEST_ANGLE } from './vector/functions/trigonometric.js';
import type { Vector } from './vector/nodes.js';
import { buildWide, fillForTrial, fillWithSpecial, Widening, type Trial } from './wide.js';

/** With fewer elements than this, a loop of JavaScript is quicker for any kernel. */
export const FEWEST = 1024;
/** As `FEWEST`, for kernels that compute little for each element. */
export const FEWEST_OF_ARITHMETIC = 2048;

/** Kernels whose formulas are exact enough in float32, and the least number of elements for which each is used. */
const chosen = new Map<MapKernel, number>([
  ...(['exp', 'log', 'tanh', 'sigmoid', 'erf', 'gelu', 'silu', 'sin', 'cos', 'gelu_grad', 'silu_grad'] as const).map(
    (name) => [name, FEWEST] as const,
  ),
  ...(
    [
      ...(['add', 'sub', 'mul', 'div', 'neg', 'abs', 'sqrt', 'rsqrt', 'square', 'reciprocal', 'relu', 'floor', 'ceil', 'trunc'] as const),
      ...(['round', 'add_scalar', 'mul_scalar', 'clamp', 'leaky_relu', 'maximum', 'minimum', 'add_scaled', 'sub_scaled'] as const),
      ...(['where', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const),
      ...(['identity', 'relu_grad', 'sigmoid_grad', 'tanh_grad', 'affine', 'addcmul', 'addcdiv', 'lerp'] as const),
    ] as const
  ).map((name) => [name, FEWEST_OF_ARITHMETIC] as const),
]);

/** Kernels whose results are truths. */
const comparisons = new Set<MapKernel>(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

/** The number of elements that are staged at once: they stay in the second-level cache. */
export const CHUNK = 16_384;
/** From one staged array to the next, in elements. */
export const STEP = CHUNK + 16;

/** Turns floats that are 0 or 1 into bytes at the same place: (place, count). */
const pack = fn('pack', 'ii', ([from, count], local) => {
  const to = local('i');
  const more = i32.gt(count, i32.const(0));
  const two = (at: number) => v.narrow(v.toInt(v.load(from, at)), v.toInt(v.load(from, at + 16)));
  return [set(to, from), repeat([v.store(to, v.narrowest(two(0), two(32))), bump(from, 64), bump(to, 16), bump(count, -16)], more)];
});
let packing: Run | undefined;

export type Run = (...args: number[]) => void;

/** A kernel, and what it computes for each element. */
interface Made {
  readonly run: Widening<Run>;
  readonly nodes: number;
}
const made = new Map<MapKernel, Made | null>();

/** The kernel of a formula, see elementwise.ts. Null where there is no WebAssembly. */
export function runnable(formula: Vector): Run | null {
  const memory = stagingMemory();
  if (!memory) return null;
  const { fn, imports, asks } = elementwise('run', formula, hasMultiplyAdd());
  const answers = asks.map((ask, i) => [`ask${i}`, answer(memory, ask, (angle) => !(Math.abs(angle) <= LARGEST_ANGLE))] as const);
  return build([fn], memory, imports, Object.fromEntries(answers)).run;
}

/** Formulas with fewer nodes wait for memory. */
const FEWEST_NODES = 8;

/** A kernel that may become wide. */
function widening(formula: Vector): Made | null {
  const narrow = runnable(formula);
  if (!narrow) return null;
  const { operands, params, nodes, asks } = sizeOf(formula);
  const memory = stagingMemory()!;
  const makeWide = () => buildWide([elementwise('wide', formula, hasMultiplyAdd(), true).fn], memory).wide;
  return { nodes: asks || nodes < FEWEST_NODES ? 0 : nodes, run: new Widening<Run>(narrow, makeWide, trialOf(operands, params)) };
}

/** The elements of a trial: special ones, then those with which the kernel is timed. */
const TRIED = 600;
const TIMED = 4096;

function trialOf(operands: number, params: number): Trial<Run> {
  const run = (kernel: Run, from: number, n: number): void => {
    const args = [RESERVED, 4 * n, 1, n];
    for (let i = 1; i <= operands; i++) args.push(RESERVED + 4 * (STEP * i + from), 4 * n, 1);
    kernel(...args, ...new Array<number>(params).fill(0.5));
  };
  return {
    compute(kernel) {
      const floats = stage(STEP * (operands + 1));
      const start = RESERVED / 4;
      for (let i = 1; i <= operands; i++) {
        fillWithSpecial(floats, start + STEP * i, start + STEP * i + TRIED);
        fillForTrial(floats, start + STEP * i + TRIED, start + STEP * i + TRIED + TIMED);
      }
      run(kernel, 0, TRIED);
      return floats.slice(start, start + TRIED);
    },
    work: (kernel) => run(kernel, TRIED, TIMED),
  };
}

function kernelOf(kernel: MapKernel): Made | null {
  let run = made.get(kernel);
  if (run === undefined) {
    const formula = lowered(mapKernels[kernel]);
    made.set(kernel, (run = formula && widening(formula)));
  }
  return run;
}

/** A view as rows and columns: the steps from one to the next. */
interface Operand {
  readonly data: Float32Array | Uint8Array;
  /** The address of the first element of `data`, in bytes; −1 when it is not in WebAssembly's memory. */
  readonly address: number;
  offset: number;
  readonly row: number;
  readonly column: number;
}

/** With fewer elements in rows and columns than this, a call for each is not worth it. */
const FEWEST_AT_ONCE = 256;

/**
 * Does what `map` in ../elementwise.ts does, when all is float32 and the elements of the result lie side by side along the last
 * two dims after merging. Returns false otherwise, and then changes nothing.
 */
export function mapVectors(kernel: MapKernel, inputs: readonly View[], out: View, n: number, params: readonly number[]): boolean {
  const fewest = chosen.get(kernel);
  if (fewest === undefined || n < fewest || out.dtype !== (comparisons.has(kernel) ? bool : float32)) return false;
  if (inputs.some(({ dtype }) => dtype !== float32 && dtype !== bool)) return false;
  const found = kernelOf(kernel);
  if (!found) return false;
  const run = found.run.for(n * found.nodes);
  const args = inRows(inputs, out, n);
  if (args) {
    run(...args, ...params);
    return true;
  }
  const { sizes, strides } = plan(out.sizes, [out.strides, ...inputs.map((x) => broadcastStrides(x.sizes, x.strides, out.sizes))]);
  const rank = sizes.length;
  const [rows, columns] = rank > 1 ? (sizes.slice(-2) as [number, number]) : [1, n];
  if (rank > 2 && rows * columns < FEWEST_AT_ONCE) return false;
  const operands = [out, ...inputs].map((x, i): Operand => {
    const [row, column] = rank > 1 ? (strides[i].slice(-2) as [number, number]) : [columns, strides[i][0]];
    const data = dataOf(x.storage) as Operand['data'];
    // An operand whose columns do not lie side by side is always staged.
    return { data, address: column === 0 || column === 1 ? addressOf(data) : -1, offset: x.offset, row, column };
  });
  if (operands[0].column !== 1 || operands[0].row !== columns) return false;
  if (rank <= 2) atOnce(run, operands, rows, columns, params);
  else
    walk(
      sizes.slice(0, -2),
      strides.map((s) => s.slice(0, -2)),
      operands.map((x) => x.offset),
      (offsets) => {
        operands.forEach((x, i) => (x.offset = offsets[i]!));
        atOnce(run, operands, rows, columns, params);
      },
    );
  return true;
}

/** What a kernel is given when all operands are numbers, or rows in WebAssembly's memory that are as long; otherwise null. */
function inRows(inputs: readonly View[], out: View, n: number): number[] | null {
  const to = isContiguous(out.sizes, out.strides) ? addressOf(dataOf(out.storage)) : -1;
  if (to < 0) return null;
  const args = [to + 4 * out.offset, 4 * n, 1, n];
  for (let i = 0; i < inputs.length; i++) {
    const x = inputs[i];
    const data = dataOf(x.storage);
    if (numel(x.sizes) === 1) {
      const place = RESERVED / 4 + 16 * i;
      stage(16 * inputs.length)[place] = data[x.offset];
      args.push(4 * place, 0, 0);
      continue;
    }
    const isRow = x.dtype === float32 && sameSizes(x.sizes, out.sizes) && isContiguous(x.sizes, x.strides);
    const from = isRow ? addressOf(data) : -1;
    if (from < 0) return null;
    args.push(from + 4 * x.offset, 4 * n, 1);
  }
  return args;
}

function atOnce(run: Run, [to, ...from]: readonly Operand[], rows: number, columns: number, params: readonly number[]): void {
  // When all operands are in WebAssembly's memory, rows are not cut up.
  const isStaged = to.address < 0 || from.some(({ address }) => address < 0);
  const width = isStaged ? CHUNK : columns;
  const height = isStaged ? Math.max(1, Math.floor(CHUNK / columns)) : rows;
  const floats = stage(STEP * (from.length + 1));
  for (let r = 0; r < rows; r += height)
    for (let c = 0; c < columns; c += width) {
      const h = Math.min(height, rows - r);
      const w = Math.min(width, columns - c);
      const at = to.offset + r * columns + c;
      const args = to.address < 0 ? [RESERVED, 4 * w, h, w] : [to.address + 4 * at, 4 * columns, h, w];
      from.forEach((x, i) => {
        const place = RESERVED / 4 + STEP * (i + 1);
        if (x.address >= 0) args.push(x.address + 4 * (x.offset + r * x.row + c * x.column), 4 * x.row, x.column);
        else args.push(4 * place, 4 * put(floats, place, x, r, c, h, w), x.column === 0 ? 0 : 1);
      });
      run(...args, ...params);
      if (to.address >= 0) continue;
      if (to.data instanceof Float32Array) to.data.set(floats.subarray(RESERVED / 4, RESERVED / 4 + h * w), at);
      else {
        packing ??= build([pack], stagingMemory()!).pack;
        packing(RESERVED, h * w);
        to.data.set(new Uint8Array(floats.buffer, RESERVED, h * w), at);
      }
    }
}

/** Stages h rows of w elements; returns the number of elements from row to row. */
function put(floats: Float32Array, place: number, x: Operand, r: number, c: number, h: number, w: number): number {
  const at = x.offset + r * x.row + c * x.column;
  const { data, row, column } = x;
  if (column === 0) {
    const different = row === 0 ? 1 : h;
    for (let i = 0; i < different; i++) floats[place + i] = data[at + i * row]!;
    return row === 0 ? 0 : 1;
  }
  const different = row === 0 ? 1 : h;
  if (column !== 1) {
    for (let i = 0, to = place; i < different; i++) for (let j = 0, k = at + i * row; j < w; j++, k += column) floats[to++] = data[k]!;
  } else if (different === 1 || row === w) floats.set(data.subarray(at, at + different * w), place);
  else for (let i = 0; i < h; i++) floats.set(data.subarray(at + i * row, at + i * row + w), place + i * w);
  return row === 0 ? 0 : w;
}
