/**
 * Finds the place in the text for a place in compiled code, for errors. It compiles the code once more with a comment
 * before each token, which contains the offset of the token in the text. Both versions have the same tokens in the same
 * order, so the function need not know how the code was changed.
 */
import { parse } from '@babel/parser';
import { Lines } from './lines.js';
import { parseTokens, type Token } from './syntax.js';

/** Matches a mark in a text. */
const MARK = /^@place (\d+)$/;
export const mark = (offset: number): string => `/*@place ${offset}*/`;

/** The offsets at which a mark may be inserted: before every token, except inside templates and in private names. */
export function markable(file: string, text: string): number[] {
  const tokens = parseTokens(file, text);
  return tokens.filter((token, i) => !isTemplate(token) && text[tokens[i - 1]?.start ?? -1] !== '#').map(({ start }) => start);
}

/**
 * Converts a 1-based place in `code` to an offset in the text.
 * @param marked the same code with marks
 */
export function offsetAt(code: string, marked: string, [line, column]: [line: number, column: number]): number | null {
  const offset = new Lines('', code).offset(line, column);
  const index = tokensOf(code)
    .filter(isToken)
    .findIndex(({ end }) => offset < end);
  let at: number | null = null;
  let count = -1;
  for (const token of tokensOf(marked)) {
    if (!isToken(token)) at = offsetOf(token.value) ?? at;
    else if (++count === index) return at;
  }
  return at;
}

function offsetOf(comment: unknown): number | null {
  const found = MARK.exec(String(comment));
  return found && Number(found[1]);
}

function tokensOf(code: string): Token[] {
  const options = { sourceType: 'script', tokens: true, allowAwaitOutsideFunction: true, allowReturnOutsideFunction: true } as const;
  return (parse(code, options).tokens ?? []) as Token[];
}

const isToken = ({ type }: Token): boolean => type !== 'CommentBlock' && type !== 'CommentLine';

/**
 * True for tokens of a template's text, and for the signs that end it: a comment before them would be part of the text.
 */
const isTemplate = ({ type }: Token): boolean => typeof type === 'object' && /^(template|`|eof)$/.test(type.label);
