/** Comprehensions of Python in place of callbacks that are called for each element. */
import { atom, type Code, level, within } from './code.js';
import { writeFunctionValue } from './functions.js';
import { inlined } from './inlined.js';
import { pythonHelper } from '../kinds/pythonHelper.js';
import { target } from './targets.js';
import type { Variable } from '../reading/scopes.js';
import { bare, isArrow, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

export interface Each {
  /** The expression that is made from the element. */
  body: Code;
  /** `for x in xs`, with the index where the callback takes one. */
  clause: string;
}

/**
 * A callback as the parts of a comprehension.
 *
 * @param isCounted true when the elements are their own indices, as in `range(n)`
 * @param asked true when the callback's result is used as a condition
 */
export function each(w: Writer, callback: Node, source: string, isCounted = false, asked = false): Each {
  const node = unshared(bare(callback));
  const inline = isArrow(node) ? inlined(w, node, asked) : null;
  if (inline && isArrow(node)) {
    const [first, second] = node.params as Node[];
    if (isCounted) return { body: inline, clause: `for ${second ? target(w, second) : '_'} in ${source}` };
    const element = first ? target(w, first) : '_';
    return {
      body: inline,
      clause: second
        ? `for ${target(w, second)}, ${/[,*]/.test(element) ? `(${element})` : element} in enumerate(${source})`
        : `for ${element} in ${source}`,
    };
  }
  return {
    body: applied(w, node, isCounted),
    clause:
      isCounted || takesIndex(w, node)
        ? isCounted
          ? `for i in ${source}`
          : `for i, item in enumerate(${source})`
        : `for item in ${source}`,
  };
}

/** `(one) => ((x = one), body)`, where what is made of the elements shares `x`: Python's own names are shared. */
function unshared(node: Node): Node {
  if (!isArrow(node) || node.params.length !== 1) return node;
  const body = bare(node.body as Node);
  const [first, second, more] = body.type === 'SequenceExpression' ? (body.expressions as Node[]) : [];
  const [parameter] = node.params as Node[];
  const set = first && bare(first);
  if (!second || more || set?.type !== 'AssignmentExpression' || parameter?.type !== 'Identifier') return node;
  const from = bare(set.right as Node);
  if (from.type !== 'Identifier' || from.name !== parameter.name) return node;
  return { ...node, params: [set.left], body: second } as Node;
}

const takesIndex = (w: Writer, node: Node): boolean => {
  const kind = w.kinds.of(node);
  return kind.is === 'function' && kind.node.params.length > 1 && (kind.node.params[1] as Node).type === 'Identifier';
};

/** Calls the callback by its name. */
function applied(w: Writer, node: Node, isCounted: boolean): Code {
  if (node.type === 'Identifier' && !w.scopes.of(node)) {
    if (node.name === 'String') return atom('str(item)');
    if (node.name === 'Boolean') return atom('item');
    if (node.name === 'Number' || node.name === 'parseFloat') return atom(`${w.use('as_number')}(item)`);
    if (node.name === 'parseInt') return atom('int(item)');
  }
  if (pythonHelper(w.scopes, node) === 'keywords') return atom('item');
  const name = within(isArrow(node) ? writeFunctionValue(w, node) : w.expression(node), level.atom);
  if (isCounted) return atom(`${name}(None, i)`);
  const kind = w.kinds.of(node);
  const count = kind.is === 'function' ? kind.node.params.length : 1;
  return atom(count > 1 && takesIndex(w, node) ? `${name}(item, i)` : count === 0 ? `${name}()` : `${name}(item)`);
}

/** `xs.map(f)` */
export function mapped(w: Writer, callback: Node, source: string, isCounted = false): Code {
  const { body, clause } = each(w, callback, source, isCounted);
  return atom(`[${within(body, level.ternary)} ${clause}]`);
}

/** The names of a pattern, each with the part of the element for which it stands. */
function partsOf(w: Writer, pattern: Node, at: string): { variable: Variable; name: string; at: string }[] {
  if (pattern.type === 'ArrayPattern')
    return (pattern.elements as (Node | null)[]).flatMap((part, i) => (part ? partsOf(w, part, `${at}[${i}]`) : []));
  const variable = w.scopes.of(pattern);
  return variable ? [{ variable, name: variable.python, at }] : [];
}

/** `xs.filter(f)` */
export function filtered(w: Writer, callback: Node, source: string): Code {
  const node = bare(callback);
  const pattern = isArrow(node) ? (node.params[0] as Node | undefined) : undefined;
  if (!isArrow(node) || pattern?.type === 'Identifier') {
    const { body, clause } = each(w, callback, source, false, true);
    // A test that is a function of its own has the element under another name.
    const element = /^for (.+?) in /.exec(clause)?.[1] ?? 'item';
    return atom(`[${element} ${clause} if ${within(body, level.or)}]`);
  }
  // The whole element is kept, so the test reads its parts as `item[i]`.
  const renamed = pattern ? partsOf(w, pattern, 'item') : [];
  for (const { variable, at } of renamed) variable.python = at;
  const inline = inlined(w, node, true);
  for (const { variable, name } of renamed) variable.python = name;
  const test = inline ?? atom(`${within(writeFunctionValue(w, node), level.atom)}(item)`);
  return atom(`[item for item in ${source} if ${within(test, level.or)}]`);
}

/** The parts of `any(…)`, `all(…)` or `next(…)`, where the callback is a condition. */
export function asked(w: Writer, callback: Node, source: string): Each {
  return each(w, callback, source, false, true);
}
