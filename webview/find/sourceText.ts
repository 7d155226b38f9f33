import type { Range } from '../../src/protocol/trace.js';

/** The lines of the source that a range touches, in one. */
export type SourceText = (range: Range) => string;

/** From the texts that a run was made from, by file. */
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
