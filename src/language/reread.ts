/**
 * Compiled code is read once more before it may run, as V8 reads it: as a script. What was read when it
 * was compiled was a module, which has another grammar (`<!--` begins a comment in a script), and what
 * strips the types has a parser of its own. Where two readers differ, code could run that nobody has seen.
 */
import { parse } from '@babel/parser';
import { children, type Node } from './syntax.js';
import { wrapModule } from './wrapModule.js';

/** Why the code of a module may not run; null when it may. */
export function objectionTo(code: string): string | null {
  let program: Node;
  try {
    program = parse(wrapModule(code), { sourceType: 'script', createImportExpressions: true, attachComment: false }).program as Node;
  } catch (error) {
    return `This cannot be read in one way only: ${firstLine((error as Error).message)}.`;
  }
  return isOneModule(program) ? forbiddenIn(program) : 'This is more than one module: a bracket closes what it did not open.';
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

function forbiddenIn(program: Node): string | null {
  const todo = [program];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'ImportExpression' || node.type === 'Import') return "'import()' is not available in model files.";
    if (node.type === 'MetaProperty' && node.meta.name === 'import') return "'import.meta' is not available in model files.";
    todo.push(...children(node));
  }
  return null;
}

const firstLine = (message: string): string =>
  message
    .split('\n')[0]!
    .replace(/\s*\(\d+:\d+\)$/, '')
    .replace(/\.$/, '');
