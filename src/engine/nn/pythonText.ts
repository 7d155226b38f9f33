/** Values as Python writes them, for the printed forms of modules and optimizers. */
import { DType } from '../dtype.js';
import { Tensor } from '../tensor/tensor.js';

/** `repr(1e-05)`: a float in a form that shows that it is a float. */
export function pyFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [digits, power] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  const text = Math.abs(value) < 1e-6 ? value.toFixed(20) : String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}

const tuple = (items: readonly string[]): string => `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;

const DEEPEST = 20;

/** `repr(value)`; an array is written as a tuple, an integer as an int. */
export function py(value: unknown, depth = 0): string {
  // A value that contains itself would have no end.
  if (depth > DEEPEST) return '...';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : pyFloat(value);
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof Tensor || value instanceof DType) return String(value);
  if (Array.isArray(value)) return tuple(value.map((v) => py(v, depth + 1)));
  if (typeof value === 'function') return `<function ${value.name || '<lambda>'}>`;
  return `{${Object.entries(value)
    .map(([k, v]) => `'${k}': ${py(v, depth + 1)}`)
    .join(', ')}}`;
}
