/** Arrays as NumPy prints them: `str` and `repr`, by the rules of its `arrayprint`. */
import { bool, float16, float32, float64, int64, type DType } from '../dtype.js';
import { half } from '../backends/scalar.js';
import { exponential, fixed } from '../python/format.js';
import { pyFloat } from '../nn/pythonText.js';
import { startsOver } from '../startOver.js';
import type { Tensor } from '../tensor/tensor.js';
import { numbersOf, sizeOf } from './array.js';

/** The options of `np.set_printoptions`. */
export interface PrintOptions {
  precision: number;
  threshold: number;
  edgeitems: number;
  linewidth: number;
  suppress: boolean;
  floatmode: 'maxprec' | 'fixed' | 'unique' | 'maxprec_equal';
}

export const printOptions: PrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  floatmode: 'maxprec',
};
startsOver(() => {
  const before = { ...printOptions };
  return () => void Object.assign(printOptions, before);
});

const rounders = new Map<DType, (x: number) => number>([
  [float32, Math.fround],
  [float16, half],
]);

/** The shortest text that stands for this number and no other of its dtype. */
function shortest(x: number, dtype: DType): string {
  const rounded = rounders.get(dtype);
  if (rounded)
    for (let digits = 1; digits <= 9; digits++) {
      const text = x.toPrecision(digits);
      if (rounded(Number(text)) === x) return String(Number(text));
    }
  return String(x);
}

/** The digits of a number, and its power of ten: 1.25e3 is ['125', 3]. */
function digitsOf(text: string): readonly [digits: string, power: number] {
  const [mantissa = '', power = '0'] = text.replace(/^-/, '').split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const all = (whole + part).replace(/^0+/, '');
  const zeros = (whole + part).length - all.length;
  return [all.replace(/0+$/, '') || '0', all === '' ? 0 : Number(power) + whole.length - 1 - zeros];
}

/** The number with at most `precision` digits after the point, and without zeros at the end: `1.`, `0.5`. */
function positional(x: number, precision: number, dtype: DType, isFixed: boolean): string {
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (isFixed) return withPoint(fixed(x, precision));
  const [digits, power] = digitsOf(shortest(x, dtype));
  const after = Math.max(0, digits.length - 1 - power);
  if (after > precision) return withPoint(fixed(x, precision)).replace(/0+$/, '');
  const padded = power < 0 ? '0'.repeat(-power) + digits : digits.padEnd(power + 1, '0');
  const at = Math.max(power, 0) + 1;
  return `${sign}${padded.slice(0, at)}.${digits === '0' ? '' : padded.slice(at)}`;
}

const withPoint = (text: string): string => (text.includes('.') ? text : `${text}.`);

/** The number in the form `1.5e+03`: at most `precision` digits after the point, and at least `least`. */
function scientific(x: number, precision: number, dtype: DType, least = 0, powerDigits = 2): string {
  const [digits] = digitsOf(shortest(x, dtype));
  const after = Math.min(precision, Math.max(digits.length - 1, 0));
  // When more digits are needed than the shortest text has, they are the exact digits of the number.
  const text =
    least > 0 || digits.length - 1 > precision ? exponential(x, least || precision) : exponential(Number(shortest(x, dtype)), after);
  const [mantissa = '', power = '+00'] = text.split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  return `${whole}.${part.replace(/0+$/, '').padEnd(least, '0')}e${power[0]}${power.slice(1).padStart(powerDigits, '0')}`;
}

/** A function that writes each number of an array, all with the same width. */
function writerOf(values: readonly number[], dtype: DType, isScalar: boolean): (x: number) => string {
  if (dtype === bool) return (x) => (x ? (isScalar ? 'True' : ' True') : 'False');
  if (!dtype.is_floating_point) {
    const width = Math.max(0, ...values.map((x) => String(x).length));
    return (x) => String(x).padStart(width);
  }
  return floatWriter(values, dtype);
}

