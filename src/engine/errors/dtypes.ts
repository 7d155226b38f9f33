/** Errors about dtypes, each with its detail. */
import { RuntimeError, type TorchErrorClass } from '../errors.js';
import type { DtypeDetail } from './detail.js';

type Wanted = Extract<DtypeDetail, { kind: 'dtype' }>['wanted'];

/** For a tensor of a dtype that an operation does not take, or not beside the others. */
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

/** What a dtype is called in the language that PyTorch's kernels are written in: a few messages show it. */
export const cName = ({ name }: { readonly name: string }): string => cNames[name] ?? name;
