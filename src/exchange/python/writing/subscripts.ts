/** `x[…]`: reading, writing, deleting. */
import { t } from '../../../protocol/l10n.js';
import { isDictClass, type Class } from '../program/classes.js';
import { isModule, isNumber, withoutNone, type Type } from '../program/types.js';
import { numberOf, type Expr, type Of } from '../reading/syntax.js';
import { OPTIMIZER_STATES } from '../inference/members.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, LEVEL, quote, type Written } from './written.js';

/** True for a tensor or a module, whose slices are written as strings: `x['1:3']`. */
const isTensor = (type: Type): boolean => type.k === 'tensor' || isModule(type);

/** True for a class that extends one of Python's dicts, and reads its entries as that does. */
const isDict = (of: Class): boolean => of.method('__getitem__') === null && isDictClass(of.root);

export class Subscripts {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** True for a variable with a tuple, which stands for several indices. A list would be one index. */
  private isSeveral = (slice: Expr): boolean => slice.nodeType !== 'Tuple' && /^(tuples?|named)$/.test(this.c.type(slice).k);

  /** True for a parameter of which nothing is known: it may be a number, a list, or several indices. */
  private isGiven(slice: Expr): boolean {
    const variable = slice.nodeType === 'Name' ? this.c.variable(slice) : undefined;
    const type = this.c.type(slice);
    if (type.k === 'inst' && type.path === 'builtins.slice') return true;
    return variable?.isGiven === true && variable.scope.kind === 'function' && type.k === 'any';
  }

  /** True for an index that is a list in a variable: as a key, JavaScript would make a text of it. */
  private hasList = (slice: Expr): boolean =>
    (slice.nodeType === 'Tuple' ? slice.elts : [slice]).some(
      (one) => !/^(List|Tuple|Slice)$/.test(one.nodeType) && /^(list|nested|range|deque)$/.test(this.c.type(one).k),
    );

  /** What `__getitem__` and `__setitem__` are given. */
  private given(slice: Expr): string {
    const { c, e } = this;
    if (slice.nodeType === 'Slice') return this.parts(slice);
    if (slice.nodeType !== 'Tuple') return e.text(slice);
    return `${c.helper('tuple')}(${slice.elts.map((one) => (one.nodeType === 'Slice' ? this.parts(one) : e.text(one))).join(', ')})`;
  }

  load(node: Of<'Subscript'>): Written {
    const { c, e } = this;
    const type = withoutNone(c.type(node.value));
    const { slice } = node;
    if (isTensor(type) && this.isSeveral(slice)) return call(`${e.text(node.value, LEVEL.call)}.index(...${e.text(slice, LEVEL.call)})`);
    if (isTensor(type) && this.isGiven(slice)) return call(`${c.helper('at')}(${e.text(node.value)}, ${e.text(slice)})`);
    if (isTensor(type) && this.hasList(slice)) return call(`${e.text(node.value, LEVEL.call)}.index(${this.index(slice)})`);
    if (isTensor(type)) return call(`${e.text(node.value, LEVEL.call)}[${this.index(slice)}]`);
    const of = () => e.text(node.value, LEVEL.call);
    if (/^numpy\.[cr]_$/.test(c.path(node.value) ?? '')) return call(`${of()}.index(${this.index(slice)})`);
    const axes = e.plots.element(node);
    if (axes) return axes;
    switch (type.k) {
      case 'dict':
        return call(`${of()}.at(${e.text(slice)})`);
      case 'record':
        return call(`${of()}[${e.text(slice)}]`);
      case 'obj':
        if (isDict(type.of)) return call(`${of()}.at(${e.text(slice)})`);
        if (type.of.isNamedTuple) return call(`${c.helper('at')}(${e.text(node.value)}, ${e.text(slice)})`);
        return call(`${of()}.${type.of.isDataset ? 'get' : '__getitem__'}(${this.given(slice)})`);
      case 'class':
        if (type.of.method('__class_getitem__')) return call(`${of()}.__class_getitem__(${this.given(slice)})`);
        return call(type.of.isEnum ? `${of()}.named(${e.text(slice)})` : of());
      case 'inst':
        if (type.path === OPTIMIZER_STATES) return call(`${c.helper('state_of')}(${of()}, ${e.text(slice)})`);
        if (slice.nodeType === 'Slice') return call(`${of()}[${this.index(slice)}]`);
        return call(`${of()}${/DataLoader|Dataset|Subset|random_split/.test(type.path) ? `.get(${e.text(slice)})` : `[${e.text(slice)}]`}`);
      case 'list':
      case 'tuple':
      case 'tuples':
      case 'deque':
      case 'size':
      case 'str':
      case 'range':
      case 'nested':
        if (slice.nodeType === 'Slice') return this.part(node.value, type, slice);
        return this.element(node.value, type, slice);
      default:
        if (slice.nodeType === 'Slice') return this.part(node.value, type, slice);
        if (slice.nodeType === 'Tuple') return call(`${of()}[${this.index(slice)}]`);
        return call(`${c.helper('at')}(${e.text(node.value)}, ${e.text(slice)})`);
    }
  }

