/**
 * C = A · B in float32, after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication"
 * (2008): a tile of C stays in registers while a panel of A and one of B are read in order.
 */
import { v } from '../assembler/instructions.js';
import type { Code } from '../assembler/bytes.js';

/** How a product is cut. The fastest cut depends on the machine's compiler, see variants.ts. */
export interface Blocking {
  /** Rows of a tile of C. */
  readonly rows: number;
  /** The number of vectors of four columns in a tile. */
  readonly vectors: number;
  /** The number of steps of the inner loop that are written out. */
  readonly unroll: number;
  /** Whether one instruction multiplies and adds. */
  readonly fused: boolean;
}

/**
 * The most depth of a block: a panel of A and one of B of this depth fit into the first-level cache. PyTorch's products are cut at
 * the same places, so that sums of many terms have its bits.
 */
export const DEPTH = 192;

/** Rows of a block of A: the block fits into the second-level cache. */
export const blockRows = ({ rows }: Blocking): number => Math.floor(192 / rows) * rows;

export const columnsOf = ({ vectors }: Blocking): number => vectors * 4;

/** The room for one tile at the edge of C, in elements. */
export const EDGE = 256;

/** The scratch that a product with `n` columns needs, in elements. */
export const scratchSize = (blocking: Blocking, n: number): number => {
  const columns = columnsOf(blocking);
  return EDGE + (blockRows(blocking) + Math.ceil(n / columns) * columns) * DEPTH;
};

/** a · b + c of vectors. */
export type MultiplyAdd = (a: Code, b: Code, c: Code) => Code;

export const multiplyAdd = (fused: boolean): MultiplyAdd => (fused ? v.madd : (a, b, c) => v.add(c, v.mul(a, b)));
