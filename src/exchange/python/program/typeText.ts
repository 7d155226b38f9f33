/** Types in the notation of TypeScript. */
import { inside, type Type } from './types.js';

/** The type in the notation of TypeScript; 'any' where TypeScript cannot express it. */
export function typeText(type: Type, depth = 0): string {
  if (depth > 3) return 'any';
  const inner = (one: Type) => typeText(one, depth + 1);
  const listOf = (text: string) => (/^[\w.]+$/.test(text) ? `${text}[]` : `(${text})[]`);
  switch (type.k) {
    case 'int':
    case 'float':
    case 'num':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'str':
      return 'string';
    case 'none':
      return 'null';
    case 'tensor':
      return type.numpy ? 'any' : 'torch.Tensor';
    case 'dtype':
      return 'torch.dtype';
    case 'list':
      return listOf(inner(inside(type.cell)));
    case 'size':
    case 'range':
      return 'number[]';
    case 'tuples':
      return listOf(inner(type.of));
    case 'tuple':
      return `[${type.items.map(inner).join(', ')}]`;
    case 'opt': {
      const of = inner(type.of);
      return of === 'any' ? 'any' : `${of} | null`;
    }
    case 'iter':
      return `Iterable<${inner(type.of)}>`;
    case 'obj':
      return type.of.js;
    default:
      return 'any';
  }
}
