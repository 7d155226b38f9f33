/**
 * How the engine tells what it does. The engine knows nothing of traces or panels: whoever
 * wants to watch sets one observer. With none, watching costs a null check.
 */
import { isGradEnabled } from '../autograd/gradMode.js';
import type { Kind } from '../ops/kind.js';
import type { GradFn } from './gradFn.js';
import type { Storage } from '../storage.js';
import type { Tensor } from './tensor.js';

export interface OperationEvent {
  /** PyTorch's name: 'add', 'addmm', 'randn'; in-place variants end in '_'. */
  readonly name: string;
  /** Tensor arguments in the order of the signature, lists flattened. */
  readonly inputs: readonly Tensor[];
  /** What the signature calls each of `inputs`; absent where there is no signature. */
  readonly argumentNames?: readonly string[];
  /** Results; for an in-place operation the changed tensor itself. */
  readonly outputs: readonly Tensor[];
  /** The arguments that are no tensors, by name, without those left at their default. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inplace: boolean;
  /** What kind of operation it is, as its entry says; null for what has no entry, like a model's own autograd function. */
  readonly kind: Kind | null;
  /** The operation's entry (an `Op`), for what explains its results; absent for what has none. */
  readonly entry?: object;
  /** How long it computed, by the observer's `now`. */
  readonly ms: number;
}

export interface Observer {
  /** The clock that operations are measured with, in milliseconds. */
  now?(): number;
  /** Who hears of the operations that backward formulas are made of. Absent or null: nobody. */
  readonly formulas?: Observer | null;
  /** After an operation ran: one event for what autograd sees as one operation. */
  operation?(event: OperationEvent): void;
  /** Before an operation computes of these tensors, in the order of its signature, lists flattened. */
  willUse?(tensors: readonly Tensor[]): void;
  /** Before the bytes of a storage change. */
  willWrite?(storage: Storage): void;
  /** A module's `forward` begins and ends. `module` is the nn.Module. */
  enterModule?(module: object): void;
  exitModule?(module: object): void;
  /** `backward()` was called; throwing here stops it before it begins. */
  backwardStart?(roots: readonly Tensor[]): void;
  /** The backward walk brought `grad` to output `index` of `fn` (for a leaf, `fn` is its AccumulateGrad). */
  gradient?(fn: GradFn, index: number, grad: Tensor): void;
  /** The formulas of `fn` were computed, which took so long. What it saved is still there. */
  applied?(fn: GradFn, ms: number): void;
  /** `fn` passed `grad` on along its edge of that number: what arrives at the other end is the sum of these. */
  flow?(fn: GradFn, edge: number, grad: Tensor): void;
  /** An optimizer changes what it was given, by the gradients there are. */
  optimizerStep?(parameters: readonly Tensor[]): void;
  /** The walk has ended and `.grad` of the leaves is up to date. */
  backwardEnd?(roots: readonly Tensor[]): void;
}

let current: Observer | null = null;
let installed: Observer | null = null;

/** Makes `next` the observer from now on; null for none. */
export function install(next: Observer | null): void {
  current = installed = next;
}

/** To be called before the elements of `storage` change: also inside of what is unobserved, since that changes what was recorded before. */
export const willWrite = (storage: Storage): void => installed?.willWrite?.(storage);

export const observer = (): Observer | null => current;

/**
 * Whether the operations of a backward formula matter to somebody: to autograd, which derives them again, or to an observer.
 * Where they do not, a formula may find its result without operations, by a kernel of its own.
 */
export const formulasAreRecorded = (): boolean => isGradEnabled() || current !== null;

/** Changes for a while who hears of operations, and returns who did before. */
export function observe(next: Observer | null): Observer | null {
  const before = current;
  current = next;
  return before;
}

/** Runs `body` unobserved: the insides of backward formulas, optimizers and printing are nobody's graph. */
export const unobserved = <T>(body: () => T): T => observedBy(null, body);

/** Runs `body` while `next` hears of operations. */
export function observedBy<T>(next: Observer | null, body: () => T): T {
  const before = observe(next);
  try {
    return body();
  } finally {
    observe(before);
  }
}
