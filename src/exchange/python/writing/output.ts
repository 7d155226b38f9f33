/** The written text as lines, each with the line of the Python text from which it was made. */
import type { Comment } from '../reading/comments.js';

export class Output {
  readonly lines: { text: string; from: number }[] = [];
  private indent = 0;
  private next = 0;
  /** The line of the Python text that is being written. */
  from = 1;

  constructor(private readonly comments: readonly Comment[]) {}

  write(text: string): void {
    for (const line of text.split('\n')) this.lines.push({ text: line === '' ? '' : '  '.repeat(this.indent) + line, from: this.from });
  }

  inside(write: () => void): void {
    this.indent++;
    write();
    this.indent--;
  }

  /** Writes the comments that stand alone before a line. With `column`, only those with at least this indentation. */
  commentsBefore(line: number, column = 0): void {
    for (; this.next < this.comments.length; this.next++) {
      const { line: at, column: place, text, isAlone } = this.comments[this.next]!;
      if (at >= line || (column > 0 && place < column)) return;
      const kept = this.from;
      this.from = at;
      // A comment after a statement is written with the statement.
      if (isAlone) this.write(`//${text === '' || text.startsWith(' ') ? text : ` ${text}`}`);
      this.from = kept;
    }
  }

  /** Takes the comments of a statement: those within it, and the one after its last line. */
  private behind(first: number, last: number): { within: string[]; behind: string } {
    const within: string[] = [];
    let behind = '';
    for (; this.next < this.comments.length; this.next++) {
      const { line, text } = this.comments[this.next]!;
      if (line > last) break;
      if (line < first) continue;
      const own = `//${text === '' || text.startsWith(' ') ? text : ` ${text}`}`;
      if (line === last) behind = own;
      else within.push(own);
    }
    return { within, behind };
  }

  /** Writes a statement from the lines `first` to `last`, with its comments. */
  statement(first: number, last: number, write: () => void): void {
    const { within, behind } = this.behind(first, last);
    for (const comment of within) this.write(comment);
    const start = this.lines.length;
    write();
    const at = this.lines.length > start ? this.lines.length - 1 : -1;
    if (behind !== '' && at < 0) this.write(behind);
    else if (behind !== '') this.lines[at]!.text += ` ${behind}`;
  }

  /** Writes the head of a block. */
  head(first: number, last: number, text: string): void {
    this.statement(first, last, () => this.write(text));
  }

  blankLine(): void {
    const last = this.lines.at(-1);
    if (last && last.text !== '' && !/[{(]$/.test(last.text)) this.lines.push({ text: '', from: this.from });
  }
}
