/** Calls: of PyTorch with keywords, of the program's own functions, and of TypeScript's own functions. */
import { collectsNames } from './functions.js';
import { t } from '../../../protocol/l10n.js';
import { atom, type Code, level, within } from './code.js';
import { dict, element, isNumbers, keywords, tuple } from './collections.js';
import { isNothing } from './conditions.js';
import { dictOf } from './dicts.js';
import { globalFunction, globalMethod } from './globals.js';
import { iterable } from './iterables.js';
import { isContext, type Kind } from '../kinds/kind.js';
import { isInPython } from '../reading/besides.js';
import { index, property } from './members.js';
import { builtin } from './methods.js';
import { pythonName } from './names.js';
import { mixedCall, moduleCall, operatorCall, ownClass, pythonCall, printWith } from './pythonCalls.js';
import { calledHelper, pythonHelper } from '../kinds/pythonHelper.js';
import { isPythonModule } from './pythonImports.js';
import {
  bare,
  type CallNode,
  type FunctionNode,
  isArrow,
  isCall,
  isClass,
  isFunction,
  isMember,
  memberName,
  type Node,
  type Of,
  receiver,
} from '../reading/tree.js';
import type { Writer } from './writer.js';

type Call = Of<'CallExpression' | 'OptionalCallExpression'>;

/** The result of `() => { let x; return result; }`: a list whose functions share `x`. Python declares no names. */
function withNames(node: Node): Node | null {
  if (!isArrow(node) || node.params.length > 0 || node.body.type !== 'BlockStatement') return null;
  const [declared, last, more] = node.body.body as Node[];
  const isDeclared = declared?.type === 'VariableDeclaration' && declared.declarations.every(({ init }) => !init);
  return isDeclared && last?.type === 'ReturnStatement' && !more ? ((last.argument ?? null) as Node | null) : null;
}

/** True for `f` of `f = singledispatch(…)`: `f.register('int')` tells a function for a type. */
function isDispatched(w: Writer, node: Node): boolean {
  const variable = node.type === 'Identifier' ? w.scopes.of(node) : null;
  return variable?.sources.some((one) => one.how === 'value' && calledHelper(w.scopes, one.node) === 'singledispatch') ?? false;
}

export function writeCall(w: Writer, node: Call): Code {
  const callee = bare(node.callee as Node);
  const args = node.arguments as Node[];
  if (callee.type === 'Identifier' && !w.scopes.of(callee)) return globalFunction(w, callee.name, args, node);
  const result = withNames(callee);
  if (result && args.length === 0) return w.expression(result);
  const helper = pythonHelper(w.scopes, callee);
  const isRange = helper === 'range' && !w.isPassing(node) && !isHandedOn(w, node);
  if (isRange) return atom(`list(range(${writeArguments(w, node)}))`);
  const plain = helper === null ? null : pythonCall(w, helper, args);
  if (plain) return plain;
  if (callee.type === 'Super') return atom(`super().__init__(${writeArguments(w, node)})`);
  const name = memberName(callee);
  if (isMember(callee) && name !== null) {
    const on = receiver(node);
    if (name === 'register' && isDispatched(w, on))
      return atom(
        `${within(w.expression(on), level.atom)}.register(${args.map((one) => (one.type === 'StringLiteral' ? one.value : w.write(one))).join(' | ')})`,
      );
    if (name === 'with' && pythonHelper(w.scopes, on) === 'print') return printWith(w, args);
    if (name === 'redirected' && pythonHelper(w.scopes, on) === 'print') {
      w.imports.add('from contextlib import redirect_stdout');
      return atom(`redirect_stdout(${args.map((one) => element(w, one)).join(', ')})`);
    }
    if (on.type === 'Identifier' && !w.scopes.of(on)) return globalMethod(w, on.name, name, args, node);
    const kind = w.kinds.of(on);
    if (callee.optional || node.optional) return optionalCall(w, node, on, name, kind);
    if (kind.is === 'library' && isContext(name) && isArrow(args.at(-1)))
      return atom(
        `${w.write(callee)}(${args
          .slice(0, -1)
          .map((arg) => element(w, arg))
          .join(', ')})(${w.write(args.at(-1)!)})()`,
      );
    // In Python, `x.method` is already bound to its object, so `bind` is left out.
    if (name === 'bind' && args.length === 1 && isMember(on)) return w.expression(on);
    const own = ofPrototype(w, on);
    if (own !== null && args[0] && name === 'call') return atom(`${own}(${args.map((one) => element(w, one)).join(', ')})`);
    if (own !== null && args[1] && name === 'apply')
      return atom(`${own}(${w.write(args[0]!)}, *${within(w.expression(args[1]), level.atom)})`);
    const module = pythonHelper(w.scopes, on);
    if (module === 'mixed') return mixedCall(w, name, args);
    if (module !== null && isPythonModule(module)) return moduleCall(w, module, name, args);
    if (kind.is === 'library' && !isInPython(`${kind.path}.${name}`))
      return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", name)));
    if (kind.is === 'library' && kind.path === 'numpy' && args[0] && ARRAYS[name])
      return atom(`${within(w.expression(args[0]), level.atom)}.${ARRAYS[name]}`);
    return methodCall(w, node, on, name, kind, within(w.expression(on), level.atom));
  }
  if (node.optional) return optionalCall(w, node, callee, null, w.kinds.of(callee));
  return atom(`${within(w.expression(callee), level.atom)}(${writeArguments(w, node)})`);
}

