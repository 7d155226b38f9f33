/** Python's `bytes`. */
import { UnicodeDecodeError } from './exceptions.js';

/** As Python's `bytes`: a list of the numbers from 0 to 255, which nobody changes. */
export class Bytes extends Array<number> {
  /** The bytes of a text. */
  static encoded(text: string, encoding: string): Bytes {
    if (/^(latin-?1|ascii|iso-8859-1)$/i.test(encoding)) return Bytes.from([...text], (sign) => sign.codePointAt(0)!) as Bytes;
    return Bytes.from(utf8(text)) as Bytes;
  }

  decode(encoding: string | Encoding = 'utf-8', errors: string | Encoding = 'strict'): string {
    const given = [encoding, errors].find((one) => typeof one === 'object');
    const strict = (given?.errors ?? (typeof errors === 'string' ? errors : 'strict')) === 'strict';
    return /^(latin-?1|ascii)$/i.test(String(given?.encoding ?? encoding)) ? String.fromCharCode(...this) : textOf(this, strict);
  }

  hex(): string {
    return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  __repr__(): string {
    const quote = this.includes(39) && !this.includes(34) ? '"' : "'";
    const known: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };
    const shown = [...this].map((byte) => {
      const sign = String.fromCharCode(byte);
      if (known[byte]) return known[byte];
      if (byte < 32 || byte > 126) return `\\x${byte.toString(16).padStart(2, '0')}`;
      return sign === quote ? `\\${sign}` : sign;
    });
    return `b${quote}${shown.join('')}${quote}`;
  }

  __hash__(): number {
    return this.reduce((hash, byte) => (hash * 257 + byte) % 4503599627370449, 7);
  }

  __eq__(other: unknown): boolean {
    return other instanceof Bytes && other.length === this.length && other.every((byte, i) => byte === this[i]);
  }
}

interface Encoding {
  encoding?: string;
  errors?: string;
}

/** The bytes of a text in UTF-8. */
function utf8(text: string): number[] {
  return [...text].flatMap((sign) => {
    const code = sign.codePointAt(0)!;
    if (code < 0x80) return [code];
    const count = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const rest = Array.from({ length: count }, (_, i) => 0x80 | ((code >> (6 * (count - 1 - i))) & 0x3f));
    return [[0xc0, 0xe0, 0xf0][count - 1] | (code >> (6 * count)), ...rest];
  });
}

/** The text of bytes in UTF-8. What is none becomes `\ufffd`. @throws UnicodeDecodeError where every byte must count */
function textOf(bytes: readonly number[], strict: boolean): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i];
    const count = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : -1;
    let taken = 1;
    let code = count <= 0 ? first : first & (0x3f >> count);
    while (taken <= count && ((bytes[i + taken] ?? 0) & 0xc0) === 0x80) code = (code << 6) | (bytes[i + taken++] & 0x3f);
    const isWhole = count >= 0 && taken === count + 1;
    if (!isWhole && strict)
      throw new UnicodeDecodeError(
        `'utf-8' codec can't decode byte 0x${first.toString(16)} in position ${i}: ${count < 0 ? 'invalid start byte' : i + taken >= bytes.length ? 'unexpected end of data' : 'invalid continuation byte'}`,
      );
    text += isWhole ? String.fromCodePoint(code) : '\ufffd';
    i += taken;
  }
  return text;
}

/** As Python's `text.encode(encoding)`. */
export const encode = (text: string, encoding: string | Encoding = 'utf-8'): Bytes =>
  Bytes.encoded(text, typeof encoding === 'string' ? encoding : (encoding.encoding ?? 'utf-8'));

/** As Python's `bytes(x)`: of a list of numbers, or as many zeros. */
export const bytes = (x: number | Iterable<number> | string = [], encoding = 'utf-8'): Bytes =>
  typeof x === 'string' ? Bytes.encoded(x, encoding) : (Bytes.from(typeof x === 'number' ? Array<number>(x).fill(0) : x) as Bytes);

/** As Python's `separator.join(parts)` of bytes. */
export const join_bytes = (separator: Bytes, parts: readonly Bytes[]): Bytes =>
  Bytes.from(parts.flatMap((part, i) => (i === 0 ? [...part] : [...separator, ...part]))) as Bytes;
