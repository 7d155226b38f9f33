import type { TypedArray } from '../../dtype.js';
import { scratchSize, type Blocking } from './wasm/gemm/blocking.js';
import { gemmFunctions } from './wasm/gemm/product.js';
import { build, hasMultiplyAdd } from './wasm/runtime.js';
import { RESERVED, stage, stagingMemory } from './wasm/staging.js';

/** The product of float32 matrices in WebAssembly. */

/** A matrix within an array: where it starts and its steps. */
export interface Matrix {
  data: Float32Array;
  at: number;
  row: number;
  column: number;
}

/** Beyond this the copies cost more memory than a model should be charged for unseen. */
const LIMIT = 2 ** 28;

interface Product {
  readonly blocking: Blocking;
  readonly gemm: (...args: number[]) => void;
}
let product: Product | null | undefined;

/** The best cut of two kinds of compilers: one that knows multiply-add as one instruction keeps the order of what is unrolled. */
function make(): Product | null {
  const memory = stagingMemory();
  if (!memory) return null;
  const blocking: Blocking = hasMultiplyAdd()
    ? { rows: 6, vectors: 2, unroll: 4, fused: true }
    : { rows: 4, vectors: 2, unroll: 1, fused: false };
  return { blocking, gemm: build(gemmFunctions(blocking), memory).gemm };
}

/** Without WebAssembly's vectors there is the loop in matmul.ts. */
const load = (): Product | null => (product === undefined ? (product = make()) : product);

/** How many elements lie between the first and the last that a matrix touches, both counted. */
const span = (m: Matrix, rows: number, columns: number) => (rows - 1) * m.row + (columns - 1) * m.column + 1;

const roundUp = (n: number, to: number) => Math.ceil(n / to) * to;

/** Whether it pays: packing costs as much as a few multiplications with each element. */
export const isWorthwhile = (m: number, n: number, k: number): boolean => m * n * k >= 16_384 && n >= 4 && load() !== null;

/** Writes a · b (m × k by k × n) to `out`, row major. False when it is too large for here. */
export function gemm(a: Matrix, b: Matrix, out: Float32Array, at: number, m: number, n: number, k: number): boolean {
  const { blocking, gemm: multiply } = load()!;
  const [sizeA, sizeB] = [span(a, m, k), span(b, k, n)];
  const placeA = RESERVED / 4;
  const placeB = placeA + roundUp(sizeA, 16);
  const placeC = placeB + roundUp(sizeB, 16);
  const scratch = placeC + roundUp(m * n, 16);
  const total = scratch + scratchSize(blocking, n) - placeA;
  if (total * 4 > LIMIT) return false;
  const floats = stage(total);
  floats.set(a.data.subarray(a.at, a.at + sizeA), placeA);
  floats.set(b.data.subarray(b.at, b.at + sizeB), placeB);
  const [fromA, fromB] = [
    [4 * placeA, 4 * a.row, 4 * a.column],
    [4 * placeB, 4 * b.row, 4 * b.column],
  ] as const;
  multiply(m, n, k, ...fromA, ...fromB, 4 * placeC, 4 * n, 4 * scratch, 0);
  out.set(floats.subarray(placeC, placeC + m * n), at);
  return true;
}

/** A view's matrix as it lies, if its steps go forward; null where it has to be copied first. */
export function matrixOf(data: TypedArray, at: number, row: number, column: number): Matrix | null {
  return data instanceof Float32Array && row > 0 && column > 0 ? { data, at, row, column } : null;
}
