/** Python's `json`. */
import { faultIn } from './jsonFault.js';
import { TypeError_, ValueError } from '../errors.js';
import { Float } from '../ops/floats.js';
import type { Dict } from './keys.js';
import { dict, isPlain } from './keys.js';
import { shownOf, type Shown, valueTypeOf } from './shown.js';
import { showNumber, type_name } from './text.js';
import { as_float } from './wholeFloats.js';

export class JSONDecodeError extends ValueError {
  override name = 'JSONDecodeError';
}

interface Options {
  indent?: number | string | null;
  sort_keys?: boolean;
  separators?: readonly [string, string] | null;
  ensure_ascii?: boolean;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what cannot be written is of any type
  default?: ((value: any) => unknown) | null;
  cls?: (new () => JSONEncoder) | null;
}

/** As `json.JSONEncoder`: a class that extends it tells what stands for other objects. */
class JSONEncoder {
  default(value: unknown): unknown {
    throw new TypeError_(`Object of type ${type_name(value)} is not JSON serializable`);
  }
}

/** As `json.loads(text)`: objects become dicts. @throws JSONDecodeError */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the text says
function loads(text: string): any {
  if (typeof text !== 'string') throw new TypeError_(`the JSON object must be str, bytes or bytearray, not ${type_name(text)}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(SIGNS, marked));
  } catch {
    throw new JSONDecodeError(faultIn(text));
  }
  return fromJson(parsed);
}

/** Texts, which stay as they are, and numbers that JavaScript does not tell or does not have. */
const SIGNS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\bNaN\b|-?\bInfinity\b/g;
/** The name under which a float stands that JSON's numbers do not tell. */
const FLOAT = '\u0000float';

/** A float that is whole, or no number: with a mark, so that it is a float of Python's. */
function marked(sign: string): string {
  if (sign.startsWith('"') || /^-?\d+$/.test(sign)) return sign;
  const isPlain = /^-?\d/.test(sign) && !Number.isInteger(Number(sign));
  return isPlain ? sign : JSON.stringify({ [FLOAT]: sign });
}

function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== 'object' || value === null) return value;
  if (FLOAT in value) return as_float(Number(value[FLOAT]));
  return dict(Object.entries(value).map(([name, inner]) => [name, fromJson(inner)] as const));
}

/** As `json.dumps(value, …)`. @param type Python's type of the value, if it tells which numbers are floats */
function dumps(value: unknown, options: Options = {}, type = ''): string {
  return new Writer(options).write(value, shownOf(type), '\n');
}

class Writer {
  private readonly step: string | null;
  private readonly comma: string;
  private readonly colon: string;

  constructor(private readonly options: Options) {
    const { indent = null, separators = null } = options;
    this.step = indent === null ? null : typeof indent === 'number' ? ' '.repeat(indent) : indent;
    [this.comma, this.colon] = separators ?? [this.step === null ? ', ' : ',', ': '];
  }

  write(value: unknown, type: Shown, line: string): string {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'boolean':
        return String(value);
      case 'number':
        return this.number(value, type);
      case 'undefined':
        return 'null';
      default:
    }
    if (value === null) return 'null';
    if (value instanceof Float) return this.number(value.value, { name: 'float', of: [] });
    if (Array.isArray(value)) {
      const parts = (value as unknown[]).map((one, i) => this.write(one, type.of[type.of.length > 1 ? i : 0] ?? type, this.deeper(line)));
      return this.joined('[', parts, ']', line);
    }
    if (value instanceof Map || isPlain(value)) {
      const entries = value instanceof Map ? [...(value as Dict)] : Object.entries(value as object);
      const all = entries.map(([key, inner]) => {
        const own = valueTypeOf(type, key) ?? type;
        return [typeof key === 'string' ? key : this.write(key, type.of[0] ?? type, line), inner as unknown, own] as const;
      });
      if (this.options.sort_keys) all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      const parts = all.map(([key, inner, own]) => this.text(key) + this.colon + this.write(inner, own, this.deeper(line)));
      return this.joined('{', parts, '}', line);
    }
    if (this.options.cls) return this.write(new this.options.cls().default(value), type, line);
    if (this.options.default) return this.write(this.options.default(value), type, line);
    throw new TypeError_(`Object of type ${type_name(value)} is not JSON serializable`);
  }

  private deeper = (line: string): string => (this.step === null ? line : line + this.step);

  private joined(open: string, parts: readonly string[], close: string, line: string): string {
    if (this.step === null || parts.length === 0) return open + parts.join(this.comma) + close;
    const inner = this.deeper(line);
    return open + inner + parts.join(this.comma + inner) + line + close;
  }

  private number(value: number, { name }: Shown): string {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
    return showNumber(value, name);
  }

  private text(value: string): string {
    const quoted = JSON.stringify(value);
    if (this.options.ensure_ascii === false) return quoted;
    return quoted.replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
}

export const json = Object.freeze({ loads, dumps, JSONDecodeError, JSONEncoder });
