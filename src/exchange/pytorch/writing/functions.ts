/** Functions: a `lambda` for a single expression, else a `def`. */
import { atom, type Code, indented, level, within } from './code.js';
import { record } from './collections.js';
import { unpack } from './destructuring.js';
import { inlined } from './inlined.js';
import { pythonName } from './names.js';
import type { Variable } from '../reading/scopes.js';
import { bare, type FunctionNode, isCall, isFunction, methodName, type Node, type Of } from '../reading/tree.js';
import { calledHelper } from '../kinds/pythonHelper.js';
import type { Writer } from './writer.js';
import { resultLines } from './results.js';

/** A function as a value: a lambda, or the name of a `def` that is written before the statement. */
export function writeFunctionValue(w: Writer, node: FunctionNode): Code {
  // A function that has a name keeps it.
  if (
    (node.type === 'ArrowFunctionExpression' || (node.type === 'FunctionExpression' && !node.id)) &&
    title(w, node) === null &&
    canBeLambda(w, node)
  ) {
    const body = inlined(w, withoutDefaults(node));
    if (body) {
      const parameters = [...(node.params as Node[]).map((part) => parameter(w, part).text), ...captured(w, node)].join(', ');
      return { text: `lambda${parameters && ` ${parameters}`}: ${within(body, level.ternary)}`, level: level.lambda };
    }
  }
  const name = decorated(w, node) ?? w.invent(nameFor(w, node));
  const lines = definition(w, name, node, '', null, captured(w, node));
  w.pending.push(...lines);
  return atom(name);
}

/** The name of a function whose variable, which a decorator gives its value, has the same name. */
function decorated(w: Writer, node: FunctionNode): string | null {
  const own = node.type === 'FunctionExpression' ? (node.id?.name ?? title(w, node)) : null;
  if (own === null) return null;
  let at = w.parents.get(node);
  while (at && isCall(at)) at = w.parents.get(at);
  const goal = at?.type === 'VariableDeclarator' ? (at.id as Node) : at?.type === 'AssignmentExpression' ? (at.left as Node) : null;
  const variable = goal?.type === 'Identifier' ? w.scopes.of(goal) : null;
  return variable && goal?.type === 'Identifier' && goal.name === own ? variable.python : null;
}

/** The name in `titled(function (…) { … }, 'name')`; null for another function. */
function title(w: Writer, node: Node): string | null {
  const call = w.parents.get(node);
  const name = call && isCall(call) && calledHelper(w.scopes, call) === 'titled' ? (call.arguments[1] as Node) : undefined;
  return name?.type === 'StringLiteral' ? name.value : null;
}

/**
 * The function without its parameters: `inlined` should read only the body, since defaults are written beside the
 * names.
 */
const withoutDefaults = <T extends FunctionNode>(node: T): T => ({ ...node, params: [] });

const canBeLambda = (w: Writer, node: FunctionNode): boolean =>
  (w.scopes.scopeOf(node)?.assigned.size ?? 0) === 0 &&
  (node.params as Node[]).every(
    (part) =>
      part.type === 'Identifier' || (part.type === 'AssignmentPattern' && isConstant(part.right as Node)) || part.type === 'RestElement',
  ) &&
  !(node.body.type !== 'BlockStatement' && isPrint(node.body as Node) && false);

const isPrint = (node: Node): boolean => isCall(bare(node)) && methodName(bare(node)) === 'log';

function nameFor(w: Writer, node: FunctionNode): string {
  if ('id' in node && node.id) return pythonName(node.id.name);
  const parent = w.parents.get(node);
  if (parent?.type === 'ObjectProperty' && parent.key.type === 'Identifier') return pythonName(parent.key.name);
  if (node.type === 'ObjectMethod' && node.key.type === 'Identifier') return pythonName(node.key.name);
  return parent && methodName(parent) === 'step' ? 'closure' : 'callback';
}

/**
 * Loop variables that a function uses, as `i=i`. Python looks up a name when the function is called, and would find the
 * value of the last turn. This is not needed for a function that PyTorch or a list method calls at once.
 */
function captured(w: Writer, node: FunctionNode): string[] {
  const parent = w.parents.get(node);
  const isCalledAtOnce = parent !== undefined && isCall(parent) && !/^(push|unshift|set|add|register_\w+)$/.test(methodName(parent) ?? '');
  if (isCalledAtOnce || parent?.type === 'VariableDeclarator') return [];
  const own = w.scopes.scopeOf(node);
  return [...(own?.outer ?? [])].filter((variable) => isOfRound(w, variable)).map(({ python }) => `${python}=${python}`);
}

function isOfRound(w: Writer, { scope, isReassigned }: Variable): boolean {
  if (/^For/.test(scope.node.type)) return true;
  if (isReassigned) return false;
  if (isFunction(scope.node)) {
    const call = w.parents.get(scope.node);
    return call !== undefined && isCall(call) && /^(map|flatMap|filter|from)$/.test(methodName(call) ?? '');
  }
  for (let at: Node | undefined = scope.node; at && !isFunction(at); at = w.parents.get(at))
    if (/^(For|While|DoWhile)/.test(at.type)) return true;
  return false;
}

interface Parameter {
  text: string;
  hasDefault: boolean;
  /** Lines that the body begins with. */
  lines: string[];
}

