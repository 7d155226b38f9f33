/** What is found of a habit in a text, by offsets. */
export interface Finding {
  /** Of the habit. */
  id: string;
  start: number;
  end: number;
  message: string;
  /** What the fix is called. */
  title: string;
  edit: { start: number; end: number; text: string };
}

/** A text to be searched, and the same text with the insides of comments and strings blanked out, so that only code is found. */
export interface Source {
  readonly text: string;
  readonly code: string;
}

export interface Habit {
  readonly id: string;
  /** Found in the code. With the flags `g`, and `m` where lines count. */
  readonly pattern: RegExp;
  /** What the match becomes; null where it is right as it stands. Parts of the match are given as they are in the text. */
  change(part: (group: number) => string, source: Source, at: number): string | Change | null;
  message(found: string, instead: string): string;
}

/** A change of more than what was found: of a block, and what it becomes. */
export interface Change {
  text: string;
  end: number;
  /** What the message calls the right way; absent: the text. */
  shown?: string;
}

/** Blanks out what is in comments and strings. Their ends stay, and every line its length. */
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
