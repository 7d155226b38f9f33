/** What a person does not want to see on a line, they say in a comment there: `// tensor-lens-ignore`, or with codes behind it. */
const MARK = /\/\/.*?\btensor-lens-ignore\b(?::? *([\w-]+(?:[ ,]+[\w-]+)*))?/;

/** Whether a line asks that nothing of this kind (a code of a diagnostic, `mark`, `hover`) is said of it. */
export function isIgnored(line: string, kind: string): boolean {
  const found = MARK.exec(line);
  if (!found) return false;
  return found[1] === undefined || found[1].split(/[ ,]+/).includes(kind);
}

/** What is written behind a line so that this is not said of it any more. */
export function ignoring(line: string, kind: string): string {
  return MARK.test(line) ? `, ${kind}` : ` // tensor-lens-ignore ${kind}`;
}
