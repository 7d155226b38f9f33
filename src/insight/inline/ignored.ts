/** The comment by which a user hides messages on a line: `// tensor-lens-ignore`, or with codes behind it. */
const MARK = /\/\/.*?\btensor-lens-ignore\b(?::? *([\w-]+(?:[ ,]+[\w-]+)*))?/;

/** Whether a line hides messages of this kind (a code of a diagnostic, `mark`, `hover`). */
export function isIgnored(line: string, kind: string): boolean {
  const found = MARK.exec(line);
  if (!found) return false;
  return found[1] === undefined || found[1].split(/[ ,]+/).includes(kind);
}

/** The text to add to a line so that messages of this kind are hidden there. */
export function ignoring(line: string, kind: string): string {
  return MARK.test(line) ? `, ${kind}` : ` // tensor-lens-ignore ${kind}`;
}
