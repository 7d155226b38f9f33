/** An occurrence of a habit in a text, by offsets. */
export interface Finding {
  /** The id of the habit. */
  id: string;
  start: number;
  end: number;
  message: string;
  /** The title of the fix. */
  title: string;
  edit: { start: number; end: number; text: string };
}

/** A text to search, and the same text with the insides of comments and strings blanked out, so that only code is found. */
export interface Source {
  readonly text: string;
  readonly code: string;
}

export interface Habit {
  readonly id: string;
  /** The pattern to search for in the code. With the flag `g`, and `m` for patterns that depend on lines. */
  readonly pattern: RegExp;
  /** The replacement of the match; null when the match is right. `part` returns a part of the match as it is in the text. */
  change(part: (group: number) => string, source: Source, at: number): string | Change | null;
  message(found: string, instead: string): string;
}

/** A change of more than the match: the whole block, and its replacement. */
export interface Change {
  text: string;
  end: number;
  /** The replacement as the message shows it; absent when that is the text. */
  shown?: string;
}

/** Blanks out the insides of comments and strings. Their delimiters stay, and every line keeps its length. */
export function codeOf(text: string): string {
  const blank = (inside: string) => inside.replaceAll(/[^\n]/g, ' ');
  const signs = /\/\/[^\n]*|\/\*[^]*?\*\/|"""[^]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<![\w#])# [^\n]*/g;
  return text.replaceAll(signs, (found) => {
    if (found.startsWith('/')) return blank(found);
    if (found.startsWith('#')) return `# ${blank(found.slice(2))}`;
    const quotes = found.startsWith('"""') ? 3 : 1;
    return found.slice(0, quotes) + blank(found.slice(quotes, -quotes)) + found.slice(-quotes);
  });
}
