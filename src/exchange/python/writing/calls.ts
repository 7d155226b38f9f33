/** Calls: of the program's own functions, of PyTorch's, of methods. */
import type { Class, Func } from '../program/classes.js';
import { shownType } from '../program/shown.js';
import { inside, withoutNone, type Type } from '../program/types.js';
import type { Builtins } from './builtins.js';
import { LEVEL, quote, type Context, type Written } from './context.js';
import type { Expressions } from './expressions.js';
import { isClassName, kindOf } from '../inference/library.js';
import { MethodWriter } from './methods.js';
import type { Expr, FunctionNode, Of } from '../reading/syntax.js';

const call = (text: string): Written => ({ text, level: LEVEL.call });

/** Python's modules of which `tensor-lens/python` has what programs use. */
const SAME = new Set(['math', 'random', 'itertools']);
/** Names of Python's modules that are a helper of the same name. */
const HELPERS: Readonly<Record<string, string>> = {
  'copy.deepcopy': 'deepcopy',
  'copy.copy': 'copy',
  'collections.deque': 'deque',
  'collections.Counter': 'Counter',
  'collections.defaultdict': 'defaultdict',
  'collections.OrderedDict': 'dict',
  'collections.namedtuple': 'namedtuple',
  'functools.reduce': 'reduce',
  'functools.partial': 'partial',
  'functools.lru_cache': 'cache',
  'functools.cache': 'cache',
  'abc.ABC': 'Object',
};
const NEW = new Set(['collections.Counter', 'collections.defaultdict', 'random.Random']);

/** Where PyTorch has a function under two names. */
const CANONICAL: readonly [RegExp, string][] = [
  [/^torch\.nn\.parameter\.Parameter$/, 'torch.nn.Parameter'],
  [/^torch\.nn\.modules\.\w+\./, 'torch.nn.'],
  [/^torch\.utils\.data\.(dataset|dataloader)\./, 'torch.utils.data.'],
  [/^torch\.optim\.(sgd|adam|adamw)\.(?=[A-Z])/, 'torch.optim.'],
  [/^torch\.optim\.lr_scheduler\./, 'torch.optim.lr_scheduler.'],
  [/^torch\._C\.|^torch\.cuda\.amp\./, 'torch.'],
];

