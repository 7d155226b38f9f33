/** `pprint.pprint(x)` and its kind. */
import { shownType } from '../program/shown.js';
import type { Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, quote, type Written } from './written.js';

export function pretty(c: Context, e: Expressions, node: Of<'Call'>, path: string): Written {
  const [first] = node.args;
  e.texts.doubt(first!, c.type(first!));
  const shown = shownType(c.type(first!));
  const options = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`);
  if (path === 'pprint.pp') options.push('sort_dicts: false');
  const given = [
    e.text(first!),
    ...(options.length > 0 || shown ? [options.length > 0 ? `{ ${options.join(', ')} }` : '{}'] : []),
    ...(shown ? [quote(shown)] : []),
  ];
  const text = `${c.helper('pformat')}(${given.join(', ')})`;
  return call(path === 'pprint.pformat' ? text : `${c.helper('print')}(${text})`);
}
