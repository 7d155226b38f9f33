/**
 * The expressions whose floats have to say that they are floats: they go to places that ints go to too, and JavaScript's
 * numbers do not tell which of both they are.
 */
import { elementOf, join } from '../program/join.js';
import { isOpen } from '../program/shown.js';
import { ANY, isNumber, NEVER, rootOf, withoutNone, type Cell, type Type } from '../program/types.js';
import { Class, type Func } from '../program/classes.js';
import { childrenOf, positional, type Any, type Expr, type FunctionNode, type Of } from '../reading/syntax.js';
import type { Facts } from './facts.js';

export type Kept = ReadonlySet<Any>;

export const keptFloats = (module: Any, facts: Facts): Kept => found(module, facts).found;

/** True when a float of the program, or the result of one, may be where ints may be too. */
export function mayMix(module: Any, facts: Facts): boolean {
  const { found: kept, hasFractions } = found(module, facts);
  return kept.size > 0 || (hasFractions && computesOpenly(module, facts));
}

function found(module: Any, facts: Facts): KeptFloats {
  const finder = new KeptFloats(facts);
  // What is found to be seen as a value of unknown type is looked at again.
  for (let before = -1; before !== finder.size;) {
    before = finder.size;
    finder.visit(module, null);
  }
  return finder;
}

/** True when the program computes with a number of which it is not known what it is: 0.5 * 2 is 1.0. */
function computesOpenly(node: Any, facts: Facts): boolean {
  if (node.nodeType === 'BinOp' && /^(Add|Sub|Mult|Mod|FloorDiv|Pow)$/.test(node.op.nodeType)) {
    const types = [node.left, node.right].map((one) => withoutNone(facts.of(one)));
    if (types.some(isOpen) && types.every((type) => isOpen(type) || isNumber(type))) return true;
  }
  return childrenOf(node).some((one) => computesOpenly(one, facts));
}

/** Libraries whose functions compute with numbers and hand none of them back. */
const COMPUTES = /^(torch|numpy|matplotlib|math(?!\.prod)|statistics|argparse|logging|time)\b/;

class KeptFloats {
  readonly found = new Set<Any>();
  /** True when a float that is not whole goes where ints may be too. */
  hasFractions = false;

  /** The names that are asked of values of which nothing is known. */
  private readonly asked = new Set<string>();
  /** The lists and the classes whose values are also seen where nothing is known of them. */
  private readonly unseen = new Set<Cell | Class>();

  constructor(private readonly facts: Facts) {}

  get size(): number {
    return this.found.size + this.unseen.size + this.asked.size;
  }

  visit(node: Any, func: Func | null): void {
    const { facts } = this;
    const type = facts.of(node);
    switch (node.nodeType) {
      case 'List':
      case 'Set':
        for (const one of node.elts) this.keep(one, elementSink(type));
        break;
      case 'Tuple':
        if (node.ctx.nodeType === 'Load') for (const one of node.elts) this.keep(one, ANY);
        break;
      case 'Dict':
        for (const one of node.values) if (one) this.keep(one, valueSink(type));
        break;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.keep(node.elt, elementSink(type));
        break;
      case 'DictComp':
        this.keep(node.value, valueSink(type));
        break;
      case 'Assign':
        for (const target of node.targets) this.assigned(target, node.value);
        if (this.areParts(node.targets[0], node.value)) {
          for (const one of [...node.targets.flatMap(childrenOf), ...childrenOf(node.value)]) this.visit(one, func);
          return;
        }
        break;
      case 'AnnAssign':
        if (node.value) this.assigned(node.target, node.value);
        break;
      case 'ClassDef':
        this.fields(node);
        break;
      case 'NamedExpr':
        this.assigned(node.target, node.value);
        break;
      case 'Return':
        if (node.value && func) this.keep(node.value, this.resultOf(func));
        break;
      case 'Attribute':
        if (node.attr === '__dict__') this.share(facts.of(node.value));
        if (facts.path(node) === null && facts.of(node.value).k === 'any') this.asked.add(node.attr);
        break;
      case 'Yield':
        if (node.value && func) this.keep(node.value, elementOf(func.result));
        break;
      case 'Call':
        if (node.func.nodeType === 'Attribute' && facts.path(node.func) === null && facts.of(node.func).k === 'any')
          this.asked.add(node.func.attr);
        this.call(node);
        if (COMPUTES.test(facts.path(node.func) ?? '')) {
          this.visit(node.func, func);
          for (const one of [...node.args, ...node.keywords.map(({ value }) => value)]) this.inside(one, func);
          return;
        }
        break;
      case 'FunctionDef':
      case 'Lambda': {
        const inner = facts.scopes.functions.get(node)!;
        this.defaults(node);
        if (node.nodeType === 'Lambda') this.keep(node.body, this.resultOf(inner));
        for (const one of childrenOf(node)) this.visit(one, inner);
        return;
      }
      default:
    }
    for (const one of childrenOf(node)) this.visit(one, func);
  }

