/** What a call returns, and the argument types that it gives to the parameters of the program's function. */
import type { Class, Func } from '../program/classes.js';
import { elementOf, join } from '../program/join.js';
import { ANY, inside, NEVER, STR, perhapsAny, withoutNone, type Type } from '../program/types.js';
import { isSuper, positional, type Any, type Of } from '../reading/syntax.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';
import { calledInstance } from './library.js';

export class CallResults {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  visit(node: Of<'Call'>): Type {
    const callee = this.finders.expressions.visit(node.func);
    const args: Type[] = [];
    let isOpen = false;
    for (const one of node.args) {
      const type = this.finders.expressions.visit(one);
      if (one.nodeType !== 'Starred') args.push(type);
      else if (type.k === 'tuple') args.push(...type.items);
      else {
        isOpen = true;
        args.push(elementOf(type));
      }
    }
    const keywords = new Map<string, Type>();
    for (const { arg, value } of node.keywords) {
      const type = this.finders.expressions.visit(value);
      if (arg) keywords.set(arg, type);
      else if (type.k === 'dict') keywords.set('**', inside(type.cell));
    }
    if (node.func.nodeType === 'Name' && node.func.id === 'super' && callee.k === 'lib') return this.superOf(node);
    // `super().__new__(cls)`, `object.__new__(cls)`
    if (node.func.nodeType === 'Attribute' && node.func.attr === '__new__' && args[0]?.k === 'class') return { k: 'obj', of: args[0].of };
    const result = this.call(callee, isOpen ? this.opened(callee, args) : args, keywords, node);
    const others = this.alsoCalled(node, callee).map((func) =>
      this.bind(func, { k: 'super', of: func.of! }, isOpen ? this.opened({ k: 'func', func, self: null }, args) : args, keywords),
    );
    return others.reduce(join, result);
  }

  /** What `super().name(…)` may call besides, where several classes hand on to each other. */
  private alsoCalled({ func }: Of<'Call'>, callee: Type): Func[] {
    if (func.nodeType !== 'Attribute' || !isSuper(func.value)) return [];
    const of = this.classAt(func);
    if (!of?.isCooperative) return [];
    return of.next(func.attr).filter((one) => callee.k !== 'func' || callee.func !== one);
  }

  /** The class in whose method a node is. */
  private classAt(node: Any): Class | null {
    for (const of of this.facts.scopes.classes.values())
      for (const func of of.methods.values()) if (func.node.lineno <= node.lineno! && node.lineno! <= func.node.end_lineno!) return of;
    return null;
  }

  /** The arguments of `f(*list)`: as many as `f` takes. */
  private opened(callee: Type, args: Type[]): Type[] {
    const func = callee.k === 'func' ? callee.func : callee.k === 'class' ? callee.of.method('__init__') : null;
    const last = args.at(-1) ?? ANY;
    return func ? [...args, ...func.params.slice(args.length).map(() => last)] : args;
  }

  private superOf(node: Any): Type {
    const of = this.classAt(node);
    if (!of) return ANY;
    const [base] = of.bases;
    return base ? { k: 'super', of: base } : { k: 'inst', path: of.library ?? 'object' };
  }

  call(given: Type, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const callee = withoutNone(given);
    // A function that is passed on may be called with anything, unless its receiver is known.
    switch (callee.k) {
      case 'never':
        return NEVER;
      case 'func':
        return this.bind(callee.func, callee.self, args, keywords);
      case 'class':
        return this.make(callee.of, args, keywords);
      case 'obj': {
        const name = callee.of.isModule ? 'forward' : '__call__';
        const all = callee.of.implementations(name);
        if (all.length > 0) return all.map((func) => this.bind(func, { k: 'obj', of: callee.of }, args, keywords)).reduce(join, NEVER);
        return callee.of.root ? calledInstance(callee.of.root, args) : ANY;
      }
      case 'namedtuple': {
        const { fields, cells } = callee.of;
        const open = node.nodeType === 'Call' && node.args.some((one) => one.nodeType === 'Starred');
        fields.forEach((field, i) =>
          this.facts.put(cells.get(field)!, args[i] ?? keywords.get(field) ?? (open ? (args.at(-1) ?? NEVER) : NEVER)),
        );
        return { k: 'named', of: callee.of };
      }
      case 'inst':
        if (callee.path === 'torch.nn.Sequential' && callee.of?.k === 'obj') {
          const forward = callee.of.of.method('forward');
          if (forward) this.bind(forward, callee.of, args, keywords);
        }
        return calledInstance(callee.path, args);
      case 'lib':
        return this.finders.libraryCalls.call(callee.path, args, keywords, node);
      case 'method':
        return this.finders.methodCalls.call(callee.of, callee.name, args, keywords, node);
      default:
        for (const one of [...args, ...keywords.values()]) this.handedOn(one);
        return ANY;
    }
  }

