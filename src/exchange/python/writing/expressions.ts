/** Expressions. */
import { elementOf } from '../program/join.js';
import { isDoubtful, shownType } from '../program/shown.js';
import { isNumber, withoutNone, type Type } from '../program/types.js';
import { COMPARISONS, OPERATORS } from '../reading/operators.js';
import { childrenOf, isFloatText, type Any, type Expr, type Of } from '../reading/syntax.js';
import { Builtins } from './builtins.js';
import { CallWriter } from './calls.js';
import { Comprehensions } from './comprehensions.js';
import { LEVEL, quote, wrap, type Context, type Written } from './context.js';
import { Subscripts } from './subscripts.js';

const atom = (text: string): Written => ({ text, level: LEVEL.atom });
const call = (text: string): Written => ({ text, level: LEVEL.call });

const SIGNS: Readonly<Record<string, [string, number]>> = {
  Add: ['+', LEVEL.add],
  Sub: ['-', LEVEL.add],
  Mult: ['*', LEVEL.mul],
  Div: ['/', LEVEL.mul],
  Mod: ['%', LEVEL.mul],
  Pow: ['**', LEVEL.pow],
  BitAnd: ['&', LEVEL.bitand],
  BitOr: ['|', LEVEL.bitor],
  BitXor: ['^', LEVEL.bitxor],
};
const COMPARED: Readonly<Record<string, string>> = { Lt: '<', LtE: '<=', Gt: '>', GtE: '>=' };

const isList = (type: Type): boolean =>
  type.k === 'list' || type.k === 'tuple' || type.k === 'tuples' || type.k === 'deque' || type.k === 'size';
const isSimple = (type: Type): boolean => isNumber(type) || type.k === 'str' || type.k === 'none' || type.k === 'dtype';

export class Expressions {
  readonly calls: CallWriter;
  readonly builtins: Builtins;
  readonly comprehensions: Comprehensions;
  readonly subscripts: Subscripts;

  constructor(readonly c: Context) {
    this.builtins = new Builtins(c, this);
    this.calls = new CallWriter(c, this, this.builtins);
    this.comprehensions = new Comprehensions(c, this);
    this.subscripts = new Subscripts(c, this);
  }

  /** As it stands alone, or within something that holds it at a level. */
  text(node: Expr, least: number = LEVEL.assign): string {
    return wrap(this.write(node), least);
  }

  write(node: Expr): Written {
    const { c } = this;
    switch (node.nodeType) {
      case 'Constant':
        return this.constant(node);
      case 'Name':
        return atom(this.name(node));
      case 'Attribute':
        return this.attribute(node);
      case 'Subscript':
        return this.subscripts.load(node);
      case 'BinOp':
        return this.binary(node);
      case 'UnaryOp':
        return this.unary(node);
      case 'BoolOp':
        return this.logical(node);
      case 'Compare':
        return this.compare(node);
      case 'IfExp':
        return {
          text: `${this.truth(node.test, LEVEL.or)} ? ${this.text(node.body, LEVEL.cond)} : ${this.text(node.orelse, LEVEL.cond)}`,
          level: LEVEL.cond,
        };
      case 'Call':
        return this.calls.write(node);
      case 'Lambda':
        return this.lambda(node);
      case 'List':
        return atom(`[${this.items(node.elts)}]`);
      case 'Tuple':
        return c.keepsTuples ? call(`${c.helper('tuple')}(${this.items(node.elts)})`) : atom(`[${this.items(node.elts)}]`);
      case 'Set':
        return call(`${c.helper('set')}([${this.items(node.elts)}])`);
      case 'Dict':
        return this.dict(node);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehensions.write(node);
      case 'JoinedStr':
        return this.template(node);
      case 'Starred':
        return { text: `...${this.iterable(node.value, LEVEL.assign)}`, level: LEVEL.comma };
      case 'NamedExpr':
        return { text: `${this.text(node.target)} = ${this.text(node.value)}`, level: LEVEL.assign };
      case 'Yield':
        return { text: node.value ? `yield ${this.text(node.value)}` : 'yield', level: LEVEL.assign };
      case 'YieldFrom':
        return { text: `yield* ${this.iterable(node.value, LEVEL.assign)}`, level: LEVEL.assign };
      default:
        return c.fail(node, `'${node.nodeType}' has no counterpart`);
    }
  }

