/** `torch.testing`. */
import { promoteTypes, int64 } from '../dtype.js';
import { AssertionError, TypeError_, ValueError } from '../errors.js';
import { isclose } from '../generated/torch.js';
import { py, pyFloat } from '../nn/pythonText.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { quietly } from '../quietly.js';
import { entryAt, sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { toleranceOf } from '../test/close.js';

export interface AssertCloseOptions {
  allow_subclasses?: boolean;
  /** The relative and the absolute tolerance: both or none. Default: those of the dtype */
  rtol?: number | null;
  atol?: number | null;
  /** Whether NaN equals NaN. Default: false */
  equal_nan?: boolean;
  check_device?: boolean;
  check_dtype?: boolean;
  check_layout?: boolean;
  check_stride?: boolean;
  /** The message of the error, or a function that makes it of the usual one. */
  msg?: string | ((usual: string) => string) | null;
}

type Tolerance = { rtol: number; atol: number };

const defaults = {
  ...{ allow_subclasses: true, rtol: null, atol: null, equal_nan: false },
  ...{ check_device: true, check_dtype: true, check_layout: true, check_stride: false, msg: null },
} satisfies AssertCloseOptions;

/** Compares tensors, numbers, and lists and dictionaries of them, as `torch.testing.assert_close`. @throws AssertionError */
export function assert_close(actual: unknown, expected: unknown, options: AssertCloseOptions = {}): void {
  const other = Object.keys(options).find((name) => !(name in defaults));
  if (other !== undefined) throw new TypeError_(`assert_close() got an unexpected keyword argument '${other}'`);
  const { rtol, atol, equal_nan, check_dtype, check_stride, msg } = { ...defaults, ...options };
  if ((rtol === null) !== (atol === null))
    throw new ValueError(`Both 'rtol' and 'atol' must be either specified or omitted, but got no ${rtol === null ? 'rtol' : 'atol'}.`);
  const tolerance = rtol === null || atol === null ? null : { rtol, atol };
  const rules = { tolerance, equalNan: equal_nan, checkDtype: check_dtype, checkStride: check_stride };
  const wrong = quietly(() => difference(actual, expected, rules, ''));
  if (wrong !== null) throw new AssertionError(typeof msg === 'function' ? msg(wrong) : (msg ?? wrong));
}

interface Rules {
  tolerance: Tolerance | null;
  equalNan: boolean;
  checkDtype: boolean;
  checkStride: boolean;
}

/** The difference in PyTorch's words; null when there is none. `place`: where in lists and dictionaries the two are. */
function difference(a: unknown, b: unknown, rules: Rules, place: string): string | null {
  const at = (text: string | null): string | null => text && (place ? `${text}\n\nThe failure occurred for item ${place}` : text);
  if (a === null && b === null) return null;
  if (a instanceof Tensor && b instanceof Tensor) return at(ofTensors(a, b, rules));
  if (typeof a === 'boolean' && typeof b === 'boolean') return at(a === b ? null : `Booleans mismatch: ${py(a)} is not ${py(b)}`);
  if (typeof a === 'number' && typeof b === 'number') return at(ofNumbers(a, b, rules));
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return at(`The length of the sequences mismatch: ${a.length} != ${b.length}`);
    return first(a.keys(), (i) => difference(a[i], b[i], rules, `${place}[${i}]`));
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const [missing, additional] = [Object.keys(b).filter((k) => !(k in a)), Object.keys(a).filter((k) => !(k in b))];
    if (missing.length + additional.length > 0)
      return at(
        `The keys of the mappings do not match:\nMissing keys in the actual mapping: ${list(missing)}\nAdditional keys in the actual mapping: ${list(additional)}`,
      );
    return first(Object.keys(a), (k) => difference(a[k], b[k], rules, `${place}[${py(k)}]`));
  }
  throw new TypeError_(`No comparison pair was able to handle inputs of type <class '${className(a)}'> and <class '${className(b)}'>.`);
}

const list = (names: string[]): string => `[${names.map((name) => py(name)).join(', ')}]`;

