/** Statements. */
import { comment } from '../reading/comments.js';
import { OPERATORS } from '../reading/operators.js';
import { LEVEL, Unconvertible, type Context } from './context.js';
import { ClassWriter } from './classes.js';
import { Expressions } from './expressions.js';
import { FunctionWriter } from './functions.js';
import { ImportWriter } from './imports.js';
import { MatchWriter } from './matching.js';
import { TryWriter } from './trying.js';
import { WithWriter } from './with.js';
import { LoopWriter } from './loops.js';
import { blocksOf, type Any, type Expr, type Of, type Stmt } from '../reading/syntax.js';
import { isNumber, withoutNone } from '../program/types.js';

export interface Problem {
  /** From 1. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

export class Statements {
  readonly problems: Problem[] = [];
  readonly e: Expressions;
  readonly functions: FunctionWriter;
  readonly loops: LoopWriter;
  private readonly classes: ClassWriter;
  private readonly imports: ImportWriter;
  private readonly matches: MatchWriter;
  private readonly tries: TryWriter;
  private readonly withs: WithWriter;

  constructor(readonly c: Context) {
    this.e = new Expressions(c);
    this.functions = new FunctionWriter(c, this);
    this.classes = new ClassWriter(c, this);
    this.imports = new ImportWriter(c);
    this.matches = new MatchWriter(c, this);
    this.tries = new TryWriter(c, this);
    this.withs = new WithWriter(c, this);
    this.loops = new LoopWriter(c, this);
  }

  /** Where it is not known whether a whole number is printed as an int or as a float. */
  doubts(): Problem[] {
    const told = new Set<Any>();
    return this.e.doubts.flatMap(({ node }) => {
      if (told.has(node)) return [];
      told.add(node);
      return [
        this.problemAt(
          node,
          `it is not known here whether '${this.c.source.of(node)}' is an int or a float: a whole number is printed as an int`,
        ),
      ];
    });
  }

  private problemAt(node: Any, message: string): Problem {
    const { source } = this.c;
    const line = node.lineno ?? 1;
    const endLine = node.end_lineno ?? line;
    return {
      line,
      column: source.column(line, node.col_offset ?? 0) + 1,
      endLine,
      endColumn: source.column(endLine, node.end_col_offset ?? 0) + 1,
      message,
    };
  }

