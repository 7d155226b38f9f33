/** Which names a text declares. */
import type { Source } from './habit.js';

/** Whether a name is declared anywhere in the code, as a parameter too. */
export const isDeclared = ({ code }: Source, name: string): boolean =>
  new RegExp(`\\b(?:const|let|var|function|class|import)\\b[^;=\\n]*\\b${name}\\b|[(,] *${name}\\b[^()\\n]*\\)[^()\\n]*(?:=>|\\{)`).test(
    code,
  );

/** Whether a name is declared where the statement is. The parameters of other functions are not known there. */
export const isKnown = ({ code }: Source, name: string, isInside: boolean): boolean =>
  isInside
    ? isDeclared({ text: code, code }, name)
    : new RegExp(`\\b(?:const|let|var|function|class|import)\\b[^;=\\n]*\\b${name}\\b`).test(code);
