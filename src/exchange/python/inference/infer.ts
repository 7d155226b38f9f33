/**
 * The types of a program, found by going through it as it would run: statement by statement, both ways of a branch, loops
 * until nothing changes, and all of it again until what functions are called with is known.
 */
import { Calls } from './calls.js';
import { instanceAttribute, kindOf, promote } from './library.js';
import { type Class, type Func, type Scopes, type Variable } from '../program/scopes.js';
import { childrenOf, dotted, type Any, type Expr, type Of, type Source, type Stmt } from '../reading/syntax.js';
import {
  ANY,
  BOOL,
  elementOf,
  FLOAT,
  INT,
  inside,
  isModule,
  isNumber,
  iterOf,
  join,
  joinApart,
  LOW,
  NEVER,
  newCell,
  NONE,
  putInto,
  SIZE,
  STR,
  tensor,
  typeKey,
  withoutNone,
  type Cell,
  type Parts,
  type Type,
} from '../program/types.js';

type Env = Map<Variable, Type>;

const MOST_ROUNDS = 12;

export class Infer {
  readonly types = new Map<Any, Type>();
  private readonly cells = new Map<Any, Map<string, Cell>>();
  private readonly written = new Map<Any, Parts>();
  private readonly calls = new Calls(this);
  private env: Env = new Map();
  private func: Func | null = null;
  private breaks: Env[] = [];
  private changes = 0;
  /** Whether what nothing is known of is taken for anything. */
  private isLast = false;

