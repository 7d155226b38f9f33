/**
 * Functions that a browser or Node would give to model files and that JavaScript itself lacks. These are our own
 * versions, which reach nothing.
 */

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function notCloneable(value: unknown): Error {
  const error = new Error(`${String(value).slice(0, 100)} could not be cloned.`);
  error.name = 'DataCloneError';
  return error;
}

/** Copies plain data, as the web's `structuredClone` does. @throws DataCloneError for functions and symbols */
export function structuredClone<T>(value: T): T {
  const copies = new Map<object, object>();
  const remember = <C extends object>(original: object, copy: C): C => {
    copies.set(original, copy);
    return copy;
  };
  const clone = (original: unknown): unknown => {
    if (typeof original === 'function' || typeof original === 'symbol') throw notCloneable(original);
    if (!isObject(original)) return original;
    const known = copies.get(original);
    if (known) return known;
    if (Array.isArray(original)) return cloneArray(original);
    if (original instanceof Date) return remember(original, new Date(original.getTime()));
    if (original instanceof RegExp) return remember(original, new RegExp(original.source, original.flags));
    if (original instanceof ArrayBuffer) return remember(original, original.slice(0));
    if (ArrayBuffer.isView(original)) return cloneView(original);
    if (original instanceof Map) {
      const copy = remember(original, new Map<unknown, unknown>());
      for (const [key, item] of original) copy.set(clone(key), clone(item));
      return copy;
    }
    if (original instanceof Set) {
      const copy = remember(original, new Set<unknown>());
      for (const item of original) copy.add(clone(item));
      return copy;
    }
    if (original instanceof Error) {
      const copy = remember(original, new Error(original.message));
      copy.name = original.name;
      return copy;
    }
    const copy: Record<string, unknown> = {};
    copies.set(original, copy);
    for (const [key, item] of Object.entries(original)) copy[key] = clone(item);
    return copy;
  };
  const cloneArray = (original: unknown[]) => {
    const copy = remember(original, new Array<unknown>(original.length));
    // Copied by keys, so that holes stay holes.
    for (const key of Object.keys(original).map(Number)) copy[key] = clone(original[key]);
    return copy;
  };
  const cloneView = (original: ArrayBufferView) => {
    const buffer = clone(original.buffer) as ArrayBuffer;
    const { constructor } = original as unknown as { constructor: new (...args: unknown[]) => object };
    const length = original instanceof DataView ? original.byteLength : (original as Uint8Array).length;
    return remember(original, new constructor(buffer, original.byteOffset, length));
  };
  return clone(value) as T;
}

export const queueMicrotask = (callback: () => void): void => void Promise.resolve().then(() => callback());

/** UTF-8, as on the web. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array {
    const bytes: number[] = [];
    for (const sign of String(text)) {
      const code = sign.codePointAt(0)!;
      const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
      if (point < 0x80) bytes.push(point);
      else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point, 0));
      else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point, 6), tail(point, 0));
      else bytes.push(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0));
    }
    return Uint8Array.from(bytes);
  }
}

const tail = (point: number, shift: number): number => 0x80 | ((point >> shift) & 0x3f);

/** UTF-8 only. */
export class TextDecoder {
  readonly encoding = 'utf-8';

  constructor(label = 'utf-8') {
    if (!/^utf-?8$/i.test(label)) throw new RangeError(`The encoding '${label}' is not known here: there is utf-8.`);
  }

  decode(input: ArrayBuffer | ArrayBufferView = new ArrayBuffer(0)): string {
    const bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
    let text = '';
    let at = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      const [point, length] = pointAt(bytes, at);
      text += String.fromCodePoint(point);
      at += length;
    }
    return text;
  }
}

/** The code point that begins at `at`, and how many bytes it has. Invalid bytes become U+FFFD. */
function pointAt(bytes: Uint8Array, at: number): [point: number, length: number] {
  const first = bytes[at]!;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0) return [0xfffd, 1];
  let point = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return [0xfffd, i];
    point = (point << 6) | (next & 0x3f);
  }
  const isWrong =
    (length === 3 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) || (length === 4 && (point < 0x10000 || point > 0x10ffff));
  return isWrong ? [0xfffd, 1] : [point, length];
}
