import { getDefaultDevice } from '../backends/registry.js';
import { strFromU8 } from 'fflate/browser';
import { bool, DType, getDefaultDType, limitsOf } from '../dtype.js';
import { check, IndexError, TypeError_, ValueError } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import { readBytes } from './access.js';
import type { CsvOptions } from './csvOptions.js';

/** @see read_csv */
export async function readCsv(path: string, options: CsvOptions): Promise<Tensor> {
  return parseCsv(strFromU8(await readBytes(path)), path, options);
}

interface Row {
  line: number;
  fields: string[];
}

/** @see read_csv */
export function parseCsv(text: string, name: string, options: CsvOptions = {}): Tensor {
  const { header, delimiter = ',', dtype = getDefaultDType(), columns } = options;
  if (delimiter.length !== 1 || delimiter === '"') throw new ValueError(`The delimiter of a table is one character, not '${delimiter}'.`);
  if (!(dtype instanceof DType)) throw new TypeError_('The dtype of a table is one of torch: torch.float32, torch.int64 ...');
  const rows = split(text.replace(/^\uFEFF/, ''), delimiter, name);
  const named = header ?? hasNames(rows[0], name);
  const titles = named ? rows.shift()!.fields.map((field) => field.trim()) : null;
  const width = titles?.length ?? rows[0]?.fields.length ?? 0;
  const taken = columns ? columns.map((column) => place(column, titles, width, name)) : Array.from({ length: width }, (_, i) => i);
  const values = new Float64Array(rows.length * taken.length);
  rows.forEach(({ line, fields }, row) => {
    if (fields.length !== width) throw new ValueError(`Line ${line} of '${name}' has ${fields.length} fields instead of ${width}.`);
    taken.forEach((column, i) => {
      const value = number(fields[column]);
      const where = () => `'${fields[column]}' in line ${line}, column ${titles?.[column] ?? column} of '${name}'`;
      if (Number.isNaN(value) && !MISSING.test(fields[column])) throw new ValueError(`${where()} is no number.`);
      if (!dtype.is_floating_point && !Number.isSafeInteger(value))
        throw new ValueError(`${where()} is no integer, as ${String(dtype)} needs.`);
      if (!holds(dtype, value)) throw new ValueError(`${where()} is beyond ${String(dtype)}.`);
      values[row * taken.length + i] = value;
    });
  });
  return Tensor.of(values, [rows.length, taken.length], dtype, getDefaultDevice());
}

/** Whether the first row names the columns. @throws ValueError when the row mixes names and numbers, since one of them may be a mistake */
function hasNames(first: Row | undefined, name: string): boolean {
  const fields = (first?.fields ?? []).filter((field) => !MISSING.test(field));
  const words = fields.filter((field) => Number.isNaN(number(field)));
  if (words.length === 0 || words.length === fields.length) return words.length > 0;
  throw new ValueError(
    `Line ${first!.line} of '${name}' has both numbers and '${words[0]}', which is none: ` +
      'say { header: true } if it names the columns, and { header: false } if it does not.',
  );
}

function holds(dtype: DType, value: number): boolean {
  if (dtype === bool) return value === 0 || value === 1;
  if (dtype.is_floating_point) return true;
  const [least, greatest] = limitsOf(dtype);
  return value >= least && value <= greatest;
}

const MISSING = /^\s*(nan)?\s*$/i;

/** The number of a field; NaN when the field is no number or stands for a missing value. */
const number = (field: string): number => (MISSING.test(field) ? NaN : Number(field.trim().replace(/^([+-]?)inf(inity)?$/i, '$1Infinity')));

function place(column: string | number, titles: string[] | null, width: number, name: string): number {
  const at = typeof column === 'number' ? column : (titles?.indexOf(column) ?? -1);
  const has = titles ? `It has ${titles.join(', ')}.` : `It has ${width}, without names.`;
  check(Number.isInteger(at), () => `A column is chosen by its name or number, not by ${String(column)}.`);
  if (at < 0 || at >= width) throw new IndexError(`'${name}' has no column ${column}. ${has}`);
  return at;
}

/** Splits the text into rows of fields. A field in double quotes may contain delimiters, line ends and doubled quotes. */
function split(text: string, delimiter: string, name: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  let row: Row = { line, fields: [] };
  let at = 0;
  const endRow = () => {
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row);
    row = { line, fields: [] };
  };
  const quoted = () => {
    let field = '';
    const begin = line;
    for (at++; at < text.length; at++) {
      if (text[at] === '"' && text[++at] !== '"') return field;
      if (text[at] === '\n') line++;
      field += text[at];
    }
    throw new ValueError(`A quote that begins in line ${begin} of '${name}' is not closed.`);
  };
  const plain = () => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    return text.slice(from, at);
  };
  while (at < text.length) {
    row.fields.push(text[at] === '"' ? quoted() + plain() : plain());
    if (text[at] === delimiter) {
      at++;
      // When the text ends with a delimiter, one more, empty field follows.
      if (at === text.length) row.fields.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    endRow();
  }
  if (row.fields.length > 0) endRow();
  return rows;
}
