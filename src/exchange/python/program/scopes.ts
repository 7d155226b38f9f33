/** Walks through a program once. It notes the variable of each name, and the place of each statement. */
import {
  blocksOf,
  childrenOf,
  dotted,
  isStatement,
  namesIn,
  positional,
  type Any,
  type Expr,
  type FunctionNode,
  type Stmt,
} from '../reading/syntax.js';
import { bindNames, walrusNames } from './boundNames.js';
import { Class, type Func } from './classes.js';
import { declare } from './declaring.js';
import { NEVER } from './types.js';
import { Scope, type Block, type Place, type Variable } from './variables.js';

/** Functions that call their arguments before they return. */
// not operations: names of Python's types and functions
const AT_ONCE = /^(sorted|min|max|map|filter|reduce|sort|apply|any|all|sum)$/;

/** True for a name that a dataclass keeps itself: `count: ClassVar[int] = 0`, or a value without a type. */
const isOfClass = (body: readonly Stmt[], name: string): boolean =>
  !body.some(
    (one) =>
      one.nodeType === 'AnnAssign' &&
      one.target.nodeType === 'Name' &&
      one.target.id === name &&
      !/(^|\.)ClassVar$/.test(dotted(one.annotation.nodeType === 'Subscript' ? one.annotation.value : one.annotation) ?? ''),
  );

export class Scopes {
  readonly module = new Scope('module', null, null);
  /** The keys are the nodes that name the variables. */
  readonly variables = new Map<Any, Variable>();
  readonly functions = new Map<Any, Func>();
  readonly classes = new Map<Any, Class>();
  readonly all = new Set<Variable>();
  readonly blocks = new Map<Stmt[], Block>();
  private readonly scopes = new Map<Any, Scope>();
  private func: Func | null = null;
  /** The value of the assignment that is looked at. */
  private assigned: Any | null = null;

  constructor(body: Stmt[]) {
    this.body(body, this.module, null, false);
    for (const variable of this.all) declare(variable);
  }

  /** The variables that a line before this statement declares. */
  declaredBefore(statement: Stmt): Variable[] {
    return [...this.all].filter((one) => one.declaredBefore === statement);
  }

  scopeOf(node: Any): Scope | null {
    return this.scopes.get(node) ?? null;
  }

  private body(body: Stmt[], scope: Scope, parent: Place | null, isLoop: boolean): void {
    const block: Block = { body, parent, isLoop };
    this.blocks.set(body, block);
    if (parent === null) {
      bindNames(body, scope);
      for (const variable of scope.names.values()) this.all.add(variable);
    }
    body.forEach((statement, index) => this.statement(statement, scope, { block, index }));
  }

  private resolve(name: string, scope: Scope): Variable | null {
    let at: Scope | null = scope;
    while (at) {
      const found = at.names.get(name);
      if (found && (at.kind !== 'class' || at === scope)) return found;
      at = at.parent;
    }
    return null;
  }

  private occurs(node: Any, name: string, scope: Scope, here: Place, isStore: boolean): Variable | null {
    const variable = this.resolve(name, scope);
    if (!variable) return null;
    this.variables.set(node, variable);
    let place = here;
    let isLater = false;
    for (let at = scope; at !== variable.scope && at.parent; at = at.parent) {
      if (at.kind === 'function' && !at.isImmediate) variable.isCaptured = isLater = true;
      place = at.place ?? place;
    }
    if (isStore) variable.stores.push({ place, node });
    variable.uses.push({ place, isLater });
    return variable;
  }