export class CallWriter {
  private readonly methods: MethodWriter;

  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
    private readonly builtins: Builtins,
  ) {
    this.methods = new MethodWriter(c, e, this);
  }

  /** A name that was imported. */
  imported(node: Expr, path: string, js: string): string {
    if (path.split('.')[0] === 'torch') return js;
    return this.libraryName(node, path);
  }

  /** What stands under a dotted name of a library, as it is written here. */
  libraryName(node: Expr, given: string): string {
    const { c } = this;
    const path = CANONICAL.reduce((before, [from, to]) => before.replace(from, to), given);
    const [root = '', ...rest] = path.split('.');
    if (root === 'torch') {
      if (/^torch\.(backends|jit|compile|distributed|multiprocessing|profiler|fx|onnx|hub|quantization|ao|sparse|fft|_dynamo)\b/.test(path))
        c.fail(node, `'${path}' is not here`);
      if (node.nodeType === 'Name') return c.variable(node)?.js ?? node.id;
      if (node.nodeType === 'Attribute' && path === given) return `${this.e.text(node.value, LEVEL.call)}.${node.attr}`;
      return `${c.torch}.${rest.join('.')}`;
    }
    if (SAME.has(root)) return [c.helper(root), ...rest].join('.');
    const helper = HELPERS[path];
    if (helper === 'Object') return 'Object';
    if (helper) return c.helper(helper);
    if (path === 'sys.maxsize') return 'Number.MAX_SAFE_INTEGER';
    if (/^string\./.test(path)) {
      const known: Record<string, string> = {
        ascii_lowercase: 'abcdefghijklmnopqrstuvwxyz',
        digits: '0123456789',
        ascii_uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        ascii_letters: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
        punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      };
      const text = known[rest[0] ?? ''];
      if (text) return quote(text);
    }
    if (/^(numpy|np)\.(pi|inf|nan|e)$/.test(path)) return `${c.helper('math')}.${rest[0]}`;
    return c.fail(node, `'${path}' is not here`);
  }

  write(node: Of<'Call'>): Written {
    const { c, e } = this;
    const { func } = node;
    if (func.nodeType === 'Name' && !c.variable(func)) {
      const written = this.builtins.call(node, func.id);
      if (written) return written;
    }
    const path = c.path(func);
    if (path !== null) {
      const written = this.library(node, path);
      if (written) return written;
    }
    const type = withoutNone(c.type(func));
    if (func.nodeType === 'Attribute') {
      const written = this.methods.write(node, func);
      if (written) return written;
    }
    switch (type.k) {
      case 'func':
        return call(`${this.callee(func)}(${this.given(type.func, node, type.self !== null || type.func.kind === 'class')})`);
      case 'class':
        return this.make(node, type.of);
      case 'namedtuple': {
        const values = type.of.fields.map((field, i) => {
          const named = node.keywords.find((one) => one.arg === field);
          return node.args[i] ? this.argumentOf(node.args[i]) : named ? e.text(named.value) : null;
        });
        const hasStar = node.args.some((one) => one.nodeType === 'Starred');
        return call(
          `new ${e.text(func, LEVEL.call)}(${hasStar ? node.args.map((one) => this.argumentOf(one)).join(', ') : values.map((one) => one ?? 'null').join(', ')})`,
        );
      }
      case 'obj': {
        const own = type.of.implementations(type.of.isModule ? 'forward' : '__call__')[0];
        const name = type.of.isModule ? '' : '.__call__';
        if (own) return call(`${e.callee(func)}${name}(${this.given(own, node, true)})`);
        return call(`${e.callee(func)}(${this.arguments(node)})`);
      }
      case 'lib': {
        const isNew = type.path.startsWith('torch.') && isClassName(type.path) && path === null;
        return isNew ? call(`new ${this.callee(func)}(${this.arguments(node)})`) : call(`${this.callee(func)}(${this.arguments(node)})`);
      }
      default:
        if (node.keywords.length > 0 && type.k === 'any' && this.isOwnKeyword(node))
          c.fail(node, 'it is not known which function is called here, and so not where its keywords go');
        if (type.k === 'any' && node.keywords.some((one) => !one.arg)) {
          if (node.keywords.length > 1) c.fail(node, 'it is not known which function is called here, and so not where its keywords go');
          const args = node.args.map((one) => this.argumentOf(one)).join(', ');
          return call(`${c.helper('call_with')}(${e.text(func)}, [${args}], ${e.text(node.keywords[0]!.value)})`);
        }
        if (c.hasCallable && type.k === 'any')
          return call(`${c.helper('call')}(${[e.text(func), this.arguments(node)].filter((text) => text !== '').join(', ')})`);
        return call(`${this.callee(func)}(${this.arguments(node)})`);
    }
  }

  private argumentOf(node: Expr): string {
    return node.nodeType === 'Starred' ? this.e.write(node).text : this.e.comprehensions.argument(node);
  }

  /** Whether the program's own functions have parameters of these names. */
  private isOwnKeyword(node: Of<'Call'>): boolean {
    const names = new Set(
      [...this.c.scopes.functions.values()].filter((func) => func.isValue).flatMap((func) => func.params.map((param) => param.name)),
    );
    return node.keywords.some(({ arg }) => arg && names.has(arg));
  }

  private callee(node: Expr): string {
    const { e } = this;
    const text = e.callee(node);
    return node.nodeType === 'Lambda' ? `(${text})` : text;
  }

  methodName(of: Class, name: string): string {
    if (of.isDataset && name === '__getitem__') return 'get';
    if (of.isDataset && name === '__len__') return 'length';
    return this.e.attributeName(of, name);
  }

  /** An object of a class of the program. */
  private make(node: Of<'Call'>, of: Class): Written {
    const { c, e } = this;
    const callee = e.text(node.func, LEVEL.call);
    if (of.isEnum) return call(`${callee}.of(${this.arguments(node)})`);
    const init = of.method('__init__');
    if (init) return call(`new ${callee}(${this.given(init, node, true)})`);
    if (!of.isDataclass) return call(`new ${callee}(${this.arguments(node)})`);
    const fields = of
      .lineage()
      .reverse()
      .flatMap((one) => [...one.shared.keys()]);
    const values = fields.map((name, i) => {
      const positional = node.args[i];
      if (positional) return positional.nodeType === 'Starred' ? c.fail(node, 'fields cannot be given by *') : e.text(positional);
      const named = node.keywords.find((one) => one.arg === name);
      return named ? e.text(named.value) : 'undefined';
    });
    if (node.keywords.some((one) => !one.arg))
      return call(
        `new ${callee}(...${c.helper('by_name')}(${e.text(node.keywords.find((one) => !one.arg)!.value)}, [${fields.map(quote).join(', ')}]))`,
      );
    while (values.at(-1) === 'undefined') values.pop();
    return call(`new ${callee}(${values.join(', ')})`);
  }

  /** Arguments for parameters that are known, in their order. */
  given(func: Func, node: Of<'Call'>, isBound: boolean): string {
    const { c, e } = this;
    const { args: declared } = func.node;
    const named = [...(declared.posonlyargs ?? []), ...declared.args]
      .slice(isBound && func.kind !== 'static' ? 1 : 0)
      .map((arg) => arg.arg);
    const only = (declared.kwonlyargs ?? []).map((arg) => arg.arg);
    const written = node.args.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : e.comprehensions.argument(one)));
    const takesRest = declared.vararg !== null && declared.vararg !== undefined;
    const isMarked = takesRest && (only.length > 0 || Boolean(declared.kwarg));
    if (isMarked) {
      const mine = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
      );
      if (mine.length > 0) written.push(`${c.helper('named')}({ ${mine.join(', ')} })`);
      return written.join(', ');
    }
    const hasStar = node.args.some((one) => one.nodeType === 'Starred');
    if (node.keywords.length === 0) return written.join(', ');
    const spread = node.keywords.find((one) => !one.arg);
    const order = [...named, ...only];
    const extra = node.keywords.filter(({ arg }) => arg && !order.includes(arg));
    if (hasStar && !spread) c.fail(node, 'arguments by * and by name together are not converted');
    if (spread) {
      const known = node.keywords.filter((one) => one.arg).map(({ arg, value }) => `${arg}: ${e.text(value)}`);
      const source =
        known.length > 0 ? `{ ...${c.helper('keywords')}(${e.text(spread.value)}), ${known.join(', ')} }` : e.text(spread.value);
      if (declared.kwarg) c.fail(node, 'keywords that are handed on by ** to others by ** are not converted');
      const from = hasStar
        ? `${written.join(', ')}, ...${c.helper('by_name')}(${source}, [${order.map(quote).join(', ')}], [${written.join(', ')}].length)`
        : [...written, `...${c.helper('by_name')}(${source}, [${order.slice(written.length).map(quote).join(', ')}])`].join(', ');
      return from;
    }
    const all = [...written];
    for (const name of order.slice(written.length)) {
      const keyword = node.keywords.find((one) => one.arg === name);
      all.push(keyword ? e.comprehensions.argument(keyword.value) : 'undefined');
    }
    if (declared.kwarg && extra.length > 0)
      all.push(`${c.helper('dict')}({ ${extra.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ')} })`);
    else if (extra.length > 0) c.fail(node, `'${func.name}' has no parameter '${extra[0]!.arg}'`);
    else while (all.at(-1) === 'undefined') all.pop();
    return all.join(', ');
  }

  /** Arguments as PyTorch's functions take them: keywords in an object at the end. */
  arguments(node: Of<'Call'>, more: readonly string[] = []): string {
    const { c, e } = this;
    const written = node.args.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : this.argument(one)));
    const keywords = node.keywords.map(({ arg, value }) => {
      if (!arg) return `...${c.helper('keywords')}(${e.text(value)})`;
      const text = this.argument(value);
      return text === arg ? arg : `${arg}: ${text}`;
    });
    const all = [...keywords, ...more];
    if (all.length > 0) written.push(`{ ${all.join(', ')} }`);
    return written.join(', ');
  }

  /** Sizes, dims and the like are plain lists; dicts are objects with names. */
  private argument(node: Expr): string {
    const { c, e } = this;
    if (node.nodeType === 'Tuple') return e.bare(node);
    if (node.nodeType === 'Dict' && node.keys.every((key) => key?.nodeType === 'Constant')) return this.objectOf(node);
    if (node.nodeType === 'List')
      return `[${node.elts.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : this.argument(one))).join(', ')}]`;
    const type = c.type(node);
    if (type.k === 'dict') return `${c.helper('keywords')}(${e.text(node)})`;
    if (type.k === 'list' && inside(type.cell).k === 'dict') return `${e.text(node, LEVEL.call)}.map(${c.helper('keywords')})`;
    if (type.k === 'range' && node.nodeType === 'Call') return e.text(node);
    return e.comprehensions.argument(node);
  }

  private objectOf(node: Of<'Dict'>): string {
    const entries = node.keys.map((key, i) => {
      const name = String((key as Of<'Constant'>).value);
      return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: ${this.argument(node.values[i]!)}`;
    });
    return `{ ${entries.join(', ')} }`;
  }

  /** A call of what a library has; null where it is a call as any other. */
  private library(node: Of<'Call'>, path: string): Written | null {
    const { c, e } = this;
    const [root] = path.split('.');
    const name = path.slice(path.lastIndexOf('.') + 1);
    const [first] = node.args;
    if (root === 'torch') {
      if (
        /^torch\.(set_num_threads|set_num_interop_threads|use_deterministic_algorithms|set_float32_matmul_precision|cuda\.manual_seed(_all)?|cuda\.empty_cache|backends\.\S+)$/.test(
          path,
        )
      )
        return call('undefined');
      if (path === 'torch.compile' && first) return e.write(first);
      if (/^torch\.from_numpy$/.test(path)) return null;
      const callee = this.libraryName(node.func, path);
      const isNew = isClassName(path) && path !== 'torch.device' && path !== 'torch.Size' && path !== 'torch.Tensor';
      if (path === 'torch.nn.Sequential' && first?.nodeType === 'Call' && /OrderedDict$/.test(c.path(first.func) ?? '')) {
        const [list] = first.args;
        if (list?.nodeType === 'List') {
          const entries = list.elts.map((one) =>
            one.nodeType === 'Tuple' && one.elts[0]?.nodeType === 'Constant'
              ? `${String(one.elts[0].value)}: ${e.text(one.elts[1]!)}`
              : c.fail(one, 'this is no pair of a name and a module'),
          );
          return call(`new ${callee}({ ${entries.join(', ')} })`);
        }
      }
      return call(`${isNew ? 'new ' : ''}${callee}(${this.arguments(node, this.dtypeFor(node, path))})`);
    }
    switch (path) {
      case 'time.time':
      case 'time.perf_counter':
      case 'time.monotonic':
      case 'time.process_time':
        return { text: 'performance.now() / 1000', level: LEVEL.mul };
      case 'time.sleep':
      case 'warnings.filterwarnings':
      case 'warnings.simplefilter':
      case 'gc.collect':
      case 'sys.stdout.flush':
      case 'numpy.random.seed':
        return path === 'numpy.random.seed' ? call('undefined') : call('undefined');
      case 'copy.deepcopy':
      case 'copy.copy':
      case 'functools.reduce':
      case 'functools.partial':
        return call(
          `${this.libraryName(node.func, path)}(${node.args.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : e.comprehensions.argument(one))).join(', ')})`,
        );
      case 'collections.OrderedDict':
        return this.builtins.call({ ...node, func: node.func }, 'dict');
      case 'collections.defaultdict':
      case 'collections.Counter':
        return call(`new ${this.libraryName(node.func, path)}(${node.args.map((one) => e.comprehensions.argument(one)).join(', ')})`);
      case 'collections.deque': {
        const most = node.keywords.find((one) => one.arg === 'maxlen')?.value ?? node.args[1];
        const args = [first ? e.comprehensions.argument(first) : most ? '[]' : '', most ? e.text(most) : ''].filter((text) => text !== '');
        return call(`${c.helper('deque')}(${args.join(', ')})`);
      }
      case 'dataclasses.asdict':
        return call(`${c.helper('asdict')}(${e.text(first!)})`);
      case 'dataclasses.replace':
        return call(`${c.helper('replaced')}(${this.arguments(node)})`);
      case 'itertools.product': {
        const times = node.keywords.find((one) => one.arg === 'repeat');
        if (times)
          return call(
            `${c.helper('itertools')}.product(...${c.helper('repeat')}([${e.comprehensions.argument(first!)}], ${e.text(times.value)}))`,
          );
        break;
      }
      case 'collections.namedtuple': {
        const type = c.type(node);
        if (type.k !== 'namedtuple') return c.fail(node, 'the fields of this namedtuple are not known here');
        const shown = type.of.fields.map((field) => quote(shownType(inside(type.of.cells.get(field)!))));
        const types = shown.some((one) => one !== "''") ? `, [${shown.join(', ')}]` : '';
        return call(`${c.helper('namedtuple')}(${quote(type.of.name)}, [${type.of.fields.map(quote).join(', ')}]${types})`);
      }
      case 'sys.exit':
        return c.fail(node, 'a model file runs to its end');
      default:
    }
    if (SAME.has(root ?? '') || HELPERS[path]) {
      const args = node.args.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : e.comprehensions.argument(one)));
      const keywords = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${e.text(value)}` : c.fail(node, 'keywords by ** are not converted here'),
      );
      if (root === 'random' && name === 'sample' && keywords.length > 0)
        return call(`${this.libraryName(node.func, path)}(${[...args, ...node.keywords.map((one) => e.text(one.value))].join(', ')})`);
      if (keywords.length > 0) args.push(`{ ${keywords.join(', ')} }`);
      return call(`${NEW.has(path) ? 'new ' : ''}${this.libraryName(node.func, path)}(${args.join(', ')})`);
    }
    const type = c.type(node.func);
    if (type.k === 'class' || type.k === 'func') return null;
    return c.fail(node, `'${path}' is not here`);
  }

  /** What a whole number of floats is made of says nothing of its dtype: 1.0 is 1 to JavaScript. */
  private dtypeFor(node: Of<'Call'>, path: string): string[] {
    const { c } = this;
    if (node.keywords.some((one) => one.arg === 'dtype' || !one.arg)) return [];
    const at = /^torch\.(tensor|as_tensor|scalar_tensor)$/.test(path)
      ? [0]
      : /^torch\.full$/.test(path)
        ? [1]
        : /^torch\.(arange|range)$/.test(path)
          ? [0, 1, 2]
          : null;
    if (!at) return [];
    const values = [
      ...at.flatMap((i) => (node.args[i] ? [node.args[i]] : [])),
      ...node.keywords.filter((one) => one.arg === 'fill_value' || one.arg === 'data').map((one) => one.value),
    ];
    const types = values.map((one) => c.type(one));
    if (types.some((type) => type.k === 'tensor' || type.k === 'dtype')) return [];
    const isFloat = types.some((type) => kindOf(type) === 'float');
    return isFloat && !values.every((one) => this.showsFloat(one)) ? [`dtype: ${c.torch}.float32`] : [];
  }

  /** Whether a literal shows by itself that it has a fraction. */
  private showsFloat(node: Expr): boolean {
    if (node.nodeType === 'Constant' && typeof node.value === 'number') return !Number.isInteger(node.value);
    if (node.nodeType === 'UnaryOp') return this.showsFloat(node.operand);
    return (node.nodeType === 'List' || node.nodeType === 'Tuple') && node.elts.some((one) => this.showsFloat(one));
  }

  // ---- parameters --------------------------------------------------------------------------------

  /**
   * The parameters of a function as TypeScript has them.
   * `fixed`: defaults that have to be taken now, since the variable changes later. `before`: statements that begin the body.
   */
  parameters(node: FunctionNode): { list: string; fixed: { name: string; value: string }[]; before: string[] } {
    const { c, e } = this;
    const func = c.scopes.functions.get(node)!;
    const { args } = node;
    const isBound = func.of !== null && func.kind !== 'static';
    const named = [...(args.posonlyargs ?? []), ...args.args];
    const offset = named.length - args.defaults.length;
    const fixed: { name: string; value: string }[] = [];
    const before: string[] = [];
    const one = (arg: Of<'Arg'>, value: Expr | null | undefined): string => {
      const variable = c.variable(arg)!;
      if (!value) return `${variable.js}: ${this.typeText(variable.type)}`;
      let text = e.text(value);
      const own = value.nodeType === 'Name' ? c.variable(value) : undefined;
      if (
        own &&
        own.importPath === null &&
        (own.stores.length > 1 || own.scope.kind === 'comprehension' || own.declaredBefore || own.name === arg.arg) &&
        own.type.k !== 'func' &&
        own.type.k !== 'class'
      ) {
        const name = c.fresh(`${own.name}_`);
        fixed.push({ name, value: text });
        text = name;
      } else if (
        /^(List|Dict|Set|Call)$/.test(value.nodeType) &&
        node.nodeType === 'FunctionDef' &&
        c.type(value).k !== 'tuple' &&
        !(value.nodeType === 'Call' && c.path(value.func)?.startsWith('torch.nn'))
      ) {
        const name = c.fresh(`${func.name.replace(/^_+/, '')}_${arg.arg}`);
        fixed.push({ name, value: text });
        text = name;
      }
      const type = this.typeText(variable.type);
      const isClear = /^(number|string|boolean)$/.test(type) && !/^null$/.test(text);
      return isClear ? `${variable.js} = ${text}` : `${variable.js}: ${type} = ${text}`;
    };
    const written = named.flatMap((arg, i) => (isBound && i === 0 ? [] : [one(arg, args.defaults[i - offset])]));
    const only = (args.kwonlyargs ?? []).map((arg, i) => ({ arg, value: args.kw_defaults?.[i] }));
    if (args.vararg && (only.length > 0 || args.kwarg)) {
      const rest = c.variable(args.vararg)!.js;
      const keywords = args.kwarg ? c.variable(args.kwarg)!.js : c.fresh('keywords_');
      before.push(`const ${keywords} = ${c.helper('take_named')}(${rest});`);
      for (const { arg, value } of only)
        before.push(`const ${c.variable(arg)!.js} = ${keywords}.${value ? `pop('${arg.arg}', ${e.text(value)})` : `pop('${arg.arg}')`};`);
      written.push(`...${rest}: any[]`);
    } else {
      for (const { arg, value } of only) written.push(one(arg, value));
      if (args.kwarg) written.push(`${c.variable(args.kwarg)!.js} = ${c.helper('dict')}<string, any>()`);
      if (args.vararg) written.push(`...${c.variable(args.vararg)!.js}: any[]`);
    }
    if (args.vararg && c.keepsTuples && node.nodeType === 'FunctionDef') {
      const rest = c.variable(args.vararg)!;
      written[written.length - 1] = `...${rest.js}_: any[]`;
      const at = before.findIndex((line) => line.includes(`take_named`));
      if (at >= 0) before[at] = before[at]!.replace(`(${rest.js})`, `(${rest.js}_)`);
      before.push(`const ${rest.js} = ${c.helper('tuple')}(...${rest.js}_);`);
    }
    return { list: written.join(', '), fixed, before };
  }

  typeText(type: Type): string {
    const { c } = this;
    const text = c.typeOf(type);
    if (/\btorch\b/.test(text)) void c.torch;
    return text.replaceAll(/\btorch\b/g, c.torchName);
  }
}
