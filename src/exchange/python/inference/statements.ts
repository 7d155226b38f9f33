/** Visits statements: both sides of a branch, and the body of a loop three times. */
import { elementOf } from '../program/join.js';
import { ANY, NONE, type Type } from '../program/types.js';
import { OPERATORS } from '../reading/operators.js';
import { dotted, type Expr, type Stmt } from '../reading/syntax.js';
import { joinNow, type Facts, type Now } from './facts.js';
import type { Finders } from './finders.js';
import { libraryValue } from './library.js';

export class StatementTypes {
  /** The known types at each `break` of the current loop. */
  private breaks: Now[] = [];

  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  /** @returns whether the program can reach the statement after the block */
  block(body: readonly Stmt[]): boolean {
    for (const statement of body) if (!this.statement(statement)) return false;
    return true;
  }

  private branches(...ways: (() => boolean)[]): boolean {
    const before = this.facts.now;
    const after: Now[] = [];
    for (const way of ways) {
      this.facts.now = new Map(before);
      if (way()) after.push(this.facts.now);
    }
    this.facts.now = after.length > 0 ? joinNow(after) : before;
    return after.length > 0;
  }

  private loop(head: () => void, body: readonly Stmt[], orelse: readonly Stmt[], isEndless: boolean, runs: boolean): boolean {
    const outer = this.breaks;
    this.breaks = [];
    for (let turn = 0; turn < 3; turn++) {
      const before = new Map(this.facts.now);
      head();
      const goesOn = this.block(body);
      // A `for` is assumed to run at least once: the types of an empty loop would be of no use.
      this.facts.now = joinNow(goesOn ? (runs && turn === 2 ? [this.facts.now] : [before, this.facts.now]) : [before]);
    }
    const ends = this.breaks;
    this.breaks = outer;
    const isReached = !isEndless || ends.length > 0;
    this.facts.now = joinNow([this.facts.now, ...ends]);
    return orelse.length > 0
      ? this.branches(
          () => this.block(orelse),
          () => ends.length > 0,
        )
      : isReached;
  }

