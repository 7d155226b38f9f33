import { numbersFirst } from './numbersFirst.js';

/** Where a model's own objects come from: JavaScript's objects as the model knows them. In a process these are not the engine's objects. */
export interface Realm {
  /** Runs a script and returns its value. @throws SyntaxError when V8 cannot parse it */
  compile(code: string, name: string): unknown;
  /** Makes these names global. */
  define(globals: Readonly<Record<string, unknown>>): void;
  /** An object of the realm with these properties. */
  object(properties: object): object;
  /** An array of this many zeros. */
  zeros(length: number): Uint8Array;
  /** Makes operators that handle numbers in functions of this realm. */
  numbersFirst: typeof numbersFirst;
}

/** The realm that this code itself runs in. */
export const sameRealm: Realm = {
  compile: (code, name) => (0, eval)(`${code}\n//# sourceURL=${name}`) as unknown,
  define: (globals) => void Object.assign(globalThis, globals),
  object: (properties) => ({ ...properties }),
  zeros: (length) => new Uint8Array(length),
  numbersFirst,
};
