/**
 * `x instanceof Array` recognises arrays of one realm only. Both the model and the engine handle objects of the model's
 * realm and of the engine's realm. So each must recognise the objects that the other made.
 */
const NAMES =
  'Array Promise Map Set Date RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError'.split(' ');
/** The engine uses these in its loops, or never. So only the model's constructors recognise both realms. */
const FOR_MODELS = (
  'Object Function ArrayBuffer DataView Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array ' +
  'Uint8ClampedArray BigUint64Array BigInt64Array WeakMap WeakSet WeakRef'
).split(' ');

export type Constructors = Readonly<Record<string, unknown>>;

/** The constructors of this realm. To be called before anybody can change them. */
export function constructorsOf(scope: object): Constructors {
  const found: Record<string, unknown> = {};
  for (const name of [...NAMES, ...FOR_MODELS]) found[name] = (scope as Constructors)[name];
  return found;
}

/** Makes the constructors of this realm recognise the objects of another. */
export function recognise(own: Constructors, others: Constructors, isModel: boolean): void {
  const { apply } = Reflect;
  const isInstance = Function.prototype[Symbol.hasInstance];
  const ask = (constructor: unknown, value: unknown) => apply(isInstance, constructor, [value]);
  for (const name of isModel ? [...NAMES, ...FOR_MODELS] : NAMES) {
    const [constructor, other] = [own[name], others[name]];
    if (typeof constructor !== 'function' || typeof other !== 'function') continue;
    Object.defineProperty(constructor, Symbol.hasInstance, {
      configurable: true,
      writable: true,
      // Classes that extend the constructor inherit this method. It works for them as the original did.
      value(this: unknown, value: unknown): boolean {
        return ask(this, value) || (this === constructor && ask(other, value));
      },
    });
  }
}
