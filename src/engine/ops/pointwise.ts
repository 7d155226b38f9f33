import type { MapKernel } from '../backends/kernels.js';
import { backend } from '../backends/current.js';
import { bool, getDefaultDType, int64, promoteTypes, type DType } from '../dtype.js';
import { broadcastSizes } from '../shape.js';
import { Storage } from '../storage.js';
import { Tensor } from '../tensor.js';

export type Scalar = number | boolean;
export type Operand = Tensor | Scalar;

const scalarType = (v: Scalar): DType => (typeof v === 'boolean' ? bool : Number.isInteger(v) ? int64 : getDefaultDType());

/** What a more telling operand makes of a less telling one: dims tell more than none, tensors more than numbers. */
function combine(higher: DType | null, lower: DType | null): DType | null {
  if (!higher || !lower) return higher ?? lower;
  if (higher.is_floating_point) return higher;
  return higher === bool || lower.is_floating_point ? promoteTypes(higher, lower) : higher;
}

/** The dtype in which operands meet, as `torch.result_type`. */
export function resultType(operands: readonly Operand[]): DType {
  let dimmed: DType | null = null;
  let zeroDim: DType | null = null;
  let scalar: DType | null = null;
  for (const v of operands) {
    if (!(v instanceof Tensor)) scalar = scalar ? promoteTypes(scalar, scalarType(v)) : scalarType(v);
    else if (v.sizes.length > 0) dimmed = dimmed ? promoteTypes(dimmed, v.dtype) : v.dtype;
    else zeroDim = zeroDim ? promoteTypes(zeroDim, v.dtype) : v.dtype;
  }
  return combine(dimmed, combine(zeroDim, scalar))!;
}

/** A number as a tensor without dims. */
export function scalarTensor(value: Scalar, dtype: DType): Tensor {
  const t = new Tensor(new Storage(new dtype.array(1), dtype), [], [], 0, dtype);
  t.storage.data[0] = Number(value);
  return t;
}

/** `same`: the dtype in which the operands meet; `float`: integers become floating; `bool`. */
export type OutputRule = 'same' | 'float' | 'bool';

export interface PointwiseOptions {
  result?: OutputRule;
  params?: readonly number[];
  /** Decides instead of the operands. */
  dtype?: DType;
}

/** Runs a kernel on operands that broadcast with each other. */
export function pointwise(
  kernel: MapKernel,
  operands: readonly Operand[],
  { result = 'same', params, dtype }: PointwiseOptions = {},
): Tensor {
  let common = dtype ?? resultType(operands);
  if (result === 'float' && !common.is_floating_point) common = getDefaultDType();
  let sizes: readonly number[] | null = null;
  for (const v of operands) {
    if (v instanceof Tensor && v.sizes !== sizes) sizes = sizes ? broadcastSizes(sizes, v.sizes) : v.sizes;
  }
  const out = Tensor.empty(sizes ?? [], result === 'bool' ? bool : common);
  const inputs = operands.map((v) => (v instanceof Tensor ? v : scalarTensor(v, common)));
  backend().map(kernel, inputs, out, common, params);
  return out;
}

/** A tensor of the same kind as `like`, zeros unless filled. */
export const emptyLike = (like: Tensor, dtype = like.dtype): Tensor => Tensor.empty(like.sizes, dtype);

/** The gradient of what does not depend on its input. */
export const zerosLike = (g: Tensor): Tensor => emptyLike(g);

/** The elements of `x` in memory of their own. */
export function copyOf(x: Tensor, dtype = x.dtype): Tensor {
  const out = emptyLike(x, dtype);
  backend().copy(x, out);
  return out;
}

/** `x` in another dtype, or itself. */
export function cast(x: Tensor, dtype: DType): Tensor {
  return x.dtype === dtype ? x : copyOf(x, dtype);
}

/** `x` with its elements in row-major order, or itself. */
export function dense(x: Tensor): Tensor {
  return x.isContiguousNow ? x : copyOf(x);
}
