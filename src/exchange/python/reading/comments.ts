/** The comments of a Python text. They are read from the text, since the tree does not keep all of them. */
export interface Comment {
  /** From 1. */
  line: number;
  /** From 0. */
  column: number;
  /** The text without the `#`. */
  text: string;
  /** True when the comment is alone on its line. */
  isAlone: boolean;
}

const TOKEN = /#[^\n]*|[rbuft]{0,2}("""|''')[^]*?(?:(?<!\\)(?:\\\\)*)\1|[rbuft]{0,2}(?:"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')/giu;

export function commentsIn(text: string): Comment[] {
  const found: Comment[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (!match[0].startsWith('#')) continue;
    const before = text.slice(0, match.index);
    const start = before.lastIndexOf('\n') + 1;
    found.push({
      line: before.split('\n').length,
      column: match.index - start,
      text: match[0].slice(1).trimEnd(),
      isAlone: before.slice(start).trim() === '',
    });
  }
  return found;
}

/** A string that is a statement by itself, written as a comment. */
export function comment(text: string): string {
  const lines = text
    .replaceAll('*/', '* /')
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return lines.length === 1 ? `/** ${lines[0]} */` : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}
