/**
 * What is known of a value before the program runs. Lists, dicts and sets have a cell for what is in them: two names for
 * one list share it, so that what is appended through one is known of the other.
 */
import type { Class, Func } from './scopes.js';

export type DKind = 'float' | 'int' | 'bool' | 'any';

export type Type =
  /** Nothing reaches this place as far as is known. */
  | { k: 'never' }
  /** Nothing is known. */
  | { k: 'any' }
  | { k: 'none' | 'str' | 'size' | 'dtype' | 'bytes' }
  | { k: 'bool' }
  | { k: 'float' }
  /** A number of a tensor, or lists of such, as `tolist()` gives. */
  | { k: 'nested'; d: DKind }
  /** `low`: never below 0; `zero`: nothing but the literal 0. */
  | { k: 'int'; low: boolean; zero: boolean }
  /** An int or a float; `zero`: the int is 0. */
  | { k: 'num'; zero: boolean }
  | { k: 'tensor'; d: DKind }
  | { k: 'list' | 'set' | 'deque'; cell: Cell }
  | { k: 'tuple'; items: readonly Type[] }
  /** A tuple of any length. */
  | { k: 'tuples'; of: Type }
  | { k: 'dict'; key: Cell; cell: Cell; make?: boolean; counter?: boolean }
  /** An object of JavaScript with names: a state_dict. */
  | { k: 'record'; of: Type }
  /** What can be gone through once. */
  | { k: 'iter'; of: Type }
  | { k: 'range'; low: boolean }
  | { k: 'func'; func: Func; self: Type | null }
  | { k: 'class'; of: Class }
  | { k: 'obj'; of: Class }
  /** What a library has under a dotted name: a module, a function, a class. */
  | { k: 'lib'; path: string }
  /** An object of a class of a library. */
  | { k: 'inst'; path: string; of?: Type }
  /** A method of a value, as `xs.append`. */
  | { k: 'method'; of: Type; name: string }
  | { k: 'super'; of: Class }
  | { k: 'opt'; of: Type };

export interface Cell {
  type: Type;
  /** The cell that it has become one with. */
  to: Cell | null;
}

export const NEVER: Type = { k: 'never' };
export const ANY: Type = { k: 'any' };
export const NONE: Type = { k: 'none' };
export const BOOL: Type = { k: 'bool' };
export const STR: Type = { k: 'str' };
export const FLOAT: Type = { k: 'float' };
export const INT: Type = { k: 'int', low: false, zero: false };
export const LOW: Type = { k: 'int', low: true, zero: false };
export const ZERO: Type = { k: 'int', low: true, zero: true };
export const SIZE: Type = { k: 'size' };
export const tensor = (d: DKind): Type => ({ k: 'tensor', d });
export const iterOf = (of: Type): Type => ({ k: 'iter', of });
export const tupleOf = (...items: Type[]): Type => ({ k: 'tuple', items });

export function rootOf(cell: Cell): Cell {
  let at = cell;
  while (at.to) at = at.to;
  return at;
}
export const inside = (cell: Cell): Type => rootOf(cell).type;
export const newCell = (type: Type = NEVER): Cell => ({ type, to: null });

/** Something of this type is put into a cell. */
export function putInto(cell: Cell, type: Type): void {
  const root = rootOf(cell);
  root.type = join(root.type, type);
}

function unify(a: Cell, b: Cell): Cell {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return x;
  y.to = x;
  const other = y.type;
  x.type = join(x.type, other);
  return x;
}

const pairs = new WeakMap<Cell, WeakMap<Cell, Cell>>();

/** One cell for two: the same where they hold the same kind, else one of its own for both. */
function joinCells(a: Cell, b: Cell): Cell {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return x;
  if (x.type.k === y.type.k || x.type.k === 'never' || y.type.k === 'never') return unify(x, y);
  let of = pairs.get(x);
  if (!of) pairs.set(x, (of = new WeakMap()));
  let cell = of.get(y);
  if (!cell) of.set(y, (cell = newCell()));
  putInto(cell, x.type);
  putInto(cell, y.type);
  return cell;
}

