import { gemmWasm } from '../../generated/gemm.js';
import type { TypedArray } from '../../dtype.js';

/** The product of float32 matrices in WebAssembly SIMD; see assembly/gemm.ts. */

/** A matrix within an array: where it starts and its steps. */
export interface Matrix {
  data: Float32Array;
  at: number;
  row: number;
  column: number;
}

interface Memory {
  buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface Exports {
  memory: Memory;
  gemm(...args: number[]): void;
}
/** The engine is compiled without DOM or Node types; every place it runs in has this. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Exports };
};

const BLOCK = 96 * 256;
const DEPTH = 256;
/** Beyond this the copies cost more memory than a model should be charged for unseen. */
const LIMIT = 2 ** 28;

let instance: Exports | null | undefined;

/** Without SIMD (or without WebAssembly at all) there is the loop in matmul.ts. */
function load(): Exports | null {
  if (instance !== undefined) return instance;
  try {
    instance = new WebAssembly.Instance(new WebAssembly.Module(gemmWasm), {}).exports;
  } catch {
    instance = null;
  }
  return instance;
}

/** The least and greatest element that a matrix touches, relative to its start. */
const span = (m: Matrix, rows: number, columns: number) => (rows - 1) * m.row + (columns - 1) * m.column + 1;

const roundUp = (n: number, to: number) => Math.ceil(n / to) * to;

/** Whether it pays: packing costs as much as a few multiplications with each element. */
export const isWorthwhile = (m: number, n: number, k: number): boolean => m * n * k >= 16_384 && n >= 4 && load() !== null;

/** Writes a · b (m × k by k × n) to `out`, row major. False when it is too large for here. */
export function gemm(a: Matrix, b: Matrix, out: Float32Array, at: number, m: number, n: number, k: number): boolean {
  const wasm = load()!;
  const width = roundUp(n, 8);
  const [sizeA, sizeB, sizeC] = [span(a, m, k), span(b, k, n), roundUp(m, 6) * width];
  const total = sizeA + sizeB + sizeC + BLOCK + DEPTH * width;
  if (total * 4 > LIMIT) return false;
  reserve(wasm.memory, total * 4);
  const memory = new Float32Array(wasm.memory.buffer);
  const [startB, startC, scratch] = [sizeA, sizeA + sizeB, sizeA + sizeB + sizeC].map((i) => roundUp(i, 4)) as [number, number, number];
  memory.set(a.data.subarray(a.at, a.at + sizeA), 0);
  memory.set(b.data.subarray(b.at, b.at + sizeB), startB);
  wasm.gemm(m, n, k, 0, a.row, a.column, startB * 4, b.row, b.column, startC * 4, scratch * 4);
  if (width === n) out.set(memory.subarray(startC, startC + m * n), at);
  else for (let i = 0; i < m; i++) out.set(memory.subarray(startC + i * width, startC + i * width + n), at + i * n);
  return true;
}

function reserve(memory: Memory, bytes: number): void {
  const pages = Math.ceil((bytes + 64) / 65_536) - memory.buffer.byteLength / 65_536;
  if (pages > 0) memory.grow(pages);
}

/** A view's matrix as it lies, if its steps go forward; null where it has to be copied first. */
export function matrixOf(data: TypedArray, at: number, row: number, column: number): Matrix | null {
  return data instanceof Float32Array && row > 0 && column > 0 ? { data, at, row, column } : null;
}