  items(nodes: readonly Expr[]): string {
    return nodes.map((node) => (node.nodeType === 'Starred' ? this.write(node).text : this.text(node))).join(', ');
  }

  /** A list that only JavaScript sees: sizes, what is taken apart at once. */
  bare(node: Expr): string {
    if (node.nodeType === 'List' && node.elts.length === 0) return '[] as any[]';
    return node.nodeType === 'Tuple'
      ? `[${node.elts.map((one) => (one.nodeType === 'Starred' ? this.write(one).text : this.bare(one))).join(', ')}]`
      : this.text(node);
  }

  private constant(node: Of<'Constant'>): Written {
    const { value } = node as { value: unknown };
    if (value === null || value === undefined) return atom('null');
    if (typeof value === 'boolean') return atom(String(value));
    if (typeof value === 'string') {
      const own = this.c.source.of(node);
      if (own === '...') return atom("'...'");
      if (/^[rR]?[bB]/.test(own)) return this.c.fail(node, 'bytes are not converted');
      return atom(quote(value));
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      const text = this.c.source.of(node).replaceAll(' ', '');
      if (!isFloatText(text) && !Number.isSafeInteger(Number(value)))
        return this.c.fail(node, 'a whole number beyond 2**53 has no counterpart');
      return atom(/\.$/.test(text) ? `${text}0` : text.replace(/\.(?=[eE])/, '.0').replace(/^0+(?=[1-9])/, ''));
    }
    return this.c.fail(node, 'complex numbers are not converted');
  }

  name(node: Of<'Name'>): string {
    const { c } = this;
    const variable = c.variable(node);
    if (!variable) return this.builtins.value(node);
    if (variable.importPath !== null) return this.calls.imported(node, variable.importPath, variable.js);
    if (variable.scope.kind === 'class') return `${c.classes.at(-1)?.js ?? 'this'}.${variable.name}`;
    return variable.js;
  }

  /** What is called: a method stays with its object by being called on it. */
  callee(node: Expr): string {
    return wrap(node.nodeType === 'Attribute' ? this.member(node) : this.write(node), LEVEL.call);
  }

  /** A method that is not called at once takes its object along. */
  private attribute(node: Of<'Attribute'>): Written {
    const type = this.c.type(node);
    const written = this.member(node);
    const isMethod =
      (type.k === 'func' && type.self !== null) || (type.k === 'method' && /^(tensor|list|dict|set|str|deque|class)$/.test(type.of.k));
    if (!isMethod || this.c.path(node) !== null || node.value.nodeType === 'Call') return written;
    return { text: `${written.text}.bind(${this.text(node.value)})`, level: LEVEL.call };
  }

  private member(node: Of<'Attribute'>): Written {
    const { c } = this;
    const path = c.path(node);
    if (path !== null) return call(this.calls.libraryName(node, path));
    const of = withoutNone(c.type(node.value));
    if (node.attr === '__name__') {
      const inner = node.value;
      const typed =
        inner.nodeType === 'Call' && inner.func.nodeType === 'Name' && inner.func.id === 'type' && inner.args[0]
          ? c.type(inner.args[0]).k
          : '';
      if (typed === 'float' || typed === 'int') return atom(quote(typed));
      if (inner.nodeType === 'Attribute' && inner.attr === '__class__') return call(`${c.helper('type_name')}(${this.text(inner.value)})`);
      if (inner.nodeType === 'Call' && inner.func.nodeType === 'Name' && inner.func.id === 'type' && inner.args[0])
        return call(`${c.helper('type_name')}(${this.text(inner.args[0])})`);
      return call(`${this.text(inner, LEVEL.call)}.name`);
    }
    if (node.attr === '__class__') return call(`${this.text(node.value, LEVEL.call)}.constructor`);
    if (node.attr === '__dict__' || node.attr === '__doc__') return c.fail(node, `'${node.attr}' has no counterpart`);
    if (of.k === 'obj' || of.k === 'class') {
      const shared = of.of.sharedBy(node.attr);
      const isOwn = [...of.of.lineage(), ...of.of.extendedBy].some((one) => one.own.has(node.attr));
      if (shared && !isOwn && !shared.isDataclass && of.k === 'obj' && !of.of.isEnum) {
        const isOverridden = shared.extendedBy.some((one) => one.shared.has(node.attr));
        return call(isOverridden ? `(${this.text(node.value, LEVEL.call)}.constructor as any).${node.attr}` : `${shared.js}.${node.attr}`);
      }
      return call(`${this.text(node.value, LEVEL.call)}.${this.attributeName(of.of, node.attr)}`);
    }
    if (of.k === 'super') {
      const method = of.of.method(node.attr);
      return call(`super.${method ? this.calls.methodName(of.of, node.attr) : node.attr}`);
    }
    if (of.k === 'inst' && of.path === 'builtins.Exception' && node.attr === 'args')
      return call(`[${this.text(node.value, LEVEL.call)}.message]`);
    if (node.value.nodeType === 'Call' && node.value.func.nodeType === 'Name' && node.value.func.id === 'super')
      return call(`super.${node.attr}`);
    return call(`${this.text(node.value, LEVEL.call)}.${node.attr}`);
  }