const className = (v: unknown): string => (v instanceof Tensor ? 'torch.Tensor' : pythonType(v));

function first<T>(all: Iterable<T>, find: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

const allowed = ({ rtol, atol }: Tolerance, which: 'rtol' | 'atol'): string =>
  rtol === 0 && atol === 0 ? '' : ` (up to ${py(which === 'rtol' ? rtol : atol)} allowed)`;
const verdict = ({ rtol, atol }: Tolerance): string => (rtol === 0 && atol === 0 ? 'not equal' : 'not close');

function scalars(a: number, b: number, isFloat: boolean, tolerance: Tolerance): string {
  const shown = isFloat ? pyFloat : py;
  const distance = Math.abs(a - b);
  return (
    `Scalars are ${verdict(tolerance)}!\n\nExpected ${shown(b)} but got ${shown(a)}.\n` +
    `Absolute difference: ${shown(distance)}${allowed(tolerance, 'atol')}\n` +
    `Relative difference: ${pyFloat(distance / Math.abs(b))}${allowed(tolerance, 'rtol')}`
  );
}

function ofNumbers(a: number, b: number, { tolerance, equalNan }: Rules): string | null {
  const isFloat = !Number.isInteger(a) || !Number.isInteger(b);
  const used = tolerance ?? (isFloat ? { rtol: 1e-7, atol: 1e-7 } : { rtol: 0, atol: 0 });
  const isSame = a === b || (equalNan && a !== a && b !== b);
  return isSame || Math.abs(a - b) <= used.atol + used.rtol * Math.abs(b) ? null : scalars(a, b, isFloat, used);
}

const attribute = (name: string, a: unknown, b: unknown): string =>
  `The values for attribute '${name}' do not match: ${String(a)} != ${String(b)}.`;

function ofTensors(given: Tensor, wanted: Tensor, { tolerance, equalNan, checkDtype, checkStride }: Rules): string | null {
  if (!sameSizes(given.sizes, wanted.sizes)) return attribute('shape', given.shape, wanted.shape);
  if (checkDtype && given.dtype !== wanted.dtype) return attribute('dtype', given.dtype, wanted.dtype);
  if (checkStride && !sameSizes(given.stride(), wanted.stride())) return attribute('stride()', py(given.stride()), py(wanted.stride()));
  const both = [given, wanted].map((t) => toleranceOf(t.dtype));
  const used = tolerance ?? { rtol: Math.max(both[0].rtol, both[1].rtol), atol: Math.max(both[0].atol, both[1].atol) };
  const common = promoteTypes(given.dtype, wanted.dtype);
  const dtype = common.isContinuous ? common : int64;
  const [a, b] = [given, wanted].map((t) => t.detach().to(dtype).reshape([-1])) as [Tensor, Tensor];
  const matches = isclose(a, b, { ...used, equal_nan: equalNan });
  const wrong = matches.numel() - matches.sum().item();
  if (wrong === 0) return null;
  const absolute = a.sub(b).abs();
  const relative = absolute.div(b.abs());
  if (given.sizes.length === 0 && !common.is_complex) return scalars(a.item(), b.item(), common.isContinuous, used);
  const greatest = (of: Tensor): [value: number, index: string] => {
    const [value, at] = of.masked_fill(matches, 0).max(0);
    return [value.item(), py(entryAt(at.item(), given.sizes))];
  };
  const [[distance, place], [share, where]] = [greatest(absolute), greatest(relative)];
  const percent = ((100 * wrong) / matches.numel()).toFixed(1);
  return (
    `Tensor-likes are ${verdict(used)}!\n\nMismatched elements: ${wrong} / ${matches.numel()} (${percent}%)\n` +
    `Greatest absolute difference: ${common.isContinuous ? pyFloat(distance) : py(distance)} at index ${place}${allowed(used, 'atol')}\n` +
    `Greatest relative difference: ${pyFloat(share)} at index ${where}${allowed(used, 'rtol')}`
  );
}
