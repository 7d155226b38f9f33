/** Python's format specifications: `f"{x:>8.3f}"`, `'%d' % n`, `'{:.2f}'.format(x)`. */
import { ValueError } from '../errors.js';
import { pyFloat } from '../nn/pythonText.js';
import { Float } from '../ops/floats.js';
import { Tensor } from '../tensor/tensor.js';
import { repr, str } from './text.js';

const SPEC = /^(?:(.)?([<>=^]))?([-+ ]?)(#?)(0?)(\d*)([,_]?)(?:\.(\d+))?([a-zA-Z%]?)$/su;

/** The number with a fixed number of digits, rounded correctly, half to even, as in C. */
export function fixed(value: number, digits: number): string {
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (size >= 1e21) return sign + BigInt(size).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const text = size.toFixed(digits);
  const exact = size.toFixed(100);
  const cut = exact.slice(0, exact.length - 100 + digits).replace(/\.$/, '');
  const isTie = digits < 100 && /^50*$/.test(exact.slice(exact.length - 100 + digits));
  return sign + (isTie && Number(cut.at(-1)) % 2 === 0 ? cut : text);
}

export function exponential(value: number, digits: number): string {
  const exact = value.toExponential(Math.min(100, digits + 60));
  const [number, power] = exact.split('e') as [string, string];
  const rest = number.slice(number.indexOf('.') + 1 + digits);
  let text = value.toExponential(digits);
  const cut = digits === 0 ? number.slice(0, number.indexOf('.')) : number.slice(0, number.indexOf('.') + 1 + digits);
  if (/^50*$/.test(rest) && Number(cut.at(-1)) % 2 === 0) text = `${cut}e${power}`;
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function general(value: number, precision: number, keepsZeros: boolean): string {
  const digits = precision === 0 ? 1 : precision;
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const text = exponential(value, digits - 1);
  const power = Number(text.split('e')[1]);
  if (power < -4 || power >= digits) {
    const [number, exponent] = text.split('e') as [string, string];
    return `${keepsZeros ? number : withoutZeros(number)}e${exponent}`;
  }
  const plain = fixed(value, digits - 1 - power);
  return keepsZeros ? plain : withoutZeros(plain);
}

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const grouped = (text: string, by: string, sign: string): string => {
  const [whole, rest] = text.split(/(?=[.e])/s, 2) as [string, string?];
  return whole.replace(/\B(?=(\d{3})+$)/g, by) + (rest === undefined ? '' : text.slice(whole.length)) + sign;
};

function numberText(value: number, kind: string, precision: number | undefined, isFloat: boolean, alternate: boolean): string {
  if (kind !== 'd' && !Number.isFinite(value)) return pyFloat(Math.abs(value)) + (kind === '%' ? '%' : '');
  switch (kind) {
    case 'f':
    case 'F':
      return fixed(value, precision ?? 6);
    case 'e':
    case 'E': {
      const text = exponential(value, precision ?? 6);
      return kind === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G': {
      const text = general(value, precision ?? 6, alternate);
      return kind === 'G' ? text.toUpperCase() : text;
    }
    case '%':
      return `${fixed(value * 100, precision ?? 6)}%`;
    case 'd':
    case 'n':
      if (isFloat || !Number.isInteger(value)) throw new ValueError("Unknown format code 'd' for object of type 'float'");
      return String(value);
    case 'b':
    case 'o':
    case 'x':
    case 'X': {
      if (!Number.isInteger(value)) throw new ValueError(`Unknown format code '${kind}' for object of type 'float'`);
      const base = { b: 2, o: 8, x: 16, X: 16 }[kind];
      const text = value.toString(base);
      return kind === 'X' ? text.toUpperCase() : text;
    }
    case 'c':
      return String.fromCodePoint(value);
    case '': {
      if (!isFloat) return repr(value);
      if (precision === undefined) return pyFloat(value);
      const text = general(value, precision, false);
      return /[.e]/.test(text) ? text : `${text}.0`;
    }
    default:
      throw new ValueError(`Unknown format code '${kind}' for object of type '${isFloat ? 'float' : 'int'}'`);
  }
}

/**
 * As Python's `format(value, spec)`. ¶ @param type 'float' for a float, which may be whole ¶ @throws ValueError for a
 * specification that the value does not accept
 */
export function fmt(value: unknown, spec = '', type = ''): string {
  if (value instanceof Float) return fmt(value.value, spec, 'float');
  if (value instanceof Tensor && value.sizes.length === 0 && !(spec === '' && value.arithmetic))
    return fmt(value.item(), spec, value.dtype.is_floating_point ? 'float' : '');
  if (typeof value === 'object' && value !== null && typeof (value as { __format__?: unknown }).__format__ === 'function')
    return (value as { __format__: (spec: string) => string }).__format__(spec);
  if (spec === '') return str(value, type);
  const match = SPEC.exec(spec);
  if (!match) throw new ValueError(`Invalid format specifier '${spec}'`);
  const [, fill, align, sign, alternate, zero, width, group, digits, kind = ''] = match as string[] & Partial<string[]>;
  const precision = digits === undefined ? undefined : Number(digits);
  const isNumber = typeof value === 'number' || (typeof value === 'boolean' && kind !== 's');
  if (!isNumber) {
    if (typeof value !== 'string' && typeof value !== 'boolean') throw new ValueError('unsupported format string passed to __format__');
    const text = str(value);
    return padded(precision === undefined ? text : text.slice(0, precision), fill ?? (zero ? '0' : ' '), align ?? '<', Number(width), '');
  }
  const number = Number(value);
  const isFloat =
    typeof value === 'number' &&
    (!Number.isInteger(number) || type === 'float' || (type.startsWith('num') && number !== Number(type.slice(3))));
  const text = numberText(number, kind, precision, isFloat, alternate === '#');
  const isNegative = text.startsWith('-') || number === -Infinity;
  const signText = isNegative ? '-' : sign === '-' ? '' : (sign ?? '');
  const bare = text.replace(/^-/, '');
  const body = group ? grouped(bare, group, '') : bare;
  // Zeros stand behind the sign and the letter of the base.
  const base = alternate === '#' && /^[boxX]$/.test(kind) ? `0${kind}` : '';
  return padded(body, fill ?? (zero ? '0' : ' '), align ?? (zero ? '=' : '>'), Number(width), signText + base);
}

function padded(text: string, fill: string, align: string, width: number, sign: string): string {
  const missing = Math.max(0, width - [...text].length - sign.length);
  if (align === '=') return sign + fill.repeat(missing) + text;
  if (align === '<') return sign + text + fill.repeat(missing);
  if (align === '>') return fill.repeat(missing) + sign + text;
  const left = Math.floor(missing / 2);
  return fill.repeat(left) + sign + text + fill.repeat(missing - left);
}

/** As Python's `'…' % values`. */
export function percent(format: string, values: unknown, type = ''): string {
  const all: unknown[] = Array.isArray(values) ? [...(values as unknown[])] : [values];
  const types = type.split('|');
  let at = 0;
  return format.replace(
    /%(?:\((\w+)\))?([-+ #0]*)(\d*|\*)(?:\.(\d+))?([sdifFeEgGrxXoc%])/g,
    (_, name: string, flags: string, width: string, digits: string, kind: string) => {
      if (kind === '%') return '%';
      const wide = width === '*' ? String(all[at++]) : width;
      let value = name ? (values as Map<string, unknown>).get(name) : all[at];
      const own = types[name ? 0 : at++] ?? '';
      if (value instanceof Tensor && kind !== 's' && kind !== 'r') value = value.item();
      if (kind === 's' || kind === 'r') {
        const text = kind === 's' ? str(value, own) : repr(value, own);
        const cut = digits === undefined ? text : text.slice(0, Number(digits));
        return flags.includes('-') ? cut.padEnd(Number(wide)) : cut.padStart(Number(wide));
      }
      const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
      const zero = flags.includes('0') && !flags.includes('-') ? '0' : '';
      const letter = kind === 'i' || kind === 'd' ? 'd' : kind;
      const number = letter === 'd' ? Math.trunc(Number(value)) : value;
      return fmt(
        number,
        `${flags.includes('-') ? '<' : zero ? '' : '>'}${sign}${flags.includes('#') ? '#' : ''}${zero}${wide}${digits === undefined ? '' : `.${digits}`}${letter}`,
      );
    },
  );
}