  /** `length` of a data set is how many samples it has. */
  attributeName(of: { isDataset: boolean; isModule: boolean }, name: string): string {
    if (of.isDataset && (name === 'length' || name === 'get')) return `${name}_`;
    if (of.isModule && (name === 'name' || name === 'length' || name === 'arguments' || name === 'caller' || name === 'prototype'))
      return `${name}_`;
    return name === 'constructor' ? 'constructor_' : name;
  }

  private unary(node: Of<'UnaryOp'>): Written {
    const type = this.c.type(node.operand);
    switch (node.op.nodeType) {
      case 'Not':
        return this.negated(node.operand);
      case 'Invert':
        return { text: `~${this.text(node.operand, LEVEL.unary)}`, level: LEVEL.unary };
      default: {
        const sign = node.op.nodeType === 'USub' ? '-' : '+';
        if (type.k === 'obj') return call(`${this.text(node.operand, LEVEL.call)}.${sign === '-' ? '__neg__' : '__pos__'}()`);
        if (sign === '+') return this.write(node.operand);
        if (type.k === 'any' && this.c.hasOperators) return call(`${this.c.helper('neg')}(${this.text(node.operand)})`);
        const inner = this.text(node.operand, LEVEL.unary);
        return { text: inner.startsWith('-') ? `-(${inner})` : `-${inner}`, level: LEVEL.unary };
      }
    }
  }

  private binary(node: Of<'BinOp'>): Written {
    const { c } = this;
    const op = node.op.nodeType;
    return this.operation(op, c.type(node.left), c.type(node.right), node.left, node.right, node);
  }