  /** What is within the lists and tuples that are handed to a library. */
  private inside(node: Any, func: Func | null): void {
    if (/^(List|Tuple|Dict|Starred)$/.test(node.nodeType)) for (const one of childrenOf(node)) this.inside(one, func);
    else this.visit(node, func);
  }

  /** Notes a value that goes to a place where values of a type are. */
  private keep(value: Expr, sink: Type): void {
    if (withoutNone(sink).k === 'any') this.share(this.facts.of(value));
    if (!isOpen(sink)) return;
    switch (value.nodeType) {
      case 'IfExp':
        this.keep(value.body, sink);
        return this.keep(value.orelse, sink);
      case 'BoolOp':
        for (const one of value.values) this.keep(one, sink);
        return;
      case 'NamedExpr':
        return this.keep(value.value, sink);
      case 'Starred':
        return;
      default: {
        const type = withoutNone(this.facts.of(value));
        if (isFloat(type)) this.found.add(value);
        else if (type.k === 'float' && !type.endless) this.hasFractions = true;
      }
    }
  }

  /** Notes that a value goes where nothing is known of it: anything may be beside its numbers there. */
  private share(given: Type): void {
    const type = withoutNone(given);
    const add = (one: Cell | Class): void => {
      if (this.unseen.has(one)) return;
      this.unseen.add(one);
      if (one instanceof Class) for (const attribute of one.attributes.values()) this.share(attribute);
      else {
        one.isShared = true;
        this.share(one.type);
      }
    };
    if (type.k === 'list' || type.k === 'set' || type.k === 'deque' || type.k === 'dict') add(rootOf(type.cell));
    if (type.k === 'tuple') type.items.forEach((one) => this.share(one));
    if (type.k === 'tuples') this.share(type.of);
    if (type.k === 'obj' && !type.of.isModule) [type.of, ...type.of.extendedBy].forEach(add);
    if (type.k === 'named') for (const cell of type.of.cells.values()) add(rootOf(cell));
  }

  /** The type of what a function returns; anything, where others call it who do not know it. */
  private resultOf(func: Func): Type {
    if (func.isValue || (func.of !== null && this.asked.has(func.name))) return ANY;
    // An object may be of another class that has a method of this name.
    if (func.of === null) return func.result;
    return this.classes.map((of) => of.methods.get(func.name)?.result ?? NEVER).reduce((a, b) => join(a, b), func.result);
  }

  private get classes(): Class[] {
    return [...this.facts.scopes.classes.values()];
  }

  private attribute(of: Class, name: string): Type {
    const all = of.lineage();
    if (this.asked.has(name) || all.some((one) => this.unseen.has(one))) return ANY;
    const found = this.classes.flatMap((one) => one.attributes.get(name) ?? []);
    return found.length > 0 ? found.reduce((a, b) => join(a, b)) : ANY;
  }

  private areParts = (target: Expr | undefined, value: Expr): boolean =>
    target !== undefined &&
    'elts' in target &&
    'elts' in value &&
    target.elts.length === value.elts.length &&
    [...target.elts, ...value.elts].every((one) => one.nodeType !== 'Starred');

