/** Which convolutions are done by winograd.ts. It is loaded when the first of them comes. */
import type { View, Window } from '../../../backend.js';
import { stagingMemory } from '../staging.js';
import type * as Winograd from './winograd.js';

let load: (() => typeof Winograd) | null = null;

/** Must be called before the first kernel. */
export const useWinograd = (given: () => typeof Winograd): void => void (load = given);

/** With fewer channels on one of the sides than this, the transforms take as long as what they save. */
const CHANNELS = 16;
/** With fewer multiplications than this, it is not worth loading code. */
const FEWEST = 2 ** 24;
/** The most multiplications that may be done for outputs beside the image, as a share of what is needed. */
const WASTE = 1.5;

/** For [N, C, D, H, W] and [N, O, D, H, W]. */
export function winograd(x: View, y: View, window: Window, groups: number): typeof Winograd | null {
  if (load === null || groups !== 1 || x.sizes[2] !== 1) return null;
  const [batch, outputs, depth, height, width] = y.sizes as [number, number, number, number, number];
  const inputs = x.sizes[1];
  const { kernel, stride, padding, dilation } = window;
  const isSmall = kernel.every((n, d) => n === (d === 0 ? 1 : 3)) && padding.every((n, d) => n <= (d === 0 ? 0 : 2));
  if (!isSmall || depth !== 1 || [...stride, ...dilation].some((n) => n !== 1)) return null;
  if (Math.min(inputs, outputs) < CHANNELS || batch * inputs * outputs * 9 * height * width < FEWEST) return null;
  // Rows have whole groups of four tiles.
  return 16 * Math.ceil(height / 2) * Math.ceil(width / 8) <= WASTE * height * width && stagingMemory() ? load() : null;
}
