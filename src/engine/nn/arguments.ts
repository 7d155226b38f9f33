/** How constructors and functions that are no ops read their arguments: positional, then keywords in a plain object. */
import { TypeError_ } from '../errors.js';
import { bind, parseSignature, type Signature } from '../ops/signature.js';
import { py } from './pythonText.js';

type OrOptions<T extends readonly unknown[], Options> = { [I in keyof T]?: T[I] | Options };

/** The arguments of a call, for TypeScript: those without a default, those with one, and their names. */
export type Arguments<Required extends unknown[], Optional extends unknown[], Options> = [
  ...required: Required,
  ...optional: OrOptions<Optional, Options>,
  options?: Options,
];

const signatures = new Map<string, Signature>();

/** Python's sentence for what `bind` found. A name with a capital is a class, and `__init__` what was called. */
function inPythonsWords(problem: string, name: string): string {
  const callee = /^[A-Z]/.test(name) ? `${name}.__init__()` : `${name}()`;
  if (problem.includes(' missing ')) {
    const missing = [...problem.matchAll(/"(\w+)"/g)].map((m) => `'${m[1]}'`);
    const last = missing.pop();
    const list = missing.length > 0 ? `${missing.join(', ')}${missing.length > 1 ? ',' : ''} and ${last}` : last;
    return `${callee} missing ${missing.length + 1} required positional argument${missing.length > 0 ? 's' : ''}: ${list}`;
  }
  return / (takes|got) /.test(problem) ? problem.replace(`${name}()`, callee) : problem;
}

function signatureOf(text: string): Signature {
  let signature = signatures.get(text);
  if (!signature) signatures.set(text, (signature = parseSignature(text)));
  return signature;
}

/**
 * The arguments of a call by their names.
 * @param text as an op's signature: `Linear(int in_features, int out_features, bool bias=True)`
 * @throws TypeError with Python's message
 */
export function readArguments<T>(text: string, args: readonly unknown[]): T {
  const signature = signatureOf(text);
  const bound = bind(signature, args);
  if ('problem' in bound) throw new TypeError_(inPythonsWords(bound.problem, signature.name));
  return Object.fromEntries(signature.parameters.map((p, i) => [p.name, bound.values[i]])) as T;
}

/** A value as Python writes it; one that is the default as the signature spells it: `1.0` is not `1`. */
export function spelled(text: string, name: string, value: unknown): string {
  const parameter = signatureOf(text).parameters.find((p) => p.name === name);
  const isDefault = typeof value === 'number' && parameter?.defaultValue === value;
  return isDefault ? parameter.text.slice(parameter.text.indexOf('=') + 1) : py(value);
}

/** One value for each of `n` dims: `3` or `[3, 3]`. */
export function perDim(value: number | readonly number[], n: number): number[] {
  const list = typeof value === 'number' ? [value] : [...value];
  return list.length === 1 ? new Array<number>(n).fill(list[0]) : list;
}
