/** The type that a function of a library returns. */
import type { Class } from '../program/classes.js';
import { elementOf, join, joinApart } from '../program/join.js';
import {
  ANY,
  array,
  BOOL,
  FLOAT,
  inside,
  INT,
  iterOf,
  LOW,
  NEVER,
  newCell,
  NONE,
  Parts,
  perhapsWhole,
  STR,
  tupleOf,
  type DKind,
  type Named,
  type Type,
} from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import { isOfObjects, kindOfType, ofNumpy } from './arrays.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';
import { plotted } from './plots.js';

export class LibraryCalls {
  private readonly namedTuples = new Map<Any, Named>();

  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  call(path: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    const [root = '', ...parts] = path.split('.');
    const name = parts.at(-1) ?? '';
    if (root === 'builtins') return this.finders.builtinCalls.call(name, args, keywords, node);
    if (root === 'matplotlib') return plotted(name, node);
    if (isOfObjects(node)) return this.facts.newList(node, ANY);
    if (root === 'numpy') return ofNumpy(name, { args, keywords, dtype: this.arrayDType(node, false) });
    // What is there of scikit-learn makes points and the class of each.
    if (root === 'sklearn') return tupleOf(array('float'), array('int'));
    if (root === 'torch') return this.finders.torchCalls.call(path, args, keywords, node);
    if (root === 'math') {
      // not operations: names of Python's types and functions
      if (/^(floor|ceil|trunc|factorial|comb|gcd|lcm|isqrt|perm)$/.test(name)) return /floor|ceil|trunc/.test(name) ? INT : LOW;
      if (/^is/.test(name)) return BOOL;
      if (name === 'modf') return tupleOf(FLOAT, FLOAT);
      if (name === 'frexp') return tupleOf(FLOAT, INT);
      if (name === 'prod') return perhapsWhole(elementOf(first));
      return FLOAT;
    }
    if (root === 'random') {
      if (/^(randint|randrange|getrandbits)$/.test(name)) return args.every((one) => one.k === 'int' && one.low) ? LOW : INT;
      if (name === 'choice') return elementOf(first);
      if (/^(sample|choices)$/.test(name)) return this.facts.newList(node, elementOf(first));
      if (/^(seed|shuffle|setstate)$/.test(name)) return NONE;
      if (name === 'getstate') return ANY;
      return name === 'Random' ? { k: 'lib', path: 'random' } : FLOAT;
    }
    if (root === 'heapq') return this.ofHeap(name, first, second, node);
    if (root === 'bisect') return name.startsWith('in') ? NONE : LOW;
    switch (path) {
      case 're.sub':
      case 're.escape':
        if (second.k === 'func') this.finders.calls.bind(second.func, second.self, [ANY], new Map());
        return STR;
      case 're.split':
        return this.facts.newList(node, STR);
      case 'contextlib.ExitStack':
        return { k: 'inst', path };
      case 'collections.ChainMap': {
        const all = args.flatMap((one) => (one.k === 'dict' ? [one] : []));
        const [keys, values] = [all.map((one) => inside(one.key)), all.map((one) => inside(one.cell))];
        return this.facts.newDict(node, keys.reduce(join, NEVER), joinApart(values));
      }
      case 'textwrap.wrap':
        return this.facts.newList(node, STR);
      case 'textwrap.fill':
      case 'textwrap.dedent':
      case 'textwrap.indent':
      case 'textwrap.shorten':
        return STR;
      case 'io.StringIO':
        return { k: 'inst', path, of: STR };
      case 'pprint.pformat':
        return STR;
      case 'argparse.Namespace':
        for (const [option, type] of keywords)
          if (option !== '**') this.facts.options.set(option, join(this.facts.options.get(option) ?? NEVER, type));
        return { k: 'inst', path };
      case 'argparse.ArgumentParser':
        return { k: 'inst', path };
      case 'collections.namedtuple': {
        let named = this.namedTuples.get(node);
        if (!named) {
          const [name, fields] = node.nodeType === 'Call' ? node.args : [];
          const words =
            fields?.nodeType === 'Constant'
              ? String(fields.value).split(/[\s,]+/)
              : fields?.nodeType === 'Tuple' || fields?.nodeType === 'List'
                ? fields.elts.map((one) => (one.nodeType === 'Constant' ? String(one.value) : ''))
                : [];
          named = {
            name: name?.nodeType === 'Constant' ? String(name.value) : '',
            fields: words.filter((one) => one !== ''),
            cells: new Map(words.map((one) => [one, newCell()])),
          };
          this.namedTuples.set(node, named);
        }
        const defaults = itemsOf(keywords.get('defaults') ?? NEVER);
        defaults.forEach((type, i) => {
          const cell = named.cells.get(named.fields[named.fields.length - defaults.length + i] ?? '');
          if (cell) this.facts.put(cell, type);
        });
        return { k: 'namedtuple', of: named };
      }
      case 'copy.deepcopy':
      case 'copy.copy':
        return first;
      case 'time.time':
      case 'time.perf_counter':
      case 'time.monotonic':
      case 'time.process_time':
      case 'timeit.default_timer':
      case 'operator.truediv':
        return FLOAT;
      case 'time.perf_counter_ns':
      case 'time.time_ns':
      case 'time.monotonic_ns':
        return LOW;
      case 'os.getenv':
        return join(STR, second.k === 'never' ? NONE : second);
      case 'collections.deque': {
        return this.facts.newList(node, args.length > 0 ? elementOf(first) : NEVER, 'deque');
      }
      case 'collections.defaultdict': {
        const made = first.k === 'none' ? NEVER : this.finders.calls.call(first, [], new Map(), node);
        return { ...this.facts.newDict(node, NEVER, made), make: true };
      }
      case 'collections.Counter':
        return {
          ...this.facts.newDict(
            node,
            join(first.k === 'dict' ? inside(first.key) : elementOf(first), keywords.size > 0 ? STR : NEVER),
            first.k === 'dict' ? inside(first.cell) : LOW,
          ),
          counter: true,
        };
      case 'collections.OrderedDict':
        return args.length === 0 ? this.facts.newDict(node, NEVER, NEVER) : this.finders.builtinCalls.call('dict', args, keywords, node);
      case 'functools.reduce':
        return first.k === 'func'
          ? this.finders.calls.bind(first.func, first.self, [join(args[2] ?? NEVER, elementOf(second)), elementOf(second)], new Map())
          : ANY;
      case 'functools.partial':
        return { k: 'inst', path };
      case 'functools.wraps':
        return { k: 'lib', path: 'builtins.identity' };
      case 'itertools.chain':
        return iterOf(args.map(elementOf).reduce(join, NEVER));
      case 'itertools.count':
        return iterOf(args.length === 0 ? LOW : args.reduce(join, NEVER));
      case 'itertools.cycle':
      case 'itertools.islice':
        return iterOf(elementOf(first));
      case 'itertools.repeat':
        return iterOf(first);
      case 'itertools.accumulate': {
        const by = second.k === 'never' ? keywords.get('func') : second;
        const own = elementOf(first);
        const made = by ? this.finders.calls.call(by, [own, own], new Map(), node) : own;
        return iterOf([own, made, keywords.get('initial') ?? NEVER].reduce(join, NEVER));
      }
      case 'itertools.takewhile':
      case 'itertools.dropwhile':
      case 'itertools.compress': {
        const all = /while$/.test(path) ? second : first;
        if (first.k === 'func') this.finders.calls.bind(first.func, first.self, [elementOf(all)], new Map());
        return iterOf(elementOf(all));
      }
      case 'itertools.starmap':
        return iterOf(first.k === 'func' ? this.finders.calls.bind(first.func, first.self, itemsOf(elementOf(second)), new Map()) : ANY);
      case 'itertools.zip_longest':
        return iterOf(tupleOf(...args.map((one) => join(elementOf(one), keywords.get('fillvalue') ?? NONE))));
      case 'itertools.groupby': {
        const key = keywords.get('key') ?? args[1];
        const own = key ? this.finders.calls.call(key, [elementOf(first)], new Map(), node) : elementOf(first);
        return iterOf(tupleOf(own, this.facts.newList(node, elementOf(first))));
      }
      case 'itertools.chain.from_iterable':
        return iterOf(elementOf(elementOf(first)));
      case 'itertools.combinations_with_replacement':
        return iterOf({ k: 'tuples', of: elementOf(first) });
      case 'contextlib.nullcontext':
        return ANY;
      case 'tqdm.tqdm':
      case 'tqdm.auto.tqdm':
        return iterOf(elementOf(first));
      case 'tqdm.trange':
      case 'tqdm.auto.trange':
        return iterOf(LOW);
      case 'unicodedata.normalize':
      case 'unicodedata.category':
      case 'json.dumps':
        return STR;
      case 'inspect.isfunction':
      case 'inspect.isclass':
      case 'os.path.exists':
      case 'os.path.isfile':
      case 'os.path.isdir':
        return BOOL;
      case 'os.getcwd':
      case 'os.path.join':
      case 'os.path.basename':
      case 'os.path.dirname':
        return STR;
      case 'os.path.splitext':
        return tupleOf(STR, STR);
      case 'itertools.product':
        return iterOf(tupleOf(...args.map(elementOf)));
      case 'itertools.pairwise':
        return iterOf(tupleOf(elementOf(first), elementOf(first)));
      case 'itertools.combinations':
      case 'itertools.permutations':
        return iterOf({ k: 'tuples', of: elementOf(first) });
      case 'dataclasses.field': {
        const factory = keywords.get('default_factory');
        return factory ? this.finders.calls.call(factory, [], new Map(), node) : (keywords.get('default') ?? NEVER);
      }
      case 'dataclasses.replace':
        if (first.k === 'obj') for (const [field, type] of keywords) if (field !== '**') this.facts.attribute(first.of, field, type);
        return first;
      case 'dataclasses.astuple':
        return first.k === 'obj' ? tupleOf(...first.of.fields.map((name) => first.of.attributes.get(name) ?? ANY)) : ANY;
      case 'dataclasses.asdict':
        return first.k === 'obj' ? this.fieldsOf(first.of, node) : ANY;
      case 'statistics.quantiles':
        return this.facts.newList(node, FLOAT);
      case 'statistics.fmean':
      case 'statistics.harmonic_mean':
      case 'statistics.geometric_mean':
      case 'statistics.stdev':
      case 'statistics.pstdev':
        return FLOAT;
      case 'statistics.mode':
        return elementOf(first);
      case 'statistics.mean':
      case 'statistics.median':
      case 'statistics.variance':
      case 'statistics.pvariance':
        // For integers, a whole result is an int. The median of two middle numbers is a float.
        return elementOf(first).k === 'float' ? FLOAT : { k: 'any', int: true, float: elementOf(first).k !== 'int' || name === 'median' };
      default:
        for (const one of [...args, ...keywords.values()]) this.finders.calls.handedOn(one);
        return ANY;
    }
  }

