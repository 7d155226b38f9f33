import type { Tensor } from '../tensor/tensor.js';
import type { OpGradFn } from './opGradFn.js';

/** The hooks of `torch.autograd.graph.saved_tensors_hooks` that hold while a program runs. */

/** What hooks do to the tensors that are kept for backward. */
export interface SavedHooks {
  /** Packs what an operation keeps. */
  packKept(fn: OpGradFn): void;
  /** Packs what a function of the program keeps. @returns what gives the tensors back */
  packed(tensors: readonly (Tensor | null)[]): () => (Tensor | null)[];
}

let hooks: SavedHooks | null = null;
let check: ((fn: OpGradFn) => void) | null = null;
let refusal: string | null = null;

/** Sets what looks at every function that is recorded. */
export const checkRecorded = (by: (fn: OpGradFn) => void): void => {
  check = by;
};

/** Must be called when a function has what it keeps for backward. */
export function keeping(fn: OpGradFn): void {
  check?.(fn);
  hooks?.packKept(fn);
}

/** The innermost hooks. */
export const savedHooks = (): SavedHooks | null => hooks;

/** Runs `body` with hooks, or with a sentence that refuses hooks. */
function holding<T>(inner: SavedHooks | null, sentence: string | null, body: () => T): T {
  const [hooksBefore, sentenceBefore] = [hooks, refusal];
  const restore = () => {
    hooks = hooksBefore;
    refusal = sentenceBefore;
  };
  hooks = inner;
  refusal = sentence;
  let isPending = false;
  try {
    const result = body();
    isPending = result instanceof Promise;
    return isPending ? ((result as Promise<unknown>).finally(restore) as T) : result;
  } finally {
    if (!isPending) restore();
  }
}

export const withHooks = <T>(inner: SavedHooks, body: () => T): T => holding(inner, refusal, body);
export const withoutHooks = <T>(sentence: string, body: () => T): T => holding(null, sentence, body);

/** The sentence of `disable_saved_tensors_hooks` that refuses hooks now. */
export const hooksRefusal = (): string | null => refusal;
