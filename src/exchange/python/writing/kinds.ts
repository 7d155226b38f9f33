/** Groups of types that are written in the same way. */
import { isNumber, type Type } from '../program/types.js';

export const isList = (type: Type): boolean =>
  type.k === 'list' || type.k === 'tuple' || type.k === 'tuples' || type.k === 'deque' || type.k === 'size';
export const isSimple = (type: Type): boolean => isNumber(type) || type.k === 'str' || type.k === 'none' || type.k === 'dtype';