  /**
   * True when an index needs no check: it is not below 0, and the program does not catch the error of an index outside
   * the list.
   */
  private isFine(slice: Expr): boolean {
    const type = this.c.type(slice);
    const literal = numberOf(slice);
    if (this.c.catchesAll) return false;
    if (literal !== undefined) return literal >= 0;
    return type.k === 'int' && type.low;
  }

  private element(value: Expr, type: Type, slice: Expr): Written {
    const { c, e } = this;
    const literal = numberOf(slice);
    if (type.k === 'tuple' && literal !== undefined && literal < 0)
      return call(`${e.text(value, LEVEL.call)}[${literal + type.items.length}]`);
    if (this.isFine(slice)) return call(`${e.text(value, LEVEL.call)}[${e.text(slice)}]`);
    if (literal !== undefined && !c.catchesAll) return call(`${e.text(value, LEVEL.call)}.at(${literal})!`);
    return call(`${c.helper('at')}(${e.text(value)}, ${e.text(slice)})`);
  }

  private bound(node: Expr | undefined): string | null {
    if (!node || (node.nodeType === 'Constant' && (node.value === null || node.value === undefined))) return null;
    const type = this.c.type(node);
    return isNumber(type) ? this.e.text(node) : `${this.c.helper('int')}(${this.e.text(node)})`;
  }

  private parts({ lower, upper, step }: Of<'Slice'>): string {
    const all = [lower, upper, step].map((one) => this.bound(one) ?? 'null');
    return `${this.c.helper('slice_of')}(${all.join(', ')})`;
  }

  private part(value: Expr, type: Type, slice: Of<'Slice'>): Written {
    const { c, e } = this;
    const [from, to, step] = [slice.lower, slice.upper, slice.step].map((one) => this.bound(one));
    const isPlain =
      type.k === 'list' ||
      type.k === 'str' ||
      type.k === 'size' ||
      (type.k === 'range' && c.heldRanges.size === 0) ||
      type.k === 'nested' ||
      ((type.k === 'tuple' || type.k === 'tuples') && !c.keepsTuples);
    const isBound = (one: Expr | undefined) => !one || isNumber(c.type(one));
    if (!step && isPlain && isBound(slice.lower) && isBound(slice.upper)) {
      if (!from && !to) return type.k === 'str' ? e.write(value) : { text: `[...${e.text(value, LEVEL.assign)}]`, level: LEVEL.atom };
      return call(`${e.text(value, LEVEL.call)}.slice(${to ? `${from ?? 0}, ${to}` : from})`);
    }
    if (step === '-1' && !from && !to && (type.k === 'list' || type.k === 'size'))
      return call(`[...${e.text(value, LEVEL.assign)}].reverse()`);
    const args = [e.text(value), from ?? 'null', to ?? 'null', step ?? '1'];
    if (!step) args.pop();
    return call(`${c.helper('slice')}(${args.join(', ')})`);
  }

  /** The text in the brackets of a tensor. */
  private index(node: Expr): string {
    if (node.nodeType === 'Tuple') return node.elts.map((one) => this.place(one)).join(', ');
    return this.place(node);
  }

