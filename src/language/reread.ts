/**
 * Reads compiled code once more before it may run, as V8 reads it: as a script. The compiler has read it as a module,
 * which has another grammar (`<!--` begins a comment in a script), and sucrase, which removes the types, has its own
 * parser. If two parsers disagree, code that no check has seen could run.
 */
import { parse } from '@babel/parser';
import { isStackOverflow } from './depth.js';
import { children, type Node } from './syntax.js';
import { wrapModule } from './wrapModule.js';

export interface Objection {
  message: string;
  /** The line in the code, which equals the line in the text. */
  line: number;
}

/**
 * The reason why the code of a module may not run; null when it may. @throws RangeError for code that is nested too
 * deeply
 */
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
  // A keyword cannot be written with escapes: if its letters are not in the code, the keyword is not either.
  return code.includes('import') ? forbiddenIn(program) : null;
}

/** True when the code is the wrapper itself, with one arrow function in it. */
function isOneModule(program: Node): boolean {
  const statement = only(program, 'Program');
  const call = statement?.type === 'ExpressionStatement' ? (statement.expression as Node) : null;
  const outer = call?.type === 'CallExpression' ? (call.callee as Node) : null;
  const returned = outer?.type === 'FunctionExpression' ? only(outer.body as Node, 'BlockStatement') : null;
  return returned?.type === 'ReturnStatement' && returned.argument?.type === 'ArrowFunctionExpression';
}

/** The only statement of a block, if it is the only one. */
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
