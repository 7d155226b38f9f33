/** What calls return, and what they bring to the parameters of the program's own functions. */
import type { Infer } from './infer.js';
import {
  calledInstance,
  instanceMethod,
  instanceOf,
  isClassName,
  kindOf,
  kindOfDtype,
  samplesOf,
  resultOf,
  type CallTypes,
} from './library.js';
import type { Class, Func } from '../program/scopes.js';
import type { Any, Expr, Of } from '../reading/syntax.js';
import {
  ANY,
  BOOL,
  elementOf,
  FLOAT,
  INT,
  inside,
  isNumber,
  iterOf,
  join,
  joinApart,
  LOW,
  NEVER,
  newCell,
  NONE,
  STR,
  tensor,
  tupleOf,
  withoutNone,
  type DKind,
  type Named,
  type Type,
} from '../program/types.js';

type Keywords = ReadonlyMap<string, Type>;

export class Calls {
  /** The call that is looked at, which what it makes belongs to. */
  private node: Any | null = null;

  /** What `argparse` was told, by name. */
  readonly options = new Map<string, Type>();
  private readonly namedTuples = new Map<Any, Named>();

  constructor(private readonly infer: Infer) {}

  visit(node: Of<'Call'>): Type {
    const callee = this.infer.expr(node.func);
    const args: Type[] = [];
    let isOpen = false;
    for (const one of node.args) {
      const type = this.infer.expr(one);
      if (one.nodeType !== 'Starred') args.push(type);
      else if (type.k === 'tuple') args.push(...type.items);
      else {
        isOpen = true;
        args.push(elementOf(type));
      }
    }
    const keywords = new Map<string, Type>();
    for (const { arg, value } of node.keywords) {
      const type = this.infer.expr(value);
      if (arg) keywords.set(arg, type);
      else if (type.k === 'dict') keywords.set('**', inside(type.cell));
    }
    if (node.func.nodeType === 'Name' && node.func.id === 'super' && callee.k === 'lib') return this.superOf(node);
    return this.call(callee, isOpen ? this.opened(callee, args) : args, keywords, node);
  }

  /** `f(*list)`: as many as `f` takes. */
  private opened(callee: Type, args: Type[]): Type[] {
    const func = callee.k === 'func' ? callee.func : callee.k === 'class' ? callee.of.method('__init__') : null;
    const last = args.at(-1) ?? ANY;
    return func ? [...args, ...func.params.slice(args.length).map(() => last)] : args;
  }

  private superOf(node: Any): Type {
    for (const of of this.infer.scopes.classes.values())
      for (const func of of.methods.values())
        if (func.node.lineno <= node.lineno! && node.lineno! <= func.node.end_lineno!) {
          const [base] = of.bases;
          if (base) return { k: 'super', of: base };
          return { k: 'inst', path: of.library ?? 'object' };
        }
    return ANY;
  }

  call(callee: Type, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const outer = this.node;
    this.node = node;
    try {
      return this.result(withoutNone(callee), args, keywords, node);
    } finally {
      this.node = outer;
    }
  }

  private result(callee: Type, args: readonly Type[], keywords: Keywords, node: Any): Type {
    // A function that is handed on may be called with anything, unless what it is handed to is known.
    switch (callee.k) {
      case 'never':
        return NEVER;
      case 'func':
        return this.bind(callee.func, callee.self, args, keywords);
      case 'class':
        return this.make(callee.of, args, keywords);
      case 'obj': {
        const name = callee.of.isModule ? 'forward' : '__call__';
        const all = callee.of.implementations(name);
        if (all.length > 0) return all.map((func) => this.bind(func, { k: 'obj', of: callee.of }, args, keywords)).reduce(join, NEVER);
        return callee.of.root ? calledInstance(callee.of.root, args) : ANY;
      }
      case 'namedtuple': {
        const { fields, cells } = callee.of;
        const open = node.nodeType === 'Call' && node.args.some((one) => one.nodeType === 'Starred');
        fields.forEach((field, i) =>
          this.infer.put(cells.get(field)!, args[i] ?? keywords.get(field) ?? (open ? (args.at(-1) ?? NEVER) : NEVER)),
        );
        return { k: 'named', of: callee.of };
      }
      case 'inst':
        if (callee.path === 'torch.nn.Sequential' && callee.of?.k === 'obj') {
          const forward = callee.of.of.method('forward');
          if (forward) this.bind(forward, callee.of, args, keywords);
        }
        return calledInstance(callee.path, args);
      case 'lib':
        return this.library(callee.path, args, keywords, node);
      case 'method':
        return this.method(callee.of, callee.name, args, keywords, node);
      default:
        for (const one of [...args, ...keywords.values()]) this.handedOn(one);
        return ANY;
    }
  }

