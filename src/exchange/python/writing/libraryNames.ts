/** Names of PyTorch and of Python's modules, as a model file has them. */
import { t } from '../../../protocol/l10n.js';
import { pythonModules } from '../../pythonModules.js';
import { NUMPY } from '../inference/arrays.js';
import type { Expr } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { LEVEL, quote } from './written.js';

/** Functions and classes of Python's modules, each with the helper that replaces it. */
export const HELPERS: Readonly<Record<string, string>> = {
  'copy.deepcopy': 'deepcopy',
  'copy.copy': 'copy',
  'collections.deque': 'deque',
  'collections.Counter': 'Counter',
  'collections.defaultdict': 'defaultdict',
  'collections.OrderedDict': 'OrderedDict',
  'collections.ChainMap': 'ChainMap',
  'collections.namedtuple': 'namedtuple',
  'functools.reduce': 'reduce',
  'functools.partial': 'partial',
  'functools.cmp_to_key': 'cmp_to_key',
  'functools.update_wrapper': 'update_wrapper',
  'functools.lru_cache': 'lru_cache',
  'functools.cache': 'cache',
  'abc.ABC': 'Object',
  'operator.add': 'add',
  'operator.sub': 'sub',
  'operator.mul': 'mul',
  'operator.truediv': 'div',
  'operator.floordiv': 'floordiv',
  'operator.mod': 'mod',
  'operator.neg': 'neg',
  'operator.eq': 'eq',
  'operator.ne': 'ne',
  'operator.lt': 'lt',
  'operator.le': 'le',
  'operator.gt': 'gt',
  'operator.ge': 'ge',
  'operator.pow': 'power',
  'operator.contains': 'contains',
  'dataclasses.fields': 'fields',
  'dataclasses.astuple': 'astuple',
  'operator.itemgetter': 'itemgetter',
  'operator.attrgetter': 'attrgetter',
  'operator.methodcaller': 'methodcaller',
  'operator.and_': 'bit_and',
  'operator.or_': 'bit_or',
  'operator.xor': 'bit_xor',
  'contextlib.nullcontext': 'nullcontext',
  'contextlib.ExitStack': 'ExitStack',
  'io.StringIO': 'StringIO',
  'inspect.isfunction': 'isfunction',
  'inspect.isclass': 'isclass',
  'pathlib.Path': 'PosixPath',
  'pathlib.PurePath': 'PosixPath',
  'pathlib.PurePosixPath': 'PosixPath',
  'datetime.date': 'date',
  'datetime.datetime': 'datetime',
  'datetime.timedelta': 'timedelta',
  'fractions.Fraction': 'Fraction',
  'functools.singledispatch': 'singledispatch',
  'types.SimpleNamespace': 'SimpleNamespace',
  'tqdm.tqdm': 'tqdm',
  'tqdm.auto.tqdm': 'tqdm',
  'dataclasses.FrozenInstanceError': 'FrozenInstanceError',
  'operator.not_': 'not_',
  'operator.concat': 'add',
  'operator.getitem': 'at',
  'operator.is_': 'is_',
  'operator.lshift': 'left_shift',
  'operator.rshift': 'right_shift',
  'operator.iadd': 'add',
  'operator.imul': 'mul',
  'operator.index': 'int',
  'operator.matmul': 'matmul',
  'operator.countOf': 'count',
  'operator.abs': 'abs',
  'sys.exit': 'exit',
  'os.environ': 'environ',
};

/** What is there of scikit-learn for converted programs: points that are made up. */
const DATASETS = new Set(['sklearn.datasets.make_moons', 'sklearn.datasets.make_circles']);