  /** `left op right`. Also what `left op= right` assigns. */
  operation(op: string, leftType: Type, rightType: Type, left: Expr, right: Expr, node: Any): Written {
    const { c } = this;
    const [a, b] = [withoutNone(leftType), withoutNone(rightType)];
    const both = () => `${this.text(left)}, ${this.text(right)}`;
    const helper = (name: string) => call(`${c.helper(name)}(${both()})`);
    const native = (sign: string, level: number): Written => ({
      text: `${this.text(left, level)} ${sign} ${this.text(right, level + 1)}`,
      level,
    });
    const method = (name: string) => call(`${this.text(left, LEVEL.call)}.${name}(${this.text(right)})`);
    if (a.k === 'obj' || b.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      if (a.k === 'obj' && a.of.method(`__${name}__`)) return method(`__${name}__`);
      if (b.k === 'obj' && b.of.method(`__r${name}__`)) return call(`${this.text(right, LEVEL.call)}.__r${name}__(${this.text(left)})`);
      if (a.k === 'obj' && !a.of.isModule) return c.fail(node, `this operator is not known of '${a.of.name}'`);
    }
    if (op === 'MatMult') return method('matmul');
    const isTensor = a.k === 'tensor' || b.k === 'tensor';
    const areNumbers = isNumber(a) && isNumber(b);
    switch (op) {
      case 'FloorDiv':
        if (a.k === 'tensor') return method('floor_divide');
        if (a.k === 'int' && b.k === 'int' && a.low && b.low && right.nodeType === 'Constant' && Number(right.value) > 0)
          return call(`Math.floor(${this.text(left, LEVEL.mul)} / ${this.text(right, LEVEL.unary)})`);
        return helper('floordiv');
      case 'Mod':
        if (a.k === 'str') return this.builtins.percent(left, right);
        if (isTensor) return this.withFloats(op, a, b, left, right);
        if (a.k === 'int' && b.k === 'int' && a.low && b.low && !c.catchesAll) return native('%', LEVEL.mul);
        return helper('mod');
      case 'Div':
        if (areNumbers && c.catchesAll && !(right.nodeType === 'Constant' && right.value !== 0)) return helper('truediv');
        break;
      case 'LShift':
      case 'RShift':
        if (!areNumbers) return c.fail(node, 'shifts are converted for whole numbers only');
        return op === 'LShift'
          ? { text: `${this.text(left, LEVEL.mul)} * 2 ** ${this.text(right, LEVEL.pow)}`, level: LEVEL.mul }
          : call(`Math.floor(${this.text(left, LEVEL.mul)} / 2 ** ${this.text(right, LEVEL.pow)})`);
      case 'BitAnd':
      case 'BitOr':
      case 'BitXor':
        if (a.k === 'set' && b.k === 'set')
          return method(op === 'BitAnd' ? 'intersection' : op === 'BitOr' ? 'union' : 'symmetric_difference');
        if (a.k === 'dict' && op === 'BitOr') return helper('merge');
        if (!isTensor) return helper(op === 'BitAnd' ? 'bit_and' : op === 'BitOr' ? 'bit_or' : 'bit_xor');
        break;
      case 'Sub':
        if (a.k === 'set') return method('difference');
        break;
      case 'Add':
        if (a.k === 'list' && b.k === 'list')
          return atom(
            `[${[left, right]
              .map((one) => (one.nodeType === 'List' ? this.items(one.elts) : `...${this.text(one, LEVEL.assign)}`))
              .filter((text) => text !== '')
              .join(', ')}]`,
          );
        if ((isList(a) && isList(b)) || (isList(a) && b.k === 'any') || (a.k === 'any' && isList(b)))
          return helper(isList(a) && isList(b) ? 'concat' : 'add');
        if (a.k === 'str' && b.k !== 'str') return helper('add');
        if (a.k === 'any' && !isTensor && !(isNumber(b) && b.k !== 'bool') && b.k !== 'str') return helper('add');
        if (b.k === 'any' && !isTensor && !isNumber(a)) return helper('add');
        if (isNumber(a) && b.k === 'str') return helper('add');
        break;
      case 'Mult': {
        if (a.k === 'str' && isNumber(b))
          return call(
            `${this.text(left, LEVEL.call)}.repeat(${right.nodeType === 'Constant' ? this.text(right) : `Math.max(0, ${this.text(right)})`})`,
          );
        if (b.k === 'str' && isNumber(a))
          return call(
            `${this.text(right, LEVEL.call)}.repeat(${left.nodeType === 'Constant' ? this.text(left) : `Math.max(0, ${this.text(left)})`})`,
          );
        if (isList(a)) return helper('repeat');
        if (isList(b)) return call(`${c.helper('repeat')}(${this.text(right)}, ${this.text(left)})`);
        const isUnknown = (x: Type, y: Type) => x.k === 'any' && (y.k === 'any' || y.k === 'int');
        if (isUnknown(a, b) || isUnknown(b, a)) return helper('mul');
        const isLarge = [left, right].some((one) => one.nodeType === 'Constant' && Number(one.value) > 65536);
        if (a.k === 'int' && b.k === 'int' && isLarge && !(left.nodeType === 'Constant' && right.nodeType === 'Constant'))
          return helper('intmul');
        break;
      }
      default:
    }
    if (a.k === 'any' && b.k === 'any' && c.hasOperators && /^(Sub|Div|Pow)$/.test(op))
      return helper({ Sub: 'sub', Div: 'div', Pow: 'power' }[op as 'Sub']);
    if (isTensor) return this.withFloats(op, a, b, left, right);
    return this.native(op, left, right, node);
  }

  private native(op: string, left: Expr, right: Expr, node: Any): Written {
    const sign = SIGNS[op];
    if (!sign) return this.c.fail(node, `the operator ${op} is not converted`);
    const [text, level] = sign;
    if (op === 'Pow') return { text: `${this.text(left, LEVEL.call)} ** ${this.text(right, LEVEL.pow)}`, level };
    return { text: `${this.text(left, level)} ${text} ${this.text(right, level + 1)}`, level };
  }

