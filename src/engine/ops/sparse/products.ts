import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { grouped, isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { Op } from '../op.js';
import { rowsOf, turned } from './places.js';
import { plainAddmm, run, sparseMm, sparseSparse } from './primitives.js';

/** Products with sparse matrices. */

type Values = readonly unknown[];

function checkSizes(a: Tensor, b: Tensor): void {
  if (a.sizes.length !== 2 || b.sizes.length !== 2 || a.sizes[1] !== b.sizes[0])
    throw wrongShape(`mat1 and mat2 shapes cannot be multiplied (${a.sizes.join('x')} and ${b.sizes.join('x')})`);
}

/** The product of a sparse matrix and a dense one. */
function times(x: SparseTensor, y: Tensor, entry: Op): Tensor {
  checkSizes(x, y);
  return run(entry, x.kept, x.places, y, [...x.sizes], null, 1, 1);
}

/**
 * The product of two sparse matrices: pairs each element of one with those elements of the other whose row is its
 * column.
 */
function sparseTimes(a: SparseTensor, b: SparseTensor): SparseTensor {
  checkSizes(a, b);
  const [x, y] = [a.coalesced(), b.coalesced()];
  const columns = b.sizes[1];
  const [rows, inner] = rowsOf(x.places).map(read);
  const [heads, ends] = rowsOf(y.places).map(read);
  const byRow = new Map<number, number[]>();
  heads.forEach((row, e) => {
    const known = byRow.get(row);
    if (known) known.push(e);
    else byRow.set(row, [e]);
  });
  const [left, right, at]: [number[], number[], number[]] = [[], [], []];
  inner.forEach((k, e) => {
    for (const f of byRow.get(k) ?? []) {
      left.push(e);
      right.push(f);
      at.push(rows[e] * columns + ends[f]);
    }
  });
  const { into, first } = grouped(at);
  const of = (list: readonly number[]) => x.integers(list);
  const kept = run(sparseSparse, x.kept, y.kept, of(left), of(right), of(into), first.length);
  const places = first.map((e) => at[e]);
  const both = [...places.map((place) => Math.floor(place / columns)), ...places.map((place) => place % columns)];
  return x.with(kept, x.integers(both, [2, places.length]), [a.sizes[0], columns], true);
}

/** Matrix products with at least one sparse factor. */
export function multiply(a: Tensor, b: Tensor, entry: Op = sparseMm): Tensor {
  if (isSparse(a) && isSparse(b)) return sparseTimes(a, b);
  if (isSparse(a)) {
    if (b.sizes.length !== 1) return times(a, b, entry);
    if (a.sizes[1] !== b.sizes[0]) throw wrongShape('mv: expected self.size(-1) == vec.size(-1)');
    return times(a, b.unsqueeze(1), entry).squeeze(1);
  }
  checkSizes(a, b);
  return times(turned(b as SparseTensor), a.t(), entry).t();
}

export const matmul = ([a, b]: Values): Tensor => multiply(a as Tensor, b as Tensor);

/** `beta` times a dense matrix, plus `alpha` times a product. */
export function addProduct(mat: Tensor, a: Tensor, b: Tensor, beta: number | boolean, alpha: number | boolean, entry: Op): Tensor {
  if (isSparse(mat)) throw new RuntimeError("addmm: expected 'self' to be a dense tensor");
  if (isSparse(a) && !isSparse(b)) {
    checkSizes(a, b);
    return run(entry, a.kept, a.places, b, [...a.sizes], mat, beta, alpha);
  }
  const product = multiply(a, b);
  return mat.mul(beta).add(isSparse(product) ? product.dense() : product, { alpha: Number(alpha) });
}

export const addmm = ([mat, a, b, beta = 1, alpha = 1]: Values): Tensor =>
  addProduct(mat as Tensor, a as Tensor, b as Tensor, beta as number, alpha as number, plainAddmm);