/** The chosen name for a function that PyTorch has under two names. */
const CANONICAL: readonly [RegExp, string][] = [
  [/^torch\.nn\.parameter\.Parameter$/, 'torch.nn.Parameter'],
  [/^torch\.nn\.modules\.\w+\./, 'torch.nn.'],
  [/^torch\.utils\.data\.(dataset|dataloader|sampler)\./, 'torch.utils.data.'],
  [/^torch\.optim\.(sgd|adam|adamw|optimizer)\.(?=[A-Z])/, 'torch.optim.'],
  [/^torch\.optim\.lr_scheduler\./, 'torch.optim.lr_scheduler.'],
  [/^torch\._C\.|^torch\.cuda\.amp\./, 'torch.'],
];

export class LibraryNames {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** A name that was imported. */
  imported(node: Expr, path: string, js: string): string {
    if (path.split('.')[0] === 'torch') return js;
    return this.write(node, path);
  }

  /** A library's dotted name as a model file has it. Fails for a name without a counterpart. */
  write(node: Expr, given: string): string {
    const { c } = this;
    const path = CANONICAL.reduce((before, [from, to]) => before.replace(from, to), given);
    const [root = '', ...rest] = path.split('.');
    if (root === 'torch') {
      if (/^torch\.(backends|jit|compile|distributed|multiprocessing|profiler|fx|onnx|hub|quantization|ao|_dynamo)\b/.test(path))
        c.fail(node, t("'{0}' is not here", path));
      if (node.nodeType === 'Name') return c.variable(node)?.js ?? node.id;
      if (node.nodeType === 'Attribute' && path === given) return `${this.e.text(node.value, LEVEL.call)}.${node.attr}`;
      return `${c.torch}.${rest.join('.')}`;
    }
    if (root === 'numpy') {
      if (rest.length > 0 && !NUMPY.has(rest[0]!)) c.fail(node, t("'{0}' is not here", path));
      return [c.np, ...rest].join('.');
    }
    if (root === 'sklearn') {
      if (!DATASETS.has(path)) c.fail(node, t("'{0}' is not here", path));
      return `${c.datasets}.${rest.at(-1)}`;
    }
    if (root === 'matplotlib') return this.e.plots.name(node, path);
    if (pythonModules.has(root)) return [c.helper(root), ...rest].join('.');
    if (/^os\.path\.(join|basename|dirname|splitext)$/.test(path)) return `${c.helper('os_path')}.${rest.at(-1)}`;
    const helper = HELPERS[path];
    if (helper === 'Object') return 'Object';
    // Handed on, its result is not known to be a float.
    if (path === 'operator.truediv') return c.mixed('div');
    // not operations: functions of Python
    if (c.kept && helper && /^operator\.(add|sub|mul|floordiv|mod|neg|pow)$/.test(path)) return c.mixed(helper);
    if (helper) return c.helper(helper);
    const member = /^(datetime\.(?:date|datetime)|pathlib\.Path)\.(now|today|fromisoformat|strptime|cwd)$/.exec(path);
    if (member) return `${c.helper(HELPERS[member[1]!]!)}.${member[2]}`;
    if (path === 'typing.TYPE_CHECKING') return 'false';
    if (path === 'os.sep' || path === 'os.linesep') return quote(path === 'os.sep' ? '/' : '\n');
    if (path === 'sys.platform') return quote('linux');
    if (path === 'sys.argv') return "['model.py']";
    if (path === 'sys.version_info') return `${c.helper('tuple')}(3, 11, 7)`;
    if (path === 'sys.maxsize') return 'Number.MAX_SAFE_INTEGER';
    if (/^string\./.test(path)) {
      const known: Record<string, string> = {
        ascii_lowercase: 'abcdefghijklmnopqrstuvwxyz',
        digits: '0123456789',
        ascii_uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        ascii_letters: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
        hexdigits: '0123456789abcdefABCDEF',
        octdigits: '01234567',
        whitespace: ' \t\n\r\v\f',
        punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      };
      const text = known[rest[0] ?? ''];
      if (text) return quote(text);
    }
    return c.fail(node, t("'{0}' is not here", path));
  }
}
