/** A text that identifies a type. The inference ends when no text changes. */
import { rootOf, type Cell, type Type } from './types.js';

let cellsSeen = 0;

const numbers = new WeakMap<Cell, number>();

/** Returns the same text for the same types. */
export function typeKey(type: Type, depth = 0): string {
  if (depth > 6) return '…';
  const inner = (one: Type) => typeKey(one, depth + 1);
  const cell = (one: Cell) => {
    const root = rootOf(one);
    if (!numbers.has(root)) numbers.set(root, ++cellsSeen);
    return `${numbers.get(root)}:${inner(root.type)}`;
  };
  switch (type.k) {
    case 'list':
    case 'set':
    case 'deque':
      return `${type.k}<${cell(type.cell)}>`;
    case 'dict':
      return `dict<${cell(type.key)},${cell(type.cell)}${type.make ? '!' : ''}${type.counter ? '#' : ''}>`;
    case 'tuple':
      return `(${type.items.map(inner).join()})`;
    case 'any':
      return `any${type.int ? 'i' : ''}${type.float ? 'f' : ''}`;
    case 'opt':
    case 'tuples':
    case 'iter':
    case 'record':
      return `${type.k}<${inner(type.of)}>`;
    case 'inst':
      return `${type.path}<${type.of ? inner(type.of) : ''}>`;
    case 'int':
      return `int${type.low ? '+' : ''}${type.only ?? ''}`;
    case 'num':
      return `num${type.only ?? ''}${type.whole ? 'w' : ''}${type.plain ? 'p' : ''}`;
    case 'float':
      return `float${type.endless ? '!' : ''}${type.plain ? 'p' : ''}`;
    case 'tensor':
      return `${type.numpy ? 'array' : 'tensor'}.${type.d}`;
    case 'nested':
      return `${type.k}.${type.d}`;
    case 'obj':
    case 'class':
    case 'super':
      return `${type.k}.${type.of.name}`;
    case 'named':
    case 'namedtuple':
      return `${type.k}.${type.of.name}`;
    case 'func':
      return `func.${type.func.name}.${type.func.node.lineno}`;
    case 'lib':
      return `lib.${type.path}`;
    case 'method':
      return `method.${type.name}<${inner(type.of)}>`;
    default:
      return type.k;
  }
}
