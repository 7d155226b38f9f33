/** `isinstance(x, kinds)` */
import type { Expr } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, LEVEL, quote, type Written } from './written.js';

export function instanceTest(c: Context, e: Expressions, value: Expr, kind: Expr, node: Expr): Written {
  const kinds = kind.nodeType === 'Tuple' ? kind.elts : [kind];
  const type = c.type(kind);
  // A protocol asks for methods, and not for a class.
  if (type.k === 'class' && type.of.library === 'typing.Protocol') {
    const tests = [...type.of.methods.keys()].map((name) =>
      name === '__call__' ? `${c.helper('callable')}(${e.text(value)})` : `${c.helper('hasattr')}(${e.text(value)}, ${quote(name)})`,
    );
    return { text: tests.length > 0 ? tests.join(' && ') : 'true', level: tests.length > 1 ? LEVEL.and : LEVEL.call };
  }
  // Only the run knows which types these are.
  const isOwnType = type.k === 'lib' && type.path.startsWith('builtins.');
  if (kinds.length === 1 && (isOwnType || /^(any|tuple|tuples|list)$/.test(type.k)) && e.builtins.kindName(kind) === e.text(kind)) {
    const shown = e.texts.typeFor(value);
    const typed = shown === null ? e.text(value) : `${c.helper('typed')}(${e.text(value)}, ${shown})`;
    return call(`${c.helper('isinstance')}(${typed}, ${e.text(kind)})`);
  }
  const written = e.builtins.isInstance(value, kinds, node);
  return { text: written, level: written.includes(' || ') ? LEVEL.or : / instanceof /.test(written) ? LEVEL.less : LEVEL.call };
}
