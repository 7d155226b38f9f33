/**
 * How the engine reports what it does. The engine knows nothing of traces or panels: code that wants to watch the
 * engine sets one observer. Without an observer, reporting costs a null check.
 */
import { isGradEnabled } from '../autograd/gradMode.js';
import type { Kind } from '../ops/kind.js';
import type { GradFn } from './gradFn.js';
import type { Storage } from '../storage.js';
import type { Tensor } from './tensor.js';

export interface OperationEvent {
  /** PyTorch's name: 'add', 'addmm', 'randn'; in-place variants end in '_'. */
  readonly name: string;
  /** Tensor arguments in the order of the signature, with lists flattened. */
  readonly inputs: readonly Tensor[];
  /** The argument name in the signature for each of `inputs`; absent where there is no signature. */
  readonly argumentNames?: readonly string[];
  /** Results; for an in-place operation the changed tensor itself. */
  readonly outputs: readonly Tensor[];
  /** The arguments that are no tensors, by name, without those that have their default value. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inplace: boolean;
  /**
   * The kind that the entry of the operation states; null for an operation without an entry, such as a model's own
   * autograd function.
   */
  readonly kind: Kind | null;
  /** The operation's entry (an `Op`), for code that explains its results; absent for an operation without an entry. */
  readonly entry?: object;
  /** The duration of the operation, by the observer's `now`. */
  readonly ms: number;
}

export interface Observer {
  /** The clock that measures operations, in milliseconds. */
  now?(): number;
  /** The observer of the operations inside of backward formulas. Absent or null: there is none. */
  readonly formulas?: Observer | null;
  /** Called after an operation: once for what autograd sees as one operation. */
  operation?(event: OperationEvent): void;
  /** Called before an operation reads these tensors, in the order of its signature, with lists flattened. */
  willUse?(tensors: readonly Tensor[]): void;
  /** Called before the bytes of a storage change. */
  willWrite?(storage: Storage): void;
  /** Called when a module's `forward` begins and ends. `module` is the nn.Module. */
  enterModule?(module: object): void;
  exitModule?(module: object): void;
  /** Called at the beginning of `backward()`; an error thrown here stops it. */
  backwardStart?(roots: readonly Tensor[]): void;
  /**
   * Called when the backward walk brought `grad` to output `index` of `fn` (for a leaf, `fn` is its AccumulateGrad).
   */
  gradient?(fn: GradFn, index: number, grad: Tensor): void;
  /**
   * Called when the formulas of `fn` were computed, with the time they took. The tensors that `fn` saved still exist.
   */
  applied?(fn: GradFn, ms: number): void;
  /**
   * Called when `fn` passed `grad` along its edge of this number: the gradient at the other end is the sum of these.
   */
  flow?(fn: GradFn, edge: number, grad: Tensor): void;
  /**
   * Called when `.grad` is read of a tensor that an operation made: backward() brings it none, unless `retain_grad()` asks
   * for it. PyTorch warns of it.
   */
  gradMissed?(tensor: Tensor): void;
  /** Called when an optimizer clears the gradients of its parameters. */
  gradientsCleared?(parameters: readonly Tensor[]): void;
  /** Called when a scheduler goes on for the first time, with the parameters of its optimizer. */
  scheduled?(parameters: readonly Tensor[]): void;
  /** Called before an optimizer changes its parameters by their gradients. */
  optimizerStep?(parameters: readonly Tensor[]): void;
  /** Called after the walk, when `.grad` of the leaves is up to date. */
  backwardEnd?(roots: readonly Tensor[]): void;
}

let current: Observer | null = null;
let installed: Observer | null = null;

/** Makes `next` the observer from now on; null for none. */
export function install(next: Observer | null): void {
  current = installed = next;
}

/**
 * Must be called before the elements of `storage` change, also inside of unobserved code: the write changes what was
 * recorded before.
 */
export const willWrite = (storage: Storage): void => installed?.willWrite?.(storage);

export const observer = (): Observer | null => current;

/**
 * True when the operations of a backward formula must be recorded: autograd differentiates them again, or an observer
 * watches them. Otherwise a formula may compute its result without operations, by a kernel of its own.
 */
export const formulasAreRecorded = (): boolean => isGradEnabled() || current !== null;

/** Sets the observer of operations for a while, and returns the previous one. */
export function observe(next: Observer | null): Observer | null {
  const before = current;
  current = next;
  return before;
}

/**
 * Runs `body` without an observer: the operations inside backward formulas, optimizers and printing belong to no graph.
 */
export const unobserved = <T>(body: () => T): T => observedBy(null, body);

/** Runs `body` with `next` as the observer of operations. */
export function observedBy<T>(next: Observer | null, body: () => T): T {
  const before = observe(next);
  try {
    return body();
  } finally {
    observe(before);
  }
}