/** What a value is that is one or the other. */
export function join(a: Type, b: Type, depth = 0): Type {
  if (a === b || b.k === 'never') return a;
  if (a.k === 'never') return b;
  if (depth > 6) return ANY;
  if (a.k === 'any' || b.k === 'any') return ANY;
  if (a.k === 'none' || b.k === 'none') {
    if (a.k === b.k) return a;
    const other = a.k === 'none' ? b : a;
    return other.k === 'opt' ? other : { k: 'opt', of: other };
  }
  if (a.k === 'opt' || b.k === 'opt') {
    const of = join(a.k === 'opt' ? a.of : a, b.k === 'opt' ? b.of : b, depth + 1);
    return of.k === 'any' ? ANY : { k: 'opt', of };
  }
  if (isNumber(a) && isNumber(b)) return joinNumbers(a, b);
  if (a.k === 'list' && b.k === 'list') return { k: 'list', cell: joinCells(a.cell, b.cell) };
  if (a.k === 'set' && b.k === 'set') return { k: 'set', cell: joinCells(a.cell, b.cell) };
  if (a.k === 'deque' && b.k === 'deque') return { k: 'deque', cell: joinCells(a.cell, b.cell) };
  if (a.k === 'dict' && b.k === 'dict')
    return {
      k: 'dict',
      key: joinCells(a.key, b.key),
      cell: joinCells(a.cell, b.cell),
      make: a.make || b.make,
      counter: a.counter && b.counter,
    };
  if (a.k === 'tensor' && b.k === 'tensor') return a.d === b.d ? a : tensor('any');
  if (a.k === 'tuple' && b.k === 'tuple') {
    if (a.items.length === b.items.length) return { k: 'tuple', items: a.items.map((item, i) => join(item, b.items[i]!, depth + 1)) };
    return { k: 'tuples', of: [...a.items, ...b.items].reduce((x, y) => join(x, y, depth + 1), NEVER) };
  }
  if ((a.k === 'tuple' || a.k === 'tuples') && (b.k === 'tuple' || b.k === 'tuples'))
    return { k: 'tuples', of: join(elementOf(a), elementOf(b), depth + 1) };
  if ((a.k === 'iter' || a.k === 'range') && (b.k === 'iter' || b.k === 'range'))
    return iterOf(join(elementOf(a), elementOf(b), depth + 1));
  if (a.k === 'record' && b.k === 'record') return { k: 'record', of: join(a.of, b.of, depth + 1) };
  if (a.k === 'nested' && b.k === 'nested') return a.d === b.d ? a : { k: 'nested', d: 'any' };
  if (a.k === 'obj' && b.k === 'obj') {
    if (a.of === b.of) return a;
    const common = a.of.lineage().find((one) => b.of.lineage().includes(one));
    return common ? { k: 'obj', of: common } : ANY;
  }
  if (a.k === 'obj' && b.k === 'inst' && a.of.library === b.path) return b;
  if (a.k === 'class' && b.k === 'class') {
    if (a.of === b.of) return a;
    const common = a.of.lineage().find((one) => b.of.lineage().includes(one));
    return common ? { k: 'class', of: common } : ANY;
  }
  if (a.k === 'lib' && b.k === 'lib' && a.path === b.path) return a;
  if (a.k === 'inst' && b.k === 'inst') {
    if (a.path === b.path) return a.of === b.of ? a : { ...a, of: join(a.of ?? NEVER, b.of ?? NEVER, depth + 1) };
    return a.path.startsWith('torch.nn.') && b.path.startsWith('torch.nn.') ? { k: 'inst', path: 'torch.nn.Module' } : ANY;
  }
  if (isModule(a) && isModule(b)) return { k: 'inst', path: 'torch.nn.Module' };
  if (a.k === 'func' && b.k === 'func' && a.func === b.func) return a;
  if (a.k === 'method' && b.k === 'method' && a.name === b.name) return { k: 'method', of: join(a.of, b.of, depth + 1), name: a.name };
  if (a.k === b.k && /^(str|float|size|dtype|bytes|none)$/.test(a.k)) return a;
  return ANY;
}

export const isModule = (type: Type): boolean =>
  (type.k === 'obj' && type.of.isModule) || (type.k === 'inst' && /^torch\.nn\.(?!parameter|Parameter)/.test(type.path));

type NumberType = { k: 'int'; low: boolean; zero: boolean } | { k: 'num'; zero: boolean } | { k: 'float' } | { k: 'bool' };
export const isNumber = (type: Type): type is NumberType => type.k === 'int' || type.k === 'float' || type.k === 'num' || type.k === 'bool';

function joinNumbers(a: NumberType, b: NumberType): Type {
  if (a.k === 'int' && b.k === 'int')
    return a.low === b.low && a.zero === b.zero ? a : { k: 'int', low: a.low && b.low, zero: a.zero && b.zero };
  if (a.k === b.k && a.k !== 'num') return a;
  if (a.k === 'bool' || b.k === 'bool') {
    const other = a.k === 'bool' ? b : a;
    return other.k === 'int' ? { k: 'int', low: other.low, zero: false } : { k: 'num', zero: false };
  }
  const zero = [a, b].every((one) => one.k === 'float' || ((one.k === 'int' || one.k === 'num') && one.zero));
  return { k: 'num', zero };
}