  /** A float that is whole, such as 2.0, would count as an int beside a tensor of whole numbers. */
  private withFloats(op: string, a: Type, b: Type, left: Expr, right: Expr): Written {
    const [sign, level] = SIGNS[op]!;
    const isFloat = (type: Type) => type.k === 'float' || (type.k === 'num' && type.only === null);
    const lifts = (type: Type, other: Type, node: Expr) =>
      // not operations: names of Python, of its types and functions
      type.k === 'tensor' &&
      isFloat(other) &&
      op !== 'Div' &&
      // not operations: names of Python, of its types and functions
      (type.d === 'int' || type.d === 'bool' || (type.d === 'any' && node.nodeType === 'Constant'));
    const lifted = (node: Expr, type: Type) =>
      type.k === 'tensor' && type.d === 'any'
        ? `${this.c.helper('floating')}(${this.text(node)})`
        : `${this.text(node, LEVEL.call)}.to(${this.c.torch}.float32)`;
    const least = op === 'Pow' ? [LEVEL.call, LEVEL.pow] : [level, level + 1];
    const x = lifts(a, b, right) ? lifted(left, a) : this.text(left, least[0]);
    const y = lifts(b, a, left) ? lifted(right, b) : this.text(right, least[1]);
    return { text: `${x} ${sign} ${y}`, level };
  }

  private logical(node: Of<'BoolOp'>): Written {
    const { c } = this;
    const isOr = node.op.nodeType === 'Or';
    const [sign, level, name] = isOr ? (['||', LEVEL.or, 'or'] as const) : (['&&', LEVEL.and, 'and'] as const);
    const isPlain = (type: Type): boolean => {
      const of = withoutNone(type);
      return (
        isNumber(of) ||
        of.k === 'str' ||
        of.k === 'none' ||
        of.k === 'tensor' ||
        of.k === 'func' ||
        of.k === 'class' ||
        of.k === 'inst' ||
        (of.k === 'obj' && !of.of.method('__bool__') && !of.of.method('__len__'))
      );
    };
    const firsts = node.values.slice(0, -1);
    if (firsts.every((one) => isPlain(c.type(one)))) {
      return { text: node.values.map((one, i) => this.text(one, i === 0 ? level : level + 1)).join(` ${sign} `), level };
    }
    const [first, ...rest] = node.values;
    return rest.reduce<Written>((before, one) => call(`${c.helper(name)}(${before.text}, () => ${this.text(one)})`), this.write(first!));
  }

  /** What decides a branch. */
  truth(node: Expr, least: number = LEVEL.assign): string {
    return wrap(this.truthOf(node), least);
  }

  private truthOf(node: Expr): Written {
    const { c } = this;
    if (node.nodeType === 'BoolOp') {
      const isOr = node.op.nodeType === 'Or';
      const level = isOr ? LEVEL.or : LEVEL.and;
      return { text: node.values.map((one, i) => this.truth(one, i === 0 ? level : level + 1)).join(isOr ? ' || ' : ' && '), level };
    }
    if (node.nodeType === 'UnaryOp' && node.op.nodeType === 'Not') return this.negated(node.operand);
    const type = c.type(node);
    switch (type.k) {
      case 'list':
      case 'tuple':
      case 'tuples':
      case 'deque':
      case 'size':
        return { text: `${this.text(node, LEVEL.call)}.length > 0`, level: LEVEL.less };
      case 'dict':
      case 'set':
        return { text: `${this.text(node, LEVEL.call)}.size > 0`, level: LEVEL.less };
      case 'float':
      case 'num':
        return { text: `${this.text(node, LEVEL.equal)} !== 0`, level: LEVEL.equal };
      case 'obj':
        if (type.of.method('__bool__')) return call(`${this.text(node, LEVEL.call)}.__bool__()`);
        if (type.of.method('__len__') && !type.of.isModule) return call(`${c.helper('bool')}(${this.text(node)})`);
        return this.write(node);
      case 'opt': {
        const of = withoutNone(type);
        return isSimple(of) ||
          of.k === 'tensor' ||
          of.k === 'func' ||
          of.k === 'class' ||
          of.k === 'inst' ||
          (of.k === 'obj' && !of.of.method('__len__'))
          ? this.write(node)
          : call(`${c.helper('bool')}(${this.text(node)})`);
      }
      case 'any':
      case 'nested':
      case 'record':
      case 'iter':
      case 'range':
        return node.nodeType === 'Compare' ? this.write(node) : call(`${c.helper('bool')}(${this.text(node)})`);
      default:
        return this.write(node);
    }
  }

  private negated(node: Expr): Written {
    const type = this.c.type(node);
    if (type.k === 'list' || type.k === 'tuple' || type.k === 'tuples' || type.k === 'deque')
      return { text: `${this.text(node, LEVEL.call)}.length === 0`, level: LEVEL.equal };
    if (type.k === 'dict' || type.k === 'set') return { text: `${this.text(node, LEVEL.call)}.size === 0`, level: LEVEL.equal };
    return { text: `!${this.truth(node, LEVEL.unary)}`, level: LEVEL.unary };
  }

