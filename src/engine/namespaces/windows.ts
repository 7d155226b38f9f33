/** `torch.signal.windows`. The functions are loaded at the first use of one of them. */
import type * as made from '../ops/windows.js';
import { lateCode } from '../ops/later.js';

type Made = typeof made;
type Name = keyof Made;

const late = <N extends Name>(name: N): Made[N] =>
  ((...given: never[]) => (lateCode().windows[name] as (...all: never[]) => unknown)(...given)) as Made[N];

/** A triangle. */
export const bartlett = late('bartlett');
export const blackman = late('blackman');
export const cosine = late('cosine');
export const exponential = late('exponential');
export const gaussian = late('gaussian');
/** A sum of cosines with the coefficients `a`. */
export const general_cosine = late('general_cosine');
export const general_hamming = late('general_hamming');
export const hamming = late('hamming');
export const hann = late('hann');
export const kaiser = late('kaiser');
export const nuttall = late('nuttall');
