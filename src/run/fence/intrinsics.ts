/**
 * JavaScript's own objects in the realm that this code runs in. Lists those that are allowed, stops code from being
 * made from text, and freezes the objects. To be called before a model runs.
 */
const ALLOWED = (
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error ' +
  'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math Intl ' +
  'ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array Float64Array ' +
  'Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect ' +
  'FinalizationRegistry WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN ' +
  'Atomics Temporal DisposableStack AsyncDisposableStack'
).split(' ');

/**
 * Removes all names that are not allowed from the global object and from the objects that it inherits from.
 * @param more names that are also allowed
 */
export function keepOnlyAllowed(scope: object, more: readonly string[] = []): void {
  const allowed = new Set<PropertyKey>([...ALLOWED, ...more]);
  for (let holder: object | null = scope; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object | null)
    for (const key of Reflect.ownKeys(holder)) {
      if (allowed.has(key)) continue;
      if (holder !== scope && key === 'constructor') Reflect.defineProperty(holder, key, { value: Object });
      else if (!Reflect.deleteProperty(holder, key)) Reflect.set(holder, key, undefined);
    }
}

const kindsOfFunctions = (): object[] =>
  [() => {}, async () => {}, function* () {}, async function* () {}].map((kind) => Object.getPrototypeOf(kind) as object);

/**
 * Stops code from being made from text. The constructors of functions can do that, and they can be reached from
 * everywhere.
 */
export function denyCodeFromText(scope: object): void {
  for (const prototype of kindsOfFunctions()) {
    const constructor = function () {
      throw new Error('Code cannot be made of text in a model file.');
    };
    // So that `instanceof Function` keeps its meaning.
    Object.defineProperty(constructor, 'prototype', { value: prototype });
    Object.defineProperty(prototype, 'constructor', { value: constructor, writable: true, configurable: true });
  }
  Reflect.deleteProperty(scope, 'eval');
  const { constructor } = Object.getPrototypeOf(() => {}) as object;
  Object.defineProperty(scope, 'Function', { value: constructor, writable: true, configurable: true });
}

/** Objects that no global names. */
function hidden(): unknown[] {
  const iterators: unknown[] = [[].values(), ''[Symbol.iterator](), new Map().entries(), new Set().values(), ''.matchAll(/x/g)];
  iterators.push((function* () {})(), (async function* () {})());
  const { Segmenter } = Intl;
  if (Segmenter) iterators.push(new Segmenter().segment(''), new Segmenter().segment('')[Symbol.iterator]());
  const { Iterator } = globalThis as { Iterator?: { from(of: object): { map?(f: unknown): unknown } } };
  if (Iterator)
    iterators.push(
      Iterator.from({ next() {} }),
      Iterator.from([].values()).map?.(() => 0),
    );
  return [...kindsOfFunctions(), ...iterators.map((iterator) => Object.getPrototypeOf(iterator ?? {}) as unknown)];
}

/** Every object that can be reached from `roots` without running code, except `except`. */
function reachable(roots: Iterable<unknown>, except: object): Set<object> {
  const found = new Set<object>();
  const add = (value: unknown) => {
    if (((typeof value === 'object' && value !== null) || typeof value === 'function') && value !== except) found.add(value);
  };
  for (const root of roots) add(root);
  // The loop also visits what is added to the set meanwhile.
  for (const object of found) {
    add(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
      for (const each of [value, get, set] as unknown[]) add(each);
    }
  }
  return found;
}

const ERRORS = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];

/**
 * Names that programs assign to their own objects, which inherit them. Such an assignment fails once the object that
 * they inherit from is frozen, unless the property is an accessor. Accessors would be slow for arrays and functions;
 * for these they cost nothing.
 */
const ASSIGNED: readonly (readonly [object, string])[] = [
  ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf'].map(
    (name) => [Object.prototype, name] as const,
  ),
  ...ERRORS.flatMap(({ prototype }) => ['constructor', 'name', 'message', 'toString'].map((name) => [prototype as object, name] as const)),
];

function letAssign(prototype: object, name: string): void {
  const { value, configurable, enumerable = false } = Reflect.getOwnPropertyDescriptor(prototype, name) ?? {};
  if (value === undefined || !configurable) return;
  Object.defineProperty(prototype, name, {
    enumerable,
    configurable: false,
    get: () => value as unknown,
    set(this: object, next: unknown) {
      if (this === prototype) throw new TypeError(`JavaScript's own objects cannot be changed in a model file: '${name}'.`);
      const own = Reflect.getOwnPropertyDescriptor(this, name);
      Reflect.defineProperty(this, name, own ? { value: next } : { value: next, writable: true, enumerable: true, configurable: true });
    },
  });
}

/** Freezes as `Object.freeze` does, but one property after the other. @param but a property that stays as it is */
function freezeInSteps(object: object, but?: string): void {
  for (const key of Reflect.ownKeys(object)) {
    const { configurable, writable, value } = Reflect.getOwnPropertyDescriptor(object, key)!;
    if (key === but || !(configurable || writable)) continue;
    const isAccessor = writable === undefined && value === undefined;
    Object.defineProperty(object, key, isAccessor ? { configurable: false } : { writable: false, configurable: false });
  }
  Object.preventExtensions(object);
}

/**
 * Freezes JavaScript's own objects and the global object. V8 takes shortcuts as long as nobody has touched certain
 * properties, and some kinds of freezing slow programs down in unexpected places:
 * - `Object.freeze` of `Object.prototype` makes arrays with holes eight times slower; freezing in steps costs nothing;
 * - in Node 20, `Object.freeze` of the prototypes of typed arrays makes new ones slow, and a touched `constructor`
 *   there makes `length` eight times slower. Nothing gets slower when they are frozen in steps, without `constructor`,
 *   and the common prototype before the others. (A `constructor` that a model changes affects only the model's own
 *   numbers.)
 * - for all others, freezing in steps costs more.
 * @param more names of further globals to freeze
 */
export function freezeIntrinsics(scope: object, more: readonly string[] = []): void {
  for (const [prototype, name] of ASSIGNED) letAssign(prototype, name);
  const globals = [...ALLOWED, ...more].map((name) => (scope as Record<string, unknown>)[name]);
  const all = [...reachable([...hidden(), ...globals, Object.getPrototypeOf(scope)], scope)];
  const typedArray = Object.getPrototypeOf(Float32Array.prototype) as object;
  const isTyped = (object: object) => Object.getPrototypeOf(object) === typedArray;
  for (const object of [typedArray, ...all.filter(isTyped)]) freezeInSteps(object, 'constructor');
  freezeInSteps(Object.prototype);
  for (const object of all)
    if (object !== typedArray && object !== Object.prototype && !isTyped(object) && !ArrayBuffer.isView(object)) Object.freeze(object);
  Object.freeze(scope);
}
