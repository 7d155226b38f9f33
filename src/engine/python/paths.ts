/** Python's `pathlib.Path`: the parts of a path. There are no files here: nothing exists, and nothing is made. */
import { ValueError } from '../errors.js';
import { Tuple } from './keys.js';

export class PosixPath {
  readonly #text: string;

  constructor(...given: (string | PosixPath)[]) {
    const all = given.map(String);
    const from = all.findLastIndex((one) => one.startsWith('/'));
    const text = all.slice(Math.max(0, from)).join('/');
    const parts = text.split('/').filter((part) => part !== '' && part !== '.');
    this.#text = `${text.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
  }

  static cwd(): PosixPath {
    return new PosixPath('.');
  }

  get parts(): Tuple<string> {
    const inner = this.#text.split('/').filter((part) => part !== '' && part !== '.');
    return Tuple.from<string>(this.is_absolute() ? ['/', ...inner] : inner);
  }

  get name(): string {
    return this.#text === '.' ? '' : (/[^/]*$/.exec(this.#text)?.[0] ?? '');
  }

  get suffix(): string {
    return /(?<=[^.].*)\.[^.]+$/.exec(this.name)?.[0] ?? '';
  }

  get suffixes(): string[] {
    return this.name
      .replace(/^\.+/, '')
      .split('.')
      .slice(1)
      .map((one) => `.${one}`);
  }

  get stem(): string {
    return this.name.slice(0, this.name.length - this.suffix.length);
  }

  get parent(): PosixPath {
    const at = this.#text.lastIndexOf('/');
    return new PosixPath(at < 0 ? '.' : this.#text.slice(0, Math.max(1, at)));
  }

  get parents(): PosixPath[] {
    const { parent } = this;
    return parent.#text === this.#text ? [] : [parent, ...parent.parents];
  }

  joinpath(...more: (string | PosixPath)[]): PosixPath {
    return new PosixPath(this, ...more);
  }

  with_name(name: string): PosixPath {
    return this.parent.joinpath(name);
  }

  with_stem(stem: string): PosixPath {
    return this.with_name(stem + this.suffix);
  }

  with_suffix(suffix: string): PosixPath {
    return this.with_name(this.stem + suffix);
  }

  relative_to(other: string | PosixPath): PosixPath {
    const from = new PosixPath(other).#text;
    if (from === '.' || from === this.#text) return from === '.' ? this : new PosixPath('.');
    if (!this.#text.startsWith(`${from}/`)) throw new ValueError(`'${this.#text}' is not in the subpath of '${from}'`);
    return new PosixPath(this.#text.slice(from.length + 1));
  }

  match(pattern: string): boolean {
    const text = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]');
    return new RegExp(`(^|/)${text}$`).test(this.#text);
  }

  is_absolute(): boolean {
    return this.#text.startsWith('/');
  }

  as_posix(): string {
    return this.#text;
  }

  exists(): boolean {
    return false;
  }

  is_file(): boolean {
    return false;
  }

  is_dir(): boolean {
    return false;
  }

  resolve(): this {
    return this;
  }

  expanduser(): this {
    return this;
  }

  mkdir(): void {}

  toString(): string {
    return this.#text;
  }

  __str__(): string {
    return this.#text;
  }

  __repr__(): string {
    return `PosixPath('${this.#text}')`;
  }

  __truediv__(other: string | PosixPath): PosixPath {
    return this.joinpath(other);
  }

  __rtruediv__(other: string): PosixPath {
    return new PosixPath(other, this);
  }

  __eq__(other: unknown): boolean {
    return other instanceof PosixPath && other.#text === this.#text;
  }

  __lt__(other: PosixPath): boolean {
    return this.#text < other.#text;
  }

  __hash__(): number {
    return [...this.#text].reduce((all, sign) => (all * 31 + sign.charCodeAt(0)) % 4503599627370449, 7);
  }
}