  private compare(node: Of<'Compare'>): Written {
    const all = [node.left, ...node.comparators];
    const middle = all.slice(1, -1);
    if (middle.some((one) => !/^(Name|Constant|Attribute)$/.test(one.nodeType) && !(one.nodeType === 'UnaryOp'))) {
      if (middle.length > 1) return this.c.fail(node, 'so many comparisons in a row are not converted');
      const name = this.c.fresh('value');
      const [first, last] = node.ops;
      const between = { nodeType: 'Name', id: name, ctx: { nodeType: 'Load' } } as unknown as Of<'Name'>;
      this.c.facts.types.set(between, this.c.type(middle[0]!));
      const own = this.placeholder(between, name);
      return call(
        `((${name}: any) => ${wrap(this.comparison(first!.nodeType, node.left, own, node), LEVEL.and)} && ${wrap(this.comparison(last!.nodeType, own, all[2]!, node), LEVEL.and)})(${this.text(middle[0]!)})`,
      );
    }
    const parts = node.ops.map((op, i) => this.comparison(op.nodeType, all[i]!, all[i + 1]!, node));
    if (parts.length === 1) return parts[0]!;
    return { text: parts.map((one) => wrap(one, LEVEL.and)).join(' && '), level: LEVEL.and };
  }

  private placeholder(node: Of<'Name'>, name: string): Of<'Name'> {
    const variable = { js: name, importPath: null, scope: { kind: 'function' } };
    this.c.scopes.variables.set(node, variable as never);
    return node;
  }

  private comparison(op: string, left: Expr, right: Expr, node: Any): Written {
    const { c } = this;
    const [a, b] = [c.type(left), c.type(right)];
    const isNone = (one: Expr) => one.nodeType === 'Constant' && (one.value === null || one.value === undefined);
    const two = (sign: string, level: number = LEVEL.equal): Written => ({
      text: `${this.text(left, level)} ${sign} ${this.text(right, level + 1)}`,
      level,
    });
    const helper = (name: string) => call(`${c.helper(name)}(${this.text(left)}, ${this.text(right)})`);
    switch (op) {
      case 'Is':
      case 'IsNot':
        if (this.isTypeCall(left)) return this.typeComparison(left as Of<'Call'>, right, op === 'Is');
        return isNone(right) ? two(op === 'Is' ? '==' : '!=') : two(op === 'Is' ? '===' : '!==');
      case 'In':
        return this.membership(left, right);
      case 'NotIn':
        return { text: `!${wrap(this.membership(left, right), LEVEL.unary)}`, level: LEVEL.unary };
      case 'Eq':
      case 'NotEq': {
        const isEq = op === 'Eq';
        if (this.isTypeCall(left)) return this.typeComparison(left as Of<'Call'>, right, isEq);
        if (a.k === 'obj' && a.of.method('__eq__'))
          return { text: `${isEq ? '' : '!'}${this.text(left, LEVEL.call)}.__eq__(${this.text(right)})`, level: LEVEL.unary };
        if (isNone(right) || isNone(left)) return two(isEq ? '==' : '!=');
        if (isSimple(a) && isSimple(b)) return two(isEq ? '===' : '!==');
        if (a.k === 'tensor' || b.k === 'tensor') return two(isEq ? '==' : '!=');
        if (a.k === 'str' || b.k === 'str') return two(isEq ? '===' : '!==');
        if ((a.k === 'obj' && a.of.isEnum) || (b.k === 'obj' && b.of.isEnum)) return two(isEq ? '===' : '!==');
        if ((isNumber(withoutNone(a)) && (b.k === 'any' || isNumber(withoutNone(b)))) || (isNumber(withoutNone(b)) && a.k === 'any'))
          return two(isEq ? '==' : '!=');
        return helper(isEq ? 'eq' : 'ne');
      }
      default: {
        const sign = COMPARED[op];
        if (!sign) return c.fail(node, `the comparison ${op} is not converted`);
        const name = COMPARISONS[op]!;
        if (a.k === 'obj' && a.of.method(name)) return call(`${this.text(left, LEVEL.call)}.${name}(${this.text(right)})`);
        const isFine = (type: Type) => isNumber(withoutNone(type)) || type.k === 'tensor';
        if (
          (a.k === 'str' && b.k === 'str') ||
          (isFine(a) && isFine(b)) ||
          ((isFine(a) || isFine(b)) && (a.k === 'any' || b.k === 'any')) ||
          a.k === 'nested' ||
          b.k === 'nested'
        )
          return two(sign, LEVEL.less);
        return helper({ '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' }[sign]!);
      }
    }
  }