/** Functions that only the model file's NumPy has. In Python they are a method and an attribute of the value. */
const ARRAYS: Readonly<Record<string, string>> = { from_tensor: 'numpy()', dtype_of: 'dtype' };

/** `Class.method` for `Class.prototype.method`. The caller passes the object as the first argument. */
function ofPrototype(w: Writer, node: Node): string | null {
  const method = memberName(node);
  const of = isMember(node) ? (node.object as Node) : null;
  if (method === null || of === null || !isMember(of) || memberName(of) !== 'prototype') return null;
  return `${within(w.expression(of.object as Node), level.atom)}.${method}`;
}

function methodCall(w: Writer, node: Call, on: Node, name: string, kind: Kind, text: string): Code {
  const args = node.arguments as Node[];
  if (kind.is === 'class' && w.isPython) {
    const made = ownClass(w, kind.node, name, text, args);
    if (made) return made;
  }
  const isOwn =
    kind.is === 'library' ||
    ((kind.is === 'instance' || kind.is === 'class') && w.kinds.classes.method(kind.node, name) !== null) ||
    kind.is === 'record';
  if (!isOwn) {
    const found = builtin(w, node, on, name, kind, text);
    if (found) return found;
  }
  const [only] = args;
  if (name === 'index' && args.length === 1 && only?.type === 'SpreadElement' && !isOwn)
    return atom(`${text}[tuple(${w.write(only.argument as Node)})]`);
  const written = w.isPython && bare(on).type !== 'Super' && args.length === 1 ? operatorCall(w, name, on, only!) : null;
  if (written) return written;
  const isIndexed = kind.is !== 'library' || /^numpy\.[cr]_$/.test(kind.path);
  if (name === 'index' && isIndexed && args.length > 0 && (!isOwn || kind.is === 'library'))
    return atom(`${text}[${args.map((arg) => index(w, arg, { is: 'tensor' })).join(', ')}]`);
  if (name === 'get' && args.length === 1 && isDataset(w, kind)) return atom(`${text}[${w.write(args[0]!)}]`);
  if (kind.is === 'dict' || (kind.is === 'record' && kind.fields.has(name)))
    return atom(`${property(w, text, kind, name)}(${writeArguments(w, node)})`);
  // The same operators serve arrays and tensors.
  const sign = name === 'matmul' ? '@' : name === 'floor_divide' ? '//' : null;
  if (sign !== null && w.isPython && args.length === 1 && !isOwn && args[0]?.type !== 'ObjectExpression')
    return { text: `${text} ${sign} ${within(w.expression(args[0]!), level.sign)}`, level: level.product };
  const call = `${text}.${pythonName(name)}(${writeArguments(w, node)})`;
  return atom(!isOwn && !w.isPython && GIVEN_ONCE.test(name) && !w.isPassing(node) ? `list(${call})` : call);
}

/** Methods that return a list in a model file and, in PyTorch, an iterator that can be used only once. */
const GIVEN_ONCE = /^(named_)?(parameters|buffers|children|modules)$/;

/** `x?.f()` */
function optionalCall(w: Writer, node: Call, on: Node, name: string | null, kind: Kind): Code {
  const object = w.expression(on);
  const isShort = /^[\w.]+$/.test(object.text);
  const text = isShort ? object.text : w.invent('value');
  const test = isShort ? `${text} is not None` : `(${text} := ${within(object, level.ternary)}) is not None`;
  const call = name === null ? `${text}(${writeArguments(w, node)})` : methodCall(w, node, on, name, kind, text).text;
  return { text: `${call} if ${test} else None`, level: level.ternary };
}

const isDataset = (w: Writer, kind: Kind): boolean =>
  kind.is === 'torch' || (kind.is === 'instance' && /^torch\.utils\.data\./.test(w.kinds.classes.libraryBase(kind.node) ?? ''));

