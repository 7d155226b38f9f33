/** Calls of the program's own functions, of PyTorch, and of methods. */
import { isClassName } from '../inference/library.js';
import type { Class, Func } from '../program/classes.js';
import { withoutNone, type Type } from '../program/types.js';
import type { Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import { isWrapped } from './decorators.js';
import type { Expressions } from './expressions.js';
import { MethodWriter } from './methods.js';
import { call, LEVEL, quote, type Written } from './written.js';

const isOrdered = (path: string | null): boolean => path === 'collections.OrderedDict';

export class CallWriter {
  private readonly methods: MethodWriter;

  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {
    this.methods = new MethodWriter(c, e);
  }

  write(node: Of<'Call'>): Written {
    const { c, e } = this;
    const { func } = node;
    e.comprehensions.note(node);
    if (func.nodeType === 'Name' && !c.variable(func)) {
      const written = e.builtins.call(node, func.id);
      if (written) return written;
    }
    if (
      func.nodeType === 'Attribute' &&
      func.attr === 'fromkeys' &&
      ((func.value.nodeType === 'Name' && func.value.id === 'dict' && !c.variable(func.value)) || isOrdered(c.path(func.value)))
    ) {
      const made = `${c.helper('dict')}.fromkeys(${e.arguments.plain(node).join(', ')})`;
      return call(isOrdered(c.path(func.value)) ? `new ${c.helper('OrderedDict')}(${made})` : made);
    }
    const path = c.path(func);
    if (path !== null) {
      const written = e.libraryCalls.write(node, path);
      if (written) return written;
    }
    const type = withoutNone(c.type(func));
    const isPartial = type.k === 'inst' && type.path === 'functools.partial';
    if (node.keywords.length > 0 && (isPartial || this.isOfWrapped(type))) return this.byName(node);
    if (func.nodeType === 'Attribute') {
      const written = this.methods.write(node, func);
      if (written) return written;
    }
    switch (type.k) {
      case 'func':
        return call(`${this.callee(func)}(${e.arguments.inOrder(type.func, node, type.self !== null || type.func.kind === 'class')})`);
      case 'class':
        return this.make(node, type.of);
      case 'namedtuple': {
        const given = e.arguments.plain(node);
        const values = type.of.fields.map((field, i) => {
          const named = node.keywords.find((one) => one.arg === field);
          return given[i] ?? (named ? e.text(named.value) : null);
        });
        const open = node.keywords.find(({ arg }) => !arg);
        if (open)
          return call(
            `new ${e.text(func, LEVEL.call)}(${[...given, `...${c.helper('by_name')}(${e.arguments.named(node)}, [${type.of.fields.slice(given.length).map(quote).join(', ')}])`].join(', ')})`,
          );
        const hasStar = node.args.some((one) => one.nodeType === 'Starred');
        while (values.at(-1) === null) values.pop();
        return call(`new ${e.text(func, LEVEL.call)}(${hasStar ? given.join(', ') : values.map((one) => one ?? 'undefined').join(', ')})`);
      }
      case 'obj': {
        const own = type.of.implementations(type.of.isModule ? 'forward' : '__call__')[0];
        const name = type.of.isModule ? '' : '.__call__';
        if (own) return call(`${e.members.callee(func)}${name}(${e.arguments.inOrder(own, node, true)})`);
        return call(`${e.members.callee(func)}(${e.arguments.byName(node)})`);
      }
      case 'lib': {
        const isNew = type.path.startsWith('torch.') && isClassName(type.path) && path === null;
        return isNew
          ? call(`new ${this.callee(func)}(${e.arguments.byName(node)})`)
          : call(`${this.callee(func)}(${e.arguments.byName(node)})`);
      }
      default: {
        const own = func.nodeType === 'Attribute' && node.keywords.length > 0 ? this.ownMethod(func.attr, node) : null;
        if (own) return call(`${this.callee(func)}(${e.arguments.inOrder(own, node, true)})`);
        if (type.k === 'any' && this.isByName(node)) return this.byName(node);
        const args = this.mayBeOwn(func, type) ? e.arguments.asTheyAre(node) : e.arguments.byName(node);
        // What the class itself does not have is a method that another one brings.
        const on = func.nodeType === 'Attribute' ? withoutNone(c.type(func.value)) : null;
        const isBrought = on?.k === 'obj' && func.nodeType === 'Attribute' && on.of.attribute(func.attr) === null;
        if (
          !isBrought &&
          (c.hasCallable || c.handsClasses || isAsked(func)) &&
          type.k === 'any' &&
          !(func.nodeType === 'Attribute' && c.type(func.value).k === 'any')
        )
          return call(`${c.helper('call')}(${[e.text(func), args].filter((text) => text !== '').join(', ')})`);
        return call(`${this.callee(func)}(${args})`);
      }
    }
  }

  /** True for a callee of which nothing is known that may be a function or a method of the program. */
  private mayBeOwn(func: Expr, type: Type): boolean {
    const { c } = this;
    if (type.k !== 'any' || c.hasTransforms) return false;
    return func.nodeType !== 'Attribute' || [...c.scopes.classes.values()].some((of) => of.methods.has(func.attr));
  }

  /** True for a method, or an object, whose calls go through a decorator of the program. */
  private isOfWrapped(type: Type): boolean {
    const own =
      type.k === 'func' && type.self?.k === 'obj'
        ? type.func
        : type.k === 'obj'
          ? type.of.implementations(type.of.isModule ? 'forward' : '__call__')[0]
          : undefined;
    return own !== undefined && isWrapped(own, this.c);
  }

  /**
   * The only method in the program with this name and these keywords. An object of unknown type is taken for one of its
   * class.
   */
  private ownMethod(name: string, node: Of<'Call'>): Func | null {
    const all = [...this.c.scopes.classes.values()].flatMap((of) => of.methods.get(name) ?? []);
    const takes = (func: Func): boolean => node.keywords.every(({ arg }) => func.params.some((param) => param.name === arg));
    const [first] = all;
    return first && all.every(takes) && new Set(all.map((one) => one.params.map((param) => param.name).join())).size === 1 ? first : null;
  }

  /** True when the names of the arguments may be those of the program's own functions, or are not known. */
  private isByName(node: Of<'Call'>): boolean {
    if (node.keywords.some(({ arg }) => !arg)) return true;
    const { c } = this;
    const own = [...c.scopes.functions.values()].filter((func) => func.isValue || c.handed.has(func) || (func.of && c.handed.has(func.of)));
    const names = new Set(own.flatMap((func) => func.params.map((param) => param.name)));
    return node.keywords.some(({ arg }) => arg && names.has(arg));
  }

  /** A call with arguments by name of something that is known only when the program runs. */
  private byName(node: Of<'Call'>): Written {
    const { c, e } = this;
    const { func } = node;
    const [only] = node.keywords;
    for (const { arg } of node.keywords) c.wanted.names.add(arg ?? '**');
    if (isAsked(func)) c.wanted.methods.add('*');
    const given = node.keywords.map(({ arg, value }) =>
      arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
    );
    const names = node.keywords.length === 1 && !only!.arg ? e.text(only!.value) : `{ ${given.join(', ')} }`;
    const args = `[${e.arguments.plain(node).join(', ')}], ${names}`;
    if (func.nodeType !== 'Attribute' || c.path(func) !== null) return call(`${c.helper('call_with')}(${e.text(func)}, ${args})`);
    c.wanted.methods.add(func.attr);
    return call(`${c.helper('invoke_with')}(${e.text(func.value)}, ${quote(func.attr)}, ${args})`);
  }

  private callee(node: Expr): string {
    const { e } = this;
    const text = e.members.callee(node);
    return node.nodeType === 'Lambda' ? `(${text})` : text;
  }

  /** An object of a class of the program. */
  private make(node: Of<'Call'>, of: Class): Written {
    const { c, e } = this;
    const isPlain = node.func.nodeType === 'Name' || (node.func.nodeType === 'Attribute' && node.func.value.nodeType === 'Name');
    const callee = isPlain ? e.text(node.func, LEVEL.call) : `(${e.text(node.func)})`;
    if (of.library === 'typing.TypedDict') return call(`${c.helper('dict')}(${e.arguments.byName(node)})`);
    if (of.isEnum) return call(`${callee}.of(${e.arguments.byName(node)})`);
    const open = openMethods(of, (one) => c.path(one) ?? (one.nodeType === 'Name' ? one.id : ''));
    // A class in a variable may be one that extends the abstract one.
    if (open.length > 0 && callee === of.js) return call(`${c.helper('abstract')}(${quote(of.name)}, [${open.map(quote).join(', ')}])`);
    const init = of.method('__init__');
    const below = of.extendedBy.flatMap((one) => one.implementations('__init__'));
    if (callee !== of.js && node.keywords.length > 0 && below.some((one) => one !== init)) return this.byName(node);
    if (init) return call(`new ${callee}(${e.arguments.inOrder(init, node, true)})`);
    if (!of.isDataclass) return call(`new ${callee}(${e.arguments.byName(node)})`);
    const fields = of.parameters;
    const hasStar = node.args.some((one) => one.nodeType === 'Starred');
    const values = fields.map((name, i) => {
      const positional = node.args[i];
      if (positional) return positional.nodeType === 'Starred' ? e.write(positional).text : e.text(positional);
      const named = node.keywords.find((one) => one.arg === name);
      return named ? e.text(named.value) : 'undefined';
    });
    if (node.keywords.some((one) => !one.arg)) {
      const given = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
      );
      const [only] = node.keywords;
      const source = node.keywords.length === 1 ? e.text(only!.value) : `{ ${given.join(', ')} }`;
      if (hasStar) return call(`new ${callee}(${e.arguments.starred(node, e.arguments.plain(node), source, fields)})`);
      const first = node.args.map((one) => e.text(one));
      const rest = fields.slice(first.length).map(quote).join(', ');
      return call(`new ${callee}(${[...first, `...${c.helper('by_name')}(${source}, [${rest}])`].join(', ')})`);
    }
    if (hasStar && node.keywords.length > 0)
      return call(`new ${callee}(${e.arguments.starred(node, e.arguments.plain(node), e.arguments.named(node), fields)})`);
    while (values.at(-1) === 'undefined') values.pop();
    return call(`new ${callee}(${values.join(', ')})`);
  }
}

/** The methods that an abstract class leaves without an implementation. */
function openMethods(of: Class, pathOf: (node: Expr) => string): string[] {
  const all = of.lineage();
  const isAbstract = all.some(
    ({ node }) =>
      node.bases.some((one) => pathOf(one) === 'abc.ABC') ||
      node.keywords.some(({ arg, value }) => arg === 'metaclass' && pathOf(value) === 'abc.ABCMeta'),
  );
  if (!isAbstract) return [];
  const names = new Set(all.flatMap((one) => [...one.methods.keys()]));
  return [...names].filter((name) => {
    const { node } = of.method(name)!;
    return node.nodeType === 'FunctionDef' && node.decorator_list.some((one) => /(^|\.)abstract\w*$/.test(pathOf(one)));
  });
}

/** `getattr(nn, name)(…)`: the called value may be a class. */
const isAsked = (func: Expr): boolean => func.nodeType === 'Call' && func.func.nodeType === 'Name' && func.func.id === 'getattr';
