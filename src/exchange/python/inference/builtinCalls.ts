/** What a built-in function of Python returns. */
import { elementOf, join, joinApart } from '../program/join.js';
import {
  ANY,
  BOOL,
  ENDLESS,
  FLOAT,
  inside,
  INT,
  isNumber,
  iterOf,
  LOW,
  NEVER,
  NONE,
  perhapsWhole,
  STR,
  tupleOf,
  type Type,
} from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';

export class BuiltinCalls {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  call(name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    const element = elementOf(first);
    switch (name) {
      case 'len':
      case 'ord':
      case 'id':
      case 'hash':
        if (first.k === 'obj') {
          const own = first.of.method('__len__');
          if (own) this.finders.calls.bind(own, first, [], new Map());
        }
        return LOW;
      case 'int':
        return (first.k === 'int' && first.low) || (first.k === 'num' && first.only === 0) ? LOW : INT;
      case 'float': {
        const [text] = node.nodeType === 'Call' ? node.args : [];
        const isEndless = text?.nodeType === 'Constant' && /^[-+]?(inf|infinity|nan)$/i.test(String(text.value));
        return isEndless ? ENDLESS : FLOAT;
      }
      case 'str':
      case 'repr':
      case 'format':
      case 'chr':
      case 'hex':
      case 'bin':
      case 'input':
      case 'ascii':
        return STR;
      case 'bool':
      case 'isinstance':
      case 'issubclass':
      case 'callable':
      case 'hasattr':
      case 'any':
      case 'all':
        return BOOL;
      case 'print':
        return NONE;
      case 'setattr':
        this.given(first, args[2] ?? ANY, node);
        return NONE;
      case 'range': {
        const isLow =
          args.length <= 1 ||
          (first.k === 'int' && first.low && (args.length === 2 || (args[2]!.k === 'int' && (args[2] as { low: boolean }).low)));
        return { k: 'range', low: isLow };
      }
      case 'list':
      case 'sorted':
        for (const one of keywords.values()) if (one.k === 'func') this.finders.calls.bind(one.func, one.self, [element], new Map());
        return this.facts.newList(node, element);
      case 'set':
      case 'frozenset':
        return this.facts.newList(node, element, 'set');
      case 'bytes':
        return { k: 'bytes' };
      case 'tuple':
        return first.k === 'tuple' ? first : { k: 'tuples', of: element };
      case 'dict': {
        const pair = element;
        const key = first.k === 'dict' ? inside(first.key) : pair.k === 'tuple' ? (pair.items[0] ?? NEVER) : NEVER;
        const value =
          first.k === 'dict' ? inside(first.cell) : pair.k === 'tuple' ? (pair.items[1] ?? NEVER) : args.length > 0 ? ANY : NEVER;
        const all = this.facts.newDict(
          node,
          keywords.size > 0 ? join(key, STR) : args.length > 0 && key.k === 'never' && first.k !== 'dict' ? ANY : key,
          joinApart([value, ...keywords.values()]),
        );
        const known = args.length === 0 ? null : first.k === 'dict' ? (first.parts ?? null) : null;
        if (keywords.has('**') || (args.length > 0 && !known) || known?.isOpen) return all;
        const parts = this.facts.parts(node);
        for (const [name, cell] of known?.cells ?? []) this.facts.putPart(parts, name, inside(cell));
        for (const [name, type] of keywords) this.facts.putPart(parts, name, type);
        return { ...all, parts };
      }
      case 'enumerate': {
        const start = args[1] ?? keywords.get('start');
        return iterOf(tupleOf(start && !(start.k === 'int' && start.low) ? INT : LOW, element));
      }
      case 'zip':
        if (node.nodeType === 'Call' && node.args.length === 1 && node.args[0]?.nodeType === 'Starred') {
          if (first.k === 'tuple') return { k: 'tuple', items: first.items.map((of) => ({ k: 'tuples', of })) };
          return iterOf({ k: 'tuples', of: elementOf(first) });
        }
        return iterOf({ k: 'tuple', items: args.map((one) => elementOf(one)) });
      case 'map': {
        const given = args.slice(1).map((one) => elementOf(one));
        return iterOf(this.finders.calls.call(first, given, new Map(), node));
      }
      case 'filter':
        if (first.k === 'func') this.finders.calls.bind(first.func, first.self, [elementOf(second)], new Map());
        return iterOf(elementOf(second));
      case 'reversed':
        return iterOf(element);
      case 'staticmethod':
        return first;
      case 'iter':
        return iterOf(args.length > 1 ? this.finders.calls.call(first, [], new Map(), node) : element);
      case 'next':
        return first.k === 'obj' ? (first.of.method('__next__')?.result ?? ANY) : join(elementOf(first), args.length > 1 ? second : NEVER);
      case 'sum': {
        const start = args[1] ?? keywords.get('start') ?? LOW;
        if (element.k === 'never') return args.length > 1 ? start : LOW;
        if (element.k === 'bool') return LOW;
        if (element.k === 'tensor') return element;
        if (element.k === 'obj') return this.finders.operators.binary('Add', element, element, node);
        if (isNumber(element) && isNumber(start))
          return element.k === 'float'
            ? args.length > 1
              ? FLOAT
              : { k: 'num', only: 0 }
            : this.finders.operators.binary('Add', element, start, node);
        if (element.k === 'nested') return element.d === 'int' ? INT : { k: 'num', only: 0 };
        return args.length > 1 ? join(element, start) : element;
      }
      case 'min':
      case 'max': {
        const key = keywords.get('key');
        const all = args.length === 1 ? element : args.reduce(join, NEVER);
        if (key?.k === 'func') this.finders.calls.bind(key.func, key.self, [all], new Map());
        const other = keywords.get('default');
        return other ? join(all, other) : all;
      }
      case 'abs':
        if (first.k === 'obj') return first.of.method('__abs__')?.result ?? ANY;
        return first.k === 'int' || first.k === 'bool' ? LOW : first;
      case 'round':
        if (first.k === 'tensor') return first;
        if (args.length > 1 || keywords.size > 0) return perhapsWhole(first);
        return isNumber(first) || first.k === 'nested' ? INT : first;
      case 'divmod': {
        const both = this.finders.operators.binary('FloorDiv', first, second, node);
        return tupleOf(both, both);
      }
      case 'pow':
        return this.finders.operators.binary('Pow', first, second, node);
      case 'slice':
        return { k: 'inst', path: 'builtins.slice' };
      case 'type':
        return first.k === 'obj' ? { k: 'class', of: first.of } : ANY;
      case 'getattr':
        return ANY;
      case 'object':
        return ANY;
      case 'vars':
        if (first.k === 'obj' && !first.of.isModule) return this.facts.dictOf(node, first.of.attributes);
        return first.k === 'inst' && first.path === 'argparse.Namespace' ? this.facts.dictOf(node, this.facts.options) : ANY;
      case 'identity':
        return first;
      default:
        return /(Error|Exception|StopIteration)$/.test(name) ? { k: 'inst', path: `builtins.${name}` } : ANY;
    }
  }

  /** What `setattr` gives to an object: under a name that only the run knows, it may be any of its numbers. */
  private given(of: Type, value: Type, node: Any): void {
    if (node.nodeType !== 'Call') return;
    const [, name] = node.args;
    if (name?.nodeType === 'Constant') {
      if (of.k !== 'obj' || of.of.isModule) return;
      of.of.own.add(String(name.value));
      return this.facts.attribute(of.of, String(name.value), value);
    }
    const all = of.k === 'obj' ? [...of.of.lineage(), ...of.of.extendedBy] : of.k === 'any' ? [...this.facts.scopes.classes.values()] : [];
    for (const one of all) {
      if (one.isModule || one.isEnum) continue;
      // What the class has, the object has of its own from then on.
      if (!one.isDataclass)
        for (const shared of one.shared.keys()) if (!one.methods.has(shared) && !one.described(shared)) one.own.add(shared);
      if (!isNumber(value) && value.k !== 'any') continue;
      for (const [own, type] of one.attributes) if (isNumber(type)) this.facts.attribute(one, own, value);
    }
  }
}
