/** Python's `csv`, of texts: rows are read from lines, and written to what has `write`. */
import { TypeError_ } from '../errors.js';
import { iter } from './sequences.js';
import { Dict } from './keys.js';
import { str } from './text.js';

interface Options {
  delimiter?: string;
  quotechar?: string;
  lineterminator?: string;
  fieldnames?: Iterable<string>;
}

function* reader(lines: Iterable<string>, { delimiter = ',', quotechar = '"' }: Options = {}): Generator<string[]> {
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (const given of iter<string>(lines)) {
    const line = given.replace(/\r?\n$/, '');
    if (isQuoted) field += '\n';
    for (let i = 0; i < line.length; i++) {
      const sign = line[i];
      if (isQuoted && sign === quotechar && line[i + 1] === quotechar) field += line[++i];
      else if (sign === quotechar && (isQuoted || field === '')) isQuoted = !isQuoted;
      else if (sign === delimiter && !isQuoted) {
        row.push(field);
        field = '';
      } else field += sign;
    }
    if (isQuoted) continue;
    yield line === '' && row.length === 0 ? [] : [...row, field];
    row = [];
    field = '';
  }
}

class Writer {
  constructor(
    private readonly file: { write: (text: string) => unknown },
    private readonly options: Options = {},
  ) {
    if (typeof (file as Partial<typeof file> | null)?.write !== 'function') throw new TypeError_('argument 1 must have a "write" method');
  }

  writerow(row: Iterable<unknown>): void {
    const { delimiter = ',', quotechar = '"', lineterminator = '\r\n' } = this.options;
    const fields = [...iter<unknown>(row)].map((one) => {
      const text = one === null || one === undefined ? '' : str(one);
      return [delimiter, quotechar, '\n', '\r'].some((sign) => text.includes(sign))
        ? `${quotechar}${text.replaceAll(quotechar, quotechar + quotechar)}${quotechar}`
        : text;
    });
    this.file.write(fields.join(delimiter) + lineterminator);
  }

  writerows(rows: Iterable<Iterable<unknown>>): void {
    for (const row of iter(rows)) this.writerow(row);
  }
}

class DictWriter extends Writer {
  private readonly names: string[];

  constructor(file: { write: (text: string) => unknown }, ...given: (Options | Iterable<string>)[]) {
    const last = given.at(-1) as Options;
    const options = Array.isArray(last) ? {} : last;
    super(file, options);
    this.names = [...(Array.isArray(given[0]) ? (given[0] as string[]) : (options.fieldnames ?? []))];
  }

  writeheader(): void {
    super.writerow(this.names);
  }

  override writerow(row: Iterable<unknown>): void {
    super.writerow(
      this.names.map(
        (name) => (row instanceof Map ? (row as Map<string, unknown>).get(name) : (row as unknown as Record<string, unknown>)[name]) ?? '',
      ),
    );
  }
}

class DictReader implements IterableIterator<Dict<string, string>> {
  private readonly rows: Iterator<string[]>;
  private names: string[] | null;

  constructor(lines: Iterable<string>, options: Options = {}) {
    this.rows = reader(lines, options)[Symbol.iterator]();
    this.names = options.fieldnames ? [...options.fieldnames] : null;
  }

  /** The names of the columns: those that were given, or else the first row. */
  get fieldnames(): string[] | null {
    this.names ??= (this.rows.next().value as string[] | undefined) ?? null;
    return this.names;
  }

  next(): IteratorResult<Dict<string, string>> {
    const names = this.fieldnames ?? [];
    const { done, value } = this.rows.next();
    if (done) return { done, value: undefined };
    return { done: false, value: new Dict(names.map((name, i) => [name, value[i] ?? (null as never)] as const)) };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

export const csv = Object.freeze({
  reader,
  writer: (...given: ConstructorParameters<typeof Writer>) => new Writer(...given),
  DictReader: (...given: ConstructorParameters<typeof DictReader>) => new DictReader(...given),
  DictWriter: (...given: ConstructorParameters<typeof DictWriter>) => new DictWriter(...given),
});
