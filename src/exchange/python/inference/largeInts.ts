/**
 * Programs whose whole numbers may leave what JavaScript's numbers hold exactly: their texts are made by `str`, which
 * refuses such a number, and not by JavaScript, which rounds it.
 */
import { childrenOf, type Any } from '../reading/syntax.js';
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

/** True for a function that returns what it makes of its own results: `n * factorial(n - 1)`. */
function isRecursive(node: Any): boolean {
  const { name, body } = node as { name: string; body: Any[] };
  const calls = (one: Any): boolean =>
    (one.nodeType === 'Call' && one.func.nodeType === 'Name' && one.func.id === name) || childrenOf(one).some(calls);
  const combines = (one: Any): boolean =>
    (one.nodeType === 'BinOp' && /^(Mult|Add)$/.test(one.op.nodeType) && calls(one)) || childrenOf(one).some(combines);
  const returns = (one: Any): boolean =>
    (one.nodeType === 'Return' && one.value !== undefined && combines(one.value)) || childrenOf(one).some(returns);
  return body.some(returns);
}
