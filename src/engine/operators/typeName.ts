import { DType } from '../dtype.js';
import { Float } from '../ops/floats.js';
import { GradFn } from '../tensor/gradFn.js';
import { Tensor } from '../tensor/tensor.js';

/** Python's name for the type of a value. JavaScript's `undefined` has no counterpart in Python and keeps its name. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null) return 'NoneType';
  if (value instanceof Tensor)
    return value.arithmetic && value.sizes.length === 0 ? value.dtype.toString().replace(/^torch\./, '') : value.constructor.name;
  if (value instanceof DType) return 'torch.dtype';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Float) return 'float';
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    case 'object':
      return value instanceof GradFn ? value.name() : (nameOfClass(value) ?? 'dict');
    default:
      return typeof value;
  }
}

/** The name of the class of an object; null for a plain object. */
function nameOfClass(value: object): string | null {
  const { constructor } = value as { constructor?: { name?: unknown; __name__?: unknown } };
  if (constructor && Object.hasOwn(constructor, '__name__')) return String(constructor.__name__);
  return typeof constructor?.name === 'string' && constructor.name !== 'Object' ? constructor.name : null;
}
