/** How Python prints a value, as far as its type says. */
import { inside, type Type } from './types.js';

/** The type as the helper `str(value, type)` takes it; '' where the value alone is enough to print it. */
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
        (isDoubtful({ ...type, parts: undefined }) || isMixed(type.parts.cells)) &&
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

/** Whether there are lists or tuples among values of other kinds: what is in them is no float, where those are. */
function isMixed(cells: ReadonlyMap<string, Parameters<typeof inside>[0]>): boolean {
  const kinds = [...cells.values()].map((cell) => inside(cell).k);
  return kinds.some((k) => /^(list|tuple|tuples)$/.test(k)) && kinds.includes('float');
}

/** The types that a type is made of: a list has the type of its elements. */
function heldBy(type: Type): readonly Type[] {
  switch (type.k) {
    case 'opt':
    case 'tuples':
    case 'iter':
    case 'record':
      return [type.of];
    case 'list':
    case 'set':
    case 'deque':
      return [inside(type.cell)];
    case 'dict':
      return [inside(type.key), inside(type.cell)];
    case 'tuple':
      return type.items;
    default:
      return [];
  }
}

/**
 * Whether a type is what `is` looks for, or holds it at any depth.
 * @param held what a type holds
 * @param beyond the answer for what lies too deep to be looked at
 */
function isOrHolds(type: Type, is: (one: Type) => boolean, held: (one: Type) => readonly Type[], beyond: boolean, depth = 0): boolean {
  if (depth > 4) return beyond;
  return is(type) || held(type).some((one) => isOrHolds(one, is, held, beyond, depth + 1));
}

const isDoubtfulNumber = (type: Type): boolean =>
  (type.k === 'any' && Boolean(type.int && type.float)) ||
  (type.k === 'nested' && type.d === 'any') ||
  (type.k === 'num' && type.only === null);

const heldByName = (type: Type): readonly Type[] =>
  type.k === 'dict' && type.parts && !type.parts.isOpen ? [...type.parts.cells.values()].map(inside) : heldBy(type);

/** Whether a value is, or holds, a number of which it is not known if it is an int or a float. */
export const isDoubtful = (type: Type): boolean => isOrHolds(type, isDoubtfulNumber, heldByName, false);

/** Whether a value may be a tuple, or may hold one. */
export const mayHoldTuple = (type: Type): boolean => isOrHolds(type, (one) => /^(any|tuples?|named)$/.test(one.k), heldBy, true);
