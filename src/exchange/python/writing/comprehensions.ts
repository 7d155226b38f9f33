/** Comprehensions, as `map`, `filter` and `flatMap`. */
import { t } from '../../../protocol/l10n.js';
import { childrenOf, isTwin, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, LEVEL, type Written } from './written.js';

type Comprehension = Of<'ListComp'> | Of<'SetComp'> | Of<'DictComp'> | Of<'GeneratorExp'>;

/** True when an expression gives a value to a name. */
const names = (node: Any): boolean => node.nodeType === 'NamedExpr' || childrenOf(node).some(names);

export class Comprehensions {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  write(node: Comprehension): Written {
    const { c } = this;
    switch (node.nodeType) {
      case 'ListComp':
        return call(this.list(node));
      case 'SetComp':
        return call(`${c.helper('set')}(${this.list(node)})`);
      case 'DictComp':
        return call(`${c.helper('dict')}(${this.list(node)})`);
      case 'GeneratorExp':
        return call(`${c.helper('iterator')}(${this.list(node)})`);
    }
  }

  /** The values of the comprehension, as a list. */
  list(node: Comprehension): string {
    const last = (): string =>
      node.nodeType === 'DictComp'
        ? `[${this.e.text(node.key)}, ${this.e.text(node.value)}] as const`
        : this.e.text(node.elt, LEVEL.assign);
    const text = this.from(node, 0, last);
    return text;
  }

  private from(node: Comprehension, at: number, last: () => string): string {
    const { c, e } = this;
    const { target, iter, ifs } = node.generators[at]!;
    if (/^itertools\.(count|cycle)/.test(iter.nodeType === 'Call' ? (c.path(iter.func) ?? '') : ''))
      c.fail(node, t('this would never end: nothing is taken from it one by one'));
    const isLast = at === node.generators.length - 1;
    const star = 'elts' in target ? target.elts.findIndex((one) => one.nodeType === 'Starred') : -1;
    const after = 'elts' in target && star >= 0 ? target.elts.length - 1 - star : 0;
    const name = this.parameter(target);
    const all = after > 0 ? `${e.array(iter)}.map((one) => ${c.helper('unpack')}(one, ${star}, ${after}))` : e.array(iter);
    const filtered = ifs.reduce(
      (before, test) => `${before}.filter((${name}) => ${this.body(e.conditions.truth(test, LEVEL.assign))})`,
      all,
    );
    if (ifs.some(names)) {
      // If a test gives a name its value, the name must be read before the next element is tested.
      const test = ifs.map((one) => e.conditions.truth(one, LEVEL.and)).join(' && ');
      return `${all}.flatMap((${name}) => (${test} ? ${isLast ? `[${last()}]` : this.from(node, at + 1, last)} : []))`;
    }
    if (!isLast) return `${filtered}.flatMap((${name}) => ${this.from(node, at + 1, last)})`;
    const value = last();
    if (value === name && target.nodeType === 'Name')
      return ifs.length > 0 || filtered !== all || all.startsWith('[') ? filtered : `[...${all}]`;
    return `${filtered}.map((${name}) => ${this.body(value)})`;
  }

  private body(text: string): string {
    if (text.startsWith('{')) return `(${text})`;
    return text;
  }

  /** The names of a target, as a parameter. */
  parameter(target: Expr): string {
    const { c } = this;
    if (target.nodeType === 'Name') return c.variable(target)?.js ?? target.id;
    if (target.nodeType === 'Tuple' || target.nodeType === 'List') {
      const last = target.elts.length - 1;
      return `[${target.elts
        .map((one, i) => {
          if (isTwin(one, target.elts.slice(i + 1))) return '';
          if (one.nodeType !== 'Starred') return this.parameter(one);
          return `${i === last ? '...' : ''}${this.parameter(one.value)}`;
        })
        .join(', ')}]`;
    }
    return c.fail(target, t('this target is not converted'));
  }

  /** An argument of a call. A generator becomes the list of its values. */
  argument(node: Expr): string {
    return node.nodeType === 'GeneratorExp' ? this.list(node) : this.e.text(node);
  }
}
