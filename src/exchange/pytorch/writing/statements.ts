/** Statements. */
import { t } from '../../../protocol/l10n.js';
import { classLines, enumLines, isSubclassCall } from './classes.js';
import { indented, level, quoted, within } from './code.js';
import { condition } from './conditions.js';
import { destructure } from './destructuring.js';
import { binary } from './expressions.js';
import { definition } from './functions.js';
import { isWhole } from '../kinds/kind.js';
import { libraryImport } from './libraryImports.js';
import { loopLines } from './loops.js';
import { hasOwnLength } from './members.js';
import { mutation } from './mutations.js';
import { resultLines } from './results.js';
import { place, target } from './targets.js';
import { textOf } from './texts.js';
import { calledHelper } from '../kinds/pythonHelper.js';
import { asStatement, bare, descendants, isArrow, isClass, isFunction, isMember, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';
import { body } from './bodies.js';

/** The statements of a block, with their comments and the empty lines between them. @param end the end of the block */
export function block(w: Writer, nodes: readonly Node[], end: number): string[] {
  const lines: string[] = [];
  let last = -1;
  for (const node of hoisted(w, nodes)) {
    const isInner = last >= 0;
    const documentation = w.source.comments.documentation(node.start);
    const before = w.source.comments.before(node.start);
    const between = isInner && node.start > last ? w.source.text.slice(last, node.start) : '';
    const own = [...before, ...statement(w, node, documentation)];
    // Comments inside the statement are written above it.
    const inside = w.source.comments.before(node.end);
    const after = w.source.comments.after(node.end);
    if (after !== null && own.length > 0) own[own.length - 1] += own.at(-1)!.includes('\n') ? '' : `  ${after}`;
    if (own.length > 0 || inside.length > 0) {
      if (/\n\s*\n/.test(between) && lines.length > 0) lines.push('');
      lines.push(...inside, ...own);
    }
    last = node.end;
  }
  lines.push(...w.source.comments.before(end));
  return lines;
}

/** In TypeScript, a function may be used before its declaration. Such functions are moved up. */
function hoisted(w: Writer, nodes: readonly Node[]): readonly Node[] {
  const order = [...nodes];
  for (const node of nodes) {
    const declared = node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node;
    if (declared?.type !== 'FunctionDeclaration') continue;
    const variable = declared.id && w.scopes.of(declared.id as Node);
    const at = order.indexOf(node);
    const first = order.findIndex((other, i) => i < at && runs(other) && uses(w, other, variable ?? null));
    if (first >= 0) order.splice(first, 0, ...order.splice(at, 1));
  }
  return order;
}

const runs = (node: Node): boolean => node.type !== 'FunctionDeclaration' && !/^TS|^Import/.test(node.type);

function uses(w: Writer, node: Node, variable: unknown): boolean {
  for (const part of descendants(node)) if (part.type === 'Identifier' && w.scopes.of(part) === variable) return true;
  return false;
}

function withPending(w: Writer, make: () => string[]): string[] {
  const { pending } = w;
  w.pending = [];
  const lines = make();
  const all = [...w.pending, ...lines];
  w.pending = pending;
  return all;
}

export function statement(w: Writer, node: Node, documentation: string | null = null): string[] {
  return withPending(w, () => plain(w, node, documentation));
}

function plain(w: Writer, node: Node, documentation: string | null): string[] {
  if (isImplied(w, node)) return [];
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declare ? [] : node.declarations.flatMap((part) => declarator(w, part as Node, documentation));
    case 'FunctionDeclaration':
      return node.id ? definition(w, target(w, node.id as Node), node, '', documentation) : [];
    case 'ClassDeclaration':
      return node.id && !node.declare ? classLines(w, target(w, node.id as Node), node, documentation) : [];
    case 'TSEnumDeclaration':
      return enumLines(w, node);
    case 'ExpressionStatement':
      return expressionStatement(w, node.expression as Node);
    case 'IfStatement':
      return branch(w, node, 'if');
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return loopLines(w, node);
    case 'ReturnStatement':
      return returned(w, node);
    case 'ThrowStatement':
      return [raised(w, node.argument as Node)];
    case 'TryStatement':
      return tried(w, node);
    case 'SwitchStatement':
      return switched(w, node);
    case 'BlockStatement':
      return block(w, node.body as Node[], node.end - 1);
    case 'BreakStatement':
    case 'ContinueStatement':
      if (node.label)
        return [w.refuse(node, t('Python has no labels: leave the outer loop by a variable, or by the return of a function.'))];
      return node.type === 'BreakStatement' ? ['break'] : [...w.steps, 'continue'];
    case 'ExportNamedDeclaration':
      return node.declaration ? plain(w, node.declaration as Node, documentation) : [];
    case 'ExportDefaultDeclaration':
      return exportedDefault(w, node, documentation);
    case 'LabeledStatement':
      return [w.refuse(node, t('Python has no labels: leave the outer loop by a variable, or by the return of a function.'))];
    case 'EmptyStatement':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
    case 'TSModuleDeclaration':
      return [];
    default:
      return [w.refuse(node, t('This statement cannot be written in Python.'))];
  }
}

