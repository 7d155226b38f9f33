/** `torch.utils.checkpoint`: parts of a model whose inner values PyTorch computes again in the backward pass to save memory. */
import { TypeError_, ValueError } from '../errors.js';
import { isPlainObject, pythonType } from '../ops/signature.js';

export interface CheckpointOptions {
  /** Selects one of PyTorch's two ways to compute again; here it changes nothing. */
  use_reentrant?: boolean | null;
  preserve_rng_state?: boolean;
  determinism_check?: string;
  debug?: boolean;
  early_stop?: boolean;
}

const OPTIONS: ReadonlySet<string> = new Set(['use_reentrant', 'preserve_rng_state', 'determinism_check', 'debug', 'early_stop']);

const isOptions = (given: unknown): given is CheckpointOptions =>
  isPlainObject(given) && Object.keys(given).length > 0 && Object.keys(given).every((key) => OPTIONS.has(key));

/**
 * Calls `fn` with the arguments, as `torch.utils.checkpoint.checkpoint`. Values, gradients and draws are the same as in
 * PyTorch. Inner values are kept and shown: nothing is computed twice, and no memory is saved.
 * @throws TypeError when `fn` is not callable
 */
export function checkpoint<Args extends unknown[], Result>(fn: (...args: Args) => Result, ...args: [...Args, CheckpointOptions?]): Result {
  if (typeof fn !== 'function') throw new TypeError_(`'${pythonType(fn)}' object is not callable`);
  const given: unknown[] = isOptions(args.at(-1)) ? args.slice(0, -1) : args;
  return fn(...(given as Args));
}

/**
 * Runs functions one after the other, in `segments` parts, as `torch.utils.checkpoint.checkpoint_sequential`; see `checkpoint`.
 * @param functions an `nn.Sequential`, or a list of modules or functions
 * @throws ValueError for fewer functions than segments, TypeError when `functions` is not such a sequence
 */
export function checkpoint_sequential<T>(
  functions: Iterable<(input: T) => T>,
  segments: number,
  input: T,
  _options?: CheckpointOptions,
): T {
  if (!(Symbol.iterator in Object(functions))) throw new TypeError_(`'${pythonType(functions)}' object is not iterable`);
  const list = [...functions];
  if (typeof segments !== 'number' || segments < 1 || segments > list.length)
    throw new ValueError(`segments (${String(segments)}) has to be from 1 to the number of functions (${list.length}).`);
  return list.reduce((value, fn) => checkpoint(fn, value), input);
}
