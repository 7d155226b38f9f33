/**
 * The texts of operations are read only when a document is written. A bundle may contain numbers in place of these
 * texts (scripts/inTwo.mjs writes them `~1f~`), with the texts in a file beside it.
 */
let read: () => readonly string[] = () => [];
let texts: readonly string[] | null = null;

export const readTextsBy = (reader: () => readonly string[]): void => void (read = reader);

/** The text of one part of an operation's entry. */
export const textOf = (said: string): string =>
  said.replace(/~([\da-z]+)~/g, (number, digits: string) => (texts ??= read())[parseInt(digits, 36)] ?? number);
