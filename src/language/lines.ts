import type { Range } from '../protocol/trace.js';
import type { Site } from '../protocol/runnerApi.js';

/** The lines of a text: converts offsets to 1-based lines and columns, and back. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) this.starts.push(match.index + match[0].length);
  }

  position(offset: number): [line: number, column: number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - this.starts[low]! + 1];
  }

  offset(line: number, column: number): number {
    const start = this.starts[Math.min(line, this.starts.length) - 1] ?? 0;
    return Math.min(start + column - 1, this.text.length);
  }

  siteRange(start: number, end: number): Site['range'] {
    return [this.file, ...this.position(start), ...this.position(end)];
  }

  range(start: number, end: number): Range {
    const [line, column] = this.position(start);
    const [endLine, endColumn] = this.position(end);
    return { file: this.file, line, column, endLine, endColumn };
  }

  /** The range of the word or the sign at `offset`; at the end of the text, that of its last sign. */
  wordAt(offset: number): Range {
    const last = this.text.trimEnd().length - 1;
    const start = Math.max(0, Math.min(offset, last));
    const word = /^(?:[\p{ID_Continue}$]+|[^])/u.exec(this.text.slice(start))?.[0] ?? '';
    return this.range(start, start + (/\s/.test(word) ? 0 : word.length));
  }
}