  private place(node: Expr): string {
    if (node.nodeType !== 'Slice') return this.e.bare(node);
    const parts = [node.lower, node.upper, node.step].map((one) => {
      const text = this.bound(one) ?? '';
      return { text, isLiteral: /^(-?\d+)?$/.test(text) };
    });
    if (parts[2]!.text === '') parts.pop();
    if (parts.every((one) => one.isLiteral)) return quote(parts.map((one) => one.text).join(':'));
    return `\`${parts.map((one) => (one.isLiteral ? one.text : `\${${one.text}}`)).join(':')}\``;
  }

  /** `x[…] = value`, as a statement. */
  store(node: Of<'Subscript'>, value: string): string {
    const { c, e } = this;
    const type = withoutNone(c.type(node.value));
    const { slice } = node;
    const of = e.text(node.value, LEVEL.call);
    if (isTensor(type) && this.isSeveral(slice)) return `${of}.index_put_([...${e.text(slice, LEVEL.call)}], ${value});`;
    if (isTensor(type) && (this.isGiven(slice) || this.hasList(slice))) return `${c.helper('put')}(${of}, ${this.given(slice)}, ${value});`;
    if (isTensor(type)) return `${of}[${this.index(slice)}] = ${value};`;
    if (type.k === 'dict') return `${of}.set(${e.text(slice)}, ${value});`;
    if (type.k === 'inst' && type.path === OPTIMIZER_STATES) return `${of}.set(${e.text(slice)}, ${value});`;
    if (type.k === 'record' || type.k === 'inst') return `${of}[${e.text(slice)}] = ${value};`;
    if (type.k === 'obj' && isDict(type.of) && !type.of.method('__setitem__')) return `${of}.set(${e.text(slice)}, ${value});`;
    if (type.k === 'obj') return `${of}.__setitem__(${this.given(slice)}, ${value});`;
    if (slice.nodeType === 'Slice') {
      if (slice.step && type.k === 'list')
        return `${c.helper('put_slice')}(${of}, ${this.bound(slice.lower) ?? 'null'}, ${this.bound(slice.upper) ?? 'null'}, ${value}, ${this.bound(slice.step)});`;
      if (slice.step) return c.fail(node, t('a slice with a step cannot be assigned to'));
      if (type.k === 'any') return `${of}[${this.index(slice)}] = ${value};`;
      return `${c.helper('put_slice')}(${of}, ${this.bound(slice.lower) ?? 'null'}, ${this.bound(slice.upper) ?? 'null'}, ${value});`;
    }
    if (slice.nodeType === 'Tuple' && type.k === 'any') return `${of}[${this.index(slice)}] = ${value};`;
    if ((type.k === 'list' || type.k === 'deque') && this.isFine(slice)) return `${of}[${e.text(slice)}] = ${value};`;
    return `${c.helper('put')}(${of}, ${e.text(slice)}, ${value});`;
  }

  /** `del x[…]`. */
  remove(node: Of<'Subscript'>): string {
    const { c, e } = this;
    const type = withoutNone(c.type(node.value));
    const of = e.text(node.value, LEVEL.call);
    if (node.slice.nodeType === 'Slice' && (node.slice.step || type.k !== 'list')) {
      const ends = [node.slice.lower, node.slice.upper, node.slice.step].map((one) => this.bound(one) ?? 'null');
      while (ends.length > 1 && ends.at(-1) === 'null') ends.pop();
      return `${c.helper('del_slice')}(${[of, ...ends].join(', ')});`;
    }
    if (node.slice.nodeType === 'Slice')
      return `${c.helper('put_slice')}(${of}, ${this.bound(node.slice.lower) ?? 'null'}, ${this.bound(node.slice.upper) ?? 'null'}, []);`;
    if (type.k === 'dict') return `${of}.pop(${e.text(node.slice)});`;
    return `${c.helper('del')}(${of}, ${e.text(node.slice)});`;
  }

  /** True when `x[…] += value` can be kept as it stands. */
  isInPlace(node: Of<'Subscript'>): boolean {
    const type = withoutNone(this.c.type(node.value));
    if (isTensor(type)) return !this.isSeveral(node.slice) && !this.isGiven(node.slice) && !this.hasList(node.slice);
    if (type.k === 'record') return true;
    return (type.k === 'list' || type.k === 'deque') && this.isFine(node.slice) && node.slice.nodeType !== 'Slice';
  }
}
