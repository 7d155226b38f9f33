/** The ranges that a program keeps, and shows somewhere: a list would be shown in another way. */
import { holdsRange } from '../program/shown.js';
import { childrenOf, type Any, type Expr } from '../reading/syntax.js';
import type { Facts } from './facts.js';

/** The calls that make them. */
export function heldRanges(module: Any, facts: Facts): ReadonlySet<Any> {
  const held = new Set<Any>();
  const isRange = (node: Any): boolean => node.nodeType === 'Call' && isBuiltin(node.func, 'range');
  const isBuiltin = (node: Expr, name?: string): boolean =>
    node.nodeType === 'Name' && !facts.scopes.variables.get(node) && (name === undefined || node.id === name);
  let isShown = false;
  const visit = (node: Any): void => {
    // not operations: functions of Python
    if (node.nodeType === 'Call' && isBuiltin(node.func) && /^(print|str|repr|type|format)$/.test((node.func as { id: string }).id))
      isShown ||= node.args.some((one) => !isRange(one) && holdsRange(facts.of(one)));
    if (node.nodeType === 'FormattedValue') isShown ||= !isRange(node.value) && holdsRange(facts.of(node.value));
    for (const child of childrenOf(node)) {
      if (isRange(child) && !isTakenAtOnce(node, child)) held.add(child);
      visit(child);
    }
  };
  /** True where the numbers of a range are taken one by one, and nobody has the range itself. */
  const isTakenAtOnce = (node: Any, range: Any): boolean => {
    switch (node.nodeType) {
      case 'Call':
        return isBuiltin(node.func) || facts.path(node.func) !== null || node.func === range;
      case 'For':
        return node.iter === range;
      case 'Compare':
        return node.ops.every((op) => /In$/.test(op.nodeType));
      case 'Subscript':
      case 'Attribute':
      case 'Starred':
      case 'FormattedValue':
        return true;
      default:
        return !/^(Assign|AnnAssign|NamedExpr|Return|Yield|Dict|List|Tuple|IfExp|Arguments|Keyword|Lambda|BoolOp)$/i.test(node.nodeType);
    }
  };
  visit(module);
  return isShown ? held : new Set();
}
