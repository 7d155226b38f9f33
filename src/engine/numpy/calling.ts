/** How NumPy's functions are called: with positional arguments, or with keywords in an object at the end. */
import { TypeError_ } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import { saying } from '../saying.js';
import type { Value } from './array.js';

type Body = (...given: Value[]) => Value;

/** A function with parameters of these names, which also accepts keywords. None counts as absent. */
export function by(name: string, parameters: string, body: Body): (...given: Value[]) => Value {
  const names = parameters.split(' ').filter((one) => one !== '');
  return Object.defineProperty(
    saying(name, (...given: Value[]): Value => {
      const last: unknown = given.at(-1);
      const keywords = isPlainObject(last) ? last : null;
      const all: unknown[] = keywords ? given.slice(0, -1) : given;
      if (all.length > names.length)
        throw new TypeError_(
          `${name}() takes ${names.length} positional argument${names.length === 1 ? '' : 's'} but ${all.length} were given`,
        );
      for (const [key, value] of Object.entries(keywords ?? {})) {
        const at = names.indexOf(key);
        if (at < 0)
          throw new TypeError_(`${name}() got an unexpected keyword argument '${key}'`, {
            kind: 'keyword',
            call: name,
            given: key,
            known: names,
          });
        all[at] = value;
      }
      return body(...Array.from({ length: names.length }, (_, i) => all[i] ?? undefined)) as unknown;
    }),
    'name',
    { value: name },
  );
}

/** The functions by name: the name is the first part of each head. */
type Functions<Head extends string> = {
  readonly [One in Head as One extends `${infer Name}(${string}` ? Name : never]: (...given: Value[]) => Value;
};

/**
 * Makes several functions from their heads: `{ 'sum(a axis keepdims)': body }`. ¶ @param write for functions with
 * `out=`: writes a value to `out`, and returns it
 */
export function functions<Name extends string>(
  all: Readonly<Record<Name, Body>>,
  write: ((out: Value, value: Value) => Value) | null = null,
): Functions<Name> {
  return Object.fromEntries(
    Object.entries<Body>(all).map(([head, body]) => {
      const [, name = '', parameters = ''] = /^(\w+)\((.*)\)$/.exec(head) ?? [];
      if (!write) return [name, by(name, parameters, body)];
      const intoOut: Body = (...given) => {
        const out: Value = given.pop();
        const value: Value = body(...given);
        return out === undefined ? value : (write(out, value) as unknown);
      };
      return [name, by(name, `${parameters} out`, intoOut)];
    }),
  ) as Functions<Name>;
}