function floatWriter(values: readonly number[], dtype: DType): (x: number) => string {
  const { suppress, floatmode } = printOptions;
  const precision = floatmode === 'unique' ? 99 : printOptions.precision;
  const isFixed = floatmode === 'fixed';
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const [max, min] = sizes.reduce(([a, b], x) => [Math.max(a, x), Math.min(b, x)], [0, Infinity]);
  const limit = dtype === float16 ? 1e3 : dtype === float32 ? 1e6 : 1e8;
  const isScientific =
    sizes.length > 0 && (max >= limit || (!suppress && (min < (rounders.get(dtype) ?? Number)(0.0001) || max / min > 1000)));
  let [left, right] = [0, 0];
  let write: (x: number) => string = String;
  if (finite.length > 0 && isScientific) {
    const parts = finite.map((x) => {
      const text = isFixed ? exponential(x, precision) : scientific(x, precision, dtype);
      return /^(.*?)\.?(\d*)e(.*)$/.exec(/^-?\d+\./.test(text) ? text : text.replace('e', '.e'))!;
    });
    const widest = (at: number) => Math.max(...parts.map((one) => (one[at] ?? '').length));
    const [after, powers] = [widest(2), widest(3) - 1];
    left = widest(1);
    right = powers + 2 + after;
    write = (x) => scientific(x, isFixed ? precision : after, dtype, after, powers).padStart(left + right + 1);
  } else if (finite.length > 0) {
    const parts = finite.map((x) => positional(x, precision, dtype, isFixed).split('.'));
    left = Math.max(...parts.map(([whole = '']) => whole.length));
    right = Math.max(...parts.map(([, part = '']) => part.length));
    const fill = isFixed || floatmode === 'maxprec_equal' ? '0' : ' ';
    write = (x) => {
      const [whole = '', part = ''] = positional(x, precision, dtype, isFixed).split('.');
      return `${whole.padStart(left)}.${part.padEnd(right, fill)}`;
    };
  }
  if (finite.length < values.length) {
    const isNegative = values.includes(-Infinity);
    left = Math.max(left, 3 - (right + 1), 3 + (isNegative ? 1 : 0) - (right + 1));
  }
  const other = (x: number) => (Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf').padStart(left + right + 1);
  return (x) => (Number.isFinite(x) ? write(x) : other(x));
}

/** The shown places along an axis; of a long axis only the ends. */
function shownPlaces(length: number, isShort: boolean): readonly (number | null)[] {
  const { edgeitems } = printOptions;
  const all = Array.from({ length }, (_, i) => i);
  return isShort && length > 2 * edgeitems ? [...all.slice(0, edgeitems), null, ...all.slice(length - edgeitems)] : all;
}

class Layout {
  constructor(
    private readonly values: ArrayLike<number>,
    private readonly sizes: readonly number[],
    private readonly separator: string,
    private readonly isShort: boolean,
    private readonly write: (x: number) => string,
  ) {}

  text(axis: number, from: number, indent: string, width: number): string {
    const length = this.sizes[axis];
    const step = this.sizes.slice(axis + 1).reduce((a, b) => a * b, 1);
    const places = shownPlaces(length, this.isShort);
    const inner = `${indent} `;
    const isLast = axis === this.sizes.length - 1;
    const sign = this.separator.trimEnd();
    let text = '';
    if (isLast) {
      const most = width - Math.max(sign.length, 1);
      let line = indent;
      places.forEach((place, i) => {
        const word = place === null ? '...' : this.write(this.values[from + place]);
        if (line.length + word.length > most && line.length > indent.length) {
          text += `${line.trimEnd()}\n`;
          line = indent;
        }
        line += word + (i < places.length - 1 ? this.separator : '');
      });
      text += line;
    } else {
      const between = sign + '\n'.repeat(this.sizes.length - axis - 1);
      text = places
        .map((place) => indent + (place === null ? '...' : this.text(axis + 1, from + place * step, inner, width - 1)))
        .join(between);
    }
    return `[${text.slice(indent.length)}]`;
  }
}

/** The shown numbers of a long array. */
function shownValues(values: ArrayLike<number>, sizes: readonly number[], isShort: boolean): number[] {
  if (!isShort) return Array.from(values);
  const found: number[] = [];
  const visit = (axis: number, from: number): void => {
    if (axis === sizes.length) {
      found.push(values[from]);
      return;
    }
    const step = sizes.slice(axis + 1).reduce((a, b) => a * b, 1);
    for (const place of shownPlaces(sizes[axis], true)) if (place !== null) visit(axis + 1, from + place * step);
  };
  visit(0, 0);
  return found;
}

function layout(tensor: Tensor, separator: string, prefix: string, width: number): string {
  const values = numbersOf(tensor);
  const isShort = values.length > printOptions.threshold;
  if (values.length === 0) return '[]';
  const write = writerOf(shownValues(values, tensor.sizes, isShort), tensor.dtype, tensor.sizes.length === 0);
  if (tensor.sizes.length === 0) return write(values[0]);
  return new Layout(values, tensor.sizes, separator, isShort, write).text(0, 0, ` ${' '.repeat(prefix.length)}`, width);
}

/** The text of a number of NumPy by `str`: the shortest one of its dtype. */
export function scalarText(tensor: Tensor): string {
  const x = Number(tensor.item());
  if (tensor.dtype === bool) return x ? 'True' : 'False';
  if (!tensor.dtype.is_floating_point) return String(x);
  if (tensor.dtype === float64 || !Number.isFinite(x)) return pyFloat(x);
  const [, power] = digitsOf(shortest(x, tensor.dtype));
  if (x !== 0 && (power < -4 || power >= 16)) return scientific(x, 99, tensor.dtype).replace('.e', 'e');
  return positional(x, 99, tensor.dtype, false).replace(/\.$/, '.0');
}

/** The text of a number of NumPy by `repr`: `np.float64(0.5)`. */
export function scalarRepr(tensor: Tensor): string {
  const text = scalarText(tensor);
  return tensor.dtype === bool ? `np.${text}` : `np.${tensor.dtype.name}(${text})`;
}

/** The text of an array by `str`. */
export const arrayText = (tensor: Tensor, separator = ' '): string => layout(tensor, separator, '', printOptions.linewidth);

/** The text of an array by `repr`. */
export function arrayRepr(tensor: Tensor): string {
  const { linewidth, threshold } = printOptions;
  const head = `array(${layout(tensor, ', ', 'array(', linewidth - 1)}`;
  const shape = `(${tensor.sizes.join(', ')}${tensor.sizes.length === 1 ? ',' : ''})`;
  const size = sizeOf(tensor);
  const isImplied = tensor.dtype === float64 || tensor.dtype === int64 || tensor.dtype === bool;
  const extras = [
    ...((size === 0 && (tensor.sizes.length !== 1 || tensor.sizes[0] !== 0)) || size > threshold ? [`shape=${shape}`] : []),
    ...(!isImplied || size === 0 ? [`dtype=${tensor.dtype.name}`] : []),
  ];
  if (extras.length === 0) return `${head})`;
  const rest = `${extras.join(', ')})`;
  const last = head.length + 1 - (head.lastIndexOf('\n') + 1);
  return `${head},${last + rest.length + 1 > linewidth ? '\n      ' : ' '}${rest}`;
}
