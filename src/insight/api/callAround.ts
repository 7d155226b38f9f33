/** The call whose argument contains a position in an unfinished text. */
import type { Chain, Text } from './meaning.js';
import { endsValue, isClosing, isKeyword, isOpening, tokensBefore } from './tokens.js';

export interface CallAround {
  callee: Chain;
  /** The index of the argument that contains the position, and the offsets of all arguments before it. */
  argument: number;
  arguments: { start: number; end: number }[];
  /** The offset at which the argument at the position begins. */
  begin: number;
  /** Set when the position is within an object of keyword arguments. */
  keywords: {
    /** The arguments that are already written. */
    given: string[];
    /** The keyword whose value contains the position. */
    key: string | null;
  } | null;
}

export function callAround(text: Text, offset: number): CallAround | null {
  const { list } = text.tokens;
  const count = tokensBefore(text.tokens, offset);
  const open = openBrackets(list.slice(0, count));
  // The position may be within a list of values.
  while (open.length && list[open.at(-1)!]!.text === '[') open.pop();
  const brace = open.length && list[open.at(-1)!]!.text === '{' ? open.pop()! : -1;
  const paren = open.at(-1) ?? -1;
  if (paren < 0 || list[paren]!.text !== '(' || !endsValue(list[paren - 1])) return null;
  if (brace >= 0 && !/^[(,]$/.test(list[brace - 1]!.text)) return null;
  const callee = text.chainBefore(paren);
  if (!callee || list[callee.start - 1]?.text === 'function') return null;

  const given = split(list, paren + 1, brace >= 0 ? brace : count);
  const parts = given.map(({ from, to }) => ({ start: list[from]?.start ?? offset, end: list[to - 1]?.end ?? offset }));
  return {
    callee,
    argument: given.length - 1,
    arguments: parts.slice(0, -1),
    begin: list[given.at(-1)!.from - 1]!.end,
    keywords: brace >= 0 ? keywordsIn(text, brace, count) : null,
  };
}

type List = readonly { kind: string; text: string; start: number; end: number }[];

function openBrackets(list: List): number[] {
  const open: number[] = [];
  list.forEach(({ kind, text }, i) => {
    if (kind !== 'punctuation') return;
    if (isOpening(text)) open.push(i);
    else if (isClosing(text)) open.pop();
  });
  return open;
}

/** Splits at commas that are outside of inner brackets. */
function split(list: List, from: number, to: number): { from: number; to: number }[] {
  const parts = [{ from, to }];
  let depth = 0;
  for (let i = from; i < to; i++) {
    const { kind, text } = list[i]!;
    if (kind !== 'punctuation') continue;
    if (isOpening(text)) depth++;
    else if (isClosing(text)) depth--;
    else if (text === ',' && depth === 0) {
      parts.at(-1)!.to = i;
      parts.push({ from: i + 1, to });
    }
  }
  return parts;
}

function keywordsIn(text: Text, brace: number, count: number): NonNullable<CallAround['keywords']> {
  const { list } = text.tokens;
  const before = split(list, brace + 1, count);
  const current = before.pop()!;
  const isKey = ({ from }: { from: number }) => list[from]?.kind === 'name' && !isKeyword(list[from].text);
  const key = isKey(current) && current.from + 1 < count && list[current.from + 1]?.text === ':' ? list[current.from]!.text : null;
  // Keywords after the position are taken, too.
  const rest: string[] = [];
  for (let i = count, depth = 0; i < list.length && depth >= 0; i++) {
    const { kind, text: token } = list[i]!;
    if (kind === 'punctuation') depth += isOpening(token) ? 1 : isClosing(token) ? -1 : 0;
    else if (depth === 0 && kind === 'name' && list[i + 1]?.text === ':') rest.push(token);
  }
  return { given: [...before.filter(isKey).map(({ from }) => list[from]!.text), ...rest], key };
}
