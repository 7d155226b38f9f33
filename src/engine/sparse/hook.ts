/**
 * The hook by which the code that runs operations asks whether an argument is a sparse tensor. While a program has no
 * sparse tensor, the hook costs a null check.
 */
interface Operation {
  readonly name: string;
}

export interface SparseHook {
  /** True when an operation has a sparse tensor among its arguments and cannot read it itself. */
  concerns(op: Operation, values: readonly unknown[]): boolean;
  /** Runs such an operation; with `inPlace`, the first argument takes the result. */
  perform(op: Operation, values: readonly unknown[], inPlace: boolean): unknown;
}

let load: (() => SparseHook) | null = null;
let isAwake = false;
let current: SparseHook | null = null;

/** The hook; null while there is no sparse tensor. */
export const sparseHook = (): SparseHook | null => (isAwake ? (current ??= load!()) : null);

export const installSparse = (loader: () => SparseHook): void => {
  load = loader;
};

/** Turns the hook on. Called when the first sparse tensor is made. */
export const wakeSparse = (): void => {
  isAwake = true;
};
