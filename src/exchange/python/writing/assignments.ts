/** Assignments. */
import { t } from '../../../protocol/l10n.js';
import { isNumber, unbound, withoutNone, type Type } from '../program/types.js';
import { OPERATORS } from '../reading/operators.js';
import { isTwin, type Expr, type Of } from '../reading/syntax.js';
import { optionsOf } from './commandLine.js';
import type { Context } from './context.js';
import { hasEffects } from './laziness.js';
import type { Expressions } from './expressions.js';
import { isRoundedOtherwise, MIXED } from './operators.js';
import { LEVEL } from './written.js';

export class AssignmentWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  assign(node: Of<'Assign'>): string {
    const { c, e } = this;
    const { targets, value } = node;
    const [first] = targets;
    if (value.nodeType === 'Call' && first) {
      const type = c.type(value);
      if (type.k === 'inst' && type.path.startsWith('argparse.Arg')) return '';
      const isParsed = value.func.nodeType === 'Attribute' && value.func.attr === 'parse_args';
      if (isParsed && type.k === 'inst' && type.path === 'argparse.Namespace') {
        const options = optionsOf(c, e, value);
        return this.given(first, `{\n${options.map(([name, text]) => `  ${name}: ${text},`).join('\n')}\n}`);
      }
    }
    if (first && targets.length === 1 && this.isSetting(first)) return '';
    // The assignment gives a name to a type: there is nothing to write.
    if (value.nodeType === 'Subscript' && /^typing\./.test(c.path(value.value) ?? '')) return '';
    if (targets.length === 1) return this.assignTo(first!, value);
    const simple = /^(Constant|Name)$/.test(value.nodeType);
    const name = simple ? e.text(value) : c.fresh('value');
    const lines = targets.map((target) => this.given(target, name));
    return [...(simple ? [] : [`const ${name} = ${e.text(value)};`]), ...lines].join('\n');
  }

  /** True for a setting of the machine, which has no effect here. */
  private isSetting(target: Expr): boolean {
    const of = target.nodeType === 'Subscript' ? target.value : target;
    const path = this.c.path(of) ?? '';
    return path.startsWith('torch.backends.') || (path === 'os.environ' && !this.c.readsEnvironment);
  }

  /** What several targets are given. A tuple that one of them gets stays one. */
  private values(target: Of<'Tuple'> | Of<'List'>, { elts }: Of<'Tuple'> | Of<'List'>): string {
    const { e } = this;
    const isApart = [...elts, ...target.elts].some((one) => one.nodeType === 'Starred');
    const one = (value: Expr, i: number): string => {
      const isKept = !isApart && value.nodeType === 'Tuple' && !/^(Tuple|List)$/.test(target.elts[i]?.nodeType ?? '');
      return value.nodeType === 'Starred' ? e.write(value).text : isKept ? e.text(value) : e.bare(value);
    };
    return `[${elts.map(one).join(', ')}]`;
  }

  assignTo(target: Expr, value: Expr): string {
    const { c, e } = this;
    if (target.nodeType === 'Tuple' || target.nodeType === 'List') {
      const isStar = (one: Expr): boolean => one.nodeType === 'Starred';
      const isWrong = 'elts' in value && value.elts.length !== target.elts.length && ![...value.elts, ...target.elts].some(isStar);
      if ((value.nodeType === 'Tuple' || value.nodeType === 'List') && !isWrong) return this.given(target, this.values(target, value));
      if (value.nodeType === 'GeneratorExp') return this.given(target, e.comprehensions.list(value));
      const type = withoutNone(c.type(value));
      const isOpen = type.k === 'any' || (type.k === 'obj' && !type.of.isNamedTuple && !type.of.isModule);
      const text = type.k === 'dict' || isOpen ? e.iterable(value, LEVEL.assign) : e.text(value);
      const items = type.k === 'tuple' ? type.items.length : null;
      const isSurely = items === target.elts.length || target.elts.some((one) => one.nodeType === 'Starred');
      if (c.catchesAll && !isSurely) return this.given(target, `${c.helper('exactly')}(${text}, ${target.elts.length})`);
      return this.given(target, isOpen ? `[...${text}]` : text);
    }
    const type = c.type(value);
    // A function that is set on a class is a method of its objects.
    if (target.nodeType === 'Attribute' && c.type(target.value).k === 'class' && type.k === 'func')
      return `${c.helper('setattr')}(${e.text(target.value)}, '${target.attr}', ${e.text(value)});`;
    const isEmpty = value.nodeType === 'List' && value.elts.length === 0;
    const annotation = isEmpty && target.nodeType === 'Name' ? this.e.parameters.typeText(type) : '';
    return this.given(target, e.text(value), annotation === 'any[]' || annotation === '' ? (isEmpty ? 'any[]' : '') : annotation);
  }

  /** Writes an assignment. `value` is the text of the assigned value. */
  given(target: Expr, value: string, type = ''): string {
    const { c, e } = this;
    switch (target.nodeType) {
      case 'Name': {
        const variable = c.variable(target);
        if (!variable) return `${target.id} = ${value};`;
        if (variable.scope.kind === 'class') return `${e.members.name(target)} = ${value};`;
        if (variable.declaredBy !== target) return `${variable.js} = ${value};`;
        if (variable.isConstant) return `const ${variable.js}${type ? `: ${type}` : ''} = ${value};`;
        const known = type || this.wide(variable.type, value);
        return `let ${variable.js}${known ? `: ${known}` : ''} = ${value};`;
      }
      case 'Attribute': {
        if (target.attr === '__dict__') return c.fail(target, t('this target is not converted'));
        const own = e.text(target, LEVEL.call);
        return `${own} = ${value};`;
      }
      case 'Subscript':
        return e.subscripts.store(target, value);
      case 'Tuple':
      case 'List': {
        const star = target.elts.findIndex((one) => one.nodeType === 'Starred');
        if (star >= 0 && star < target.elts.length - 1) {
          const elts = target.elts.map((one) => (one.nodeType === 'Starred' ? one.value : one));
          const given = `${c.helper('unpack')}(${value}, ${star}, ${elts.length - star - 1})`;
          return this.given({ ...target, elts }, given);
        }
        // A place that JavaScript's lists do not have by this index.
        const isOther = (one: Expr): boolean =>
          one.nodeType === 'Subscript' && (withoutNone(c.type(one.value)).k !== 'list' || /^(UnaryOp|Slice)$/.test(one.slice.nodeType));
        if (star < 0 && target.elts.some(isOther)) {
          const parts = target.elts.map(() => c.fresh('value'));
          return [`const [${parts.join(', ')}] = ${value};`, ...target.elts.map((one, i) => this.given(one, parts[i]!))].join('\n');
        }
        const names: string[] = [];
        const all = this.pattern(target, names);
        const declares = names.length > 0 && names.every((name) => name !== '');
        const constant = this.namesOf(target).every((one) => c.variable(one)?.isConstant !== false);
        const isDeclared = declares && this.namesOf(target).every((one) => c.variable(one)?.declaredBy === one);
        if (isDeclared) return `${constant ? 'const' : 'let'} ${all} = ${value};`;
        const declared = this.namesOf(target).filter((one) => c.variable(one)?.declaredBy === one);
        const lets = declared.map((one) => `let ${c.variable(one)!.js}: ${e.parameters.typeText(c.variable(one)!.type)};`);
        return [...lets, `${all} = ${value};`].join('\n');
      }
      default:
        return c.fail(target, t('this target is not converted'));
    }
  }

  /** The type of all values that a variable or an attribute gets. */
  private typeOf(target: Expr): Type {
    const { c } = this;
    const of = target.nodeType === 'Attribute' ? withoutNone(c.type(target.value)) : null;
    if (of?.k === 'obj') return of.of.attribute((target as Of<'Attribute'>).attr) ?? c.type(target);
    return (target.nodeType === 'Name' ? c.variable(target)?.type : null) ?? c.type(target);
  }

  /** The type of a variable whose first value does not show its full type; otherwise ''. */
  private wide(type: Parameters<Context['typeOf']>[0], value: string): string {
    const text = this.e.parameters.typeText(type);
    if (text === 'any' || / \| null$/.test(text) || value === 'null') return text === 'null' ? 'any' : text;
    return '';
  }

  namesOf(node: Expr): Expr[] {
    if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.flatMap((one) => this.namesOf(one));
    if (node.nodeType === 'Starred') return this.namesOf(node.value);
    return node.nodeType === 'Name' ? [node] : [];
  }

  /** A target as a JavaScript pattern: `[a, b]`. Its names are added to `names`, with '' for a part without a name. */
  private pattern(node: Expr, names: string[]): string {
    const { c, e } = this;
    if (node.nodeType === 'Tuple' || node.nodeType === 'List')
      return `[${node.elts.map((one, i) => (isTwin(one, node.elts.slice(i + 1)) ? '' : this.pattern(one, names))).join(', ')}]`;
    if (node.nodeType === 'Starred') return `...${this.pattern(node.value, names)}`;
    if (node.nodeType === 'Name') {
      names.push(node.id);
      return e.members.name(node);
    }
    if (node.nodeType === 'Attribute') {
      names.push('');
      return e.text(node, LEVEL.call);
    }
    if (node.nodeType === 'Subscript') {
      const type = withoutNone(c.type(node.value));
      names.push('');
      if (type.k === 'list') return `${e.text(node.value, LEVEL.call)}[${e.text(node.slice)}]`;
      return c.fail(node, t('this target is not converted'));
    }
    return c.fail(node, t('this target is not converted'));
  }

  /** True for a name that may be a `frozenset`, which is not changed in place. */
  private isFrozen(target: Expr): boolean {
    return target.nodeType === 'Name' && new RegExp(`\\b${target.id}\\s*(:[^=]*)?=\\s*frozenset\\b`).test(this.c.source.text);
  }

  augmented(node: Of<'AugAssign'>): string {
    const before: string[] = [];
    const target = this.once(node.target, before);
    return [...before, this.augmentedAt({ ...node, target })].join('\n');
  }

  /** A target that is written twice: what it calls is called once, before. */
  private once<T extends Expr>(target: T, before: string[]): T {
    const { c, e } = this;
    const hold = (node: Expr, name: string): Expr => {
      if (node.nodeType === 'Slice' || !hasEffects(node, c)) return node;
      const own = c.fresh(name);
      before.push(`const ${own} = ${e.text(node)};`);
      return c.held(own, c.type(node));
    };
    if (target.nodeType !== 'Subscript' && target.nodeType !== 'Attribute') return target;
    const made = {
      ...target,
      value: hold(target.value, 'object'),
      ...(target.nodeType === 'Subscript' && { slice: hold(target.slice, 'at_') }),
    };
    if (before.length > 0) c.facts.types.set(made, c.type(target));
    return before.length > 0 ? made : target;
  }

  private augmentedAt(node: Of<'AugAssign'>): string {
    const { c, e } = this;
    const { target, value } = node;
    const op = node.op.nodeType;
    const [a, b] = [target, value].map((one) => unbound(withoutNone(c.type(one)))) as [Type, Type];
    const text = () => e.text(target, LEVEL.call);
    if (a.k === 'list' || a.k === 'deque') {
      if (op === 'Add')
        return `${text()}.push(...${value.nodeType === 'GeneratorExp' ? e.comprehensions.list(value) : value.nodeType === 'List' ? `[${e.items(value.elts)}]` : e.iterable(value, LEVEL.assign)});`;
      if (op !== 'Mult') c.fail(node, t('a list has no such operator'));
    }
    const change = { BitOr: 'update', BitAnd: 'intersection_update', Sub: 'difference_update', BitXor: 'symmetric_difference_update' }[
      op as 'Sub'
    ];
    if (a.k === 'set' && change && !this.isFrozen(target)) return `${text()}.${change}(${e.text(value)});`;
    if (a.k === 'dict' && op === 'BitOr') return `${text()}.update(${e.text(value)});`;
    if (a.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      const own = a.of.method(`__i${name}__`);
      if (own && text() === 'this') return `this.__i${name}__(${e.text(value)});`;
      if (own) return this.given({ ...target }, `${text()}.__i${name}__(${e.text(value)})`);
    }
    const name = MIXED[op];
    if (name && (e.operators.isMixed(op, a, b) || (isNumber(a) && c.isMixed(this.typeOf(target)))) && !(a.k === 'any' && op === 'Add'))
      return this.given(
        target,
        a.k === 'float' || b.k === 'float'
          ? `${c.helper('as_float')}(${e.operators.operation(op, a, b, target, value, node).text})`
          : `${c.mixed(name)}(${text()}, ${e.text(value)})`,
      );
    const sign = { Add: '+', Sub: '-', Mult: '*', Div: '/', Pow: '**' }[op as 'Add'];
    const isSubscript = target.nodeType === 'Subscript';
    const isPlace = !isSubscript || e.subscripts.isInPlace(target);
    const isKnown =
      (isNumber(a) && (isNumber(b) || b.k === 'tensor')) ||
      a.k === 'tensor' ||
      (a.k === 'str' && b.k === 'str' && op === 'Add') ||
      (a.k === 'any' && (isNumber(b) || b.k === 'tensor') && op !== 'Mult') ||
      (a.k === 'any' && op !== 'Add' && op !== 'Mult' && !c.hasOperators);
    const isLarge = op === 'Mult' && a.k === 'int' && value.nodeType === 'Constant' && Number(value.value) > 65536;
    const divides = op === 'Div' && c.catchesAll && isNumber(a) && value.nodeType !== 'Constant';
    const isRounded = op === 'Pow' && isNumber(a) && isNumber(b) && isRoundedOtherwise(a, b, value);
    if (sign && isPlace && isKnown && !isLarge && !divides && !isRounded) return `${text()} ${sign}= ${e.text(value)};`;
    if (op === 'Mod' && isPlace && a.k === 'tensor') return `${text()} %= ${e.text(value)};`;
    if (/^Bit|Shift$/.test(op) && a.k === 'tensor' && isPlace)
      return `${text()} ${{ BitAnd: '&', BitOr: '|', BitXor: '^', LShift: '<<', RShift: '>>' }[op as 'BitAnd']}= ${e.text(value)};`;
    if (a.k === 'any' && (op === 'Add' || op === 'Mult'))
      return this.given(target, `${c.helper(op === 'Add' ? 'iadd' : 'mul')}(${text()}, ${e.text(value)})`);
    const result = e.operators.operation(op, c.type(target), c.type(value), target, value, node);
    return this.given(target, result.text);
  }
}
