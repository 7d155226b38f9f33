/**
 * Python's built-in functions. Where the types are known, TypeScript's own functions are used; elsewhere, helpers of
 * the same name.
 */
import { t } from '../../../protocol/l10n.js';
import { elementOf } from '../program/join.js';
import { isDoubtful, shownType } from '../program/shown.js';
import { ANY, isNumber, withoutNone, type Type } from '../program/types.js';
import type { Any, Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import { instanceTest } from './instances.js';
import type { Expressions } from './expressions.js';
import { atom, call, LEVEL, quote, type Written } from './written.js';

const ERRORS = new Set(
  'Exception UnicodeDecodeError ValueError TypeError RuntimeError KeyError IndexError AttributeError AssertionError NotImplementedError ZeroDivisionError StopIteration OverflowError OSError FileNotFoundError LookupError ArithmeticError SyntaxError NameError ImportError EOFError TimeoutError PermissionError RecursionError KeyboardInterrupt SystemExit MemoryError UserWarning DeprecationWarning FileExistsError ModuleNotFoundError ConnectionError'.split(
    ' ',
  ),
);
/** Python's exceptions that have another name here, and groups of exceptions. */
export const GROUPS: Readonly<Record<string, string>> = {
  BaseException: 'Exception',
  IOError: 'OSError',
  LookupError: '...lookupErrors',
  ArithmeticError: '...arithmeticErrors',
};

/** Functions that are also used as values: `map(str, xs)`. */
const VALUES = new Set(
  'len int float bool list range sum min max abs round sorted enumerate zip any all reversed repr str set dict print next divmod pow callable iter ord chr'.split(
    ' ',
  ),
);

export class Builtins {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** True for the name of one of Python's exceptions. */
  isError = (node: Expr): boolean => node.nodeType === 'Name' && !this.c.variable(node) && ERRORS.has(node.id);

  /** True for a function of the program that its first argument decides about: one with `@singledispatch`. */
  isDispatch = (node: Expr): boolean => {
    const made = node.nodeType === 'Name' ? this.c.variable(node)?.stores[0]?.node : undefined;
    return made?.nodeType === 'FunctionDef' && made.decorator_list.some((one: Expr) => this.c.path(one) === 'functools.singledispatch');
  };

  /** A built-in name that is not called. */
  value(node: Of<'Name'>): string {
    const { c } = this;
    const { id } = node;
    if (ERRORS.has(id)) return c.helper(id);
    if (GROUPS[id] && !GROUPS[id].startsWith('...')) return c.helper(GROUPS[id]);
    if (id === 'tuple') return c.helper('tuple_of');
    if (id === 'iter') return c.helper('iterator');
    if (id === 'float' && c.kept) return c.mixed('float');
    if (VALUES.has(id)) return c.helper(id);
    if (id === '__name__') return "'__main__'";
    if (id === 'object') return 'Object';
    // Values that cannot be compared are not equal.
    if (id === 'NotImplemented' && /^__(eq|ne)__$/.test(c.functions.at(-1)?.name ?? '')) return 'false';
    if (id === 'NotImplemented' && this.isOperator()) return this.notImplemented();
    if (id === 'NotImplemented') return c.fail(node, t("'NotImplemented' has no counterpart"));
    if (id === '__file__') return c.fail(node, t("'__file__' has no counterpart"));
    // No value is known for this name. The name is kept, and the run reports it.
    return id;
  }

  /** True in a method that is an operator, with its object and the other operand. */
  private isOperator(): boolean {
    const func = this.c.functions.at(-1);
    return func?.of !== null && func?.params.length === 2 && /^__\w+__$/.test(func.name);
  }

  /** What Python does where an operator gives up: it asks the other operand, or there is an error. */
  private notImplemented(): string {
    const { name, params } = this.c.functions.at(-1)!;
    return `${this.c.helper('not_implemented')}(${quote(name.slice(2, -2))}, this, ${params[1]!.js})`;
  }

  /**
   * A type as `isinstance` takes it: one of Python's own types by its name in quotes, or a class. Null for anything
   * else.
   */
  kindName(node: Expr): string | null {
    if (node.nodeType === 'Name' && !this.c.variable(node)) {
      // not operations: names of Python's types and functions
      if (/^(int|float|str|bool|bytes|list|tuple|dict|set|frozenset|slice)$/.test(node.id)) return quote(node.id);
      if (ERRORS.has(node.id)) return this.c.helper(node.id);
      return null;
    }
    if (node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'type' && node.args[0]?.nodeType === 'Constant')
      return "'NoneType'";
    const numbers = /^numbers\.(Number|Complex|Real|Integral)$/.exec(this.c.path(node) ?? '')?.[1];
    if (numbers) return numbers === 'Integral' ? "'int'" : "'int', 'float'";
    if (/(^|\.)Callable$/.test(this.c.path(node) ?? '')) return "'callable'";
    return this.e.text(node);
  }

  isInstance(value: Expr, kinds: readonly Expr[], node: Any): string {
    const { c, e } = this;
    const names = kinds.map((one) => this.kindName(one) ?? c.fail(node, t('this type is not known here')));
    const type = c.type(value);
    const numbers = names.filter((name) => name === "'int'" || name === "'float'");
    if (numbers.length === 1 && isDoubtful(type)) {
      const shown = e.texts.typeFor(value);
      if (shown !== null) {
        const typed = `${c.helper('typed')}(${e.text(value)}, ${shown})`;
        return `${c.helper('isinstance')}(${[typed, ...names].join(', ')})`;
      }
    }
    if (numbers.length === 1 && isNumber(type)) {
      if (type.k === 'num') return `${c.helper('isinstance')}(${[e.text(value), ...names].join(', ')})`;
      const is = numbers[0] === "'int'" ? type.k === 'int' || type.k === 'bool' : type.k === 'float';
      if (is) return 'true';
      if (names.length === 1) return 'false';
    }
    // An array of NumPy is no tensor, though it is one of the engine's.
    const isTensor = (one: Expr) => c.path(one) === 'torch.Tensor';
    if (c.hasNumpy && kinds.some(isTensor)) {
      const others = kinds.filter((one) => !isTensor(one));
      const own = `${c.torch}.is_tensor(${e.text(value)})`;
      return others.length === 0 ? own : `${own} || ${this.isInstance(value, others, node)}`;
    }
    if (names.every((name) => !name.startsWith("'")))
      return names.map((name) => `${e.text(value, LEVEL.less)} instanceof ${name}`).join(' || ');
    return `${c.helper('isinstance')}(${[e.text(value), ...names].join(', ')})`;
  }

  call(node: Of<'Call'>, id: string): Written | null {
    const { c, e } = this;
    const { args } = node;
    const [first, second] = args;
    const type = first ? withoutNone(c.type(first)) : null;
    const text = (one: Expr, least?: number) => e.text(one, least);
    const list = () => e.arguments.plain(node);
    const options = () => {
      const all = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${text(value)}` : c.fail(node, t('keywords by ** are not converted here')),
      );
      return all.length > 0 ? [`{ ${all.join(', ')} }`] : [];
    };
    const helper = (name: string, all: readonly string[] = [...list(), ...options()]) => call(`${c.helper(name)}(${all.join(', ')})`);
    const isOther = args.length > 1 || (first !== undefined && (id === 'KeyError' ? c.readsArguments : type!.k !== 'str'));
    if (ERRORS.has(id) && isOther && args.every((one) => one.nodeType !== 'Starred'))
      return call(`${c.helper('error_of')}(${[c.helper(id), ...list()].join(', ')})`);
    if (id === 'KeyError' && first) return call(`new ${c.helper(id)}(${e.texts.shown('repr', first)})`);
    if (ERRORS.has(id)) return call(`new ${c.helper(id)}(${list().join(', ')})`);
    switch (id) {
      case 'print':
        return this.print(node);
      case 'len':
        if (!first || !type) return null;
        if (['list', 'str', 'tuple', 'tuples', 'size', 'tensor', 'deque', 'range', 'nested'].includes(type.k))
          return call(`${text(first, LEVEL.call)}.length`);
        if (type.k === 'dict' || type.k === 'set') return call(`${text(first, LEVEL.call)}.size`);
        if (type.k === 'obj' && type.of.isDataset) return call(`${text(first, LEVEL.call)}.length`);
        if (type.k === 'obj' && type.of.method('__len__')) return call(`${text(first, LEVEL.call)}.__len__()`);
        if (type.k === 'inst' && /^torch\./.test(type.path)) return call(`${text(first, LEVEL.call)}.length`);
        return helper('len');
      case 'int':
        if (!first) return atom('0');
        if (type!.k === 'int') return e.write(first);
        if (type!.k === 'float' && !c.catchesAll) return call(`Math.trunc(${text(first)})`);
        return helper('int');
      case 'float':
        if (!first) return atom('0.0');
        if (first.nodeType === 'Constant' && type!.k === 'int') return atom(`${text(first)}.0`);
        if (first.nodeType === 'Constant' && typeof first.value === 'string') {
          const known: Record<string, string> = {
            inf: 'Infinity',
            '-inf': '-Infinity',
            nan: 'NaN',
            '+inf': 'Infinity',
            infinity: 'Infinity',
          };
          const own = known[first.value.toLowerCase()];
          if (own) return own.startsWith('-') ? { text: own, level: LEVEL.unary } : atom(own);
        }
        if (type!.k === 'float') return e.write(first);
        return helper('float');
      case 'str':
        if (!first) return atom("''");
        if (type!.k === 'str') return e.write(first);
        // A large number would be written with an exponent.
        if (type!.k === 'int' && !c.largeInts && !text(first).includes('*')) return call(`String(${text(first)})`);
        return call(e.texts.shown('str', first));
      case 'repr':
      case 'ascii':
        return first ? call(e.texts.shown(id, first)) : null;
      case 'format':
        return first
          ? call(
              `${c.helper('fmt')}(${[...list(), ...(shownType(type!) ? [...(second ? [] : ["''"]), quote(shownType(type!))] : [])].join(', ')})`,
            )
          : null;
      case 'bool':
        return first ? call(`Boolean(${e.conditions.truth(first)})`) : atom('false');
      case 'abs':
        if (type && c.isMixed(type)) return call(`${c.mixed('abs')}(${text(first!)})`);
        if (type && isNumber(type)) return call(`Math.abs(${text(first!)})`);
        if (type?.k === 'tensor') return call(`${text(first!, LEVEL.call)}.abs()`);
        return helper('abs');
      case 'min':
      case 'max':
        if (
          args.length > 1 &&
          node.keywords.length === 0 &&
          !args.some((one) => c.mayBeKept(c.type(one))) &&
          args.every((one) => one.nodeType !== 'Starred' && isNumber(c.type(one)) && c.type(one).k !== 'bool')
        )
          return call(`Math.${id}(${list().join(', ')})`);
        return helper(id);
      case 'sum': {
        const start = node.keywords.find((one) => one.arg === 'start')?.value;
        const element = elementOf(type ?? ANY);
        // not operations: kinds of Python's numbers
        const isOfFloats = element.k === 'float' || (element.k === 'nested' && element.d === 'float');
        if (c.isMixed(c.type(node)) && isOfFloats && !start && !second) return call(`${c.mixed('total')}(${list().join(', ')})`);
        if (c.isMixed(c.type(node))) return call(`${c.mixed('sum')}(${[...list(), ...(start ? [text(start)] : [])].join(', ')})`);
        return helper('sum', [...list(), ...(start ? [text(start)] : [])]);
      }
      case 'round':
        if (second && c.isMixed(type!)) return call(`${c.mixed('round')}(${list().join(', ')})`);
        return helper('round', [...list(), ...node.keywords.map((one) => text(one.value))]);
      case 'enumerate': {
        const start = node.keywords.find((one) => one.arg === 'start')?.value;
        return helper('enumerate', [...list(), ...(start ? [text(start)] : [])]);
      }
      case 'zip': {
        const strict = node.keywords.find(({ arg }) => arg === 'strict')?.value;
        if (strict && !(strict.nodeType === 'Constant' && strict.value === false)) return helper('zip_strict', list());
        // The columns of a list of rows have a type as a tuple has: what is made of them takes a list.
        return c.type(node).k === 'tuple' ? call(`[...${helper('zip', list()).text}]`) : helper('zip', list());
      }
      case 'map': {
        const own = first?.nodeType === 'Name' && !c.variable(first) && second ? this.shownEach(first.id, second, node) : null;
        return own === null ? helper(id) : helper(id, [own, text(second!)]);
      }
      case 'sorted':
      case 'reversed':
      case 'any':
      case 'all':
      case 'filter':
      case 'next':
      case 'setattr':
      case 'hasattr':
      case 'callable':
      case 'hash':
      case 'id':
      case 'bytes':
      case 'complex':
        return helper(id);
      case 'delattr':
        return helper(id);
      case 'exit':
      case 'quit':
        return helper('exit');
      case 'range':
        return helper(c.heldRanges.has(node) ? 'range_of' : id);
      case 'divmod':
      case 'pow':
        if (args.some((one) => c.mayBeKept(c.type(one)))) return call(`${c.mixed(id)}(${list().join(', ')})`);
        return helper(id);
      case 'getattr':
        return helper('getattr');
      case 'staticmethod':
        return first ? e.write(first) : null;
      case 'iter':
        return helper('iterator');
      case 'list':
        if (!first) return atom('[]');
        if (first.nodeType === 'GeneratorExp') return call(e.comprehensions.list(first));
        if (type!.k === 'range' && first.nodeType === 'Call') return e.write(first);
        if (type!.k === 'str') return atom(`[...${text(first)}]`);
        return atom(`[...${e.iterable(first, LEVEL.assign)}]`);
      case 'tuple':
        if (!first) return c.keepsTuples ? helper('tuple', []) : atom('[]');
        if (!c.keepsTuples)
          return first.nodeType === 'GeneratorExp' ? call(e.comprehensions.list(first)) : atom(`[...${e.iterable(first, LEVEL.assign)}]`);
        return helper('tuple_of');
      case 'set':
      case 'frozenset':
        return helper(id);
      case 'dict': {
        const names = node.keywords.map(({ arg, value }) =>
          arg ? `${arg}: ${text(value)}` : `...${c.helper('keywords')}(${text(value)})`,
        );
        if (!first) return call(`${c.helper('dict')}(${names.length > 0 ? `{ ${names.join(', ')} }` : ''})`);
        const own = first.nodeType === 'GeneratorExp' || first.nodeType === 'ListComp' ? e.comprehensions.list(first) : text(first);
        return names.length > 0
          ? call(`${c.helper('dict')}<any, any>([...${own}, ...Object.entries({ ${names.join(', ')} })])`)
          : call(`${c.helper('dict')}(${own})`);
      }
      case 'isinstance':
        return first && second ? instanceTest(c, e, first, second, node) : null;
      case 'issubclass':
        if (!first || !second) return null;
        return helper('issubclass', second.nodeType === 'Tuple' ? [text(first), ...second.elts.map((one) => text(one))] : list());
      case 'type':
        if (type && ['str', 'list', 'dict', 'tuple', 'tuples', 'set', 'none', 'bool'].includes(type.k))
          return call(`${c.helper('type_of')}(${text(first!)})`);
        if (type && isNumber(type)) return c.fail(node, t("the type of a plain value is converted in comparisons, and its '__name__' is"));
        if (first && type!.k === 'any') return call(`${c.helper('type_of')}(${text(first)})`);
        return first ? call(`${text(first, LEVEL.call)}.constructor`) : null;
      case 'object':
        return call('new Object()');
      case 'slice':
        return helper('slice_of', args.length === 1 ? ['null', text(first!), 'null'] : [...list(), ...(args.length === 2 ? ['null'] : [])]);
      case 'ord':
        return first ? call(`${text(first, LEVEL.call)}.codePointAt(0)!`) : null;
      case 'chr':
        return call(`String.fromCodePoint(${list().join(', ')})`);
      case 'hex':
      case 'bin':
      case 'oct':
        return first ? call(`${c.helper('fmt')}(${text(first)}, '#${id === 'hex' ? 'x' : id === 'bin' ? 'b' : 'o'}')`) : null;
      case 'vars':
        return first ? call(`${c.helper('asdict')}(${text(first)})`) : c.fail(node, t("'vars()' has no counterpart"));
      case 'super':
        return null;
      case 'tqdm':
        return null;
      default:
        if (
          /^(open|input|eval|exec|compile|globals|locals|bytearray|memoryview|dir|help|breakpoint|__import__|property|classmethod|frozenset|iter)$/.test(
            id,
          )
        )
          return c.fail(node, t("'{0}()' has no counterpart", id));
        return null;
    }
  }

  /** `str` in `map(str, xs)`, where the values alone do not tell how they are shown. */
  private shownEach(name: string, list: Expr, node: Expr): string | null {
    const { c, e } = this;
    // not operations: functions of Python
    if (!/^(str|repr)$/.test(name)) return null;
    const type = elementOf(withoutNone(c.type(list)));
    e.texts.doubt(node, type);
    const shown = shownType(type);
    return shown === '' ? null : `(one: any) => ${c.helper(name)}(one, ${quote(shown)})`;
  }

  private print(node: Of<'Call'>): Written {
    const { c, e } = this;
    const values = node.args.map((one) => (one.nodeType === 'Starred' ? this.printedAll(one) : this.printed(one)));
    const stream = node.keywords.find(({ arg }) => arg === 'file');
    const path = stream ? c.path(stream.value) : null;
    // Errors are not written to the output.
    if (path === 'sys.stderr') return call('undefined');
    const options = node.keywords.flatMap(({ arg, value }) =>
      arg === 'flush' || (arg === 'file' && path === 'sys.stdout') ? [] : [`${arg}: ${e.text(value)}`],
    );
    if (options.length > 0) return call(`${c.helper('print')}.with(${[`{ ${options.join(', ')} }`, ...values].join(', ')})`);
    const [only] = node.args;
    if (values.length === 1 && only && c.type(only).k === 'str' && !c.partialLines) return call(`console.log(${values[0]})`);
    return call(`${c.helper('print')}(${values.join(', ')})`);
  }

  private printedAll(node: Of<'Starred'>): string {
    const { c, e } = this;
    const type = withoutNone(c.type(node.value));
    const own = type.k === 'tuple' ? /^tuple\[([^,]+)\]$/.exec(shownType(type))?.[1] : shownType(elementOf(type));
    e.texts.doubt(node.value, type);
    return own
      ? `...${e.array(node.value)}.map((one) => ${c.helper('str')}(one, ${quote(own)}))`
      : `...${e.iterable(node.value, LEVEL.assign)}`;
  }

  private printed(node: Expr): string {
    const { c, e } = this;
    const known = e.texts.special(node);
    if (known !== null) return known;
    const shown = e.texts.typeFor(node);
    return shown === null ? e.text(node) : `${c.helper('str')}(${e.text(node)}, ${shown})`;
  }

  /** `'…' % values`. */
  percent(left: Expr, right: Expr): Written {
    const { c, e } = this;
    const values = right.nodeType === 'Tuple' ? right.elts : [right];
    const types = values.map((one) => e.texts.shownTypeOf(one));
    const hasText = left.nodeType !== 'Constant' || /%[-+ #0]*\d*(\.\d+)?[sr]/.test(String(left.value));
    if (hasText) for (const one of values) e.texts.doubt(one, c.type(one));
    const given =
      right.nodeType === 'Tuple'
        ? `[${e.items(right.elts)}]`
        : right.nodeType === 'Dict' || this.isTuple(c.type(right))
          ? e.text(right)
          : `[${e.text(right)}]`;
    const shown = hasText && types.some((one) => one !== '') ? `, ${quote(types.join('|'))}` : '';
    return call(`${c.helper('percent')}(${e.text(left)}, ${given}${shown})`);
  }

  private isTuple = (type: Type): boolean => type.k === 'tuple' || type.k === 'tuples' || type.k === 'dict' || type.k === 'any';
}
