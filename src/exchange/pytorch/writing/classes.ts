/** Classes: their fields are set in `__init__`. */
import { t } from '../../../protocol/l10n.js';
import { definition, documented, namedArguments, parameters } from './functions.js';
import { pythonName } from './names.js';
import { resultLines } from './results.js';
import { target } from './targets.js';
import { isEnum } from './pythonCalls.js';
import { calledHelper, pythonHelper } from '../kinds/pythonHelper.js';
import {
  bare,
  descendants,
  type ClassNode,
  isCall,
  isMember,
  memberName,
  methodName,
  type Node,
  type Of,
  receiver,
} from '../reading/tree.js';
import type { Writer } from './writer.js';
import { indented } from './code.js';

type Method = Of<'ClassMethod' | 'ClassPrivateMethod'>;
type Field = Of<'ClassProperty' | 'ClassPrivateProperty'>;

export function classLines(w: Writer, name: string, node: ClassNode, documentation: string | null): string[] {
  const parts: string[][] = [];
  const members = node.body.body as Node[];
  const constructor = members.find((part): part is Of<'ClassMethod'> => part.type === 'ClassMethod' && part.kind === 'constructor') ?? null;
  const fields = members.filter(
    (part): part is Field =>
      (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') && !('declare' in part && part.declare),
  );
  const constants = fields
    .filter((part) => part.static && !isClassName(part))
    .flatMap((part) => memberLines(w, name, node, part) ?? fieldLines(w, part, ''));
  if (constants.length > 0) parts.push(constants);
  const initial = initialiser(
    w,
    node,
    constructor,
    fields.filter((part) => !part.static),
  );
  if (initial) parts.push(initial);
  for (const part of members) {
    if ((part.type === 'ClassMethod' && part.kind !== 'constructor') || part.type === 'ClassPrivateMethod') {
      if ('abstract' in part && part.abstract) continue;
      parts.push(method(w, node, part));
    } else if (part.type === 'StaticBlock') parts.push([w.refuse(part, t('This statement cannot be written in Python.'))]);
  }
  const head = `class ${name}${withOptions(base(w, node), subclassOptions(w, node))}:`;
  const body = parts.flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines));
  const all = [...documented(documentation), ...(documentation !== null && body.length > 0 ? [''] : []), ...body];
  return [head, ...indented(all.length > 0 ? all : ['pass'])];
}

/** What a class gives to the `__init_subclass__` above it, which Python takes beside the base class. */
function subclassOptions(w: Writer, node: ClassNode): string[] {
  const around = w.parents.get(node);
  const beside = around && 'body' in around && Array.isArray(around.body) ? (around.body as Node[]) : [];
  for (const one of beside) {
    const call = one.type === 'ExpressionStatement' ? bare(one.expression as Node) : null;
    if (!call || !isCall(call) || !isSubclassCall(call)) continue;
    const [made, ...given] = call.arguments as Node[];
    if (made?.type !== 'Identifier' || made.name !== node.id?.name) continue;
    const of = node.superClass ? w.kinds.of(node.superClass as Node) : null;
    const hook = of?.is === 'class' ? w.kinds.classes.method(of.node, '__init_subclass__') : null;
    const names = ((hook?.params ?? []) as Node[]).map((part) => (part.type === 'AssignmentPattern' ? (part.left as Node) : part));
    return given.map((value, i) => {
      const param = names[i];
      return param?.type === 'Identifier' ? `${pythonName(param.name)}=${w.write(value)}` : w.write(value);
    });
  }
  return [];
}

/** `Base.__init_subclass__.call(Net, …)` */
export function isSubclassCall(call: Node): boolean {
  if (!isCall(call) || methodName(call) !== 'call') return false;
  const on = receiver(call);
  return isMember(on) && memberName(on) === '__init_subclass__';
}

const withOptions = (bases: string, options: readonly string[]): string =>
  options.length === 0 ? bases : `${bases.slice(0, -1)}, ${options.join(', ')})`;

/** `static __name__ = 'Net'`: Python keeps the name of a class itself. */
const isClassName = (part: Field): boolean => part.key.type === 'Identifier' && part.key.name === '__name__';

