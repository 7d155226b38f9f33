/** Calls that fit no signature as they are: those of which a number stands in a tensor, and the error of all others. */
import { TypeError_ } from '../errors.js';
import type { ErrorDetail } from '../errors/detail.js';
import { Tensor } from '../tensor/tensor.js';
import { ignoredKeywords, isPlainObject, type Parameter, placeOf, pythonType, shortName, type Signature } from './signature.js';

/**
 * The arguments with the number of each tensor without dims that stands where numbers are taken, as PyTorch reads them
 * where no overload takes the tensors themselves. The same list when there are none.
 */
export function withNumbers(s: Signature, args: readonly unknown[]): readonly unknown[] {
  const variadic = s.parameters.find((p) => p.variadic);
  let isFound = false;
  const number = (p: Parameter | undefined, value: unknown): unknown => {
    if (!p || !(value instanceof Tensor) || value.sizes.length > 0 || value.requires_grad) return value;
    const isInt = p.types.every((type) => type.startsWith('int'));
    const isNumber = isInt ? !value.dtype.isContinuous : p.types.every((type) => /^(?:int|float|Scalar|complex)/.test(type));
    isFound ||= isNumber;
    return isNumber ? value.item() : value;
  };
  const own = args.map((value, i) =>
    isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, number(s.parameters[placeOf(s, key)], one)]))
      : number(s.parameters[i] ?? variadic, value),
  );
  return isFound ? own : args;
}

/** The facts of a call that names an argument which it does not have; null for any other call. */
export function unknownKeyword(s: Signature, args: readonly unknown[]): ErrorDetail | null {
  const last = args.at(-1);
  const given = isPlainObject(last) && Object.keys(last).find((key) => placeOf(s, key) < 0 && !ignoredKeywords.has(key));
  return typeof given === 'string' ? { kind: 'keyword', call: shortName(s), given, known: s.parameters.map(({ name }) => name) } : null;
}

/** The arguments that have to be given. */
const requires = ({ parameters }: Signature): string => parameters.flatMap((p) => (p.required ? p.text : [])).join();

/** The error of a call that fits no overload. */
export function noOverload(signatures: readonly Signature[], args: readonly unknown[], problems: readonly string[]): TypeError_ {
  if (
    signatures.length === 1 ||
    (/\(\) missing \d/.test(problems[0]) && signatures.every((s) => requires(s).startsWith(requires(signatures[0]))))
  )
    return new TypeError_(problems[0], unknownKeyword(signatures[0], args));
  const got = args.map((a) =>
    isPlainObject(a)
      ? Object.entries(a)
          .map(([k, v]) => `${k}=${pythonType(v)}`)
          .join(', ')
      : pythonType(a),
  );
  const expected = signatures.map((s) => ` * (${s.parameters.map((p) => p.text).join(', ')})`).join('\n');
  return new TypeError_(
    `${shortName(signatures[0])}() received an invalid combination of arguments - got (${got.join(', ')}), but expected one of:\n${expected}\n`,
  );
}