function declarator(w: Writer, node: Node, documentation: string | null): string[] {
  if (node.type !== 'VariableDeclarator') return [];
  const [id, init] = [node.id as Node, node.init as Node | null | undefined];
  if (!init) return [`${target(w, id)} = None`];
  if (libraryImport(w, id, init)) return [];
  if (id.type !== 'Identifier') return destructure(w, id, init);
  const name = target(w, id);
  const value = bare(init);
  if (isArrow(value) && !w.isInlined(value)) return definition(w, name, value, '', documentation);
  if (isClass(value)) return classLines(w, name, value, documentation);
  return [
    ...(documentation === null ? [] : documentation.split('\n').map((line) => `# ${line}`)),
    ...resultLines(w, asKept(w, init), name),
  ];
}

/** Returns the node unchanged. */
function asKept(_w: Writer, node: Node): Node {
  return node;
}

function exportedDefault(w: Writer, node: Of<'ExportDefaultDeclaration'>, documentation: string | null): string[] {
  const declared = node.declaration as Node;
  if (declared.type === 'FunctionDeclaration' && declared.id) return plain(w, declared, documentation);
  if (declared.type === 'ClassDeclaration' && declared.id) return plain(w, declared, documentation);
  return [w.refuse(node, t('What is exported by default needs a name to be written in Python.'))];
}

function returned(w: Writer, node: Of<'ReturnStatement'>): string[] {
  const value = node.argument as Node | null | undefined;
  if (w.returns === 'continue') return [...w.steps, 'continue'];
  if (w.returns !== 'return') return value ? resultLines(w, value, w.returns.into) : [];
  if (!value) return ['return'];
  const inner = bare(value);
  if (inner.type === 'ArrayExpression' && inner.elements.length > 1 && isTuple(w, node, value))
    return [
      `return ${(inner.elements as Node[]).map((part) => (part.type === 'SpreadElement' ? `*${w.write(part.argument as Node)}` : within(w.expression(part), level.ternary))).join(', ')}`,
    ];
  return resultLines(w, value, 'return');
}

/** True when the values are returned as a tuple, not as a list. */
function isTuple(w: Writer, node: Node, value: Node): boolean {
  if (value.type === 'TSAsExpression') return true;
  let at: Node | undefined = node;
  while (at && !isFunction(at)) at = w.parents.get(at);
  if (!at) return false;
  const type = at.returnType?.type === 'TSTypeAnnotation' ? at.returnType.typeAnnotation.type : null;
  return type === 'TSTupleType' || (at.type === 'ClassMethod' && at.key.type === 'Identifier' && at.key.name === 'forward');
}

