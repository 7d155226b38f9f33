/** The kinds of values that calls and `new` return. */
import { ANY, either, elementOf, isContext, listOf, NEVER, simple, type Kind } from './kind.js';
import type { Kinds } from './kinds.js';
import { builtinMethod, tensorMember } from './memberKinds.js';
import { helperKind, pythonHelper } from './pythonHelper.js';
import type { Scopes } from '../reading/scopes.js';
import { bare, isArrow, isCall, memberName, methodName, receiver, type Node, type Of } from '../reading/tree.js';

/** The kind that a function of NumPy returns: an array, which counts as a tensor here, or a value of Python. */
function ofNumpy(name: string): Kind {
  if (/^(allclose|array_equal|isscalar)$/.test(name)) return simple('bool');
  if (/^(size|ndim)$/.test(name)) return simple('nat');
  return /^(default_rng|RandomState|shape|choice|dtype_of|vectorize|meshgrid|split|array_split)$/.test(name) ? ANY : simple('tensor');
}

export class CallKinds {
  constructor(
    private readonly kinds: Kinds,
    private readonly scopes: Scopes,
    private readonly parents: ReadonlyMap<Node, Node>,
  ) {}

  call(node: Of<'CallExpression' | 'OptionalCallExpression'>): Kind {
    const callee = bare(node.callee as Node);
    const name = memberName(callee);
    const args = node.arguments as Node[];
    if (callee.type === 'Identifier' && !this.scopes.of(callee)) return globalCall(callee.name);
    const helper = pythonHelper(this.scopes, callee);
    // These return what they are given.
    if ((helper === 'floats_at' || helper === 'typed') && args[0]) return this.kinds.of(args[0]);
    const given = helper === null ? null : helperKind(helper);
    if (given) return given;
    if (name !== null) {
      const on = receiver(node);
      if (on.type === 'Identifier' && !this.scopes.of(on)) {
        const found = this.globalMethod(on.name, name, args);
        if (found) return found;
      }
      const module = pythonHelper(this.scopes, on);
      if (module !== null) return ofPython(module, name);
      const kind = this.kinds.of(on);
      if (kind.is === 'library') return this.libraryCall(`${kind.path}.${name}`, args);
      if (kind.is === 'instance' || kind.is === 'class') {
        const own = this.kinds.classes.method(kind.node, name);
        if (own) return this.kinds.returned(own);
        if (kind.is === 'class') return ANY;
      } else if (kind.is === 'record') {
        const field = kind.fields.get(name);
        return field?.is === 'function' ? this.kinds.returned(field.node) : ANY;
      } else {
        const found = builtinMethod(
          kind,
          name,
          (index) => args[index] && this.kinds.of(args[index]),
          (index) => this.callback(args[index]),
        );
        if (found) return found;
      }
      return tensorMember(name, true) ?? (kind.is === 'tensor' ? simple('tensor') : ANY);
    }
    const kind = this.kinds.of(callee);
    if (kind.is === 'function') return this.kinds.returned(kind.node);
    if (kind.is === 'instance') {
      const forward = this.kinds.classes.method(kind.node, 'forward');
      return forward ? this.kinds.returned(forward) : simple('torch');
    }
    if (kind.is === 'library') return this.libraryCall(kind.path, args);
    return kind.is === 'module' ? simple('torch') : ANY;
  }

  /** The kind that a passed function returns. */
  callback(node: Node | undefined): Kind {
    if (!node) return ANY;
    const kind = this.kinds.of(node);
    if (kind.is === 'function') return this.kinds.returned(kind.node);
    return node.type === 'Identifier' && !this.scopes.of(node) ? globalCall(node.name) : ANY;
  }

  private libraryCall(path: string, args: Node[]): Kind {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const last = args.at(-1);
    if (last && isArrow(last) && isContext(name)) return this.callback(last);
    if (path.startsWith('numpy.')) return ofNumpy(name);
    if (/^torch\.(func|vmap)/.test(path)) return ANY;
    return tensorMember(path, true) ?? (/^[A-Z]/.test(name) ? simple('torch') : simple('tensor'));
  }

