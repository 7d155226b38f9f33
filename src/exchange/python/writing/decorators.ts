import { childrenOf, type Any, type Expr } from '../reading/syntax.js';
import type { Context } from './context.js';

/** True when a decorator of the program returns the class that it gets. */
export function givesBack(node: Expr, c: Context): boolean {
  const type = c.type(node);
  const func = type.k === 'func' ? type.func : null;
  const own = func?.node.nodeType === 'FunctionDef' ? func.node : null;
  if (!func || !own) return false;
  const returned: (Expr | undefined)[] = [];
  const visit = (one: Any): void => {
    if (one.nodeType === 'Return') returned.push(one.value);
    if (one.nodeType !== 'FunctionDef' && one.nodeType !== 'ClassDef' && one.nodeType !== 'Lambda') childrenOf(one).forEach(visit);
  };
  own.body.forEach(visit);
  return returned.length > 0 && returned.every((one) => one?.nodeType === 'Name' && c.variable(one) === func.params[0]);
}