function branch(w: Writer, node: Of<'IfStatement'>, word: string): string[] {
  const before = w.pending;
  w.pending = [];
  const test = condition(w, node.test as Node).text;
  const lines = [...w.pending, `${word} ${test}:`, ...body(w, node.consequent as Node)];
  const needsStatements = w.pending.length > 0;
  w.pending = before;
  const other = node.alternate as Node | null | undefined;
  if (other?.type === 'IfStatement') {
    const next = branch(w, other, 'elif');
    // A test that needs statements cannot be an `elif`.
    if (next[0]!.startsWith('elif ')) lines.push(...next);
    else lines.push('else:', ...indented(next.map((line) => line.replace(/^elif /, 'if '))));
  } else if (other) lines.push('else:', ...body(w, other));
  return needsStatements && word === 'elif' ? lines : lines;
}

function tried(w: Writer, node: Of<'TryStatement'>): string[] {
  const lines = ['try:', ...body(w, node.block as Node)];
  if (node.handler) {
    const parameter = node.handler.param as Node | null | undefined;
    const name = parameter?.type === 'Identifier' ? ` as ${target(w, parameter)}` : '';
    lines.push(`except Exception${name}:`, ...body(w, node.handler.body as Node));
  }
  if (node.finalizer) lines.push('finally:', ...body(w, node.finalizer as Node));
  return lines;
}

function switched(w: Writer, node: Of<'SwitchStatement'>): string[] {
  const value = w.expression(node.discriminant as Node);
  const isShort = /^[\w.]+$/.test(value.text);
  const name = isShort ? value.text : w.invent('choice');
  const lines = isShort ? [] : [`${name} = ${value.text}`];
  let tests: string[] = [];
  let isFirst = true;
  node.cases.forEach((part, i) => {
    if (part.test) tests.push(within(w.expression(part.test as Node), level.bitOr));
    const statements = part.consequent.flatMap((inner) => (inner.type === 'BlockStatement' ? inner.body : [inner])) as Node[];
    if (statements.length === 0 && i < node.cases.length - 1) return;
    const last = statements.at(-1);
    const ends =
      last?.type === 'BreakStatement' ||
      last?.type === 'ReturnStatement' ||
      last?.type === 'ThrowStatement' ||
      last?.type === 'ContinueStatement';
    if ((!ends && i < node.cases.length - 1) || (!part.test && i < node.cases.length - 1))
      w.refuse(part as Node, t("A 'case' that runs on into the next cannot be written in Python."));
    const inner = last?.type === 'BreakStatement' ? statements.slice(0, -1) : statements;
    if (inner.some((one) => breaks(one)))
      w.refuse(part as Node, t("A 'break' within a 'case' that does not end it cannot be written in Python."));
    const head = !part.test
      ? isFirst
        ? 'if True:'
        : 'else:'
      : `${isFirst ? 'if' : 'elif'} ${tests.length === 1 ? `${name} == ${tests[0]}` : `${name} in (${tests.join(', ')})`}:`;
    const own = block(w, inner, part.end!);
    lines.push(head, ...indented(own.length > 0 ? own : ['pass']));
    tests = [];
    isFirst = false;
  });
  return lines;
}

/** True when a `break` in the node would leave the `switch`. */
function breaks(node: Node): boolean {
  if (node.type === 'BreakStatement') return true;
  for (const part of descendants(node, (inner) => !isFunction(inner) && !/^(For|While|DoWhile|Switch)/.test(inner.type)))
    if (part.type === 'BreakStatement') return true;
  return false;
}

