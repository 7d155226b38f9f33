/** Compares numbers by the rule of `torch.testing.assert_close`, and writes its message when they differ. */
import { readParts } from '../backends/allocation.js';
import { float64, type DType } from '../dtype.js';
import { tensor } from '../generated/torch.js';
import { entryAt, numel, sameSizes } from '../shape.js';
import type { Nested } from '../nested.js';
import { Tensor } from '../tensor/tensor.js';

/** The allowed difference of two numbers: |actual − expected| ≤ atol + rtol · |expected|. */
export interface Tolerance {
  rtol?: number;
  atol?: number;
}

/** PyTorch's tolerances by dtype. Integers must be equal. */
const defaults: Readonly<Record<string, Required<Tolerance>>> = {
  float16: { rtol: 1e-3, atol: 1e-5 },
  bfloat16: { rtol: 1.6e-2, atol: 1e-5 },
  float32: { rtol: 1.3e-6, atol: 1e-5 },
  complex64: { rtol: 1.3e-6, atol: 1e-5 },
  float64: { rtol: 1e-7, atol: 1e-7 },
  complex128: { rtol: 1e-7, atol: 1e-7 },
};

export const toleranceOf = (dtype: DType, given: Tolerance = {}): Required<Tolerance> => ({
  ...(defaults[dtype.name] ?? { rtol: 0, atol: 0 }),
  ...given,
});

export const isClose = (actual: number, expected: number, { rtol, atol }: Required<Tolerance>): boolean =>
  Object.is(actual, expected) || actual === expected || Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);

/** Makes a tensor like `actual` from written numbers; a single number fills the whole shape of `actual`. */
export function tensorLike(expected: Tensor | Nested, actual: Tensor): Tensor {
  if (expected instanceof Tensor) return expected;
  return tensor(expected, { dtype: actual.dtype });
}

/** The difference of two tensors, in PyTorch's words; null when there is none. */
export function difference(actual: Tensor, expected: Tensor, given?: Tolerance): string | null {
  if (!sameSizes(actual.sizes, expected.sizes))
    return `The values for attribute 'shape' do not match: ${String(actual.shape)} != ${String(expected.shape)}.`;
  if (actual.dtype !== expected.dtype)
    return `The values for attribute 'dtype' do not match: ${String(actual.dtype)} != ${String(expected.dtype)}.`;
  const tolerance = toleranceOf(actual.dtype, given);
  const [a, b] = [readParts(actual), readParts(expected)];
  let [wrong, greatest, at] = [0, -1, 0];
  a.forEach((value, i) => {
    if (isClose(value, b[i], tolerance)) return;
    wrong++;
    const distance = Math.abs(value - b[i]);
    if (distance > greatest || (Number.isNaN(distance) && greatest === -1))
      [greatest, at] = [Number.isNaN(distance) ? Infinity : distance, i];
  });
  if (wrong === 0) return null;
  const all = Math.max(1, numel(actual.sizes));
  if (actual.sizes.length === 0) return `Scalars are not close: it is ${a[0]}, and expected is ${b[0]}.`;
  const place = entryAt(Math.floor(at / actual.dtype.lanes), actual.sizes);
  return (
    `Tensor-likes are not close: ${wrong} of ${all} elements are wrong (${((100 * wrong) / all).toFixed(1)}%). ` +
    `The greatest absolute difference is at index (${place.join(', ')}): it is ${a[at]}, and expected is ${b[at]}.`
  );
}

/**
 * Compares two snapshots: words must be equal, numbers as close as float32 numbers, or float64 numbers where the
 * snapshot says so.
 */
export function sameText(actual: string, expected: string): boolean {
  if (actual === expected) return true;
  const [a, b] = [actual.split(NUMBER), expected.split(NUMBER)];
  const tolerance = toleranceOf(float64, expected.includes('float64') ? {} : { rtol: 1.3e-6, atol: 1e-6 });
  return (
    a.length === b.length &&
    a.every((part, i) => part === b[i] || (i % 2 === 1 && /[.e]/.test(part + b[i]) && isClose(Number(part), Number(b[i]), tolerance)))
  );
}

/** Matches a number that stands alone; a name with digits in it counts as a word. */
const NUMBER = /(?<![\w.])(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.])/;
