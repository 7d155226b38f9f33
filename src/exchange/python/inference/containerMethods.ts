/** The type that a method of a list, a dict or a set returns, and the values that it adds to the container. */
import { elementOf, join } from '../program/join.js';
import { ANY, BOOL, inside, iterOf, LOW, NEVER, newCell, NONE, STR, tupleOf, withoutNone, type Type } from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';

type Collection = Extract<Type, { k: 'list' | 'set' | 'deque' }>;

/** True for the keys or the pairs of a dict, which are sets to operators. */
export function isView(node: Any, typeOf: (node: Any) => Type): boolean {
  if (node.nodeType !== 'Call' || node.func.nodeType !== 'Attribute' || !/^(keys|items)$/.test(node.func.attr)) return false;
  return withoutNone(typeOf(node.func.value)).k === 'dict';
}

export class ContainerMethods {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  ofList(of: Extract<Type, { k: 'list' | 'deque' | 'set' }>, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    switch (name) {
      case 'append':
      case 'appendleft':
        this.facts.put(of.cell, first);
        return NONE;
      case 'insert':
        this.facts.put(of.cell, second);
        return NONE;
      case 'extend':
      case 'extendleft':
        this.facts.put(of.cell, elementOf(first));
        return NONE;
      case 'pop':
      case 'popleft':
        return inside(of.cell);
      case 'index':
      case 'count':
        return LOW;
      case 'copy':
        return this.facts.newList(node, inside(of.cell), of.k);
      case 'sort': {
        const key = keywords.get('key');
        if (key?.k === 'func') this.finders.calls.bind(key.func, key.self, [inside(of.cell)], new Map());
        return NONE;
      }
      default:
        return NONE;
    }
  }

  ofDict(of: Extract<Type, { k: 'dict' }>, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    switch (name) {
      case 'keys':
        return iterOf(inside(of.key));
      case 'values':
        return iterOf(inside(of.cell));
      case 'items':
        return iterOf(tupleOf(inside(of.key), inside(of.cell)));
      case 'get':
      case 'pop': {
        const part = this.finders.subscripts.partOf(of, node.nodeType === 'Call' ? node.args[0] : undefined) ?? inside(of.cell);
        if (args.length > 1) return join(part, second);
        return name === 'get' ? join(part, NONE) : part;
      }
      case 'setdefault':
        if (of.parts && node.nodeType === 'Call' && node.args[0]?.nodeType === 'Constant') {
          const key = String(node.args[0].value);
          const known = of.parts.cells.get(key);
          if (known) this.facts.put(known, second);
          else of.parts.cells.set(key, newCell(second));
          return inside(of.parts.cells.get(key)!);
        }
        if (of.parts) of.parts.isOpen = true;
        this.facts.put(of.key, first);
        this.facts.put(of.cell, second);
        return inside(of.cell);
      case 'update':
        if (of.parts) of.parts.isOpen = true;
        if (first.k === 'dict') {
          this.facts.put(of.key, inside(first.key));
          this.facts.put(of.cell, inside(first.cell));
        } else if (args.length > 0 && of.counter) this.facts.put(of.key, elementOf(first));
        else if (args.length > 0) {
          const pair = elementOf(first);
          this.facts.put(of.key, pair.k === 'tuple' ? pair.items[0]! : STR);
          this.facts.put(of.cell, pair.k === 'tuple' ? pair.items[1]! : first.k === 'record' ? first.of : ANY);
        }
        for (const value of keywords.values()) {
          this.facts.put(of.key, STR);
          this.facts.put(of.cell, value);
        }
        return NONE;
      case 'copy':
        return {
          ...this.facts.newDict(node, inside(of.key), inside(of.cell)),
          ...(of.make && { make: true }),
          ...(of.counter && { counter: true }),
        };
      case 'most_common':
        return this.facts.newList(node, tupleOf(inside(of.key), LOW));
      case 'elements':
        return iterOf(inside(of.key));
      case 'total':
        return LOW;
      case 'popitem':
        return tupleOf(inside(of.key), inside(of.cell));
      default:
        return name === 'clear' || name === 'move_to_end' ? NONE : ANY;
    }
  }

  ofSet(of: Collection, name: string, args: readonly Type[], node: Any): Type {
    const [first = NEVER] = args;
    if (name === 'add' || name === 'discard' || name === 'remove' || name === 'update' || name === 'clear') {
      if (name === 'add') this.facts.put(of.cell, first);
      if (name === 'update') this.facts.put(of.cell, elementOf(first));
      return NONE;
    }
    if (/^is/.test(name)) return BOOL;
    if (name === 'pop') return inside(of.cell);
    return this.facts.newList(node, join(inside(of.cell), args.length > 0 ? elementOf(first) : NEVER), 'set');
  }
}
