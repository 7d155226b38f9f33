/** Writes calls of 'tensor-lens/python' as the plain Python for which they stand. */
import { atom, type Code, level, within } from './code.js';
import { dict, element, keywords } from './collections.js';
import { iterable } from './iterables.js';
import { calledHelper, pythonHelper } from '../kinds/pythonHelper.js';
import { bare, type ClassNode, isCall, methodName, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** Helpers that become binary operators. */
const OPERATORS: Readonly<Record<string, readonly [string, number]>> = {
  add: ['+', level.sum],
  sub: ['-', level.sum],
  mul: ['*', level.product],
  intmul: ['*', level.product],
  repeat: ['*', level.product],
  matmul: ['@', level.product],
  div: ['/', level.product],
  truediv: ['/', level.product],
  floordiv: ['//', level.product],
  mod: ['%', level.product],
  concat: ['+', level.sum],
  merge: ['|', level.bitOr],
  bit_and: ['&', level.bitAnd],
  bit_or: ['|', level.bitOr],
  bit_xor: ['^', level.bitXor],
  left_shift: ['<<', level.shift],
  right_shift: ['>>', level.shift],
  eq: ['==', level.comparison],
  ne: ['!=', level.comparison],
  lt: ['<', level.comparison],
  le: ['<=', level.comparison],
  gt: ['>', level.comparison],
  ge: ['>=', level.comparison],
};

/** The operators behind methods with two underscores, beside those that helpers become. */
const SPECIAL: Readonly<Record<string, readonly [string, number]>> = {
  matmul: ['@', level.product],
  and: OPERATORS.bit_and!,
  or: OPERATORS.bit_or!,
  xor: OPERATORS.bit_xor!,
};

/** Helpers that become methods: `name(x, …)` is `x.name(…)`. The method's name may differ. */
const METHODS: Readonly<Record<string, string>> = Object.fromEntries([
  ...'expandtabs isnumeric isdecimal istitle split rsplit splitlines isalpha isdigit isalnum isspace isupper islower capitalize title center zfill swapcase encode partition rpartition removeprefix removesuffix replace find rfind rindex isidentifier isascii isprintable join count remove pop sort items send'
    .split(' ')
    .map((name) => [name, name]),
  ['index_of', 'index'],
  ['join_bytes', 'join'],
]) as Record<string, string>;

/** The rules for the other helpers. Null for a call that only a helper of the script can do. */
const RULES: Readonly<Record<string, (w: Writer, args: readonly Node[]) => Code | null>> = {
  power: (w, [a, b]) => ({ text: `${part(w, a, level.atom)} ** ${part(w, b, level.sign)}`, level: level.power }),
  is: (w, [a, b]) => ({ text: `${part(w, a, level.bitOr)} is ${part(w, b, level.bitOr)}`, level: level.comparison }),
  neg: (w, [x]) => ({ text: `-${part(w, x, level.sign)}`, level: level.sign }),
  contains: (w, [all, x]) => ({ text: `${part(w, x, level.bitOr)} in ${part(w, all, level.bitOr)}`, level: level.comparison }),
  or: (w, args) => either(w, args, 'or', level.or),
  and: (w, args) => either(w, args, 'and', level.and),
  iadd: (w, [a, b]) => atom(`${w.module('operator')}.iadd(${write(w, a)}, ${write(w, b)})`),
  at: (w, [x, i]) => atom(`${part(w, x, level.atom)}[${write(w, i)}]`),
  slice: (w, [x, ...ends]) => atom(`${part(w, x, level.atom)}[${range(w, ends)}]`),
  of_class: () => atom(''),
  range_of: (w, args) => atom(`range(${given(w, args)})`),
  slice_of: (w, ends) => atom(`slice(${[0, 1, 2].map((i) => write(w, ends[i])).join(', ')})`),
  put: (w, [x, i, value]) => ({ text: `${part(w, x, level.atom)}[${write(w, i)}] = ${write(w, value)}`, level: level.lambda }),
  put_slice: (w, [x, from, to, values, step]) => ({
    text: `${part(w, x, level.atom)}[${range(w, [from!, to!, ...(step ? [step] : [])])}] = ${write(w, values)}`,
    level: level.lambda,
  }),
  del_slice: (w, [x, ...ends]) => ({ text: `del ${part(w, x, level.atom)}[${range(w, ends)}]`, level: level.lambda }),
  del: (w, [x, i]) => ({ text: `del ${part(w, x, level.atom)}[${write(w, i)}]`, level: level.lambda }),
  str: (w, [x, type]) => atom(`str(${x ? shownAs(w, x, type) : ''})`),
  repr: (w, [x, type]) => atom(`repr(${shownAs(w, x, type)})`),
  ascii: (w, [x, type]) => atom(`ascii(${shownAs(w, x, type)})`),
  fmt: (w, [x, spec]) => atom(spec ? `format(${write(w, x)}, ${write(w, spec)})` : `format(${write(w, x)})`),
  namespace: (w, [x]) => atom(`str(${w.module('argparse')}.Namespace(**${write(w, x)}))`),
  name_of: (w, [x]) => atom(`${part(w, x, level.atom)}.__name__`),
  args_of: (w, [x]) => atom(`${part(w, x, level.atom)}.args`),
  fields: (w, args) => atom(`${w.use('fields')}(${given(w, args)})`),
  cached: (w, args) => atom(`${w.use('cached')}(${given(w, args)})`),
  abstract: (w, args) => atom(`${w.use('abstract')}(${given(w, args)})`),
  namedtuple: (w, [name, fields, , defaults]) => {
    w.imports.add('from collections import namedtuple');
    return atom(`namedtuple(${write(w, name)}, ${write(w, fields)}${defaults ? `, defaults=${write(w, defaults)}` : ''})`);
  },
  const_set: (w, args) => atom(`{${args.map((one) => element(w, one)).join(', ')}}`),
  startswith: (w, args) => affixed(w, 'startswith', args),
  endswith: (w, args) => affixed(w, 'endswith', args),
  translate: (w, [x, table]) => atom(`${part(w, x, level.atom)}.translate(${write(w, table)})`),
  maketrans: (w, args) => atom(`str.maketrans(${given(w, args)})`),
  caused: (w, [x]) => (x ? w.expression(x) : null),
  type_of: (w, [x]) => atom(`type(${write(w, x)})`),
  type_name: (w, [x]) => atom(`type(${write(w, x)}).__name__`),
  percent: (w, [text, values]) => {
    const list = values ? bare(values) : undefined;
    const parts = list?.type === 'ArrayExpression' ? (list.elements as Node[]).map((one) => element(w, one)) : null;
    const right = parts ? `(${parts.join(', ')}${parts.length === 1 ? ',' : ''})` : part(w, values, level.sign);
    return { text: `${part(w, text, level.product)} % ${right}`, level: level.product };
  },
  format: (w, [text, values, named]) => {
    const list = values ? bare(values) : undefined;
    const positional =
      list?.type === 'ArrayExpression' ? (list.elements as Node[]).map((one) => element(w, one)) : [`*${part(w, values, level.bitOr)}`];
    const object = named ? bare(named) : undefined;
    const isObject = object?.type === 'ObjectExpression';
    const own = isObject ? (object.properties.length > 0 ? [keywords(w, object)] : []) : object ? [`**${part(w, object, level.atom)}`] : [];
    return atom(`${part(w, text, level.atom)}.format(${[...positional, ...own].join(', ')})`);
  },
  invoke: (w, [x, name, ...args]) =>
    name?.type === 'StringLiteral' ? atom(`${part(w, x, level.atom)}.${name.value}(${given(w, args)})`) : null,
  call: (w, [f, ...args]) => atom(`${part(w, f, level.atom)}(${given(w, args)})`),
  call_with: (w, [f, args, named]) => atom(`${part(w, f, level.atom)}(${byName(w, args, named)})`),
  invoke_with: (w, [x, name, args, named]) =>
    name?.type === 'StringLiteral' ? atom(`${part(w, x, level.atom)}.${name.value}(${byName(w, args, named)})`) : null,
  id: (w, args) => atom(`id(${given(w, args)})`),
  filled: (w, [list]) => (list ? w.expression(list) : null),
  grad_mode: (_, [mode]) => atom(`torch.${mode?.type === 'BooleanLiteral' && mode.value ? 'enable_grad' : 'no_grad'}()`),
  bytes: (w, args) => atom(`bytes(${given(w, args)})`),
  state_of: (w, [states, p]) => atom(`${part(w, states, level.atom)}[${write(w, p)}]`),
  decorate: (w, [of, name, decorator]) =>
    name?.type === 'StringLiteral'
      ? {
          text: `${part(w, of, level.atom)}.${name.value} = ${part(w, decorator, level.atom)}(${part(w, of, level.atom)}.${name.value})`,
          level: level.lambda,
        }
      : null,
  floats_at: (w, [x, places]) => {
    const at = (places && bare(places).type === 'ArrayExpression' ? ((bare(places) as Of<'ArrayExpression'>).elements as Node[]) : []).map(
      (one) => bare(one),
    );
    const isFloat = (key: unknown): boolean => at.some((one) => 'value' in one && one.value === key);
    const sample = x && bare(x);
    if (sample?.type === 'NewExpression') {
      for (const [i, one] of (sample.arguments as Node[]).entries()) {
        if (isFloat(i)) w.floats.add(one);
        for (const property of one.type === 'ObjectExpression' ? one.properties : [])
          if (property.type === 'ObjectProperty' && property.key.type === 'Identifier' && isFloat(property.key.name))
            w.floats.add(property.value as Node);
      }
      return w.expression(sample);
    }
    if (sample && calledHelper(w.scopes, sample) === 'keywords' && isCall(sample)) {
      const names = at.flatMap((one) => ('value' in one ? [`'${String(one.value)}'`] : []));
      const [all] = sample.arguments as Node[];
      return atom(`{k: float(v) if k in (${names.join(', ')},) else v for k, v in ${part(w, all, level.atom)}.items()}`);
    }
    // What a method makes has its floats in Python.
    const made = sample && isCall(sample) ? calledHelper(w.scopes, sample) : null;
    if (sample && isCall(sample) && made !== 'tuple' && made !== 'dict') return w.expression(sample);
    const parts =
      sample && isCall(sample) ? (sample.arguments as Node[]) : sample?.type === 'ArrayExpression' ? (sample.elements as Node[]) : [];
    const [object] = parts.map((one) => bare(one));
    if (sample && isCall(sample) && object?.type === 'ObjectExpression' && parts.length === 1) {
      const fields = object.properties.flatMap((one) => (one.type === 'ObjectProperty' && one.key.type === 'Identifier' ? [one] : []));
      if (fields.length !== object.properties.length) return w.expression(x);
      return atom(
        `{${fields.map((one) => `'${(one.key as Of<'Identifier'>).name}': ${isFloat((one.key as Of<'Identifier'>).name) ? asFloat(w, one.value as Node) : write(w, one.value as Node)}`).join(', ')}}`,
      );
    }
    if (parts.length === 0 || parts.some((one) => one.type === 'SpreadElement')) return x ? w.expression(x) : null;
    return atom(`(${parts.map((one, i) => (isFloat(i) ? asFloat(w, one) : write(w, one))).join(', ')},)`);
  },
  astuple: (w, [x, names]) =>
    names ? atom(`tuple(getattr(${write(w, x)}, name) for name in ${write(w, names)})`) : atom(`tuple(vars(${write(w, x)}).values())`),
  error_of: (w, [kind, ...args]) => atom(`${part(w, kind, level.atom)}(${given(w, args)})`),
  as_float: (w, [x]) => (x ? w.expression(x) : null),
  not_implemented: () => atom('NotImplemented'),
  typed: (w, [x]) => (x ? w.expression(x) : null),
  titled: (w, [f]) => (f ? w.expression(f) : null),
  takes: (w, [f]) => (f ? w.expression(f) : null),
  keywords: (w, [x]) => (x ? w.expression(x) : null),
  key: (w, [x]) => (x ? w.expression(x) : null),
  spread: (w, [x]) => atom(`**${part(w, x, level.atom)}`),
  floating: (w, [x]) => (x ? w.expression(x) : null),
  named: (w, [x]) => (x?.type === 'ObjectExpression' ? atom(`**${dict(w, x)}`) : null),
  tuple: (w, args) => atom(`(${args.map((one) => element(w, one)).join(', ')}${args.length === 1 ? ',' : ''})`),
  tuple_of: (w, [x]) => atom(x ? `tuple(${iterable(w, x)})` : '()'),
  iterator: (w, [x]) => atom(`iter(${write(w, x)})`),
  asdict: (w, [x, names]) => {
    if (names) return atom(`{name: getattr(${write(w, x)}, name) for name in ${write(w, names)}}`);
    const kind = x ? w.kinds.of(x) : null;
    return atom(kind?.is === 'record' || kind?.is === 'dict' ? `dict(${write(w, x)})` : `dict(vars(${write(w, x)}))`);
  },
  dict: (w, [x]) => atom(displayed(w, x) ?? (x?.type === 'ObjectExpression' ? dict(w, x) : x ? `dict(${write(w, x)})` : '{}')),
  strip: (w, args) => {
    const [text, ...others] = args;
    const last = others.at(-1);
    const side = last?.type === 'StringLiteral' && /^(left|right)$/.test(last.value) ? last.value[0] : '';
    return atom(`${part(w, text, level.atom)}.${side}strip(${given(w, side === '' ? others : others.slice(0, -1))})`);
  },
  isinstance: (w, [x, ...kinds]) =>
    atom(
      `isinstance(${write(w, x)}, ${tupleOf(kinds.map((one) => (one.type === 'StringLiteral' ? (TYPES[one.value] ?? one.value) : write(w, one))))})`,
    ),
  issubclass: (w, [x, ...kinds]) => atom(`issubclass(${write(w, x)}, ${tupleOf(kinds.map((one) => write(w, one)))})`),
  catches: (w, [x, ...kinds]) =>
    atom(
      `isinstance(${write(w, x)}, ${tupleOf(kinds.map((one) => write(w, one.type === 'SpreadElement' ? (one.argument as Node) : one)))})`,
    ),
  exactly: (w, [x]) => (x ? w.expression(x) : null),
  unpack: (w, args) => atom(`${w.use('unpack')}(${given(w, args)})`),
  without: (w, args) => atom(`${w.use('without')}(${given(w, args)})`),
  replaced: (w, args) => atom(`${w.use('replaced')}(${given(w, args)})`),
  frozen: (w, args) => atom(`${w.use('frozen')}(${given(w, args)})`),
  partial_with: (w, [f, first, named]) => {
    w.imports.add('from functools import partial');
    return atom(`partial(${[write(w, f), byName(w, first, named)].filter((text) => text !== '').join(', ')})`);
  },
  partial_by: (w, [f, , first, named]) => {
    w.imports.add('from functools import partial');
    return atom(`partial(${write(w, f)}, *${part(w, first, level.atom)}, **${part(w, named, level.atom)})`);
  },
};

/** A dict literal. Its entries are written out or come from other dicts: `{**a, 'b': 1}`. */
function displayed(w: Writer, given: Node | undefined): string | null {
  const list = given && bare(given);
  if (list?.type !== 'ArrayExpression' || list.elements.length === 0) return null;
  const parts = (list.elements as (Node | null)[]).map((one) => {
    if (one?.type === 'SpreadElement') {
      const inner = bare(one.argument as Node);
      const isEntries = methodName(inner) === 'entries' && isCall(inner) && inner.arguments.length === 1;
      const from = isEntries ? (inner.arguments[0] as Node) : inner;
      return w.kinds.of(inner).is === 'list' && !isEntries ? null : `**${part(w, from, level.atom)}`;
    }
    const pair = one && bare(one);
    if (pair?.type !== 'ArrayExpression' || pair.elements.length !== 2) return null;
    return `${write(w, pair.elements[0] as Node)}: ${write(w, pair.elements[1] as Node)}`;
  });
  return parts.includes(null) ? null : `{${parts.join(', ')}}`;
}

const TYPES: Readonly<Record<string, string>> = { NoneType: 'type(None)', callable: 'type(lambda: None)' };
const tupleOf = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`);

/** `text.startswith(start)`, where `start` may be several: Python takes a tuple of them. */
function affixed(w: Writer, name: string, [text, affix, ...ends]: readonly Node[]): Code {
  const list = affix ? bare(affix) : undefined;
  const all =
    list?.type === 'ArrayExpression' && list.elements.length > 0
      ? `(${(list.elements as Node[]).map((one) => element(w, one)).join(', ')},)`
      : write(w, affix);
  return atom(`${part(w, text, level.atom)}.${name}(${[all, ...ends.map((one) => write(w, one))].join(', ')})`);
}

/** `or(a, () => b)`: the second value is computed only where the first does not decide. */
function either(w: Writer, [first, second]: readonly Node[], word: string, own: number): Code | null {
  const later = second ? bare(second) : undefined;
  if (later?.type !== 'ArrowFunctionExpression' || later.body.type === 'BlockStatement') return null;
  return { text: `${part(w, first, own)} ${word} ${part(w, later.body as Node, own + 1)}`, level: own };
}

/** `float(x)`, where it is not that already. */
const asFloat = (w: Writer, node: Node): string => (calledHelper(w.scopes, node) === 'float' ? write(w, node) : `float(${write(w, node)})`);

const write = (w: Writer, node: Node | undefined): string => (node ? within(w.expression(node), level.ternary) : 'None');
const part = (w: Writer, node: Node | undefined, least: number): string => (node ? within(w.expression(node), least) : 'None');
/** A value that is shown; a list that is shown as a tuple becomes one. */
function shownAs(w: Writer, x: Node | undefined, type: Node | undefined): string {
  const isTuple = x && bare(x).type === 'ArrayExpression' && type?.type === 'StringLiteral' && type.value.startsWith('tuple');
  return isTuple ? `tuple(${iterable(w, x)})` : write(w, x);
}

const range = (w: Writer, ends: readonly (Node | undefined)[]): string => {
  const [from = '', to = '', step = ''] = ends.map((end) => (!end || end.type === 'NullLiteral' ? '' : part(w, end, level.or)));
  return `${from}:${to}${step && `:${step}`}`;
};

/** The arguments of a call of something unknown: a list in their order, and those by name. */
function byName(w: Writer, args: Node | undefined, named: Node | undefined): string {
  const list = args && bare(args);
  const object = named && bare(named);
  const plain =
    list?.type === 'ArrayExpression' ? (list.elements as Node[]).map((one) => element(w, one)) : [`*${part(w, args, level.atom)}`];
  return [...plain, object?.type === 'ObjectExpression' ? keywords(w, object) : `**${part(w, named, level.atom)}`]
    .filter((text) => text !== '')
    .join(', ');
}

/** The arguments. An object at the end becomes keywords. */
function given(w: Writer, args: readonly Node[]): string {
  return args
    .map((arg, i) => {
      const inner = bare(arg);
      return inner.type === 'ObjectExpression' && i === args.length - 1 ? keywords(w, inner) : element(w, arg);
    })
    .filter((text) => text !== '')
    .join(', ');
}

/** An operand: what is a list in the model file is no range in Python. */
const listed = (w: Writer, node: Node): Code =>
  calledHelper(w.scopes, node) === 'range' ? atom(`list(${write(w, node)})`) : w.expression(node);

/** Writes a call of the helper `name`. Null for a function that the script calls by this name. */
export function pythonCall(w: Writer, name: string, args: readonly Node[]): Code | null {
  const sign = OPERATORS[name];
  if (sign && args.length === 2) {
    const [text, own] = sign;
    const [left, right] = args.map((arg) => listed(w, arg));
    return { text: `${within(left!, own === level.comparison ? own + 1 : own)} ${text} ${within(right!, own + 1)}`, level: own };
  }
  const method = METHODS[name];
  if (method !== undefined && args[0]) return atom(`${part(w, args[0], level.atom)}.${method}(${given(w, args.slice(1))})`);
  return RULES[name]?.(w, args) ?? null;
}

/** `print.with({ sep: '' }, …)`: in Python, the options come last. */
export function printWith(w: Writer, args: readonly Node[]): Code {
  const [how, ...values] = args;
  const options = how && bare(how).type === 'ObjectExpression' ? keywords(w, bare(how) as Of<'ObjectExpression'>) : '';
  return atom(`print(${[...values.map((one) => element(w, one)), ...(options ? [options] : [])].join(', ')})`);
}

/**
 * A call of a Python module's function. An object with keywords comes last; for `json`, the types of floats may follow
 * it.
 */
export function moduleCall(w: Writer, module: string, name: string, args: readonly Node[]): Code {
  const own = module === 'json' && args.length > 2 ? args.slice(0, 2) : args;
  const taken = module === 'logging' && name === 'basicConfig' ? [`stream=${w.module('sys')}.stdout`] : [];
  const on = module === 'os_path' ? `${w.module('os')}.path` : w.module(module);
  return atom(`${on}.${name}(${[given(w, own), ...taken].filter((text) => text !== '').join(', ')})`);
}

/** A method that is an operator: `a.__mul__(b)` is `a * b`, and `b.__rmul__(a)` too. Null for any other method. */
export function operatorCall(w: Writer, method: string, on: Node, other: Node): Code | null {
  const [, isReflected, name] = /^__(r?)(\w+)__$/.exec(method) ?? [];
  const signOf = (one: string) => SPECIAL[one] ?? OPERATORS[one];
  const sign = signOf(`${isReflected ?? ''}${name ?? ''}`) ?? signOf(name ?? '');
  if (!sign || other.type === 'SpreadElement') return null;
  const [text, own] = sign;
  const [left, right] = isReflected && !signOf(`r${name!}`) ? [other, on] : [on, other];
  return { text: `${part(w, left, own === level.comparison ? own + 1 : own)} ${text} ${part(w, right, own + 1)}`, level: own };
}

/** A function of `mixed`: Python's own operators and functions tell ints and floats apart. */
export function mixedCall(w: Writer, name: string, args: readonly Node[]): Code {
  if (name === 'item') return atom(`${part(w, args[0], level.atom)}.item()`);
  if (name === 'prod') return moduleCall(w, 'math', name, args);
  if (name === 'total') return atom(`sum(${given(w, args)})`);
  return pythonCall(w, name, args) ?? atom(`${name}(${given(w, args)})`);
}

/** A function of `mixed` that is handed on. */
export function mixedName(w: Writer, name: string): Code {
  // not operations: functions of Python
  if (/^(float|abs|round|sum|pow|divmod)$/.test(name)) return atom(name);
  const own = { power: 'pow', div: 'truediv' }[name] ?? name;
  w.imports.add(`from ${name === 'prod' ? 'math' : 'operator'} import ${own}`);
  return atom(own);
}

/** An enumeration's own functions: all members, the member of a value, the member of a name. */
export function ownClass(w: Writer, node: ClassNode, name: string, text: string, args: readonly Node[]): Code | null {
  if (!isEnum(w, node)) return null;
  if (name === 'members') return atom(`list(${text})`);
  if (name === 'of') return atom(`${text}(${given(w, args)})`);
  return name === 'named' ? atom(`${text}[${given(w, args)}]`) : null;
}

/** True for a class that is a Python enumeration. */
export const isEnum = (w: Writer, node: ClassNode): boolean =>
  /^(Int|Str|Text)?Enum$|^(Int)?Flag$/.test((node.superClass && pythonHelper(w.scopes, node.superClass as Node)) ?? '');
