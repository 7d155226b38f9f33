/**
 * Parameters that are ints in one call and floats in another, and that the function only prints: each call hands on what
 * its argument is.
 */
import type { Class, Func } from '../program/classes.js';
import { isDoubtful } from '../program/shown.js';
import type { Variable } from '../program/variables.js';
import { childrenOf, positional, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { PairedNames } from './paired.js';

/** An argument and the parameter that gets it. */
interface Given {
  readonly value: Expr;
  readonly to: Variable;
}

export function carriedNames(module: Any, facts: Facts, handed: ReadonlySet<Func | Class>, paired: PairedNames): ReadonlySet<Variable> {
  const { scopes } = facts;
  const given: Given[] = [];
  const uses = new Map<Variable, number>();
  const prints = new Map<Variable, number>();
  const open = new Set<Func>();
  const variableOf = (node: Any): Variable | undefined => (node.nodeType === 'Name' ? scopes.variables.get(node) : undefined);
  const count = (of: Map<Variable, number>, node: Any): void => {
    const variable = variableOf(node);
    if (variable) of.set(variable, (of.get(variable) ?? 0) + 1);
  };
  const visit = (node: Any): void => {
    count(uses, node);
    if (node.nodeType === 'FormattedValue') count(prints, node.value);
    if (node.nodeType === 'Compare' && node.ops.every((op) => /^Is/.test(op.nodeType)) && isNone(node.comparators[0]))
      count(prints, node.left);
    if (node.nodeType === 'Call') {
      const { func, args, keywords } = node;
      const name = func.nodeType === 'Name' && !scopes.variables.get(func) ? func.id : '';
      if (/^(print|str|repr)$/.test(name)) args.forEach((one) => count(prints, one));
      if (name === 'isinstance' && args[0]) count(prints, args[0]);
      const type = facts.of(func);
      if (type.k === 'func') {
        if (args.some((one) => one.nodeType === 'Starred') || keywords.some((one) => !one.arg)) open.add(type.func);
        const params = parametersOf(type.func);
        [
          ...args.map((value, i) => ({ value, arg: params[i] })),
          ...keywords.map(({ value, arg }) => ({ value, arg: params.find((one) => one.arg === arg) })),
        ]
          .filter((one) => one.arg !== undefined)
          .forEach(({ value, arg }) => {
            given.push({ value, to: scopes.variables.get(arg!)! });
            count(prints, value);
          });
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(module);

  const found = new Set<Variable>();
  for (const func of scopes.functions.values()) {
    const isPlain = func.kind === 'function' && func.node.nodeType === 'FunctionDef' && !func.isValue && !func.isGenerator;
    if (!isPlain || handed.has(func) || open.has(func)) continue;
    for (const arg of parametersOf(func)) {
      const variable = scopes.variables.get(arg)!;
      if (!variable.isCaptured && uses.get(variable) === prints.get(variable) && isDoubtful(variable.type)) found.add(variable);
    }
  }

  const isKnown = (node: Expr): boolean => {
    const variable = variableOf(node);
    if (!isDoubtful(facts.of(node)) || (variable !== undefined && found.has(variable))) return true;
    const types = [...(paired.of(node)?.types.values() ?? [])];
    return types.length > 0 && !types.some(isDoubtful);
  };
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { value, to } of given) {
      if (!isKnown(value)) found.delete(to);
      // What carries its type is for those only who know it.
      const variable = variableOf(value);
      if (variable && !found.has(to)) found.delete(variable);
    }
  }
  return found;
}

const isNone = (node: Expr | undefined): boolean => node?.nodeType === 'Constant' && node.value === null;

const parametersOf = ({ node: { args } }: Func): Of<'Arg'>[] => [...positional(args), ...(args.kwonlyargs ?? [])];
