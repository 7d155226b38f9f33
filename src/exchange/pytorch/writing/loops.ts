/** Loops. A loop that counts becomes a `for` over a `range`, any other `for` a `while`. */
import { t } from '../../../protocol/l10n.js';
import { level, within } from './code.js';
import { condition } from './conditions.js';
import { iterable } from './iterables.js';
import { target } from './targets.js';
import { asStatement, bare, descendants, isCall, isMember, methodName, type Node, type Of, receiver } from '../reading/tree.js';
import type { Writer } from './writer.js';
import { body } from './bodies.js';
import { unpack } from './destructuring.js';

type Loop = Of<'ForStatement' | 'ForOfStatement' | 'ForInStatement' | 'WhileStatement' | 'DoWhileStatement'>;

export function loopLines(w: Writer, node: Loop): string[] {
  const { steps, returns } = w;
  w.steps = [];
  const lines = written(w, node);
  Object.assign(w, { steps, returns });
  return lines;
}

function written(w: Writer, node: Loop): string[] {
  switch (node.type) {
    case 'ForOfStatement': {
      const pattern = node.left.type === 'VariableDeclaration' ? (node.left.declarations[0]!.id as Node) : (node.left as Node);
      const source = iterable(w, node.right as Node);
      if (pattern.type !== 'ObjectPattern') return [`for ${target(w, pattern)} in ${source}:`, ...body(w, node.body as Node)];
      const name = w.invent('item');
      return [`for ${name} in ${source}:`, ...unpack(w, pattern, name, null).map((line) => `    ${line}`), ...body(w, node.body as Node)];
    }
    case 'ForInStatement': {
      const pattern = node.left.type === 'VariableDeclaration' ? (node.left.declarations[0]!.id as Node) : (node.left as Node);
      const kind = w.kinds.of(node.right as Node);
      if (kind.is !== 'dict' && kind.is !== 'record') return [w.refuse(node, t("'for … in' is only written for objects: use 'for … of'."))];
      return [`for ${target(w, pattern)} in ${w.write(node.right as Node)}:`, ...body(w, node.body as Node)];
    }
    case 'WhileStatement':
      return [`while ${condition(w, node.test as Node).text}:`, ...body(w, node.body as Node)];
    case 'DoWhileStatement': {
      const test = condition(w, node.test as Node);
      const end = test.text === 'True' ? [] : [`if not ${within(test, level.not)}:`, '    break'];
      w.steps = end;
      return ['while True:', ...body(w, node.body as Node), ...end.map((line) => `    ${line}`)];
    }
    case 'ForStatement':
      return counted(w, node) ?? stepped(w, node);
  }
}

/** `for (let i = a; i < b; i += c)` */
function counted(w: Writer, node: Of<'ForStatement'>): string[] | null {
  const init = node.init as Node | null | undefined;
  const declared = init?.type === 'VariableDeclaration' && init.declarations.length === 1 ? init.declarations[0]! : null;
  const [test, update] = [node.test && bare(node.test as Node), node.update && bare(node.update as Node)];
  if (declared?.id.type !== 'Identifier' || !declared.init || test?.type !== 'BinaryExpression' || !update) return null;
  const variable = w.scopes.of(declared.id as Node);
  const counter = bare(test.left as Node);
  if (!variable || counter.type !== 'Identifier' || w.scopes.of(counter) !== variable) return null;
  const step = stepOf(w, update, variable);
  if (!step || isAssigned(w, node.body as Node, variable) || !isSteady(w, test.right as Node, node.body as Node)) return null;
  if (!/^(nat|int)$/.test(w.kinds.of(declared.init as Node).is)) return null;
  const isUp = step.sign === '+';
  if (!(isUp ? /^<=?$/ : /^>=?$/).test(test.operator)) return null;
  const end = test.operator.length === 1 ? w.write(test.right as Node) : shifted(w, test.right as Node, isUp ? 1 : -1);
  if (!/^(nat|int)$/.test(w.kinds.of(test.right as Node).is) && !step.isOne) return null;
  const start = w.write(declared.init as Node);
  const limit =
    /^(nat|int|any)$/.test(w.kinds.of(test.right as Node).is) || isInteger(w, test.right as Node)
      ? end
      : `${w.module('math')}.ceil(${end})`;
  const parts =
    isUp && step.isOne
      ? start === '0'
        ? [limit]
        : [start, limit]
      : [start, limit, isUp ? step.text : step.isOne ? '-1' : `-${step.text}`];
  return [`for ${variable.python} in range(${parts.join(', ')}):`, ...body(w, node.body as Node)];
}

