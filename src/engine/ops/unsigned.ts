import { bcomplex32, complex32, uint16, type DType } from '../dtype.js';
import { NotImplementedError_, TypeError_ } from '../errors.js';
import type { MapKernel } from '../kernels/elementwise.js';
import { withoutKernelFor } from './lacks.js';

/** Kernels that PyTorch does not have for uint16 (a dtype for storage only), each with PyTorch's name of the kernel. */
const missing = new Map<MapKernel, string>([
  ...(['abs', 'neg', 'sign', 'frac', 'remainder', 'fmod', 'lt', 'le', 'gt', 'ge'] as const).map((name) => [name, `${name}_cpu`] as const),
  ...(['logical_not', 'logical_and', 'logical_or', 'logical_xor', 'bitwise_not'] as const).map((name) => [name, `${name}_cpu`] as const),
  ...(['gcd', 'lcm', 'hypot', 'logaddexp', 'heaviside'] as const).map((name) => [name, `${name}_cpu`] as const),
  ...(['add', 'sub', 'add_scalar', 'add_scaled', 'sub_scaled'] as const).map((name) => [name, 'add_stub'] as const),
  ...(['square', 'pow', 'pow_int', 'pow_scalar', 'rpow_scalar'] as const).map((name) => [name, 'pow'] as const),
  ['floor_divide', 'div_floor_cpu'],
  ['trunc_divide', 'div_trunc_cpu'],
  ['shift_left', 'lshift_cpu'],
  ['shift_right', 'rshift_cpu'],
]);

/** The kernels that PyTorch has for complex numbers of halves; for those of bfloat16 it has only a few. */
const halves: readonly MapKernel[] = ['identity', 'where', 'eq', 'ne', 'isclose', 'isnan', 'isinf', 'isfinite', 'neg', 'abs', 'sign'];
const sums: readonly MapKernel[] = ['add', 'sub', 'mul', 'add_scaled', 'sub_scaled', 'mul_scalar', 'addcmul'];
const kept = new Map<DType, ReadonlySet<MapKernel>>([
  [complex32, new Set([...halves, ...sums])],
  [bcomplex32, new Set(halves.slice(0, 4))],
]);

type Kind = typeof NotImplementedError_ | typeof TypeError_;

const compares = (name: string): [Kind, string] => [TypeError_, `${name} not implemented for complex tensors.`];
const sided = (name: string): [Kind, string] => [TypeError_, `${name} does not support complex inputs.`];

/** PyTorch's special messages for complex numbers, which have no order. */
const unordered = new Map<MapKernel, [Kind, message: string]>([
  ['maximum', compares('maximum')],
  ['minimum', compares('minimum')],
  ['fmax', compares('fmax')],
  ['fmin', compares('fmin')],
  ['isposinf', sided('isposinf')],
  ['isneginf', sided('isneginf')],
  ['clamp', [NotImplementedError_, 'clamp is not supported for complex types']],
  ['signbit', [NotImplementedError_, 'signbit is not implemented for complex tensors.']],
  ['heaviside', [NotImplementedError_, 'heaviside is not yet implemented for complex tensors.']],
]);

/** @throws NotImplementedError where PyTorch has no such kernel for uint16 */
export function refuseUnsigned(kernel: string, dtype: DType): void {
  if (dtype === uint16) throw withoutKernelFor(kernel, dtype);
}

/** @throws NotImplementedError, TypeError where PyTorch has no kernel for operands of a dtype */
export function checkHasKernel(kernel: MapKernel, dtype: DType): void {
  if (dtype.is_complex) {
    const [Kind, message] = unordered.get(kernel) ?? [];
    if (Kind) throw new Kind(message);
  }
  const has = kept.get(dtype);
  const name = dtype === uint16 ? missing.get(kernel) : has && !has.has(kernel) ? `${kernel}_cpu` : undefined;
  if (name) throw withoutKernelFor(name, dtype);
}