  /** A call of a function of the program: its parameters get the types of the arguments. */
  bind(func: Func, self: Type | null, args: readonly Type[], keywords: Keywords): Type {
    const { args: declared } = func.node;
    const given = self !== null && func.kind !== 'static' ? [null, ...args] : [...args];
    const named = positional(declared);
    const variable = (arg: Any) => this.facts.scopes.variables.get(arg)!;
    const grow = (arg: Any, type: Type) => {
      const target = variable(arg);
      const before = target.type;
      target.type = perhapsAny(join(before, type), [before, type]);
      if (before !== target.type) this.facts.set(target, target.type);
    };
    given.forEach((type, i) => {
      if (type !== null && named[i]) grow(named[i], type);
    });
    if (declared.vararg) grow(declared.vararg, { k: 'tuple', items: given.slice(named.length).map((type) => type ?? NEVER) });
    for (const [name, type] of keywords) {
      if (name === '**') {
        for (const arg of [...named.slice(given.length), ...(declared.kwonlyargs ?? [])]) grow(arg, type);
        if (declared.kwarg) this.facts.parts(declared.kwarg).isOpen = true;
        continue;
      }
      const arg = [...named, ...(declared.kwonlyargs ?? [])].find((one) => one.arg === name);
      if (arg) grow(arg, type);
      else if (declared.kwarg) {
        this.facts.putPart(this.facts.parts(declared.kwarg), name, type);
        grow(declared.kwarg, { ...this.facts.newDict(declared.kwarg, STR, type), parts: this.facts.parts(declared.kwarg) });
      }
    }
    if (self?.k === 'obj' && func.of && self.of !== func.of) {
      const others = self.of.extendedBy.length > 0 ? self.of.implementations(func.name).filter((one) => one !== func) : [];
      return others.map((one) => this.bindAlone(one, args, keywords)).reduce(join, func.result);
    }
    if (self?.k === 'obj' && self.of.extendedBy.length > 0)
      return self.of
        .implementations(func.name)
        .filter((one) => one !== func)
        .map((one) => this.bindAlone(one, args, keywords))
        .reduce(join, func.result);
    return func.result;
  }

  private bindAlone(func: Func, args: readonly Type[], keywords: Keywords): Type {
    return this.bind(func, func.of ? { k: 'super', of: func.of } : null, args, keywords);
  }

  private make(of: Class, args: readonly Type[], keywords: Keywords): Type {
    const init = of.method('__init__');
    if (of.isEnum) return of.isFlag ? ANY : { k: 'obj', of };
    if (init) this.bind(init, { k: 'super', of }, args, keywords);
    else if (of.isDataclass) {
      const fields = of
        .lineage()
        .reverse()
        .flatMap((one) => [...one.given]);
      const places = of.parameters;
      fields.forEach(([name, variable]) => {
        const i = places.indexOf(name);
        const type = args[i] ?? keywords.get(name) ?? variable.type;
        this.facts.attribute(of, name, type);
        if (args[i] === undefined && !keywords.has(name)) this.facts.attribute(of, name, variable.type);
      });
    }
    return { k: 'obj', of };
  }

  /** Marks a function that is passed on: it may be called with anything. */
  handedOn(type: Type): void {
    if (type.k === 'func') type.func.isValue = true;
  }
}
