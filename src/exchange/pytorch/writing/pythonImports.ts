/** The imports of a converted program from 'tensor-lens/python': Python's own functions, by their own names. */
import { pythonModules } from '../../pythonModules.js';

/** Functions that Python has without an import. */
const BUILTINS = new Set(
  'abs all any ascii bool dict enumerate filter float int len list map max min print range repr reversed round set sorted str sum tuple zip divmod pow isinstance iter next hash chr ord getattr setattr hasattr callable issubclass hash frozenset bytes complex id Exception UnicodeDecodeError ValueError TypeError RuntimeError KeyError IndexError AttributeError AssertionError NotImplementedError ZeroDivisionError StopIteration OverflowError OSError FileNotFoundError LookupError ArithmeticError SyntaxError NameError ImportError EOFError TimeoutError PermissionError RecursionError KeyboardInterrupt SystemExit MemoryError UserWarning DeprecationWarning FileExistsError ModuleNotFoundError ConnectionError delattr'.split(
    ' ',
  ),
);
/** True for a module of Python that is an object in 'tensor-lens/python'. */
export const isPythonModule = (name: string): boolean => name === 'os_path' || pythonModules.has(name);

const PLACES: Readonly<Record<string, string>> = {
  deepcopy: 'copy',
  copy: 'copy',
  deque: 'collections',
  Counter: 'collections',
  defaultdict: 'collections',
  OrderedDict: 'collections',
  ChainMap: 'collections',
  namedtuple: 'collections',
  reduce: 'functools',
  partial: 'functools',
  cmp_to_key: 'functools',
  update_wrapper: 'functools',
  cache: 'functools',
  lru_cache: 'functools',
  contextmanager: 'contextlib',
  nullcontext: 'contextlib',
  ExitStack: 'contextlib',
  itemgetter: 'operator',
  attrgetter: 'operator',
  methodcaller: 'operator',
  wraps: 'functools',
  StringIO: 'io',
  SimpleNamespace: 'types',
  tqdm: 'tqdm',
  pformat: 'pprint',
  isfunction: 'inspect',
  isclass: 'inspect',
  PosixPath: 'pathlib',
  date: 'datetime',
  datetime: 'datetime',
  timedelta: 'datetime',
  Fraction: 'fractions',
  singledispatch: 'functools',
  Flag: 'enum',
  IntFlag: 'enum',
  Enum: 'enum',
  IntEnum: 'enum',
  StrEnum: 'enum',
  FrozenInstanceError: 'dataclasses',
  environ: 'os',
  exit: 'sys',
  ...Object.fromEntries('add sub mul truediv floordiv mod neg eq ne lt le gt ge contains'.split(' ').map((name) => [name, 'operator'])),
};

/** Names for which the script gets its own small function or class. */
const OWN = new Set(['abstract', 'cached', 'fields']);

/** Names of groups of exceptions, with their Python names. */
const GROUPS: Readonly<Record<string, string>> = { lookupErrors: 'LookupError', arithmeticErrors: 'ArithmeticError' };

/** The name in Python, with its import line if it needs one. Null where Python has no such name. */
export function pythonImport(name: string): { name: string; line: string | null } | null {
  if (GROUPS[name]) return { name: GROUPS[name], line: null };
  if (name === 'tuple_of') return { name: 'tuple', line: null };
  if (name === 'Dict') return { name: 'dict', line: null };
  if (BUILTINS.has(name)) return { name, line: null };
  if (name === 'os_path') return { name, line: 'import os.path as os_path' };
  if (pythonModules.has(name)) return { name, line: `import ${name}` };
  if (OWN.has(name)) return { name, line: null };
  const place = PLACES[name];
  if (name === 'div') return { name: 'truediv', line: 'from operator import truediv' };
  return place === undefined ? null : { name, line: `from ${place} import ${name}` };
}