export function writeNew(w: Writer, node: Of<'NewExpression'>): Code {
  const callee = bare(node.callee as Node);
  const args = node.arguments as Node[];
  if (callee.type === 'Identifier' && !w.scopes.of(callee)) return madeByName(w, callee.name, args, node);
  // Python's KeyError shows the `repr` of its key itself.
  const [key] = args;
  if (key && pythonHelper(w.scopes, callee) === 'KeyError' && calledHelper(w.scopes, key) === 'repr')
    return atom(`${w.write(callee)}(${w.write((bare(key) as Call).arguments[0] as Node)})`);
  return atom(`${within(w.expression(callee), level.atom)}(${writeArguments(w, node)})`);
}

const ERRORS: Readonly<Record<string, string>> = {
  Error: 'Exception',
  RangeError: 'ValueError',
  TypeError: 'TypeError',
  SyntaxError: 'ValueError',
};

function madeByName(w: Writer, name: string, args: Node[], node: Node): Code {
  const [first] = args;
  if (ERRORS[name]) return atom(`${ERRORS[name]}(${first ? w.write(first) : ''})`);
  if (name === 'Object' && !first) return atom('object()');
  if (name === 'Map') return atom(first ? dictOf(w, first) : '{}');
  if (name === 'Set') return atom(first ? `set(${iterable(w, first)})` : 'set()');
  if (name === 'Array')
    return args.length === 1
      ? { text: `[None] * ${within(w.expression(first!), level.sign)}`, level: level.product }
      : atom(`[${args.map((arg) => element(w, arg)).join(', ')}]`);
  if (/^(Float|Int|Uint)\d+(Clamped)?Array$/.test(name)) {
    const kind = first ? w.kinds.of(first) : null;
    if (kind && (kind.is === 'nat' || kind.is === 'int' || kind.is === 'number'))
      return { text: `[0] * ${within(w.expression(first!), level.sign)}`, level: level.product };
    return atom(first ? `list(${iterable(w, first)})` : '[]');
  }
  return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", `new ${name}`)));
}

/** Functions that take a dict where others take keywords, or a tuple where others take a list. */
const TAKES_DICT = /^(load_state_dict|add_param_group|functional_call|ModuleDict|ParameterDict|save|Sequential)$/;
const TAKES_TUPLES = /^torch\.(func|autograd\.functional)\./;

/**
 * The arguments of a call. An object at the end becomes keywords for PyTorch, and a Record for the program's own
 * functions.
 */
export function writeArguments(w: Writer, node: CallNode): string {
  const callee = bare(node.callee as Node);
  const args = node.arguments as Node[];
  const kind = callee.type === 'Super' ? superKind(w, callee) : w.kinds.of(callee);
  const own = kind.is === 'function' || kind.is === 'class' || kind.is === 'instance' ? w.kinds.ownFunction(callee) : ownMethod(w, callee);
  const path = kind.is === 'library' ? kind.path : '';
  const name = path ? path.slice(path.lastIndexOf('.') + 1) : (memberName(callee) ?? '');
  const only = own || kind.is !== 'any' ? null : onlyMethod(w, memberName(callee));
  // `x.show(dict({ wide: true }))`, of a method with `**options`
  const isNamed = (arg: Node, i: number): boolean =>
    calledHelper(w.scopes, arg) === 'dict' && only !== null && isFunction(only) && collectsNames(w, only.params[i] as Node | undefined);
  const found = own ?? (args.some((arg, i) => isNothing(arg) || isNamed(arg, i)) ? only : null);
  if (found && isFunction(found)) return ownArguments(w, found, args);
  const fields = args.some((arg) => isNothing(arg)) ? fieldsOf(w, callee) : null;
  if (fields) return byField(w, fields, args);
  if (own)
    return args
      .map((arg) => element(w, arg))
      .filter((text) => text !== '')
      .join(', ');
  return args
    .map((arg, i) => {
      const inner = bare(arg);
      const isLast = i === args.length - 1;
      const takesDict = TAKES_DICT.test(name) && !(name === 'load_state_dict' && i > 0);
      if (inner.type === 'ObjectExpression' && isLast && !takesDict && !(callee.type === 'Super' && /optim/.test(path)))
        return keywords(w, inner);
      if (inner.type === 'ObjectExpression' && name === 'Sequential') return ordered(w, inner);
      if (inner.type === 'ObjectExpression') return dict(w, inner);
      if (isLast && i > 0 && isOptions(w, inner, path) && !TAKES_DICT.test(name)) return `**${within(w.expression(inner), level.atom)}`;
      if (
        inner.type === 'ArrayExpression' &&
        (TAKES_TUPLES.test(path) || (node.type === 'NewExpression' && isNumbers(w, inner) && !name.endsWith('Tensor')))
      )
        return tuple(w, inner);
      return isNothing(arg) ? 'None' : element(w, arg);
    })
    .filter((text) => text !== '')
    .join(', ');
}

