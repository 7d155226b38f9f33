import type { Range } from '../../protocol/trace.js';
import { Lines } from '../lines.js';

/** The variable to which each name in a text refers. Offsets count UTF-16 units. */
export interface NameTable {
  /** Start, end and variable of each use, in the order in which they were found. */
  uses: Int32Array;
  /** Start, end and variable of each declaration and assignment, in the order of the text. */
  definitions: Int32Array;
}

interface Entry {
  start: number;
  end: number;
  variable: number;
}

const FIELDS = 3;

/** Finds names in the text from which a table was made. */
export class Names {
  private readonly lines: Lines;

  constructor(
    file: string,
    text: string,
    private readonly table: NameTable,
  ) {
    this.lines = new Lines(file, text);
  }

  /**
   * The name at a position, and the places where its variable is declared or assigned: first those above the use, the
   * nearest first.
   */
  at(line: number, column: number): { use: Range; definitions: Range[] } | null {
    const offset = this.lines.offset(line, column);
    const [found] = entries(this.table.uses, ({ start, end }) => start <= offset && offset <= end, 1);
    if (!found) return null;
    const range = ({ start, end }: Entry): Range => this.lines.range(start, end);
    const all = entries(this.table.definitions, ({ variable }) => variable === found.variable);
    const above = all.filter(({ start }) => start <= found.start).reverse();
    const below = all.filter(({ start }) => start > found.start);
    return { use: range(found), definitions: [...above, ...below].map(range) };
  }
}

/** The first entries of a table for which `matches` is true, at most `most`. */
function entries(table: Int32Array, matches: (entry: Entry) => boolean, most = Infinity): Entry[] {
  const found: Entry[] = [];
  for (let i = 0; i < table.length && found.length < most; i += FIELDS) {
    const entry = { start: table[i]!, end: table[i + 1]!, variable: table[i + 2]! };
    if (matches(entry)) found.push(entry);
  }
  return found;
}

/** Entries in the form of a table. */
export const tableOf = (all: readonly Entry[]): Int32Array =>
  Int32Array.from(all.flatMap(({ start, end, variable }) => [start, end, variable]));