  private globalMethod(on: string, name: string, args: Node[]): Kind | null {
    const first = args[0];
    if (on === 'Math') {
      // not operations: functions of Math
      if (/^(floor|ceil|round|trunc)$/.test(name)) return simple(first && this.kinds.of(first).is === 'nat' ? 'nat' : 'int');
      // not operations: functions of Math
      if (/^(max|min|abs)$/.test(name) && args.every((arg) => arg.type !== 'SpreadElement'))
        return args.map((arg) => this.kinds.of(arg)).reduce(either, NEVER);
      return simple('number');
    }
    if (on === 'Object') {
      const kind = first ? this.kinds.of(first) : ANY;
      const of = kind.is === 'dict' ? kind.of : kind.is === 'record' ? [...kind.fields.values()].reduce(either, NEVER) : ANY;
      if (name === 'keys') return listOf(simple('str'));
      if (name === 'values') return listOf(of);
      if (name === 'entries') return listOf(listOf(ANY, [simple('str'), of]));
      if (name === 'fromEntries') return { is: 'dict', of: first ? elementOf(this.kinds.each(first), 1) : ANY };
      return name === 'assign' ? kind : null;
    }
    if (on === 'Array')
      return name === 'from'
        ? listOf(args[1] ? this.callback(args[1]) : first ? this.kinds.each(first) : ANY)
        : name === 'isArray'
          ? simple('bool')
          : null;
    if (on === 'Number') return simple(/^is/.test(name) ? 'bool' : 'number');
    if (on === 'JSON') return name === 'stringify' ? simple('str') : ANY;
    return on === 'String' ? simple('str') : null;
  }

  made(node: Of<'NewExpression'>): Kind {
    const callee = bare(node.callee as Node);
    if (callee.type === 'Identifier' && !this.scopes.of(callee)) return this.madeByName(callee.name, node);
    const kind = this.kinds.of(callee);
    if (kind.is === 'class') return { is: 'instance', node: kind.node };
    if (kind.is !== 'library') return ANY;
    if (/^torch\.(\w*Tensor|nn\.Parameter)$/.test(kind.path)) return simple('tensor');
    return simple(/^torch\.(nn|optim)\./.test(kind.path) ? 'module' : 'torch');
  }

  private madeByName(name: string, node: Of<'NewExpression'>): Kind {
    const first = node.arguments[0] as Node | undefined;
    if (name === 'Map') {
      const pair = first ? this.kinds.each(first) : NEVER;
      return { is: 'map', key: elementOf(pair, 0), of: elementOf(pair, 1) };
    }
    if (name === 'Set') return { is: 'set', of: first ? this.kinds.each(first) : NEVER };
    if (name === 'Array') return listOf(NEVER);
    if (/Array$/.test(name)) return listOf(simple('number'));
    return /Error$/.test(name) ? simple('error') : ANY;
  }

  /** The kind of a callback's parameter, given by the method that calls the callback. */
  parameter(node: Node, index: number): Kind {
    const call = this.parents.get(node);
    if (!call || !isCall(call) || !isArrow(node)) return ANY;
    const name = methodName(call);
    if (name === null) return ANY;
    const on = receiver(call);
    if (name === 'from' && on.type === 'Identifier' && on.name === 'Array')
      return index === 1 ? simple('nat') : this.kinds.each(call.arguments[0] as Node);
    const list = this.kinds.of(on);
    if (name === 'reduce') {
      if (index === 0)
        return call.arguments[1]
          ? either(
              this.kinds.of(call.arguments[1] as Node),
              isArrow(node) && node.body.type !== 'BlockStatement' ? this.kinds.of(node.body as Node) : ANY,
            )
          : elementOf(list, null);
      return index === 1 ? elementOf(list, null) : simple('nat');
    }
    if (name === 'sort' || name === 'toSorted') return elementOf(list, null);
    if (list.is === 'map') return index === 0 ? list.of : list.key;
    return index === 0 ? elementOf(list, null) : index === 1 ? simple('nat') : ANY;
  }
}

/** What a function of a module of Python returns: `re.split(…)`. */
function ofPython(module: string, name: string): Kind {
  if (module === 're' && /^(split|findall)$/.test(name)) return listOf(simple('str'));
  if ((module === 're' && /^(sub|escape)$/.test(name)) || (module === 'json' && name === 'dumps')) return simple('str');
  if (module === 'unicodedata') return simple('str');
  // not operations: functions of Python's modules
  if (module === 'math' || (module === 'random' && /^(random|uniform|gauss|randint|randrange)$/.test(name))) return simple('number');
  return ANY;
}

function globalCall(name: string): Kind {
  if (name === 'Number' || name === 'parseFloat') return simple('number');
  if (name === 'parseInt') return simple('int');
  if (name === 'String') return simple('str');
  return name === 'Boolean' || name === 'isNaN' || name === 'isFinite' ? simple('bool') : ANY;
}