/** The arguments for the program's own function. After an argument that is left out, the others are given by name. */
function ownArguments(w: Writer, own: FunctionNode, args: readonly Node[]): string {
  const gap = args.findIndex((arg) => isNothing(arg) && bare(arg).type !== 'NullLiteral');
  const names = (own.params as Node[]).map((param) => nameOf(w, param));
  const isNamed = gap >= 0 && args.length <= names.length && names.slice(gap, args.length).every((name) => name !== null);
  return args
    .map((arg, i) => {
      if (collectsNames(w, own.params[i] as Node | undefined) && arg.type !== 'SpreadElement') return byNames(w, arg);
      if (!isNamed || i < gap) return element(w, arg);
      return isNothing(arg) && bare(arg).type !== 'NullLiteral' ? '' : `${names[i]}=${element(w, arg)}`;
    })
    .filter((text) => text !== '')
    .join(', ');
}

/** The fields of a class that `namedtuple` made. */
function fieldsOf(w: Writer, callee: Node): string[] | null {
  const variable = callee.type === 'Identifier' ? w.scopes.of(callee) : null;
  for (const one of variable?.sources ?? []) {
    const made = one.how === 'value' && calledHelper(w.scopes, one.node) === 'namedtuple' ? bare(one.node) : null;
    const list = made && isCall(made) ? bare(made.arguments[1] as Node) : null;
    if (list?.type === 'ArrayExpression') return (list.elements as Node[]).map((name) => (name.type === 'StringLiteral' ? name.value : ''));
  }
  return null;
}

/** The parts of a named tuple: after one that is left out, the others are given by name. */
function byField(w: Writer, fields: readonly string[], args: readonly Node[]): string {
  const isLeft = (arg: Node): boolean => isNothing(arg) && bare(arg).type !== 'NullLiteral';
  const gap = args.findIndex(isLeft);
  return args
    .flatMap((arg, i) => (isLeft(arg) ? [] : [gap >= 0 && i > gap ? `${fields[i] ?? ''}=${element(w, arg)}` : element(w, arg)]))
    .join(', ');
}

/** A dict of what is given by name. */
function byNames(w: Writer, arg: Node): string {
  if (isNothing(arg)) return '';
  const inner = bare(arg);
  const given = calledHelper(w.scopes, inner) === 'dict' && isCall(inner) ? inner.arguments.map((one) => bare(one as Node)) : [inner];
  const [object] = given;
  if (!object) return '';
  return object.type === 'ObjectExpression' ? keywords(w, object) : `**${within(w.expression(object), level.atom)}`;
}

function nameOf(w: Writer, param: Node): string | null {
  if (param.type === 'TSParameterProperty') return nameOf(w, param.parameter as Node);
  if (param.type === 'AssignmentPattern') return nameOf(w, param.left as Node);
  return param.type === 'Identifier' ? (w.scopes.of(param)?.python ?? param.name) : null;
}

const isOptions = (w: Writer, node: Node, path: string): boolean => {
  const kind = w.kinds.of(node);
  return path !== '' && (kind.is === 'record' || kind.is === 'dict') && node.type !== 'ObjectExpression';
};

function ownMethod(w: Writer, callee: Node): Node | null {
  const name = memberName(callee);
  if (!isMember(callee) || name === null) return null;
  const object = bare(callee.object as Node);
  const kind = object.type === 'Super' ? superKind(w, object) : w.kinds.of(object);
  if (kind.is === 'record') return kind.fields.get(name)?.is === 'function' ? callee : null;
  return kind.is === 'instance' || kind.is === 'class' ? w.kinds.classes.method(kind.node, name) : null;
}

function superKind(w: Writer, node: Node): Kind {
  for (let at: Node | undefined = node; at; at = w.parents.get(at))
    if ((at.type === 'ClassDeclaration' || at.type === 'ClassExpression') && at.superClass) return w.kinds.of(at.superClass as Node);
  return { is: 'any' };
}

/** The layers of a `Sequential` by their names, in PyTorch's form. */
function ordered(w: Writer, node: Of<'ObjectExpression'>): string {
  w.imports.add('from collections import OrderedDict');
  return `OrderedDict(${dict(w, node)})`;
}

/** True when a list is passed to a Python function that only iterates over it. */
function isHandedOn(w: Writer, node: Node): boolean {
  const call = w.parents.get(node);
  return call !== undefined && isCall(call) && !/^(print|str|repr|fmt)$/.test(calledHelper(w.scopes, call) ?? 'print');
}

/** The method with this name, if the program's classes have only one. */
function onlyMethod(w: Writer, name: string | null): Node | null {
  const program = w.source.program as Of<'Program'>;
  const all = (program.body as Node[])
    .filter(isClass)
    .flatMap((node) =>
      (node.body.body as Node[]).filter((part) => part.type === 'ClassMethod' && 'name' in part.key && part.key.name === name),
    );
  return all.length === 1 ? all[0]! : null;
}
