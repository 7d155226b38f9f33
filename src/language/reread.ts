/**
 * Compiled code is read once more before it may run, as V8 reads it: as a script. What was read when it
 * was compiled was a module, which has another grammar (`<!--` begins a comment in a script), and what
 * strips the types has a parser of its own. Where two readers differ, code could run that nobody has seen.
 */
import { parse } from '@babel/parser';
import { isStackOverflow } from './depth.js';
import { children, type Node } from './syntax.js';
import { wrapModule } from './wrapModule.js';

export interface Objection {
  message: string;
  /** Of the code, whose lines are those of the text. */
  line: number;
}

/** Why the code of a module may not run; null when it may. @throws RangeError for code that is nested too deeply */
export function objectionTo(code: string): Objection | null {
  let program: Node;
  try {
    program = parse(wrapModule(code), { sourceType: 'script', createImportExpressions: true, attachComment: false }).program as Node;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    const line = (error as { loc?: { line: number } }).loc?.line ?? 1;
    return { message: `This cannot be read in one way only: ${firstLine((error as Error).message)}.`, line };
  }
  if (!isOneModule(program)) return { message: 'This is more than one module: a bracket closes what it did not open.', line: 1 };
  // A keyword is never written with escapes: where its letters are not, it is not.
  return code.includes('import') ? forbiddenIn(program) : null;
}

/** The wrapper as it was written, with one arrow function in it. */
function isOneModule(program: Node): boolean {
  const statement = only(program, 'Program');
  const call = statement?.type === 'ExpressionStatement' ? (statement.expression as Node) : null;
  const outer = call?.type === 'CallExpression' ? (call.callee as Node) : null;
  const returned = outer?.type === 'FunctionExpression' ? only(outer.body as Node, 'BlockStatement') : null;
  return returned?.type === 'ReturnStatement' && returned.argument?.type === 'ArrowFunctionExpression';
}

/** The one statement of a block. */
function only(node: Node, type: 'Program' | 'BlockStatement'): Node | null {
  return node.type === type && node.body.length === 1 ? (node.body[0] as Node) : null;
}

function forbiddenIn(program: Node): Objection | null {
  const todo = [program];
  for (let node = todo.pop(); node; node = todo.pop()) {
    const line = node.loc?.start.line ?? 1;
    if (node.type === 'ImportExpression' || node.type === 'Import') return { message: "'import()' is not available in model files.", line };
    if (node.type === 'MetaProperty' && node.meta.name === 'import')
      return { message: "'import.meta' is not available in model files.", line };
    for (const child of children(node)) todo.push(child);
  }
  return null;
}

const firstLine = (message: string): string =>
  message
    .split('\n')[0]!
    .replace(/\s*\(\d+:\d+\)$/, '')
    .replace(/\.$/, '');