/** True when a number may be taken for an integer: also a variable or a member of unknown precision. */
const isInteger = (w: Writer, node: Node): boolean => {
  const inner = bare(node);
  return inner.type === 'Identifier' || isMember(inner) || w.kinds.of(inner).is !== 'number';
};

function shifted(w: Writer, node: Node, by: number): string {
  const inner = bare(node);
  if (inner.type === 'NumericLiteral') return String(inner.value + by);
  return `${within(w.expression(node), level.sum)} ${by > 0 ? '+ 1' : '- 1'}`;
}

function stepOf(w: Writer, update: Node, variable: unknown): { sign: string; text: string; isOne: boolean } | null {
  if (update.type === 'UpdateExpression' && w.scopes.of(bare(update.argument as Node)) === variable)
    return { sign: update.operator[0]!, text: '1', isOne: true };
  if (update.type !== 'AssignmentExpression' || w.scopes.of(bare(update.left as Node)) !== variable || !/^[+-]=$/.test(update.operator))
    return null;
  if (w.kinds.of(update.right as Node).is !== 'nat') return null;
  return { sign: update.operator[0]!, text: within(w.expression(update.right as Node), level.atom), isOne: false };
}

function isAssigned(w: Writer, node: Node, variable: unknown): boolean {
  for (const part of [node, ...descendants(node)]) {
    const place =
      part.type === 'AssignmentExpression'
        ? bare(part.left as Node)
        : part.type === 'UpdateExpression'
          ? bare(part.argument as Node)
          : null;
    if (place && w.scopes.of(place) === variable) return true;
  }
  return false;
}

/** True when the end of the loop does not change: `range` reads it only once. */
function isSteady(w: Writer, end: Node, loop: Node): boolean {
  const parts = [end, ...descendants(end)];
  const calls = parts.filter((part) => isCall(part));
  // not operations: functions of Math
  if (calls.some((call) => !/^(size|numel|floor|ceil|min|max|sqrt|len|item|dim)$/.test(methodName(call) ?? ''))) return false;
  return parts.every((part) => {
    const variable = w.scopes.of(part);
    if (!variable) return true;
    if (isAssigned(w, loop, variable)) return false;
    const kind = w.kinds.ofVariable(variable);
    if (kind.is !== 'list' && kind.is !== 'any' && kind.is !== 'record') return true;
    return ![...descendants(loop)].some(
      (inner) =>
        isCall(inner) &&
        /^(push|pop|shift|unshift|splice|fill)$/.test(methodName(inner) ?? '') &&
        w.scopes.of(receiver(inner)) === variable,
    );
  });
}

/** Any other `for`. Its step is written at the end of each turn, and before each `continue`. */
function stepped(w: Writer, node: Of<'ForStatement'>): string[] {
  const init = node.init as Node | null | undefined;
  const before = !init ? [] : init.type === 'VariableDeclaration' ? w.statement(init) : w.statement(asStatement(init));
  const step = node.update ? w.statement(asStatement(node.update as Node)) : [];
  const test = node.test ? condition(w, node.test as Node).text : 'True';
  w.steps = step;
  return [...before, `while ${test}:`, ...body(w, node.body as Node), ...step.map((line) => `    ${line}`)];
}
