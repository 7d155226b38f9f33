/**
 * Writes where the value of an expression goes: to a name, to `return`, or nowhere. Also `with` blocks for `no_grad(()
 * => …)`.
 */
import { atom, indented, level, within } from './code.js';
import { element, keywords, tuple } from './collections.js';
import { isContext } from '../kinds/kind.js';
import { bare, isArrow, isCall, isClass, isMember, memberName, methodName, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** 'return', or '' for nowhere, or the target of an assignment: `x` */
export type Goal = string;

/** The statements that give an expression's value to its goal, after the statements that must come first. */
export function resultLines(w: Writer, node: Node, goal: Goal): string[] {
  const context = contextCall(w, node);
  if (context) return withBlock(w, context, goal);
  const code = goal === 'return' && isOfFunction(w, node) ? atom(tuple(w, bare(node) as Of<'ArrayExpression'>)) : w.expression(node);
  const isVoid = isCall(bare(node)) && /^(log|info|warn|error)$/.test(methodName(bare(node)) ?? '') && code.text.startsWith('print(');
  const line =
    goal === '' || (isVoid && goal === 'return') ? code.text : goal === 'return' ? `return ${code.text}` : `${goal} = ${code.text}`;
  const lines = [...w.pending, line];
  w.pending = [];
  return lines;
}

/** The call `torch.no_grad(() => …)`, where it is a statement or the value of one. Null for any other node. */
export function contextCall(w: Writer, written: Node): Of<'CallExpression' | 'OptionalCallExpression'> | null {
  const node = bare(written);
  if (!isCall(node)) return null;
  const kind = w.kinds.of(node.callee as Node);
  const last = node.arguments.at(-1) as Node | undefined;
  if (kind.is !== 'library' || !last || !isArrow(bare(last)) || !isContext(kind.path.slice(kind.path.lastIndexOf('.') + 1))) return null;
  return w.isInlined(bare(last)) ? node : null;
}

function withBlock(w: Writer, node: Of<'CallExpression' | 'OptionalCallExpression'>, goal: Goal): string[] {
  const args = node.arguments as Node[];
  const callee = bare(node.callee as Node);
  const head = `with ${isMember(callee) && memberName(callee) !== null ? w.write(callee) : within(w.expression(callee), level.atom)}(${args
    .slice(0, -1)
    .map((arg) => (bare(arg).type === 'ObjectExpression' ? keywords(w, bare(arg) as Of<'ObjectExpression'>) : element(w, arg)))
    .join(', ')}):`;
  const before = w.pending;
  w.pending = [];
  const body = bare(args.at(-1)!) as Of<'ArrowFunctionExpression' | 'FunctionExpression'>;
  let lines: string[];
  if (body.body.type === 'BlockStatement') {
    const { returns } = w;
    if (goal !== 'return') w.returns = { into: goal };
    lines = w.block(body.body.body as Node[], body.body.end! - 1);
    w.returns = returns;
  } else lines = resultLines(w, body.body as Node, goal);
  return [...before, head, ...indented(lines.length > 0 ? lines : ['pass'])];
}

/** True for several values that a `torch.autograd.Function` returns. PyTorch takes them as a tuple. */
function isOfFunction(w: Writer, node: Node): boolean {
  if (bare(node).type !== 'ArrayExpression') return false;
  for (let at: Node | undefined = node; at; at = w.parents.get(at))
    if (isClass(at)) return w.kinds.classes.libraryBase(at) === 'torch.autograd.Function';
  return false;
}
