/**
 * What is known of a value before the program runs. Lists, dicts and sets have a cell for what is in them: two names for
 * one list share it, so that what is appended through one is known of the other.
 */
import type { Class, Func } from './scopes.js';

// not operations: names of Python, of its types and functions
export type DKind = 'float' | 'int' | 'bool' | 'any';

export type Type =
  /** Nothing reaches this place as far as is known. */
  | { k: 'never' }
  /** Nothing is known, but perhaps that it may be an int or a float among others. */
  | { k: 'any'; int?: boolean; float?: boolean }
  | { k: 'none' | 'str' | 'size' | 'bytes' }
  | { k: 'dtype'; d: DKind }
  | { k: 'bool' }
  | { k: 'float' }
  /** A number of a tensor, or lists of such, as `tolist()` gives. */
  | { k: 'nested'; d: DKind }
  /** `low`: never below 0; `only`: nothing but this number. */
  | { k: 'int'; low: boolean; only: number | null }
  /** An int or a float; `only`: the int is this one. */
  | { k: 'num'; only: number | null }
  | { k: 'tensor'; d: DKind }
  | { k: 'list' | 'set' | 'deque'; cell: Cell }
  | { k: 'tuple'; items: readonly Type[] }
  /** A tuple of any length. */
  | { k: 'tuples'; of: Type }
  | { k: 'dict'; key: Cell; cell: Cell; make?: boolean; counter?: boolean; parts?: Parts | undefined }
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
  /** What `namedtuple` makes, and a value of it. */
  | { k: 'namedtuple' | 'named'; of: Named }
  /** A method of a value, as `xs.append`. */
  | { k: 'method'; of: Type; name: string }
  | { k: 'super'; of: Class }
  | { k: 'opt'; of: Type };

export interface Cell {
  type: Type;
  /** The cell that it has become one with. */
  to: Cell | null;
}

