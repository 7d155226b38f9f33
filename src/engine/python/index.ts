/** The exports of 'tensor-lens/python'. */
import { deque as Deque, namedtuple as namedTuple } from './collections.js';
import { Exception } from './exceptions.js';
import { Dict } from './keys.js';
import { FrozenSet, PySet } from './sets.js';
import { bool } from './compare.js';
import { iter } from './sequences.js';
import { repr, str } from './text.js';
import type { Logging } from './logging.js';
import { type Print } from './print.js';

export * from './arguments.js';
export { descriptors, getattr, setattr } from './attributes.js';
export { complex, Fraction } from './arithmetic.js';
export { bytes, encode, join_bytes } from './bytes.js';
export { cache, cached, lru_cache } from './caching.js';
export { call, callable, isclass, isfunction } from './calling.js';
export * from './compare.js';
export { Counter, defaultdict, OrderedDict } from './collections.js';
export * from './copy.js';
export { ChainMap } from './chainMaps.js';
export * from './classes.js';
export { grad_mode, nullcontext, tqdm } from './contexts.js';
export { csv } from './csv.js';
export { date, datetime, timedelta } from './dates.js';
export { singledispatch, with_mixins } from './dispatching.js';
export { Enum, Flag, IntEnum, IntFlag, StrEnum, TextEnum } from './enums.js';
export * from './exceptions.js';
export { floatsAt as floats_at } from '../ops/floats.js';
export { ExitStack } from './exitStacks.js';
export { fmt, percent } from './format.js';
export { Initialized, joined, mro_of, super_of } from './joining.js';
export { json } from './json.js';
export { Dict, dict, hash, id, isPlain, Tuple, tuple } from './keys.js';
export { const_set, FrozenSet, frozenset, PySet, set } from './sets.js';
export * from './generators.js';
export { bisect, heapq } from './heaps.js';
export { List } from './lists.js';
export { math } from './math.js';
export { mixed } from './mixed.js';
export * from './methods.js';
export { SimpleNamespace } from './namespaces.js';
export * from './numbers.js';
export { PosixPath } from './paths.js';
export { pformat } from './pretty.js';
export { random } from './random.js';
export { re } from './regular.js';
export * from './sequences.js';
export { del_slice, slice_of } from './slices.js';
export { statistics } from './statistics.js';
export { StringIO } from './streams.js';
export { textwrap } from './textwrap.js';
export * from './strings.js';
export { typed } from './typed.js';
export { as_float } from './wholeFloats.js';
export { ascii, name_of, namespace, repr, str, type_at, type_name, type_of } from './text.js';

PySet.items = iter;
Exception.shown = (value) => str(value);
Exception.quoted = (value) => repr(value);
Dict.shownList = (all) => repr(all);
FrozenSet.shown = (all) => repr(new PySet(all));
Deque.shown = (all) => `deque(${repr([...all])}${all.maxlen === null ? '' : `, maxlen=${all.maxlen}`})`;

/** As `collections.deque(x, maxlen)`. */
export const deque = <T>(given: Iterable<T> = [], maxlen: number | null = null): Deque<T> => Deque.of_(given, maxlen) as Deque<T>;

/** As `collections.namedtuple(name, fields)`. */
export const namedtuple = (
  name: string,
  fields: readonly string[],
  types: readonly string[] = [],
  defaults: readonly unknown[] = [],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its fields are known as texts only
): any => namedTuple(name, fields, (value, i) => repr(value, types[i]), defaults);

/** As Python's `not x` and `a is b`, as functions: `operator.not_`, `operator.is_`. */
export const not_ = (x: unknown): boolean => !bool(x);
export const is_ = (a: unknown, b: unknown): boolean => a === b;

/** As Python's `os.environ`, which is empty at first. Each run has its own. */
export declare const environ: Dict<string, string>;

/** As Python's `print`. Each run has its own, see `printing`. */
export declare const print: Print;

/** As Python's `logging`, which writes to the output of the run. */
export declare const logging: Logging;
