/**
 * The kind of an expression, as far as operators need it, when it is certain; and the facts that the text states
 * directly.
 */
import type { Node } from '../syntax.js';

/**
 * `number`, `text`, `bigint`, `truth`, `nothing` (null and undefined); `numbers`: a list or a typed array of numbers;
 * `rows`: a list of such lists; `object`: any other object that is no tensor; `plain`: one of all these.
 */
export type Known = 'number' | 'text' | 'bigint' | 'truth' | 'nothing' | 'numbers' | 'rows' | 'object' | 'plain';

/** UNKNOWN: the value may be a tensor. NEVER: no possible value has been found yet. */
export const UNKNOWN = 'unknown';
export const NEVER = 'never';
export type Kind = Known | typeof UNKNOWN | typeof NEVER;

/** The kind of a value that has one of two kinds. */
export function either(a: Kind, b: Kind): Kind {
  if (a === NEVER || a === b) return b;
  if (b === NEVER) return a;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : 'plain';
}

export const elementOf = (list: Kind): Kind => (list === 'numbers' ? 'number' : list === 'rows' ? 'numbers' : UNKNOWN);

/** The expression without parentheses and without the parts that only the type checker reads. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return unwrapped(node.expression as Node);
    default:
      return node;
  }
}

const TYPED_ARRAY = /^(Float32|Float64|Int8|Int16|Int32|Uint8|Uint8Clamped|Uint16|Uint32)Array$/;

/**
 * The kind that an annotation states. It is trusted: if it is wrong, JavaScript's own operator throws an error for the
 * tensor.
 */
export function annotated(annotation: Node | null | undefined): Kind {
  if (annotation?.type === 'TSTypeAnnotation') return annotated(annotation.typeAnnotation as Node);
  switch (annotation?.type) {
    case 'TSNumberKeyword':
      return 'number';
    case 'TSStringKeyword':
      return 'text';
    case 'TSBooleanKeyword':
      return 'truth';
    case 'TSBigIntKeyword':
      return 'bigint';
    case 'TSTypeOperator':
      return annotated(annotation.typeAnnotation as Node);
    case 'TSArrayType':
      return listOf(annotated(annotation.elementType as Node));
    case 'TSTypeReference': {
      const name = annotation.typeName.type === 'Identifier' ? annotation.typeName.name : '';
      if (TYPED_ARRAY.test(name)) return 'numbers';
      const [element] = (annotation.typeParameters?.params ?? []) as Node[];
      return element && (name === 'Array' || name === 'ReadonlyArray') ? listOf(annotated(element)) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

const listOf = (element: Kind): Kind => (element === 'number' ? 'numbers' : element === 'numbers' ? 'rows' : 'object');

/** The kind of the result of `new Name()`, for names that the model does not declare itself. */
export const madeBy = (name: string): Kind =>
  TYPED_ARRAY.test(name) ? 'numbers' : /^(Date|Map|Set|WeakMap|WeakSet|Array|Error|RegExp|Proxy)$/.test(name) ? 'object' : UNKNOWN;

const NAMED: Readonly<Record<string, Kind>> = { undefined: 'nothing', NaN: 'number', Infinity: 'number' };
export const globalKind = (name: string): Kind => (Object.hasOwn(NAMED, name) ? NAMED[name]! : UNKNOWN);

const RETURNED: Readonly<Record<string, Kind>> = {
  Number: 'number',
  parseInt: 'number',
  parseFloat: 'number',
  String: 'text',
  Boolean: 'truth',
  isNaN: 'truth',
  isFinite: 'truth',
  BigInt: 'bigint',
  Symbol: 'plain',
};
/** The kind of the result of a function of JavaScript. */
export const returnedBy = (name: string): Kind => (Object.hasOwn(RETURNED, name) ? RETURNED[name]! : UNKNOWN);

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const NUMBER_METHODS = set(
  'numel dim nelement indexOf lastIndexOf charCodeAt codePointAt getTime now findIndex findLastIndex localeCompare',
);
const TEXT_METHODS = set('toFixed toPrecision toString toUpperCase toLowerCase padStart padEnd join charAt trim substring toISOString');
const TRUTH_METHODS = set('includes startsWith endsWith hasOwnProperty');
/** The kind of the result of a method with this name, on any object. */
export function returnedByMethod(name: string): Kind {
  if (NUMBER_METHODS.has(name)) return 'number';
  if (TEXT_METHODS.has(name)) return 'text';
  if (TRUTH_METHODS.has(name)) return 'truth';
  return name === 'item' ? 'plain' : UNKNOWN;
}

const SAME_LIST = set('slice subarray fill filter sort reverse concat toSorted toReversed');
export const keepsElements = (method: string): boolean => SAME_LIST.has(method);

/** Methods whose callback gets an index as its second argument. */
const WITH_INDEX = set('map forEach filter flatMap some every find findIndex findLast findLastIndex from');
export const givesIndex = (method: string): boolean => WITH_INDEX.has(method);
