// @ts-nocheck -- it composes text from an engine that is bundled for it.
/** The arguments of constructors as types, from the signature that each class has. */

/** The text of a module in src/engine that exports what this script needs of the engine. */
export const classSources = `
  export * as torch from './index.ts';
  export { glossary } from './glossary.ts';
  export { parseSignature } from './ops/signature.ts';
`;

/** The classes below a namespace that have a signature, by the name in the signature. */
export function signedIn(space, path, found = new Map(), seen = new Set()) {
  if (seen.has(space)) return found;
  seen.add(space);
  for (const [name, value] of Object.entries(space)) {
    if (typeof value === 'function' && typeof value.signature === 'string' && value.signature.startsWith(`${name}(`)) {
      found.set(name, { path: `${path}.${name}`, signature: value.signature });
    } else if (isNamespace(value)) signedIn(value, `${path}.${name}`, found, seen);
  }
  return found;
}

/** Whether a value is a namespace. A bundled namespace has a getter for each of its exports. */
const isNamespace = (value) =>
  typeof value === 'object' && value !== null && Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get }) => get);

/** The meaning of an argument, in one line with its default. */
export function aboutArgument(glossary, className, { name, text, required }) {
  const about = glossary[`${className}.${name}`] ?? glossary[name];
  const byDefault = required ? '' : `Default: ${text.slice(text.indexOf('=') + 1)}`;
  return [about, byDefault].filter(Boolean).join(' ');
}

const typeOf = ({ types: given, nullable }) => {
  // A module is called like a function: beside the function's type, its own would leave the arguments of `(x) => ...` without one.
  const types = given.some((type) => type.startsWith('Callable')) ? given.filter((type) => type !== 'Module') : given;
  const each = types.flatMap((type) => {
    if (type.startsWith("'")) return [type];
    return type === 'int[]' || type === 'float[]' ? [`T['int']`, `T['${type}']`] : [`T['${type}']`];
  });
  return [...new Set([...each, ...(nullable ? ['null'] : [])])].join(' | ');
};

/**
 * These arguments always come first. So several optimizers have the same type of arguments, and a variable that holds
 * any of them can be called.
 */
const alwaysFirst = new Set(['params', 'optimizer', 'tensor', 'parameters']);

/** The types of one class: its arguments by position, or by name beginning at any of the first ones. */
function argumentsOf(className, parameters, glossary) {
  const [variadic] = parameters.filter((p) => p.variadic);
  if (variadic) return { options: '', type: `[...${variadic.name}: ${typeOf(variadic)}[]]` };
  const required = parameters.filter((p) => p.required && !p.keywordOnly);
  const positional = parameters.filter((p) => !p.required && !p.keywordOnly);
  const byName = parameters.filter((p) => !p.required);
  const name = `${className}Options`;
  const fields = byName.map((p) => `  /** ${aboutArgument(glossary, className, p)} */\n  ${p.name}?: ${typeOf(p)};\n`);
  const options = byName.length === 0 ? '' : `export interface ${name} {\n${fields.join('')}}\n\n`;
  const given = (list) => list.map((p) => `${p.name}: ${typeOf(p)}`);
  // All arguments of an optimizer may be given by name, in the place of the parameters.
  const orByName = ([first, ...others]) => [
    first.name === 'params' && byName.length > 0 ? `${given([first])[0]} | ({ ${given([first])[0]} } & ${name})` : given([first])[0],
    ...given(others),
  ];
  const rest = byName.length === 0 ? [] : [`options?: ${name}`];
  const whole = [
    ...(required.length > 0 ? orByName(required) : []),
    ...positional.map((p) => `${p.name}?: ${typeOf(p)} | ${name}`),
    ...rest,
  ];
  const named = required.flatMap((first, n) => {
    if (alwaysFirst.has(first.name)) return [];
    const rested = `{ ${given(required.slice(n)).join('; ')} }${byName.length === 0 ? '' : ` & ${name}`}`;
    return [`[${[...given(required.slice(0, n)), `options: ${rested}`].join(', ')}]`];
  });
  return { options, type: [`[${whole.join(', ')}]`, ...named.reverse()].join('\n    | ') };
}

/** The text of src/engine/generated/classes.ts. */
export function classesFile({ classes, glossary, parseSignature }) {
  const all = [...classes].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = all.map(([name, { path, signature }]) => {
    const { options, type } = argumentsOf(name, parseSignature(signature).parameters, glossary);
    return { options, field: `  /** PyTorch: \`${path}${signature.slice(name.length)}\` */\n  ${name}: ${type};\n` };
  });
  return `// Written by \`npm run generate\` from the signatures of the classes. Do not edit.
import type { SignatureTypes as T } from '../nn/signatureTypes.js';

${written.map(({ options }) => options).join('')}/** What each constructor takes, by the name of its class. */
export interface ClassArguments {
${written.map(({ field }) => field).join('')}}
`;
}
