/**
 * Gives a value to the target of an assignment: a name, an attribute, an element of a list or a dict, or a tuple of
 * these.
 */
import { elementOf, join } from '../program/join.js';
import { ANY, inside, NEVER, newCell, withoutNone, type Type } from '../program/types.js';
import { textOf, type Expr } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';

export class TargetTypes {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  give(node: Expr, type: Type): void {
    switch (node.nodeType) {
      case 'Name': {
        const variable = this.facts.scopes.variables.get(node);
        if (variable) this.facts.set(variable, type);
        this.facts.types.set(node, type);
        return;
      }
      case 'Attribute': {
        const of = this.finders.expressions.visit(node.value);
        if (of.k === 'obj') {
          const described = of.of.described(node.attr);
          const set = described?.method('__set__');
          if (described && set) return void this.finders.calls.bind(set, { k: 'obj', of: described }, [of, type], new Map());
          of.of.own.add(node.attr);
          const setter = of.of
            .lineage()
            .map((one) => one.setters.get(node.attr))
            .find(Boolean);
          if (setter?.params[1]) this.facts.set(setter.params[1], type);
          else this.facts.attribute(of.of, node.attr, type);
        } else if (of.k === 'class') {
          const holder = of.of.sharedBy(node.attr) ?? of.of;
          this.facts.attribute(holder, node.attr, type);
        }
        return;
      }
      case 'Subscript': {
        const of = withoutNone(this.finders.expressions.visit(node.value));
        const index = this.finders.expressions.visit(node.slice);
        if ((of.k === 'list' || of.k === 'deque') && node.slice.nodeType === 'Slice') this.facts.put(of.cell, elementOf(type));
        else if (of.k === 'list' || of.k === 'deque') this.facts.put(of.cell, type);
        else if (of.k === 'dict') {
          this.facts.put(of.key, index);
          this.facts.put(of.cell, type);
          const name = textOf(node.slice);
          const part = name === null ? undefined : of.parts?.cells.get(name);
          if (part) this.facts.put(part, type);
          else if (of.parts && name !== null) of.parts.cells.set(name, newCell(type));
          else if (of.parts) of.parts.isOpen = true;
        } else if (of.k === 'obj') {
          const set = of.of.method('__setitem__');
          if (set) this.finders.calls.bind(set, of, [index, type], new Map());
        }
        return;
      }
      case 'Tuple':
      case 'List': {
        const star = node.elts.findIndex((one) => one.nodeType === 'Starred');
        node.elts.forEach((one, i) => {
          const own = fieldsOf(withoutNone(type));
          if (one.nodeType === 'Starred')
            this.give(
              one.value,
              this.facts.newList(
                one,
                own.k === 'tuple' ? own.items.slice(i, own.items.length - (node.elts.length - 1 - i)).reduce(join, NEVER) : elementOf(own),
              ),
            );
          else if (own.k === 'tuple')
            this.give(one, own.items[star >= 0 && i > star ? own.items.length - (node.elts.length - i) : i] ?? ANY);
          else this.give(one, elementOf(own));
        });
        return;
      }
      case 'Starred':
        this.give(node.value, type);
        return;
      default:
    }
  }
}

/** A tuple with named parts, as a plain tuple. */
function fieldsOf(type: Type): Type {
  if (type.k === 'named') return { k: 'tuple', items: [...type.of.cells.values()].map(inside) };
  if (type.k !== 'obj' || !type.of.isNamedTuple) return type;
  return { k: 'tuple', items: type.of.fields.map((name) => type.of.attributes.get(name) ?? ANY) };
}