  private isTypeCall = (node: Expr): boolean =>
    node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'type' && node.args.length === 1;

  private typeComparison(node: Of<'Call'>, right: Expr, isEq: boolean): Written {
    const { c } = this;
    const kind = this.builtins.kindName(right);
    const value = node.args[0]!;
    if (kind?.startsWith("'")) return call(`${isEq ? '' : '!'}${this.builtins.isInstance(value, [right], node)}`);
    const other = this.isTypeCall(right)
      ? `${this.text((right as Of<'Call'>).args[0]!, LEVEL.call)}.constructor`
      : this.text(right, LEVEL.equal + 1);
    void c;
    return { text: `${this.text(value, LEVEL.call)}.constructor ${isEq ? '===' : '!=='} ${other}`, level: LEVEL.equal };
  }

  private membership(left: Expr, right: Expr): Written {
    const { c } = this;
    const [a, b] = [c.type(left), withoutNone(c.type(right))];
    const list = right.nodeType === 'Tuple' || right.nodeType === 'List' || right.nodeType === 'Set' ? `[${this.items(right.elts)}]` : null;
    if ((isList(b) || list !== null) && isSimple(a) && isSimple(elementOf(b)) && a.k !== 'bool' && elementOf(b).k !== 'bool')
      return call(`${list ?? this.text(right, LEVEL.call)}.includes(${this.text(left)})`);
    if (b.k === 'dict' || b.k === 'set') return call(`${this.text(right, LEVEL.call)}.has(${this.text(left)})`);
    if (b.k === 'str' && a.k === 'str') return call(`${this.text(right, LEVEL.call)}.includes(${this.text(left)})`);
    if (b.k === 'record') return { text: `${this.text(left, LEVEL.less + 1)} in ${this.text(right, LEVEL.less + 1)}`, level: LEVEL.less };
    return call(`${c.helper('contains')}(${list ?? this.text(right)}, ${this.text(left)})`);
  }

  private dict(node: Of<'Dict'>): Written {
    const { c } = this;
    if (node.keys.length === 0) return call(`${c.helper('dict')}()`);
    const isName = (key: Expr | null | undefined): key is Of<'Constant'> =>
      key?.nodeType === 'Constant' &&
      typeof key.value === 'string' &&
      c.type(key).k === 'str' &&
      !/^\d+$/.test(key.value) &&
      key.value !== '__proto__';
    if (node.keys.every(isName)) return call(`${c.helper('dict')}(${this.record(node)})`);
    const entries = node.keys.map((key, i) =>
      key ? `[${this.text(key)}, ${this.text(node.values[i]!)}]` : `...${this.text(node.values[i]!, LEVEL.assign)}`,
    );
    return call(`${c.helper('dict')}<any, any>([${entries.join(', ')}])`);
  }

  /** A dict whose keys are texts, as an object. */
  record(node: Of<'Dict'>): string {
    const entries = node.keys.map((key, i) => {
      if (key?.nodeType !== 'Constant') return this.c.fail(node, 'this dict has keys that are no texts');
      const name = String(key.value);
      return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: ${this.text(node.values[i]!)}`;
    });
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }

  private lambda(node: Of<'Lambda'>): Written {
    const params = this.calls.parameters(node);
    const body = this.text(node.body, LEVEL.assign);
    const text = `(${params.list}) => ${body.startsWith('{') ? `(${body})` : body}`;
    if (params.fixed.length === 0) return { text, level: LEVEL.assign };
    const names = params.fixed.map((one) => one.value).join(', ');
    return call(`((${params.fixed.map((one) => `${one.name}: any`).join(', ')}) => ${text})(${names})`);
  }

  // ---- texts -------------------------------------------------------------------------------------

  private template(node: Of<'JoinedStr'>): Written {
    const escape = (text: string) =>
      text
        .replaceAll('\\', '\\\\')
        .replaceAll('`', '\\`')
        .replaceAll('${', '\\${')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n');
    const parts = node.values.map((one) => {
      if (one.nodeType === 'Constant') return escape(String(one.value));
      if (one.nodeType !== 'FormattedValue') return this.c.fail(one, 'this part of the text is not converted');
      return `\${${this.formatted(one)}}`;
    });
    if (node.values.every((one) => one.nodeType === 'Constant')) return atom(quote(node.values.map((one) => String(one.value)).join('')));
    return atom(`\`${parts.join('')}\``);
  }

