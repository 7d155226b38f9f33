/** The numbers in a text. A user can move each of them while the model runs again and again. */
import type { Range } from '../protocol/trace.js';
import type { NumberKind, SourceNumber } from '../protocol/numbers.js';
import { Lines } from './lines.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

/** A number in a text. The compiled code reads it from a table instead. */
export interface NumberInText extends SourceNumber {
  /** The offsets of the digits, without a minus sign before them. */
  digits: [start: number, end: number];
}

/** The smallest length of a list that counts as data. */
const DATA = 5;
/** The greatest length of the text around a number that is used as its name. */
const MOST_TEXT = 28;

/** @throws SourceError when the text is no program */
export function numbersOf(file: string, text: string): NumberInText[] {
  const lines = new Lines(file, text);
  const found: NumberInText[] = [];
  const visit = (node: Node, above: readonly Node[]): void => {
    if (isTypeOnly(node)) return;
    if (node.type === 'NumericLiteral' && !isKey(node, above[0])) {
      const around = [...above];
      const minus = isMinus(around[0]) ? around.shift() : undefined;
      const start = minus?.start ?? node.start;
      const range: Range = lines.range(start, node.end);
      const { name, kind } = meaningOf(minus ?? node, around, text);
      found.push({
        name,
        kind,
        range,
        text: text.slice(start, node.end),
        value: minus ? -node.value : node.value,
        digits: [node.start, node.end],
      });
    }
    for (const child of children(node)) visit(child, [node, ...above]);
  };
  visit(parseModule(file, text).program as Node, []);
  return found.sort((a, b) => a.digits[0] - b.digits[0]);
}

const isMinus = (node: Node | undefined): boolean => node?.type === 'UnaryExpression' && node.operator === '-';

/** True when the number is the name of a property: `{ 1: x }`. */
const isKey = (node: Node, parent: Node | undefined): boolean =>
  parent !== undefined && 'key' in parent && parent.key === node && !('computed' in parent && parent.computed);

interface Meaning {
  name: string;
  kind: NumberKind;
}

/** The name of the number for people, from the text around it. */
function meaningOf(node: Node, above: readonly Node[], text: string): Meaning {
  const [parent] = above;
  if (!parent) return { name: text.slice(node.start, node.end), kind: 'number' };
  if (isData(above)) return { name: `${nameAbove(above) ?? ''}${placeIn(node, above)}`, kind: 'data' };
  if (parent.type === 'ObjectProperty' && parent.key.type === 'Identifier')
    return { name: parent.key.name, kind: kindOfName(parent.key.name) };
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return isLoopStart(above) ? { name: parent.id.name, kind: 'index' } : { name: parent.id.name, kind: kindOfName(parent.id.name) };
  if (parent.type === 'AssignmentPattern' && parent.left.type === 'Identifier')
    return { name: parent.left.name, kind: kindOfName(parent.left.name) };
  if (parent.type === 'ClassProperty' && parent.key.type === 'Identifier')
    return { name: parent.key.name, kind: kindOfName(parent.key.name) };
  if (parent.type === 'MemberExpression' && parent.property === node) return { name: shortened(parent, text), kind: 'index' };
  const call = above.find((one) => one.type !== 'ArrayExpression' && one.type !== 'ParenthesizedExpression');
  if (call && (call.type === 'CallExpression' || call.type === 'NewExpression') && call.callee !== node) {
    const callee = text.slice(call.callee.start!, call.callee.end!);
    const word = /\w+$/.exec(callee)?.[0] ?? callee;
    return { name: shortened(call, text), kind: /seed/.test(word) ? 'seed' : /^[A-Z]/.test(word) ? 'size' : kindOfCall(word) };
  }
  return { name: shortened(parent, text), kind: 'number' };
}

const kindOfName = (name: string): NumberKind =>
  /^(lr|.*rate|.*lr|momentum|weight_decay|eps|alpha|beta\w*|gamma)$/i.test(name)
    ? 'rate'
    : /seed/i.test(name)
      ? 'seed'
      : /size|dim|hidden|width|depth|heads|layers|steps|epochs|count|length|batch|^n(_|$)|[a-z]Count$/i.test(name)
        ? 'size'
        : 'number';

/** The kind of a number in a call. Numbers of functions about shapes and about printed text are rarely worth moving. */
const kindOfCall = (word: string): NumberKind =>
  // not operations: words before a bracket in the source
  /^(view|reshape|toFixed|toPrecision|unsqueeze|squeeze|transpose|permute|flatten|sum|mean|argmax|max|min|softmax|log_softmax|cat|stack|size|slice|padStart|padEnd|repeat|std|var)$/.test(
    word,
  )
    ? 'index'
    : // not operations: as above
      /^(randn|rand|randint|zeros|ones|full|linspace|arange|empty)$/.test(word)
      ? 'size'
      : 'number';

/** True when the number is in a list of data: a list with many numbers, or a list of lists. */
function isData(above: readonly Node[]): boolean {
  const lists = above.slice(
    0,
    above.findIndex((one) => one.type !== 'ArrayExpression' && one.type !== 'UnaryExpression'),
  );
  const [list] = lists.filter(({ type }) => type === 'ArrayExpression');
  return list !== undefined && (lists.length > 1 || children(list).length >= DATA);
}

/** The place of a number in lists of lists: `[2][0]`. */
function placeIn(node: Node, [list, ...above]: readonly Node[]): string {
  if (list?.type !== 'ArrayExpression') return '';
  return `${placeIn(list, above)}[${(list.elements as (Node | null)[]).indexOf(node)}]`;
}

/** The variable to which a list of data is assigned. */
function nameAbove(above: readonly Node[]): string | null {
  const declared = above.find((one) => one.type === 'VariableDeclarator');
  return declared?.type === 'VariableDeclarator' && declared.id.type === 'Identifier' ? declared.id.name : null;
}

const isLoopStart = (above: readonly Node[]): boolean => above[2]?.type === 'ForStatement' && above[2].init === above[1];

function shortened(node: Node, text: string): string {
  const whole = text.slice(node.start, node.end).replace(/\s+/g, ' ');
  return whole.length > MOST_TEXT ? `${whole.slice(0, MOST_TEXT - 1)}…` : whole;
}
