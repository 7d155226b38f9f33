import type { Range } from '../../src/protocol/trace.js';

/** Returns the source lines that a range touches, as one text. */
export type SourceText = (range: Range) => string;

/** Reads from the source texts of a run, by file. */
export function sourceTextOf(sources: Readonly<Record<string, string>> = {}): SourceText {
  const lines = new Map<string, string[]>();
  return ({ file, line, endLine }) => {
    let known = lines.get(file);
    if (!known) lines.set(file, (known = (sources[file] ?? '').split('\n')));
    return known
      .slice(line - 1, endLine)
      .map((one) => one.trim())
      .join(' ');
  };
}
