/** Functions, and modules of functions. A module uses one memory, which is given from outside. */
import { flatten, sizeOf, unsigned, type Code } from './bytes.js';
import { local, type Local } from './control.js';

/** i: int32 (also addresses), f: float32, d: float64, v: vector of 128 bits. */
export type Type = 'i' | 'f' | 'd' | 'v';

const types: Record<Type, number> = { i: 0x7f, f: 0x7d, d: 0x7c, v: 0x7b };

export interface WasmFunction {
  readonly name: string;
  readonly params: readonly Type[];
  readonly result: readonly Type[];
  readonly locals: readonly Type[];
  readonly body: Code;
}

/** A function that the module imports and calls. */
export type Imported = Pick<WasmFunction, 'name' | 'params' | 'result'>;

const letters = (text: string): Type[] => [...text] as Type[];

/** Makes a function. `params` are letters of types. `make` gets the params and a maker of locals, and returns the body. */
export function fn(name: string, params: string, make: (params: Local[], local: (type: Type) => Local) => Code, result = ''): WasmFunction {
  const locals: Type[] = [];
  const newLocal = (type: Type): Local => local(params.length + locals.push(type) - 1);
  const body = make(
    letters(params).map((_, i) => local(i)),
    newLocal,
  );
  return { name, params: letters(params), result: letters(result), locals, body };
}

export const imported = (name: string, params: string, result = ''): Imported => ({
  name,
  params: letters(params),
  result: letters(result),
});

/** Several locals of one type. */
export const locals = (make: (type: Type) => Local, type: Type, count: number): Local[] => Array.from({ length: count }, () => make(type));

const section = (id: number, body: Code): Code => [id, unsigned(sizeOf(body)), body];
const vector = (items: readonly Code[]): Code => [unsigned(items.length), items];
const text = (s: string): Code => [unsigned(s.length), [...s].map((c) => c.charCodeAt(0))];

/** The most pages of 64 KiB in a shared memory: 4 GiB. */
export const MOST_PAGES = 65_536;

/** The bytes of a module that uses the memory `env.memory`. Imported functions come first in the numbering. */
export function encode(functions: readonly WasmFunction[], { shared = false, imports = [] as readonly Imported[] } = {}): Uint8Array {
  const all: readonly Imported[] = [...imports, ...functions];
  const limits = shared ? [3, 1, unsigned(MOST_PAGES)] : [0, 1];
  return flatten([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    section(1, vector(all.map(({ params, result }) => [0x60, vector(params.map((t) => types[t])), vector(result.map((t) => types[t]))]))),
    section(
      2,
      vector([[text('env'), text('memory'), 2, limits], ...imports.map(({ name }, i) => [text('env'), text(name), 0, unsigned(i)])]),
    ),
    section(3, vector(functions.map((_, i) => unsigned(i + imports.length)))),
    section(7, vector(functions.map(({ name }, i) => [text(name), 0, unsigned(i + imports.length)]))),
    section(10, vector(functions.map((f) => bodyOf(f)))),
  ]);
}

function bodyOf({ locals, body }: WasmFunction): Code {
  const code: Code = [vector(locals.map((type) => [1, types[type]])), body, 0x0b];
  return [unsigned(sizeOf(code)), code];
}
