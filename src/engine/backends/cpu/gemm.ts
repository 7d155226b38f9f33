import type { TypedArray } from '../../dtype.js';
import { scratchSize, type Blocking } from './wasm/gemm/blocking.js';
import { gemmFunctions } from './wasm/gemm/product.js';
import { build, hasMultiplyAdd, unrollsMultiplyAdd, type Exports } from './wasm/runtime.js';
import { addressOf } from './wasm/slices.js';
import { RESERVED, stage, STAGED_MOST, stagingMemory } from './wasm/staging.js';
import { buildWide, fillForTrial, Widening, type Trial } from './wasm/wide.js';
import { roundUp } from './wasm/places.js';

/** The product of float32 matrices in WebAssembly. */

/** A matrix within an array: its start and its steps. */
export interface Matrix {
  data: Float32Array;
  at: number;
  row: number;
  column: number;
}

export interface Product {
  readonly blocking: Blocking;
  readonly gemm: Exports[string];
}
let products: Widening<Product> | null | undefined;

/** The best blocking for each of two kinds of compilers. Compilers with multiply-add as one instruction keep the order of unrolled code. */
const blockings = {
  fused: { rows: 6, vectors: 2, unroll: 4, fused: true },
  apart: { rows: 4, vectors: 2, unroll: 1, fused: false },
} satisfies Record<string, Blocking>;

function make(): Widening<Product> | null {
  const memory = stagingMemory();
  if (!memory) return null;
  const blocking = unrollsMultiplyAdd() ? blockings.fused : { ...blockings.apart, fused: hasMultiplyAdd() };
  const narrow = { blocking, gemm: build(gemmFunctions(blocking), memory).gemm };
  // Each pair of vectors will be joined.
  const twice = { ...blockings.fused, vectors: 4, fused: blocking.fused };
  return new Widening<Product>(narrow, () => ({ blocking: twice, gemm: buildWide(gemmFunctions(twice), memory).gemm }), trial);
}

/** Null without WebAssembly's vectors: then the loop in matmul.ts is used. */
const load = (): Widening<Product> | null => (products === undefined ? (products = make()) : products);

/** Whether products are computed in vectors of 256 bits on this machine. */
export const hasWideProducts = (): boolean => load()?.isWide() ?? false;

/** The trial of a wide product has edges on all sides and two blocks of the depth. A small product is timed. */
const trial: Trial<Product> = {
  compute: (product) => {
    const [m, n, k] = [19, 37, 300];
    const from = RESERVED / 4;
    const to = from + m * k + k * n;
    const floats = stage(to - from + m * n + scratchSize(product.blocking, n));
    fillForTrial(floats, from, to);
    multiply(product, m, n, k, from);
    return floats.slice(to, to + m * n);
  },
  work: (product) => multiply(product, 64, 64, 64, RESERVED / 4),
};

/** Multiplies two matrices that lie one after the other, and writes the product behind them. */
function multiply({ gemm }: Product, m: number, n: number, k: number, at: number): void {
  const [b, c] = [at + m * k, at + m * k + k * n];
  gemm(m, n, k, 4 * at, 4 * k, 4, 4 * b, 4 * n, 4, 4 * c, 4 * n, 4 * (c + m * n), 0);
}

/** With up to this many columns, half of a wide tile would be computed in vain. */
const NARROW = 8;

/** The number of elements from the first to the last that a matrix touches, including both. */
const span = (m: Matrix, rows: number, columns: number) => (rows - 1) * m.row + (columns - 1) * m.column + 1;

