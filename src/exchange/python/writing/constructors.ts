/** `__init__`, which becomes a constructor. JavaScript has no object before `super(…)`. */
import { t } from '../../../protocol/l10n.js';
import type { Class, Func } from '../program/classes.js';
import { hasNode, isSuper, type Any, type Expr, type Of, type Stmt } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';

/** Classes of which nothing is left to initialize. */
const PLAIN = /^(builtins\.object|abc\.ABC|typing\.\w+)$/;

/** The base of schedulers. It runs the first step when it is initialized, as the last thing that it does. */
const SCHEDULER = /^torch\.optim\.lr_scheduler\.(LRScheduler|_LRScheduler)$/;

/** Classes of the library that call nothing of the classes that extend them. */
const QUIET = /^torch\.(nn\.Module|utils\.data\.\w+|optim\.(optimizer\.)?Optimizer|autograd\.Function)$/;

/** True for a class that answers for attributes that it does not have. */
export const delegates = (of: Class): boolean => of.methods.has('__getattr__') && of.method('__setattr__') === null;

export class ConstructorWriter {
  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  /** The constructor of a class without `__init__`, where it needs one. */
  withoutInit(of: Class): void {
    const { c } = this;
    if (delegates(of) && of.root === 'builtins.dict')
      c.out.write(`constructor(...given: any[]) { super(...given); return ${c.helper('delegating')}(this); }`);
    else if (delegates(of)) c.out.write(`constructor() { return ${c.helper('delegating')}(this); }`);
    else if (SCHEDULER.test(of.library ?? '')) {
      c.out.write('constructor(optimizer: any, last_epoch = -1) {');
      c.out.inside(() => {
        c.out.write('super(optimizer, last_epoch);');
        c.out.write('this._initial_step();');
      });
      c.out.write('}');
    }
  }

  /** True for a class of the program whose `__init__` leaves out that of the class that it extends. */
  leavesOut(of: Class): boolean {
    const init = of.methods.get('__init__');
    if (!init || of.isCooperative || of.isError || of.isModule || !of.bases.some((one) => one.method('__init__'))) return false;
    if (hasNode(init.node, (one) => this.isSuperCall(one as Stmt))) return false;
    // Fields that the classes above have from their bodies would be missing.
    return of.bases.every((base) =>
      base
        .lineage()
        .every(
          (one) =>
            (one.library === null || PLAIN.test(one.library)) &&
            !one.isDataclass &&
            [...one.shared.keys()].every((name) => !one.own.has(name)),
        ),
    );
  }

  /** The first `self.name = value` lines of an `__init__` without parameters, while no value uses a local variable. */
  fieldsOf(init: Of<'FunctionDef'>): { name: string; value: Expr; node: Stmt }[] {
    const { c } = this;
    const { args } = init;
    const found: { name: string; value: Expr; node: Stmt }[] = [];
    const of = c.scopes.functions.get(init)!.of!;
    // A field would go past it.
    if (of.method('__setattr__') || of.isCooperative) return found;
    if (args.args.length > 1 || args.vararg || args.kwarg || (args.kwonlyargs ?? []).length > 0) return found;
    const body = this.s.functions.statements(init).filter((one) => !this.isPlainSuper(one));
    for (const node of body) {
      if (node.nodeType !== 'Assign' || node.targets.length !== 1) break;
      const [target] = node.targets;
      if (target!.nodeType !== 'Attribute' || !this.isThis(target.value)) break;
      if (this.usesLocals(node.value, init) || found.some((one) => one.name === target.attr) || of.sharedBy(target.attr)) break;
      found.push({ name: target.attr, value: node.value, node });
    }
    return found;
  }

  private usesLocals(node: Any, init: Of<'FunctionDef'>): boolean {
    const { c } = this;
    return hasNode(node, (one) => {
      const variable = one.nodeType === 'Name' ? c.variable(one) : undefined;
      return (
        variable !== undefined &&
        variable.js !== 'this' &&
        variable.scope.kind === 'function' &&
        !variable.isGiven &&
        init.body.length > 0 &&
        variable.scope === c.scopes.scopeOf(init)
      );
    });
  }

  private isPlainSuper(node: Stmt): boolean {
    return this.givenToSuper(node)?.length === 0;
  }

