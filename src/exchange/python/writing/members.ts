/** Names, and `x.name`. */
import { t } from '../../../protocol/l10n.js';
import { isDictClass, type Class } from '../program/classes.js';
import { isNumber, isNumpy, withoutNone } from '../program/types.js';
import { isSuper, textOf, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { atom, call, LEVEL, quote, wrap, type Written } from './written.js';

/** `str.upper` as a function that can be passed on. */
const isBuiltInType = (node: Expr): boolean => node.nodeType === 'Name' && /^(str|list|dict|set)$/.test(node.id);

export class MemberWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  name(node: Of<'Name'>): string {
    const { c } = this;
    const variable = c.variable(node);
    if (!variable) return this.e.builtins.value(node);
    if (variable.importPath !== null) return this.e.libraryNames.imported(node, variable.importPath, variable.js);
    if (variable.scope.kind === 'class') return `${c.classes.at(-1)?.js ?? 'this'}.${variable.name}`;
    return variable.js;
  }

  /** The called function. A method is not bound to its object, since the call is made on the object. */
  callee(node: Expr): string {
    return wrap(node.nodeType === 'Attribute' ? this.member(node) : this.e.write(node), LEVEL.call);
  }

  /** `x.name`. A method that is not called here is bound to its object. */
  attribute(node: Of<'Attribute'>): Written {
    const type = this.c.type(node);
    if (node.attr === '__getitem__' && withoutNone(this.c.type(node.value)).k === 'dict')
      return { text: `(key: any) => ${this.e.text(node.value, LEVEL.call)}.at(key)`, level: LEVEL.assign };
    if (node.attr === '__getitem__' && /^(list|tuple|tuples|str)$/.test(withoutNone(this.c.type(node.value)).k))
      return { text: `(key: any) => ${this.c.helper('at')}(${this.e.text(node.value)}, key)`, level: LEVEL.assign };
    const written = this.member(node);
    const isMethod =
      (type.k === 'func' && type.self !== null) ||
      (type.k === 'method' && (node.attr === '__next__' || /^(tensor|list|dict|set|str|deque|class)$/.test(type.of.k)));
    if (!isMethod || this.c.path(node) !== null) return written;
    // The object is made once.
    if (node.value.nodeType === 'Call' && type.k === 'func' && type.self?.k === 'obj')
      return call(`${this.c.helper('getattr')}(${this.e.text(node.value)}, ${quote(node.attr)})`);
    const { c } = this;
    if (type.k === 'method' && node.attr === '__next__')
      return call(`${c.helper('partial')}(${c.helper('next')}, ${this.e.text(node.value)})`);
    // Methods of lists and texts have other names here, and some are functions.
    if (type.k === 'method' && /^(list|deque|str)$/.test(type.of.k) && node.value.nodeType !== 'Call')
      return {
        text: `(...given: any[]) => ${c.helper('invoke')}(${this.e.text(node.value)}, ${quote(node.attr)}, ...given)`,
        level: LEVEL.assign,
      };
    if (node.value.nodeType === 'Call') return written;
    return { text: `${written.text}.bind(${this.e.text(node.value)})`, level: LEVEL.call };
  }

  member(node: Of<'Attribute'>): Written {
    const { c } = this;
    const path = c.path(node);
    // A method of the library's tensors as a function: its first argument is the tensor.
    if (path !== null && /^torch\.Tensor\.[a-z]\w*$/.test(path))
      return { text: `(x: any, ...given: any[]) => ${c.helper('invoke')}(x, ${quote(node.attr)}, ...given)`, level: LEVEL.assign };
    if (path !== null) return call(this.e.libraryNames.write(node, path));
    if (node.attr === 'maketrans' && isBuiltInType(node.value) && !c.variable(node.value)) return call(c.helper('maketrans'));
    const axes = this.e.plots.member(node);
    if (axes) return axes;
    if (isBuiltInType(node.value) && !c.variable(node.value) && !/^(fromkeys|maketrans)$|^__/.test(node.attr))
      return { text: `(x: any, ...given: any[]) => ${c.helper('invoke')}(x, ${quote(node.attr)}, ...given)`, level: LEVEL.assign };
    const of = withoutNone(c.type(node.value));
    if (node.attr === '__name__') {
      const inner = node.value;
      const typed =
        inner.nodeType === 'Call' && inner.func.nodeType === 'Name' && inner.func.id === 'type' && inner.args[0]
          ? c.type(inner.args[0]).k
          : '';
      if (typed === 'float' || typed === 'int') return atom(quote(typed));
      if (inner.nodeType === 'Attribute' && inner.attr === '__class__')
        return call(`${c.helper('type_name')}(${this.e.text(inner.value)})`);
      if (inner.nodeType === 'Call' && inner.func.nodeType === 'Name' && inner.func.id === 'type' && inner.args[0])
        return call(`${c.helper('type_name')}(${this.e.text(inner.args[0])})`);
      const own = c.type(inner);
      const variable = inner.nodeType === 'Name' ? c.variable(inner) : undefined;
      const isNamed = own.k !== 'class' || variable?.js === 'this' || variable?.stores[0]?.node === own.of.node;
      if (!isNamed || !/^(class|lib)$/.test(own.k) || (own.k === 'class' && [own.of, ...own.of.extendedBy].some((one) => one.hasOwnName)))
        return call(`${c.helper('name_of')}(${this.e.text(inner)})`);
      return call(`${this.e.text(inner, LEVEL.call)}.name`);
    }
    if (node.attr === '__class__' && isNumber(of)) return call(`${c.helper('type_of')}(${this.e.text(node.value)})`);
    if (node.attr === '__class__') return call(`${this.e.text(node.value, LEVEL.call)}.constructor`);
    const isDescriptor = ['__get__', '__set__'].some((one) => c.classes.at(-1)?.methods.has(one));
    if (node.attr === '__dict__' && (of.k === 'obj' ? !of.of.isModule && of.of.setters.size === 0 : of.k === 'any' && isDescriptor))
      return call(`${c.helper('asdict')}(${this.e.text(node.value)})`);
    if (node.attr === '__mro__' && of.k === 'class') return call(`${c.helper('mro_of')}(${this.e.text(node.value)})`);
    if (node.attr === '__members__' && of.k === 'class' && of.of.isEnum)
      return call(`${c.helper('dict')}(${this.e.text(node.value, LEVEL.call)}.members().map((one) => [one.name, one] as const))`);
    if (node.attr === '__dataclass_fields__' && (of.k === 'obj' || of.k === 'class') && of.of.isDataclass)
      return call(`${c.helper('dict')}.fromkeys([${of.of.fields.map(quote).join(', ')}])`);
    if (node.attr === '__doc__') {
      const text = this.docstring(node.value);
      if (text !== undefined) return atom(text === null ? 'null' : quote(text));
    }
    if (
      /^__(dict|doc|context|traceback|mro|bases|module|qualname|annotations|slots|code|defaults|suppress_context|notes|closure|globals|kwdefaults|orig_bases)__$/.test(
        node.attr,
      ) &&
      !(of.k === 'obj' || of.k === 'class' ? of.of.sharedBy(node.attr) : null)
    )
      return c.fail(node, t("'{0}' has no counterpart", node.attr));
    if (node.attr === 'args' && ((of.k === 'inst' && of.path === 'builtins.Exception') || (of.k === 'obj' && of.of.isError)))
      return call(`${c.helper('args_of')}(${this.e.text(node.value)})`);
    if (of.k === 'obj' || of.k === 'class') {
      const shared = of.of.sharedBy(node.attr);
      const isOwn = [...of.of.lineage(), ...of.of.extendedBy].some((one) => one.own.has(node.attr));
      if (of.k === 'obj' && of.of.described(node.attr)) return call(`${this.e.text(node.value, LEVEL.call)}.${node.attr}`);
      if (shared && !isOwn && (!shared.isDataclass || shared.constants.has(node.attr)) && of.k === 'obj' && !of.of.isEnum) {
        // The expression that makes the object must still run.
        const isMade = node.value.nodeType !== 'Name' && node.value.nodeType !== 'Attribute';
        const isOverridden = isMade || shared.extendedBy.some((one) => one.shared.has(node.attr));
        return call(
          isOverridden ? `(${this.e.text(node.value, LEVEL.call)}.constructor as any).${node.attr}` : `${shared.js}.${node.attr}`,
        );
      }
      // What is set on the class alone, an object of it has too.
      const isPlain = !of.of.isModule && !of.of.isDataclass && !of.of.isEnum && of.of.root === null;
      const isOfClass =
        !shared && !isOwn && isPlain && !of.of.method(node.attr) && of.of.lineage().some((one) => one.attributes.has(node.attr));
      if (of.k === 'obj' && isOfClass && c.type(node).k !== 'func')
        return call(`(${this.e.text(node.value, LEVEL.call)}.constructor as any).${node.attr}`);
      const isStatic = of.k === 'obj' && of.of.method(node.attr)?.kind === 'static';
      // `max(all, key=Row.size)`: the function gets the object as its first argument.
      if (of.k === 'class' && node.ctx.nodeType === 'Load' && of.of.method(node.attr)?.kind === 'method') {
        const own = `${this.e.text(node.value, LEVEL.call)}.prototype.${this.methodName(of.of, node.attr)}`;
        return { text: `(one: any, ...rest: any[]) => ${own}.call(one, ...rest)`, level: LEVEL.assign };
      }
      return call(`${isStatic ? of.of.js : this.e.text(node.value, LEVEL.call)}.${this.attributeName(of.of, node.attr)}`);
    }
    // `dtype_of` finds out during the run whether the value is an array.
    if (node.attr === 'dtype' && (isNumpy(of) || (c.hasNumpy && of.k === 'any')))
      return call(`${c.np}.dtype_of(${this.e.text(node.value)})`);
    const own = c.classes.at(-1);
    if (own?.isCooperative && isSuper(node.value)) return call(`${c.helper('super_of')}(${own.js}, this).${node.attr}`);
    if (of.k === 'super') {
      const method = of.of.method(node.attr);
      return call(`super.${method ? this.methodName(of.of, node.attr) : node.attr}`);
    }
    if (node.value.nodeType === 'Call' && node.value.func.nodeType === 'Name' && node.value.func.id === 'super')
      return call(`super.${node.attr}`);
    // What is noted at a method is not at the one that is bound to its object.
    const isOfMethod = of.k === 'func' && node.value.nodeType === 'Attribute';
    return call(`${isOfMethod ? this.callee(node.value) : this.e.text(node.value, LEVEL.call)}.${node.attr}`);
  }

  /** The documentation of a function or a class of the program; undefined where it is not known which one it is. */
  private docstring(node: Expr): string | null | undefined {
    const { c } = this;
    const type = c.type(node);
    const variable = node.nodeType === 'Name' ? c.variable(node) : undefined;
    const stored = variable?.stores.length === 1 ? variable.stores[0]!.node : undefined;
    const made = type.k === 'class' ? type.of.node : type.k === 'func' ? type.func.node : undefined;
    // A decorator may have put another function in its place, which has its own documentation or the same.
    const isSame =
      made?.nodeType !== 'FunctionDef' ||
      made.decorator_list.some((one) => one.nodeType === 'Call' && c.path(one.func) === 'functools.wraps');
    const of = stored && isSame ? stored : made;
    if (of?.nodeType !== 'ClassDef' && of?.nodeType !== 'FunctionDef') return undefined;
    const [first] = of.body;
    return first?.nodeType === 'Expr' ? textOf(first.value) : null;
  }

  /** The name of an attribute. It gets a `_` where JavaScript or a base class uses the name for something else. */
  attributeName(of: { isDataset: boolean; isModule: boolean; root?: string | null }, name: string): string {
    if (isDictClass(of.root) && /^(size|set|has|at|delete|entries|missing|shown)$/.test(name)) return `${name}_`;
    if (of.isDataset && (name === 'length' || name === 'get')) return `${name}_`;
    if (of.isModule && (name === 'name' || name === 'length' || name === 'arguments' || name === 'caller' || name === 'prototype'))
      return `${name}_`;
    return name === 'constructor' ? 'constructor_' : name;
  }

  methodName(of: Class, name: string): string {
    if (of.isDataset && name === '__getitem__') return 'get';
    if (of.isDataset && name === '__len__') return 'length';
    return this.attributeName(of, name);
  }
}
