/** `pprint.pprint(x)` and its kind. */
import type { Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, type Written } from './written.js';

export function pretty(c: Context, e: Expressions, node: Of<'Call'>, path: string): Written {
  // What is inside is shown without its type.
  e.texts.showsUnknown = true;
  const options = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`);
  if (path === 'pprint.pp') options.push('sort_dicts: false');
  const given = [e.text(node.args[0]!), ...(options.length > 0 ? [`{ ${options.join(', ')} }`] : [])];
  const text = `${c.helper('pformat')}(${given.join(', ')})`;
  return call(path === 'pprint.pformat' ? text : `${c.helper('print')}(${text})`);
}
