/** The names that a scope has. */
import { blocksOf, childrenOf, isStatement, type Any, type Stmt } from '../reading/syntax.js';
import type { Scope } from './variables.js';

/** The names that `:=` gives values in an expression, without the functions in it. */
export function walrusNames(node: Any): string[] {
  if (node.nodeType === 'Lambda') return [];
  const own = node.nodeType === 'NamedExpr' && node.target.nodeType === 'Name' ? [node.target.id] : [];
  return [...own, ...childrenOf(node).flatMap(walrusNames)];
}

/**
 * Gives a scope its names: those that get a value in it, except names that `global` and `nonlocal` take from outside.
 */
export function bindNames(body: Stmt[], scope: Scope): void {
  const targets = (node: Any | undefined): void => {
    if (!node) return;
    if (node.nodeType === 'Name') scope.own(node.id);
    else if (node.nodeType === 'Tuple' || node.nodeType === 'List') node.elts.forEach(targets);
    else if (node.nodeType === 'Starred') targets(node.value);
  };
  const walrus = (node: Any): void => {
    if (node.nodeType === 'NamedExpr') targets(node.target);
    if (node.nodeType === 'Lambda' || node.nodeType === 'FunctionDef' || node.nodeType === 'ClassDef') return;
    for (const child of childrenOf(node)) if (!isStatement(child)) walrus(child);
  };
  const patterns = (node: Any): void => {
    if ((node.nodeType === 'MatchAs' || node.nodeType === 'MatchStar') && node.name) scope.own(node.name);
    if (node.nodeType === 'MatchMapping' && node.rest) scope.own(node.rest);
    for (const child of childrenOf(node)) if (/^Match/.test(child.nodeType)) patterns(child);
  };
  const visit = (statement: Stmt): void => {
    switch (statement.nodeType) {
      case 'Global':
      case 'Nonlocal':
        for (const name of statement.names) scope.outer.add(name);
        break;
      case 'Assign':
        statement.targets.forEach(targets);
        break;
      case 'AugAssign':
      case 'AnnAssign':
      case 'For':
        targets(statement.target);
        break;
      case 'With':
        for (const item of statement.items) targets(item.optional_vars);
        break;
      case 'Try':
        for (const handler of statement.handlers) if (handler.name) scope.own(handler.name);
        break;
      case 'Import':
        for (const { name, asname } of statement.names) scope.own(asname ?? name.split('.')[0]!);
        break;
      case 'ImportFrom':
        for (const { name, asname } of statement.names) if (name !== '*') scope.own(asname ?? name);
        break;
      case 'FunctionDef':
      case 'ClassDef':
        scope.own(statement.name);
        break;
      case 'Match':
        for (const { pattern } of statement.cases) patterns(pattern);
        break;
      default:
    }
    walrus(statement);
    for (const inner of blocksOf(statement)) inner.body.forEach(visit);
  };
  body.forEach(visit);
  for (const name of scope.outer) scope.names.delete(name);
}
