/** The number of passes that a training will have, if its text tells it. */
import { children, parseModule, type Node } from './syntax.js';

/**
 * How often the only `backward()` of a text is called: the product of the counts of the loops around it. Null when the
 * call is in a function, or when a loop does not count from one number to another.
 * @throws SourceError when the text is no program
 */
export function stepCount(file: string, text: string): number | null {
  const program = parseModule(file, text).program as Node;
  const numbers = constantsOf(program);
  const counts: (number | null)[] = [];
  const visit = (node: Node, times: number | null): void => {
    if (isBackward(node)) counts.push(times);
    const within = isLoop(node) ? product(times, turnsOf(node, numbers)) : isFunction(node) ? null : times;
    for (const child of children(node)) visit(child, within);
  };
  visit(program, 1);
  return counts.length === 1 ? counts[0]! : null;
}

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

const isLoop = ({ type }: Node): boolean => /^(For(In|Of)?|While|DoWhile)Statement$/.test(type);

const isFunction = ({ type }: Node): boolean => /Function|Method/.test(type);

const isBackward = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  node.callee.property.type === 'Identifier' &&
  node.callee.property.name === 'backward';

/** The number of iterations of `for (let i = 0; i < 20; i++)`. */
function turnsOf(node: Node, numbers: ReadonlyMap<string, number>): number | null {
  if (node.type !== 'ForStatement' || node.init?.type !== 'VariableDeclaration' || node.init.declarations.length !== 1) return null;
  const [{ id, init }] = node.init.declarations as [(typeof node.init.declarations)[0]];
  const { test, update } = node;
  if (id.type !== 'Identifier' || test?.type !== 'BinaryExpression' || test.left.type !== 'Identifier' || test.left.name !== id.name)
    return null;
  if (update?.type !== 'UpdateExpression' || update.operator !== '++') return null;
  const from = numberOf(init as Node | null, numbers);
  const to = numberOf(test.right as Node, numbers);
  if (from === null || to === null || !/^<=?$/.test(test.operator)) return null;
  return Math.max(0, to - from + (test.operator === '<=' ? 1 : 0));
}

const numberOf = (node: Node | null | undefined, numbers: ReadonlyMap<string, number>): number | null =>
  node?.type === 'NumericLiteral' ? node.value : node?.type === 'Identifier' ? (numbers.get(node.name) ?? null) : null;

/** The constants of the file whose values are numbers. */
function constantsOf(program: Node): Map<string, number> {
  const found = new Map<string, number>();
  if (program.type !== 'Program') return found;
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue;
    for (const { id, init } of statement.declarations)
      if (id.type === 'Identifier' && init?.type === 'NumericLiteral') found.set(id.name, init.value);
  }
  return found;
}