  constructor(
    readonly scopes: Scopes,
    readonly source: Source,
    private readonly body: Stmt[],
  ) {
    for (const [node, of] of scopes.classes) this.inherit(node as Of<'ClassDef'>, of);
    for (const isLast of [false, true]) {
      this.isLast = isLast;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        this.changes = 0;
        this.round();
        if (this.changes === 0 && round > 0) break;
      }
    }
  }

  /** What an expression is; ANY where nothing is known. */
  of(node: Any): Type {
    const type = this.types.get(node) ?? ANY;
    return type.k === 'never' ? ANY : type;
  }

  private inherit(node: Of<'ClassDef'>, of: Class): void {
    for (const base of node.bases) {
      const variable = base.nodeType === 'Name' ? this.scopes.variables.get(base) : undefined;
      const found =
        variable && [...this.scopes.classes.values()].find((one) => this.scopes.variables.get(one.node) === variable && one !== of);
      if (found) {
        of.bases.push(found);
        found.extendedBy.push(of);
      } else of.library ??= this.path(base) ?? (base.nodeType === 'Name' ? `builtins.${base.id}` : null);
    }
    if (/^enum\./.test(of.root ?? '')) of.isEnum = true;
  }

  /** The dotted name of what a library has: `torch.nn.Linear` of `nn.Linear`. */
  path(node: Expr): string | null {
    if (node.nodeType === 'Name') return this.scopes.variables.get(node)?.importPath ?? null;
    if (node.nodeType !== 'Attribute') return null;
    const before = this.path(node.value);
    return before === null ? null : `${before}.${node.attr}`;
  }

  private round(): void {
    this.types.clear();
    this.env = new Map();
    this.func = null;
    this.block(this.body);
    for (const func of this.scopes.functions.values()) this.function(func);
    for (const of of this.scopes.classes.values()) this.classBody(of);
  }

  private classBody(of: Class): void {
    this.env = new Map();
    this.block(of.node.body);
    for (const [name, variable] of of.shared) {
      if (of.isEnum) this.attribute(of, name, { k: 'obj', of });
      else if (!of.isDataclass) this.attribute(of, name, variable.type);
      else if (!of.attributes.has(name) && variable.annotation && this.isLast)
        this.attribute(of, name, this.annotated(variable.annotation));
    }
    if (of.isEnum) {
      const values = [...of.shared.values()].map((one) => one.type).reduce(join, NEVER);
      this.attribute(of, 'value', values);
      this.attribute(of, 'name', STR);
    }
  }

  private function(func: Func): void {
    const { node, params, of } = func;
    this.env = new Map();
    this.func = func;
    const { args } = node;
    const all = [...(args.posonlyargs ?? []), ...args.args];
    const isBound = of !== null && func.kind !== 'static';
    params.forEach((param, i) => {
      if (isBound && i === 0) this.set(param, func.kind === 'class' ? { k: 'class', of } : { k: 'obj', of });
      else if (this.isLast && param.type.k === 'never') {
        const given = param.annotation ? this.annotated(param.annotation) : ANY;
        const fallback: Type = given.k === 'any' && of?.isModule && func.name === 'forward' ? tensor('any') : given;
        this.set(param, /^(__getitem__|__setitem__|__delitem__)$/.test(func.name) && of?.isDataset && i === 1 ? LOW : fallback);
      }
    });
    const offset = all.length - args.defaults.length;
    args.defaults.forEach((value, i) => this.set(this.scopes.variables.get(all[offset + i]!)!, this.expr(value)));
    args.kwonlyargs?.forEach((arg, i) => {
      const value = args.kw_defaults?.[i];
      if (value) this.set(this.scopes.variables.get(arg)!, this.expr(value));
    });
    if (args.vararg) this.set(this.scopes.variables.get(args.vararg)!, { k: 'tuples', of: NEVER });
    if (args.kwarg) this.set(this.scopes.variables.get(args.kwarg)!, this.newDict(args.kwarg, STR, NEVER));
    for (const param of params) this.env.set(param, param.type);
    if (node.nodeType === 'Lambda') this.result(func, this.expr(node.body));
    else if (this.block(node.body) && !func.isGenerator) this.result(func, NONE);
    this.func = null;
  }

  result(func: Func, type: Type): void {
    const joined = join(func.result, type);
    if (typeKey(joined) !== typeKey(func.result)) this.changes++;
    func.result = joined;
  }

  /** A value reaches a variable. */
  set(variable: Variable, type: Type): void {
    this.env.set(variable, type);
    this.grow(variable, type);
  }

  private grow(variable: Variable, type: Type): void {
    const before = typeKey(variable.type);
    variable.type = join(variable.type, type);
    if (typeKey(variable.type) !== before) this.changes++;
  }

  /** A value reaches an attribute of the objects of a class. */
  attribute(of: Class, name: string, type: Type): void {
    const holder = of.lineage().find((one) => one.attributes.has(name)) ?? of;
    const before = holder.attributes.get(name) ?? NEVER;
    const after = join(before, type);
    if (typeKey(before) !== typeKey(after)) this.changes++;
    holder.attributes.set(name, after);
  }

  put(cell: Cell, type: Type): void {
    const before = typeKey(inside(cell));
    putInto(cell, type);
    if (typeKey(inside(cell)) !== before) this.changes++;
  }

  /** The cell of what a node makes: the same in every round. */
  cell(node: Any, name = ''): Cell {
    let of = this.cells.get(node);
    if (!of) this.cells.set(node, (of = new Map()));
    let cell = of.get(name);
    if (!cell) of.set(name, (cell = newCell()));
    return cell;
  }

  newList(node: Any, type: Type, k: 'list' | 'set' | 'deque' = 'list'): Type {
    const cell = this.cell(node, k);
    this.put(cell, type);
    return { k, cell };
  }

  newDict(node: Any, key: Type, value: Type): Type & { k: 'dict' } {
    const [keys, values] = [this.cell(node, 'key'), this.cell(node, 'value')];
    this.put(keys, key);
    this.put(values, value);
    return { k: 'dict', key: keys, cell: values };
  }

  // ---- statements --------------------------------------------------------------------------------

  /** @returns whether what comes after the block is reached */
  private block(body: readonly Stmt[]): boolean {
    for (const statement of body) if (!this.statement(statement)) return false;
    return true;
  }

  private joined(envs: readonly Env[]): Env {
    const result: Env = new Map();
    for (const env of envs) for (const [variable, type] of env) result.set(variable, join(result.get(variable) ?? NEVER, type));
    return result;
  }

  private branches(...ways: (() => boolean)[]): boolean {
    const before = this.env;
    const after: Env[] = [];
    for (const way of ways) {
      this.env = new Map(before);
      if (way()) after.push(this.env);
    }
    this.env = after.length > 0 ? this.joined(after) : before;
    return after.length > 0;
  }

  private loop(head: () => void, body: readonly Stmt[], orelse: readonly Stmt[], isEndless: boolean, runs: boolean): boolean {
    const outer = this.breaks;
    this.breaks = [];
    for (let turn = 0; turn < 3; turn++) {
      const before = new Map(this.env);
      head();
      const goesOn = this.block(body);
      // What goes through a list goes through one of at least one element: else there is little to see.
      this.env = this.joined(goesOn ? (runs && turn === 2 ? [this.env] : [before, this.env]) : [before]);
    }
    const ends = this.breaks;
    this.breaks = outer;
    const isReached = !isEndless || ends.length > 0;
    this.env = this.joined([this.env, ...ends]);
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
        this.expr(node.value);
        return true;
      case 'Assign': {
        const type = this.expr(node.value);
        for (const target of node.targets) this.target(target, type);
        return true;
      }
      case 'AnnAssign':
        if (node.value) this.target(node.target, this.expr(node.value));
        return true;
      case 'AugAssign': {
        const [left, right] = [this.expr(node.target), this.expr(node.value)];
        if (left.k === 'list' && node.op.nodeType === 'Add') this.put(left.cell, elementOf(right));
        else this.target(node.target, this.binary(node.op.nodeType, left, right, node));
        // What is written of it is what it was before.
        this.types.set(node.target, left);
        return true;
      }
      case 'If': {
        this.expr(node.test);
        return this.branches(
          () => {
            this.narrow(node.test, true);
            return this.block(node.body);
          },
          () => {
            this.narrow(node.test, false);
            return this.block(node.orelse);
          },
        );
      }
      case 'For': {
        const all = this.expr(node.iter);
        return this.loop(() => this.target(node.target, this.element(all)), node.body, node.orelse, false, true);
      }
      case 'While': {
        const isEndless = node.test.nodeType === 'Constant' && Boolean(node.test.value);
        return this.loop(() => void this.expr(node.test), node.body, node.orelse, isEndless, false);
      }
      case 'With':
        for (const { context_expr, optional_vars } of node.items) {
          const type = this.expr(context_expr);
          const entered = type.k === 'obj' ? (type.of.method('__enter__')?.result ?? type) : ANY;
          if (optional_vars) this.target(optional_vars, entered);
        }
        return this.block(node.body);
      case 'Return':
        if (this.func) this.result(this.func, node.value ? this.expr(node.value) : NONE);
        return false;
      case 'Raise':
        if (node.exc) this.expr(node.exc);
        return false;
      case 'Break':
        this.breaks.push(new Map(this.env));
        return false;
      case 'Continue':
        this.breaks.push(new Map(this.env));
        return false;
      case 'Try': {
        const before = new Map(this.env);
        const goesOn = this.block(node.body) && this.block(node.orelse);
        const done = this.env;
        const during = this.joined([before, done]);
        const handlers = node.handlers.map((handler) => () => {
          this.env = new Map(during);
          if (handler.type) this.expr(handler.type);
          const variable = this.scopes.variables.get(handler);
          if (variable) this.set(variable, this.errorType(handler.type));
          return this.block(handler.body);
        });
        const isReached = this.branches(() => ((this.env = done), goesOn), ...handlers);
        return this.block(node.finalbody) && isReached;
      }
      case 'Assert':
        this.expr(node.test);
        this.narrow(node.test, true);
        if (node.msg) this.expr(node.msg);
        return true;
      case 'Delete':
        for (const target of node.targets) this.expr(target);
        return true;
      case 'FunctionDef': {
        for (const one of node.decorator_list) this.expr(one);
        const variable = this.scopes.variables.get(node);
        const func = this.scopes.functions.get(node);
        if (variable && func) {
          const plain = node.decorator_list.every((one) =>
            /^(torch\.(no_grad|inference_mode|enable_grad)|(functools\.)?(lru_cache|cache))$/.test(
              this.path(one.nodeType === 'Call' ? one.func : one) ?? dotted(one) ?? '',
            ),
          );
          const own: Type = { k: 'func', func, self: null };
          if (!plain) func.isValue = true;
          this.set(
            variable,
            plain || func.of
              ? own
              : node.decorator_list.reduceRight<Type>((type, one) => this.calls.call(this.expr(one), [type], new Map(), one), own),
          );
        }
        return true;
      }
      case 'ClassDef': {
        const of = this.scopes.classes.get(node)!;
        this.set(this.scopes.variables.get(node)!, { k: 'class', of });
        return true;
      }
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          const variable = this.scopes.variables.get(alias);
          if (variable?.importPath) this.set(variable, this.calls.libraryValue(variable.importPath));
        }
        return true;
      case 'Match': {
        const subject = this.expr(node.subject);
        return this.branches(
          ...node.cases.map((one) => () => {
            this.pattern(one.pattern, subject);
            if (one.guard) this.expr(one.guard);
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
    const type = node ? this.expr(node) : ANY;
    return type.k === 'class' ? { k: 'obj', of: type.of } : { k: 'inst', path: 'builtins.Exception' };
  }

  private pattern(node: Any, subject: Type): void {
    const variable = this.scopes.variables.get(node);
    switch (node.nodeType) {
      case 'MatchValue':
        this.expr(node.value);
        return;
      case 'MatchSequence': {
        const items = subject.k === 'tuple' && subject.items.length === node.patterns.length ? subject.items : null;
        node.patterns.forEach((one, i) => this.pattern(one, items?.[i] ?? this.element(subject)));
        return;
      }
      case 'MatchStar':
        if (variable) this.set(variable, this.newList(node, subject));
        return;
      case 'MatchMapping':
        node.keys.forEach((key) => this.expr(key));
        node.patterns.forEach((one) => this.pattern(one, subject.k === 'dict' ? inside(subject.cell) : ANY));
        if (variable) this.set(variable, subject);
        return;
      case 'MatchClass': {
        const of = this.expr(node.cls);
        const path = of.k === 'lib' ? of.path : '';
        const whole: Type =
          path === 'builtins.int'
            ? INT
            : path === 'builtins.float'
              ? FLOAT
              : path === 'builtins.str'
                ? STR
                : of.k === 'class'
                  ? { k: 'obj', of: of.of }
                  : path.endsWith('Tensor')
                    ? tensor('any')
                    : subject;
        const fields = of.k === 'class' ? [...of.of.shared.keys()] : [];
        node.patterns.forEach((one, i) => this.pattern(one, of.k === 'class' ? this.member(whole, fields[i] ?? '', node) : whole));
        node.kwd_patterns.forEach((one, i) => this.pattern(one, this.member(whole, node.kwd_attrs[i]!, node)));
        return;
      }
      case 'MatchAs':
        if (node.pattern) this.pattern(node.pattern, subject);
        if (variable) this.set(variable, node.pattern?.nodeType === 'MatchClass' ? this.classPattern(node.pattern, subject) : subject);
        return;
      case 'MatchOr':
        for (const one of node.patterns) this.pattern(one, subject);
        return;
      default:
    }
  }

  private classPattern(node: Of<'MatchClass'>, subject: Type): Type {
    const of = this.expr(node.cls);
    if (of.k === 'class') return { k: 'obj', of: of.of };
    const names: Record<string, Type> = { 'builtins.int': INT, 'builtins.float': FLOAT, 'builtins.str': STR };
    return of.k === 'lib' ? (names[of.path] ?? subject) : subject;
  }

  /** What a condition says of the names in it. */
  private narrow(test: Expr, isTrue: boolean): void {
    if (test.nodeType === 'UnaryOp' && test.op.nodeType === 'Not') return this.narrow(test.operand, !isTrue);
    if (test.nodeType === 'BoolOp' && (test.op.nodeType === 'And') === isTrue) for (const one of test.values) this.narrow(one, isTrue);
    if (test.nodeType === 'Name') {
      const variable = this.scopes.variables.get(test);
      if (variable && isTrue) this.env.set(variable, withoutNone(this.lookup(variable)));
    }
    if (
      test.nodeType === 'Call' &&
      test.func.nodeType === 'Name' &&
      test.func.id === 'isinstance' &&
      isTrue &&
      test.args[0]?.nodeType === 'Name'
    ) {
      const variable = this.scopes.variables.get(test.args[0]);
      const of = test.args[1] ? this.expr(test.args[1]) : ANY;
      const names: Record<string, Type> = { 'builtins.int': INT, 'builtins.float': FLOAT, 'builtins.str': STR, 'builtins.bool': BOOL };
      if (!variable) return;
      const known = this.lookup(variable);
      if (of.k === 'class' && !(known.k === 'obj' && known.of.lineage().includes(of.of))) this.env.set(variable, { k: 'obj', of: of.of });
      else if (of.k === 'lib' && names[of.path]) this.env.set(variable, names[of.path]!);
      else if (of.k === 'lib' && of.path.endsWith('.Tensor') && known.k !== 'tensor') this.env.set(variable, tensor('any'));
      else if (of.k === 'lib' && /^torch\.nn\./.test(of.path)) this.env.set(variable, { k: 'inst', path: of.path });
    }
    if (test.nodeType !== 'Compare' || test.ops.length !== 1 || test.left.nodeType !== 'Name') return;
    const [op, right] = [test.ops[0]!.nodeType, test.comparators[0]!];
    if ((op !== 'Is' && op !== 'IsNot') || right.nodeType !== 'Constant' || right.value !== null) return;
    const variable = this.scopes.variables.get(test.left);
    if (!variable) return;
    const known = this.lookup(variable);
    this.env.set(variable, (op === 'Is') === isTrue ? (known.k === 'opt' ? NONE : known) : withoutNone(known));
  }

  private target(node: Expr, type: Type): void {
    switch (node.nodeType) {
      case 'Name': {
        const variable = this.scopes.variables.get(node);
        if (variable) this.set(variable, type);
        this.types.set(node, type);
        return;
      }
      case 'Attribute': {
        const of = this.expr(node.value);
        if (of.k === 'obj') {
          of.of.own.add(node.attr);
          const setter = of.of
            .lineage()
            .map((one) => one.setters.get(node.attr))
            .find(Boolean);
          if (setter?.params[1]) this.set(setter.params[1], type);
          else this.attribute(of.of, node.attr, type);
        } else if (of.k === 'class') {
          const holder = of.of.sharedBy(node.attr) ?? of.of;
          this.attribute(holder, node.attr, type);
        }
        return;
      }
      case 'Subscript': {
        const of = withoutNone(this.expr(node.value));
        const index = this.expr(node.slice);
        if ((of.k === 'list' || of.k === 'deque') && node.slice.nodeType === 'Slice') this.put(of.cell, elementOf(type));
        else if (of.k === 'list' || of.k === 'deque') this.put(of.cell, type);
        else if (of.k === 'dict') {
          this.put(of.key, index);
          this.put(of.cell, type);
          const name = this.nameOf(node.slice);
          const part = name === null ? undefined : of.parts?.cells.get(name);
          if (part) this.put(part, type);
          else if (of.parts && name !== null) of.parts.cells.set(name, newCell(type));
          else if (of.parts) of.parts.isOpen = true;
        } else if (of.k === 'obj') {
          const set = of.of.method('__setitem__');
          if (set) this.calls.bind(set, of, [index, type], new Map());
        }
        return;
      }
      case 'Tuple':
      case 'List': {
        const star = node.elts.findIndex((one) => one.nodeType === 'Starred');
        node.elts.forEach((one, i) => {
          const own = withoutNone(type);
          if (one.nodeType === 'Starred')
            this.target(
              one.value,
              this.newList(
                one,
                own.k === 'tuple'
                  ? own.items.slice(i, own.items.length - (node.elts.length - 1 - i)).reduce(join, NEVER)
                  : this.element(own),
              ),
            );
          else if (own.k === 'tuple')
            this.target(one, own.items[star >= 0 && i > star ? own.items.length - (node.elts.length - i) : i] ?? ANY);
          else this.target(one, this.element(own));
        });
        return;
      }
      case 'Starred':
        this.target(node.value, type);
        return;
      default:
    }
  }

  /** What going through a value gives. */
  element(type: Type): Type {
    if (type.k === 'class' && type.of.isEnum) return { k: 'obj', of: type.of };
    return elementOf(type);
  }

  private lookup(variable: Variable): Type {
    const known = this.env.get(variable);
    if (known && (!variable.isCaptured || variable.scope.kind === 'module')) return known;
    return variable.type;
  }

  // ---- expressions -------------------------------------------------------------------------------

  /** What an expression is here and now. */
  expr(node: Expr): Type {
    const type = this.kind(node);
    const before = this.types.get(node);
    const joined = before ? join(before, type) : type;
    this.types.set(node, joined);
    return type;
  }

  private kind(node: Expr): Type {
    switch (node.nodeType) {
      case 'Constant':
        return this.constant(node);
      case 'Name': {
        const variable = this.scopes.variables.get(node);
        return variable ? this.lookup(variable) : { k: 'lib', path: `builtins.${node.id}` };
      }
      case 'Attribute':
        return this.member(this.expr(node.value), node.attr, node);
      case 'Subscript':
        return this.subscript(node);
      case 'BinOp':
        return this.binary(node.op.nodeType, this.expr(node.left), this.expr(node.right), node);
      case 'UnaryOp': {
        const type = this.expr(node.operand);
        if (node.op.nodeType === 'Not') return BOOL;
        if (type.k === 'int') return node.op.nodeType === 'USub' ? (type.only === 0 ? type : INT) : type;
        if (type.k === 'bool') return INT;
        if (type.k === 'obj') return type.of.method(node.op.nodeType === 'USub' ? '__neg__' : '__pos__')?.result ?? ANY;
        return type;
      }
      case 'BoolOp': {
        const kinds = node.values.map((value) => this.expr(value));
        const isOr = node.op.nodeType === 'Or';
        return kinds.map((type, i) => (isOr && i < kinds.length - 1 ? withoutNone(type) : type)).reduce(join, NEVER);
      }
      case 'Compare': {
        const kinds = [node.left, ...node.comparators].map((one) => this.expr(one));
        const ops = node.ops.map((op) => op.nodeType);
        if (ops.some((op) => /^(Is|IsNot|In|NotIn)$/.test(op))) return BOOL;
        if (kinds.some((type) => type.k === 'obj')) {
          const own = kinds[0]!.k === 'obj' ? kinds[0].of.method(COMPARISONS[ops[0]!] ?? '') : null;
          if (own) {
            this.calls.bind(own, kinds[0]!, [kinds[1]!], new Map());
            return own.result;
          }
        }
        if (kinds.some((type) => type.k === 'tensor')) return tensor('bool');
        return kinds.some((type) => type.k === 'any') && kinds.every((type) => type.k === 'any') ? ANY : BOOL;
      }
      case 'IfExp': {
        this.expr(node.test);
        const before = this.env;
        this.env = new Map(before);
        this.narrow(node.test, true);
        const yes = this.expr(node.body);
        this.env = new Map(before);
        this.narrow(node.test, false);
        const no = this.expr(node.orelse);
        this.env = before;
        return join(yes, no);
      }
      case 'NamedExpr': {
        const type = this.expr(node.value);
        this.target(node.target, type);
        return type;
      }
      case 'Lambda':
        return { k: 'func', func: this.scopes.functions.get(node)!, self: null };
      case 'Call':
        return this.calls.visit(node);
      case 'List':
        return this.newList(node, this.elements(node.elts));
      case 'Set':
        return this.newList(node, this.elements(node.elts), 'set');
      case 'Tuple': {
        if (node.elts.some((one) => one.nodeType === 'Starred')) return { k: 'tuples', of: this.elements(node.elts) };
        return { k: 'tuple', items: node.elts.map((one) => this.expr(one)) };
      }
      case 'Dict': {
        let [keys, values]: [Type, Type] = [NEVER, NEVER];
        node.keys.forEach((key, i) => {
          const value = this.expr(node.values[i]!);
          if (key) keys = join(keys, this.expr(key));
          else keys = join(keys, elementOf(value));
          values = joinApart([values, key ? value : value.k === 'dict' ? inside(value.cell) : ANY]);
        });
        return { ...this.newDict(node, keys, values), ...this.parts(node) };
      }
      case 'ListComp':
        return this.newList(
          node,
          this.comprehension(node.generators, () => this.expr(node.elt)),
        );
      case 'SetComp':
        return this.newList(
          node,
          this.comprehension(node.generators, () => this.expr(node.elt)),
          'set',
        );
      case 'GeneratorExp':
        return iterOf(this.comprehension(node.generators, () => this.expr(node.elt)));
      case 'DictComp': {
        let key: Type = NEVER;
        const value = this.comprehension(node.generators, () => {
          key = this.expr(node.key);
          return this.expr(node.value);
        });
        return this.newDict(node, key, value);
      }
      case 'JoinedStr':
        for (const one of node.values) this.expr(one);
        return STR;
      case 'FormattedValue':
        this.expr(node.value);
        if (node.format_spec) this.expr(node.format_spec);
        return STR;
      case 'Starred':
        return this.expr(node.value);
      case 'Slice':
        for (const one of [node.lower, node.upper, node.step]) if (one) this.expr(one);
        return ANY;
      case 'Yield': {
        const type = node.value ? this.expr(node.value) : NONE;
        if (this.func) this.result(this.func, iterOf(type));
        return ANY;
      }
      case 'YieldFrom': {
        const type = this.expr(node.value);
        if (this.func) this.result(this.func, iterOf(elementOf(type)));
        return ANY;
      }
      default:
        for (const child of childrenOf(node)) if (!/Interpolation/.test(child.nodeType)) this.expr(child as Expr);
        return ANY;
    }
  }

  /** What stands under each name of a dict that is written out. */
  private parts(node: Of<'Dict'>): { parts: Parts } | Record<string, never> {
    let parts = this.written.get(node);
    if (!parts) {
      const isKnown = (key: Expr | null | undefined, i: number): boolean => {
        const spread = key ? null : this.types.get(node.values[i]!);
        return key ? this.nameOf(key) !== null : spread?.k === 'dict' && spread.parts !== undefined && !spread.parts.isOpen;
      };
      if (!node.keys.every(isKnown)) return {};
      this.written.set(node, (parts = { cells: new Map(), isOpen: false }));
    }
    const own = parts;
    const put = (name: string, type: Type) => {
      let cell = own.cells.get(name);
      if (!cell) own.cells.set(name, (cell = newCell()));
      this.put(cell, type);
    };
    node.keys.forEach((key, i) => {
      const value = this.types.get(node.values[i]!) ?? NEVER;
      if (key) put(this.nameOf(key) ?? '', value);
      else if (value.k === 'dict' && value.parts) for (const [name, cell] of value.parts.cells) put(name, inside(cell));
    });
    return { parts };
  }

  private elements(nodes: readonly Expr[]): Type {
    return nodes.map((one) => (one.nodeType === 'Starred' ? elementOf(this.expr(one)) : this.expr(one))).reduce(join, NEVER);
  }

  private comprehension(generators: readonly Of<'Comprehension'>[], make: () => Type): Type {
    for (const { target, iter, ifs } of generators) {
      this.target(target, this.element(this.expr(iter)));
      for (const test of ifs) {
        this.expr(test);
        this.narrow(test, true);
      }
    }
    return make();
  }

  private constant(node: Of<'Constant'>): Type {
    const { value } = node as { value: unknown };
    if (value === null || value === undefined) return NONE;
    if (typeof value === 'boolean') return BOOL;
    if (typeof value === 'string') return /^[rR]?[bB]/.test(this.source.of(node)) ? { k: 'bytes' } : STR;
    if (typeof value === 'number' || typeof value === 'bigint')
      return isFloatText(this.source.of(node)) ? FLOAT : { k: 'int', low: true, only: Number(value) };
    return ANY;
  }

  member(type: Type, name: string, node: Any): Type {
    switch (type.k) {
      case 'never':
        return NEVER;
      case 'opt':
        return this.member(type.of, name, node);
      case 'lib':
        return this.calls.libraryValue(`${type.path}.${name}`);
      case 'tensor':
        if (name === 'shape') return SIZE;
        if (name === 'grad') return { k: 'opt', of: type };
        if (/^(data|T|mT|H|real)$/.test(name)) return type;
        if (name === 'dtype') return { k: 'dtype', d: type.d };
        if (name === 'ndim') return LOW;
        if (/^(requires_grad|is_leaf)$/.test(name)) return BOOL;
        if (name === 'device') return { k: 'inst', path: 'torch.device' };
        if (name === 'grad_fn' || name === 'names') return ANY;
        return { k: 'method', of: type, name };
      case 'tuple':
        if (name === 'values' || name === 'indices') return type.items[name === 'values' ? 0 : 1] ?? ANY;
        return { k: 'method', of: type, name };
      case 'obj':
      case 'super':
        return this.memberOf(type.of, name, type, node);
      case 'class': {
        if (name === '__name__') return STR;
        const shared = type.of.lineage().find((one) => one.attributes.has(name));
        const method = type.of.method(name);
        if (method) return { k: 'func', func: method, self: method.kind === 'class' ? type : null };
        return shared ? shared.attributes.get(name)! : type.of.root ? { k: 'method', of: type, name } : ANY;
      }
      case 'func':
        return name === '__name__' ? STR : ANY;
      case 'named': {
        const cell = type.of.cells.get(name);
        return cell ? inside(cell) : { k: 'method', of: type, name };
      }
      case 'inst':
        if (type.path === 'argparse.Namespace') return this.calls.options.get(name) ?? ANY;
        return instanceAttribute(type.path, name) ?? { k: 'method', of: type, name };
      case 'any':
        if (name === '__name__' || name === '__class__') return name === '__name__' ? STR : ANY;
        return { k: 'method', of: ANY, name };
      default:
        return { k: 'method', of: type, name };
    }
  }

  private memberOf(of: Class, name: string, self: Type, node: Any): Type {
    if (name === '__class__') return { k: 'class', of };
    const method = of.method(name);
    if (method) {
      if (method.kind === 'property')
        return of
          .implementations(name)
          .map((one) => one.result)
          .reduce(join, NEVER);
      return { k: 'func', func: method, self: method.kind === 'static' ? null : method.kind === 'class' ? { k: 'class', of } : self };
    }
    const holder = of.lineage().find((one) => one.attributes.has(name));
    if (holder) return holder.attributes.get(name)!;
    const below = of.extendedBy.flatMap((one) => [one, ...one.extendedBy]);
    const found = below.filter((one) => one.attributes.has(name) || one.methods.has(name));
    if (found.length > 0) return found.map((one) => this.memberOf(one, name, { k: 'obj', of: one }, node)).reduce(join, NEVER);
    if (of.isModule) {
      if (name === 'training') return BOOL;
      const known = of.root === 'torch.nn.Module' ? null : instanceAttribute(of.root ?? '', name);
      return known ?? { k: 'method', of: { k: 'obj', of }, name };
    }
    if (of.isError && name === 'args') return { k: 'tuples', of: ANY };
    if (of.root) return { k: 'method', of: { k: 'obj', of }, name };
    return this.isLast ? ANY : NEVER;
  }

  private subscript(node: Of<'Subscript'>): Type {
    const of = withoutNone(this.expr(node.value));
    const index = this.expr(node.slice);
    const { slice } = node;
    const isSlice = slice.nodeType === 'Slice';
    switch (of.k) {
      case 'tensor':
      case 'str':
      case 'nested':
      case 'never':
        return of;
      case 'list':
      case 'deque':
        return isSlice ? this.newList(node, inside(of.cell)) : inside(of.cell);
      case 'tuple': {
        if (slice.nodeType === 'Slice') {
          const [from, to] = [slice.lower, slice.upper].map((one) => (one ? this.literal(one) : null));
          if (slice.step || from === undefined || to === undefined) return { k: 'tuples', of: elementOf(of) };
          return { k: 'tuple', items: of.items.slice(from ?? 0, to ?? undefined) };
        }
        const at = this.literal(node.slice);
        return at === undefined || at === null ? elementOf(of) : (of.items.at(at) ?? ANY);
      }
      case 'named': {
        const at = this.literal(slice);
        const field = at === undefined ? undefined : of.of.fields.at(at);
        return field === undefined ? elementOf(of) : inside(of.of.cells.get(field)!);
      }
      case 'tuples':
      case 'iter':
        return isSlice ? of : of.of;
      case 'size':
        return isSlice ? SIZE : LOW;
      case 'range':
        return isSlice ? of : elementOf(of);
      case 'dict':
        if (of.make || of.counter) this.put(of.key, index);
        return this.partOf(of, node.slice) ?? inside(of.cell);
      case 'record':
        return node.slice.nodeType === 'Constant' && /^(lr|momentum|weight_decay|eps)$/.test(String(node.slice.value)) ? FLOAT : of.of;
      case 'obj': {
        const get = of.of.method('__getitem__');
        if (get) {
          this.calls.bind(get, of, [isSlice ? ANY : index], new Map());
          return get.result;
        }
        return of.of.isModule ? { k: 'inst', path: 'torch.nn.Module' } : ANY;
      }
      case 'class':
        return of.of.isEnum ? { k: 'obj', of: of.of } : ANY;
      case 'inst':
        return isSlice ? of : (of.of ?? (isModule(of) ? { k: 'inst', path: 'torch.nn.Module' } : ANY));
      default:
        return ANY;
    }
  }

  private nameOf(node: Expr): string | null {
    return node.nodeType === 'Constant' && typeof node.value === 'string' ? node.value : null;
  }

  /** What a dict has under a name that is written out. */
  partOf(of: Type & { k: 'dict' }, node: Expr | undefined): Type | null {
    const name = node ? this.nameOf(node) : null;
    const part = name === null || of.parts?.isOpen ? undefined : of.parts?.cells.get(name);
    return part ? inside(part) : null;
  }

  /** The whole number that is written; undefined for anything else, null for nothing. */
  literal(node: Expr): number | undefined {
    if (node.nodeType === 'Constant' && typeof node.value === 'number') return node.value;
    if (node.nodeType === 'UnaryOp' && node.op.nodeType === 'USub') {
      const inner = this.literal(node.operand);
      return inner === undefined ? undefined : -inner;
    }
    return undefined;
  }

  binary(op: string, left: Type, right: Type, node: Any): Type {
    const [a, b] = [withoutNone(left), withoutNone(right)];
    if (a.k === 'obj' || b.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      const own = a.k === 'obj' ? a.of.method(`__${name}__`) : null;
      if (own) return this.calls.bind(own, a, [b], new Map());
      const reflected = b.k === 'obj' ? b.of.method(`__r${name}__`) : null;
      if (reflected) return this.calls.bind(reflected, b, [a], new Map());
      if (a.k === 'obj' && b.k === 'obj' && a.of.isEnum) return ANY;
    }
    if (a.k === 'never' || b.k === 'never') return a.k === 'tensor' ? a : b.k === 'tensor' ? b : NEVER;
    if (a.k === 'tensor' || b.k === 'tensor') {
      if (a.k === 'str' && op === 'Mod') return STR;
      const d = promote(kindOf(a), kindOf(b));
      return tensor(op === 'Div' ? 'float' : op === 'Pow' && d === 'bool' ? 'int' : d);
    }
    if (a.k === 'str' && op === 'Mod') return STR;
    if (a.k === 'str' && (b.k === 'str' || (op === 'Mult' && isNumber(b)))) return STR;
    if (op === 'Mult' && b.k === 'str') return STR;
    if (a.k === 'nested' || b.k === 'nested') return { k: 'num', only: null };
    if (isNumber(a) && isNumber(b)) return this.numbers(op, a, b);
    if (op === 'Add' && a.k === 'list' && b.k === 'list') return this.newList(node, join(inside(a.cell), inside(b.cell)));
    if (op === 'Mult' && (a.k === 'list' || b.k === 'list')) return this.newList(node, elementOf(a.k === 'list' ? a : b));
    if (op === 'Add' && a.k === 'tuple' && b.k === 'tuple') return { k: 'tuple', items: [...a.items, ...b.items] };
    if (op === 'Add' && (a.k === 'tuples' || a.k === 'tuple' || a.k === 'size'))
      return { k: 'tuples', of: join(elementOf(a), elementOf(b)) };
    if (op === 'Mult' && (a.k === 'tuples' || a.k === 'tuple')) return { k: 'tuples', of: elementOf(a) };
    if (a.k === 'set' && b.k === 'set') return this.newList(node, join(inside(a.cell), inside(b.cell)), 'set');
    if (a.k === 'dict' && b.k === 'dict' && op === 'BitOr')
      return this.newDict(node, join(inside(a.key), inside(b.key)), join(inside(a.cell), inside(b.cell)));
    return ANY;
  }

  private numbers(op: string, a: Type, b: Type): Type {
    if (op === 'Div') return FLOAT;
    if (a.k === 'float' || b.k === 'float') return FLOAT;
    if (a.k === 'num' || b.k === 'num') {
      // A sum with an int that is 0 only in the beginning stays one of both.
      const [x, y] = [a, b].map((one) => (one.k === 'num' || one.k === 'int' ? one.only : null));
      return { k: 'num', only: x === 0 && y === 0 ? 0 : null };
    }
    const low = (type: Type) => type.k === 'bool' || (type.k === 'int' && type.low);
    switch (op) {
      case 'Sub':
        return INT;
      case 'Mod':
      case 'BitAnd':
        return low(b) || (op === 'BitAnd' && low(a)) ? LOW : INT;
      case 'BitOr':
      case 'BitXor':
        return a.k === 'bool' && b.k === 'bool' ? BOOL : low(a) && low(b) ? LOW : INT;
      default:
        return low(a) && low(b) ? LOW : INT;
    }
  }

  /** What an annotation says. */
  annotated(node: Expr): Type {
    if (node.nodeType === 'Constant' && typeof node.value === 'string') {
      const named = [...this.scopes.classes.values()].find((one) => one.name === node.value);
      return named ? { k: 'obj', of: named } : ANY;
    }
    if (node.nodeType === 'Constant' && node.value === null) return NONE;
    if (node.nodeType === 'BinOp') return join(this.annotated(node.left), this.annotated(node.right));
    const inner = node.nodeType === 'Subscript' ? (node.slice.nodeType === 'Tuple' ? node.slice.elts : [node.slice]) : [];
    const base = node.nodeType === 'Subscript' ? node.value : node;
    const of = (i: number): Type => (inner[i] ? this.annotated(inner[i]) : ANY);
    const named = base.nodeType === 'Name' ? this.scopes.variables.get(base) : undefined;
    if (named?.type.k === 'class') return { k: 'obj', of: named.type.of };
    switch (this.path(base) ?? dotted(base)) {
      case 'int':
        return INT;
      case 'float':
        return FLOAT;
      case 'str':
        return STR;
      case 'bool':
        return BOOL;
      case 'torch.Tensor':
      case 'Tensor':
        return tensor('any');
      case 'list':
      case 'typing.List':
      case 'typing.Sequence':
        return this.newList(node, of(0));
      case 'tuple':
      case 'typing.Tuple':
        if (inner.length === 0) return ANY;
        return inner[1]?.nodeType === 'Constant' && String(inner[1].value) === 'Ellipsis'
          ? { k: 'tuples', of: of(0) }
          : { k: 'tuple', items: inner.map((_, i) => of(i)) };
      case 'dict':
      case 'typing.Dict':
        return this.newDict(node, of(0), of(1));
      case 'typing.Optional':
        return join(NONE, of(0));
      case 'typing.Iterator':
      case 'typing.Iterable':
      case 'typing.Generator':
        return iterOf(of(0));
      case 'torch.nn.Module':
        return { k: 'inst', path: 'torch.nn.Module' };
      default:
        return ANY;
    }
  }
}

export const isFloatText = (text: string): boolean => !/^0[xob]/i.test(text) && /[.eE]/.test(text);

export const OPERATORS: Readonly<Record<string, string>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  Div: 'truediv',
  FloorDiv: 'floordiv',
  Mod: 'mod',
  Pow: 'pow',
  MatMult: 'matmul',
  BitAnd: 'and',
  BitOr: 'or',
  BitXor: 'xor',
  LShift: 'lshift',
  RShift: 'rshift',
};

export const COMPARISONS: Readonly<Record<string, string>> = {
  Eq: '__eq__',
  NotEq: '__ne__',
  Lt: '__lt__',
  LtE: '__le__',
  Gt: '__gt__',
  GtE: '__ge__',
};
