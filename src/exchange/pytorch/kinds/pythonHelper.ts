import type { Kind } from './kind.js';
import type { Scopes } from '../reading/scopes.js';
import { bare, isCall, type Node } from '../reading/tree.js';

/** The name that a variable has among the exports of 'tensor-lens/python'. Null for any other node. */
export function pythonHelper(scopes: Scopes, node: Node): string | null {
  const name = bare(node);
  if (name.type !== 'Identifier') return null;
  const [source] = scopes.of(name)?.sources ?? [];
  const isPython =
    source?.how === 'import' && source.from.type === 'ImportDeclaration' && source.from.source.value === 'tensor-lens/python';
  return isPython ? source.name : null;
}

/** The helper that a node calls. Null for any other node. */
export function calledHelper(scopes: Scopes, written: Node): string | null {
  const node = bare(written);
  return isCall(node) ? pythonHelper(scopes, node.callee as Node) : null;
}

/** The kind that a helper returns, as far as its name tells. */
export function helperKind(name: string): Kind | null {
  if (/^(dict|asdict|without|defaultdict|Counter|OrderedDict)$/.test(name)) return { is: 'map', key: { is: 'any' }, of: { is: 'any' } };
  if (/^(str|repr|fmt|percent|format|type_name|name_of|namespace|join|strip|replace)$/.test(name)) return { is: 'str' };
  // not operations: functions of Python
  if (/^(len|count|index_of)$/.test(name)) return { is: 'nat' };
  // not operations: functions of Python
  if (/^(isinstance|issubclass|catches|contains|bool|any|all|eq|ne|lt|le|gt|ge)$/.test(name)) return { is: 'bool' };
  return null;
}
