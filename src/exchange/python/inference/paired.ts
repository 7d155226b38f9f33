/**
 * The places where a key of a dict and its value have names: `for key, value in metrics.items()`. What the dict holds
 * under the key tells whether the value is an int or a float.
 */
import { inside, newCell, withoutNone, type Type } from '../program/types.js';
import { childrenOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Facts } from './facts.js';

/** The types of a dict's entries by name, and the expression that tells the name. */
export interface Keyed {
  readonly key: Expr;
  readonly types: ReadonlyMap<string, Type>;
}

interface Pair extends Keyed {
  readonly value: Of<'Name'>;
  /** The loop or the comprehension. */
  readonly around: Any;
}

export class PairedNames {
  private readonly pairs: Pair[] = [];

  constructor(
    module: Any,
    private readonly facts: Facts,
  ) {
    this.visit(module);
  }

  private visit(node: Any): void {
    if (node.nodeType === 'For') this.note(node.target, node.iter, node);
    if ('generators' in node) for (const { target, iter } of node.generators) this.note(target, iter, node);
    childrenOf(node).forEach((child) => this.visit(child));
  }

  private note(target: Expr, iter: Expr, around: Any): void {
    if (target.nodeType !== 'Tuple' || target.elts.length !== 2 || iter.nodeType !== 'Call') return;
    const { func, args } = iter;
    const [key, value] = target.elts as [Expr, Expr];
    if (func.nodeType === 'Name' && args[0] && !this.facts.scopes.variables.get(func)) {
      if (/^(sorted|list|reversed)$/.test(func.id)) this.note(target, args[0], around);
      if (func.id === 'enumerate') this.note(value, args[0], around);
    }
    if (func.nodeType !== 'Attribute' || func.attr !== 'items' || key.nodeType !== 'Name' || value.nodeType !== 'Name') return;
    const types = this.entriesOf(func.value);
    if (types) this.pairs.push({ key, value, types, around });
  }

  private entriesOf(node: Expr): Keyed['types'] | null {
    const type = withoutNone(this.facts.of(node));
    if (type.k !== 'dict' || !type.parts || type.parts.isOpen) return null;
    return new Map([...type.parts.cells].map(([name, cell]) => [name, inside(cell)]));
  }

  /** The types that an expression may have, by the key of the dict that it is taken from. */
  of(node: Expr): Keyed | null {
    switch (node.nodeType) {
      case 'Name': {
        const variable = this.facts.scopes.variables.get(node);
        const found = this.pairs.findLast((one) => one.value.id === node.id && isWithin(node, one.around));
        if (!found || !variable || this.facts.scopes.variables.get(found.value) !== variable) return null;
        const names = [variable, this.facts.scopes.variables.get(found.key)];
        // A name that gets another value in the loop is no longer that of the dict.
        const isFixed = names.every((one) => one?.stores.filter((store) => isWithin(store.node, found.around)).length === 1);
        return isFixed ? found : null;
      }
      case 'Subscript': {
        const types = this.entriesOf(node.value);
        if (types) return node.slice.nodeType === 'Name' ? { key: node.slice, types } : null;
        return node.slice.nodeType === 'Slice' ? null : this.each(node.value, itemOf);
      }
      case 'Call': {
        const { func, args } = node;
        if (func.nodeType !== 'Name' || !args[0] || this.facts.scopes.variables.get(func)) return null;
        // not operations: functions of Python
        if (/^(min|max)$/.test(func.id) && args.length === 1) return this.each(args[0], itemOf);
        if (func.id === 'round' && args.length === 2) return this.each(args[0], (type) => type);
        return func.id === 'abs' ? this.each(args[0], (type) => type) : null;
      }
      case 'ListComp': {
        const [generator, ...others] = node.generators;
        if (!generator || others.length > 0 || generator.target.nodeType !== 'Name') return null;
        const { elt } = node;
        const { id } = generator.target;
        const isName = (one: Expr | undefined): boolean => one?.nodeType === 'Name' && one.id === id;
        // not operations: functions of Python
        const isPlain = elt.nodeType === 'Call' && elt.func.nodeType === 'Name' && /^(round|abs)$/.test(elt.func.id) && isName(elt.args[0]);
        if (!isName(elt) && !(isPlain && (elt.args.length === 2 || (elt.func as Of<'Name'>).id === 'abs'))) return null;
        return this.each(generator.iter, (type) => (type.k === 'list' ? { k: 'list', cell: newCell(inside(type.cell)) } : null));
      }
      default:
        return null;
    }
  }

  /** The types of the entries of `{key: value for key, value in …}`. */
  entriesMade(node: Of<'DictComp'>): Keyed['types'] | null {
    const of = this.of(node.value);
    return of && node.key.nodeType === 'Name' && of.key.nodeType === 'Name' && node.key.id === of.key.id ? of.types : null;
  }

  private each(node: Expr, derive: (type: Type) => Type | null): Keyed | null {
    const of = this.of(node);
    if (!of) return null;
    const types = [...of.types].map(([name, type]) => [name, derive(type)] as const);
    return types.some(([, type]) => type === null) ? null : { key: of.key, types: new Map(types as [string, Type][]) };
  }
}

const itemOf = (type: Type): Type | null => (type.k === 'list' ? inside(type.cell) : null);

const isWithin = (node: Any, around: Any): boolean => {
  const place = (one: Any, end: boolean): number =>
    (end ? one.end_lineno! : one.lineno!) * 1e4 + (end ? one.end_col_offset! : one.col_offset!);
  return place(node, false) >= place(around, false) && place(node, true) <= place(around, true);
};
