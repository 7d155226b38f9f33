/** Writes expressions of TypeScript as expressions of Python. */
import { mutation } from './mutations.js';
import { floatArguments, isWholeFloat } from '../../../language/floats.js';
import { t } from '../../../protocol/l10n.js';
import { writeCall, writeNew } from './calls.js';
import { atom, type Code, level, quoted, within } from './code.js';
import { array, object } from './collections.js';
import { condition, isNothing } from './conditions.js';
import { writeFunctionValue } from './functions.js';
import { isNumber, isWhole, type Kind } from '../kinds/kind.js';
import { index, property } from './members.js';
import { mixedName } from './pythonCalls.js';
import { pythonHelper } from '../kinds/pythonHelper.js';
import { pythonImport } from './pythonImports.js';
import { textOf, writeText } from './texts.js';
import { bare, isCall, isMember, memberName, type MemberNode, methodName, type Node, type Of, receiver } from '../reading/tree.js';
import type { Writer } from './writer.js';

export function expression(w: Writer, written: Node): Code {
  if (w.floats.delete(written)) {
    const raw = isWholeFloat(written) && written.type === 'NumericLiteral' ? (written.extra?.raw as string) : null;
    return atom(raw ?? `float(${w.write(written)})`);
  }
  const node = bare(written);
  switch (node.type) {
    case 'NumericLiteral':
      return atom(w.isPython || isReadAsFloat(w, node) ? String(node.extra!.raw).replace(/^\./, '0.') : numberText(node));
    case 'StringLiteral':
      return atom(quoted(node.value));
    case 'BooleanLiteral':
      return atom(node.value ? 'True' : 'False');
    case 'NullLiteral':
      return atom('None');
    case 'TemplateLiteral':
      return writeText(w, node);
    case 'ThisExpression':
      return atom(isOfClass(w, node) ? 'cls' : 'self');
    case 'Identifier':
      return identifier(w, node);
    case 'ArrayExpression':
      return atom(array(w, node));
    case 'ObjectExpression':
      return atom(object(w, node));
    case 'UnaryExpression':
      return unary(w, node);
    case 'BinaryExpression':
      return binary(w, node.operator, node.left as Node, node.right as Node, node);
    case 'LogicalExpression':
      return logical(w, node);
    case 'ConditionalExpression': {
      const [test, yes, no] = [
        condition(w, node.test as Node),
        w.expression(node.consequent as Node),
        w.expression(node.alternate as Node),
      ];
      return { text: `${within(yes, level.or)} if ${within(test, level.or)} else ${within(no, level.ternary)}`, level: level.ternary };
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return member(w, node);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return writeCall(w, node);
    case 'NewExpression':
      return writeNew(w, node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ObjectMethod':
      return writeFunctionValue(w, node);
    case 'AssignmentExpression':
      if (node.operator === '=' && node.left.type === 'Identifier')
        return {
          text: `(${w.write(node.left as Node)} := ${within(w.expression(node.right as Node), level.ternary)})`,
          level: level.atom,
        };
      break;
    case 'UpdateExpression': {
      const name = bare(node.argument as Node);
      if (name.type !== 'Identifier') break;
      const [text, sign, back] = [w.write(name), node.operator[0]!, node.operator[0] === '+' ? '-' : '+'];
      return node.prefix ? atom(`(${text} := ${text} ${sign} 1)`) : { text: `(${text} := ${text} ${sign} 1) ${back} 1`, level: level.sum };
    }
    case 'SequenceExpression':
      return atom(`(${(node.expressions as Node[]).map((part) => within(w.expression(part), level.ternary)).join(', ')})[-1]`);
    case 'Super':
      return atom('super()');
    case 'YieldExpression':
      return {
        text: `(yield${node.delegate ? ' from' : ''}${node.argument ? ` ${w.write(node.argument as Node)}` : ''})`,
        level: level.atom,
      };
    case 'RegExpLiteral':
      return atom(w.refuse(node, t('A regular expression is only written where a text is replaced or split by it.')));
    default:
  }
  return atom(w.refuse(node, t('This expression cannot be written in Python: give it a statement of its own.')));
}

/** True in a static method, where `this` is the class. */
export function isOfClass(w: Writer, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = w.parents.get(at)) if (at.type === 'ClassMethod') return at.static;
  return false;
}

/** True for a whole float such as 1.0 in a list or in the data of a tensor: a tensor takes it for a float. */
function isReadAsFloat(w: Writer, node: Of<'NumericLiteral'>): boolean {
  const parent = w.parents.get(node);
  const [written, around] = parent?.type === 'UnaryExpression' ? [parent as Node, w.parents.get(parent)] : [node as Node, parent];
  const above = around?.type === 'ObjectProperty' ? w.parents.get(w.parents.get(around)!) : around;
  if (!above || !isWholeFloat(written)) return false;
  return above.type === 'ArrayExpression' || floatArguments(above).includes(written);
}

/** Elsewhere, whole numbers become ints: 1.0 becomes 1. */
function numberText(node: Of<'NumericLiteral'>): string {
  const raw = (node.extra?.raw as string | undefined) ?? String(node.value);
  if (/^0[xob]/i.test(raw)) return raw;
  if (!Number.isInteger(node.value)) return raw.startsWith('.') ? `0${raw}` : raw;
  return /^\d[\d_]*$/.test(raw) ? raw : Math.abs(node.value) <= Number.MAX_SAFE_INTEGER ? String(node.value) : raw;
}

function identifier(w: Writer, node: Of<'Identifier'>): Code {
  const variable = w.scopes.of(node);
  if (variable) {
    const helper = pythonHelper(w.scopes, node);
    if (helper !== null && !pythonImport(helper)) return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", helper)));
    if (helper === 'tuple_of') return atom('tuple');
    const kind = w.kinds.ofVariable(variable);
    return atom(kind.is === 'library' && kind.path === 'torch' ? 'torch' : variable.python);
  }
  if (node.name === 'undefined') return atom('None');
  if (node.name === 'Infinity') return atom("float('inf')");
  if (node.name === 'NaN') return atom("float('nan')");
  if (node.name === 'Object') return atom('object');
  if (node.name === 'Number' || node.name === 'String' || node.name === 'Boolean')
    return atom({ Number: 'float', String: 'str', Boolean: 'bool' }[node.name]);
  return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", node.name)));
}

function unary(w: Writer, node: Of<'UnaryExpression'>): Code {
  const argument = node.argument as Node;
  switch (node.operator) {
    case '!': {
      const inner = bare(argument);
      if (inner.type === 'UnaryExpression' && inner.operator === '!') return atom(`bool(${condition(w, inner.argument as Node).text})`);
      return { text: `not ${within(condition(w, argument), level.not)}`, level: level.not };
    }
    case '-':
      if (bare(argument).type === 'Identifier' && (bare(argument) as Of<'Identifier'>).name === 'Infinity') return atom("float('-inf')");
      return { text: `-${within(w.expression(argument), level.sign)}`, level: level.sign };
    case '~':
      return { text: `~${within(w.expression(argument), level.sign)}`, level: level.sign };
    case '+':
      return isNumber(w.kinds.of(argument)) ? w.expression(argument) : atom(`float(${w.write(argument)})`);
    case 'typeof':
      return atom(w.refuse(node, t("'typeof' is only written where it is compared with the name of a type.")));
    case 'void':
      return changed(w, argument) ?? withoutResult(w, argument) ?? notHere(w, node);
    default:
      return notHere(w, node);
  }
}

const notHere = (w: Writer, node: Node): Code =>
  atom(w.refuse(node, t('This expression cannot be written in Python: give it a statement of its own.')));

/** A change of a dict as an expression whose value is None: `void d.set(key, value)`. */
function changed(w: Writer, node: Node): Code | null {
  const inner = bare(node);
  if (!isCall(inner) || !isMember(inner.callee as Node)) return null;
  const of = receiver(inner);
  const method = { set: '__setitem__', delete: '__delitem__' }[methodName(inner) ?? ''];
  if (method === undefined || w.kinds.of(of).is !== 'map') return null;
  return atom(`${within(w.expression(of), level.atom)}.${method}(${(inner.arguments as Node[]).map((one) => w.write(one)).join(', ')})`);
}

/** A call whose result is not used, as an expression: `void list.push(x)`. */
function withoutResult(w: Writer, node: Node): Code | null {
  const inner = bare(node);
  if (!isCall(inner)) return null;
  const { length } = w.pending;
  const [line, ...more] = mutation(w, inner) ?? [w.write(inner)];
  const isCallOnly = line !== undefined && more.length === 0 && w.pending.length === length && /^\w[^\s=]*\(.*\)$/s.test(line);
  return isCallOnly ? atom(line) : null;
}

const LEVELS: Readonly<Record<string, number>> = {
  '|': level.bitOr,
  '^': level.bitXor,
  '&': level.bitAnd,
  '<<': level.shift,
  '>>': level.shift,
  '+': level.sum,
  '-': level.sum,
  '*': level.product,
  '/': level.product,
  '%': level.product,
};

export function binary(w: Writer, operator: string, left: Node, right: Node, node: Node): Code {
  if (/^[!=]==?$/.test(operator)) return equality(w, operator, left, right);
  if (operator === 'instanceof') return instanceOf(w, left, right);
  if (operator === 'in')
    return { text: `${within(w.expression(left), level.bitOr)} in ${within(w.expression(right), level.bitOr)}`, level: level.comparison };
  if (operator === '**') {
    const [base, exponent] = [w.expression(left), w.expression(right)];
    return { text: `${within(base, level.atom)} ** ${within(exponent, level.sign)}`, level: level.power };
  }
  const [a, b] = [w.kinds.of(left), w.kinds.of(right)];
  if (operator === '+' && (a.is === 'str') !== (b.is === 'str')) return joined(w, left, right);
  if (operator === '/') return division(w, left, right, a, b, node);
  if (
    operator === '%' &&
    !w.isPython &&
    !(a.is === 'nat' && b.is === 'nat') &&
    a.is !== 'tensor' &&
    b.is !== 'tensor' &&
    a.is !== 'torch' &&
    b.is !== 'torch'
  )
    return atom(`${w.use('remainder')}(${w.write(left)}, ${w.write(right)})`);
  const at = LEVELS[operator] ?? (/^[<>]=?$/.test(operator) ? level.comparison : null);
  if (at === null) return atom(w.refuse(node, t("Python has nothing in place of '{0}'.", operator)));
  return {
    text: `${within(w.expression(left), at === level.comparison ? at + 1 : at)} ${operator} ${within(w.expression(right), at + 1)}`,
    level: at,
  };
}

/** `+` between a string and another value. The other value is first converted to a string. */
function joined(w: Writer, left: Node, right: Node): Code {
  return { text: `${within(textOf(w, left), level.sum)} + ${within(textOf(w, right), level.product)}`, level: level.sum };
}

/** A division. If two integers give a whole result, the result is an int. */
function division(w: Writer, left: Node, right: Node, a: Kind, b: Kind, node: Node): Code {
  const plain = (sign: string): Code => ({
    text: `${within(w.expression(left), level.product)} ${sign} ${within(w.expression(right), level.sign)}`,
    level: level.product,
  });
  if (w.isPython) return plain('/');
  const mayBeWhole = (kind: Kind): boolean => isWhole(kind) || kind.is === 'any';
  if (!mayBeWhole(a) || !mayBeWhole(b)) return plain('/');
  const [x, y] = [bare(left), bare(right)];
  if (x.type === 'NumericLiteral' && y.type === 'NumericLiteral') return plain(Number.isInteger(x.value / y.value) ? '//' : '/');
  const use = usedAs(w, node);
  if (use !== null) return plain(use === 'size' ? '//' : '/');
  return atom(`${w.use('divide')}(${w.write(left)}, ${w.write(right)})`);
}

// not operations: functions of Math
const REAL = /^(sqrt|exp|log|log2|log10|log1p|sin|cos|tan|tanh|pow|abs|hypot|cbrt|toFixed|floor|round|ceil|trunc)$/;
const SIZES =
  // not operations: words of a translation that take sizes
  /^(view|reshape|expand|repeat|permute|narrow|chunk|split|flatten|unflatten|size|select|zeros|ones|empty|randn|rand|slice|range|arange)$/;

/**
 * The use of a quotient of integers: 'size' where only an integer may stand, 'real' where an int serves as well as a
 * float.
 */
function usedAs(w: Writer, node: Node): 'size' | 'real' | null {
  let at = node;
  let parent = w.parents.get(at);
  while (parent && bare(parent) !== parent) [at, parent] = [parent, w.parents.get(parent)];
  if (!parent) return null;
  if (parent.type === 'BinaryExpression') {
    if (/^([<>]=?|[!=]==?)$/.test(parent.operator)) return 'real';
    const other = w.kinds.of((parent.left === at ? parent.right : parent.left) as Node);
    if (other.is === 'number') return 'real';
    // Beside an integer, the use is that of the whole expression.
    return isNumber(other) && parent.operator !== '/' ? usedAs(w, parent) : null;
  }
  if (isMember(parent)) {
    const name = memberName(parent);
    return name !== null && REAL.test(name) ? 'real' : parent.computed && parent.property === at ? 'size' : null;
  }
  if (isCall(parent) && (parent.arguments as Node[]).includes(at)) {
    const name = methodName(parent);
    return name === null ? null : REAL.test(name) ? 'real' : SIZES.test(name) ? 'size' : null;
  }
  return null;
}

function equality(w: Writer, operator: string, left: Node, right: Node): Code {
  const isNot = operator.startsWith('!');
  const typed = typeTest(w, left, right) ?? typeTest(w, right, left);
  if (typed) return isNot ? { text: `not ${typed.text}`, level: level.not } : typed;
  const [a, b] = [w.kinds.of(left), w.kinds.of(right)];
  const is = (x: Code, y: Code): Code => ({
    text: `${within(x, level.bitOr)} ${isNot ? 'is not' : 'is'} ${within(y, level.bitOr)}`,
    level: level.comparison,
  });
  if (isNothing(left) || isNothing(right)) return is(w.expression(isNothing(left) ? right : left), atom('None'));
  const equal = (): Code => ({
    text: `${within(w.expression(left), level.bitOr)} ${isNot ? '!=' : '=='} ${within(w.expression(right), level.bitOr)}`,
    level: level.comparison,
  });
  const found = foundIn(w, left, right, isNot);
  if (found) return found;
  if (operator.length === 2 || isSimple(a) || isSimple(b)) return equal();
  if (a.is === 'any' || b.is === 'any') {
    const text = `${w.use('same')}(${w.write(left)}, ${w.write(right)})`;
    return isNot ? { text: `not ${text}`, level: level.not } : atom(text);
  }
  return is(w.expression(left), w.expression(right));
}

/** Writes `list.indexOf(x) === -1` as `not in`. */
function foundIn(w: Writer, left: Node, right: Node, isNot: boolean): Code | null {
  const call = bare(left);
  const minus = bare(right);
  if (methodName(call) !== 'indexOf' || minus.type !== 'UnaryExpression' || !isCall(call)) return null;
  const on = bare((bare(call.callee as Node) as MemberNode).object as Node);
  return {
    text: `${within(w.expression(call.arguments[0] as Node), level.bitOr)} ${isNot ? 'in' : 'not in'} ${within(w.expression(on), level.bitOr)}`,
    level: level.comparison,
  };
}

const isSimple = (kind: Kind): boolean => isNumber(kind) || kind.is === 'str' || kind.is === 'bool';

const TYPES: Readonly<Record<string, string>> = { number: '(int, float)', string: 'str', boolean: 'bool' };

function typeTest(w: Writer, left: Node, right: Node): Code | null {
  const [asked, name] = [bare(left), bare(right)];
  if (asked.type !== 'UnaryExpression' || asked.operator !== 'typeof' || name.type !== 'StringLiteral') return null;
  const value = w.write(asked.argument as Node);
  if (name.value === 'function') return atom(`callable(${value})`);
  if (name.value === 'undefined') return { text: `${value} is None`, level: level.comparison };
  const type = TYPES[name.value];
  return atom(
    type ? `isinstance(${value}, ${type})` : w.refuse(asked, t("'typeof' is only written where it is compared with the name of a type.")),
  );
}

function instanceOf(w: Writer, left: Node, right: Node): Code {
  const type = bare(right);
  const own: Readonly<Record<string, string>> = { Array: '(list, tuple)', Error: 'Exception', Map: 'dict', Set: 'set' };
  const name = type.type === 'Identifier' && !w.scopes.of(type) ? own[type.name] : undefined;
  return atom(`isinstance(${w.write(left)}, ${name ?? w.write(right)})`);
}

function logical(w: Writer, node: Of<'LogicalExpression'>): Code {
  if (node.operator === '??') {
    const first = w.expression(node.left as Node);
    const other = w.expression(node.right as Node);
    // A name may be written twice, since reading it has no effect.
    const isShort = /^[\w.]+$/.test(first.text);
    const name = isShort ? first.text : w.invent('value');
    const test = isShort ? `${name} is not None` : `(${name} := ${within(first, level.ternary)}) is not None`;
    return { text: `${name} if ${test} else ${within(other, level.ternary)}`, level: level.ternary };
  }
  const [sign, at] = node.operator === '&&' ? ['and', level.and] : ['or', level.or];
  return { text: `${within(condition(w, node.left as Node), at)} ${sign} ${within(w.expression(node.right as Node), at + 1)}`, level: at };
}

function member(w: Writer, node: MemberNode): Code {
  const object = bare(node.object as Node);
  const name = memberName(node);
  if (name !== null && object.type === 'Identifier' && !w.scopes.of(object)) return atom(constant(w, object.name, name, node));
  if (node.optional) return optional(w, node);
  if (name !== null && pythonHelper(w.scopes, object) === 'mixed') return mixedName(w, name);
  const on = w.expression(object);
  const kind = w.kinds.of(object);
  if (name === null) return atom(`${within(on, level.atom)}[${index(w, node.property as Node, kind)}]`);
  // A value of unknown kind may be a dict in Python. For PyTorch's values, `size` is always called.
  const isField = /\b(public|declare|static|get) size\b|\bthis\.size = |\bnamedtuple\([^)]*'size'/.test(w.source.text);
  if (name === 'size' && w.isPython && (kind.is === 'any' || kind.is === 'never'))
    return atom(`${isField ? w.use('size_of') : 'len'}(${on.text})`);
  return atom(property(w, within(on, level.atom), kind, name));
}

/** `x?.y` */
function optional(w: Writer, node: MemberNode): Code {
  const object = w.expression(node.object as Node);
  const isShort = /^[\w.]+$/.test(object.text);
  const name = isShort ? object.text : w.invent('value');
  const test = isShort ? `${name} is not None` : `(${name} := ${within(object, level.ternary)}) is not None`;
  const kind = w.kinds.of(node.object as Node);
  const plain = memberName(node);
  const text = plain === null ? `${name}[${index(w, node.property as Node, kind)}]` : property(w, name, kind, plain);
  return { text: `${text} if ${test} else None`, level: level.ternary };
}

function constant(w: Writer, on: string, name: string, node: Node): string {
  if (on === 'Math')
    return (
      { PI: `${w.module('math')}.pi`, E: `${w.module('math')}.e`, SQRT2: 'math.sqrt(2)', LN2: 'math.log(2)' }[name] ??
      w.refuse(node, t("Python has nothing in place of '{0}'.", `Math.${name}`))
    );
  const numbers: Readonly<Record<string, string>> = {
    MAX_SAFE_INTEGER: '2 ** 53 - 1',
    EPSILON: '2 ** -52',
    POSITIVE_INFINITY: "float('inf')",
    NEGATIVE_INFINITY: "float('-inf')",
    NaN: "float('nan')",
    MAX_VALUE: '1.7976931348623157e308',
  };
  return (on === 'Number' ? numbers[name] : undefined) ?? w.refuse(node, t("Python has nothing in place of '{0}'.", `${on}.${name}`));
}
