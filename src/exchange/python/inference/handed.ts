/** The functions and classes that a program uses as values: they may be called where nothing shows which one it is. */
import { Class, type Func } from '../program/classes.js';
import { childrenOf, positional, type Any } from '../reading/syntax.js';
import type { Facts } from './facts.js';

export function handedOn(module: Any, facts: Facts): ReadonlySet<Func | Class> {
  const found = new Set<Func | Class>();
  const add = (of: Func | Class): void => {
    if (found.has(of)) return;
    found.add(of);
    if (of instanceof Class) of.extendedBy.forEach(add);
  };
  const visit = (node: Any, isCalled = false): void => {
    const type = facts.of(node);
    if (!isCalled && /^(Name|Attribute|Lambda)$/.test(node.nodeType)) {
      if (type.k === 'func') add(type.func);
      if (type.k === 'class') add(type.of);
    }
    if (node.nodeType === 'FunctionDef' && node.decorator_list.length > 0) add(facts.scopes.functions.get(node)!);
    if (node.nodeType === 'ClassDef' && node.decorator_list.length > 0) add(facts.scopes.classes.get(node)!);
    if (node.nodeType === 'Call') {
      visit(node.func, true);
      [...node.args, ...node.keywords.map((one) => one.value)].forEach((one) => visit(one));
      return;
    }
    childrenOf(node).forEach((child) => visit(child));
  };
  visit(module);
  return found;
}

/** The names of a function's parameters, as the helper `takes` is told them. */
export function parameterNames(func: Func): string[] {
  const { args } = func.node;
  const isBound = func.of !== null && func.kind !== 'static';
  const named = positional(args)
    .slice(isBound ? 1 : 0)
    .map((one) => one.arg);
  const only = (args.kwonlyargs ?? []).map((one) => one.arg);
  if (args.vararg) return only.length > 0 || args.kwarg ? [`*${args.vararg.arg}`] : named;
  return [...named, ...only, ...(args.kwarg ? [`**${args.kwarg.arg}`] : [])];
}
