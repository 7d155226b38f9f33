/** Python's `io.StringIO`: a text that is written and read like a file. */
import { TypeError_, ValueError } from '../errors.js';
import { typeName } from '../operators/typeName.js';

export class StringIO {
  private text: string;
  private place = 0;
  closed = false;

  constructor(text: string | null = '') {
    if (typeof text !== 'string' && text !== null) throw new TypeError_(`initial_value must be str or None, not ${typeName(text)}`);
    this.text = text ?? '';
  }

  /** Writes over what is at the place, and on beyond the end. */
  write(text: string): number {
    this.open();
    if (typeof text !== 'string') throw new TypeError_(`string argument expected, got '${typeName(text)}'`);
    this.text = this.text.slice(0, this.place).padEnd(this.place, '\0') + text + this.text.slice(this.place + text.length);
    this.place += text.length;
    return text.length;
  }

  writelines(lines: Iterable<string>): void {
    for (const line of lines) this.write(line);
  }

  getvalue(): string {
    this.open();
    return this.text;
  }

  read(size: number | null = -1): string {
    this.open();
    const text = this.text.slice(this.place, size === null || size < 0 ? undefined : this.place + size);
    this.place += text.length;
    return text;
  }

  readline(): string {
    const end = this.text.indexOf('\n', this.place);
    return this.read(end < 0 ? -1 : end + 1 - this.place);
  }

  readlines(): string[] {
    return [...this];
  }

  seek(place: number, from = 0): number {
    this.open();
    if (!Number.isInteger(place)) throw new TypeError_(`'${typeName(place)}' object cannot be interpreted as an integer`);
    if (place < 0 && from === 0) throw new ValueError(`Negative seek position ${place}`);
    this.place = place + (from === 2 ? this.text.length : from === 1 ? this.place : 0);
    return this.place;
  }

  tell(): number {
    return this.place;
  }

  truncate(size: number | null = null): number {
    this.text = this.text.slice(0, size ?? this.place);
    return this.text.length;
  }

  flush(): void {
    this.open();
  }

  close(): void {
    this.closed = true;
  }

  __enter__(): this {
    return this;
  }

  __exit__(): boolean {
    this.close();
    return false;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let line = this.readline(); line !== ''; line = this.readline()) yield line;
  }

  private open(): void {
    if (this.closed) throw new ValueError('I/O operation on closed file');
  }
}