  /**
   * The kind of the dtype that a call of NumPy names, as a keyword or as the first argument. Null when the call names
   * none.
   */
  arrayDType(node: Any, isFirst: boolean): DKind | null {
    if (node.nodeType !== 'Call') return null;
    const given = node.keywords.find(({ arg }) => arg === 'dtype')?.value ?? (isFirst ? node.args[0] : undefined);
    if (!given) return null;
    const text = given.nodeType === 'Constant' && typeof given.value === 'string' ? given.value : null;
    return kindOfType(
      this.facts.types.get(given),
      // not operations: names of NumPy and Python
      text ?? (given.nodeType === 'Name' && /^(int|float|bool)$/.test(given.id) ? given.id : null),
    );
  }

  private ofHeap(name: string, first: Type, second: Type, node: Any): Type {
    if (first.k === 'list' && /^heap(push|pushpop|replace)$/.test(name)) this.facts.put(first.cell, second);
    if (/^n(largest|smallest)$/.test(name)) return this.facts.newList(node, elementOf(second));
    return /^(heapify|heappush)$/.test(name) ? NONE : name === 'merge' ? this.facts.newList(node, elementOf(first)) : elementOf(first);
  }

  /** The type of a value in the result of `asdict`, in which dataclass objects become dicts. */
  private asData(type: Type, node: Any, depth = 0): Type {
    if (depth > 3) return ANY;
    if (type.k === 'obj' && type.of.isDataclass && !type.of.isNamedTuple) {
      const cells = new Map([...type.of.attributes].map(([name, inner]) => [name, newCell(this.asData(inner, node, depth + 1))] as const));
      const values = joinApart([...cells.values()].map(inside));
      return { k: 'dict', key: newCell(STR), cell: newCell(values), parts: new Parts(cells) };
    }
    return type.k === 'list' ? { k: 'list', cell: newCell(this.asData(inside(type.cell), node, depth + 1)) } : type;
  }

  fieldsOf(of: Class, node: Any): Type {
    const cells = new Map([...of.attributes].map(([name, type]) => [name, newCell(this.asData(type, node))] as const));
    return { ...this.facts.newDict(node, STR, joinApart([...of.attributes.values()])), parts: new Parts(cells) };
  }
}

const itemsOf = (type: Type): readonly Type[] => (type.k === 'tuple' ? type.items : []);