/** A tuple whose parts have names. */
export interface Named {
  readonly name: string;
  readonly fields: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What a dict has under names that are written out; `isOpen`: other names are written to as well. */
export interface Parts {
  readonly cells: Map<string, Cell>;
  isOpen: boolean;
}

export const NEVER: Type = { k: 'never' };
export const ANY: Type = { k: 'any' };
export const NONE: Type = { k: 'none' };
export const BOOL: Type = { k: 'bool' };
export const STR: Type = { k: 'str' };
export const FLOAT: Type = { k: 'float' };
export const INT: Type = { k: 'int', low: false, only: null };
export const LOW: Type = { k: 'int', low: true, only: null };
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

let keepsApart = false;

/** Joins what stands side by side, as the values of a dict: each list keeps its own cell. */
export function joinApart(types: readonly Type[]): Type {
  keepsApart = true;
  const all = types.reduce((a, b) => join(a, b), NEVER);
  keepsApart = false;
  return all;
}

const pairs = new WeakMap<Cell, WeakMap<Cell, Cell>>();

/** One cell for two: the same where they hold the same kind, else one of its own for both. */
function joinCells(a: Cell, b: Cell): Cell {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return x;
  if (!keepsApart && (x.type.k === y.type.k || x.type.k === 'never' || y.type.k === 'never')) return unify(x, y);
  let of = pairs.get(x);
  if (!of) pairs.set(x, (of = new WeakMap()));
  let cell = of.get(y);
  if (!cell) of.set(y, (cell = newCell()));
  putInto(cell, x.type);
  putInto(cell, y.type);
  return cell;
}

/** One of several kinds: what is kept is whether numbers of both kinds are among them. */
function mixed(...types: readonly Type[]): Type {
  const has = (kind: 'int' | 'float') => types.some((type) => type.k === kind || type.k === 'num' || (type.k === 'any' && type[kind]));
  const [int, float] = [has('int'), has('float')];
  return int || float ? { k: 'any', int, float } : ANY;
}

/** What a value is that is one or the other. */
export function join(a: Type, b: Type, depth = 0): Type {
  if (a === b || b.k === 'never') return a;
  if (a.k === 'never') return b;
  if (depth > 6) return ANY;
  if (a.k === 'any' || b.k === 'any') return mixed(a, b);
  if (a.k === 'none' || b.k === 'none') {
    if (a.k === b.k) return a;
    const other = a.k === 'none' ? b : a;
    return other.k === 'opt' ? other : { k: 'opt', of: other };
  }
  if (a.k === 'opt' || b.k === 'opt') {
    const of = join(a.k === 'opt' ? a.of : a, b.k === 'opt' ? b.of : b, depth + 1);
    return of.k === 'any' ? of : { k: 'opt', of };
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
  if ((a.k === 'named' || a.k === 'namedtuple') && a.k === b.k && a.of === b.of) return a;
  if (a.k === 'method' && b.k === 'method' && a.name === b.name) return { k: 'method', of: join(a.of, b.of, depth + 1), name: a.name };
  if (a.k === 'dtype' && b.k === 'dtype') return a.d === b.d ? a : { k: 'dtype', d: 'any' };
  if (a.k === b.k && /^(str|float|size|dtype|bytes|none)$/.test(a.k)) return a;
  return mixed(a, b);
}

export const isModule = (type: Type): boolean =>
  (type.k === 'obj' && type.of.isModule) || (type.k === 'inst' && /^torch\.nn\.(?!parameter|Parameter)/.test(type.path));

type NumberType = { k: 'int'; low: boolean; only: number | null } | { k: 'num'; only: number | null } | { k: 'float' } | { k: 'bool' };
// not operations: names of Python, of its types and functions
export const isNumber = (type: Type): type is NumberType => type.k === 'int' || type.k === 'float' || type.k === 'num' || type.k === 'bool';

function joinNumbers(a: NumberType, b: NumberType): Type {
  if (a.k === 'int' && b.k === 'int')
    return a.low === b.low && a.only === b.only ? a : { k: 'int', low: a.low && b.low, only: a.only === b.only ? a.only : null };
  if (a.k === b.k && a.k !== 'num') return a;
  if (a.k === 'bool' || b.k === 'bool') {
    const other = a.k === 'bool' ? b : a;
    return other.k === 'int' ? { k: 'int', low: other.low, only: null } : { k: 'num', only: null };
  }
  const ints = [a, b].flatMap((one) => (one.k === 'int' || one.k === 'num' ? [one.only] : []));
  return { k: 'num', only: ints.every((one) => one === ints[0]) ? (ints[0] ?? null) : null };
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
    case 'named':
      return [...type.of.cells.values()].map(inside).reduce((a, b) => join(a, b), NEVER);
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
      return type.only === null ? '' : `num${type.only}`;
    case 'any':
      return type.float && !type.int ? 'float' : '';
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
    case 'iter': {
      const of = inner(type.of);
      return of && `list[${of}]`;
    }
    case 'tuples':
      return `tuple[${inner(type.of) || 'any'}]`;
    case 'record': {
      const of = inner(type.of);
      return of && `dict[str, ${of}]`;
    }
    case 'tuple': {
      const of = type.items.map(inner);
      return of.every((one) => one === '') ? '' : `tuple[${of.map((one) => one || 'any').join(', ')}]`;
    }
    case 'dict': {
      if (
        type.parts &&
        !type.parts.isOpen &&
        isDoubtful({ ...type, parts: undefined }) &&
        [...type.parts.cells.keys()].every((name) => /^\w+$/.test(name))
      ) {
        return `fields[${[...type.parts.cells].map(([name, cell]) => `${name}, ${inner(inside(cell)) || 'any'}`).join(', ')}]`;
      }
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
      return Boolean(type.int && type.float);
    case 'nested':
      return type.d === 'any';
    case 'num':
      return type.only === null;
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
      if (type.parts && !type.parts.isOpen) return [...type.parts.cells.values()].some((cell) => inner(inside(cell)));
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
    case 'named':
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
      return `num${type.only ?? ''}`;
    case 'tensor':
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
