import { exponentsOf, float16, bfloat16, getDefaultDType, float32, limitsOf, type DType } from '../dtype.js';
import { TypeError_ } from '../errors.js';
import { scientific } from '../repr/numbers.js';

/** `torch.finfo` and `torch.iinfo`: which numbers a dtype can hold. */

/** A number as C prints it with `%g`: six digits, without zeros at the end. */
function sixDigits(x: number): string {
  const [mantissa, exponent] = scientific(x, 5).split('e') as [string, string];
  const power = Number(exponent);
  const short = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (power >= -4 && power < 6) return short(x.toPrecision(6));
  return `${short(mantissa)}e${exponent}`;
}

/** The decimal resolution by dtype: the digits that the dtype surely holds. */
const resolutions = new Map<DType, number>([
  [float16, 1e-3],
  [bfloat16, 1e-2],
  [float32, 1e-6],
]);

/** The properties of a floating dtype, as `torch.finfo`. */
export interface FloatInfo {
  readonly bits: number;
  /** The difference between 1 and the next number. */
  readonly eps: number;
  readonly max: number;
  readonly min: number;
  /** The least positive normal number. */
  readonly tiny: number;
  readonly smallest_normal: number;
  /** The decimal resolution. */
  readonly resolution: number;
  readonly dtype: string;
}

/** The properties of an integer dtype, as `torch.iinfo`. */
export interface IntegerInfo {
  readonly bits: number;
  readonly max: number;
  readonly min: number;
  readonly dtype: string;
}

const printed = <T extends object>(info: T, text: string): T => Object.defineProperty(info, 'toString', { value: () => text });

/**
 * The limits of a floating dtype (without an argument: of the default dtype), as `torch.finfo`. @throws TypeError for
 * other dtypes
 */
export function finfo(dtype: DType = getDefaultDType()): FloatInfo {
  if ((dtype as DType | null) === null) throw new TypeError_("finfo(): argument 'type' (position 1) must be torch.dtype, not NoneType");
  if (!dtype.is_floating_point) {
    throw new TypeError_("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'");
  }
  const [above, least] = exponentsOf(dtype);
  const resolution = resolutions.get(dtype) ?? 1e-15;
  const eps = 2 ** (1 - dtype.digits);
  const max = (2 - eps) * 2 ** (above - 1);
  const tiny = 2 ** least;
  const info = { bits: 8 * dtype.itemsize, eps, max, min: -max, tiny, smallest_normal: tiny, resolution, dtype: dtype.name };
  const shown = Object.entries({ resolution, min: -max, max, eps, smallest_normal: tiny, tiny }).map(
    ([key, v]) => `${key}=${sixDigits(v)}`,
  );
  return printed(info, `finfo(${shown.join(', ')}, dtype=${dtype.name})`);
}

/**
 * The limits of an integer dtype, as `torch.iinfo`; those of int64 are PyTorch's, rounded to numbers of JavaScript.
 * @throws TypeError for other dtypes
 */
export function iinfo(dtype: DType): IntegerInfo {
  if (dtype.is_floating_point) {
    throw new TypeError_("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'");
  }
  if (dtype.category === 0) throw new TypeError_('torch.bool is not supported by torch.iinfo');
  const [min, max] = dtype.name === 'int64' ? [-(2 ** 63), 2 ** 63] : limitsOf(dtype);
  return printed(
    { bits: 8 * dtype.itemsize, max, min, dtype: dtype.name },
    `iinfo(min=${sixDigits(min)}, max=${sixDigits(max)}, dtype=${dtype.name})`,
  );
}
