import { look } from '../backends/allocation.js';
import { kernels } from '../backends/dispatch.js';
import { getDefaultDevice, host } from '../backends/registry.js';
import type { Device } from '../device.js';
import { Complex } from '../complex.js';
import { bool, float32, getDefaultComplexDType, complex128, getDefaultDType, int64, promoteTypes, type DType } from '../dtype.js';
import type { MapKernel } from '../kernels/elementwise.js';
import {
  channelsFormat,
  contiguous_format,
  formatStrides,
  isRowMajor,
  keptStrides,
  liesIn,
  preserve_format,
  resultStrides,
  type MemoryFormat,
} from '../layout.js';
import { broadcastSizes, broadcastStrides, contiguousStrides, isDense, sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { isHalf } from './halves.js';
import { checkHasKernel } from './unsigned.js';

export type Scalar = number | boolean;
export type Operand = Tensor | Scalar;

const scalarType = (v: Scalar | Complex): DType =>
  v instanceof Complex ? getDefaultComplexDType() : typeof v === 'boolean' ? bool : Number.isInteger(v) ? int64 : getDefaultDType();

/** Tensors without dims that stand for complex numbers of a call: they affect the dtype as other numbers do. */
const numbers = new WeakSet<Tensor>();

const isComplexNumber = (v: unknown): boolean => v instanceof Tensor && v.dtype.is_complex && numbers.has(v);

/** The tensor that stands for a complex number among the operands. */
export function complexOperand({ re, im }: Complex): Tensor {
  const number = Tensor.of([re, im], [], complex128, host);
  numbers.add(number);
  return number;
}

/** `factor · v + by` in a gradient. A complex number of a call is rounded only where it meets the tensor. */
export function scaledAndMoved(v: Tensor, factor: 1 | -1, by: number): Tensor {
  if (!isComplexNumber(v)) return factor === 1 ? v.add(by) : v.rsub(by);
  const { re, im } = v.item() as unknown as Complex;
  return complexOperand(new Complex(factor * re + by, factor * im));
}

/**
 * The dtype of two groups of operands, where `higher` has priority: tensors with dims before tensors without, tensors
 * before numbers.
 */
function combine(higher: DType | null, lower: DType | null): DType | null {
  if (!higher || !lower) return higher ?? lower;
  if (higher.is_complex) return higher;
  if (higher.is_floating_point) return lower.is_complex ? higher.to_complex() : higher;
  return higher === bool || lower.isContinuous ? promoteTypes(higher, lower) : higher;
}

/** True for what an elementwise operation computes with. */
export const isOperand = (v: unknown): v is Tensor | number | boolean =>
  v instanceof Tensor || typeof v === 'number' || typeof v === 'boolean';

/** The common dtype of operands, as `torch.result_type`. */
export function resultType(operands: readonly (Operand | Complex)[]): DType {
  let dimmed: DType | null = null;
  let zeroDim: DType | null = null;
  let scalar: DType | null = null;
  for (const v of operands) {
    if (!(v instanceof Tensor) || isComplexNumber(v)) {
      const type = v instanceof Tensor ? getDefaultComplexDType() : scalarType(v);
      scalar = scalar ? promoteTypes(scalar, type) : type;
    } else if (v.sizes.length > 0) dimmed = dimmed ? promoteTypes(dimmed, v.dtype) : v.dtype;
    else zeroDim = zeroDim ? promoteTypes(zeroDim, v.dtype) : v.dtype;
  }
  return combine(dimmed, combine(zeroDim, scalar))!;
}

/** A number as a tensor without dims. */
export function scalarTensor(value: Scalar, dtype: DType, device: Device): Tensor {
  const number = new dtype.array(dtype.lanes);
  number[0] = Number(value);
  return Tensor.of(dtype.load ? [Number(value)] : number, [], dtype, device);
}

/**
 * The device for the operation: that of the tensors. A tensor without dims on the CPU may join tensors on any device,
 * as in PyTorch.
 */
function deviceOf(operands: readonly Operand[]): Device {
  let found: Device | null = null;
  for (const v of operands) {
    if (!(v instanceof Tensor)) continue;
    if (v.sizes.length > 0 || v.storage.device !== host) return v.storage.device;
    found = host;
  }
  return found ?? getDefaultDevice();
}

/**
 * `same`: the common dtype of the operands; `float`: the same, but integers become floating; `bool`; `real`: the dtype
 * of the parts of complex numbers.
 */
export type OutputRule = 'same' | 'float' | 'bool' | 'real';

export interface PointwiseOptions {
  result?: OutputRule;
  params?: readonly number[];
  /** This dtype replaces the common dtype of the operands. */
  dtype?: DType;
}

/** The strides of the result: those of the operands if they all agree, else by the order of their dims. */
function stridesOf(sizes: readonly number[], operands: readonly Operand[]): readonly number[] {
  const tensors = operands.filter((v) => v instanceof Tensor);
  const [first] = tensors;
  if (tensors.length === operands.length && tensors.every((t) => sameSizes(t.sizes, sizes))) {
    if (tensors.every((t) => t.isContiguousNow)) return contiguousStrides(sizes);
    const format = channelsFormat(sizes.length);
    if (tensors.every((t) => liesIn(format, sizes, t.strides))) return formatStrides(format, sizes);
    if (isDense(sizes, first.strides) && tensors.every((t) => sameSizes(t.strides, first.strides))) return first.strides;
  }
  return resultStrides(
    sizes,
    tensors.map((t) => broadcastStrides(t.sizes, t.strides, sizes)),
  );
}

/** Kernels in which PyTorch does not round a number to 16 bits before it meets 16-bit tensors. */
const exactNumbers: ReadonlySet<MapKernel> = new Set<MapKernel>(['mul', 'div']);

/** The dtype of a floating result: that of the tensor, or the default one. */
export const floatOf = ({ dtype }: Tensor): DType => (dtype.isContinuous ? dtype : getDefaultDType());

/** Runs a kernel on operands that broadcast with each other. */
export function pointwise(
  kernel: MapKernel,
  operands: readonly Operand[],
  { result = 'same', params, dtype }: PointwiseOptions = {},
): Tensor {
  let common = dtype ?? resultType(operands);
  checkHasKernel(kernel, common);
  if (result === 'float' && !common.isContinuous) common = getDefaultDType();
  let sizes: readonly number[] | null = null;
  let rowMajor = true;
  for (const v of operands) {
    if (!(v instanceof Tensor)) continue;
    if (v.sizes !== sizes) sizes = sizes ? (sameSizes(sizes, v.sizes) ? sizes : broadcastSizes(sizes, v.sizes)) : v.sizes;
    rowMajor &&= isRowMajor(v.sizes, v.strides);
  }
  sizes ??= [];
  const device = deviceOf(operands);
  const strides = rowMajor ? contiguousStrides(sizes) : stridesOf(sizes, operands);
  const out = Tensor.emptyStrided(sizes, strides, result === 'bool' ? bool : result === 'real' ? common.to_real() : common, device);
  const computed = isHalf(common) && exactNumbers.has(kernel) ? float32 : common;
  kernels.map(kernel, areTensorsOn(device, operands) ? operands : inputsOn(device, operands, computed), out, computed, params);
  return out;
}

function areTensorsOn(device: Device, operands: readonly Operand[]): operands is readonly Tensor[] {
  for (const v of operands) if (!(v instanceof Tensor) || v.storage.device !== device) return false;
  return true;
}

const inputsOn = (device: Device, operands: readonly Operand[], dtype: DType): Tensor[] =>
  operands.map((v) => {
    if (!(v instanceof Tensor)) return scalarTensor(v, dtype, device);
    return v.storage.device !== device && v.sizes.length === 0 && v.storage.device === host ? copyTo(v, device) : v;
  });

/** A tensor like `like`, with its elements in the same order, to write into: its elements are undefined. */
export const emptyLike = (like: Tensor, dtype = like.dtype): Tensor =>
  Tensor.emptyStrided(like.sizes, keptStrides(like.sizes, like.strides), dtype, like.device);

/** Zeros like `like`; also the gradient of an input that the result does not depend on. */
export const zerosLike = (like: Tensor): Tensor =>
  Tensor.zeros(like.sizes, like.dtype, like.device).alias(like.sizes, keptStrides(like.sizes, like.strides));

function copyInto(out: Tensor, x: Tensor): Tensor {
  kernels.copy(x, out);
  return out;
}

/** A copy of the elements of `x`, in the same order. */
export const copyOf = (x: Tensor, dtype = x.dtype): Tensor => copyInto(emptyLike(x, dtype), x);

/** A copy of the elements of `x`, with the sizes and the memory order of `model`. */
export const copyLike = (model: Tensor, x: Tensor): Tensor => copyInto(emptyLike(model, x.dtype), x);

/**
 * A copy of the elements of `x` in the order of a memory format. @throws RuntimeError when `x` has a wrong number of
 * dims for it
 */
export const copyIn = (format: MemoryFormat, x: Tensor, dtype = x.dtype): Tensor =>
  copyInto(
    format === preserve_format ? emptyLike(x, dtype) : Tensor.emptyStrided(x.sizes, formatStrides(format, x.sizes), dtype, x.device),
    x,
  );

/** `result` with channels last, like `model`, if both have the same number of dims. */
export const asChannelsOf = (model: Tensor, result: Tensor): Tensor =>
  result.sizes.length === model.sizes.length ? copyIn(channelsFormat(result.sizes.length), result) : result;

/** A copy of the elements of `x` on another device. */
export const copyTo = (x: Tensor, device: Device): Tensor => Tensor.of(look(x).slice(), x.sizes, x.dtype, device);

/** `x` in another dtype; `x` itself if it has that dtype. */
export function cast(x: Tensor, dtype: DType): Tensor {
  return x.dtype === dtype ? x : copyOf(x, dtype);
}

/** `x` with its elements in row-major order; `x` itself if they are. */
export function dense(x: Tensor): Tensor {
  return x.isContiguousNow ? x : copyIn(contiguous_format, x);
}
