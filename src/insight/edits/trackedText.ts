/**
 * Tells where the text that a run was made from is now. The text is kept as the segments that survived the edits since
 * the run. A range follows its surviving characters. Offsets count UTF-16 units.
 */
import { commonEnd, commonLines, commonStart } from './commonText.js';
import { Lines } from '../../language/lines.js';
import type { Range } from '../../protocol/trace.js';

interface Segment {
  /** Where the segment begins in the text of the run, and in the text now. */
  original: number;
  current: number;
  length: number;
}

export interface Moved {
  start: number;
  end: number;
  /** Whether nothing within the range was changed. */
  intact: boolean;
}

export interface Edit {
  offset: number;
  removed: number;
  /** The text that replaces the removed one. */
  text: string;
}

export class TrackedText {
  private segments: Segment[];
  private readonly lines: Lines;
  private length: number;
  /** Whether the text has characters that end a line in a program but not in an editor. */
  private readonly hasOddLines: boolean;

  constructor(readonly original: string) {
    this.segments = [{ original: 0, current: 0, length: original.length }];
    this.length = original.length;
    this.lines = new Lines('', original);
    this.hasOddLines = /[\u2028\u2029]|\r(?!\n)/.test(original);
  }

  /** Whether the text is the same as in the run. */
  get pristine(): boolean {
    const [first] = this.segments;
    return this.segments.length === 1 && first?.length === this.original.length && this.hasOriginalLength;
  }

  /** Whether lines and columns of the run are the same in the editor: both have the same text and the same line ends. */
  get isAsWritten(): boolean {
    return this.pristine && !this.hasOddLines;
  }

  get hasOriginalLength(): boolean {
    return this.length === this.original.length;
  }

  edit({ offset, removed, text }: Edit): void {
    const end = offset + removed;
    const shift = text.length - removed;
    const next: Segment[] = [];
    let before: Segment | null = null;
    let at = 0;
    for (const { original, current, length } of this.segments) {
      const head = Math.min(length, Math.max(0, offset - current));
      const tail = Math.min(length, Math.max(0, current + length - end));
      if (head > 0) {
        next.push((before = { original, current, length: head }));
        at = next.length;
      }
      if (tail > 0 && head < length)
        next.push({ original: original + length - tail, current: current + length - tail + shift, length: tail });
    }
    this.length += shift;
    next.splice(at, 0, ...this.healed(before, next[at] ?? null, offset, text));
    this.segments = merged(next);
  }

  /**
   * Segments of the original that an edit restored. Typed text may equal the missing one: after an undo, or a paste
   * over the same text.
   */
  private healed(before: Segment | null, after: Segment | null, offset: number, text: string): Segment[] {
    const start = before ? before.original + before.length : 0;
    const missing = this.original.slice(start, after?.original);
    const isNextToBefore = offset === (before ? before.current + before.length : 0);
    const isNextToAfter = offset + text.length === (after?.current ?? this.length);
    const head = isNextToBefore ? commonStart(missing, text) : 0;
    const tail = isNextToAfter ? commonEnd(missing.slice(head), text.slice(head)) : 0;
    return [
      { original: start, current: offset, length: head },
      { original: start + missing.length - tail, current: offset + text.length - tail, length: tail },
    ].filter(({ length }) => length > 0);
  }

  /** Follows edits that were not observed, by comparing lines. Common lines survive. */
  replace(current: string): void {
    this.length = current.length;
    this.segments = merged(commonLines(this.original, current));
  }

  /** Where a range of the run's text is now; null when all of it was deleted. */
  locate(range: Omit<Range, 'file'>): Moved | null {
    const start = this.lines.offset(range.line, range.column);
    const end = this.lines.offset(range.endLine, range.endColumn);
    let first: number | undefined;
    let last = 0;
    let survived = 0;
    for (const segment of this.segments) {
      const from = Math.max(start, segment.original);
      const to = Math.min(end, segment.original + segment.length);
      if (to <= from) continue;
      const shift = segment.current - segment.original;
      first ??= from + shift;
      last = to + shift;
      survived += to - from;
    }
    if (first === undefined) return null;
    return { start: first, end: last, intact: survived === end - start && last - first === end - start };
  }

  /**
   * The line and column in the run's text for an offset in the text now; null when that text was typed after the run.
   */
  origin(current: number): [line: number, column: number] | null {
    for (const segment of this.segments) {
      const within = current - segment.current;
      if (within >= 0 && within <= segment.length) return this.lines.position(segment.original + within);
    }
    return null;
  }
}

/** Joins segments that follow each other in both texts. */
function merged(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    const shift = segment.original - segment.current;
    if (last && last.original + last.length === segment.original && last.original - last.current === shift) last.length += segment.length;
    else result.push({ ...segment });
  }
  return result;
}
