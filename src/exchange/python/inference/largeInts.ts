/**
 * Programs whose whole numbers may leave what JavaScript's numbers hold exactly: their texts are made by `str`, which
 * refuses such a number, and not by JavaScript, which rounds it.
 */
import { childrenOf, hasNode, type Any } from '../reading/syntax.js';
import { withoutNone } from '../program/types.js';
import type { Facts } from './facts.js';

export function hasLargeInts(node: Any, facts: Facts): boolean {
  const isInt = (one: Any): boolean => /^(int|num|any)$/.test(withoutNone(facts.of(one)).k);
  const isConstant = (one: Any): boolean => one.nodeType === 'Constant';
  switch (node.nodeType) {
    case 'BinOp':
      if (/^(Pow|LShift)$/.test(node.op.nodeType) && isInt(node.left) && isInt(node.right) && !isConstant(node.right)) return true;
      break;
    case 'AugAssign':
      if (/^(Mult|Pow|LShift)$/.test(node.op.nodeType) && isInt(node.target) && isInt(node.value)) return true;
      break;
    case 'Assign':
      // `a, b = b, a + b`
      if (node.value.nodeType === 'Tuple' && node.value.elts.some((one) => one.nodeType === 'BinOp' && isInt(one))) return true;
      break;
    case 'FunctionDef':
      if (isRecursive(node)) return true;
      break;
    default:
  }
  return childrenOf(node).some((one) => hasLargeInts(one, facts));
}

/** Stands for all numbers of so many digits that they are not computed. */
const LARGE = 2n ** 64n;

/** The value of an expression that only consists of whole numbers, and of names for such; null for any other. */
export function wholeNumber(node: Any, facts: Facts, depth = 0): bigint | null {
  if (depth > 8) return null;
  const of = (one: Any): bigint | null => wholeNumber(one, facts, depth + 1);
  if (node.nodeType === 'Constant')
    return facts.of(node).k === 'int' && Number.isSafeInteger(node.value) ? BigInt(node.value as number) : null;
  if (node.nodeType === 'UnaryOp' && node.op.nodeType === 'USub') {
    const x = of(node.operand);
    return x === null ? null : -x;
  }
  if (node.nodeType === 'Name') {
    const [stored, more] = facts.scopes.variables.get(node)?.stores ?? [];
    const made = stored && !more ? stored.place.block.body[stored.place.index] : undefined;
    return made?.nodeType === 'Assign' && made.targets.length === 1 && made.targets[0] === stored!.node ? of(made.value) : null;
  }
  if (node.nodeType !== 'BinOp') return null;
  const [a, b] = [of(node.left), of(node.right)];
  if (a === null || b === null) return null;
  // A power of a power may have more digits than there is memory.
  const isSmall = b >= 0n && b <= 4096n && BigInt.asIntN(64, a) === a;
  const large = b > 0n && a !== 0n ? LARGE : null;
  switch (node.op.nodeType) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mult':
      return a * b;
    case 'Pow':
      return isSmall || (a >= -1n && a <= 1n && b >= 0n) ? a ** b : large;
    case 'LShift':
      return isSmall ? a << b : large;
    default:
      return null;
  }
}

/** True for an expression of whole numbers whose value JavaScript's numbers do not hold exactly, with all beside it. */
export function isBeyond(node: Any, facts: Facts): boolean {
  const value = wholeNumber(node, facts);
  return value !== null && (value > 2n ** 53n || value < -(2n ** 53n));
}

/** True for a function that returns what it makes of its own results: `n * factorial(n - 1)`. */
function isRecursive(node: Any): boolean {
  const { name, body } = node as { name: string; body: Any[] };
  const calls = (one: Any): boolean => one.nodeType === 'Call' && one.func.nodeType === 'Name' && one.func.id === name;
  const combines = (one: Any): boolean => one.nodeType === 'BinOp' && /^(Mult|Add)$/.test(one.op.nodeType) && hasNode(one, calls);
  const returns = (one: Any): boolean => one.nodeType === 'Return' && one.value !== undefined && hasNode(one.value, combines);
  return body.some((one) => hasNode(one, returns));
}
