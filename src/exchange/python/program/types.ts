/**
 * What is known about a value before the program runs. A list, dict or set has a cell for the types of its elements.
 * Two names of one list share the cell, so both know what is appended through one of them.
 */
import type { Class, Func } from './classes.js';

// not operations: names of Python's types and functions
export type DKind = 'float' | 'int' | 'bool' | 'any';

export type Type =
  /** No value is known to reach this place. */
  | { k: 'never' }
  /** Nothing is known, except whether the value may be an int or a float. */
  | { k: 'any'; int?: boolean; float?: boolean }
  | { k: 'none' | 'str' | 'size' | 'bytes' }
  | { k: 'dtype'; d: DKind }
  | { k: 'bool' }
  /** `endless`: infinite, or no number. `plain`: that, or not whole: such a number is never printed as an int. */
  | { k: 'float'; endless?: true; plain?: true }
  /** The result of `tolist()`: a number of a tensor, or nested lists of numbers. */
  | { k: 'nested'; d: DKind }
  /** `low`: never below 0. `only`: always this number. */
  | { k: 'int'; low: boolean; only: number | null }
  /**
   * An int or a float. `only`: if it is an int, it is this number. `whole`: an int, or a float that is infinite or none.
   * `plain`: an int, or a float that is not whole.
   */
  | { k: 'num'; only: number | null; whole?: true; plain?: true }
  /** `numpy`: an array or a scalar of NumPy. */
  | { k: 'tensor'; d: DKind; numpy?: true }
  | { k: 'list' | 'set' | 'deque'; cell: Cell }
  | { k: 'tuple'; items: readonly Type[] }
  /** A tuple of any length. */
  | { k: 'tuples'; of: Type }
  | { k: 'dict'; key: Cell; cell: Cell; make?: boolean; counter?: boolean; parts?: Parts | undefined }
  /** An object of JavaScript with named values: a state_dict. */
  | { k: 'record'; of: Type; parts?: ReadonlyMap<string, Type> }
  /** An iterator. */
  | { k: 'iter'; of: Type }
  | { k: 'range'; low: boolean }
  | { k: 'func'; func: Func; self: Type | null }
  | { k: 'class'; of: Class }
  | { k: 'obj'; of: Class }
  /** A module, a function or a class of a library, by its dotted name. */
  | { k: 'lib'; path: string }
  /** An object of a class of a library. */
  | { k: 'inst'; path: string; of?: Type }
  /** A class that `namedtuple` makes, and a tuple of this class. */
  | { k: 'namedtuple' | 'named'; of: Named }
  /** A method of a value: `xs.append`. */
  | { k: 'method'; of: Type; name: string }
  | { k: 'super'; of: Class }
  | { k: 'opt'; of: Type };

export interface Cell {
  type: Type;
  /** The cell with which this one was merged. It stands for both. */
  to: Cell | null;
  /** True when its values are also seen beside those of another cell that it was not merged with. */
  isShared?: true;
}

/** A tuple whose parts have names. */
export interface Named {
  readonly name: string;
  readonly fields: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The types of a dict's entries whose names are written out. Dicts that meet at one place share them. */
export class Parts {
  private to: Parts | null = null;
  private open = false;

  constructor(private readonly own: Map<string, Cell> = new Map()) {}

  private get root(): Parts {
    return this.to?.root ?? this;
  }

  get cells(): Map<string, Cell> {
    return this.root.own;
  }

  /** True when other names are also written. */
  get isOpen(): boolean {
    return this.root.open;
  }

  set isOpen(open: boolean) {
    this.root.open = open;
  }

  /** Makes one of two. @param unify makes one cell of two */
  merge(other: Parts, unify: (a: Cell, b: Cell) => Cell): this {
    const [one, two] = [this.root, other.root];
    if (one === two) return this;
    two.to = one;
    one.open ||= two.open;
    for (const [name, cell] of two.own) {
      const known = one.own.get(name);
      one.own.set(name, known ? unify(known, cell) : cell);
    }
    return this;
  }
}

export const NEVER: Type = { k: 'never' };
export const ANY: Type = { k: 'any' };
export const NONE: Type = { k: 'none' };
export const BOOL: Type = { k: 'bool' };
export const STR: Type = { k: 'str' };
export const FLOAT: Type = { k: 'float' };
export const ENDLESS: Type = { k: 'float', endless: true, plain: true };
/** A float with a fraction. */
export const FRACTION: Type = { k: 'float', plain: true };
export const INT: Type = { k: 'int', low: false, only: null };
export const LOW: Type = { k: 'int', low: true, only: null };
export const SIZE: Type = { k: 'size' };
export const tensor = (d: DKind): Type => ({ k: 'tensor', d });
export const array = (d: DKind): Type => ({ k: 'tensor', d, numpy: true });
export const isNumpy = (type: Type): boolean => type.k === 'tensor' && type.numpy === true;
export const iterOf = (of: Type): Type => ({ k: 'iter', of });
export const tupleOf = (...items: Type[]): Type => ({ k: 'tuple', items });

export function rootOf(cell: Cell): Cell {
  let at = cell;
  while (at.to) at = at.to;
  return at;
}

export const inside = (cell: Cell): Type => rootOf(cell).type;

export const newCell = (type: Type = NEVER): Cell => ({ type, to: null });

export const isModule = (type: Type): boolean =>
  (type.k === 'obj' && type.of.isModule) || (type.k === 'inst' && /^torch\.nn\.(?!parameter|Parameter)/.test(type.path));

export type NumberType =
  | { k: 'int'; low: boolean; only: number | null }
  | { k: 'num'; only: number | null; whole?: true; plain?: true }
  | { k: 'float'; endless?: true; plain?: true }
  | { k: 'bool' };

// not operations: names of Python's types and functions
export const isNumber = (type: Type): type is NumberType => type.k === 'int' || type.k === 'float' || type.k === 'num' || type.k === 'bool';

/** True for an int, and for a float that is infinite or no number: neither is printed in another way than it is. */
export const isWhole = (one: Type): boolean =>
  // not operations: kinds of Python's numbers
  one.k === 'int' || (one.k === 'float' && one.endless === true) || (one.k === 'num' && one.whole === true);

/** The type of a number that is computed of this one: it may be whole. */
export function perhapsWhole(type: Type): Type {
  if (type.k === 'float') return type.endless ? type : FLOAT;
  return type.k === 'num' && !type.whole ? { k: 'num', only: type.only } : type;
}

/**
 * The type of what is an int here and a float there, which need not be a certain number if it is an int.
 * @param of the types that it was joined of
 */
export function perhapsAny(type: Type, of: readonly Type[]): Type {
  const isNew = type.k === 'num' && type.only !== null && of.every((one) => withoutNone(one).k !== 'num');
  return isNew ? { ...type, only: null } : type;
}

/** An attribute of a value of unknown type may be anything. */
export const unbound = (type: Type): Type => (type.k === 'method' && type.of.k === 'any' ? ANY : type);

export const withoutNone = (type: Type): Type => (type.k === 'opt' ? type.of : type);

/** A member of an enumeration of numbers counts as a number. */
export const asNumber = (type: Type): Type => (type.k === 'obj' && type.of.isNumberEnum ? INT : type);
