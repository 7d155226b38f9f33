/**
 * What entries of operations say of themselves is read when a document is written, and not before: a bundle may have
 * the numbers of the texts in its entries (scripts/inTwo.mjs writes them `~1f~`), and the texts beside it.
 */
let read: () => readonly string[] = () => [];
let texts: readonly string[] | null = null;

export const readTextsBy = (reader: () => readonly string[]): void => void (read = reader);

/** The text of a part of an entry. */
export const textOf = (said: string): string =>
  said.replace(/~([\da-z]+)~/g, (number, digits: string) => (texts ??= read())[parseInt(digits, 36)] ?? number);