  /** A function goes where nobody sees what it is called with. */
  private handedOn(type: Type): void {
    if (type.k === 'func') type.func.isValue = true;
  }

  /** A call of one of the program's own functions. */
  bind(func: Func, self: Type | null, args: readonly Type[], keywords: Keywords): Type {
    const { args: declared } = func.node;
    const given = self !== null && func.kind !== 'static' ? [null, ...args] : [...args];
    const named = [...(declared.posonlyargs ?? []), ...declared.args];
    const variable = (arg: Any) => this.infer.scopes.variables.get(arg)!;
    const grow = (arg: Any, type: Type) => {
      const target = variable(arg);
      const before = target.type;
      target.type = join(before, type);
      if (before !== target.type) this.infer.set(target, target.type);
    };
    given.forEach((type, i) => {
      if (type === null) return;
      if (named[i]) grow(named[i], type);
      else if (declared.vararg) grow(declared.vararg, { k: 'tuples', of: type });
    });
    for (const [name, type] of keywords) {
      if (name === '**') {
        for (const arg of [...named.slice(given.length), ...(declared.kwonlyargs ?? [])]) grow(arg, type);
        continue;
      }
      const arg = [...named, ...(declared.kwonlyargs ?? [])].find((one) => one.arg === name);
      if (arg) grow(arg, type);
      else if (declared.kwarg) grow(declared.kwarg, this.infer.newDict(declared.kwarg, STR, type));
    }
    if (self?.k === 'obj' && func.of && self.of !== func.of) {
      const others = self.of.extendedBy.length > 0 ? self.of.implementations(func.name).filter((one) => one !== func) : [];
      return others.map((one) => this.bindAlone(one, args, keywords)).reduce(join, func.result);
    }
    if (self?.k === 'obj' && self.of.extendedBy.length > 0)
      return self.of
        .implementations(func.name)
        .filter((one) => one !== func)
        .map((one) => this.bindAlone(one, args, keywords))
        .reduce(join, func.result);
    return func.result;
  }

  private bindAlone(func: Func, args: readonly Type[], keywords: Keywords): Type {
    return this.bind(func, func.of ? { k: 'super', of: func.of } : null, args, keywords);
  }

  private make(of: Class, args: readonly Type[], keywords: Keywords): Type {
    const init = of.method('__init__');
    if (of.isEnum) return { k: 'obj', of };
    if (init) this.bind(init, { k: 'super', of }, args, keywords);
    else if (of.isDataclass) {
      const fields = of
        .lineage()
        .reverse()
        .flatMap((one) => [...one.shared]);
      fields.forEach(([name, variable], i) => {
        const type = args[i] ?? keywords.get(name) ?? variable.type;
        this.infer.attribute(of, name, type);
        if (args[i] === undefined && !keywords.has(name)) this.infer.attribute(of, name, variable.type);
      });
    }
    return { k: 'obj', of };
  }

  /** What stands under a dotted name of a library. */
  libraryValue(path: string): Type {
    if (/^(math|numpy|np|torch)\.(pi|e|tau|inf|nan)$/.test(path)) return FLOAT;
    // not operations: names of Python, of its types and functions
    if (/^torch\.(float\d*|double|half|bfloat16|u?int\d*|long|short|bool)$/.test(path)) return { k: 'dtype', d: kindOfDtype(path) };
    if (path === 'torch.__version__') return STR;
    if (/^string\.\w+$/.test(path)) return STR;
    if (/^sys\.maxsize$/.test(path)) return LOW;
    return { k: 'lib', path };
  }