function parameter(w: Writer, node: Node): Parameter {
  switch (node.type) {
    case 'Identifier': {
      const name = w.scopes.of(node)?.python ?? pythonName(node.name);
      return { text: node.optional ? `${name}=None` : name, hasDefault: node.optional === true, lines: [] };
    }
    case 'AssignmentPattern': {
      const inner = parameter(w, node.left as Node);
      if (collectsNames(w, node)) return { text: `**${inner.text}`, hasDefault: true, lines: inner.lines };
      if (isConstant(node.right as Node))
        return { text: `${inner.text}=${within(w.expression(node.right as Node), level.ternary)}`, hasDefault: true, lines: inner.lines };
      const right = bare(node.right as Node);
      const isRecord = node.left.type === 'ObjectPattern' && right.type === 'ObjectExpression';
      const value = isRecord ? record(w, right) : w.write(right);
      return {
        text: `${inner.text}=None`,
        hasDefault: true,
        lines: [`if ${inner.text} is None:`, `    ${inner.text} = ${value}`, ...inner.lines],
      };
    }
    case 'RestElement':
      return { text: `*${parameter(w, node.argument as Node).text}`, hasDefault: true, lines: [] };
    case 'TSParameterProperty': {
      const inner = parameter(w, node.parameter as Node);
      const name = inner.text.replace(/=.*$/s, '');
      return { ...inner, lines: [...inner.lines, `self.${name} = ${name}`] };
    }
    default: {
      const name = w.invent(node.type === 'ArrayPattern' ? 'items' : 'options');
      return { text: name, hasDefault: false, lines: unpack(w, node, name, null) };
    }
  }
}

/** True for a parameter that takes what is given by other names: `options = dict()`, Python's `**options`. */
export function collectsNames(w: Writer, node: Node | undefined): boolean {
  if (node?.type !== 'AssignmentPattern' || w.parents.get(node)?.type === 'TSParameterProperty') return false;
  if (calledHelper(w.scopes, node.right as Node) !== 'dict') return false;
  return (bare(node.right as Node) as Of<'CallExpression'>).arguments.length === 0;
}

/** True when a default may be made once for all calls. */
function isConstant(written: Node): boolean {
  const node = bare(written);
  if (node.type === 'UnaryExpression') return isConstant(node.argument as Node);
  if (node.type === 'BinaryExpression') return isConstant(node.left as Node) && isConstant(node.right as Node);
  if (node.type === 'MemberExpression') return isConstant(node.object as Node);
  return /^(NumericLiteral|StringLiteral|BooleanLiteral|NullLiteral|Identifier)$/.test(node.type);
}

/** The parameters in the parentheses, and the lines that the body begins with. */
export function parameters(w: Writer, node: FunctionNode): { text: string; lines: string[] } {
  let isDefault = false;
  const parts = (node.params as Node[])
    .filter((part) => !(part.type === 'Identifier' && part.name === 'this'))
    .map((part) => parameter(w, part));
  const texts = parts.map(({ text, hasDefault }) => {
    const needsDefault = isDefault && !hasDefault;
    isDefault ||= hasDefault;
    return needsDefault ? `${text}=None` : text;
  });
  return { text: texts.join(', '), lines: parts.flatMap(({ lines }) => lines) };
}

/** A `def`. @param first the parameters that come first: `self` */
export function definition(
  w: Writer,
  name: string,
  node: FunctionNode,
  first = '',
  documentation: string | null = null,
  last: string[] = [],
): string[] {
  const { returns, steps, pending } = w;
  w.returns = 'return';
  w.steps = [];
  w.pending = [];
  const named = namedArguments(w, node);
  const given = parameters(w, node);
  const lines = [...outside(w, node), ...given.lines, ...w.pending];
  w.pending = [];
  if (node.body.type === 'BlockStatement')
    lines.push(...w.block((node.body.body as Node[]).slice(named === null ? 0 : 1), node.body.end! - 1));
  else lines.push(...resultLines(w, node.body as Node, 'return'));
  Object.assign(w, { returns, steps, pending });
  const head = [first, given.text, ...last, ...(named === null ? [] : [`**${named}`])].filter((text) => text !== '').join(', ');
  const body = [...documented(documentation), ...lines];
  return [`def ${name}(${head}):`, ...indented(body.some((line) => !/^\s*(#.*)?$/.test(line)) ? body : [...body, 'pass'])];
}

/**
 * The name in `const kwargs = take_named(args);` at the beginning of a function. That function takes keyword arguments.
 */
export function namedArguments(w: Writer, node: FunctionNode): string | null {
  const [first] = node.body.type === 'BlockStatement' ? (node.body.body as Node[]) : [];
  const [declared] = first?.type === 'VariableDeclaration' ? first.declarations : [];
  if (!declared?.init || declared.id.type !== 'Identifier' || calledHelper(w.scopes, declared.init as Node) !== 'take_named') return null;
  return w.scopes.of(declared.id as Node)?.python ?? declared.id.name;
}

export function documented(documentation: string | null): string[] {
  if (documentation === null) return [];
  const text = documentation.replaceAll('\\', '\\\\').replaceAll('"""', "'''");
  return (text.includes('\n') ? `"""${text}\n"""` : `"""${text}"""`).split('\n');
}

/** The `global` and `nonlocal` lines for outer variables that the function assigns. */
function outside(w: Writer, node: FunctionNode): string[] {
  const assigned = [...(w.scopes.scopeOf(node)?.assigned ?? [])];
  const named = (word: string, names: string[]) => (names.length > 0 ? [`${word} ${[...new Set(names)].join(', ')}`] : []);
  const isGlobal = ({ scope }: (typeof assigned)[number]) => !scope.owner.parent;
  return [
    ...named(
      'global',
      assigned.filter(isGlobal).map(({ python }) => python),
    ),
    ...named(
      'nonlocal',
      assigned.filter((variable) => !isGlobal(variable)).map(({ python }) => python),
    ),
  ];
}
