/** Errors about dtypes, each with its detail. */
import { RuntimeError, type TorchErrorClass } from '../errors.js';
import type { DtypeDetail } from './detail.js';

type Wanted = Extract<DtypeDetail, { kind: 'dtype' }>['wanted'];

/** For a tensor of a dtype that an operation does not take, or not beside the others. */
export const wrongDtype = (wanted: Wanted, message: string, Kind: TorchErrorClass = RuntimeError) =>
  new Kind(message, { kind: 'dtype', wanted });
