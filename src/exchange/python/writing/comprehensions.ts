/** Comprehensions, as `map`, `filter` and `flatMap`. */
import { t } from '../../../protocol/l10n.js';
import { hasNode, isTwin, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import { hasEffects, isMadeOneByOne } from './laziness.js';
import type { Expressions } from './expressions.js';
import { call, LEVEL, type Written } from './written.js';

type Comprehension = Of<'ListComp'> | Of<'SetComp'> | Of<'DictComp'> | Of<'GeneratorExp'>;

/** Built-in functions that take all there is. */
// not operations: functions of Python
const DRAINS = /^(sum|min|max|len|list|tuple|set|frozenset|dict|sorted|bytes|reversed)$/;

/** True when an expression gives a value to a name. */
const names = (node: Any): boolean => hasNode(node, (one) => one.nodeType === 'NamedExpr');

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
        return call(this.drained.has(node) ? `${c.helper('iterator')}(${this.list(node)})` : this.lazily(node));
    }
  }

  /** Generators of which the call around takes every value at once. */
  private readonly drained = new Set<Expr>();
  /** Generators of which the call around may leave the rest. */
  private readonly asked = new Set<Expr>();
  /** Generators that the call around may keep. */
  private readonly kept = new Set<Expr>();

  /** Notes what a call does with the generators that are its arguments. */
  note({ func, args }: Of<'Call'>): void {
    const isBuiltin = func.nodeType === 'Name' && !this.c.variable(func);
    const isDrain = isBuiltin
      ? DRAINS.test(func.id)
      : func.nodeType === 'Attribute' && (/^(join|extend|update|fsum|prod|fmean|mean)$/.test(func.attr) || this.c.path(func) !== null);
    for (const one of args) {
      if (one.nodeType !== 'GeneratorExp') continue;
      if (isDrain && !/^itertools\./.test(this.c.path(func) ?? '')) this.drained.add(one);
      // not operations: functions of Python
      else if (isBuiltin && /^(any|all)$/.test(func.id)) this.asked.add(one);
      // The program's own functions, and `next`, may go on with it where they stopped.
      else if (this.c.path(func) === null) this.kept.add(one);
    }
  }

  /** True for a generator whose values have to be made one by one: it may never end, or what it calls is seen. */
  isLazy(node: Of<'GeneratorExp'>): boolean {
    if (this.drained.has(node)) return false;
    return this.kept.has(node) || isMadeOneByOne(node, this.c) || (this.asked.has(node) && hasEffects(node, this.c));
  }

  /** The values of a generator, each made when it is asked for. */
  lazily(node: Of<'GeneratorExp'>): string {
    return this.shared(node, this.lazilyFrom(node, 0));
  }

  private lazilyFrom(node: Of<'GeneratorExp'>, at: number): string {
    const { c, e } = this;
    const { target, iter, ifs } = node.generators[at]!;
    const isLast = at === node.generators.length - 1;
    const [name, before] = this.given(target);
    const source = iter.nodeType === 'GeneratorExp' ? this.lazily(iter) : e.iterable(iter, LEVEL.assign);
    const kept = ifs.reduce(
      (all, test) => `${c.helper('filter')}((${name}) => ${this.body(before, e.conditions.truth(test, LEVEL.assign))}, ${all})`,
      source,
    );
    if (!isLast) {
      const inner = this.body(before, this.lazilyFrom(node, at + 1));
      return `${c.helper('itertools')}.chain.from_iterable(${c.helper('map')}((${name}) => ${inner}, ${kept}))`;
    }
    const value = e.text(node.elt, LEVEL.assign);
    if (value === name && target.nodeType === 'Name') return ifs.length > 0 ? kept : `${c.helper('iterator')}(${source})`;
    return `${c.helper('map')}((${name}) => ${this.body(before, value)}, ${kept})`;
  }

  /** The names of a comprehension that functions use which may be called later: they find its last values. */
  private lateNames(node: Any): string[] {
    const { c } = this;
    if (node.nodeType === 'Name') return c.variable(node)?.isCaptured ? [c.variable(node)!.js] : [];
    if (node.nodeType === 'Starred') return this.lateNames(node.value);
    return 'elts' in node ? node.elts.flatMap((one: Expr) => this.lateNames(one)) : [];
  }

  /** What a comprehension makes, with the variables that its values share. */
  private shared(node: Comprehension, text: string): string {
    const names = [...new Set(node.generators.flatMap(({ target }) => this.lateNames(target)))];
    return names.length === 0 ? text : `(() => { let ${names.map((name) => `${name}: any`).join(', ')}; return ${text}; })()`;
  }

  /** The parameter for the items of a comprehension, and what is done first with each. */
  private given(target: Expr): [string, string] {
    if (this.lateNames(target).length === 0) return [this.parameter(target), ''];
    const name = this.c.fresh('one');
    return [name, `${this.parameter(target)} = ${name}, `];
  }

  /** The values of the comprehension, as a list. */
  list(node: Comprehension): string {
    const last = (): string =>
      node.nodeType === 'DictComp'
        ? `[${this.e.text(node.key)}, ${this.e.text(node.value)}] as const`
        : this.e.text(node.elt, LEVEL.assign);
    return this.shared(node, this.from(node, 0, last));
  }

  private from(node: Comprehension, at: number, last: () => string): string {
    const { c, e } = this;
    const { target, iter, ifs } = node.generators[at]!;
    if (/^itertools\.(count|cycle)/.test(iter.nodeType === 'Call' ? (c.path(iter.func) ?? '') : ''))
      c.fail(node, t('this would never end: nothing is taken from it one by one'));
    const isLast = at === node.generators.length - 1;
    const star = 'elts' in target ? target.elts.findIndex((one) => one.nodeType === 'Starred') : -1;
    const after = 'elts' in target && star >= 0 ? target.elts.length - 1 - star : 0;
    const [name, before] = this.given(target);
    const all = after > 0 ? `${e.array(iter)}.map((one) => ${c.helper('unpack')}(one, ${star}, ${after}))` : e.array(iter);
    const filtered = ifs.reduce(
      (items, test) => `${items}.filter((${name}) => ${this.body('', e.conditions.truth(test, LEVEL.assign))})`,
      all,
    );
    if (ifs.some(names) || (before !== '' && ifs.length > 0)) {
      // If a test gives a name its value, the name must be read before the next element is tested.
      const test = ifs.map((one) => e.conditions.truth(one, LEVEL.and)).join(' && ');
      return `${all}.flatMap((${name}) => (${before}${test} ? ${isLast ? `[${last()}]` : this.from(node, at + 1, last)} : []))`;
    }
    if (!isLast) return `${filtered}.flatMap((${name}) => ${this.body(before, this.from(node, at + 1, last))})`;
    const value = last();
    if (value === name && target.nodeType === 'Name')
      return ifs.length > 0 || filtered !== all || all.startsWith('[') ? filtered : `[...${all}]`;
    return `${filtered}.map((${name}) => ${this.body(before, value)})`;
  }

  private body(before: string, text: string): string {
    return before !== '' || text.startsWith('{') ? `(${before}${text})` : text;
  }

  /** The names of a target, as a parameter. */
  parameter(target: Expr): string {
    const { c } = this;
    if (target.nodeType === 'Name') return c.variable(target)?.js ?? target.id;
    if (target.nodeType === 'Tuple' || target.nodeType === 'List') {
      const last = target.elts.length - 1;
      return `[${target.elts
        .map((one, i) => {
          if (isTwin(one.nodeType === 'Starred' ? one.value : one, target.elts.slice(i + 1))) return '';
          if (one.nodeType !== 'Starred') return this.parameter(one);
          return `${i === last ? '...' : ''}${this.parameter(one.value)}`;
        })
        .join(', ')}]`;
    }
    return c.fail(target, t('this target is not converted'));
  }

  /** An argument of a call. A generator becomes the list of its values. */
  argument(node: Expr): string {
    if (node.nodeType !== 'GeneratorExp') return this.e.text(node);
    return this.isLazy(node) ? this.lazily(node) : this.list(node);
  }
}