/** What `for x in value` gives. */
export function elementOf(type: Type): Type {
  switch (type.k) {
    case 'list':
    case 'set':
    case 'deque':
      return inside(type.cell);
    case 'dict':
      return inside(type.key);
    case 'tuple':
      return type.items.reduce((a, b) => join(a, b), NEVER);
    case 'tuples':
    case 'iter':
      return type.of;
    case 'opt':
      return elementOf(type.of);
    case 'range':
      return type.low ? LOW : INT;
    case 'size':
      return LOW;
    case 'str':
    case 'record':
      return STR;
    case 'tensor':
    case 'nested':
      return type;
    case 'inst':
      return type.of ?? ANY;
    case 'never':
      return NEVER;
    case 'obj': {
      const found = type.of.method('__iter__') ?? type.of.method('__next__');
      if (found && found.node.nodeType === 'FunctionDef') {
        if (found.name === '__next__' || found.isGenerator) return found.isGenerator ? elementOf(found.result) : found.result;
        if (found.result.k === 'obj' && found.result.of === type.of) return type.of.method('__next__')?.result ?? ANY;
        return elementOf(found.result);
      }
      return type.of.method('__getitem__')?.result ?? ANY;
    }
    default:
      return ANY;
  }
}

export const withoutNone = (type: Type): Type => (type.k === 'opt' ? type.of : type);

/** The type as `str(value, type)` takes it: '' where the value shows all by itself. */
export function shownType(type: Type, depth = 0): string {
  if (depth > 4) return '';
  const inner = (one: Type) => shownType(one, depth + 1);
  switch (type.k) {
    case 'float':
      return 'float';
    case 'num':
      return 'num';
    case 'nested':
      return type.d === 'float' ? 'float' : '';
    case 'opt':
      return shownType(type.of, depth);
    case 'list':
    case 'set':
    case 'deque': {
      const of = inner(inside(type.cell));
      return of && `list[${of}]`;
    }
    case 'iter':
    case 'tuples': {
      const of = inner(type.of);
      return of && `tuple[${of}]`;
    }
    case 'record': {
      const of = inner(type.of);
      return of && `dict[str, ${of}]`;
    }
    case 'tuple': {
      const of = type.items.map(inner);
      return of.every((one) => one === '') ? '' : `tuple[${of.map((one) => one || 'any').join(', ')}]`;
    }
    case 'dict': {
      const [key, value] = [inner(inside(type.key)), inner(inside(type.cell))];
      return key || value ? `dict[${key || 'any'}, ${value || 'any'}]` : '';
    }
    default:
      return '';
  }
}

/** Whether it is not known if a number in it is an int or a float. */
export function isDoubtful(type: Type, depth = 0): boolean {
  if (depth > 4) return false;
  const inner = (one: Type) => isDoubtful(one, depth + 1);
  switch (type.k) {
    case 'any':
      return true;
    case 'nested':
      return type.d === 'any';
    case 'num':
      return !type.zero;
    case 'opt':
    case 'tuples':
    case 'iter':
    case 'record':
      return inner(type.of);
    case 'list':
    case 'set':
    case 'deque':
      return inner(inside(type.cell));
    case 'dict':
      return inner(inside(type.key)) || inner(inside(type.cell));
    case 'tuple':
      return type.items.some(inner);
    default:
      return false;
  }
}

/** Whether a tuple may be in it. */
export function mayHoldTuple(type: Type, depth = 0): boolean {
  if (depth > 4) return true;
  const inner = (one: Type) => mayHoldTuple(one, depth + 1);
  switch (type.k) {
    case 'any':
    case 'tuple':
    case 'tuples':
      return true;
    case 'opt':
    case 'iter':
    case 'record':
      return inner(type.of);
    case 'list':
    case 'set':
    case 'deque':
      return inner(inside(type.cell));
    case 'dict':
      return inner(inside(type.key)) || inner(inside(type.cell));
    default:
      return false;
  }
}

/** As TypeScript writes it; 'any' for what it cannot say. */
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
      return 'torch.Tensor';
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

let named = 0;
const names = new WeakMap<Cell, number>();

/** The same text for the same types. */
export function typeKey(type: Type, depth = 0): string {
  if (depth > 6) return '…';
  const inner = (one: Type) => typeKey(one, depth + 1);
  const cell = (one: Cell) => {
    const root = rootOf(one);
    if (!names.has(root)) names.set(root, ++named);
    return `${names.get(root)}:${inner(root.type)}`;
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
    case 'opt':
    case 'tuples':
    case 'iter':
    case 'record':
      return `${type.k}<${inner(type.of)}>`;
    case 'inst':
      return `${type.path}<${type.of ? inner(type.of) : ''}>`;
    case 'int':
      return `int${type.low ? '+' : ''}${type.zero ? '0' : ''}`;
    case 'num':
      return type.zero ? 'num0' : 'num';
    case 'tensor':
    case 'nested':
      return `${type.k}.${type.d}`;
    case 'obj':
    case 'class':
    case 'super':
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
