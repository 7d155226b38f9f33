import { installSparse } from '../../sparse/hook.js';
import type * as Code from './code.js';

/** The code for sparse tensors. It is loaded at its first use: few programs have a sparse tensor. */

let loaded: typeof Code | null = null;
let load: (() => typeof Code) | null = null;

/** Says how the code is loaded. */
export function loadSparseCodeBy(loader: () => typeof Code): void {
  load = loader;
  installSparse(() => sparseCode().hook);
}

export const sparseCode = (): typeof Code => (loaded ??= load!());