  private statement(node: Stmt, scope: Scope, place: Place): void {
    const expression = (one: Expr | undefined) => one && this.expression(one, scope, place);
    switch (node.nodeType) {
      case 'FunctionDef': {
        node.decorator_list.forEach(expression);
        const variable = this.occurs(node, node.name, scope, place, true);
        if (variable && scope.kind !== 'class') variable.isGiven ||= node.decorator_list.length === 0;
        this.function(node, scope, place, false);
        return;
      }
      case 'ClassDef': {
        node.decorator_list.forEach(expression);
        node.bases.forEach(expression);
        const variable = this.occurs(node, node.name, scope, place, true);
        if (variable) variable.isGiven = true;
        const of = new Class(node.name, node);
        this.classes.set(node, of);
        of.isDataclass = node.decorator_list.some((one) => /(^|\.)dataclass$/.test(dotted(one.nodeType === 'Call' ? one.func : one) ?? ''));
        const inner = new Scope('class', scope, place, true, of);
        this.scopes.set(node, inner);
        this.body(node.body, inner, null, false);
        this.aliases(node.body, of);
        for (const [name, variable_] of inner.names)
          if (!of.methods.has(name)) {
            of.shared.set(name, variable_);
            if (isOfClass(node.body, name)) of.constants.add(name);
          }
        return;
      }
      case 'For':
        expression(node.iter);
        this.target(node.target, scope, { block: this.blockIn(node.body, place, true), index: -1 });
        break;
      case 'Assign':
        this.assigned = node.value;
        expression(node.value);
        for (const target of node.targets) this.target(target, scope, place);
        return;
      case 'AugAssign':
        expression(node.value);
        this.target(node.target, scope, place);
        return;
      case 'AnnAssign': {
        if (node.value) expression(node.value);
        if (node.value || scope.kind === 'class') this.target(node.target, scope, place);
        if (node.target.nodeType === 'Name') {
          const variable = this.resolve(node.target.id, scope);
          if (variable) variable.annotation = node.annotation;
          if (variable && !node.value) this.variables.set(node.target, variable);
        } else this.target(node.target, scope, place);
        return;
      }
      case 'With':
        for (const item of node.items) {
          expression(item.context_expr);
          if (item.optional_vars) this.target(item.optional_vars, scope, place);
        }
        break;
      case 'Try':
        for (const handler of node.handlers) {
          expression(handler.type);
          if (handler.name) this.occurs(handler, handler.name, scope, { block: this.blockIn(handler.body, place, false), index: -1 }, true);
        }
        break;
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          if (alias.name === '*') continue;
          const name = alias.asname ?? (node.nodeType === 'Import' ? alias.name.split('.')[0]! : alias.name);
          const variable = this.occurs(alias, name, scope, place, true);
          if (!variable) continue;
          variable.isGiven = true;
          const full = node.nodeType === 'Import' ? (alias.asname ? alias.name : name) : `${node.module ?? ''}.${alias.name}`;
          variable.importPath = full;
        }
        return;
      case 'Match':
        expression(node.subject);
        for (const one of node.cases) {
          const inner = { block: this.blockIn(one.body, place, false), index: -1 };
          this.pattern(one.pattern, scope, inner);
          if (one.guard) this.expression(one.guard, scope, inner);
        }
        break;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) {
          const variable = this.resolve(name, scope.parent ?? scope);
          if (!variable && scope.kind === 'function') this.all.add(this.module.own(name));
        }
        return;
      default:
        for (const child of childrenOf(node))
          if (!isStatement(child) && child.nodeType !== 'ExceptHandler') this.expression(child, scope, place);
    }
    for (const { body, isLoop } of blocksOf(node)) {
      const block = this.blockIn(body, place, isLoop);
      body.forEach((statement, index) => this.statement(statement, scope, { block, index }));
    }
  }

  private blockIn(body: Stmt[], parent: Place, isLoop: boolean): Block {
    let block = this.blocks.get(body);
    if (!block) this.blocks.set(body, (block = { body, parent, isLoop }));
    return block;
  }

  private pattern(node: Any, scope: Scope, place: Place): void {
    if ((node.nodeType === 'MatchAs' || node.nodeType === 'MatchStar') && node.name) this.occurs(node, node.name, scope, place, true);
    if (node.nodeType === 'MatchMapping' && node.rest) this.occurs(node, node.rest, scope, place, true);
    for (const child of childrenOf(node)) {
      if (/^Match/.test(child.nodeType)) this.pattern(child, scope, place);
      else this.expression(child, scope, place);
    }
  }

  private target(node: Expr, scope: Scope, place: Place): void {
    if (node.nodeType === 'Name') this.occurs(node, node.id, scope, place, true);
    else if (node.nodeType === 'Tuple' || node.nodeType === 'List') for (const one of node.elts) this.target(one, scope, place);
    else if (node.nodeType === 'Starred') this.target(node.value, scope, place);
    else this.expression(node, scope, place);
  }

  private function(node: FunctionNode, scope: Scope, place: Place, isImmediate: boolean): void {
    const { args } = node;
    for (const one of [...args.defaults, ...(args.kw_defaults ?? [])]) if (one) this.expression(one, scope, place);
    const inner = new Scope('function', scope, place, isImmediate);
    this.scopes.set(node, inner);
    const params = [...positional(args), args.vararg, ...(args.kwonlyargs ?? []), args.kwarg].flatMap((arg) => {
      if (!arg) return [];
      const variable = inner.own(arg.arg);
      variable.isGiven = true;
      variable.annotation = arg.annotation ?? null;
      this.variables.set(arg, variable);
      this.all.add(variable);
      return [variable];
    });
    // A lambda in the body of a class is a method where it is assigned to a name, and nowhere else.
    const of = node.nodeType === 'Lambda' && node !== this.assigned ? null : scope.ofClass;
    const decorators = node.nodeType === 'FunctionDef' ? node.decorator_list.map((one) => dotted(one) ?? '') : [];
    const kind = !of
      ? 'function'
      : decorators.includes('staticmethod')
        ? 'static'
        : decorators.includes('classmethod') ||
            (node.nodeType === 'FunctionDef' && /^__(new|init_subclass|class_getitem)__$/.test(node.name))
          ? 'class'
          : decorators.some((one) => /(^|\.)(property|cached_property)$/.test(one))
            ? 'property'
            : decorators.some((one) => one.endsWith('.setter'))
              ? 'setter'
              : 'method';
    const name = node.nodeType === 'FunctionDef' ? node.name : '';
    const func: Func = { name, node, params, of: kind === 'function' ? null : of, kind, result: NEVER, isGenerator: false, isValue: false };
    this.functions.set(node, func);
    if (of) (kind === 'setter' ? of.setters : of.methods).set(name, func);
    const around = this.func;
    this.func = func;
    if (node.nodeType === 'Lambda') {
      for (const name of walrusNames(node.body)) {
        const variable = inner.own(name);
        variable.isGiven = true;
        this.all.add(variable);
      }
      this.expression(node.body, inner, place);
    } else this.body(node.body, inner, null, false);
    this.func = around;
  }

  /** `__radd__ = __add__` in a class: a second name of a method. */
  private aliases(body: readonly Any[], of: Class): void {
    for (const one of body) {
      if (one.nodeType !== 'Assign' || one.value.nodeType !== 'Name') continue;
      const func = of.methods.get(one.value.id);
      if (func?.kind === 'method') for (const target of one.targets) if (target.nodeType === 'Name') of.methods.set(target.id, func);
    }
  }

  private expression(node: Any, scope: Scope, place: Place): void {
    switch (node.nodeType) {
      case 'Name':
        this.occurs(node, node.id, scope, place, node.ctx.nodeType === 'Store');
        return;
      case 'Lambda':
        this.function(node, scope, place, false);
        return;
      case 'NamedExpr':
        this.expression(node.value, scope, place);
        if (node.target.nodeType === 'Name') {
          let at = scope;
          while (at.kind === 'comprehension' && at.parent) at = at.parent;
          this.occurs(node.target, node.target.id, at, place, true);
        }
        return;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
      case 'DictComp': {
        const inner = new Scope('comprehension', scope, place, true);
        this.scopes.set(node, inner);
        node.generators.forEach((one, i) => {
          if (i === 0) this.expression(one.iter, scope, place);
          for (const name of namesIn(one.target)) this.all.add(inner.own(name));
        });
        node.generators.forEach((one, i) => {
          if (i > 0) this.expression(one.iter, inner, place);
          this.target(one.target, inner, place);
          for (const test of one.ifs) this.expression(test, inner, place);
        });
        for (const name of inner.names.values()) name.isGiven = true;
        if (node.nodeType === 'DictComp') {
          this.expression(node.key, inner, place);
          this.expression(node.value, inner, place);
        } else this.expression(node.elt, inner, place);
        return;
      }
      case 'Call': {
        const name = node.func.nodeType === 'Name' ? node.func.id : node.func.nodeType === 'Attribute' ? node.func.attr : '';
        this.expression(node.func, scope, place);
        for (const one of [...node.args, ...node.keywords.map((keyword) => keyword.value)]) {
          if (one.nodeType === 'Lambda' && AT_ONCE.test(name)) this.function(one, scope, place, true);
          else this.expression(one, scope, place);
        }
        return;
      }
      case 'Yield':
      case 'YieldFrom':
        if (this.func) this.func.isGenerator = true;
        break;
      default:
    }
    for (const child of childrenOf(node)) this.expression(child, scope, place);
  }
}
