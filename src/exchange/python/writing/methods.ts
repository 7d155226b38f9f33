/** Calls of methods. Methods of Python's own types are written as TypeScript has them, all others as they stand. */
import { t } from '../../../protocol/l10n.js';
import { kindOf } from '../inference/library.js';
import { isPlot } from '../inference/plots.js';
import { elementOf } from '../program/join.js';
import { ANY, isNumber, isNumpy, unbound, withoutNone, type Type } from '../program/types.js';
import type { Expr, Of } from '../reading/syntax.js';
import { optionsOf } from './commandLine.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { floatEntries, liftedBy } from './lifting.js';
import { call, LEVEL, quote, wrap, type Written } from './written.js';

/** Method names of Python's own types that other types use for something else. */
/** Methods of loggers. */
// not operations: names of Python's logging
const LOGS = /^(debug|info|warning|error|critical|exception|log)$/;

const AMBIGUOUS = new Set(
  'append extend insert remove index count sort reverse copy clear pop popitem keys values items get update setdefault add discard upper lower strip lstrip rstrip split join replace startswith endswith find rfind format title capitalize center ljust rjust zfill isdigit isalpha isalnum isspace splitlines isupper islower translate partition rpartition rsplit removeprefix removesuffix swapcase expandtabs casefold rindex isidentifier isascii isprintable isnumeric isdecimal istitle'.split(
    ' ',
  ),
);

/** String methods that have another name in JavaScript. */
const OF_TEXTS: Readonly<Record<string, string>> = {
  upper: 'toUpperCase',
  lower: 'toLowerCase',
  find: 'indexOf',
  rfind: 'lastIndexOf',
  ljust: 'padEnd',
  rjust: 'padStart',
  casefold: 'toLowerCase',
};
/** String methods that are helpers here. */
const FUNCTIONS = new Set(
  'split splitlines isdigit isalpha isalnum isspace isupper islower capitalize title encode center zfill swapcase partition rpartition rsplit removeprefix removesuffix translate isnumeric isdecimal istitle expandtabs encode isidentifier isascii isprintable rindex'.split(
    ' ',
  ),
);

/** Methods behind Python's operators, for a program that calls them by name. */
const DICT_METHODS: Readonly<Record<string, string>> = {
  __setitem__: 'set',
  __getitem__: 'at',
  __contains__: 'has',
  __delitem__: 'delete',
};

const isText = (type: Type): boolean => type.k === 'str' || (type.k === 'obj' && type.of.isTextEnum);

