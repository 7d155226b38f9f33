/** Decides where a variable is declared. A variable belongs to a function in Python and to a block in TypeScript. */
import { hasNode, type Any, type Of } from '../reading/syntax.js';
import type { Place, Variable } from './variables.js';

const pathOf = (place: Place): Place[] => (place.block.parent ? [...pathOf(place.block.parent), place] : [place]);

/**
 * Finds the declaration of a variable: in the innermost block that contains all its uses, at the first of these uses.
 */
export function declare(variable: Variable): void {
  // A function gives its name itself, unless there are others for the name.
  const isOneOfSeveral = variable.stores.length > 1 && variable.stores.some(({ node }) => node.nodeType === 'FunctionDef');
  if ((variable.isGiven && !isOneOfSeveral) || variable.uses.length === 0 || variable.scope.kind === 'class') return;
  const paths = variable.uses.map((use) => pathOf(use.place));
  const now = variable.uses.filter((use) => !use.isLater).map((use) => pathOf(use.place));
  let depth = 0;
  while (paths.every((path) => path[depth] && path[depth]!.block === paths[0]![depth]!.block)) depth++;
  depth--;
  if (variable.isCaptured) {
    // Such a variable is declared outside the loop: a function that lives on after a turn sees the last value, as in
    // Python.
    const loop = paths[0]!.slice(0, depth + 1).findIndex(({ block }) => block.isLoop);
    if (loop > 0) depth = loop - 1;
  }
  const here = (now.length > 0 ? now : paths).map((path) => path[depth]!).reduce((a, b) => (b.index < a.index ? b : a));
  const own = variable.stores.filter((store) => pathOf(store.place).length === depth + 1 && store.place.block === here.block);
  const first = own.find((store) => store.place.index === here.index);
  if (here.index === -1) {
    variable.declaredBy = first?.node ?? null;
    if (!first && here.block.parent) variable.declaredBefore = here.block.parent.block.body[here.block.parent.index] ?? null;
    return;
  }
  const statement = here.block.body[here.index]!;
  const isSimple = statement.nodeType === 'Assign' || statement.nodeType === 'AnnAssign';
  if (first && isSimple && !readsBefore(statement, variable.name)) variable.declaredBy = first.node;
  else variable.declaredBefore = statement;
}

/** True when the assigned value reads the variable. Then an earlier line must declare the variable. */
function readsBefore(statement: Of<'Assign'> | Of<'AnnAssign'>, name: string): boolean {
  if (statement.nodeType === 'Assign' && statement.targets.length > 1) return true;
  const reads = (node: Any): boolean => node.nodeType === 'Name' && node.id === name;
  return statement.value !== undefined && hasNode(statement.value, reads) && !(statement.value.nodeType === 'Lambda');
}
