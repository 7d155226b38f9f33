/**
 * JavaScript's own objects in the realm that this code runs in: the list of those that are allowed, the end of
 * making code of text, and their freezing. To be called before a model runs.
 */
const ALLOWED = (
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error ' +
  'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math Intl ' +
  'ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array Float64Array ' +
  'Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect ' +
  'FinalizationRegistry WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN ' +
  'Atomics Temporal DisposableStack AsyncDisposableStack'
).split(' ');

/** Takes from the global object, and from what it inherits, all that is not allowed. @param more names that are allowed besides */
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

/** The constructors of functions are everywhere within reach, and make code of text. */
export function denyCodeFromText(scope: object): void {
  for (const prototype of kindsOfFunctions()) {
    const constructor = function () {
      throw new Error('Code cannot be made of text in a model file.');
    };
    // So that `instanceof Function` goes on meaning what it means.
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

/** Every object that can be reached from `roots` without running code, but for `except`. */
function reachable(roots: Iterable<unknown>, except: object): Set<object> {
  const found = new Set<object>();
  const add = (value: unknown) => {
    if (((typeof value === 'object' && value !== null) || typeof value === 'function') && value !== except) found.add(value);
  };
  for (const root of roots) add(root);
  // What is added while the set is walked is walked too.
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
 * Names that programs assign to objects of their own, which inherit them: such an assignment fails once what they
 * inherit from is frozen, unless it is an accessor. For arrays and functions that would cost much, for these nothing.
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

/** As `Object.freeze`, one property after the other. @param but a property that stays as it is */
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
 * Freezes JavaScript's own objects, and the global object with them. V8 takes shortcuts as long as nobody has touched
 * certain properties, and pays for some kinds of freezing where a program never looks:
 * - `Object.freeze` of `Object.prototype` makes arrays with holes eight times slower; in steps it costs nothing;
 * - in Node 20, `Object.freeze` of the prototypes of typed arrays makes new ones slow, and a touched `constructor` there
 *   makes `length` eight times slower. In steps, without that one, and the common prototype before the others, nothing is.
 *   (A `constructor` that a model changes leads to no more than the model's own numbers.)
 * - all others cost more in steps.
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