  private library(path: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    const [root = '', ...parts] = path.split('.');
    const name = parts.at(-1) ?? '';
    if (root === 'builtins') return this.builtin(name, args, keywords, node);
    if (root === 'torch') {
      for (const one of [...args, ...keywords.values()]) if (one.k === 'func') this.hook(one, path);
      const call: CallTypes = { args, keywords, dtype: this.dtypeOf(node) };
      const collate = /DataLoader$/.test(path) ? keywords.get('collate_fn') : undefined;
      if (collate?.k === 'func')
        this.bind(collate.func, collate.self, [this.infer.newList(node, samplesOf(keywords.get('dataset') ?? first))], new Map());
      if (isClassName(path)) return instanceOf(path, call);
      if (path === 'torch.autograd.grad') return { k: 'tuples', of: tensor('float') };
      if (/random_split$/.test(path))
        return this.infer.newList(node, {
          k: 'inst',
          path: 'torch.utils.data.Subset',
          of: elementOf(
            first.k === 'obj' ? (first.of.method('__getitem__') ? iterOf(first.of.method('__getitem__')!.result) : first) : first,
          ),
        });
      if (/clip_grad_norm_$/.test(path)) return tensor('float');
      if (/is_available$|is_grad_enabled$/.test(path)) return BOOL;
      if (/device_count$|get_num_threads$/.test(path)) return LOW;
      if (/^torch\.(no_grad|enable_grad|set_grad_enabled|inference_mode)$/.test(path)) return { k: 'lib', path: 'torch.mode' };
      if (path === 'torch.mode') return first;
      if (isUnknownYet(first, args.length)) return NEVER;
      // not operations: names of Python, of its types and functions
      if (/^torch\.(cat|concat|stack|hstack|vstack|dstack|column_stack)$/.test(path)) return tensor(kindOf(elementOf(first)));
      // not operations: names of Python, of its types and functions
      if (/^torch\.(zeros|ones|empty|rand|randn|eye)$/.test(path) && !call.dtype) return tensor('float');
      if (/^torch\.(compile|jit\.script)$/.test(path)) return first;
      return resultOf(name, first, call, false);
    }
    if (root === 'math') {
      // not operations: names of Python, of its types and functions
      if (/^(floor|ceil|trunc|factorial|comb|gcd|lcm|isqrt|perm)$/.test(name)) return /floor|ceil|trunc/.test(name) ? INT : LOW;
      if (/^is/.test(name)) return BOOL;
      if (name === 'prod') return elementOf(first);
      return FLOAT;
    }
    if (root === 'random') {
      if (/^(randint|randrange|getrandbits)$/.test(name)) return args.every((one) => one.k === 'int' && one.low) ? LOW : INT;
      if (name === 'choice') return elementOf(first);
      if (/^(sample|choices)$/.test(name)) return this.infer.newList(node, elementOf(first));
      if (/^(seed|shuffle|setstate)$/.test(name)) return NONE;
      return name === 'Random' ? { k: 'lib', path: 'random' } : FLOAT;
    }
    switch (path) {
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
        return { k: 'namedtuple', of: named };
      }
      case 'copy.deepcopy':
      case 'copy.copy':
        return first;
      case 'time.time':
      case 'time.perf_counter':
      case 'time.monotonic':
      case 'time.process_time':
        return FLOAT;
      case 'collections.deque': {
        return this.infer.newList(node, args.length > 0 ? elementOf(first) : NEVER, 'deque');
      }
      case 'collections.defaultdict': {
        const made = first.k === 'none' ? NEVER : this.call(first, [], new Map(), node);
        return { ...this.infer.newDict(node, NEVER, made), make: true };
      }
      case 'collections.Counter':
        return { ...this.infer.newDict(node, first.k === 'dict' ? inside(first.key) : elementOf(first), LOW), counter: true };
      case 'collections.OrderedDict':
        return args.length === 0 ? this.infer.newDict(node, NEVER, NEVER) : this.builtin('dict', args, keywords, node);
      case 'functools.reduce':
        return first.k === 'func'
          ? this.bind(first.func, first.self, [join(args[2] ?? NEVER, elementOf(second)), elementOf(second)], new Map())
          : ANY;
      case 'functools.partial':
        return ANY;
      case 'itertools.chain':
        return iterOf(args.map(elementOf).reduce(join, NEVER));
      case 'itertools.count':
        return iterOf(args.length === 0 ? LOW : args.reduce(join, NEVER));
      case 'itertools.cycle':
      case 'itertools.islice':
        return iterOf(elementOf(first));
      case 'itertools.repeat':
        return iterOf(first);
      case 'itertools.accumulate':
        return iterOf(elementOf(first));
      case 'itertools.product':
        return iterOf(tupleOf(...args.map(elementOf)));
      case 'itertools.pairwise':
        return iterOf(tupleOf(elementOf(first), elementOf(first)));
      case 'itertools.combinations':
      case 'itertools.permutations':
        return iterOf({ k: 'tuples', of: elementOf(first) });
      case 'dataclasses.field': {
        const factory = keywords.get('default_factory');
        return factory ? this.call(factory, [], new Map(), node) : (keywords.get('default') ?? NEVER);
      }
      case 'dataclasses.replace':
        return first;
      case 'dataclasses.asdict':
        return first.k === 'obj' ? this.fieldsOf(first.of, node) : ANY;
      case 'statistics.mean':
        return FLOAT;
      default:
        for (const one of [...args, ...keywords.values()]) this.handedOn(one);
        return ANY;
    }
  }

  private fieldsOf(of: Class, node: Any): Type {
    const cells = new Map([...of.attributes].map(([name, type]) => [name, newCell(type)] as const));
    return { ...this.infer.newDict(node, STR, joinApart([...of.attributes.values()])), parts: { cells, isOpen: false } };
  }

  /** A function that PyTorch will call. */
  private hook(type: Extract<Type, { k: 'func' }>, path: string): void {
    type.func.isValue = true;
    if (/^torch\.(func|autograd)\./.test(path) && type.func.params[0])
      for (const param of type.func.params) if (!param.type || param.type.k === 'never') this.infer.set(param, tensor('float'));
  }

  private dtypeOf(node: Any): DKind | null {
    if (node.nodeType !== 'Call') return null;
    const kindOf = (one: Expr): DKind | null => {
      const type = this.infer.types.get(one);
      return type?.k === 'dtype' ? type.d : type?.k === 'never' || type?.k === 'any' ? 'any' : null;
    };
    for (const { arg, value } of node.keywords) if (arg === 'dtype') return kindOf(value);
    const name = node.func.nodeType === 'Attribute' ? node.func.attr : '';
    if (name !== 'to' && name !== 'type') return null;
    for (const one of node.args) {
      const kind = this.infer.types.get(one)?.k === 'dtype' ? kindOf(one) : null;
      if (kind) return kind;
    }
    return null;
  }

  private builtin(name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    const { infer } = this;
    const element = infer.element(first);
    switch (name) {
      case 'len':
      case 'ord':
      case 'id':
      case 'hash':
        if (first.k === 'obj') {
          const own = first.of.method('__len__');
          if (own) this.bind(own, first, [], new Map());
        }
        return LOW;
      case 'int':
        return (first.k === 'int' && first.low) || (first.k === 'num' && first.only === 0) ? LOW : INT;
      case 'float':
        return FLOAT;
      case 'str':
      case 'repr':
      case 'format':
      case 'chr':
      case 'hex':
      case 'bin':
      case 'input':
      case 'ascii':
        return STR;
      case 'bool':
      case 'isinstance':
      case 'issubclass':
      case 'callable':
      case 'hasattr':
      case 'any':
      case 'all':
        return BOOL;
      case 'print':
      case 'setattr':
        return NONE;
      case 'range': {
        const isLow =
          args.length <= 1 ||
          (first.k === 'int' && first.low && (args.length === 2 || (args[2]!.k === 'int' && (args[2] as { low: boolean }).low)));
        return { k: 'range', low: isLow };
      }
      case 'list':
      case 'sorted':
        for (const one of keywords.values()) if (one.k === 'func') this.bind(one.func, one.self, [element], new Map());
        return infer.newList(node, element);
      case 'set':
      case 'frozenset':
        return infer.newList(node, element, 'set');
      case 'tuple':
        return first.k === 'tuple' ? first : { k: 'tuples', of: element };
      case 'dict': {
        const pair = element;
        const key = first.k === 'dict' ? inside(first.key) : pair.k === 'tuple' ? (pair.items[0] ?? NEVER) : NEVER;
        const value =
          first.k === 'dict' ? inside(first.cell) : pair.k === 'tuple' ? (pair.items[1] ?? NEVER) : args.length > 0 ? ANY : NEVER;
        return infer.newDict(
          node,
          keywords.size > 0 ? join(key, STR) : args.length > 0 && key.k === 'never' && first.k !== 'dict' ? ANY : key,
          [...keywords.values()].reduce(join, value),
        );
      }
      case 'enumerate': {
        const start = args[1] ?? keywords.get('start');
        return iterOf(tupleOf(start && !(start.k === 'int' && start.low) ? INT : LOW, element));
      }
      case 'zip':
        if (node.nodeType === 'Call' && node.args.length === 1 && node.args[0]?.nodeType === 'Starred') {
          if (first.k === 'tuple') return { k: 'tuple', items: first.items.map((of) => ({ k: 'tuples', of })) };
          return iterOf({ k: 'tuples', of: elementOf(first) });
        }
        return iterOf({ k: 'tuple', items: args.map((one) => infer.element(one)) });
      case 'map': {
        const given = args.slice(1).map((one) => infer.element(one));
        return iterOf(this.call(first, given, new Map(), node));
      }
      case 'filter':
        if (first.k === 'func') this.bind(first.func, first.self, [infer.element(second)], new Map());
        return iterOf(infer.element(second));
      case 'reversed':
        return iterOf(element);
      case 'iter':
        return iterOf(element);
      case 'next':
        return first.k === 'obj' ? (first.of.method('__next__')?.result ?? ANY) : join(elementOf(first), args.length > 1 ? second : NEVER);
      case 'sum': {
        const start = args[1] ?? keywords.get('start') ?? LOW;
        if (element.k === 'never') return args.length > 1 ? start : LOW;
        if (element.k === 'bool') return LOW;
        if (element.k === 'tensor') return element;
        if (element.k === 'obj') return infer.binary('Add', element, element, node);
        if (isNumber(element) && isNumber(start))
          return element.k === 'float' ? (args.length > 1 ? FLOAT : { k: 'num', only: 0 }) : infer.binary('Add', element, start, node);
        if (element.k === 'nested') return element.d === 'int' ? INT : { k: 'num', only: 0 };
        return args.length > 1 ? join(element, start) : element;
      }
      case 'min':
      case 'max': {
        const key = keywords.get('key');
        const all = args.length === 1 ? element : args.reduce(join, NEVER);
        if (key?.k === 'func') this.bind(key.func, key.self, [all], new Map());
        const other = keywords.get('default');
        return other ? join(all, other) : all;
      }
      case 'abs':
        if (first.k === 'obj') return first.of.method('__abs__')?.result ?? ANY;
        return first.k === 'int' || first.k === 'bool' ? LOW : first;
      case 'round':
        if (first.k === 'tensor') return first;
        return args.length > 1 || keywords.size > 0 ? first : isNumber(first) || first.k === 'nested' ? INT : first;
      case 'divmod': {
        const both = infer.binary('FloorDiv', first, second, node);
        return tupleOf(both, both);
      }
      case 'pow':
        return infer.binary('Pow', first, second, node);
      case 'type':
        return first.k === 'obj' ? { k: 'class', of: first.of } : ANY;
      case 'getattr':
        return ANY;
      case 'object':
        return ANY;
      case 'vars':
        return ANY;
      default:
        return /(Error|Exception|StopIteration)$/.test(name) ? { k: 'inst', path: `builtins.${name}` } : ANY;
    }
  }

  private method(of: Type, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER, second = NEVER] = args;
    const { infer } = this;
    switch (of.k) {
      case 'never':
        return NEVER;
      case 'opt':
        return this.method(of.of, name, args, keywords, node);
      case 'tensor':
        for (const one of args) if (one.k === 'func') this.hook(one, '');
        if (/^(register_hook)$/.test(name) && first.k === 'func') {
          this.bind(first.func, first.self, [of], new Map());
          return ANY;
        }
        if (/_$/.test(name) && !/^__/.test(name)) return of;
        // not operations: names of Python, of its types and functions
        if (/^(cpu|cuda|to|contiguous|requires_grad_|detach|clone|view|reshape)$/.test(name))
          return this.dtypeOf(node)
            ? resultOf(name, of, { args, keywords, dtype: this.dtypeOf(node) }, true)
            : first.k === 'tensor' && name === 'to'
              ? first
              : of;
        if (name === 'numpy') return ANY;
        return resultOf(name, of, { args, keywords, dtype: this.dtypeOf(node) }, true);
      case 'list':
      case 'deque':
        return this.ofList(of, name, args, keywords, node);
      case 'dict':
        switch (name) {
          case 'keys':
            return iterOf(inside(of.key));
          case 'values':
            return iterOf(inside(of.cell));
          case 'items':
            return iterOf(tupleOf(inside(of.key), inside(of.cell)));
          case 'get':
          case 'pop': {
            const part = infer.partOf(of, node.nodeType === 'Call' ? node.args[0] : undefined) ?? inside(of.cell);
            if (args.length > 1) return join(part, second);
            return name === 'get' ? join(part, NONE) : part;
          }
          case 'setdefault':
            if (of.parts && node.nodeType === 'Call' && node.args[0]?.nodeType === 'Constant') {
              const key = String(node.args[0].value);
              const known = of.parts.cells.get(key);
              if (known) infer.put(known, second);
              else of.parts.cells.set(key, newCell(second));
              return inside(of.parts.cells.get(key)!);
            }
            if (of.parts) of.parts.isOpen = true;
            infer.put(of.key, first);
            infer.put(of.cell, second);
            return inside(of.cell);
          case 'update':
            if (of.parts) of.parts.isOpen = true;
            if (first.k === 'dict') {
              infer.put(of.key, inside(first.key));
              infer.put(of.cell, inside(first.cell));
            } else if (args.length > 0 && of.counter) infer.put(of.key, elementOf(first));
            else if (args.length > 0) {
              const pair = elementOf(first);
              infer.put(of.key, pair.k === 'tuple' ? pair.items[0]! : STR);
              infer.put(of.cell, pair.k === 'tuple' ? pair.items[1]! : first.k === 'record' ? first.of : ANY);
            }
            for (const value of keywords.values()) {
              infer.put(of.key, STR);
              infer.put(of.cell, value);
            }
            return NONE;
          case 'copy':
            return {
              ...infer.newDict(node, inside(of.key), inside(of.cell)),
              ...(of.make && { make: true }),
              ...(of.counter && { counter: true }),
            };
          case 'most_common':
            return infer.newList(node, tupleOf(inside(of.key), LOW));
          case 'elements':
            return iterOf(inside(of.key));
          case 'total':
            return LOW;
          case 'popitem':
            return tupleOf(inside(of.key), inside(of.cell));
          default:
            return name === 'clear' || name === 'move_to_end' ? NONE : ANY;
        }
      case 'record':
        if (name === 'items') return iterOf(tupleOf(STR, of.of));
        if (name === 'keys') return iterOf(STR);
        if (name === 'values') return iterOf(of.of);
        return of.of;
      case 'set':
        if (name === 'add' || name === 'discard' || name === 'remove' || name === 'update' || name === 'clear') {
          if (name === 'add') infer.put(of.cell, first);
          if (name === 'update') infer.put(of.cell, elementOf(first));
          return NONE;
        }
        if (/^is/.test(name)) return BOOL;
        if (name === 'pop') return inside(of.cell);
        return infer.newList(node, join(inside(of.cell), args.length > 0 ? elementOf(first) : NEVER), 'set');
      case 'str':
        if (/^(split|rsplit|splitlines)$/.test(name)) return infer.newList(node, STR);
        if (/^(partition|rpartition)$/.test(name)) return tupleOf(STR, STR, STR);
        if (/^(find|rfind)$/.test(name)) return INT;
        if (/^(index|count)$/.test(name)) return LOW;
        if (/^(is\w+|startswith|endswith)$/.test(name)) return BOOL;
        if (name === 'encode') return { k: 'bytes' };
        return STR;
      case 'tuple':
      case 'tuples':
      case 'size':
        return name === 'index' || name === 'count' || name === 'numel' ? LOW : ANY;
      case 'iter':
        return name === 'send' ? of.of : ANY;
      case 'obj':
        if (of.of.root) {
          if (
            /^(add_module|register_module|register_parameter|register_buffer)$/.test(name) &&
            node.nodeType === 'Call' &&
            node.args[0]?.nodeType === 'Constant'
          ) {
            infer.attribute(of.of, String(node.args[0].value), withoutNone(second));
            return NONE;
          }
          for (const one of [...args, ...keywords.values()]) this.handedOn(one);
          return instanceMethod(of.of.isModule ? 'torch.nn.Module' : of.of.root, name, of, { args, keywords, dtype: null });
        }
        return ANY;
      case 'class':
        if (name === 'apply') {
          const forward = of.of.method('forward');
          return forward ? this.bind(forward, null, [ANY, ...args], keywords) : ANY;
        }
        return ANY;
      case 'inst': {
        if (of.path === 'argparse.ArgumentParser') return this.ofParser(of, name, keywords, node);
        if (of.path === 'torch.nn.ModuleList' && (name === 'append' || name === 'extend') && of.of) return of;
        for (const one of [...args, ...keywords.values()]) this.handedOn(one);
        if (name === 'apply' && first.k === 'func') this.bind(first.func, first.self, [{ k: 'inst', path: 'torch.nn.Module' }], new Map());
        return instanceMethod(of.path, name, of, { args, keywords, dtype: null });
      }
      case 'nested':
        return of;
      default:
        for (const one of [...args, ...keywords.values()]) this.handedOn(one);
        if (name === 'item') return { k: 'num', only: null };
        // not operations: names of Python, of its types and functions
        if (/^(mean|sum|detach|view|unsqueeze|squeeze|softmax|log)$/.test(name)) return tensor('any');
        if (name === 'save_for_backward') return NONE;
        return ANY;
    }
  }

  private ofParser(of: Type, name: string, keywords: Keywords, node: Any): Type {
    if (name === 'parse_args') return { k: 'inst', path: 'argparse.Namespace' };
    if (name === 'add_argument_group') return of;
    if (name !== 'add_argument' || node.nodeType !== 'Call') return ANY;
    const names = node.args.map((one) => (one.nodeType === 'Constant' ? String(one.value) : ''));
    const own = (names.find((one) => one.startsWith('--')) ?? names[0] ?? '').replace(/^-+/, '').replaceAll('-', '_');
    this.options.set(own, keywords.get('default') ?? (keywords.has('action') ? BOOL : NONE));
    return ANY;
  }

  private ofList(
    of: Extract<Type, { k: 'list' | 'deque' | 'set' }>,
    name: string,
    args: readonly Type[],
    keywords: Keywords,
    node: Any,
  ): Type {
    const [first = NEVER, second = NEVER] = args;
    const { infer } = this;
    switch (name) {
      case 'append':
      case 'appendleft':
        infer.put(of.cell, first);
        return NONE;
      case 'insert':
        infer.put(of.cell, second);
        return NONE;
      case 'extend':
      case 'extendleft':
        infer.put(of.cell, elementOf(first));
        return NONE;
      case 'pop':
      case 'popleft':
        return inside(of.cell);
      case 'index':
      case 'count':
        return LOW;
      case 'copy':
        return infer.newList(node, inside(of.cell), of.k);
      case 'sort': {
        const key = keywords.get('key');
        if (key?.k === 'func') this.bind(key.func, key.self, [inside(of.cell)], new Map());
        return NONE;
      }
      default:
        return NONE;
    }
  }
}

/** Whether what a function is called with is found in a later round. */
const isUnknownYet = (first: Type, count: number): boolean =>
  count > 0 && (first.k === 'never' || (/^(list|tuples|iter)$/.test(first.k) && elementOf(first).k === 'never'));