/** The place of a matrix within the staged elements. */
interface Staged {
  /** The address in bytes, when the matrix is not staged; otherwise −1. */
  readonly address: number;
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

/** A matrix is copied line by line when its span is more than this many times its size. */
const GAPS = 2;

/** Lines of at least this many elements are copied as a whole. */
const LONG = 48;

/** Stages a matrix. Wide gaps between its lines, as in one head of many, are left out. */
function stagedAs(m: Matrix, rows: number, columns: number): Staged {
  const address = addressOf(m.data);
  if (address >= 0) return { address: address + 4 * m.at, row: m.row, column: m.column, size: 0 };
  const size = span(m, rows, columns);
  if (size > GAPS * rows * columns) {
    if (m.column === 1) return { address, row: columns, column: 1, size: rows * columns };
    if (m.row === 1) return { address, row: 1, column: rows, size: rows * columns };
  }
  return { address, row: m.row, column: m.column, size };
}

function put(floats: Float32Array, place: number, m: Matrix, as: Staged, rows: number, columns: number): void {
  if (as.address >= 0) return;
  const { data } = m;
  if (as.row === m.row && as.column === m.column) return floats.set(data.subarray(m.at, m.at + as.size), place);
  const [lines, length, step] = m.column === 1 ? [rows, columns, m.row] : [columns, rows, m.column];
  for (let i = 0, to = place, from = m.at; i < lines; i++, from += step, to += length) {
    if (length >= LONG) floats.set(data.subarray(from, from + length), to);
    else for (let j = 0; j < length; j++) floats[to + j] = data[from + j];
  }
}

/** Whether PyTorch adds the terms of such a product up one after the other, each multiplied and added at once. */
export const isChained = (m: number, n: number): boolean => m >= 4 && n >= 12;

/** With fewer multiplications than this, a loop of JavaScript is quicker. */
export const FEWEST = 512;

/**
 * Whether this product is computed here: packing costs as much as a few multiplications with each element. Smaller products come
 * here for PyTorch's bits.
 */
export const isWorthwhile = (m: number, n: number, k: number): boolean =>
  m * n * k >= 16_384 ? n >= 4 && load() !== null : m * n * k >= FEWEST && isChained(m, n) && load()?.narrow.blocking.fused === true;

/** The product that is used for a work of so many multiplications. Where convolutions have kernels, it is there. */
export const productFor = (work: number): Product => load()!.for(work);

/** Writes a · b (m × k by k × n) to `out`, row major, or adds it there. Returns false when the product is too large for the memory. */
export function gemm(a: Matrix, b: Matrix, out: Float32Array, at: number, m: number, n: number, k: number, adds = false): boolean {
  const { blocking, gemm: run } = n > NARROW ? load()!.for(m * n * k) : load()!.narrow;
  const stagedA = stagedAs(a, m, k);
  const stagedB = stagedAs(b, k, n);
  const placeA = RESERVED / 4;
  const placeB = placeA + roundUp(stagedA.size, 16);
  const placeC = placeB + roundUp(stagedB.size, 16);
  const address = addressOf(out);
  const scratch = placeC + (address >= 0 ? 0 : roundUp(m * n, 16));
  const total = scratch + scratchSize(blocking, n) - placeA;
  if (total * 4 > STAGED_MOST) return false;
  const floats = stage(total);
  put(floats, placeA, a, stagedA, m, k);
  put(floats, placeB, b, stagedB, k, n);
  if (adds && address < 0) floats.set(out.subarray(at, at + m * n), placeC);
  const fromA = stagedA.address >= 0 ? stagedA.address : 4 * placeA;
  const fromB = stagedB.address >= 0 ? stagedB.address : 4 * placeB;
  const to = address >= 0 ? address + 4 * at : 4 * placeC;
  // Not spread: this call is made for each step of a recurrent layer.
  run(
    m,
    n,
    k,
    fromA,
    4 * stagedA.row,
    4 * stagedA.column,
    fromB,
    4 * stagedB.row,
    4 * stagedB.column,
    to,
    4 * n,
    4 * scratch,
    Number(adds),
  );
  if (address < 0) out.set(floats.subarray(placeC, placeC + m * n), at);
  return true;
}

/** The matrix of a view in place, if its steps go forward; null when it must be copied first. */
export function matrixOf(data: TypedArray, at: number, row: number, column: number): Matrix | null {
  return data instanceof Float32Array && row > 0 && column > 0 ? { data, at, row, column } : null;
}
