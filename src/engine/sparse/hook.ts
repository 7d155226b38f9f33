/**
 * Where what runs operations asks whether sparse tensors are among the arguments. As long as a program has none, this costs a
 * null check.
 */
interface Operation {
  readonly name: string;
}

export interface SparseHook {
  /** Whether an operation has a sparse tensor among its arguments, and does not read it itself. */
  concerns(op: Operation, values: readonly unknown[]): boolean;
  /** Runs such an operation; `inPlace`: the first argument takes the result. */
  perform(op: Operation, values: readonly unknown[], inPlace: boolean): unknown;
}

let installed: SparseHook | null = null;
let current: SparseHook | null = null;

/** Null while there is no sparse tensor. */
export const sparseHook = (): SparseHook | null => current;

export const installSparse = (hook: SparseHook): void => {
  installed = hook;
};

/** The first sparse tensor was made. */
export const wakeSparse = (): void => {
  current = installed;
};
