/** How `console.log` of a model file shows values: tensors as PyTorch prints them, the rest as JavaScript does. */
import { isClass } from '../../engine/library.js';

const MAX_DEPTH = 3;
const MAX_ITEMS = 100;
const LINE = 76;

/**
 * The arguments of one call, joined by a space. Strings are shown as they are; a first string may have `%s` and the
 * like.
 */
export function showAll(values: readonly unknown[]): string {
  const rest = [...values];
  const parts: string[] = [];
  if (typeof rest[0] === 'string' && rest.length > 1 && rest[0].includes('%')) parts.push(fillIn(rest.shift() as string, rest));
  for (const value of rest) parts.push(typeof value === 'string' ? value : show(value));
  return parts.join(' ');
}

function fillIn(format: string, values: unknown[]): string {
  return format.replace(/%([sdifoOj%])/g, (whole, kind: string) => {
    if (kind === '%') return '%';
    if (values.length === 0) return whole;
    const value = values.shift();
    if (kind === 'd') return String(Number(value));
    if (kind === 'i') return String(Math.trunc(Number(value)));
    if (kind === 'f') return String(Number(value));
    return typeof value === 'string' ? value : show(value);
  });
}

export function show(value: unknown, depth = 0, within: readonly object[] = []): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'object':
      return value === null ? 'null' : within.includes(value) ? '[Circular]' : showObject(value, depth, [...within, value]);
    case 'function':
      return hasText(value) ? String(value) : showFunction(value);
    default:
      return String(value);
  }
}

const quote = (text: string): string =>
  text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;

/** Whether an object's own class defines its text: tensors, sizes, dtypes, modules, dates. */
function hasText(value: object): boolean {
  if (typeof value.toString !== 'function') return false;
  let holder: object | null = value;
  while (holder && !Object.hasOwn(holder, 'toString')) holder = Object.getPrototypeOf(holder) as object | null;
  return holder !== null && (holder === value || !isOfAll(holder));
}

/** Whether this is the prototype of all objects, all arrays or all functions, in any realm. */
function isOfAll(prototype: object): boolean {
  const above = Object.getPrototypeOf(prototype) as object | null;
  const isAlmost = typeof prototype === 'function' || Array.isArray(prototype);
  return above === null || (isAlmost && Object.getPrototypeOf(above) === null);
}

function showFunction(value: { name?: unknown }): string {
  const [kind, between] = isClass(value) ? ['class', ' '] : ['Function', ': '];
  return `[${kind}${value.name ? `${between}${String(value.name)}` : ''}]`;
}

function showObject(value: object, depth: number, within: readonly object[]): string {
  if (value instanceof Error || (hasText(value) && !ArrayBuffer.isView(value))) return String(value);
  const inner = (item: unknown) => show(item, depth + 1, within);
  if (Array.isArray(value)) return depth >= MAX_DEPTH ? '[Array]' : list('', '[', ']', value, inner);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const numbers = value as unknown as ArrayLike<number>;
    return list(`${value.constructor.name}(${numbers.length}) `, '[', ']', numbers, inner);
  }
  const name = nameOf(value);
  if (depth >= MAX_DEPTH) return `[${name || 'Object'}]`;
  if (value instanceof Set) return list(`Set(${value.size}) `, '{', '}', [...value], inner);
  if (value instanceof Map) return list(`Map(${value.size}) `, '{', '}', [...value], ([key, item]) => `${inner(key)} => ${inner(item)}`);
  const entry = ([key, item]: [string, unknown]) =>
    `${/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quote(key)}: ${inner(item)}`;
  return list(name && `${name} `, '{', '}', Object.entries(value), entry);
}

/** The class of an object, '' for a plain one. */
function nameOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  if (prototype === null) return '[Object: null prototype]';
  return Object.getPrototypeOf(prototype) === null ? '' : String(prototype.constructor?.name ?? '');
}

function list<T>(prefix: string, open: string, close: string, items: ArrayLike<T>, showItem: (item: T) => string): string {
  if (items.length === 0) return `${prefix}${open}${close}`;
  const shown = Array.from({ length: Math.min(items.length, MAX_ITEMS) }, (_, i) => showItem(items[i]!));
  if (items.length > MAX_ITEMS) shown.push(`... ${items.length - MAX_ITEMS} more`);
  const line = `${prefix}${open} ${shown.join(', ')} ${close}`;
  if (line.length <= LINE && !line.includes('\n')) return line;
  const separator = shown.every((item) => item.length <= 6) ? ', ' : ',\n';
  return `${prefix}${open}\n${indent(wrapped(shown, separator))}\n${close}`;
}

/** Joins items. Short items fill lines. */
function wrapped(items: string[], separator: string): string {
  if (separator !== ', ') return items.join(separator);
  const lines = [''];
  for (const item of items) {
    if (lines.at(-1)!.length + item.length > LINE) lines.push('');
    lines[lines.length - 1] += `${item}, `;
  }
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/,$/, '');
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