export class MethodWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** @returns null where the call is written like any other */
  write(node: Of<'Call'>, func: Of<'Attribute'>): Written | null {
    const { c, e } = this;
    const { attr: name, value } = func;
    if (isNumber(withoutNone(c.type(value))) && /^(bit_length|bit_count|is_integer|conjugate|as_integer_ratio|to_bytes|hex)$/.test(name))
      return call(`${c.helper('invoke')}(${[e.text(value), quote(name), ...e.arguments.plain(node)].join(', ')})`);
    if (name === 'item' && node.args.length === 0 && c.isMixed(c.type(node))) return call(`${c.mixed('item')}(${e.text(value)})`);
    if (name === 'tolist' && c.isMixed(c.type(node))) return call(`${c.helper('as_float')}(${e.text(value, LEVEL.call)}.tolist())`);
    if (value.nodeType === 'Call' && value.func.nodeType === 'Name' && value.func.id === 'super') return this.ofSuper(node, value, name);
    if (name === '__setattr__' && value.nodeType === 'Name' && value.id === 'object' && node.args.length === 3)
      return call(`${c.helper('set_plainly')}(${e.arguments.plain(node).join(', ')})`);
    if (name === '__new__' && value.nodeType === 'Name' && value.id === 'object' && node.args[0])
      return call(`Object.create(${e.text(node.args[0], LEVEL.call)}.prototype)`);
    if (name === '__delattr__' && value.nodeType === 'Name' && value.id === 'object')
      return call(`${c.helper('delattr')}(${e.arguments.plain(node).join(', ')})`);
    const known = unbound(withoutNone(c.type(value)));
    // An attribute that is set by its name only; a method has none of these.
    const type: Type = known.k === 'method' && known.of.k === 'obj' ? ANY : known;
    const of = () => e.text(value, LEVEL.call);
    const args = () => e.arguments.plain(node);
    switch (type.k) {
      case 'list':
        return this.asNone(node, this.ofList(node, name, of, args));
      case 'deque':
        return name === 'pop' || name === 'index' || name === 'count' || name === 'remove'
          ? this.ofList(node, name, of, args)
          : call(`${of()}.${name}(${args().join(', ')})`);
      case 'str':
        return this.ofText(node, name, of, args);
      case 'bytes':
        if (name === 'join' && node.args[0])
          return call(
            `${c.helper('join_bytes')}(${of()}, ${node.args[0].nodeType === 'GeneratorExp' ? e.comprehensions.list(node.args[0]) : e.array(node.args[0])})`,
          );
        return call(`${of()}.${name}(${e.arguments.byName(node)})`);
      case 'dict': {
        const keywords = node.keywords.map(({ arg, value: one }) =>
          arg ? `${arg}: ${e.text(one)}` : `...${c.helper('keywords')}(${e.text(one)})`,
        );
        const all = args();
        if (keywords.length > 0) all.push(`{ ${keywords.join(', ')} }`);
        const plain = DICT_METHODS[name];
        // A method that changes a dict returns None.
        if (plain === 'set' || plain === 'delete') return { text: `void ${of()}.${plain}(${all.join(', ')})`, level: LEVEL.unary };
        if (plain !== undefined) return call(`${of()}.${plain}(${all.join(', ')})`);
        if (name === 'fromkeys') return c.fail(node, t("'dict.{0}' is not converted", name));
        return call(`${of()}.${name}(${all.join(', ')})`);
      }
      case 'set':
        return this.asNone(node, call(`${of()}.${name}(${args().join(', ')})`));
      case 'record':
        if (/^(keys|values)$/.test(name)) return call(`Object.${name}(${e.text(value)})`);
        if (name === 'items') return call(`Object.entries(${e.text(value)})`);
        if (name === 'copy') return { text: `{ ...${e.text(value)} }`, level: LEVEL.atom };
        if (name === 'get') return call(`${c.helper('invoke')}(${[e.text(value), "'get'", ...args()].join(', ')})`);
        if (name === 'update') {
          const more = node.keywords.map(({ arg, value: one }) =>
            arg ? `${arg}: ${e.text(one)}` : `...${c.helper('keywords')}(${e.text(one)})`,
          );
          const all = [e.text(value), "'update'", ...args(), ...(more.length > 0 ? [`{ ${more.join(', ')} }`] : [])];
          return call(`${c.helper('invoke')}(${all.join(', ')})`);
        }
        return call(`${c.helper('invoke')}(${[e.text(value), quote(name), ...args()].join(', ')})`);
      case 'named':
        if (name === '_replace') return call(`${of()}._replace(${e.arguments.asTheyAre(node)})`);
        return this.ofTuple(node, name, value);
      case 'tuple':
      case 'tuples':
      case 'size':
        return this.ofTuple(node, name, value);
      case 'iter':
        if (name === 'send') return call(`${c.helper('send')}(${[e.text(value), ...args()].join(', ')})`);
        if (name === 'throw') return call(`${c.helper('throw_in')}(${[e.text(value), ...args()].join(', ')})`);
        if (name === 'close') return call(`${of()}.return(undefined)`);
        return null;
      case 'tensor':
        return this.ofTensor(node, name, value, of);
      case 'obj':
        return this.ofObject(node, type, name, of);
      case 'class':
        return this.ofClass(node, type, name, of);
      case 'inst':
        if (type.path === 'argparse.ArgumentParser' && name === 'parse_args') {
          const options = optionsOf(c, e, node).map(([own, text]) => `${own}: ${text}`);
          return { text: `{ ${options.join(', ')} }`, level: LEVEL.atom };
        }
        if (type.path === 'argparse.ArgumentParser' || type.path === 'argparse._ArgumentGroup') return null;
        if (isPlot(type)) return e.plots.method(node, func);
        if (type.path === 'builtins.Exception' && name === 'with_traceback') return e.write(value);
        if (/ReduceLROnPlateau$/.test(type.path) && name === 'step' && node.args[0] && c.type(node.args[0]).k !== 'float')
          return call(`${of()}.step(${c.helper('float')}(${e.text(node.args[0])}))`);
        if (/^torch\.nn\./.test(type.path) && name === 'register_buffer') return null;
        return call(`${of()}.${name}(${this.e.arguments.byName(node)})`);
      case 'any':
      case 'nested':
        // What a logger is given is shown as it is.
        if (LOGS.test(name) && c.path(func) === null) return call(`${of()}.${name}(${e.arguments.asTheyAre(node)})`);
        if (name === 'numpy' && node.args.length === 0) return call(`${c.np}.from_tensor(${e.text(value)})`);
        if (name === 'send' && node.args.length === 1) return call(`${c.helper('send')}(${[e.text(value), ...args()].join(', ')})`);
        if (AMBIGUOUS.has(name) && c.path(func) === null) {
          const keywords = node.keywords.map(({ arg, value: one }) => `${arg}: ${e.text(one)}`);
          const all = [e.text(value), quote(name), ...args()];
          if (keywords.length > 0) all.push(`{ ${keywords.join(', ')} }`);
          return call(`${c.helper('invoke')}(${all.join(', ')})`);
        }
        return null;
      default:
        return null;
    }
  }

  /** Where its value is used, a method that returns None in Python may return something else in JavaScript. */
  private asNone(node: Of<'Call'>, written: Written): Written {
    if (this.e.alone === node || this.c.type(node).k !== 'none') return written;
    return { text: `void ${wrap(written, LEVEL.unary)}`, level: LEVEL.unary };
  }

  private ofSuper(node: Of<'Call'>, value: Of<'Call'>, name: string): Written {
    const { c } = this;
    const type = c.type(value);
    const of = c.classes.at(-1);
    if (of?.isCooperative) {
      const next = `${c.helper('super_of')}(${of.js}, this)`;
      if (name === '__new__' && node.args[0]) {
        const made = this.e.text(node.args[0], LEVEL.call);
        // The class is the object of this method here.
        return call(
          made === 'this' ? `${next}.__new__(${this.e.arguments.plain(node).slice(1).join(', ')})` : `Object.create(${made}.prototype)`,
        );
      }
      const given = this.e.arguments.plain(node).join(', ');
      return node.keywords.length > 0
        ? call(`${c.helper('invoke_with')}(${next}, ${quote(name)}, [${given}], ${this.e.arguments.named(node)})`)
        : call(`${next}.${name}(${given})`);
    }
    if (name === '__init__') {
      const init = type.k === 'super' ? type.of.method('__init__') : null;
      const defaults = /^torch\.optim\./.test(of?.root ?? '') && !init && c.printsLayers ? node.args[1] : undefined;
      const floats = defaults ? floatEntries(withoutNone(c.type(defaults))) : [];
      if (defaults && floats.length > 0) this.e.noted.set(defaults, floats);
      if (of?.isError && !init) return call(`super(${this.e.arguments.byName(node)})`);
      return call(`super(${init ? this.e.arguments.inOrder(init, node, true) : this.e.arguments.byName(node)})`);
    }
    const inDict = /^builtins\.dict$/.test(of?.root ?? '') ? DICT_METHODS[name] : undefined;
    if (inDict && !(type.k === 'super' && type.of.method(name))) return call(`super.${inDict}(${this.e.arguments.plain(node).join(', ')})`);
    if (name === '__setattr__' && !of?.isModule && node.args.length === 2)
      return call(`${c.helper('set_plainly')}(this, ${this.e.arguments.plain(node).join(', ')})`);
    if (type.k === 'super') {
      const method = type.of.method(name);
      return call(
        `super.${method ? this.e.members.methodName(type.of, name) : name}(${method ? this.e.arguments.inOrder(method, node, true) : this.e.arguments.byName(node)})`,
      );
    }
    if (name === '__str__' && of?.isError) return call('this.message');
    if (/^__(repr|str|eq|hash|setattr|getattribute)__$/.test(name)) return c.fail(node, t("'super().{0}' has no counterpart", name));
    return call(`super.${name}(${this.e.arguments.byName(node)})`);
  }

  private ofList(node: Of<'Call'>, name: string, of: () => string, args: () => string[]): Written {
    const { c, e } = this;
    const given = args();
    const helper = (own: string) => call(`${c.helper(own)}(${[of(), ...given].join(', ')})`);
    switch (name) {
      case 'append':
        return call(`${of()}.push(${given.join(', ')})`);
      case 'extend': {
        const [one] = node.args;
        return call(`${of()}.push(...${one ? (one.nodeType === 'GeneratorExp' ? given[0]! : e.iterable(one, LEVEL.assign)) : '[]'})`);
      }
      case 'pop':
        if (given.length === 0 && !c.catchesAll) return call(`${of()}.pop()!`);
        if (given[0] === '0' && !c.catchesAll) return call(`${of()}.shift()!`);
        return helper('pop');
      case 'insert':
        return given[0] === '0' ? call(`${of()}.unshift(${given[1]})`) : call(`${of()}.splice(${given[0]}, 0, ${given[1]})`);
      case 'remove':
      case 'count':
        return helper(name);
      case 'index':
        return helper('index_of');
      case 'reverse':
        return call(`${of()}.reverse()`);
      case 'clear':
        return { text: `${of()}.length = 0`, level: LEVEL.assign };
      case 'copy':
        return { text: `[...${of()}]`, level: LEVEL.atom };
      case 'sort': {
        const options = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`);
        return call(`${c.helper('sort')}(${of()}${options.length > 0 ? `, { ${options.join(', ')} }` : ''})`);
      }
      default:
        return c.fail(node, t("a list has no '{0}'", name));
    }
  }

  private ofText(node: Of<'Call'>, name: string, of: () => string, args: () => string[]): Written {
    const { c, e } = this;
    const given = args();
    const helper = (own: string, ...more: string[]) => call(`${c.helper(own)}(${[of(), ...given, ...more].join(', ')})`);
    if (FUNCTIONS.has(name)) {
      if (name === 'encode' && node.keywords.length > 0)
        given.push(`{ ${node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ')} }`);
      if (/split$/.test(name) && node.keywords.length > 0)
        given.push(
          ...node.keywords.map(({ arg, value }) =>
            arg === 'maxsplit' ? `${given.length === 0 ? 'null, ' : ''}${e.text(value)}` : e.text(value),
          ),
        );
      return helper(name);
    }
    if (/^r?find$/.test(name) && given.length > 1) return helper(name);
    if (name === 'format_map' && node.args[0]) return call(`${c.helper('format')}(${of()}, [], ${c.helper('keywords')}(${given[0]}))`);
    const own = OF_TEXTS[name];
    if (own && (given.length <= 1 || /just$/.test(name))) return call(`${of()}.${own}(${given.join(', ')})`);
    switch (name) {
      case 'join': {
        const [one] = node.args;
        const list = one
          ? one.nodeType === 'GeneratorExp' || one.nodeType === 'ListComp'
            ? e.comprehensions.list(one)
            : e.array(one)
          : '[]';
        // Python refuses to join what is no text.
        const isTexts = one !== undefined && isText(elementOf(withoutNone(c.type(one))));
        return isTexts ? call(`${list}.join(${of()})`) : call(`${c.helper('join')}(${of()}, ${list})`);
      }
      case 'strip':
        return given.length === 0 ? call(`${of()}.trim()`) : helper('strip');
      case 'lstrip':
      case 'rstrip':
        return given.length === 0
          ? call(`${of()}.${name === 'lstrip' ? 'trimStart' : 'trimEnd'}()`)
          : helper('strip', name === 'lstrip' ? "'left'" : "'right'");
      case 'replace':
        return helper('replace');
      case 'startswith':
      case 'endswith':
        if (node.args[0] && c.type(node.args[0]).k === 'str' && given.length === 1)
          return call(`${of()}.${name === 'startswith' ? 'startsWith' : 'endsWith'}(${given[0]})`);
        return helper(name);
      case 'index':
        return helper('index_of');
      case 'count':
        return helper('count');
      case 'format': {
        const types: string[] = [];
        node.args.forEach((one, i) => {
          const shown = e.texts.typeFor(one);
          if (shown !== null) types.push(`${i}: ${shown}`);
        });
        const named = node.keywords.map(({ arg, value }) => {
          const shown = arg ? e.texts.typeFor(value) : null;
          if (shown !== null) types.push(`${arg}: ${shown}`);
          return arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`;
        });
        const all = [of(), `[${given.join(', ')}]`];
        if (named.length > 0 || types.length > 0) all.push(named.length > 0 ? `{ ${named.join(', ')} }` : '{}');
        if (types.length > 0) all.push(`{ ${types.join(', ')} }`);
        return call(`${c.helper('format')}(${all.join(', ')})`);
      }
      default:
        return c.fail(node, t("'{0}' of a text is not converted", name));
    }
  }

  private ofTuple(node: Of<'Call'>, name: string, value: Expr): Written | null {
    const { c, e } = this;
    if (name !== 'index' && name !== 'count') return null;
    return call(`${c.helper(name === 'index' ? 'index_of' : 'count')}(${[e.text(value), ...e.arguments.plain(node)].join(', ')})`);
  }

  private ofTensor(node: Of<'Call'>, name: string, value: Expr, of: () => string): Written | null {
    const { c } = this;
    if (isNumpy(c.type(value))) return call(`${of()}.${name}(${this.e.arguments.byName(node)})`);
    const lifted = liftedBy(c, name, value, node);
    if (lifted) this.e.lifted.add(lifted);
    if (name === 'numpy') return call(`${c.np}.from_tensor(${this.e.text(value)})`);
    if (name === 'tobytes') return c.fail(node, t('arrays of NumPy are not here'));
    if (name === '__len__') return call(`${of()}.length`);
    // not operations: names of Python's types and functions
    if (/^(new_full|new_tensor|fill_)$/.test(name)) {
      const value = node.args[name === 'new_full' ? 1 : 0];
      if (
        // not operations: names of Python's types and functions
        name !== 'fill_' &&
        value &&
        kindOf(c.type(value)) === 'float' &&
        !node.keywords.some((one) => one.arg === 'dtype') &&
        c.type(value).k !== 'tensor' &&
        name === 'new_tensor'
      )
        return call(`${of()}.${name}(${this.e.arguments.byName(node, [`dtype: ${c.floats}`])})`);
    }
    return call(`${of()}.${name}(${this.e.arguments.byName(node)})`);
  }

  private ofObject(node: Of<'Call'>, type: Extract<Type, { k: 'obj' }>, name: string, of: () => string): Written | null {
    const { func } = node;
    const method = type.of.method(name);
    if (!method) {
      const attribute =
        type.of.lineage().some((one) => one.attributes.has(name)) ||
        type.of.extendedBy.some((one) => one.attributes.has(name) || one.methods.has(name));
      if (attribute || !type.of.root) return null;
      if (name === '_replace') return call(`${of()}._replace(${this.e.arguments.asTheyAre(node)})`);
      if (type.of.isNamedTuple && func.nodeType === 'Attribute' && /^(index|count)$/.test(name))
        return this.ofTuple(node, name, func.value);
      return call(`${of()}.${name}(${this.e.arguments.byName(node)})`);
    }
    if (name === '__len__' && type.of.isDataset) return call(`${of()}.length`);
    return method.kind === 'property'
      ? null
      : call(
          `${method.kind === 'static' ? type.of.js : of()}.${this.e.members.methodName(type.of, name)}(${this.e.arguments.inOrder(method, node, true)})`,
        );
  }

  private ofClass(node: Of<'Call'>, type: Extract<Type, { k: 'class' }>, name: string, of: () => string): Written | null {
    const { c } = this;
    const method = type.of.method(name);
    if (name === '__subclasses__') return { text: `[${type.of.extendedBy.map((one) => one.js).join(', ')}]`, level: LEVEL.atom };
    if (!method) return type.of.root ? call(`${of()}.${name}(${this.e.arguments.byName(node)})`) : null;
    if (method.kind === 'static' || method.kind === 'class')
      return call(`${of()}.${name}(${this.e.arguments.inOrder(method, node, true)})`);
    if (name === '__init__' && !type.of.isCooperative) return c.fail(node, t('a base class is initialized by super().__init__(…) only'));
    const [self, ...rest] = node.args;
    if (!self) return c.fail(node, t('a method of a class needs its object'));
    return call(
      `${of()}.prototype.${name}.call(${[this.e.text(self), this.e.arguments.inOrder(method, { ...node, args: rest }, true)].filter((text) => text !== '').join(', ')})`,
    );
  }
}
