import { numbersFirst } from './numbersFirst.js';

/** Where a model's own objects come from: JavaScript's objects as the model knows them. In a process they are not the engine's. */
export interface Realm {
  /** Runs a script and returns its value. @throws SyntaxError for what V8 cannot read */
  compile(code: string, name: string): unknown;
  /** Makes these names global. */
  define(globals: Readonly<Record<string, unknown>>): void;
  /** An object of the realm with these properties. */
  object(properties: object): object;
  /** As many zeros. */
  zeros(length: number): Uint8Array;
  /** Operators whose numbers are taken by functions of the realm. */
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
