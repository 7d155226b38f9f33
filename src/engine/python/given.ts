/**
 * The exports of 'tensor-lens/python' as a program gets them: what JavaScript says inside of them of their arguments becomes the
 * error that Python raises there.
 */
import { AttributeError, type TorchError, TypeError_, ValueError } from '../errors.js';
import { methodsSayBy, saying, type Says } from '../saying.js';
import { callable, isClass } from './calling.js';
import * as helpers from './index.js';
import { Match, Pattern } from './regular.js';
import { iter } from './sequences.js';
import { Slice } from './slices.js';
import { type_name } from './text.js';

const isIterable = (x: unknown): boolean => {
  try {
    iter(x);
    return true;
  } catch {
    return false;
  }
};

/** What V8 says where Python has an error of its own, and that error, if an argument is what it is about. */
const words: readonly [RegExp, (args: readonly unknown[], found: RegExpExecArray) => TorchError | null][] = [
  [/ is not iterable|^Spread syntax requires|^object (?:null|undefined) is not/, (args) => of(args, isIterable, 'is not iterable')],
  [/^[\w$.]+ is not a function/, (args, [said]) => (said.includes('.') ? null : of(args, callable, 'is not callable'))],
  [
    /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) '([^']*)'\)/,
    ([first], [, name]) => (first === null ? new AttributeError(`'NoneType' object has no attribute '${name}'`) : null),
  ],
  [/^Invalid (?:count value|code point|array length)/, () => new ValueError('an argument is out of range')],
];

function of(args: readonly unknown[], fits: (x: unknown) => boolean, what: string): TorchError | null {
  const wrong = args.find((x) => !fits(x));
  return args.every(fits) ? null : new TypeError_(`'${typeOf(wrong)}' object ${what}`);
}

const typeOf = (x: unknown): string => (x === undefined ? 'NoneType' : type_name(x));

const says: Says = ({ message: said }, name, args) => {
  for (const [pattern, make] of words) {
    const found = pattern.exec(said);
    const error = found && make(args, found);
    if (error) return error;
  }
  return new TypeError_(`${name}() got arguments that it does not take: (${args.map(typeOf).join(', ')})`);
};

const OF_GENERATORS: unknown = Object.getPrototypeOf(function* () {});

/** Generators check their arguments themselves: a second one around each would make every step of a loop slower. */
const isPlain = (one: unknown): one is (...args: unknown[]) => unknown =>
  typeof one === 'function' && !isClass(one) && Object.getPrototypeOf(one) !== OF_GENERATORS;

function allOf<All extends object>(all: All): All {
  const own = Object.entries(all).map(([name, one]: [string, unknown]) => {
    // `math`, `random` and the like are objects of functions.
    const isSpace = typeof one === 'object' && one !== null && !Array.isArray(one);
    return [name, isPlain(one) ? saying(name, one, says) : isSpace ? allOf(one) : one];
  });
  return Object.freeze(Object.fromEntries(own)) as All;
}

/** All that is exported, by its name. */
export const python: Readonly<Record<string, unknown>> = allOf({ ...helpers });

const isExported = (one: unknown): one is { prototype: object } => typeof one === 'function' && isClass(one);
methodsSayBy(says, Slice, Match, Pattern, ...Object.values<unknown>(helpers).filter(isExported));