  /** What `super().__init__(…)` gives, or `Base.__init__(self, …)` beside the object; null for another statement. */
  private givenToSuper(node: Stmt): readonly Any[] | null {
    if (node.nodeType !== 'Expr' || node.value.nodeType !== 'Call') return null;
    const { func, args, keywords } = node.value;
    if (func.nodeType !== 'Attribute' || func.attr !== '__init__') return null;
    if (isSuper(func.value)) return [...args, ...keywords];
    return args[0] && this.isThis(args[0]) ? [...args.slice(1), ...keywords] : null;
  }

  /** Writes `Base.__init__(self, …)` as `super(…)`. */
  superCall(node: Of<'Call'>): string | null {
    const { c, s } = this;
    const [self, ...rest] = node.args;
    if (node.func.nodeType !== 'Attribute' || node.func.value.nodeType === 'Call') return null;
    if (!self || !this.isThis(self)) return null;
    const type = c.type(node.func.value);
    if (c.classes.at(-1)?.isCooperative) return null;
    const init = type.k === 'class' ? type.of.method('__init__') : null;
    const given = { ...node, args: rest };
    return `super(${init ? s.e.arguments.inOrder(init, given, true) : s.e.arguments.byName(given)});`;
  }

  write(node: Of<'FunctionDef'>, of: Class): void {
    const { c, s } = this;
    const { out } = c;
    const func = c.scopes.functions.get(node)!;
    const early = this.earlyOf(of, node);
    const fields = early.length > 0 ? [] : this.fieldsOf(node);
    const isDerived = of.library !== null || of.bases.length > 0 || of.methods.has('__setattr__');
    const isBase = PLAIN.test(of.library ?? '') && !of.methods.has('__setattr__');
    s.functions.docstring(node);
    c.functions.push(func);
    for (const field of fields) {
      out.commentsBefore(field.node.lineno);
      out.from = field.node.lineno;
      const type = of.attributes.get(field.name);
      const isEmpty = field.value.nodeType === 'List' && field.value.elts.length === 0;
      const known =
        type && (isEmpty || type.k === 'opt' || type.k === 'num' || field.value.nodeType === 'Constant')
          ? s.e.parameters.typeText(type)
          : '';
      const isClear = /^(number|string|boolean)$/.test(known) && !isEmpty;
      out.statement(field.node.lineno, field.node.end_lineno ?? field.node.lineno, () =>
        out.write(
          `${s.e.members.attributeName(of, field.name)}${known && !isClear ? `: ${known === 'null' ? 'any' : known}` : ''} = ${s.e.text(field.value)};`,
        ),
      );
    }
    c.functions.pop();
    const all = s.functions.statements(node);
    const rest = all.filter((one) => !fields.some((field) => field.node === one) && !this.isPlainSuper(one));
    const supers = all.filter((one) => this.isSuperCall(one));
    const own = rest.filter((one) => one.nodeType !== 'Pass');
    if (own.length === 0 && node.args.args.length === 1 && !delegates(of)) return;
    if (fields.length > 0) out.blankLine();
    const params = s.e.parameters.write(node);
    s.functions.keepDefaults(params, func);
    out.head(node.lineno, Math.max(node.lineno, (node.body[0]?.lineno ?? node.lineno) - 1), `constructor(${params.list}) {`);
    const before: string[] = [];
    const hasCall = rest.some((one) => this.isSuperCall(one));
    if (isDerived && !isBase && !hasCall) {
      if (supers.length === 0 && of.bases.some((one) => one.method('__init__')) && !of.isError && !this.leavesOut(of))
        c.fail(node, t('a class that does not initialize what it extends is not converted'));
      // A Python exception receives its arguments before `__init__` does.
      const given = of.bases.some((one) => one.method('__init__')) ? func.params.slice(1, 2) : func.params.slice(1);
      before.unshift(of.isError && supers.length === 0 ? `super(${given.map((one) => one.js).join(', ')});` : 'super();');
    }
    before.unshift(...params.before);
    if (early.length > 0) this.settled(node, func, early, params.before);
    else if (SCHEDULER.test(of.library ?? '') && hasCall) {
      const ordered = this.superFirst(rest);
      const at = Math.max(
        rest.findIndex((one) => this.isSuperCall(one)),
        ordered.findIndex((one) => this.isSuperCall(one)),
      );
      this.inTwo(func, before, ordered.slice(0, at + 1), ['this._initial_step();'], ordered.slice(at + 1));
    } else {
      const ordered = hasCall ? this.superFirst(rest) : rest;
      const text = isBase || !isDerived ? rest.filter((one) => !this.isSuperCall(one)) : ordered;
      s.functions.body(node, func, [], before, text);
    }
    if (delegates(of)) out.inside(() => out.write(`return ${c.helper('delegating')}(this);`));
    out.write('}');
  }

