import { installSparse } from '../sparse/hook.js';
import type * as Code from './lateCode.js';

/** Code of operations that few programs use, such as those with sparse tensors. It is loaded at its first use. */

let loaded: typeof Code | null = null;
let load: (() => typeof Code) | null = null;

/** Says how the code is loaded. */
export function loadLateCodeBy(loader: () => typeof Code): void {
  load = loader;
  installSparse(() => lateCode().hook);
}

export const lateCode = (): typeof Code => (loaded ??= load!());