  private assigned(target: Expr, value: Expr): void {
    if (!this.areParts(target, value)) return this.keep(value, this.sinkOf(target));
    const [into, from] = [target, value] as Of<'Tuple'>[];
    into!.elts.forEach((one, i) => this.assigned(one, from!.elts[i]!));
  }

  /** The type of the values that are at a place. */
  sinkOf(target: Expr): Type {
    const { facts } = this;
    switch (target.nodeType) {
      case 'Name':
        return facts.scopes.variables.get(target)?.type ?? ANY;
      case 'Attribute': {
        const of = withoutNone(facts.of(target.value));
        return of.k === 'obj' || of.k === 'class' ? this.attribute(of.of, target.attr) : of.k === 'any' ? ANY : NEVER;
      }
      case 'Subscript': {
        const of = withoutNone(facts.of(target.value));
        const setter = of.k === 'obj' ? of.of.method('__setitem__') : null;
        if (setter) return setter.params[2]?.type ?? ANY;
        return of.k === 'dict' ? valueSink(of) : of.k === 'list' || of.k === 'deque' ? elementSink(of) : NEVER;
      }
      default:
        return NEVER;
    }
  }

  /** The values that the body of a class gives to attributes. */
  private fields(node: Of<'ClassDef'>): void {
    const of = this.facts.scopes.classes.get(node)!;
    for (const one of node.body) {
      const target = one.nodeType === 'AnnAssign' ? one.target : one.nodeType === 'Assign' ? one.targets[0] : undefined;
      const value = one.nodeType === 'AnnAssign' || one.nodeType === 'Assign' ? one.value : undefined;
      if (target?.nodeType !== 'Name' || !value) continue;
      const sink = this.attribute(of, target.id);
      this.keep(value, sink);
      if (value.nodeType === 'Call') for (const { arg, value: given } of value.keywords) if (arg === 'default') this.keep(given, sink);
    }
  }

  private defaults(node: FunctionNode): void {
    const { args } = node;
    const all = positional(args).slice(-args.defaults.length || Infinity);
    const keep = (arg: Any, value: Expr | null | undefined) => value && this.keep(value, this.facts.scopes.variables.get(arg)!.type);
    all.forEach((arg, i) => keep(arg, args.defaults[i]));
    args.kwonlyargs?.forEach((arg, i) => keep(arg, args.kw_defaults?.[i]));
  }

  private call(node: Of<'Call'>): void {
    const { facts } = this;
    const { func, args, keywords } = node;
    const path = facts.path(func);
    if (path !== null && COMPUTES.test(path)) return;
    if (func.nodeType === 'Name' && !facts.scopes.variables.get(func)) return this.builtin(node, func.id);
    const type = withoutNone(facts.of(func));
    // What `**` hands on gets to parameters of which each may have both.
    if (type.k === 'func' || type.k === 'class') for (const { arg, value } of keywords) if (!arg) this.share(facts.of(value));
    // What such a function returns is among the results, or the result.
    if (/^(itertools\.accumulate|functools\.reduce)$/.test(path ?? ''))
      for (const one of args)
        if (one.nodeType === 'Lambda') this.keep(one.body, path === 'functools.reduce' ? facts.of(node) : elementOf(facts.of(node)));
    switch (type.k) {
      case 'func':
        return this.given(node, type.func);
      case 'class': {
        const init = type.of.method('__init__');
        if (init) return this.given(node, init);
        if (type.of.isDataclass) {
          args.forEach((one, i) => this.keep(one, this.attribute(type.of, type.of.fields[i] ?? '')));
          for (const { arg, value } of keywords) if (arg) this.keep(value, this.attribute(type.of, arg));
        } else if (type.of.isError) for (const one of args) this.keep(one, ANY);
        return;
      }
      case 'obj': {
        const own = type.of.method(type.of.isModule ? 'forward' : '__call__');
        return own ? this.given(node, own) : undefined;
      }
      case 'namedtuple':
        args.forEach((one, i) => this.keep(one, cellSink(type.of.cells.get(type.of.fields[i] ?? ''))));
        for (const { arg, value } of keywords) this.keep(value, cellSink(type.of.cells.get(arg ?? '')));
        return;
      case 'inst':
        if (type.path !== 'functools.partial') return;
        break;
      default:
    }
    if (func.nodeType === 'Attribute' && path === null && this.method(node, func)) return;
    if (type.k === 'lib' && COMPUTES.test(type.path)) return;
    for (const one of [...args, ...keywords.map(({ value }) => value)]) this.keep(one, ANY);
  }

