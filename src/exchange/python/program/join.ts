/** Makes one type of several: for a value that comes from two places, or for the elements of a list. */
import {
  ANY,
  array,
  type Cell,
  inside,
  INT,
  isModule,
  isNumber,
  isWhole,
  iterOf,
  LOW,
  NEVER,
  newCell,
  type NumberType,
  rootOf,
  STR,
  tensor,
  type Type,
} from './types.js';

/** Puts a value of a type into a cell. */
export function putInto(cell: Cell, type: Type): void {
  const root = rootOf(cell);
  const all = join(root.type, type);
  // An int beside floats may be one of them, unless it is the 0 that sums begin with.
  root.type = all.k === 'num' && all.only !== 0 && all.only !== null ? { ...all, only: null } : all;
}

function unify(a: Cell, b: Cell): Cell {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return x;
  y.to = x;
  if (y.isShared) x.isShared = true;
  const other = y.type;
  x.type = join(x.type, other);
  return x;
}

let keepsApart = false;

/**
 * Joins the types of values that are next to each other, such as the values of a dict. Each list among them keeps its
 * own cell.
 */
export function joinApart(types: readonly Type[]): Type {
  keepsApart = true;
  const all = types.reduce((a, b) => join(a, b), NEVER);
  keepsApart = false;
  return all;
}

const pairs = new WeakMap<Cell, WeakMap<Cell, Cell>>();

/**
 * Returns one cell for two. Cells of the same kind are merged, also when one is empty; otherwise a third cell joins
 * both.
 */
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
  x.isShared = y.isShared = true;
  return cell;
}

/** What a list, a dict or a tuple holds, at any depth. */
function heldIn(type: Type, depth = 0): readonly Type[] {
  const own =
    type.k === 'list' || type.k === 'set' || type.k === 'deque'
      ? [inside(type.cell)]
      : type.k === 'dict'
        ? [inside(type.key), inside(type.cell)]
        : type.k === 'tuple'
          ? type.items
          : type.k === 'tuples' || type.k === 'iter' || type.k === 'opt'
            ? [type.of]
            : [];
  return depth > 3 ? own : own.flatMap((one) => [one, ...heldIn(one, depth + 1)]);
}

/** The type of a value of any of these types. Only two facts are kept: it may be an int, it may be a float. */
function mixed(...given: readonly Type[]): Type {
  const types = given.flatMap((type) => [type, ...heldIn(type)]);
  // What is infinite or not whole is printed as it is, whether it is beside ints or floats.
  const has = (kind: 'int' | 'float') =>
    types.some(
      (type) =>
        (type.k === kind && !(type.k === 'float' && type.plain)) ||
        (type.k === 'num' && (kind === 'int' || !type.plain)) ||
        (type.k === 'any' && type[kind]),
    );
  const [int, float] = [has('int'), has('float')];
  return int || float ? { k: 'any', int, float } : ANY;
}

/** The type of a value that has one type or the other. */
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
  if (a.k === 'dict' && b.k === 'dict') {
    // Through the one that both become, entries are written that the names of one do not tell.
    if (!keepsApart && !(a.parts && b.parts)) for (const one of [a.parts, b.parts]) if (one) one.isOpen = true;
    return {
      k: 'dict',
      key: joinCells(a.key, b.key),
      cell: joinCells(a.cell, b.cell),
      make: a.make || b.make,
      counter: a.counter && b.counter,
      ...(a.parts && b.parts && (!keepsApart || a.parts.cells === b.parts.cells) && { parts: a.parts.merge(b.parts, unify) }),
    };
  }
  if (a.k === 'tensor' && b.k === 'tensor') {
    if (a.numpy !== b.numpy) return ANY;
    return a.d === b.d ? a : a.numpy ? array('any') : tensor('any');
  }
  if (a.k === 'tuple' && b.k === 'tuple') {
    if (a.items.length === b.items.length) return { k: 'tuple', items: a.items.map((item, i) => join(item, b.items[i]!, depth + 1)) };
    return { k: 'tuples', of: [...a.items, ...b.items].reduce((x, y) => join(x, y, depth + 1), NEVER) };
  }
  if ((a.k === 'tuple' || a.k === 'tuples') && (b.k === 'tuple' || b.k === 'tuples'))
    return { k: 'tuples', of: join(elementOf(a), elementOf(b), depth + 1) };
  if (a.k === 'range' && b.k === 'range') return { k: 'range', low: a.low && b.low };
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
  if (a.k === b.k && /^(str|size|dtype|bytes|none)$/.test(a.k)) return a;
  return mixed(a, b);
}

function joinNumbers(a: NumberType, b: NumberType): Type {
  if (a.k === 'int' && b.k === 'int')
    return a.low === b.low && a.only === b.only ? a : { k: 'int', low: a.low && b.low, only: a.only === b.only ? a.only : null };
  if (a.k === 'float' && b.k === 'float') return a.endless || !b.plain ? b : a;
  if (a.k === b.k && a.k !== 'num') return a;
  if (isWhole(a) && isWhole(b)) return { k: 'num', only: null, whole: true, plain: true };
  if (a.k === 'bool' || b.k === 'bool') {
    const other = a.k === 'bool' ? b : a;
    return other.k === 'int' ? { k: 'int', low: other.low, only: null } : { k: 'num', only: null };
  }
  const ints = [a, b].flatMap((one) => (one.k === 'int' || one.k === 'num' ? [one.only] : []));
  const isPlain = (one: NumberType): boolean => one.k === 'int' || (one.k !== 'bool' && one.plain === true);
  return {
    k: 'num',
    only: ints.every((one) => one === ints[0]) ? (ints[0] ?? null) : null,
    ...(isPlain(a) && isPlain(b) && { plain: true }),
  };
}

/** The type of `x` in `for x in value`. */
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
    case 'bytes':
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
      if (type.of.isNamedTuple) return [...type.of.attributes.values()].reduce((a, b) => join(a, b), NEVER);
      const found = type.of.method('__iter__') ?? type.of.method('__next__');
      if (found && found.node.nodeType === 'FunctionDef') {
        if (found.name === '__next__' || found.isGenerator) return found.isGenerator ? elementOf(found.result) : found.result;
        if (found.result.k === 'obj' && found.result.of === type.of) return type.of.method('__next__')?.result ?? ANY;
        return elementOf(found.result);
      }
      return type.of.method('__getitem__')?.result ?? ANY;
    }
    case 'class':
      return type.of.isEnum && !type.of.isFlag ? { k: 'obj', of: type.of } : ANY;
    default:
      return ANY;
  }
}