function expressionStatement(w: Writer, written: Node): string[] {
  const node = bare(written);
  switch (node.type) {
    case 'AssignmentExpression':
      return assignment(w, node);
    case 'UpdateExpression':
      return [`${place(w, node.argument as Node)} ${node.operator[0]}= 1`];
    case 'SequenceExpression':
      return (node.expressions as Node[]).flatMap((part) => expressionStatement(w, part));
    case 'LogicalExpression':
      if (node.operator === '??') break;
      return [
        node.operator === '&&'
          ? `if ${condition(w, node.left as Node).text}:`
          : `if not ${within(condition(w, node.left as Node), level.not)}:`,
        ...indented(statement(w, asStatement(node.right as Node))),
      ];
    case 'ConditionalExpression':
      return [
        `if ${condition(w, node.test as Node).text}:`,
        ...indented(statement(w, asStatement(node.consequent as Node))),
        'else:',
        ...indented(statement(w, asStatement(node.alternate as Node))),
      ];
    case 'UnaryExpression':
      if (node.operator === 'void') return expressionStatement(w, node.argument as Node);
      if (node.operator === 'delete' && isMember(bare(node.argument as Node))) {
        const removed = bare(node.argument as Node) as Of<'MemberExpression'>;
        const kind = w.kinds.of(removed.object as Node);
        const key = removed.computed ? w.write(removed.property as Node) : quoted((removed.property as Of<'Identifier'>).name);
        if (kind.is === 'instance' || kind.is === 'module') return [`del ${place(w, removed)}`];
        return [`${within(w.expression(removed.object as Node), level.atom)}.pop(${key}, None)`];
      }
      break;
    case 'StringLiteral':
      return [];
    default:
  }
  return mutation(w, node) ?? resultLines(w, node, '');
}

function assignment(w: Writer, node: Of<'AssignmentExpression'>): string[] {
  const left = bare(node.left as Node);
  const right = node.right as Node;
  if (node.operator === '=') {
    if (left.type === 'ArrayPattern' || left.type === 'ObjectPattern') return destructure(w, left, right);
    if (
      isMember(left) &&
      !left.computed &&
      left.property.type === 'Identifier' &&
      left.property.name === 'length' &&
      !hasOwnLength(w, w.kinds.of(left.object as Node))
    )
      return [`del ${w.write(left.object as Node)}[${w.write(right)}:]`];
    const goal = place(w, left);
    const value = bare(right);
    if (value.type === 'AssignmentExpression' && value.operator === '=') {
      const lines = assignment(w, value);
      lines[lines.length - 1] = `${goal} = ${lines.at(-1)!}`;
      return lines;
    }
    if (isArrow(value) && left.type === 'Identifier') return definition(w, goal, value);
    return resultLines(w, right, goal);
  }
  const operator = node.operator.slice(0, -1);
  const goal = place(w, left);
  if (operator === '&&' || operator === '||' || operator === '??') {
    const test = operator === '??' ? `${goal} is None` : operator === '&&' ? goal : `not ${goal}`;
    return [`if ${test}:`, ...indented(resultLines(w, right, goal))];
  }
  const [a, b] = [w.kinds.of(left), w.kinds.of(right)];
  if (operator === '+' && a.is === 'str') return [`${goal} += ${textOf(w, right).text}`];
  if ((operator === '/' && isWhole(a) && isWhole(b)) || operator === '%') {
    const text = binary(w, operator, left, right, node).text;
    return [text.startsWith(`${goal} ${operator} `) ? `${goal} ${operator}= ${text.slice(goal.length + 3)}` : `${goal} = ${text}`];
  }
  if (operator === '>>>') return [w.refuse(node, t("Python has nothing in place of '{0}'.", '>>>='))];
  return [`${goal} ${operator}= ${w.expression(right).text}`];
}

/** True for what Python does by itself: a class tells the one that it extends, and asks for attributes that it lacks. */
function isImplied(w: Writer, node: Node): boolean {
  if (node.type === 'ReturnStatement')
    return node.argument !== null && node.argument !== undefined && calledHelper(w.scopes, node.argument as Node) === 'delegating';
  if (node.type === 'VariableDeclaration') {
    const [made] = node.declarations;
    return made?.init != null && calledHelper(w.scopes, made.init as Node) === 'early';
  }
  if (node.type !== 'ExpressionStatement') return false;
  const call = bare(node.expression as Node);
  if (/^(takes|settle)$/.test(calledHelper(w.scopes, call) ?? '')) return true;
  return isSubclassCall(call);
}

/** Writes `throw caused(error, cause)` as `raise error from cause`. */
function raised(w: Writer, node: Node): string {
  const [error, cause] = calledHelper(w.scopes, node) === 'caused' ? ((bare(node) as Of<'CallExpression'>).arguments as Node[]) : [];
  return error && cause ? `raise ${w.write(error)} from ${w.write(cause)}` : `raise ${w.write(node)}`;
}
