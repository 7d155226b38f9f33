import type { Func } from '../program/classes.js';
import { childrenOf, dotted, type Any, type Expr } from '../reading/syntax.js';
import type { Context } from './context.js';

/** Decorators that set the mode of gradients. */
export const MODES = /^torch\.(no_grad|inference_mode|enable_grad)$/;

/** Decorators that the writers of functions and classes know. */
export const KNOWN =
  /^(staticmethod|classmethod|property|.*\.setter|abstractmethod|abc\.abstractmethod|functools\.cached_property|typing\.\w+|override|torch\.jit\.\w+|contextlib\.contextmanager|dataclasses?\.\w+)$/;

/** True for a function in whose place a decorator puts another one, which sees how it is called. */
export const isWrapped = (func: Func, c: Context): boolean =>
  func.node.nodeType === 'FunctionDef' &&
  func.node.decorator_list.some((one) => {
    const callee = one.nodeType === 'Call' ? one.func : one;
    const path = c.path(callee) ?? dotted(callee) ?? '';
    return !MODES.test(path) && !KNOWN.test(path) && !/^functools\.(lru_cache|cache)$/.test(path);
  });

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
