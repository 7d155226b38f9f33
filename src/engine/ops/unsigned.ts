import { uint16, type DType } from '../dtype.js';
import { NotImplementedError_ } from '../errors.js';
import type { MapKernel } from '../kernels/elementwise.js';

/** What PyTorch has no kernel for in uint16, a dtype to keep numbers in, and what it calls the kernel. */
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

/** @throws NotImplementedError where PyTorch has no kernel for operands of a dtype */
export function checkHasKernel(kernel: MapKernel, dtype: DType): void {
  const name = dtype === uint16 ? missing.get(kernel) : undefined;
  if (name) throw new NotImplementedError_(`"${name}" not implemented for '${dtype.scalarName}'`);
}
