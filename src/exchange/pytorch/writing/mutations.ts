/** Calls that change a list, a map or a tensor, and whose result is not used. */
import { indented, level, within } from './code.js';
import { element } from './collections.js';
import { iterable } from './iterables.js';
import { index } from './members.js';
import { isDict, order } from './methods.js';
import { resultLines } from './results.js';
import { target } from './targets.js';
import { bare, isArrow, isCall, methodName, type Node, type Of, receiver } from '../reading/tree.js';
import type { Writer } from './writer.js';
import { unpack } from './destructuring.js';

/** The lines of such a call. Null for any other expression. */
export function mutation(w: Writer, node: Node): string[] | null {
  const name = methodName(node);
  if (!isCall(node) || name === null || node.optional) return null;
  const on = receiver(node);
  if (on.type === 'Super' || (on.type === 'Identifier' && !w.scopes.of(on))) return null;
  const kind = w.kinds.of(on);
  if (kind.is === 'library' || (kind.is === 'instance' && name !== 'set' && w.kinds.classes.method(kind.node, name))) return null;
  const args = node.arguments as Node[];
  const [first, second] = args;
  const text = (): string => within(w.expression(on), level.atom);
  if (name === 'index_put_' && first && second && bare(first).type === 'ArrayExpression') {
    const parts = (bare(first) as Of<'ArrayExpression'>).elements as Node[];
    const [only] = parts;
    if (parts.length === 1 && only?.type === 'SpreadElement')
      return [`${text()}[tuple(${w.write(only.argument as Node)})] = ${w.write(second)}`];
    return [`${text()}[${parts.map((part) => index(w, part, { is: 'tensor' })).join(', ')}] = ${w.write(second)}`];
  }
  const isOwnDict = kind.is === 'instance' && isDict(w, kind.node) && !w.kinds.classes.method(kind.node, 'set');
  if (name === 'set' && (kind.is === 'map' || isOwnDict || (w.isPython && (kind.is === 'any' || kind.is === 'never'))) && first && second)
    return [`${text()}[${w.write(first)}] = ${w.write(second)}`];
  if (name !== 'forEach' && (kind.is === 'tensor' || kind.is === 'torch' || kind.is === 'module')) return null;
  switch (name) {
    case 'push':
      if (args.length === 1 && first!.type === 'SpreadElement')
        return [...pendingOf(w, () => `${text()}.extend(${iterable(w, first!.argument as Node)})`)];
      return pendingOf(w, () =>
        args.length === 1 ? `${text()}.append(${w.write(first!)})` : `${text()}.extend([${args.map((arg) => element(w, arg)).join(', ')}])`,
      );
    case 'unshift':
      return args.length === 1 && first!.type !== 'SpreadElement'
        ? [`${text()}.insert(0, ${w.write(first!)})`]
        : [`${text()}[:0] = [${args.map((arg) => element(w, arg)).join(', ')}]`];
    case 'splice':
      if (!first) return null;
      return args.length === 2 && !second ? null : [spliced(w, text(), args)];
    case 'sort':
      return kind.is === 'list' || (first && isArrow(bare(first))) ? [`${text()}.sort(${order(w, kind, first).replace(/^, /, '')})`] : null;
    case 'reverse':
      return [`${text()}.reverse()`];
    case 'fill':
      return kind.is === 'list' && args.length === 1 ? [`${text()}[:] = [${w.write(first!)}] * len(${text()})`] : null;
    case 'forEach':
      return first ? forEach(w, on, bare(first)) : null;
    default:
      return null;
  }
}

function pendingOf(w: Writer, make: () => string): string[] {
  const line = make();
  const lines = [...w.pending, line];
  w.pending = [];
  return lines;
}

function spliced(w: Writer, text: string, args: Node[]): string {
  const [start, count, ...added] = args.map((arg) => w.write(arg));
  const from = start!;
  const slice =
    count === undefined
      ? `${from}:`
      : `${from}:${/^\d+$/.test(from) && /^\d+$/.test(count) ? String(Number(from) + Number(count)) : `${from} + ${count}`}`;
  return added.length > 0 ? `${text}[${slice}] = [${added.join(', ')}]` : `del ${text}[${slice}]`;
}

/** Writes `xs.forEach((x) => …)` as a loop. */
function forEach(w: Writer, on: Node, callback: Node): string[] | null {
  if (!isArrow(callback) || !w.isInlined(callback)) {
    if (isArrow(callback)) return null;
    return [`for item in ${iterable(w, on)}:`, `    ${within(w.expression(callback), level.atom)}(item)`];
  }
  const [first, second] = callback.params as Node[];
  const kind = w.kinds.of(on);
  const before: string[] = [];
  const named = (node: Node | undefined): string => {
    if (!node) return '_';
    if (node.type !== 'ObjectPattern' && node.type !== 'AssignmentPattern')
      return node.type === 'ArrayPattern' ? `(${target(w, node)})` : target(w, node);
    const name = w.invent('item');
    before.push(...unpack(w, node, name, null));
    return name;
  };
  const source = iterable(w, on);
  let head: string;
  if (kind.is === 'map') head = `for ${named(second)}, ${named(first)} in ${source}:`;
  else if (second) head = `for ${named(second)}, ${named(first)} in enumerate(${source}):`;
  else head = `for ${named(first).replace(/^\((.*)\)$/, '$1')} in ${source}:`;
  const { returns, steps } = w;
  w.returns = 'continue';
  w.steps = [];
  const lines =
    callback.body.type === 'BlockStatement'
      ? w.block(callback.body.body as Node[], callback.body.end! - 1)
      : (mutation(w, bare(callback.body as Node)) ?? resultLines(w, callback.body as Node, ''));
  Object.assign(w, { returns, steps });
  return [head, ...indented(before.length + lines.length > 0 ? [...before, ...lines] : ['pass'])];
}
