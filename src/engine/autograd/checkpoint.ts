/** `torch.utils.checkpoint`: parts of a model whose inner values are computed again in the backward pass, as in PyTorch. */
import { TypeError_, ValueError } from '../errors.js';
import { fork_rng } from '../namespaces/random.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { defaultGenerator } from '../random/generator.js';
import { gradEdge, gradFnOf } from '../tensor/state.js';
import { unobserved } from '../tensor/observe.js';
import type { Tensor } from '../tensor/tensor.js';
import { isGradEnabled, withGradMode } from './gradMode.js';
import { treeOf } from './trees.js';

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

type RandomState = ReturnType<typeof defaultGenerator.get_state>;

let again = 0;

/** True while a checkpoint runs its function again: what the program does then was reported before. */
export const computesAgain = (): boolean => again > 0;

/**
 * Runs `fn` again when a backward pass reaches one of its results: once in each pass, as PyTorch does it before it goes on.
 * What the function does besides is done again too: counters go on, batch norm updates its running statistics.
 */
function againInBackward(results: readonly Tensor[], fn: () => unknown, random: RandomState | null): void {
  const reached = new Set<number>();
  const run = (which: number): void => {
    // A second gradient for the same result belongs to another pass.
    if (reached.has(which)) reached.clear();
    const isFirst = reached.size === 0;
    reached.add(which);
    if (!isFirst) return;
    const body = (): unknown => withGradMode(true, () => unobserved(fn));
    again++;
    try {
      if (random) fork_rng(() => defaultGenerator.set_state(random) && body());
      else body();
    } finally {
      again--;
    }
  };
  results.forEach((t, which) => {
    const { fn: made, index } = gradEdge(t)!;
    made.hooks = [...made.hooks, { index, hook: () => run(which) }];
  });
}

/**
 * Calls `fn` with the arguments, as `torch.utils.checkpoint.checkpoint`, and once more in the backward pass. Values,
 * gradients and draws are the same as in PyTorch. The inner values of the first call are kept and shown: no memory is saved.
 * @throws TypeError when `fn` is not callable
 */
export function checkpoint<Args extends unknown[], Result>(fn: (...args: Args) => Result, ...args: [...Args, CheckpointOptions?]): Result {
  if (typeof fn !== 'function') throw new TypeError_(`'${pythonType(fn)}' object is not callable`);
  const last: unknown = args.at(-1);
  const options = isOptions(last) ? last : {};
  const given = (options === last ? args.slice(0, -1) : args) as unknown as Args;
  if (!isGradEnabled()) return fn(...given);
  const random = options.preserve_rng_state === false ? null : defaultGenerator.get_state();
  const result = fn(...given);
  const computed = (treeOf(result)?.leaves ?? []).filter((t) => gradFnOf(t));
  if (computed.length > 0) againInBackward(computed, () => fn(...given), random);
  return result;
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
