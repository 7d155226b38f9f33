import { read } from '../../backends/allocation.js';
import { bool, type DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { wrapDim } from '../../shape.js';
import { isBlocked, isCompressed, sparse_bsr, sparse_coo, sparse_csr } from '../../sparse/layout.js';
import { grouped, integers, isSparse, SparseTensor } from '../../sparse/sparseTensor.js';
import { gradFnOf } from '../../tensor/state.js';
import type { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import { withoutKernelFor } from '../lacks.js';
import type { Op } from '../op.js';
import { rowsOf, turned } from './places.js';
import { plainAddmm, run, sparseAddmm, sparseMm as plainMm, sparseSparse } from './primitives.js';
import { notHere } from './refusals.js';
import { refusing, underivable } from '../refusing.js';

/** Products with sparse matrices. */

type Values = readonly unknown[];

const anyCompressed = (...all: Tensor[]): boolean => all.some((t) => isSparse(t) && isCompressed(t.kind));

/** @throws RuntimeError for matrices that do not fit; PyTorch names them by the layout of the sparse one */
function checkSizes(a: Tensor, b: Tensor): void {
  if (isSparse(a) && isSparse(b) && !anyCompressed(a, b)) {
    for (const [name, t] of [
      ['mat1', a],
      ['mat2', b],
    ] as const)
      if (t.sizes.length !== 2) throw wrongShape(`_sparse_sparse_matmul: ${name} must be a matrix, got ${t.sizes.length}-D tensor`);
  } else for (const t of [a, b]) if (t.sizes.length < 2) wrapDim(1, t.sizes.length);
  if (a.sizes[1] === b.sizes[0]) return;
  const sizes = `(${a.sizes.join('x')} and ${b.sizes.join('x')})`;
  if (anyCompressed(a, b)) throw wrongShape(`addmm: mat1 and mat2 shapes cannot be multiplied ${sizes}`);
  if (isSparse(a) && isSparse(b)) throw wrongShape(`_sparse_sparse_matmul: mat1 and mat2 shapes cannot be multiplied ${sizes}`);
  if (isSparse(a)) throw wrongShape(`addmm: Argument #3 (dense): Expected dim 0 size ${a.sizes[1]}, got ${b.sizes[0]}`);
  throw wrongShape(`addmm: Argument #3 (dense): Expected dim 0 size ${b.sizes[0]}, got ${a.sizes[1]}`);
}

/** The dtypes of MKL's sparse products. */
export const isMkl = (d: DType): boolean => ['Float', 'Double', 'ComplexFloat', 'ComplexDouble'].includes(d.scalarName);

/** @throws RuntimeError for dtypes that PyTorch does not multiply */
function checkDtypes(a: Tensor, b: Tensor, name: 'addmm' | 'addmv' = 'addmm'): void {
  const both = isSparse(a) && isSparse(b);
  // Without elements there is no loop that would ask.
  if (!both && [a, b].some((t) => isSparse(t) && t.kind === sparse_coo && t.places.sizes[1] === 0)) return;
  if (a.dtype !== b.dtype) {
    if (both && !anyCompressed(a, b))
      throw new RuntimeError(`mat1 dtype ${a.dtype.scalarName} does not match mat2 dtype ${b.dtype.scalarName}`);
    throw new RuntimeError(`expected scalar type ${a.dtype.scalarName} but found ${b.dtype.scalarName}`);
  }
  if (anyCompressed(a, b)) {
    if (!isMkl(a.dtype)) throw withoutKernelFor(`${name}_out_sparse_csr_impl_mkl${both ? '_sparse' : ''}`, a.dtype);
  } else if (both) {
    if (!isMkl(a.dtype)) throw withoutKernelFor('sparse_matmul', a.dtype);
  } else if (a.dtype === bool) throw withoutKernelFor('addmm_sparse_dense', a.dtype);
}

/** @throws RuntimeError for blocks that MKL does not multiply */
function checkBlocks(x: SparseTensor, isRight: boolean, isVector = false): void {
  if (!isBlocked(x.kind)) return;
  if (isRight || x.kind !== sparse_bsr)
    throw new RuntimeError(
      isVector
        ? `torch.addmv: operation not supported for mat with ${x.kind.shown} layout`
        : `addmm: computation on CPU is not implemented for Strided + ${isRight ? `Strided @ ${x.kind.shown}` : `${x.kind.shown} @ Strided`}`,
    );
  const [, high, wide] = x.kept.sizes;
  if (high !== wide) throw new RuntimeError("MKL Sparse doesn't support matrices with non-square blocks.");
}

/** The product of a sparse matrix and a dense one. */
function times(given: SparseTensor, y: Tensor, entry: Op, mat: Tensor | null = null, beta: unknown = 1, alpha: unknown = 1): Tensor {
  const x = isBlocked(given.kind) ? given.laidOut(sparse_coo) : given;
  const whole = entry === sparseAddmm ? null : (given.whole?.() ?? null);
  const product = run(entry, x.kept, x.places, y, [...x.sizes], mat, beta, alpha, whole);
  if (entry !== sparseAddmm || given.kind === sparse_coo || given.kind === sparse_csr || !gradFnOf(given.kept)) return product;
  return refusing(
    product,
    new RuntimeError(
      `sparse_addmm_sparse_backward: unsupported combination of layouts, grad: Strided, mat1: ${given.kind.shown}, mat2: Strided`,
    ),
  );
}

/**
 * The product of two sparse matrices: pairs each element of one with those elements of the other whose row is its
 * column.
 */
function sparseTimes(a: SparseTensor, b: SparseTensor): SparseTensor {
  if (isCompressed(a.kind) !== isCompressed(b.kind)) {
    const out = isCompressed(a.kind) ? 'SparseCsr' : 'Sparse';
    throw new RuntimeError(`addmm: computation on CPU is not implemented for ${out} + ${a.kind.shown} @ ${b.kind.shown}`);
  }
  checkSizes(a, b);
  checkDtypes(a, b);
  const kind = isCompressed(a.kind) ? sparse_csr : sparse_coo;
  const [x, y] = [a.laidOut(sparse_coo).coalesced(), b.laidOut(sparse_coo).coalesced()];
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
  const of = (list: readonly number[]) => integers(x, list);
  const kept = run(sparseSparse, x.kept, y.kept, of(left), of(right), of(into), first.length);
  const places = first.map((e) => at[e]);
  const both = [...places.map((place) => Math.floor(place / columns)), ...places.map((place) => place % columns)];
  const product = new SparseTensor(kept, integers(x, both, [2, places.length]), [a.sizes[0], columns], true, kind);
  if (kind === sparse_coo) return product;
  // The gradient of a factor is a product with compressed rows, whatever the layout of the factor is.
  const wrong = [a, b].findIndex((t) => gradFnOf(t.kept) && t.kind !== sparse_csr);
  if (wrong < 0) return product;
  const expected = [a, b][wrong].kind.shown;
  return refusing(
    product,
    new RuntimeError(`Function MmBackward0 returned an invalid gradient at index ${wrong} - expected layout ${expected} but got SparseCsr`),
  );
}

/** Matrix products with at least one sparse factor. */
export function multiply(a: Tensor, b: Tensor, entry: Op = plainMm): Tensor {
  if (isSparse(a) && isSparse(b)) return sparseTimes(a, b);
  if (isSparse(a)) {
    checkSizes(a, b);
    checkBlocks(a, false);
    checkDtypes(a, b);
    return times(a, b, entry);
  }
  checkSizes(a, b);
  checkDtypes(a, b);
  const x = b as SparseTensor;
  // The transpose of blocks by columns has blocks by rows.
  if (isBlocked(x.kind)) {
    if (x.kind === sparse_bsr) checkBlocks(x, true);
    return x.dense().t().mm(a.t()).t();
  }
  return times(
    turned(x).wholeOf(x, (all) => all.t()),
    a.t(),
    entry,
  ).t();
}

/** A matrix times a vector. */
export function timesVector(a: Tensor, b: Tensor): Tensor {
  if (b.sizes.length !== 1)
    throw wrongShape(`mv: two tensor dim should be 2 and 1, but got SparseTensor Dim: ${a.sizes.length}Tensor Dim: ${b.sizes.length}`);
  if (!isSparse(a)) throw notHere('mv', b);
  if (a.sizes[1] !== b.sizes[0])
    throw wrongShape(
      isCompressed(a.kind)
        ? `size mismatch, got input (${a.sizes[0]}), mat (${a.sizes.join('x')}), vec (${b.sizes[0]})`
        : 'mv: expected self.size(-1) == vec.size(-1)',
    );
  checkBlocks(a, false, true);
  checkDtypes(a, b, 'addmv');
  return times(a, b.unsqueeze(1), plainMm).squeeze(1);
}

export const matmul = ([a, b]: Values): Tensor => {
  const [x, y] = [a as Tensor, b as Tensor];
  return y.sizes.length === 1 && isSparse(x) && !isSparse(y) ? timesVector(x, y) : multiply(x, y);
};

/** `beta` times a dense matrix, plus `alpha` times a product. */
function addProduct(mat: Tensor, a: Tensor, b: Tensor, beta: number | boolean, alpha: number | boolean, entry: Op): Tensor {
  if (isSparse(mat) && isSparse(a) && isSparse(b) && mat.kind === sparse_coo)
    throw new RuntimeError('addmm_sparse_dense: expected strided result tensor, got tensor with layout Sparse');
  if (isSparse(mat)) throw new RuntimeError(`expand is unsupported for ${mat.kind.shown} tensors`);
  const wanted = [a.sizes[0], b.sizes[1] ?? 1];
  if (mat.sizes.length > 0 && mat.sizes.some((n, d) => n !== 1 && n !== wanted[wanted.length - mat.sizes.length + d])) mat.expand(wanted);
  if (!mat.dtype.isContinuous) [beta, alpha] = [Math.trunc(Number(beta)), Math.trunc(Number(alpha))];
  if (isSparse(a) && !isSparse(b)) {
    checkSizes(a, b);
    checkBlocks(a, false);
    checkDtypes(a, b);
    return times(a, b, entry, mat, beta, alpha);
  }
  const product = multiply(a, b);
  return mat.mul(beta).add(isSparse(product) ? product.dense() : product, { alpha: Number(alpha) });
}

export const addmm = ([mat, a, b, beta = 1, alpha = 1]: Values): Tensor =>
  addProduct(mat as Tensor, a as Tensor, b as Tensor, beta as number, alpha as number, plainAddmm);

export const sparseAddmmOf = (mat: Tensor, a: Tensor, b: Tensor, beta: number | boolean, alpha: number | boolean): Tensor =>
  isSparse(a) || isSparse(b) ? addProduct(mat, a, b, beta, alpha, sparseAddmm) : mat.addmm(a, b, { beta, alpha });

/** `addmv`: the same of a matrix and a vector. */
export const addmv = ([input, a, b, beta = 1, alpha = 1]: Values): Tensor =>
  (input as Tensor).mul(beta as number).add(timesVector(a as Tensor, b as Tensor), { alpha: Number(alpha) });

/** Products of a batch of sparse matrices. */
export function batches([a, b]: Values): Tensor {
  const [x, y] = [a as Tensor, b as Tensor];
  if (anyCompressed(x, y)) throw wrongShape('batch1 must be a 3D tensor');
  if (isSparse(y)) throw new RuntimeError("bmm_sparse: Tensor 'mat2' must be dense");
  const one = x as SparseTensor;
  const check = (holds: boolean, what: string): void => {
    if (!holds) throw wrongShape(`bmm_sparse: ${what}`);
  };
  check(one.sizes.length === one.placed, `Tensor 'self' must have 0 dense dims, but has ${one.sizes.length - one.placed}`);
  check(one.placed === 3, `Tensor 'self' must have 3 sparse dims, but has ${one.placed}`);
  check(y.sizes.length === 3, `Tensor 'mat2' must have 3 dims, but has ${y.sizes.length}`);
  check(one.sizes[0] === y.sizes[0], "'self.size(0)' and 'mat2.size(0)' must match");
  check(one.sizes[2] === y.sizes[1], "'self.size(2)' and 'mat2.size(1)' must match");
  return one.dense().bmm(y);
}

/** The product of a matrix with sparse rows and a dense matrix, whose rows are those that have elements. */
export function hspmm(a: Tensor, b: Tensor): Tensor {
  if (!isSparse(a)) throw notHere('hspmm', a);
  if (a.placed !== 2) throw wrongShape(`hspmm: Argument #2: matrices expected, got ${a.sizes.length}D tensor`);
  if (b.sizes[0] !== a.sizes[1]) throw wrongShape(`hspmm: Argument #3: Expected dim 0 size ${a.sizes[1]}, got ${b.sizes[0]}`);
  checkDtypes(a, b);
  const x = a.coalesced();
  const [rows] = rowsOf(x.places).map(read);
  const { first } = grouped([...rows]);
  const all = times(x, b, plainMm);
  const numbers = integers(
    x,
    first.map((e) => rows[e]),
  );
  const made = new SparseTensor(all.index_select(0, numbers), numbers.unsqueeze(0), [a.sizes[0], b.sizes[1]], true);
  return underivable(made, 'hspmm');
}

/** `beta` times a sparse matrix (null: none), plus `alpha` times a product; all elements of its rows are kept. */
export function sspaddmm(input: Tensor | null, a: Tensor, b: Tensor, beta: number | boolean, alpha: number | boolean): Tensor {
  if (input === null && !isSparse(a)) throw new RuntimeError('tensor.sspaddmm(...) can only be called on sparse tensors');
  if (input && !isSparse(input)) throw new RuntimeError('sspaddmm: expected a sparse tensor to add to');
  if (!isSparse(a)) throw new RuntimeError("sspaddmm: expected 'mat1' to have sparse layout, got 'mat1' with layout Strided");
  if (isSparse(b)) throw new RuntimeError(`sspaddmm: expected 'mat2' to have strided layout, got 'mat2' with layout ${b.kind.shown}`);
  for (const [i, one] of [a, b].entries())
    if (one.sizes.length !== 2) throw wrongShape(`sspaddmm: Argument #${i + 2}: matrices expected, got ${one.sizes.length}D tensor`);
  if (b.sizes[0] !== a.sizes[1]) throw wrongShape(`sspaddmm: Argument #3: Expected dim 0 size ${a.sizes[1]}, got ${b.sizes[0]}`);
  const [rowCount, wide] = [a.sizes[0], b.sizes[1]];
  [rowCount, wide].forEach((n, d) => {
    if (input && input.sizes[d] !== n) throw wrongShape(`sspaddmm: Argument #1: Expected dim ${d} size ${n}, got ${input.sizes[d]}`);
  });
  if (a.dtype === bool) throw withoutKernelFor('sspmm', bool);
  const x = a.coalesced();
  const [given] = rowsOf(x.places).map(read);
  const rows = grouped([...given]).first.map((e) => given[e]);
  const kept = times(x, b, plainMm).index_select(0, integers(x, rows)).reshape([-1]).mul(alpha);
  const along = rows.flatMap((row) => Array.from({ length: wide }, () => row));
  const across = rows.flatMap(() => Array.from({ length: wide }, (_, j) => j));
  const product = new SparseTensor(kept, integers(x, [...along, ...across], [2, along.length]), [rowCount, wide], input === null);
  const sum = input ? joined(input, product, beta) : product;
  return underivable(sum, 'sspaddmm');
}

/** The elements of both, one after the other. */
function joined(a: SparseTensor, b: SparseTensor, beta: number | boolean): SparseTensor {
  const [left, right] = [a.places, b.places].map((places) => rowsOf(places).map((row) => [...read(row)]));
  const places = left.flatMap((row, d) => [...row, ...right[d]]);
  const kept = catOf([a.kept.mul(beta), b.kept], 0);
  return new SparseTensor(kept, integers(a, places, [2, kept.sizes[0]]), a.sizes, false);
}
