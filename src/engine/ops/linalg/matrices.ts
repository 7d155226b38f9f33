import { read, readParts } from '../../backends/allocation.js';
import { complex128, complex64, float32, float64, int32, type DType } from '../../dtype.js';
import { LinAlgError, NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { broadcastSizes, numel, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { transpose } from './numbers.js';

/** The shared part of `linalg`: the matrices in the last two dims of a tensor, and PyTorch's errors for wrong ones. */

/** The numbers of rows and columns in the last two dims. */
export const matrixSizes = (a: Tensor): [m: number, n: number] => [a.sizes.at(-2)!, a.sizes.at(-1)!];

export const batchSizes = (a: Tensor): readonly number[] => a.sizes.slice(0, -2);

/** @throws RuntimeError for a tensor with fewer than two dims */
export function checkMatrix(name: string, a: Tensor, argument = 'A'): void {
  if (a.sizes.length < 2) throw wrongShape(`${name}: The input tensor ${argument} must have at least 2 dimensions.`);
}

/** @throws RuntimeError where the last two dims differ */
export function checkSquare(name: string, a: Tensor, argument = 'A'): void {
  checkMatrix(name, a, argument);
  const [m, n] = matrixSizes(a);
  if (m !== n) throw wrongShape(`${name}: ${argument} must be batches of square matrices, but they are ${m} by ${n} matrices`);
}

/** True for a dtype that LAPACK has. */
export const isLapack = (dtype: DType): boolean => [float32, float64, complex64, complex128].includes(dtype);

/** @throws NotImplementedError for integers, and for floating dtypes that LAPACK does not have */
export function checkFloat(name: string, a: Tensor): void {
  if (isLapack(a.dtype)) return;
  throw new NotImplementedError_(
    a.dtype.isContinuous
      ? `${name}: Low precision dtypes not supported. Got ${a.dtype.scalarName}`
      : `${name}: Expected a floating point or complex tensor as input. Got ${a.dtype.scalarName}`,
  );
}

/** @throws RuntimeError unless `a` and `b` have the same dtype */
export function checkSameType(name: string, a: Tensor, b: Tensor): void {
  if (a.dtype === b.dtype) return;
  const [p, q] = [a.dtype.scalarName, b.dtype.scalarName];
  throw new RuntimeError(`${name}: Expected A and B to have the same dtype, but found A of type ${p} and B of type ${q} instead`);
}

/** @throws RuntimeError unless `b` has as many rows (or, from the right, columns) as `a` */
export function checkEquation(name: string, a: Tensor, b: Tensor, left: boolean): void {
  const [[m, n], [p, q]] = [matrixSizes(a), matrixSizes(b)];
  if (left ? m === p : n === q) return;
  throw wrongShape(`${name}: Incompatible shapes of A and B for the equation ${left ? 'AX = B' : 'XA = B'} (${m}x${n} and ${p}x${q})`);
}

/** Both tensors, with their batch dims broadcast to each other. */
export function broadcastBatches(a: Tensor, b: Tensor): [Tensor, Tensor] {
  const batch = broadcastSizes(batchSizes(a), batchSizes(b));
  return [a.expand([...batch, ...a.sizes.slice(-2)]), b.expand([...batch, ...b.sizes.slice(-2)])];
}

/** The matrices as arrays of numbers, row by row; a complex number is two numbers. */
export function matricesOf(a: Tensor): Float64Array[] {
  const [m, n] = matrixSizes(a);
  const data = readParts(a);
  const size = m * n * a.dtype.lanes;
  return Array.from({ length: numel(batchSizes(a)) }, (_, b) => data.slice(b * size, (b + 1) * size));
}

/** Vectors or matrices as a tensor that has the batch dims of `like`, on its device. */
export function stacked(like: Tensor, parts: readonly ArrayLike<number>[], sizes: readonly number[], dtype: DType = like.dtype): Tensor {
  const length = numel(sizes) * dtype.lanes;
  const all = new dtype.array(parts.length * length);
  parts.forEach((part, b) => {
    for (let i = 0; i < length; i++) all[b * length + i] = part[i];
  });
  return Tensor.of(all, [...batchSizes(like), ...sizes], dtype, like.device);
}

/** The same for matrices whose columns are stored one after the other, as LAPACK stores them. */
export function byColumns(like: Tensor, parts: readonly ArrayLike<number>[], [m, n]: readonly [number, number]): Tensor {
  return transposed(
    stacked(
      like,
      parts.map((part) => transpose(part, m, n, like.dtype.lanes)),
      [n, m],
    ),
  );
}

/** For each factorization of a batch, the position where it failed, counted from 1, or 0. */
export const infosOf = (like: Tensor, infos: readonly number[]): Tensor =>
  stacked(
    like,
    infos.map((info) => [info]),
    [],
    int32,
  );

/** @throws LinAlgError for the first matrix whose factorization failed */
export function checkInfo(name: string, info: Tensor, say: (info: number) => string, Kind: typeof RuntimeError = LinAlgError): void {
  const infos = read(info);
  const at = infos.findIndex((v) => v !== 0);
  if (at < 0) return;
  throw new Kind(`${name}: ${info.sizes.length > 0 ? `(Batch element ${at}): ` : ''}${say(infos[at])}`);
}

export const transposed = (t: Tensor): Tensor => t.transpose(-2, -1);

/** The transpose; complex numbers are conjugated. */
export const adjoint = (t: Tensor): Tensor => (t.dtype.is_complex ? t.adjoint() : transposed(t));

/** The identity matrix, which can be broadcast. */
export const identityLike = (a: Tensor, n: number): Tensor => {
  const { lanes } = a.dtype;
  const values = new Float64Array(lanes * n * n);
  for (let i = 0; i < n; i++) values[lanes * (i * n + i)] = 1;
  return Tensor.of(values, [n, n], a.dtype, a.device);
};

export const shown = showSizes;
