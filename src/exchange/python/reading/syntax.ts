/** The tree of a Python program, in the form of CPython's `ast`. */
import { parse, type ASTNodeUnion, type ExprNode, type Module, type StmtNode } from 'py-ast';

export type Expr = ExprNode;
export type Stmt = StmtNode;
export type Any = ASTNodeUnion;
export type Of<Name extends Any['nodeType']> = Extract<Any, { nodeType: Name }>;
export type FunctionNode = Of<'FunctionDef'> | Of<'Lambda'>;

/** The parameters that take arguments by their places. */
export const positional = ({ posonlyargs = [], args }: FunctionNode['args']): Of<'Arg'>[] => [...posonlyargs, ...args];

/** The error for a text that is not Python. Lines and columns count from 1. */
export class NotPython extends Error {
  override name = 'NotPython';

  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** @throws NotPython */
export function parsePython(text: string): Module {
  try {
    return parse(text);
  } catch (error) {
    const { message: said, lineno = 1, col_offset = 0 } = error as Error & { lineno?: number; col_offset?: number };
    throw new NotPython(said.replace(/ at line \d+, column \d+$/, ''), lineno, col_offset + 1);
  }
}

/** Finds the text of nodes. The tree counts columns in bytes. */
export class Source {
  readonly lines: readonly string[];

  constructor(readonly text: string) {
    this.lines = text.split(/\r\n?|\n/);
  }

  /** The column of a position, in characters from 0. */
  column(line: number, bytes: number): number {
    const text = this.lines[line - 1] ?? '';
    // eslint-disable-next-line no-control-regex -- bytes and characters are the same there
    if (/^[\x00-\x7f]*$/.test(text)) return bytes;
    let count = 0;
    let at = 0;
    for (const c of text) {
      if (count >= bytes) break;
      count += bytesOf(c.codePointAt(0)!);
      at += c.length;
    }
    return at;
  }

  /** The source text of a node. */
  of(node: { lineno?: number; col_offset?: number; end_lineno?: number; end_col_offset?: number }): string {
    const { lineno = 1, col_offset = 0, end_lineno = lineno, end_col_offset = 0 } = node;
    const lines = this.lines.slice(lineno - 1, end_lineno);
    lines[lines.length - 1] = lines.at(-1)?.slice(0, this.column(end_lineno, end_col_offset)) ?? '';
    lines[0] = lines[0]!.slice(this.column(lineno, col_offset));
    return lines.join('\n');
  }
}

/** The number of bytes of a character in UTF-8. */
const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** `torch.nn.functional` for an attribute chain; null for any other node. */
export function dotted(node: Expr): string | null {
  if (node.nodeType === 'Name') return node.id;
  if (node.nodeType !== 'Attribute') return null;
  const before = dotted(node.value);
  return before === null ? null : `${before}.${node.attr}`;
}

/** The blocks of a statement, in the order of the text. Each says whether it is the body of a loop. */
export function blocksOf(node: Stmt): { body: Stmt[]; isLoop: boolean }[] {
  const plain = (...bodies: Stmt[][]) => bodies.filter((body) => body.length > 0).map((body) => ({ body, isLoop: false }));
  switch (node.nodeType) {
    case 'For':
    case 'While':
      return [{ body: node.body, isLoop: true }, ...plain(node.orelse)];
    case 'If':
      return plain(node.body, node.orelse);
    case 'With':
      return plain(node.body);
    case 'Try':
      return plain(node.body, ...node.handlers.map((handler) => handler.body), node.orelse, node.finalbody);
    case 'Match':
      return plain(...node.cases.map((one) => one.body));
    default:
      return [];
  }
}

/** The direct children of a node. */
export function childrenOf(node: Any): Any[] {
  const found: Any[] = [];
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (name === 'ctx' || name === 'op' || name === 'ops' || name === 'inlineComment') continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof one === 'object' && one !== null && typeof (one as { nodeType?: unknown }).nodeType === 'string') found.push(one as Any);
  }
  return found;
}

/** True when a node, or one inside of it, passes a test. */
export const hasNode = (node: Any, test: (one: Any) => boolean): boolean =>
  test(node) || childrenOf(node).some((one) => hasNode(one, test));

/** True for `super()`. */
export const isSuper = (node: Any): boolean => node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'super';

const STATEMENT =
  /^(FunctionDef|AsyncFunctionDef|ClassDef|Return|Delete|Assign|TypeAlias|AugAssign|AnnAssign|For|AsyncFor|While|If|With|AsyncWith|Match|Raise|Try|TryStar|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue|Comment|MatchCase|ExceptHandler)$/;
export const isStatement = (node: Any): boolean => STATEMENT.test(node.nodeType);

/** The names in a target: `a` and `b` in `a, *b`. */
export function namesIn(node: Expr): string[] {
  if (node.nodeType === 'Name') return [node.id];
  if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.flatMap(namesIn);
  return node.nodeType === 'Starred' ? namesIn(node.value) : [];
}

/** True for a name in a target that another one after it has too: `_` in `_, b, _`. Only the last gets a value. */
export const isTwin = (node: Expr, rest: readonly Expr[]): boolean =>
  node.nodeType === 'Name' && rest.some((one) => namesIn(one).includes(node.id));

/** True when a number is written as a float: `1.0` and `1e3`, but not `0xe`. */
export const isFloatText = (text: string): boolean => !/^0[xob]/i.test(text) && /[.eE]/.test(text);

/** The text of a string node; null for any other node. */
export const textOf = (node: Expr): string | null => (node.nodeType === 'Constant' && typeof node.value === 'string' ? node.value : null);

/** The number of a node that is a number or a negative number; undefined for any other node. */
export function numberOf(node: Expr): number | undefined {
  if (node.nodeType === 'Constant' && typeof node.value === 'number') return node.value;
  if (node.nodeType !== 'UnaryOp' || node.op.nodeType !== 'USub') return undefined;
  const inner = numberOf(node.operand);
  return inner === undefined ? undefined : -inner;
}
