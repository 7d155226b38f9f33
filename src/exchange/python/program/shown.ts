/** How Python prints a value, as far as the value's type tells. */
import { inside, withoutNone, type Type } from './types.js';

/** The type for the helper `str(value, type)`. '' where the value alone is enough to print it. */
export function shownType(type: Type, depth = 0): string {
  if (depth > 4) return '';
  const inner = (one: Type) => shownType(one, depth + 1);
  switch (type.k) {
    case 'float':
      return 'float';
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
      if (type.parts && [...type.parts.keys()].every((name) => /^\w+$/.test(name)))
        return `fields[${[...type.parts].map(([name, one]) => `${name}, ${inner(one) || 'any'}`).join(', ')}]`;
      const of = inner(type.of);
      return of && `dict[str, ${of}]`;
    }
    case 'tuple': {
      const of = type.items.map(inner);
      // PyTorch's functions return lists in place of tuples.
      const isOfTensors = type.items.some((one) => one.k === 'tensor');
      return of.every((one) => one === '') && !isOfTensors ? '' : `tuple[${of.map((one) => one || 'any').join(', ')}]`;
    }
    case 'dict': {
      if (
        type.parts &&
        !type.parts.isOpen &&
        (isDoubtful({ ...type, parts: undefined }) || inside(type.cell).k === 'num' || isMixed(type.parts.cells)) &&
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

/** True when lists or tuples are next to floats. The numbers in those lists are not floats. */
function isMixed(cells: ReadonlyMap<string, Parameters<typeof inside>[0]>): boolean {
  const kinds = [...cells.values()].map((cell) => inside(cell).k);
  return kinds.some((k) => /^(list|tuple|tuples)$/.test(k)) && kinds.includes('float');
}

/** The types that a type contains: for a list, the type of its elements. */
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
 * True when `is` accepts a type, or a type that it contains at any depth.
 * @param held returns the types that a type contains
 * @param beyond the answer for a type that is too deep to look at
 */
function isOrHolds(type: Type, is: (one: Type) => boolean, held: (one: Type) => readonly Type[], beyond: boolean, depth = 0): boolean {
  if (depth > 4) return beyond;
  return is(type) || held(type).some((one) => isOrHolds(one, is, held, beyond, depth + 1));
}

const isDoubtfulNumber = (type: Type): boolean =>
  (type.k === 'any' && Boolean(type.int && type.float)) || (type.k === 'nested' && type.d === 'any') || (type.k === 'num' && !type.plain);

/** True for a place of which it is not known whether a number there is an int or a float. */
export function isOpen(given: Type): boolean {
  const type = withoutNone(given);
  return type.k === 'any' ? !(type.float && !type.int) : type.k === 'nested' ? type.d === 'any' : isDoubtfulNumber(type);
}

const heldByName = (type: Type): readonly Type[] =>
  type.k === 'dict' && type.parts && !type.parts.isOpen ? [...type.parts.cells.values()].map(inside) : heldBy(type);

/** True when a value is or contains a number that may be an int or a float. */
export const isDoubtful = (type: Type): boolean => isOrHolds(type, isDoubtfulNumber, heldByName, false);

/** Keys of which nothing else is known are texts for the most part. */
const isNumberKey = (type: Type): boolean => isOrHolds(type, (one) => one.k === 'num' && isDoubtfulNumber(one), heldBy, false);

/** True when a dict's keys, or the elements of a set, are numbers that may be ints or floats. */
export const hasDoubtfulKeys = (type: Type): boolean =>
  isOrHolds(
    type,
    (one) => (one.k === 'dict' && isNumberKey(inside(one.key))) || (one.k === 'set' && isNumberKey(inside(one.cell))),
    heldByName,
    false,
  );

/** True when nothing is known of a value, or of what it holds. */
export const holdsUnknown = (type: Type): boolean => isOrHolds(type, (one) => one.k === 'any' && !one.int && !one.float, heldByName, false);

/** True when a value may be a range or may contain one. */
export const holdsRange = (type: Type): boolean =>
  isOrHolds(type, (one) => one.k === 'range' || (one.k === 'any' && !one.int && !one.float), heldByName, false);

/** True when a value may be a tuple or may contain one. */
export const mayHoldTuple = (type: Type): boolean => isOrHolds(type, (one) => /^(any|tuples?|named)$/.test(one.k), heldBy, true);