  /** A method of a list, a dict or a tuple. @returns false for that of another value */
  private method(node: Of<'Call'>, func: Of<'Attribute'>): boolean {
    const of = withoutNone(this.facts.of(func.value));
    const [first, second] = node.args;
    if (of.k === 'list' || of.k === 'deque' || of.k === 'set') {
      const value = func.attr === 'insert' ? second : /^(append|appendleft|add)$/.test(func.attr) ? first : undefined;
      if (value) this.keep(value, elementSink(of));
      return true;
    }
    if (of.k === 'dict') {
      if (second) this.keep(second, func.attr === 'setdefault' ? valueSink(of) : this.facts.of(node));
      for (const { value } of node.keywords) this.keep(value, valueSink(of));
      return true;
    }
    if (of.k === 'named' || of.k === 'obj') for (const { value } of node.keywords) this.keep(value, ANY);
    return of.k !== 'any' && of.k !== 'obj';
  }

  private builtin(node: Of<'Call'>, name: string): void {
    const result = this.facts.of(node);
    // not operations: functions of Python
    if (/^(min|max|next|getattr)$/.test(name)) {
      for (const one of node.args) this.keep(one, result.k === 'num' ? ANY : result);
      for (const { arg, value } of node.keywords) if (arg === 'default') this.keep(value, result);
    }
    if (name === 'dict') for (const { value } of node.keywords) this.keep(value, valueSink(result));
    // What is asked by a name that is not known here is seen beside all others.
    if (/^(vars|getattr)$/.test(name) && node.args[0]) this.share(this.facts.of(node.args[0]));
    if (/^(setattr|\w*Error|Exception)$/.test(name)) for (const one of node.args) this.keep(one, ANY);
  }

  /** The arguments of a function of the program. */
  private given(node: Of<'Call'>, func: Func): void {
    const { variables } = this.facts.scopes;
    const { args: declared } = func.node;
    const isBound = func.of !== null && func.kind !== 'static';
    const named = positional(declared);
    const places = named.slice(isBound ? 1 : 0);
    const sink = (arg: Any | undefined): Type => (arg ? (variables.get(arg)?.type ?? ANY) : ANY);
    node.args.forEach((one, i) => this.keep(one, sink(places[i])));
    for (const { arg, value } of node.keywords)
      this.keep(value, sink([...named, ...(declared.kwonlyargs ?? [])].find((one) => one.arg === arg)));
  }
}

/** True for a value that is surely a float, and may be whole. */
function isFloat(type: Type): boolean {
  switch (type.k) {
    case 'float':
      return !type.plain;
    case 'any':
      return Boolean(type.float && !type.int);
    case 'nested':
      return type.d === 'float';
    default:
      return false;
  }
}

/** The type of a cell, unless it is seen as a part of another one too: anything may be beside its values there. */
const cellSink = (cell: Cell | undefined): Type => (!cell || rootOf(cell).isShared ? ANY : rootOf(cell).type);

function elementSink(type: Type): Type {
  if (type.k === 'iter' || type.k === 'tuples') return type.of;
  return type.k === 'list' || type.k === 'set' || type.k === 'deque' ? cellSink(type.cell) : ANY;
}

const valueSink = (type: Type): Type => (type.k === 'dict' ? cellSink(type.cell) : ANY);
