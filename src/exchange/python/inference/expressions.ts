/** The type of an expression. */
import { elementOf, join, joinApart } from '../program/join.js';
import {
  ANY,
  BOOL,
  FLOAT,
  FRACTION,
  inside,
  INT,
  iterOf,
  NEVER,
  NONE,
  STR,
  tensor,
  withoutNone,
  type Parts,
  type Type,
} from '../program/types.js';
import { COMPARISONS } from '../reading/operators.js';
import { childrenOf, isFloatText, textOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';

export class ExpressionTypes {
  /** The dict literals whose names the program writes out. */
  private readonly written = new Set<Any>();

  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  /** The type of an expression at the current place. */
  visit(node: Expr): Type {
    const type = this.kind(node);
    const before = this.facts.types.get(node);
    const joined = before ? join(before, type) : type;
    this.facts.types.set(node, joined);
    return type;
  }

  private kind(node: Expr): Type {
    switch (node.nodeType) {
      case 'Constant':
        return this.constant(node);
      case 'Name': {
        const variable = this.facts.scopes.variables.get(node);
        return variable ? this.facts.lookup(variable) : { k: 'lib', path: `builtins.${node.id}` };
      }
      case 'Attribute':
        return this.finders.members.of(this.visit(node.value), node.attr, node);
      case 'Subscript':
        return this.finders.subscripts.visit(node);
      case 'BinOp':
        return this.finders.operators.binary(node.op.nodeType, this.visit(node.left), this.visit(node.right), node);
      case 'UnaryOp': {
        const type = this.visit(node.operand);
        if (node.op.nodeType === 'Not') return BOOL;
        if (type.k === 'int') return node.op.nodeType === 'USub' ? (type.only === 0 ? type : INT) : type;
        if (type.k === 'bool') return INT;
        if (type.k === 'obj') return type.of.method(node.op.nodeType === 'USub' ? '__neg__' : '__pos__')?.result ?? ANY;
        return type;
      }
      case 'BoolOp': {
        const kinds = node.values.map((value) => this.visit(value));
        const isOr = node.op.nodeType === 'Or';
        return kinds.map((type, i) => (isOr && i < kinds.length - 1 ? withoutNone(type) : type)).reduce(join, NEVER);
      }
      case 'Compare': {
        const kinds = [node.left, ...node.comparators].map((one) => this.visit(one));
        const ops = node.ops.map((op) => op.nodeType);
        if (ops.some((op) => /^(Is|IsNot|In|NotIn)$/.test(op))) return BOOL;
        if (kinds.some((type) => type.k === 'obj')) {
          const own = kinds[0]!.k === 'obj' ? kinds[0].of.method(COMPARISONS[ops[0]!] ?? '') : null;
          if (own) {
            this.finders.calls.bind(own, kinds[0]!, [kinds[1]!], new Map());
            return own.result;
          }
        }
        if (kinds.some((type) => type.k === 'tensor')) return tensor('bool');
        return kinds.some((type) => type.k === 'any') && kinds.every((type) => type.k === 'any') ? ANY : BOOL;
      }
      case 'IfExp': {
        this.visit(node.test);
        const before = this.facts.now;
        this.facts.now = new Map(before);
        this.finders.conditions.narrow(node.test, true);
        const yes = this.visit(node.body);
        this.facts.now = new Map(before);
        this.finders.conditions.narrow(node.test, false);
        const no = this.visit(node.orelse);
        this.facts.now = before;
        return join(yes, no);
      }
      case 'NamedExpr': {
        const type = this.visit(node.value);
        this.finders.targets.give(node.target, type);
        return type;
      }
      case 'Lambda':
        return { k: 'func', func: this.facts.scopes.functions.get(node)!, self: null };
      case 'Call':
        return this.finders.calls.visit(node);
      case 'List':
        return this.facts.newList(node, this.elements(node.elts));
      case 'Set':
        return this.facts.newList(node, this.elements(node.elts), 'set');
      case 'Tuple': {
        if (node.elts.some((one) => one.nodeType === 'Starred')) return { k: 'tuples', of: this.elements(node.elts) };
        return { k: 'tuple', items: node.elts.map((one) => this.visit(one)) };
      }
      case 'Dict': {
        let [keys, values]: [Type, Type] = [NEVER, NEVER];
        node.keys.forEach((key, i) => {
          const value = this.visit(node.values[i]!);
          if (key) keys = join(keys, this.visit(key));
          else keys = join(keys, elementOf(value));
          values = joinApart([values, key ? value : value.k === 'dict' ? inside(value.cell) : ANY]);
        });
        return { ...this.facts.newDict(node, keys, values), ...this.parts(node) };
      }
      case 'ListComp':
        return this.facts.newList(
          node,
          this.comprehension(node.generators, () => this.visit(node.elt)),
        );
      case 'SetComp':
        return this.facts.newList(
          node,
          this.comprehension(node.generators, () => this.visit(node.elt)),
          'set',
        );
      case 'GeneratorExp':
        return iterOf(this.comprehension(node.generators, () => this.visit(node.elt)));
      case 'DictComp': {
        let key: Type = NEVER;
        const value = this.comprehension(node.generators, () => {
          key = this.visit(node.key);
          return this.visit(node.value);
        });
        return this.facts.newDict(node, key, value);
      }
      case 'JoinedStr':
        for (const one of node.values) this.visit(one);
        return STR;
      case 'FormattedValue':
        this.visit(node.value);
        if (node.format_spec) this.visit(node.format_spec);
        return STR;
      case 'Starred':
        return this.visit(node.value);
      case 'Slice':
        for (const one of [node.lower, node.upper, node.step]) if (one) this.visit(one);
        return ANY;
      case 'Yield': {
        const type = node.value ? this.visit(node.value) : NONE;
        if (this.facts.func) this.facts.returns(this.facts.func, iterOf(type));
        return ANY;
      }
      case 'YieldFrom': {
        const type = this.visit(node.value);
        if (this.facts.func) this.facts.returns(this.facts.func, iterOf(elementOf(type)));
        return ANY;
      }
      default:
        for (const child of childrenOf(node)) if (!/Interpolation/.test(child.nodeType)) this.visit(child as Expr);
        return ANY;
    }
  }

  /** The type of each entry of a dict literal whose names the program writes out. */
  private parts(node: Of<'Dict'>): { parts: Parts } | Record<string, never> {
    if (!this.written.has(node)) {
      const isKnown = (key: Expr | null | undefined, i: number): boolean => {
        const spread = key ? null : this.facts.types.get(node.values[i]!);
        return key ? textOf(key) !== null : spread?.k === 'dict' && spread.parts !== undefined && !spread.parts.isOpen;
      };
      if (!node.keys.every(isKnown)) return {};
      this.written.add(node);
    }
    const parts = this.facts.parts(node);
    const put = (name: string, type: Type) => this.facts.putPart(parts, name, type);
    node.keys.forEach((key, i) => {
      const value = this.facts.types.get(node.values[i]!) ?? NEVER;
      if (key) put(textOf(key) ?? '', value);
      else if (value.k === 'dict' && value.parts) for (const [name, cell] of value.parts.cells) put(name, inside(cell));
    });
    return { parts };
  }

  private elements(nodes: readonly Expr[]): Type {
    return nodes.map((one) => (one.nodeType === 'Starred' ? elementOf(this.visit(one)) : this.visit(one))).reduce(join, NEVER);
  }

  private comprehension(generators: readonly Of<'Comprehension'>[], make: () => Type): Type {
    for (const { target, iter, ifs } of generators) {
      this.finders.targets.give(target, elementOf(this.visit(iter)));
      for (const test of ifs) {
        this.visit(test);
        this.finders.conditions.narrow(test, true);
      }
    }
    return make();
  }

  private constant(node: Of<'Constant'>): Type {
    const { value } = node as { value: unknown };
    if (value === null || value === undefined) return NONE;
    if (typeof value === 'boolean') return BOOL;
    if (typeof value === 'string') return /^[rR]?[bB]/.test(this.facts.source.of(node)) ? { k: 'bytes' } : STR;
    if (typeof value === 'number' || typeof value === 'bigint')
      return isFloatText(this.facts.source.of(node))
        ? Number.isInteger(value)
          ? FLOAT
          : FRACTION
        : { k: 'int', low: true, only: Number(value) };
    return ANY;
  }
}
