/** Statements. */
import { t } from '../../../protocol/l10n.js';
import { comment } from '../reading/comments.js';
import { blocksOf, type Any, type Expr, type Of, type Stmt } from '../reading/syntax.js';
import { AssignmentWriter } from './assignments.js';
import { ClassWriter } from './classes.js';
import { CommandLine } from './commandLine.js';
import { Unconvertible, type Context } from './context.js';
import { Expressions } from './expressions.js';
import { FunctionWriter } from './functions.js';
import { ImportWriter } from './imports.js';
import { LoopWriter } from './loops.js';
import { MatchWriter } from './matching.js';
import { TryWriter } from './trying.js';
import { WithWriter } from './with.js';
import { inside, type Type } from '../program/types.js';
import { LEVEL, quote } from './written.js';

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
  readonly assignments: AssignmentWriter;
  private readonly commandLine: CommandLine;
  private readonly classes: ClassWriter;
  private readonly imports: ImportWriter;
  private readonly matches: MatchWriter;
  private readonly tries: TryWriter;
  private readonly withs: WithWriter;

  constructor(readonly c: Context) {
    this.e = new Expressions(c);
    this.assignments = new AssignmentWriter(c, this.e);
    this.commandLine = new CommandLine(c, this.e);
    this.functions = new FunctionWriter(c, this);
    this.classes = new ClassWriter(c, this);
    this.imports = new ImportWriter(c);
    this.matches = new MatchWriter(c, this);
    this.tries = new TryWriter(c, this);
    this.withs = new WithWriter(c, this);
    this.loops = new LoopWriter(c, this);
  }

  /** The places where a whole number may be printed as an int or as a float. */
  doubts(): Problem[] {
    const told = new Set<Any>();
    return this.e.texts.doubts.flatMap(({ node }) => {
      if (told.has(node)) return [];
      told.add(node);
      return [
        this.problemAt(
          node,
          t("it is not known here whether '{0}' is an int or a float: a whole number is printed as an int", this.c.source.of(node)),
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

  /** Writes the statements between braces, with the comments at the end. */
  inside(body: readonly Stmt[], first?: () => void): void {
    const { out } = this.c;
    out.inside(() => {
      first?.();
      this.block(body);
      const last = body.at(-1);
      if (last) out.commentsBefore(this.nextLine(last), last.col_offset || 1);
    });
  }

  /** The line up to which comments after a block may belong to it. */
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
        // The text is made before its comments are taken. If the statement is refused, the comments remain.
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

  /** Keeps a blank line of the Python text. */
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
    out.write(`// ${t('Not converted: {0}.', error.message)}`);
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
      const type = this.e.parameters.typeText(variable.type);
      c.out.write(`let ${variable.js}!: ${type === 'null' ? 'any' : type};`);
    }
  }

  private compound(node: Stmt): void {
    const { c } = this;
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
        c.fail(node, t("'{0}' is not converted", node.nodeType));
    }
  }

  private isMain({ test, orelse }: Of<'If'>): boolean {
    return orelse.length === 0 && test.nodeType === 'Compare' && test.left.nodeType === 'Name' && test.left.id === '__name__';
  }

  private branch(node: Of<'If'>, word: string): void {
    const { c, e } = this;
    const { out } = c;
    const head = `${word} (${e.conditions.truth(node.test)}) {`;
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
        return this.assignments.assign(node);
      case 'AnnAssign':
        return node.value ? this.assignments.assignTo(node.target, node.value) : '';
      case 'AugAssign':
        return this.assignments.augmented(node);
      case 'Return':
        if (c.functions.at(-1)?.name === '__init__') return 'return;';
        return node.value ? `return ${this.returned(node.value)};` : 'return;';
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
            one.nodeType === 'Subscript' ? [e.subscripts.remove(one)] : one.nodeType === 'Attribute' ? [this.removed(one)] : [],
          )
          .join('\n');
      case 'Assert': {
        const message = node.msg ? e.text(node.msg) : '';
        return `if (!(${e.conditions.truth(node.test)})) throw new ${c.helper('AssertionError')}(${node.msg && c.type(node.msg).k !== 'str' ? `${c.helper('str')}(${message})` : message});`;
      }
      case 'Raise':
        return this.tries.raise(node);
      default:
        return c.fail(node, t("'{0}' is not converted", node.nodeType));
    }
  }

  /** What a function returns. For a sample of a dataset, it is noted which parts are floats, for the tensors of a batch. */
  private returned(value: Expr): string {
    const { c, e } = this;
    const func = c.functions.at(-1);
    const text = e.text(value);
    if (func?.name !== '__getitem__' || !func.of?.isDataset) return text;
    const type = c.type(value);
    const parts: readonly (readonly [string | number, Type])[] =
      type.k === 'tuple'
        ? type.items.map((one, i) => [i, one] as const)
        : type.k === 'dict' && type.parts && !type.parts.isOpen
          ? [...type.parts.cells].map(([name, cell]) => [name, inside(cell)] as const)
          : [];
    const floats = parts.filter(([, one]) => one.k === 'float').map(([name]) => (typeof name === 'number' ? String(name) : quote(name)));
    return floats.length > 0 ? `${c.helper('floats_at')}(${text}, [${floats.join(', ')}])` : text;
  }

  /** `sys.exit(main())` at the end of a program: what it calls is all that is left to do. */
  private ending(node: Expr): string | null {
    const { c, e } = this;
    if (node.nodeType !== 'Call' || !/^(sys\.exit|exit|quit)$/.test(c.path(node.func) ?? '') || c.functions.length > 0) return null;
    const end = Math.max(...c.source.lines.map((line, i) => (/^\s*[^\s#]/.test(line) ? i + 1 : 0)));
    if ((node.end_lineno ?? 0) < end) return null;
    const [given] = node.args;
    return given?.nodeType === 'Call' ? `${e.text(given)};` : '';
  }

  private expression(node: Expr): string {
    const { c, e } = this;
    if (node.nodeType === 'Constant') {
      if (typeof node.value !== 'string' || c.source.of(node) === '...') return '';
      return comment(node.value);
    }
    const ended = this.ending(node);
    if (ended !== null) return ended;
    const option = this.commandLine.option(node);
    if (option !== null) return option;
    if (node.nodeType === 'Call' && node.func.nodeType === 'Attribute' && node.func.attr === '__init__') {
      const init = this.classes.constructors.superCall(node);
      if (init !== null) return init;
    }
    if (this.classes.isEmptyHook(node)) return '';
    e.alone = node;
    const text = e.text(node, LEVEL.comma);
    if (text === 'undefined') return '';
    return `${text.startsWith('{') || text.startsWith('function') ? `(${text})` : text};`;
  }

  /** `del x.name` */
  private removed({ value, attr }: Of<'Attribute'>): string {
    const type = this.c.type(value);
    const own = type.k === 'obj' ? type.of.method('__delattr__') : null;
    return own ? `${this.e.text(value)}.__delattr__(${quote(attr)});` : `delete (${this.e.text(value)} as any).${attr};`;
  }
}
