import { ValueError } from '../errors.js';

export interface PrintOptions {
  /** Digits after the point. */
  precision: number;
  /** The number of elements above which only the edges are shown. */
  threshold: number;
  /** How many elements are shown at each edge. */
  edgeitems: number;
  linewidth: number;
  /** True: always in scientific notation; false: never; null: the numbers decide. */
  sci_mode: boolean | null;
}

const profiles: Record<string, PrintOptions> = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sci_mode: null },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80, sci_mode: null },
  full: { precision: 4, threshold: Infinity, edgeitems: 3, linewidth: 80, sci_mode: null },
};

export const printOptions: PrintOptions = { ...profiles['default'] };

/** Sets how tensors print from now on, as `torch.set_printoptions`. */
export function set_printoptions(given: Partial<PrintOptions> & { profile?: 'default' | 'short' | 'full' } = {}): void {
  const { profile, ...options } = given ?? {};
  if (profile !== undefined) {
    if (!(profile in profiles)) throw new ValueError(`there is no print profile '${String(profile)}'; use 'default', 'short' or 'full'`);
    Object.assign(printOptions, profiles[profile]);
  }
  Object.assign(printOptions, options);
}
