/** Classes that extend several. */
import { t } from '../../../protocol/l10n.js';
import type { Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';

/** A class that extends several: all but one of them only add methods. */
export function joinedBases(c: Context, s: Statements, node: Of<'ClassDef'>, bases: readonly Expr[]): string {
  const of = c.scopes.classes.get(node)!;
  if (of.isCooperative)
    return `${c.helper('joined')}(${bases.map((one) => s.e.text(one.nodeType === 'Subscript' ? one.value : one)).join(', ')})`;
  const isMixin = (base: Expr): boolean => {
    const found = [...c.scopes.classes.values()].find((one) => c.variable(one.node) === c.variable(base));
    return (
      found !== undefined &&
      found
        .lineage()
        .every(
          (one) =>
            /^(builtins\.object|abc\.ABC|typing\.\w+)?$/.test(one.library ?? '') &&
            !one.isDataclass &&
            !one.methods.has('__init__') &&
            !one.callsSuper,
        )
    );
  };
  const others = bases.filter((one) => !isMixin(one));
  if (others.length > 1) c.fail(node, t('a class extends one other class here'));
  const main = others[0] ?? bases.at(-1)!;
  const at = bases.indexOf(main);
  const list = (all: readonly Expr[]): string =>
    `[${all.map((one) => s.e.text(one.nodeType === 'Subscript' ? one.value : one)).join(', ')}]`;
  const after = bases.slice(at + 1);
  return `${c.helper('with_mixins')}(${s.e.text(main)}, ${list(bases.slice(0, at))}${after.length > 0 ? `, ${list(after)}` : ''})`;
}