  private statement(node: Stmt): boolean {
    switch (node.nodeType) {
      case 'Expr':
        this.finders.expressions.visit(node.value);
        return true;
      case 'Assign': {
        const type = this.finders.expressions.visit(node.value);
        for (const target of node.targets) this.finders.targets.give(target, type);
        return true;
      }
      case 'AnnAssign':
        if (node.value) this.finders.targets.give(node.target, this.finders.expressions.visit(node.value));
        return true;
      case 'AugAssign': {
        const [left, right] = [this.finders.expressions.visit(node.target), this.finders.expressions.visit(node.value)];
        const own = left.k === 'obj' ? left.of.method(`__i${OPERATORS[node.op.nodeType] ?? ''}__`) : null;
        if (own) this.finders.targets.give(node.target, this.finders.calls.bind(own, left, [right], new Map()));
        else if (left.k === 'list' && node.op.nodeType === 'Add') this.facts.put(left.cell, elementOf(right));
        else this.finders.targets.give(node.target, this.finders.operators.binary(node.op.nodeType, left, right, node));
        // The writer needs the type that the target had before the statement.
        this.facts.types.set(node.target, left);
        return true;
      }
      case 'If': {
        this.finders.expressions.visit(node.test);
        return this.branches(
          () => {
            this.finders.conditions.narrow(node.test, true);
            return this.block(node.body);
          },
          () => {
            this.finders.conditions.narrow(node.test, false);
            return this.block(node.orelse);
          },
        );
      }
      case 'For': {
        const all = this.finders.expressions.visit(node.iter);
        return this.loop(() => this.finders.targets.give(node.target, elementOf(all)), node.body, node.orelse, false, true);
      }
      case 'While': {
        const isEndless = node.test.nodeType === 'Constant' && Boolean(node.test.value);
        return this.loop(() => void this.finders.expressions.visit(node.test), node.body, node.orelse, isEndless, false);
      }
      case 'With':
        for (const { context_expr, optional_vars } of node.items) {
          const type = this.finders.expressions.visit(context_expr);
          const entered = type.k === 'obj' ? (type.of.method('__enter__')?.result ?? type) : type.k === 'iter' ? type.of : ANY;
          if (optional_vars) this.finders.targets.give(optional_vars, entered);
        }
        // The context manager may suppress an error, so the next statement can be reached.
        return this.block(node.body) || node.items.some(({ context_expr }) => /^(obj|any|iter)$/.test(this.facts.of(context_expr).k));
      case 'Return':
        if (this.facts.func) this.facts.returns(this.facts.func, node.value ? this.finders.expressions.visit(node.value) : NONE);
        return false;
      case 'Raise':
        if (node.exc) this.finders.expressions.visit(node.exc);
        return false;
      case 'Break':
        this.breaks.push(new Map(this.facts.now));
        return false;
      case 'Continue':
        this.breaks.push(new Map(this.facts.now));
        return false;
      case 'Try': {
        const before = new Map(this.facts.now);
        const goesOn = this.block(node.body) && this.block(node.orelse);
        const done = this.facts.now;
        const during = joinNow([before, done]);
        const handlers = node.handlers.map((handler) => () => {
          this.facts.now = new Map(during);
          if (handler.type) this.finders.expressions.visit(handler.type);
          const variable = this.facts.scopes.variables.get(handler);
          if (variable) this.facts.set(variable, this.errorType(handler.type));
          return this.block(handler.body);
        });
        const isReached = this.branches(() => ((this.facts.now = done), goesOn), ...handlers);
        return this.block(node.finalbody) && isReached;
      }
      case 'Assert':
        this.finders.expressions.visit(node.test);
        this.finders.conditions.narrow(node.test, true);
        if (node.msg) this.finders.expressions.visit(node.msg);
        return true;
      case 'Delete':
        for (const target of node.targets) this.finders.expressions.visit(target);
        return true;
      case 'FunctionDef': {
        for (const one of node.decorator_list) this.finders.expressions.visit(one);
        const variable = this.facts.scopes.variables.get(node);
        const func = this.facts.scopes.functions.get(node);
        if (variable && func) {
          const plain = node.decorator_list.every((one) =>
            /^(torch\.(no_grad|inference_mode|enable_grad)|(functools\.)?(lru_cache|cache))$/.test(
              this.facts.path(one.nodeType === 'Call' ? one.func : one) ?? dotted(one) ?? '',
            ),
          );
          const own: Type = { k: 'func', func, self: null };
          if (!plain) func.isValue = true;
          // A decorator of the program gets the method as a function whose first argument is the object.
          if (!plain && func.of)
            for (const one of node.decorator_list) {
              const decorator = this.finders.expressions.visit(one);
              if (decorator.k === 'func') this.finders.calls.call(decorator, [own], new Map(), one);
            }
          this.facts.set(
            variable,
            plain || func.of
              ? own
              : node.decorator_list.reduceRight<Type>(
                  (type, one) => this.finders.calls.call(this.finders.expressions.visit(one), [type], new Map(), one),
                  own,
                ),
          );
        }
        return true;
      }
      case 'ClassDef': {
        const of = this.facts.scopes.classes.get(node)!;
        for (const one of node.decorator_list)
          this.finders.calls.call(this.finders.expressions.visit(one), [{ k: 'class', of }], new Map(), one);
        this.facts.set(this.facts.scopes.variables.get(node)!, { k: 'class', of });
        return true;
      }
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          const variable = this.facts.scopes.variables.get(alias);
          if (variable?.importPath) this.facts.set(variable, libraryValue(variable.importPath));
        }
        return true;
      case 'Match': {
        const subject = this.finders.expressions.visit(node.subject);
        return this.branches(
          ...node.cases.map((one) => () => {
            this.finders.patterns.match(one.pattern, subject);
            if (one.guard) this.finders.expressions.visit(one.guard);
            return this.block(one.body);
          }),
          () => true,
        );
      }
      default:
        return true;
    }
  }

  private errorType(node: Expr | undefined): Type {
    const type = node ? this.finders.expressions.visit(node) : ANY;
    return type.k === 'class' ? { k: 'obj', of: type.of } : { k: 'inst', path: 'builtins.Exception' };
  }
}