/** A member of an enumeration: `static A = new Mode('A', 1)` is `A = 1`. */
function memberLines(w: Writer, name: string, node: ClassNode, part: Field): string[] | null {
  const made = part.value ? bare(part.value as Node) : null;
  if (!isEnum(w, node) || made?.type !== 'NewExpression' || made.arguments.length !== 2) return null;
  // Within its class, Python has no name for it yet: `FAST = GPU | SSD`.
  const value = w.write(made.arguments[1] as Node).replaceAll(new RegExp(`\\b${name}\\.(?=\\w)`, 'g'), '');
  return [...w.source.comments.before(part.start), `${fieldName(w, part)} = ${value}`];
}

/** True for a class of named tuples, whose parts are given when an object is made. */
const isNamedTuple = (w: Writer, node: ClassNode): boolean =>
  node.superClass !== null && node.superClass !== undefined && calledHelper(w.scopes, node.superClass as Node) === 'namedtuple';

function base(w: Writer, node: ClassNode): string {
  if (!node.superClass) return '';
  const inner = bare(node.superClass as Node);
  if (inner.type === 'Identifier' && !w.scopes.of(inner)) {
    if (/Error$/.test(inner.name)) return '(Exception)';
    return `(${w.refuse(inner, t("Python has nothing in place of '{0}'.", inner.name))})`;
  }
  if (pythonHelper(w.scopes, inner) === 'TextEnum') {
    w.imports.add('from enum import Enum');
    return '(str, Enum)';
  }
  if (calledHelper(w.scopes, inner) === 'uninitialized' && isCall(inner)) return `(${w.write(inner.arguments[0] as Node)})`;
  if (calledHelper(w.scopes, inner) === 'with_mixins' && isCall(inner)) {
    const [main, ...mixins] = inner.arguments as Node[];
    const [first = [], last = []] = mixins.map((one) => (bare(one) as Of<'ArrayExpression'>).elements as Node[]);
    return `(${[...first, main!, ...last].map((one) => w.write(one)).join(', ')})`;
  }
  return `(${w.write(inner)})`;
}

function fieldLines(w: Writer, part: Field, on: string): string[] {
  const own = w.source.comments.before(part.start);
  const name = fieldName(w, part);
  const value = part.value as Node | null | undefined;
  const lines = value ? resultLines(w, value, `${on}${name}`) : [];
  const inside = w.source.comments.before(part.end);
  const after = w.source.comments.after(part.end);
  if (after !== null && lines.length > 0) lines[lines.length - 1] += `  ${after}`;
  return [...own, ...inside, ...lines];
}

function fieldName(w: Writer, part: Field | Method): string {
  if (part.key.type === 'Identifier' && !('computed' in part && part.computed)) return pythonName(part.key.name);
  if (part.key.type === 'PrivateName') return `_${part.key.id.name}`;
  return w.refuse(part, t('This name cannot be written in Python.'));
}

/** `__init__`, where the class has something to set. */
function initialiser(w: Writer, node: ClassNode, constructor: Of<'ClassMethod'> | null, fields: Field[]): string[] | null {
  const isDerived = node.superClass !== null && node.superClass !== undefined;
  const given = (lines: Field[]): string[] => lines.flatMap((part) => fieldLines(w, part, 'self.'));
  if (!constructor) {
    const lines = given(fields);
    if (!lines.some((line) => !line.startsWith('#'))) return null;
    const calls = isDerived && calledHelper(w.scopes, node.superClass as Node) !== 'uninitialized';
    const above = calls ? passedOn(w, node) : null;
    return [
      `def __init__(self${above ? `, ${above}` : ''}):`,
      ...indented([...(calls ? [`super().__init__(${above ?? ''})`] : []), ...lines]),
    ];
  }
  const documentation = w.source.comments.documentation(constructor.start);
  const before = w.source.comments.before(constructor.start);
  const named = namedArguments(w, constructor);
  const statements = (constructor.body.body as Node[]).slice(named === null ? 0 : 1);
  let at = statements.findIndex(
    (part) =>
      part.type === 'ExpressionStatement' &&
      isCall(bare(part.expression as Node)) &&
      bare((bare(part.expression as Node) as Of<'CallExpression'>).callee as Node).type === 'Super',
  );
  // Python's schedulers run their first step within `super().__init__()`, which has to see what is set.
  const step = statements.findIndex(isFirstStep);
  if (at >= 0 && step > at) {
    const [call] = statements.splice(at, 1);
    at = step - 1;
    statements[at] = call!;
  }
  // The class that is not initialized has no constructor to call.
  if (at >= 0 && node.superClass && calledHelper(w.scopes, node.superClass as Node) === 'uninitialized') {
    statements.splice(at, 1);
    at = -1;
  }
  const { text, lines } = parameters(w, constructor);
  const [properties, others] = [lines.filter((line) => line.startsWith('self.')), lines.filter((line) => !line.startsWith('self.'))];
  const body = [
    ...others,
    ...w.block(statements.slice(0, at + 1), at >= 0 ? statements[at]!.end : constructor.body.start!),
    ...properties,
    ...given(fields),
    ...w.block(statements.slice(at + 1), constructor.body.end! - 1),
  ];
  if (isNamedTuple(w, node)) {
    const names = text.split(', ').map((one) => one.replace(/=.*$/s, ''));
    return [...before, `def __new__(cls, ${text}):`, ...indented([...others, `return super().__new__(cls, ${names.join(', ')})`])];
  }
  const all = [...documented(documentation), ...body];
  return [
    ...before,
    withinClass(w, node, `def __init__(self${text && `, ${text}`}${named === null ? '' : `, **${named}`}):`),
    ...indented(all.length > 0 ? all : ['pass']),
  ];
}

