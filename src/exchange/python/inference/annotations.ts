/** The type that an annotation gives. It counts only where the calls tell nothing. */
import { join } from '../program/join.js';
import { ANY, BOOL, FLOAT, INT, iterOf, NONE, STR, tensor, type Type } from '../program/types.js';
import { dotted, type Expr } from '../reading/syntax.js';
import type { Facts } from './facts.js';

export class AnnotationTypes {
  constructor(private readonly facts: Facts) {}

  /** The type that an annotation gives. */
  of(node: Expr): Type {
    if (node.nodeType === 'Constant' && typeof node.value === 'string') {
      const named = [...this.facts.scopes.classes.values()].find((one) => one.name === node.value);
      return named ? { k: 'obj', of: named } : ANY;
    }
    if (node.nodeType === 'Constant' && node.value === null) return NONE;
    if (node.nodeType === 'BinOp') return join(this.of(node.left), this.of(node.right));
    const inner = node.nodeType === 'Subscript' ? (node.slice.nodeType === 'Tuple' ? node.slice.elts : [node.slice]) : [];
    const base = node.nodeType === 'Subscript' ? node.value : node;
    const of = (i: number): Type => (inner[i] ? this.of(inner[i]) : ANY);
    const named = base.nodeType === 'Name' ? this.facts.scopes.variables.get(base) : undefined;
    if (named?.type.k === 'class') return named.type.of.library === 'typing.TypedDict' ? ANY : { k: 'obj', of: named.type.of };
    switch (this.facts.path(base) ?? dotted(base)) {
      case 'int':
        return INT;
      case 'float':
        return FLOAT;
      case 'str':
        return STR;
      case 'bool':
        return BOOL;
      case 'torch.Tensor':
      case 'Tensor':
        return tensor('any');
      case 'list':
      case 'typing.List':
      case 'typing.Sequence':
        return this.facts.newList(node, of(0));
      case 'tuple':
      case 'typing.Tuple':
        if (inner.length === 0) return ANY;
        return inner[1]?.nodeType === 'Constant' && String(inner[1].value) === 'Ellipsis'
          ? { k: 'tuples', of: of(0) }
          : { k: 'tuple', items: inner.map((_, i) => of(i)) };
      case 'dict':
      case 'typing.Dict':
        return this.facts.newDict(node, of(0), of(1));
      case 'typing.Optional':
        return join(NONE, of(0));
      case 'typing.Iterator':
      case 'typing.Iterable':
      case 'typing.Generator':
        return iterOf(of(0));
      case 'torch.nn.Module':
        return { k: 'inst', path: 'torch.nn.Module' };
      default:
        return ANY;
    }
  }
}
