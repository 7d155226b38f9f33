/**
 * Where the text that a run was made from is now. The text is kept as the segments of it that
 * survived the edits since; a range follows its surviving characters. Offsets count UTF-16 units.
 */
import { Lines } from '../language/lines.js';
import type { Range } from '../protocol/trace.js';

interface Segment {
  /** Where it begins in the text of the run, and in the text now. */
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
  inserted: number;
}

export class TrackedText {
  private segments: Segment[];
  private readonly lines: Lines;
  private length: number;

  constructor(readonly original: string) {
    this.segments = [{ original: 0, current: 0, length: original.length }];
    this.length = original.length;
    this.lines = new Lines('', original);
  }

  /** Whether the text is that of the run. */
  get pristine(): boolean {
    const [first] = this.segments;
    return this.segments.length === 1 && first?.length === this.original.length && this.length === this.original.length;
  }

  edit({ offset, removed, inserted }: Edit): void {
    const end = offset + removed;
    const shift = inserted - removed;
    const next: Segment[] = [];
    for (const { original, current, length } of this.segments) {
      const before = Math.min(length, Math.max(0, offset - current));
      const after = Math.min(length, Math.max(0, current + length - end));
      if (before > 0) next.push({ original, current, length: before });
      if (after > 0 && before < length) {
        next.push({ original: original + length - after, current: current + length - after + shift, length: after });
      }
    }
    this.segments = next;
    this.length += shift;
  }

  /** Follows edits that were not seen: the text between the common beginning and the common end changed. */
  replace(current: string): void {
    const { original } = this;
    const most = Math.min(original.length, current.length);
    let head = 0;
    while (head < most && original[head] === current[head]) head++;
    let tail = 0;
    while (tail < most - head && original[original.length - 1 - tail] === current[current.length - 1 - tail]) tail++;
    this.segments = [{ original: 0, current: 0, length: original.length }];
    this.length = original.length;
    if (head < most || original.length !== current.length) {
      this.edit({ offset: head, removed: original.length - head - tail, inserted: current.length - head - tail });
    }
  }

  /** Where a range of the text of the run is now; null when all of it was deleted. */
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

  /** The line and column in the text of the run of an offset in the text now; null when that was typed since. */
  origin(current: number): [line: number, column: number] | null {
    for (const segment of this.segments) {
      const within = current - segment.current;
      if (within >= 0 && within <= segment.length) return this.lines.position(segment.original + within);
    }
    return null;
  }
}
