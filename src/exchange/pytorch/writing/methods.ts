/** Methods of TypeScript's own lists, strings, maps and sets. */
import { t } from '../../../protocol/l10n.js';
import { atom, type Code, level, quoted, within } from './code.js';
import { element } from './collections.js';
import { asked, each, filtered, mapped } from './comprehensions.js';
import { inlined } from './inlined.js';
import { arrayLength, iterable } from './iterables.js';
import { elementOf, type Kind } from '../kinds/kind.js';
import { pythonHelper } from '../kinds/pythonHelper.js';
import { target } from './targets.js';
import { toFixed } from './texts.js';
import { bare, type ClassNode, isArrow, isCall, methodName, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

type Call = Of<'CallExpression' | 'OptionalCallExpression'>;

/**
 * Writes a call of such a method. Null for another method, or one that may be PyTorch's.
 * @param text the object, in Python
 */
export function builtin(w: Writer, node: Call, on: Node, name: string, kind: Kind, text: string): Code | null {
  const args = node.arguments as Node[];
  if (name === 'toFixed') return toFixed(w, node);
  if (name === 'toString' && args.length === 0) return atom(`str(${text})`);
  const isTorch = kind.is === 'tensor' || kind.is === 'torch' || kind.is === 'module' || kind.is === 'library';
  // A value of an unknown kind is one of Python's lists or of PyTorch's sizes, which have no such method.
  const isOpen = kind.is === 'any' || kind.is === 'never';
  if (name === 'at' && args.length === 1 && (isOpen || /^(nat|int|number)$/.test(kind.is))) return atom(`${text}[${arg(w, node, 0)}]`);
  if (isTorch && name === 'at' && args.length > 0) return atom(`${text}[${args.map((_, i) => arg(w, node, i)).join(', ')}]`);
  if (w.isPython && name === 'return') return atom(`${text}.close()`);
  // No method of PyTorch's tensors and tuples takes a function.
  if (isTorch && !(/^(map|filter|flatMap|some|every|find|findIndex|reduce|forEach)$/.test(name) && args[0] && isFunctionLike(w, args[0])))
    return null;
  if (kind.is === 'str') return ofText(w, node, name, text);
  if (kind.is === 'map' || (kind.is === 'instance' && isDict(w, kind.node))) return ofMap(w, node, name, text);
  if (kind.is === 'set') return ofSet(w, node, name, text);
  if (isOpen && w.isPython && /^(at|has|delete)$/.test(name)) return ofMap(w, node, name, text);
  if (name === 'bind' && args.length === 1) return atom(text.replace(/\.bind$/, ''));
  return ofList(w, node, on, name, kind, text);
}

/** True for a class of the program that extends one of Python's dicts. */
export const isDict = (w: Writer, { superClass }: ClassNode): boolean =>
  /^(defaultdict|OrderedDict|Counter|Dict)$/.test((superClass && pythonHelper(w.scopes, superClass as Node)) ?? '');

const arg = (w: Writer, node: Call, at: number): string => w.write(node.arguments[at] as Node);

function ofMap(w: Writer, node: Call, name: string, text: string): Code | null {
  switch (name) {
    case 'get':
      return atom(`${text}.get(${(node.arguments as Node[]).map((one) => element(w, one)).join(', ')})`);
    case 'at':
      return atom(`${text}[${arg(w, node, 0)}]`);
    case 'has':
      return { text: `${within(w.expression(node.arguments[0] as Node), level.bitOr)} in ${text}`, level: level.comparison };
    case 'delete':
      return atom(`${text}.pop(${arg(w, node, 0)}, None)`);
    case 'entries':
    case 'keys':
    case 'values':
      if (w.isPython) return atom(`${text}.${name === 'entries' ? 'items' : name}()`);
      return atom(`list(${iterable(w, node)})`);
    case 'clear':
      return atom(`${text}.clear()`);
    case 'set':
      return atom(w.refuse(node, t('A value is set in a statement of its own in Python.')));
    default:
      return null;
  }
}

function ofSet(w: Writer, node: Call, name: string, text: string): Code | null {
  if (name === 'has')
    return { text: `${within(w.expression(node.arguments[0] as Node), level.bitOr)} in ${text}`, level: level.comparison };
  if (name === 'add' || name === 'clear') return atom(`${text}.${name}(${node.arguments.length ? arg(w, node, 0) : ''})`);
  return name === 'delete' ? atom(`${text}.discard(${arg(w, node, 0)})`) : null;
}

const RENAMED: Readonly<Record<string, string>> = {
  toUpperCase: 'upper',
  toLowerCase: 'lower',
  trim: 'strip',
  trimStart: 'lstrip',
  trimEnd: 'rstrip',
  startsWith: 'startswith',
  endsWith: 'endswith',
  padStart: 'rjust',
  padEnd: 'ljust',
  indexOf: 'find',
  lastIndexOf: 'rfind',
};

function ofText(w: Writer, node: Call, name: string, text: string): Code | null {
  const args = node.arguments as Node[];
  if (RENAMED[name]) return atom(`${text}.${RENAMED[name]}(${args.map((part) => element(w, part)).join(', ')})`);
  const first = args[0] && bare(args[0]);
  switch (name) {
    case 'repeat':
      return { text: `${text} * ${within(w.expression(args[0]!), level.sign)}`, level: level.product };
    case 'includes':
      return { text: `${within(w.expression(args[0]!), level.bitOr)} in ${text}`, level: level.comparison };
    case 'split':
      if (first?.type === 'StringLiteral' && first.value === '') return atom(`list(${text})`);
      if (first?.type === 'RegExpLiteral') return atom(`${w.module('re')}.split(${pattern(w, first)}, ${text})`);
      return atom(`${text}.split(${args.map((part) => element(w, part)).join(', ')})`);
    case 'slice':
    case 'substring':
      return atom(`${text}[${args.map((part) => w.write(part)).join(':')}${args.length === 1 ? ':' : ''}]`);
    case 'charAt':
    case 'at':
      return atom(`${text}[${arg(w, node, 0)}]`);
    case 'charCodeAt':
    case 'codePointAt':
      return atom(`ord(${text}[${args[0] ? w.write(args[0]) : '0'}])`);
    case 'replace':
    case 'replaceAll':
      if (first?.type === 'RegExpLiteral') {
        if (bare(args[1]!).type !== 'StringLiteral' || /[$\\]/.test((bare(args[1]!) as Of<'StringLiteral'>).value))
          return atom(w.refuse(args[1]!, t('What replaces a regular expression in Python is a plain text.')));
        return atom(
          `${w.module('re')}.sub(${pattern(w, first)}, ${w.write(args[1]!)}, ${text}${first.flags.includes('g') ? '' : ', count=1'})`,
        );
      }
      return atom(`${text}.replace(${w.write(args[0]!)}, ${w.write(args[1]!)}${name === 'replace' ? ', 1' : ''})`);
    case 'concat':
      return { text: `${text} + ${within(w.expression(args[0]!), level.product)}`, level: level.sum };
    case 'map':
    case 'filter':
      return null;
    default:
      return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", name)));
  }
}

function pattern(w: Writer, node: Of<'RegExpLiteral'>): string {
  if (/\(\?<|\\[pkuA-Z]/.test(node.pattern.replace(/\\[dDwWsSbB]/g, '')) || /[^gims]/.test(node.flags))
    return w.refuse(node, t('This regular expression means something else in Python.'));
  const flags = node.flags.replaceAll('g', '');
  return `r${quoted((flags ? `(?${flags})` : '') + node.pattern).replaceAll('\\\\', '\\')}`;
}

/** `flatMap((x) => (test ? [y] : []))` is `[y for x in xs if test]`. */
function tested(w: Writer, callback: Node, source: string): Code | null {
  const node = bare(callback);
  if (!isArrow(node) || node.body.type === 'BlockStatement') return null;
  const body = bare(node.body as Node);
  if (body.type !== 'ConditionalExpression') return null;
  const [one, other] = [bare(body.consequent as Node), bare(body.alternate as Node)];
  if (one.type !== 'ArrayExpression' || one.elements.length !== 1 || other.type !== 'ArrayExpression' || other.elements.length > 0)
    return null;
  const kept = each(w, { ...node, body: body.test } as Node, source, false, true);
  const made = each(w, { ...node, body: one.elements[0] } as Node, source);
  return atom(`[${within(made.body, level.ternary)} ${made.clause} if ${within(kept.body, level.or)}]`);
}

/** True for a value that the function returns, alone or as the first of several: nothing is computed before it. */
function isReturnedFirst(w: Writer, node: Node): boolean {
  let at = node;
  for (let above = w.parents.get(at); above; [at, above] = [above, w.parents.get(above)]) {
    if (above.type === 'ReturnStatement') return true;
    if (bare(above) === above && !(above.type === 'ArrayExpression' && above.elements[0] === at)) return false;
  }
  return false;
}

const isFunctionLike = (w: Writer, node: Node): boolean =>
  isArrow(bare(node)) || w.kinds.of(node).is === 'function' || (bare(node).type === 'Identifier' && !w.scopes.of(bare(node)));

function ofList(w: Writer, node: Call, on: Node, name: string, kind: Kind, text: string): Code | null {
  const args = node.arguments as Node[];
  const [first, second] = args;
  const isList = kind.is === 'list';
  const takesFunction =
    first !== undefined &&
    (isArrow(bare(first)) ||
      w.kinds.of(first).is === 'function' ||
      pythonHelper(w.scopes, first) !== null ||
      (bare(first).type === 'Identifier' && !w.scopes.of(bare(first))));
  if (first && takesFunction) {
    const source = iterable(w, on);
    switch (name) {
      case 'map':
        return mapped(w, first, source);
      case 'filter':
        return filtered(w, first, source);
      case 'flatMap': {
        const kept = tested(w, first, source);
        if (kept) return kept;
        const { body, clause } = each(w, first, source);
        return atom(`[part ${clause} for part in ${within(body, level.or)}]`);
      }
      case 'some':
      case 'every': {
        const { body, clause } = asked(w, first, source);
        return atom(`${name === 'some' ? 'any' : 'all'}(${within(body, level.ternary)} ${clause})`);
      }
      case 'find': {
        const found = filtered(w, first, source).text.slice(1, -1);
        return atom(`next((${found}), None)`);
      }
      case 'findIndex': {
        const { body, clause } = asked(w, first, source);
        const element = /^for (.*?) in /.exec(clause)![1]!;
        const counted = clause.includes(' in enumerate(')
          ? clause
          : `for at, ${/,/.test(element) ? `(${element})` : element} in enumerate(${source})`;
        return atom(`next((${clause === counted ? element.split(',')[0] : 'at'} ${counted} if ${within(body, level.or)}), -1)`);
      }
      case 'reduce':
        return reduced(w, first, second, source);
      case 'sort':
      case 'toSorted':
        return sorted(w, on, kind, first);
      case 'forEach':
        return atom(
          w.refuse(node, t("'forEach' is a loop in Python: give it a statement of its own, and let the function return nothing.")),
        );
      default:
    }
  }
  switch (name) {
    case 'join': {
      const separator = first ? w.write(first) : "','";
      return atom(`${separator}.join(${joinedParts(w, on, kind)})`);
    }
    case 'push':
    case 'unshift':
    case 'splice':
      return atom(w.refuse(node, t("'{0}' is a statement of its own in Python.", name)));
    case 'shift':
      return atom(`${text}.pop(0)`);
    case 'slice':
      return atom(`${text}[${args.length === 0 ? ':' : args.map((part) => w.write(part)).join(':') + (args.length === 1 ? ':' : '')}]`);
    case 'concat':
      return { text: [text, ...args.map((part) => within(w.expression(part), level.product))].join(' + '), level: level.sum };
    case 'includes':
      return { text: `${within(w.expression(first!), level.bitOr)} in ${text}`, level: level.comparison };
    case 'indexOf':
      return atom(`${w.use('index_of')}(${text}, ${w.write(first!)})`);
    case 'charCodeAt':
    case 'codePointAt':
    case 'trimStart':
    case 'trimEnd':
    case 'lastIndexOf':
    case 'toUpperCase':
    case 'toLowerCase':
    case 'padStart':
    case 'padEnd':
    case 'trim':
    case 'startsWith':
    case 'endsWith':
    case 'replaceAll':
      return ofText(w, node, name, text);
    case 'has':
      return first ? { text: `${within(w.expression(first), level.bitOr)} in ${text}`, level: level.comparison } : null;
    case 'entries':
      return kind.is === 'any' || isList ? atom(`list(${iterable(w, node)})`) : null;
    case 'toReversed':
      return atom(`${text}[::-1]`);
    case 'flat':
      return atom(`[part for row in ${text} for part in row]`);
    default:
  }
  if (!isList) return null;
  switch (name) {
    case 'pop':
      return atom(`${text}.pop()`);
    case 'at':
      return atom(`${text}[${arg(w, node, 0)}]`);
    case 'reverse': {
      const fresh = bare(on);
      // A list that is returned is reversed by a statement before the `return`.
      if (fresh.type === 'Identifier' && isReturnedFirst(w, node)) {
        w.pending.push(`${text}.reverse()`);
        return atom(text);
      }
      return fresh.type === 'ArrayExpression' || isCall(fresh)
        ? atom(`${within(w.expression(fresh), level.atom)}[::-1]`.replace(/^list\((\w+)\)\[/, '$1['))
        : atom(w.refuse(node, t("'{0}' is a statement of its own in Python.", name)));
    }
    case 'sort':
    case 'toSorted':
      return sorted(w, on, kind, first);
    case 'fill': {
      const length = arrayLength(w, on);
      return length === null || !first
        ? null
        : { text: `[${w.write(first)}] * ${length.includes(' ') ? `(${length})` : length}`, level: level.product };
    }
    case 'keys':
    case 'values':
      return atom(`list(${iterable(w, node)})`);
    default:
      return null;
  }
}

/** The arguments of `join`, as strings. */
function joinedParts(w: Writer, on: Node, kind: Kind): string {
  const item = elementOf(kind, null);
  const list = bare(on);
  const isMap = methodName(list) === 'map' || methodName(list) === 'filter';
  const text = iterable(w, on);
  if (item.is === 'str') return isMap && /^\[.* for .*\]$/s.test(text) ? text.slice(1, -1) : text;
  const shown = item.is === 'number' || item.is === 'any' ? w.use('as_text') : 'str';
  return `${shown}(item) for item in ${text}`;
}

/** `sum(…)` where the callback adds, else `functools.reduce`. */
function reduced(w: Writer, callback: Node, start: Node | undefined, source: string): Code {
  const node = bare(callback);
  if (isArrow(node) && start && node.params.length === 2 && node.body.type !== 'BlockStatement') {
    const body = bare(node.body as Node);
    const [all, item] = node.params as Node[];
    if (body.type === 'BinaryExpression' && body.operator === '+' && all!.type === 'Identifier' && w.kinds.of(start).is !== 'str') {
      const left = bare(body.left as Node);
      if (left.type === 'Identifier' && w.scopes.of(left) === w.scopes.of(all!) && !mentions(w, body.right as Node, all!)) {
        const inner = inlined(w, { ...node, body: body.right } as Of<'ArrowFunctionExpression'>);
        if (inner) {
          const element = target(w, item!);
          const values = inner.text === element ? source : `${within(inner, level.ternary)} for ${element} in ${source}`;
          const from = bare(start);
          const isZero = from.type === 'NumericLiteral' && from.value === 0;
          return atom(isZero ? `sum(${values})` : `sum(${inner.text === element ? values : `(${values})`}, ${w.write(start)})`);
        }
      }
    }
  }
  return atom(`${w.module('functools')}.reduce(${w.write(callback)}, ${source}${start ? `, ${w.write(start)}` : ''})`);
}

function mentions(w: Writer, node: Node, name: Node): boolean {
  const wanted = w.scopes.of(name);
  let isFound = false;
  const visit = (part: Node): void => {
    if (w.scopes.of(part) === wanted && part.type === 'Identifier') isFound = true;
    for (const value of Object.values(part as object).flat() as unknown[])
      if (typeof value === 'object' && value !== null && 'type' in value && 'start' in value) visit(value as Node);
  };
  visit(node);
  return isFound;
}

/** A sorted list. Without a function, TypeScript compares the elements as strings. */
function sorted(w: Writer, on: Node, kind: Kind, compare: Node | undefined): Code {
  const list = bare(on);
  const set =
    list.type === 'ArrayExpression' && list.elements.length === 1 && list.elements[0]?.type === 'SpreadElement'
      ? bare(list.elements[0].argument as Node)
      : null;
  const source =
    set?.type === 'NewExpression' && w.kinds.of(set).is === 'set'
      ? `set(${iterable(w, set.arguments[0] as Node)})`
      : set && w.kinds.of(set).is === 'set'
        ? w.write(set)
        : iterable(w, on);
  return atom(`sorted(${source}${order(w, kind, compare)})`);
}

/** The keywords for `sort` and `sorted`. */
export function order(w: Writer, kind: Kind, compare: Node | undefined): string {
  if (!compare) return elementOf(kind, null).is === 'str' ? '' : ', key=str';
  const node = bare(compare);
  if (isArrow(node) && node.params.length === 2) {
    const body = bare(node.body as Node);
    const [a, b] = node.params as Node[];
    if (body.type === 'BinaryExpression' && body.operator === '-' && a!.type === 'Identifier' && b!.type === 'Identifier') {
      const [left, right] = [w.expression(body.left as Node).text, w.expression(body.right as Node).text];
      const [nameA, nameB] = [target(w, a!), target(w, b!)];
      const swapped = (text: string, from: string, to: string) => text.replace(new RegExp(`\\b${from}\\b`, 'g'), to);
      if (left === nameA && right === nameB) return '';
      if (left === nameB && right === nameA) return ', reverse=True';
      if (!new RegExp(`\\b${nameB}\\b`).test(left) && swapped(left, nameA, nameB) === right) return `, key=lambda ${nameA}: ${left}`;
      if (!new RegExp(`\\b${nameA}\\b`).test(left) && swapped(left, nameB, nameA) === right)
        return `, key=lambda ${nameB}: ${left}, reverse=True`;
    }
  }
  return `, key=${w.module('functools')}.cmp_to_key(${w.write(compare)})`;
}