  /**
   * The statements before `super().__init__(…)`, where what that calls can tell that they were before: it uses what they
   * set, or both have effects.
   */
  private earlyOf(of: Class, node: Of<'FunctionDef'>): Stmt[] {
    const all = this.s.functions.statements(node);
    const at = all.findIndex((one) => this.isSuperCall(one));
    const root = of.root ?? 'builtins.object';
    if (at <= 0 || of.isError || SCHEDULER.test(of.library ?? '')) return [];
    const early = all.slice(0, at);
    const above = of
      .lineage()
      .slice(1)
      .flatMap((one) => one.methods.get('__init__')?.node ?? []);
    const set = new Set<string>();
    for (const one of early)
      hasNode(one, (part) => (part.nodeType === 'Attribute' && this.isThis(part.value) && set.add(part.attr), false));
    const isCall = (one: Any): boolean => one.nodeType === 'Call';
    const sees = (one: Any): boolean =>
      (one.nodeType === 'Attribute' && this.isThis(one.value) && set.has(one.attr)) ||
      (one.nodeType === 'Call' &&
        ((one.func.nodeType === 'Attribute' && this.isThis(one.func.value)) || one.args.some((arg) => this.isThis(arg))));
    const isLoud = !PLAIN.test(root) && !QUIET.test(root);
    const isSeen =
      isLoud || above.some((init) => hasNode(init, sees) || (hasNode(init, isCall) && early.some((one) => hasNode(one, isCall))));
    return isSeen ? early : [];
  }

  private isThis(node: Any): boolean {
    return node.nodeType === 'Name' && this.c.variable(node)?.js === 'this';
  }

  /** Writes what stands before `super().__init__(…)` before it: what is set there is kept where the object will find it. */
  private settled(node: Of<'FunctionDef'>, func: Func, early: readonly Stmt[], before: readonly string[]): void {
    const { c, s } = this;
    const all = s.functions.statements(node);
    const [call, ...rest] = all.slice(early.length);
    if (!early.some((one) => hasNode(one, (part) => this.isThis(part)))) return s.functions.body(node, func, [], before, all);
    const isKept = (one: Any): boolean =>
      (/^(FunctionDef|Lambda|GeneratorExp)$/.test(one.nodeType) && hasNode(one, (part) => this.isThis(part))) || isSuper(one);
    if (early.some((one) => hasNode(one, isKept)))
      c.fail(node, t('here the object is used before the class that it extends is initialized'));
    const self = c.fresh('self');
    const given = func.params[0]!;
    given.js = self;
    c.functions.push(func);
    s.loops.apart(() =>
      s.inside(early, () => {
        for (const line of before) c.out.write(line);
        c.out.write(`const ${self} = ${c.helper('early')}(new.target);`);
      }),
    );
    c.functions.pop();
    given.js = 'this';
    this.inTwo(func, [], [call!], [`${c.helper('settle')}(${self}, this);`], rest);
  }

  /** Writes the statements of a constructor with lines between them. */
  private inTwo(func: Func, before: readonly string[], first: readonly Stmt[], between: readonly string[], rest: readonly Stmt[]): void {
    const { c, s } = this;
    c.functions.push(func);
    s.loops.apart(() => {
      s.inside(first, () => before.forEach((line) => c.out.write(line)));
      s.inside(rest, () => between.forEach((line) => c.out.write(line)));
    });
    c.functions.pop();
  }

  private isSuperCall(node: Stmt): boolean {
    return this.givenToSuper(node) !== null;
  }

  /** Moves `super()` before all statements that use the object: JavaScript has no object before that call. */
  private superFirst(body: readonly Stmt[]): Stmt[] {
    const at = body.findIndex((one) => this.isSuperCall(one));
    const usesThis = (node: Any): boolean => hasNode(node, (one) => this.isThis(one));
    if (!body.slice(0, at).some(usesThis)) return [...body];
    const call = body[at]!;
    const kept = body.slice(0, at).filter((one) => !usesThis(one));
    const later = body.slice(0, at).filter(usesThis);
    return [...kept, call, ...later, ...body.slice(at + 1)];
  }
}
