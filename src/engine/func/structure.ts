import { isPlainObject } from '../ops/signature.js';

/** How lists and dictionaries lie in each other, as PyTorch prints it. */
export function structureOf(value: unknown): string {
  if (Array.isArray(value)) return `TreeSpec(tuple, None, [${value.map(structureOf).join(',\n  ')}])`;
  if (!isPlainObject(value)) return '*';
  const names = Object.keys(value);
  return `TreeSpec(dict, [${names.map((name) => `'${name}'`).join(', ')}], [${names.map((name) => structureOf(value[name])).join(',\n  ')}])`;
}

/** The same in short: `(*, *)`. */
export function nesting(value: unknown): string {
  if (Array.isArray(value)) return `(${value.map(nesting).join(', ')}${value.length === 1 ? ',' : ''})`;
  if (!isPlainObject(value)) return '*';
  return `{${Object.entries(value)
    .map(([name, part]) => `'${name}': ${nesting(part)}`)
    .join(', ')}}`;
}
