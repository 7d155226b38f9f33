/** Errors about dtypes, each with its detail. */
import type { DType } from '../dtype.js';
import { RuntimeError, type TorchErrorClass } from '../errors.js';
import type { DtypeDetail } from './detail.js';

type Wanted = Extract<DtypeDetail, { kind: 'dtype' }>['wanted'];

/** An operation does not take a tensor of this dtype, or not together with the other tensors. */
export const wrongDtype = (wanted: Wanted, message: string, Kind: TorchErrorClass = RuntimeError) =>
  new Kind(message, { kind: 'dtype', wanted });

const cNames: Partial<Record<string, string>> = {
  float32: 'float',
  float64: 'double',
  int64: 'long int',
  int32: 'int',
  complex64: 'c10::complex<float>',
  complex128: 'c10::complex<double>',
};

/** The C++ name of a dtype, which a few messages show. */
export const cName = ({ name, cppName }: { readonly name: string; readonly cppName?: string }): string => cNames[name] ?? cppName ?? name;

/** A gradient is assigned to a tensor of another dtype. */
export const wrongGradDtype = (given: DType, own: DType): Error =>
  wrongDtype(
    'same',
    `attempting to assign a gradient with dtype '${cName(given)}' to a tensor with grad_dtype '${own.scalarName}'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems that assume they match.`,
  );