  /** Writes a block without its braces. */
  block(body: readonly Stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  /** What is within braces, with the comments that stand at its end. */
  inside(body: readonly Stmt[], first?: () => void): void {
    const { out } = this.c;
    out.inside(() => {
      first?.();
      this.block(body);
      const last = body.at(-1);
      if (last) out.commentsBefore(this.nextLine(last), last.col_offset || 1);
    });
  }

  /** How far the comments after a block may belong to it. */
  private nextLine(last: Stmt): number {
    const { lines } = this.c.source;
    let line = (last.end_lineno ?? last.lineno) + 1;
    while (line <= lines.length && (lines[line - 1]!.trim() === '' || lines[line - 1]!.trim().startsWith('#'))) line++;
    return line;
  }

  statement(node: Stmt): void {
    const { c } = this;
    const { out } = c;
    const last = node.end_lineno ?? node.lineno;
    const decorators = node.nodeType === 'FunctionDef' || node.nodeType === 'ClassDef' ? node.decorator_list : [];
    const firstLine = Math.min(node.lineno, ...decorators.map((one) => one.lineno));
    const kept = { from: out.from, at: 0 };
    out.commentsBefore(firstLine);
    this.spacing(firstLine);
    out.from = node.lineno;
    kept.at = out.lines.length;
    const depth = [c.functions.length, c.classes.length] as const;
    try {
      this.declarations(node);
      if (blocksOf(node).length > 0 || node.nodeType === 'FunctionDef' || node.nodeType === 'ClassDef') this.compound(node);
      else {
        // The text is made before its comments are taken, so that a refusal leaves them.
        const text = this.simple(node);
        out.statement(firstLine, last, () => text !== '' && out.write(text));
      }
    } catch (error) {
      if (!(error instanceof Unconvertible)) throw error;
      c.functions.length = depth[0];
      c.classes.length = depth[1];
      out.lines.length = kept.at;
      this.refuse(node, error);
    }
    out.from = last;
  }

  /** A blank line where there was one. */
  private spacing(line: number): void {
    const { lines } = this.c.source;
    if (line > 1 && (lines[line - 2] ?? '').trim() === '' && this.c.out.lines.length > 0) this.c.out.blankLine();
  }

  private refuse(node: Stmt, error: Unconvertible): void {
    const { out, source } = this.c;
    const at = error.node.lineno === undefined ? node : error.node;
    this.problems.push(this.problemAt(at, error.message));
    const text = source.of(node).split('\n');
    const margin = node.col_offset;
    out.write(`// Not converted: ${error.message}.`);
    for (const [i, one] of text.entries()) {
      out.from = node.lineno + i;
      out.write(`// ${i === 0 ? one : one.slice(Math.min(margin, one.length - one.trimStart().length))}`.trimEnd());
    }
    out.statement(node.lineno, node.end_lineno ?? node.lineno, () => {});
  }

  private declarations(node: Stmt): void {
    const { c } = this;
    for (const variable of c.scopes.declaredBefore(node)) {
      if (variable.stores.length === 0) continue;
      const type = this.e.calls.typeText(variable.type);
      c.out.write(`let ${variable.js}: ${type === 'null' ? 'any' : type};`);
    }
  }

  private compound(node: Stmt): void {
    const { c, e } = this;
    switch (node.nodeType) {
      case 'FunctionDef':
        return this.functions.write(node);
      case 'ClassDef':
        return this.classes.write(node);
      case 'If':
        if (this.isMain(node)) {
          c.out.commentsBefore(node.body[0]?.lineno ?? 0);
          return this.block(node.body);
        }
        return this.branch(node, 'if');
      case 'For':
        return this.loops.for(node);
      case 'While':
        return this.loops.while(node);
      case 'With':
        return this.withs.write(node);
      case 'Try':
        return this.tries.write(node);
      case 'Match':
        return this.matches.write(node);
      default:
        void e;
        c.fail(node, `'${node.nodeType}' is not converted`);
    }
  }

  private isMain({ test, orelse }: Of<'If'>): boolean {
    return orelse.length === 0 && test.nodeType === 'Compare' && test.left.nodeType === 'Name' && test.left.id === '__name__';
  }

  private branch(node: Of<'If'>, word: string): void {
    const { c, e } = this;
    const { out } = c;
    const head = `${word} (${e.truth(node.test)}) {`;
    out.head(node.lineno, (node.body[0]?.lineno ?? node.lineno + 1) - 1 < node.lineno ? node.lineno : node.test.end_lineno!, head);
    this.inside(node.body);
    const [only] = node.orelse;
    if (!only) return out.write('}');
    const isElif =
      node.orelse.length === 1 &&
      only.nodeType === 'If' &&
      /^elif\b/.test(c.source.lines[only.lineno - 1]!.trim()) &&
      c.scopes.declaredBefore(only).length === 0;
    out.commentsBefore(only.lineno, only.col_offset);
    out.from = only.lineno;
    if (isElif) return this.branch(only, '} else if');
    out.write('} else {');
    this.inside(node.orelse);
    out.write('}');
  }

  private simple(node: Stmt): string {
    const { c, e } = this;
    switch (node.nodeType) {
      case 'Expr':
        return this.expression(node.value);
      case 'Assign':
        return this.assign(node);
      case 'AnnAssign':
        return node.value ? this.assignTo(node.target, node.value, node) : this.declared(node);
      case 'AugAssign':
        return this.augmented(node);
      case 'Return':
        if (c.functions.at(-1)?.name === '__init__') return 'return;';
        return node.value ? `return ${e.text(node.value)};` : 'return;';
      case 'Pass':
      case 'Global':
      case 'Nonlocal':
        return '';
      case 'Break':
        return this.loops.break();
      case 'Continue':
        return 'continue;';
      case 'Import':
      case 'ImportFrom':
        return this.imports.write(node);
      case 'Delete':
        return node.targets
          .flatMap((one) =>
            one.nodeType === 'Subscript'
              ? [e.subscripts.remove(one)]
              : one.nodeType === 'Attribute'
                ? [`delete (${e.text(one.value)} as any).${one.attr};`]
                : [],
          )
          .join('\n');
      case 'Assert': {
        const message = node.msg ? e.text(node.msg) : '';
        return `if (!(${e.truth(node.test)})) throw new ${c.helper('AssertionError')}(${node.msg && c.type(node.msg).k !== 'str' ? `${c.helper('str')}(${message})` : message});`;
      }
      case 'Raise':
        return this.tries.raise(node);
      default:
        return c.fail(node, `'${node.nodeType}' is not converted`);
    }
  }

  private declared(node: Of<'AnnAssign'>): string {
    void node;
    return '';
  }

  private expression(node: Expr): string {
    const { c, e } = this;
    if (node.nodeType === 'Constant') {
      if (typeof node.value !== 'string' || c.source.of(node) === '...') return '';
      return comment(node.value);
    }
    const option = this.option(node);
    if (option !== null) return option;
    if (node.nodeType === 'Call' && node.func.nodeType === 'Attribute' && node.func.attr === '__init__') {
      const init = this.classes.superCall(node);
      if (init !== null) return init;
    }
    const text = e.text(node, LEVEL.comma);
    if (text === 'undefined') return '';
    return `${text.startsWith('{') || text.startsWith('function') ? `(${text})` : text};`;
  }

  /** `parser.add_argument(…)`: kept for `parse_args`. */
  private option(node: Expr): string | null {
    const { c, e } = this;
    if (node.nodeType !== 'Call' || node.func.nodeType !== 'Attribute') return null;
    const of = c.type(node.func.value);
    if (of.k !== 'inst' || !of.path.startsWith('argparse.')) return null;
    if (node.func.attr === 'set_defaults') {
      for (const { arg, value } of node.keywords) if (arg) c.options.push({ name: arg, value: e.text(value) });
      return '';
    }
    if (node.func.attr !== 'add_argument') return c.fail(node, `'${node.func.attr}' of argparse is not converted`);
    const names = node.args.map((one) => (one.nodeType === 'Constant' ? String(one.value) : ''));
    const long = names.find((name) => name.startsWith('--')) ?? names.find((name) => name.startsWith('-'));
    const keyword = (name: string) => node.keywords.find((one) => one.arg === name)?.value;
    const own = keyword('dest');
    const name = own?.nodeType === 'Constant' ? String(own.value) : (long ?? names[0] ?? '').replace(/^-+/, '').replaceAll('-', '_');
    const given = keyword('default');
    const action = keyword('action');
    if (!long && !given) return c.fail(node, 'an argument of the command line without a default has no value here');
    const flag = action?.nodeType === 'Constant' ? ({ store_true: 'false', store_false: 'true' }[String(action.value)] ?? null) : null;
    c.options.push({ name, value: given ? e.text(given) : (flag ?? 'null') });
    return '';
  }

  private assign(node: Of<'Assign'>): string {
    const { c, e } = this;
    const { targets, value } = node;
    const [first] = targets;
    if (value.nodeType === 'Call' && first) {
      const type = c.type(value);
      if (type.k === 'inst' && type.path.startsWith('argparse.Arg')) return '';
      if (type.k === 'inst' && type.path === 'argparse.Namespace') {
        const options = [...new Map(c.options.map((one) => [one.name, one.value]))];
        return this.given(first, `{\n${options.map(([name, text]) => `  ${name}: ${text},`).join('\n')}\n}`);
      }
    }
    if (targets.length === 1) return this.assignTo(first!, value, node);
    const simple = /^(Constant|Name)$/.test(value.nodeType);
    const name = simple ? e.text(value) : c.fresh('value');
    const lines = targets.map((target) => this.given(target, name));
    return [...(simple ? [] : [`const ${name} = ${e.text(value)};`]), ...lines].join('\n');
  }

  private assignTo(target: Expr, value: Expr, node: Any): string {
    const { c, e } = this;
    if (target.nodeType === 'Tuple' || target.nodeType === 'List') {
      if (value.nodeType === 'Tuple' || value.nodeType === 'List')
        return this.given(target, e.bare(value.nodeType === 'Tuple' ? value : ({ ...value, nodeType: 'Tuple' } as unknown as Expr)));
      if (value.nodeType === 'GeneratorExp') return this.given(target, e.comprehensions.list(value));
      const type = withoutNone(c.type(value));
      const text = type.k === 'dict' || type.k === 'any' ? e.iterable(value, LEVEL.assign) : e.text(value);
      return this.given(target, type.k === 'any' ? `[...${text}]` : text);
    }
    const type = c.type(value);
    const isEmpty = value.nodeType === 'List' && value.elts.length === 0;
    void node;
    const annotation = isEmpty && target.nodeType === 'Name' ? this.e.calls.typeText(type) : '';
    return this.given(target, e.text(value), annotation === 'any[]' || annotation === '' ? (isEmpty ? 'any[]' : '') : annotation);
  }

  /** Writes that a target gets what a text says. */
  given(target: Expr, value: string, type = ''): string {
    const { c, e } = this;
    switch (target.nodeType) {
      case 'Name': {
        const variable = c.variable(target);
        if (!variable) return `${target.id} = ${value};`;
        if (variable.scope.kind === 'class') return `${e.name(target)} = ${value};`;
        if (variable.declaredBy !== target) return `${variable.js} = ${value};`;
        if (variable.isConstant) return `const ${variable.js}${type ? `: ${type}` : ''} = ${value};`;
        const known = type || this.wide(variable.type, value);
        return `let ${variable.js}${known ? `: ${known}` : ''} = ${value};`;
      }
      case 'Attribute': {
        const own = e.text(target, LEVEL.call);
        return `${own} = ${value};`;
      }
      case 'Subscript':
        return e.subscripts.store(target, value);
      case 'Tuple':
      case 'List': {
        const names: string[] = [];
        const after: string[] = [];
        const before: string[] = [];
        const all = this.pattern(target, after, before, names);
        const declares = names.length > 0 && names.every((name) => name !== '');
        const constant = this.namesOf(target).every((one) => c.variable(one)?.isConstant !== false);
        const isDeclared = declares && this.namesOf(target).every((one) => c.variable(one)?.declaredBy === one);
        if (isDeclared) return [`${constant ? 'const' : 'let'} ${all} = ${value};`, ...after].join('\n');
        const declared = this.namesOf(target).filter((one) => c.variable(one)?.declaredBy === one);
        const lets = declared.map((one) => `let ${c.variable(one)!.js}: ${e.calls.typeText(c.variable(one)!.type)};`);
        return [...lets, `${all} = ${value};`, ...after].join('\n');
      }
      default:
        return c.fail(target, 'this target is not converted');
    }
  }

  /** The type of a variable that holds more than its first value shows. */
  private wide(type: Parameters<Context['typeOf']>[0], value: string): string {
    const text = this.e.calls.typeText(type);
    if (text === 'any' || / \| null$/.test(text) || value === 'null') return text === 'null' ? 'any' : text;
    return '';
  }

  private namesOf(node: Expr): Expr[] {
    if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.flatMap((one) => this.namesOf(one));
    if (node.nodeType === 'Starred') return this.namesOf(node.value);
    return node.nodeType === 'Name' ? [node] : [];
  }

  /** A target as a pattern; what is no name gets its value after. */
  private pattern(node: Expr, after: string[], before: string[], names: string[]): string {
    const { c, e } = this;
    if (node.nodeType === 'Tuple' || node.nodeType === 'List')
      return `[${node.elts.map((one) => this.pattern(one, after, before, names)).join(', ')}]`;
    if (node.nodeType === 'Starred') return `...${this.pattern(node.value, after, before, names)}`;
    if (node.nodeType === 'Name') {
      names.push(node.id);
      return e.name(node);
    }
    if (node.nodeType === 'Attribute') {
      names.push('');
      return e.text(node, LEVEL.call);
    }
    if (node.nodeType === 'Subscript') {
      const type = withoutNone(c.type(node.value));
      names.push('');
      if (type.k === 'list') return `${e.text(node.value, LEVEL.call)}[${e.text(node.slice)}]`;
      return c.fail(node, 'this target is not converted');
    }
    return c.fail(node, 'this target is not converted');
  }

  private augmented(node: Of<'AugAssign'>): string {
    const { c, e } = this;
    const { target, value } = node;
    const op = node.op.nodeType;
    const [a, b] = [withoutNone(c.type(target)), withoutNone(c.type(value))];
    const text = () => e.text(target, LEVEL.call);
    if (a.k === 'list' || a.k === 'deque') {
      if (op === 'Add')
        return `${text()}.push(...${value.nodeType === 'GeneratorExp' ? e.comprehensions.list(value) : value.nodeType === 'List' ? `[${e.items(value.elts)}]` : e.iterable(value, LEVEL.assign)});`;
      if (op !== 'Mult') c.fail(node, 'a list has no such operator');
    }
    if (a.k === 'set' && op === 'BitOr') return `${text()}.update(${e.text(value)});`;
    if (a.k === 'dict' && op === 'BitOr') return `${text()}.update(${e.text(value)});`;
    if (a.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      const own = a.of.method(`__i${name}__`);
      if (own) return this.given({ ...target }, `${text()}.__i${name}__(${e.text(value)})`);
    }
    const sign = { Add: '+', Sub: '-', Mult: '*', Div: '/', Pow: '**' }[op as 'Add'];
    const isSubscript = target.nodeType === 'Subscript';
    const isPlace = !isSubscript || e.subscripts.isInPlace(target);
    const isKnown =
      (isNumber(a) && (isNumber(b) || b.k === 'tensor')) ||
      a.k === 'tensor' ||
      (a.k === 'str' && b.k === 'str' && op === 'Add') ||
      (a.k === 'any' && (isNumber(b) || b.k === 'tensor') && op !== 'Mult') ||
      (a.k === 'any' && op !== 'Add' && op !== 'Mult' && !c.hasOperators);
    const isLarge = op === 'Mult' && a.k === 'int' && value.nodeType === 'Constant' && Number(value.value) > 65536;
    const divides = op === 'Div' && c.catchesAll && isNumber(a) && value.nodeType !== 'Constant';
    if (sign && isPlace && isKnown && !isLarge && !divides) return `${text()} ${sign}= ${e.text(value)};`;
    if (op === 'Mod' && isPlace && a.k === 'tensor') return `${text()} %= ${e.text(value)};`;
    if (/^Bit/.test(op) && a.k === 'tensor' && isPlace)
      return `${text()} ${{ BitAnd: '&', BitOr: '|', BitXor: '^' }[op as 'BitAnd']}= ${e.text(value)};`;
    if (a.k === 'any' && (op === 'Add' || op === 'Mult'))
      return this.given(target, `${c.helper(op === 'Add' ? 'iadd' : 'mul')}(${text()}, ${e.text(value)})`);
    const result = e.operation(op, c.type(target), c.type(value), target, value, node);
    return this.given(target, result.text);
  }
}