/** `this._initial_step()` */
const isFirstStep = (node: Node): boolean =>
  node.type === 'ExpressionStatement' &&
  isCall(bare(node.expression as Node)) &&
  methodName(bare(node.expression as Node)) === '_initial_step';

/** The arguments that a class without a constructor passes to its base class. */
function passedOn(w: Writer, node: ClassNode): string | null {
  const kind = w.kinds.of(node.superClass as Node);
  if (kind.is === 'library') return kind.path === 'torch.nn.Module' || /Dataset$/.test(kind.path) ? null : '*args, **kwargs';
  if (kind.is !== 'class') return null;
  const above = w.kinds.ownFunction(node.superClass as Node);
  return above ? (above.params.length > 0 ? '*args' : null) : kind.node.superClass ? passedOn(w, kind.node) : null;
}

const TEXTS = new Set(['toString']);

function method(w: Writer, node: ClassNode, part: Method): string[] {
  const documentation = w.source.comments.documentation(part.start);
  const before = w.source.comments.before(part.start);
  const isData = /^torch\.utils\.data\./.test(w.kinds.classes.libraryBase(node) ?? '');
  const isIterator = 'computed' in part && part.computed === true;
  const own = isIterator ? '__iter__' : fieldName(w, part);
  const isLength = part.kind === 'get' && own === 'length';
  const name = isLength ? '__len__' : isData && own === 'get' ? '__getitem__' : TEXTS.has(own) ? '__repr__' : own;
  const isOfClass = part.static && usesThis(part);
  const decorator = part.static
    ? [isOfClass ? '@classmethod' : '@staticmethod']
    : isLength
      ? []
      : part.kind === 'get'
        ? ['@property']
        : part.kind === 'set'
          ? [`@${name}.setter`]
          : [];
  const lines = definition(w, name, part, isOfClass ? 'cls' : part.static ? '' : 'self', documentation);
  const at = lines.findIndex((line) => line.startsWith('def '));
  if (at >= 0) lines[at] = withinClass(w, node, lines[at]!);
  return [...before, ...decorator, ...lines];
}

/** Within its class, Python has no name for it yet: a default that all calls share is a name of the class. */
function withinClass(w: Writer, node: ClassNode, head: string): string {
  const on = node.id ? target(w, node.id as Node) : null;
  return on === null ? head : head.replaceAll(new RegExp(`=${on}\\.(?=\\w)`, 'g'), '=');
}

/** An enum as a class of constants. */
export function enumLines(w: Writer, node: Of<'TSEnumDeclaration'>): string[] {
  let next = 0;
  const lines = (node.members as Of<'TSEnumMember'>[]).map((member) => {
    const name = member.id.type === 'Identifier' ? pythonName(member.id.name) : pythonName(member.id.value);
    const value = member.initializer as Node | null | undefined;
    if (value && bare(value).type === 'NumericLiteral') next = (bare(value) as Of<'NumericLiteral'>).value;
    const text = value ? w.write(value) : String(next);
    next++;
    return `${name} = ${text}`;
  });
  return [`class ${target(w, node.id as Node)}:`, ...indented(lines.length > 0 ? lines : ['pass'])];
}

function usesThis(node: Node): boolean {
  return [...descendants(node)].some((one) => one.type === 'ThisExpression');
}
