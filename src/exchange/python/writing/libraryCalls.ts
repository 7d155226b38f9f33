/** Calls of functions and classes of a library. */
import { t } from '../../../protocol/l10n.js';
import { pythonModules } from '../../pythonModules.js';
import { isOfObjects } from '../inference/arrays.js';
import { isClassName, kindOf } from '../inference/library.js';
import { shownType } from '../program/shown.js';
import { elementOf } from '../program/join.js';
import { inside, isNumber, withoutNone, type Type } from '../program/types.js';
import { positional, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { floatEntries, floatPlaces, liftedBy } from './lifting.js';
import { HELPERS } from './libraryNames.js';
import { pretty } from './pretty.js';
import { atom, call, LEVEL, quote, type Written } from './written.js';

/** The type of what nested lists hold. */
const innermost = (type: Type): Type => (type.k === 'list' ? innermost(inside(type.cell)) : type);

/** Parameters of Python's functions that are given by their places here. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  round: ['number', 'ndigits'],
  int: ['x', 'base'],
  sum: ['iterable', 'start'],
  pow: ['base', 'exp', 'mod'],
  enumerate: ['iterable', 'start'],
};

const NEW = new Set([
  'collections.Counter',
  'collections.defaultdict',
  'random.Random',
  'io.StringIO',
  'collections.ChainMap',
  'contextlib.ExitStack',
  'pathlib.Path',
  'pathlib.PurePath',
  'pathlib.PurePosixPath',
  'datetime.date',
  'datetime.datetime',
  'datetime.timedelta',
  'fractions.Fraction',
]);

/** Settings of the machine and its threads, which have no effect here. */
const WITHOUT_EFFECT =
  /^torch\.(set_num_threads|set_num_interop_threads|use_deterministic_algorithms|set_float32_matmul_precision|cuda\.manual_seed(_all)?|cuda\.empty_cache|backends\.\S+)$/;

export class LibraryCallWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** A call of a library's function or class. Null where the call is written like any other. */
  write(node: Of<'Call'>, path: string): Written | null {
    const { c, e } = this;
    const [root] = path.split('.');
    const name = path.slice(path.lastIndexOf('.') + 1);
    const [first] = node.args;
    if (root === 'torch') return this.ofTorch(node, path);
    if (root === 'numpy') return this.ofNumpy(node, path);
    if (root === 'sklearn') return call(`${e.libraryNames.write(node.func, path)}(${e.arguments.byName(node)})`);
    if (root === 'matplotlib') return e.plots.call(node, path);
    // not operations: a dict of Python
    if (path.startsWith('os.environ.')) return null;
    if (path === 'json.loads' && node.keywords.length > 0) return c.fail(node, t('keywords are not converted here'));
    switch (path) {
      case 'time.time':
      case 'time.perf_counter':
      case 'time.monotonic':
      case 'time.process_time':
      case 'timeit.default_timer':
        return { text: 'performance.now() / 1000', level: LEVEL.mul };
      case 'time.perf_counter_ns':
      case 'time.time_ns':
      case 'time.monotonic_ns':
        return call('Math.round(performance.now() * 1e6)');
      case 'os.path.exists':
      case 'os.path.isfile':
      case 'os.path.isdir':
        return atom('false');
      case 'os.getcwd':
        return atom("'.'");
      case 'os.makedirs':
      case 'os.mkdir':
      case 'time.sleep':
      case 'warnings.warn':
      case 'warnings.filterwarnings':
      case 'warnings.simplefilter':
      case 'gc.collect':
      case 'sys.stdout.flush':
      case 'sys.stderr.write':
      case 'sys.stderr.flush':
      case 'traceback.print_exc':
      case 'sys.setrecursionlimit':
      case 'gc.disable':
      case 'gc.enable':
        return call('undefined');
      case 'copy.deepcopy':
      case 'copy.copy':
      case 'functools.reduce':
        return call(`${e.libraryNames.write(node.func, path)}(${e.arguments.plain(node).join(', ')})`);
      case 'functools.partial': {
        const plain = e.arguments.plain(node);
        // What is handed to it later is shown.
        const called = first ? c.type(first) : null;
        if (called?.k === 'lib' && called.path === 'builtins.print') e.texts.showsUnknown = true;
        if (node.keywords.length === 0) return call(`${c.helper('partial')}(${plain.join(', ')})`);
        const type = first ? c.type(first) : null;
        if (type?.k === 'lib' && type.path.startsWith('torch.') && !isClassName(type.path) && node.keywords.every((one) => one.arg)) {
          const given = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ');
          return call(`${c.helper('partial_with')}(${plain[0]}, [${plain.slice(1).join(', ')}], { ${given} })`);
        }
        const builtin = type?.k === 'lib' && type.path.startsWith('builtins.') ? PARAMETERS[type.path.slice(9)] : undefined;
        if (builtin && node.keywords.every(({ arg }) => builtin.includes(arg ?? ''))) {
          const given = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ');
          return call(
            `${c.helper('partial_by')}(${plain[0]}, [${builtin.map(quote).join(', ')}], [${plain.slice(1).join(', ')}], { ${given} })`,
          );
        }
        const func = type?.k === 'func' ? type.func : type?.k === 'class' ? type.of.method('__init__') : null;
        const isBound = type?.k === 'class' || (type?.k === 'func' && type.self !== null);
        const isOpen = node.args.some((one) => one.nodeType === 'Starred') || node.keywords.some((one) => !one.arg);
        const { args: declared } = func?.node ?? {};
        const names = (declared ? [...positional(declared), ...(declared.kwonlyargs ?? [])] : [])
          .slice(isBound && func?.kind !== 'static' ? 1 : 0)
          .map((one) => one.arg);
        if (!func || isOpen || declared?.vararg || node.keywords.some((one) => !names.includes(one.arg!))) {
          for (const { arg } of node.keywords) c.wanted.names.add(arg ?? '**');
          const all = node.keywords.map(({ arg, value }) =>
            arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
          );
          return call(`${c.helper('partial_with')}(${plain[0]}, [${plain.slice(1).join(', ')}], { ${all.join(', ')} })`);
        }
        const given = node.keywords.map(({ arg, value }) => `${arg}: ${e.text(value)}`);
        return call(
          `${c.helper('partial_by')}(${plain[0]}, [${names.map(quote).join(', ')}], [${plain.slice(1).join(', ')}], { ${given.join(', ')} })`,
        );
      }
      case 'collections.OrderedDict':
        if (node.keywords.length > 0 && first) return c.fail(node, t('keywords are not converted here'));
        if (node.keywords.length > 0) return call(`new ${c.helper('OrderedDict')}(${e.arguments.named(node)})`);
        return call(`new ${c.helper('OrderedDict')}(${first ? e.comprehensions.argument(first) : ''})`);
      case 'argparse.Namespace':
        return atom(e.arguments.named(node));
      case 'types.SimpleNamespace':
        return call(`new ${c.helper('SimpleNamespace')}(${node.keywords.length > 0 ? e.arguments.named(node) : ''})`);
      case 'collections.defaultdict':
      case 'collections.Counter':
        if (node.keywords.length > 0 && path !== 'collections.Counter') return c.fail(node, t('keywords are not converted here'));
        return call(
          `new ${e.libraryNames.write(node.func, path)}(${[
            ...node.args.map((one) => e.comprehensions.argument(one)),
            ...(node.keywords.length > 0 ? [e.arguments.named(node)] : []),
          ].join(', ')})`,
        );
      case 'collections.deque': {
        const most = node.keywords.find((one) => one.arg === 'maxlen')?.value ?? node.args[1];
        const args = [first ? e.comprehensions.argument(first) : most ? '[]' : '', most ? e.text(most) : ''].filter((text) => text !== '');
        return call(`${c.helper('deque')}(${args.join(', ')})`);
      }
      case 'dataclasses.asdict':
        return call(`${c.helper('asdict')}(${e.text(first!)}${this.fieldsOf(first!)})`);
      case 'dataclasses.astuple':
        return call(`${c.helper('astuple')}(${e.text(first!)}${this.fieldsOf(first!)})`);
      case 'dataclasses.fields': {
        const type = first ? c.type(first) : null;
        if (type?.k !== 'class' && (type?.k !== 'obj' || this.fieldsOf(first!) === '')) break;
        return call(`${c.helper('fields')}([${type.of.fields.map(quote).join(', ')}])`);
      }
      case 'dataclasses.replace':
        return call(`${c.helper('replaced')}(${e.arguments.asTheyAre(node)})`);
      case 'itertools.product': {
        const times = node.keywords.find((one) => one.arg === 'repeat');
        if (times)
          return call(
            `${c.helper('itertools')}.product(...${c.helper('repeat')}([${e.comprehensions.argument(first!)}], ${e.text(times.value)}))`,
          );
        break;
      }
      case 'itertools.accumulate':
        if (node.args.length === 1 && !node.keywords.some(({ arg }) => arg === 'func') && c.isMixed(elementOf(c.type(node))))
          return call(
            `${c.helper('itertools')}.accumulate(${[...e.arguments.plain(node), c.mixed('add'), ...node.keywords.map((one) => `{ ${one.arg}: ${e.text(one.value)} }`)].join(', ')})`,
          );
        break;
      case 'collections.namedtuple': {
        const type = c.type(node);
        if (type.k !== 'namedtuple') return c.fail(node, t('the fields of this namedtuple are not known here'));
        const shown = type.of.fields.map((field) => quote(shownType(inside(type.of.cells.get(field)!))));
        const defaults = node.keywords.find(({ arg }) => arg === 'defaults');
        const types = defaults || shown.some((one) => one !== "''") ? `, [${shown.join(', ')}]` : '';
        const values = defaults ? `, ${e.text(defaults.value)}` : '';
        return call(`${c.helper('namedtuple')}(${quote(type.of.name)}, [${type.of.fields.map(quote).join(', ')}]${types}${values})`);
      }
      case 'tqdm.tqdm':
      case 'tqdm.auto.tqdm':
        return call(`new ${c.helper('tqdm')}(${first ? e.comprehensions.argument(first) : ''})`);
      case 'tqdm.trange':
      case 'tqdm.auto.trange':
        return call(`${c.helper('tqdm')}.range(${e.arguments.plain(node).join(', ')})`);
      case 'sys.stdout.write':
        return call(`${c.helper('print')}.with({ end: '' }, ${e.arguments.plain(node).join(', ')})`);
      case 'math.prod':
        if (c.isMixed(c.type(node))) return call(`${c.mixed('prod')}(${e.arguments.plain(node).join(', ')})`);
        break;
      case 'json.dumps': {
        const shown = first ? shownType(c.type(first)) : '';
        if (first) e.texts.doubt(first, c.type(first));
        const options = node.keywords.map(({ arg, value }) =>
          arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
        );
        const given = [e.text(first!), ...(options.length > 0 || shown ? [options.length > 0 ? `{ ${options.join(', ')} }` : '{}'] : [])];
        return call(`${c.helper('json')}.dumps(${[...given, ...(shown ? [quote(shown)] : [])].join(', ')})`);
      }
      case 'logging.debug':
      case 'logging.info':
      case 'logging.warning':
      case 'logging.error':
      case 'logging.critical':
      case 'logging.exception':
      case 'logging.log':
        return call(`${e.libraryNames.write(node.func, path)}(${e.arguments.asTheyAre(node)})`);
      case 'logging.basicConfig': {
        const known = node.keywords.filter(({ arg }) => /^(level|format|handlers|force)$/.test(arg ?? ''));
        return call(`${c.helper('logging')}.basicConfig({ ${known.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ')} })`);
      }
      case 'logging.StreamHandler': {
        const stream = first ?? node.keywords[0]?.value;
        const isOutput = !stream || /^sys\.std(out|err)$/.test(c.path(stream) ?? '');
        return call(`${c.helper('logging')}.StreamHandler(${isOutput ? '' : e.text(stream)})`);
      }
      case 'contextlib.redirect_stdout':
        return call(`${c.helper('print')}.redirected(${e.arguments.plain(node).join(', ')})`);
      case 'dataclasses.is_dataclass': {
        const type = first ? withoutNone(c.type(first)) : null;
        if (!type || type.k === 'any') break;
        return atom(String((type.k === 'obj' || type.k === 'class') && type.of.isDataclass));
      }
      case 'typing.TypeVar':
      case 'typing.ParamSpec':
        return call('undefined');
      // What is made of a value by it is the value.
      case 'typing.NewType':
        return { text: '<T>(value: T) => value', level: LEVEL.assign };
      case 'typing.cast':
        return e.write(node.args[1]!);
      case 'operator.truediv':
        return call(`${c.helper('div')}(${e.arguments.plain(node).join(', ')})`);
      case 'pprint.pprint':
      case 'pprint.pp':
      case 'pprint.pformat':
        return pretty(c, e, node, path);
      case 'os.getenv':
        return call(`${c.helper('environ')}.get(${e.arguments.plain(node).join(', ')})`);
      case 'json.dump': {
        const [value, file] = [node.args[0]!, node.args[1] ?? node.keywords.find(({ arg }) => arg === 'fp')!.value];
        const written = { ...node, args: [value], keywords: node.keywords.filter(({ arg }) => arg !== 'fp') };
        return call(`${e.text(file, LEVEL.call)}.write(${this.write(written, 'json.dumps')!.text})`);
      }
      case 'json.load':
        return call(`${c.helper('json')}.loads(${e.text(first!, LEVEL.call)}.read())`);
      default:
    }
    if (
      pythonModules.has(root ?? '') ||
      HELPERS[path] ||
      /^os\.path\.(join|basename|dirname|splitext)$|^(datetime|pathlib)\.\w+\.\w+$/.test(path)
    ) {
      const args = e.arguments.plain(node);
      const keywords = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${e.text(value)}` : c.fail(node, t('keywords by ** are not converted here')),
      );
      if (root === 'random' && name === 'sample' && keywords.length > 0)
        return call(`${e.libraryNames.write(node.func, path)}(${[...args, ...node.keywords.map((one) => e.text(one.value))].join(', ')})`);
      if (keywords.length > 0) args.push(`{ ${keywords.join(', ')} }`);
      return call(`${NEW.has(path) ? 'new ' : ''}${e.libraryNames.write(node.func, path)}(${args.join(', ')})`);
    }
    const type = c.type(node.func);
    if (type.k === 'class' || type.k === 'func') return null;
    return c.fail(node, t("'{0}' is not here", path));
  }

  /** The fields of a dataclass, as a further argument, where its objects have other attributes too. */
  private fieldsOf(node: Expr): string {
    const type = withoutNone(this.c.type(node));
    if (type.k !== 'obj' || !type.of.isDataclass) return '';
    const { fields } = type.of;
    const isMore =
      fields.length !== type.of.parameters.length || type.of.lineage().some((one) => [...one.own].some((name) => !fields.includes(name)));
    return isMore ? `, [${fields.map(quote).join(', ')}]` : '';
  }

  private ofTorch(node: Of<'Call'>, path: string): Written | null {
    // As a value, it is a context that is entered elsewhere.
    if (/^torch\.(no_grad|inference_mode|enable_grad)$/.test(path) && node.args.length === 0)
      return call(`${this.c.helper('grad_mode')}(${path.endsWith('enable_grad')})`);
    const { c, e } = this;
    const [first] = node.args;
    // A method of the library's tensors, called as a function.
    if (/^torch\.Tensor\.[a-z]\w*$/.test(path) && first)
      return call(
        `${e.text(first, LEVEL.call)}${path.slice('torch.Tensor'.length)}(${e.arguments.byName({ ...node, args: node.args.slice(1) })})`,
      );
    if (WITHOUT_EFFECT.test(path)) return call('undefined');
    if (path === 'torch.compile' && first) return e.write(first);
    const callee = e.libraryNames.write(node.func, path);
    if (path === 'torch.where' && this.isOfWholeFloats(node)) return call(`${callee}(${e.arguments.byName(node)}).to(${c.floats})`);
    if (/^torch\.utils\.data\..*\bdefault_collate$/.test(path) && first) {
      const sample = elementOf(withoutNone(c.type(first)));
      const batch = e.arguments.byName(node);
      const floats = floatEntries(sample);
      if (sample.k === 'float') return call(`${callee}(${batch}).to(${c.torch}.float64)`);
      if (floats.length > 0) return call(`${callee}(${batch}.map((one) => ${c.helper('floats_at')}(one, [${floats.join(', ')}])))`);
    }
    const lifted = liftedBy(c, path.replace(/^torch\./, ''), null, node);
    if (lifted) e.lifted.add(lifted);
    const isNew = isClassName(path) && path !== 'torch.device' && path !== 'torch.Tensor';
    if (path === 'torch.nn.Sequential' && first?.nodeType === 'Call' && /OrderedDict$/.test(c.path(first.func) ?? '')) {
      const [list] = first.args;
      if (list?.nodeType === 'List') {
        const entries = list.elts.map((one) =>
          one.nodeType === 'Tuple' && one.elts[0]?.nodeType === 'Constant'
            ? `${String(one.elts[0].value)}: ${e.text(one.elts[1]!)}`
            : c.fail(one, t('this is no pair of a name and a module')),
        );
        return call(`new ${callee}({ ${entries.join(', ')} })`);
      }
    }
    const text = `${isNew ? 'new ' : ''}${callee}(${e.arguments.byName(node, this.dtypeFor(node, path))})`;
    // A printed layer or optimizer shows which of its settings are floats.
    const floats = isNew && c.printsLayers && /^torch\.(nn|optim)\./.test(path) ? floatPlaces(c, node) : [];
    return call(floats.length > 0 ? `${c.helper('floats_at')}(${text}, [${floats.join(', ')}])` : text);
  }

  private ofNumpy(node: Of<'Call'>, path: string): Written {
    const { c, e } = this;
    if (isOfObjects(node)) {
      const [size] = node.args;
      // As `[0] * n`. An array of several dims, or of given objects, is no list.
      if (!size || !/^numpy\.(zeros|empty)$/.test(path) || !isNumber(c.type(size)) || node.args.length > 1)
        return c.fail(node, t('arrays of objects are not here'));
      return call(`${c.helper('repeat')}([${path === 'numpy.zeros' ? 0 : 'null'}], ${e.text(size)})`);
    }
    const callee = e.libraryNames.write(node.func, path);
    const float64 = () => `${c.np}.float64`;
    const isNew = /\.RandomState$/.test(path);
    if (path === 'numpy.where' && this.isOfWholeFloats(node)) return call(`${callee}(${e.arguments.byName(node)}).astype(${float64()})`);
    const at = /^numpy\.(array|asarray)$/.test(path) ? [0] : path === 'numpy.full' ? [1] : path === 'numpy.arange' ? [0, 1, 2] : [];
    return call(`${isNew ? 'new ' : ''}${callee}(${e.arguments.byName(node, this.floatsFor(node, at, float64))})`);
  }

  /** The dtype argument for a tensor made from floats that JavaScript cannot recognize: it sees 1.0 as 1. */
  private dtypeFor(node: Of<'Call'>, path: string): string[] {
    const at = /^torch\.(as_)?tensor$/.test(path)
      ? [0]
      : /^torch\.full$/.test(path)
        ? [1]
        : /^torch\.(arange|range)$/.test(path)
          ? [0, 1, 2]
          : [];
    return this.floatsFor(node, at, () => this.c.floats);
  }

  /** The dtype argument where one of the arguments at these places is a float that looks like an integer. */
  private floatsFor(node: Of<'Call'>, at: readonly number[], floats: () => string): string[] {
    const { c } = this;
    if (at.length === 0 || node.keywords.some((one) => one.arg === 'dtype' || !one.arg)) return [];
    const values = [
      ...at.flatMap((i) => (node.args[i] ? [node.args[i]] : [])),
      ...node.keywords.filter((one) => one.arg === 'fill_value' || one.arg === 'data').map((one) => one.value),
    ];
    const types = values.map((one) => c.type(one));
    if (types.some((type) => innermost(type).k === 'tensor' || type.k === 'dtype')) return [];
    const isFloat = types.some((type) => kindOf(type) === 'float');
    return isFloat && !values.every((one) => this.showsFloat(one)) ? [`dtype: ${floats()}`] : [];
  }

  /** True for a choice between float numbers that JavaScript sees as integers. */
  private isOfWholeFloats(node: Of<'Call'>): boolean {
    const values = node.args.slice(1);
    const types = values.map((one) => this.c.type(one));
    return (
      values.length === 2 &&
      types.every((type) => type.k !== 'tensor' && type.k !== 'any') &&
      types.some((type) => kindOf(type) === 'float') &&
      !values.some((one) => this.showsFloat(one))
    );
  }

  /** True when a literal itself shows a fraction. */
  private showsFloat(node: Expr): boolean {
    if (node.nodeType === 'Constant' && typeof node.value === 'number') return !Number.isInteger(node.value);
    if (node.nodeType === 'UnaryOp') return this.showsFloat(node.operand);
    return (node.nodeType === 'List' || node.nodeType === 'Tuple') && node.elts.some((one) => this.showsFloat(one));
  }
}