  private formatted(node: Of<'FormattedValue'>): string {
    const { c } = this;
    const type = c.type(node.value);
    const spec = node.format_spec?.nodeType === 'JoinedStr' ? node.format_spec : null;
    const written = spec ? this.template(spec).text : '';
    if (node.conversion === 114 || node.conversion === 97) {
      const text = this.shown('repr', node.value);
      return spec ? `${c.helper('fmt')}(${text}, ${written})` : text;
    }
    if (!spec || written === "''") {
      const of = withoutNone(type);
      if (type.k === 'str' || (type.k === 'int' && !/[*]/.test(this.text(node.value)))) return this.text(node.value);
      if (of.k === 'tensor') return `${c.helper('fmt')}(${this.text(node.value)})`;
      if (of.k === 'any') this.doubt(node.value, type);
      return of.k === 'any' ? `${c.helper('fmt')}(${this.text(node.value)})` : this.shown('str', node.value);
    }
    const own = shownType(type);
    const needsType = !/[a-zA-Z%]'$/.test(written) && own !== '' && type.k !== 'str';
    if (!/[a-zA-Z%]'$/.test(written)) this.doubt(node.value, type);
    return `${c.helper('fmt')}(${this.text(node.value)}, ${written}${needsType ? `, ${quote(own)}` : ''})`;
  }

  /** A value as Python's `str` or `repr` gives it. */
  shown(helper: 'str' | 'repr', node: Expr): string {
    const { c } = this;
    const type = c.type(node);
    if (helper === 'str' && type.k === 'str') return this.text(node);
    this.doubt(node, type);
    const own = this.shownTypeOf(node);
    return `${c.helper(helper)}(${this.text(node)}${own === '' ? '' : `, ${quote(own)}`})`;
  }

  /** The type of a value as it is shown: of a list that is written out, one for each element. */
  shownTypeOf(node: Expr): string {
    const own = (one: Expr): string => shownType(this.c.type(one)) || 'any';
    const isMixed =
      node.nodeType === 'List' &&
      isDoubtful(this.c.type(node)) &&
      node.elts.every((one) => one.nodeType !== 'Starred' && !isDoubtful(this.c.type(one)));
    return isMixed ? `list[${node.elts.map(own).join(', ')}]` : shownType(this.c.type(node));
  }

  readonly doubts: { node: Any; text: string }[] = [];

  /** Notes that a whole number may be printed as an int where Python has a float. */
  doubt(node: Expr, type: Type): void {
    if (isDoubtful(type) && !/,/.test(node.nodeType === 'List' ? this.shownTypeOf(node) : ''))
      this.doubts.push({ node, text: this.c.source.of(node) });
  }

  /** What is gone through: the keys of a dict. */
  iterable(node: Expr, least: number = LEVEL.call): string {
    const { c } = this;
    const type = withoutNone(c.type(node));
    if (node.nodeType === 'Tuple') return this.bare(node);
    switch (type.k) {
      case 'dict':
        return `${this.text(node, LEVEL.call)}.keys()`;
      case 'record':
        return `Object.keys(${this.text(node)})`;
      case 'any':
      case 'obj':
        if (type.k === 'obj' && (type.of.isModule || type.of.isDataset)) return this.text(node, least);
        return `${c.helper('iter')}(${this.text(node)})`;
      case 'class':
        return type.of.isEnum ? `${this.text(node, LEVEL.call)}.members()` : this.text(node, least);
      default:
        return this.text(node, least);
    }
  }

  /** The same, as a list of JavaScript. */
  array(node: Expr): string {
    const type = withoutNone(this.c.type(node));
    if (node.nodeType === 'Tuple') return this.bare(node);
    const isArray = isList(type) || type.k === 'range';
    return isArray ? this.text(node, LEVEL.call) : `[...${this.iterable(node, LEVEL.assign)}]`;
  }

  hasAwait(node: Any): boolean {
    return node.nodeType === 'Await' || childrenOf(node).some((child) => this.hasAwait(child));
  }
}
