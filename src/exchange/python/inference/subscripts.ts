/** The type of `x[…]`. */
import { elementOf } from '../program/join.js';
import { ANY, array, FLOAT, inside, isModule, LOW, SIZE, withoutNone, type DKind, type Type } from '../program/types.js';
import { numberOf, textOf, type Expr, type Of } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';
import { kindOf, promote } from './library.js';
import { isPlot } from './plots.js';

export class SubscriptTypes {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  visit(node: Of<'Subscript'>): Type {
    const of = withoutNone(this.finders.expressions.visit(node.value));
    const index = this.finders.expressions.visit(node.slice);
    const { slice } = node;
    const isSlice = slice.nodeType === 'Slice';
    if (of.k === 'lib' && /^numpy\.[cr]_$/.test(of.path)) {
      const parts = index.k === 'tuple' ? index.items : [index];
      return array(parts.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'int'));
    }
    switch (of.k) {
      case 'tensor':
      case 'str':
      case 'nested':
      case 'never':
        return of;
      case 'list':
      case 'deque':
        return isSlice ? this.facts.newList(node, inside(of.cell)) : inside(of.cell);
      case 'tuple': {
        if (slice.nodeType === 'Slice') {
          const [from, to] = [slice.lower, slice.upper].map((one) => (one ? numberOf(one) : null));
          if (slice.step || from === undefined || to === undefined) return { k: 'tuples', of: elementOf(of) };
          return { k: 'tuple', items: of.items.slice(from ?? 0, to ?? undefined) };
        }
        const at = numberOf(node.slice);
        return at === undefined ? elementOf(of) : (of.items.at(at) ?? ANY);
      }
      case 'named': {
        const at = numberOf(slice);
        const field = at === undefined ? undefined : of.of.fields.at(at);
        return field === undefined ? elementOf(of) : inside(of.of.cells.get(field)!);
      }
      case 'tuples':
      case 'iter':
        return isSlice ? of : of.of;
      case 'size':
        return isSlice ? SIZE : LOW;
      case 'bytes':
        return isSlice ? of : LOW;
      case 'range':
        return isSlice ? of : elementOf(of);
      case 'dict':
        if (of.make || of.counter) this.facts.put(of.key, index);
        return this.partOf(of, node.slice) ?? inside(of.cell);
      case 'record':
        if (of.parts && node.slice.nodeType === 'Constant') return of.parts.get(String(node.slice.value)) ?? of.of;
        return node.slice.nodeType === 'Constant' && /^(lr|momentum|weight_decay|eps)$/.test(String(node.slice.value)) ? FLOAT : of.of;
      case 'obj': {
        if (of.of.isNamedTuple) return of.of.attributes.get(of.of.fields.at(numberOf(slice) ?? 0) ?? '') ?? ANY;
        const get = of.of.method('__getitem__');
        if (get) {
          this.finders.calls.bind(get, of, [isSlice ? ANY : index], new Map());
          return get.result;
        }
        return of.of.isModule ? { k: 'inst', path: 'torch.nn.Module' } : ANY;
      }
      case 'class':
        if (of.of.isEnum) return of.of.isFlag ? ANY : { k: 'obj', of: of.of };
        // A generic class with its type argument is the class itself.
        return of.of.node.bases.some((one) => one.nodeType === 'Subscript') ? of : ANY;
      case 'inst':
        if (isPlot(of) && slice.nodeType === 'Tuple' && of.of?.k === 'inst') return of.of.of ?? of.of;
        return isSlice ? of : (of.of ?? (isModule(of) ? { k: 'inst', path: 'torch.nn.Module' } : ANY));
      default:
        return ANY;
    }
  }

  /** The type of a dict's entry whose name is written out. */
  partOf(of: Type & { k: 'dict' }, node: Expr | undefined): Type | null {
    const name = node ? textOf(node) : null;
    const part = name === null || of.parts?.isOpen ? undefined : of.parts?.cells.get(name);
    return part ? inside(part) : null;
  }
}
