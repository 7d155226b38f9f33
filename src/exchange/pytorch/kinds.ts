/** What a value is, as far as Python has to be told: `x.length` of a list and of a class, `/` of whole numbers and of tensors. */
import { ANY, either, elementOf, isContext, isNumber, isWhole, type Kind, listOf, NEVER, simple } from './kind.js';
import { builtinMethod, tensorMember } from './memberKinds.js';
import type { Scopes } from './scopes.js';
import { type Source, type Variable } from './scopes.js';
import {
  bare,
  type ClassNode,
  type FunctionNode,
  isArrow,
  isCall,
  isClass,
  isFunction,
  memberName,
  methodName,
  type Node,
  type Of,
  receiver,
} from './tree.js';
import { annotatedKind } from './typeKinds.js';

export class Kinds {
  private readonly known = new Map<Node | Variable, Kind>();
  private readonly open = new Set<Node | Variable>();
  private depth = 0;

  constructor(
    readonly scopes: Scopes,
    private readonly parents: Map<Node, Node>,
    /** What a file exports under a name; null for the library itself. */
    private readonly imported: (from: Node, name: string) => Variable | 'library' | 'namespace' | null,
  ) {}

  /** NEVER where nothing is known yet, which only happens within a circle. */
  of(written: Node): Kind {
    const known = this.known.get(written);
    if (known) return known;
    if (this.open.has(written)) return NEVER;
    this.open.add(written);
    this.depth++;
    const kind = this.infer(written);
    this.depth--;
    this.open.delete(written);
    // Within a circle not all is known: only what was asked from outside is kept.
    if (this.depth === 0) this.known.set(written, kind);
    return kind;
  }

  ofVariable(variable: Variable): Kind {
    const known = this.known.get(variable);
    if (known) return known;
    if (this.open.has(variable)) return NEVER;
    this.open.add(variable);
    this.depth++;
    const [first, ...rest] = variable.sources;
    let kind: Kind = NEVER;
    const typed = first?.how === 'type' ? this.ofSource(first) : ANY;
    if (typed.is !== 'any' && typed.is !== 'number' && !(typed.is === 'list' && typed.of.is === 'any')) kind = typed;
    else {
      for (const source of first?.how === 'type' ? rest : variable.sources) kind = either(kind, this.ofSource(source));
      // What is declared as a number is one: how whole it is, its values say, unless it is given by a caller.
      const isGiven = rest.length === 0 || rest.some(({ how }) => how === 'parameter');
      if (typed.is === 'number' && (!isNumber(kind) || isGiven)) kind = typed;
      if (typed.is === 'list' && kind.is !== 'list') kind = typed;
    }
    if (kind.is === 'never') kind = variable.sources.length === 0 || this.depth === 1 ? ANY : NEVER;
    this.depth--;
    this.open.delete(variable);
    if (this.depth === 0) this.known.set(variable, kind);
    return kind;
  }

  /** The function or the method that is called, where it is one of the program's own. */
  ownFunction(callee: Node): FunctionNode | null {
    const kind = this.of(callee);
    if (kind.is === 'function') return kind.node;
    if (kind.is === 'class') return memberOf(kind.node, 'constructor');
    if (kind.is === 'instance') return this.method(kind.node, 'forward');
    return null;
  }

  /** A method of a class or of the class that it extends. */
  method(node: ClassNode, name: string): FunctionNode | null {
    const own = memberOf(node, name);
    if (own || !node.superClass) return own;
    const base = this.of(node.superClass as Node);
    return base.is === 'class' ? this.method(base.node, name) : null;
  }

  /** The path in the library that a class extends in the end; null for one that extends nothing of it. */
  libraryBase(node: ClassNode): string | null {
    if (!node.superClass) return null;
    const base = this.of(node.superClass as Node);
    return base.is === 'library' ? base.path : base.is === 'class' ? this.libraryBase(base.node) : null;
  }

  private ofSource(source: Source): Kind {
    switch (source.how) {
      case 'value':
        return this.of(source.node);
      case 'type':
        return annotatedKind(source.node, (node) => this.of(node));
      case 'element':
        return elementOf(this.ofSource(source.of), source.index);
      case 'property':
        return this.property(this.ofSource(source.of), source.name);
      case 'parameter':
        return this.parameter(source.of, source.index);
      case 'result':
        return this.operation(
          source.operator,
          this.of(source.left),
          source.operator === '-' && source.left === source.right ? simple('nat') : this.of(source.right),
          source.left === source.right,
        );
      case 'caught':
        return simple('error');
      case 'import': {
        const found = this.imported(source.from, source.name);
        if (found === 'library')
          return { is: 'library', path: source.name === '*' || source.name === 'default' ? 'torch' : `torch.${source.name}` };
        return found === null || found === 'namespace' ? ANY : this.ofVariable(found);
      }
    }
  }

  /** What a callback is given by the method that it is handed to. */
  private parameter(node: Node, index: number): Kind {
    const call = this.parents.get(node);
    if (!call || !isCall(call) || !isArrow(node)) return ANY;
    const name = methodName(call);
    if (name === null) return ANY;
    const on = receiver(call);
    if (name === 'from' && on.type === 'Identifier' && on.name === 'Array')
      return index === 1 ? simple('nat') : this.each(call.arguments[0] as Node);
    const list = this.of(on);
    if (name === 'reduce') {
      if (index === 0)
        return call.arguments[1]
          ? either(
              this.of(call.arguments[1] as Node),
              isArrow(node) && node.body.type !== 'BlockStatement' ? this.of(node.body as Node) : ANY,
            )
          : elementOf(list, null);
      return index === 1 ? elementOf(list, null) : simple('nat');
    }
    if (name === 'sort' || name === 'toSorted') return elementOf(list, null);
    if (list.is === 'map') return index === 0 ? list.of : list.key;
    return index === 0 ? elementOf(list, null) : index === 1 ? simple('nat') : ANY;
  }

  /** What a parameter is given, where the function is handed to a method of a list. */
  parameterOf(node: Node, index: number): Kind {
    return this.parameter(node, index);
  }

  private each = (node: Node): Kind => elementOf(this.of(node), null);

  returned(node: FunctionNode): Kind {
    if (node.returnType) {
      const typed = annotatedKind(node.returnType as Node, (part) => this.of(part));
      if (typed.is !== 'any' && typed.is !== 'number') return typed;
    }
    if (node.body.type !== 'BlockStatement') return this.of(node.body as Node);
    let kind: Kind = NEVER;
    const visit = (part: Node): void => {
      if (part.type === 'ReturnStatement') kind = either(kind, part.argument ? this.of(part.argument as Node) : simple('none'));
      else if (!isFunction(part) && !isClass(part))
        for (const child of Object.values(part as object).flat() as Node[]) if (isNode(child)) visit(child);
    };
    visit(node.body as Node);
    return kind.is === 'never' ? simple('none') : kind;
  }

  private infer(written: Node): Kind {
    if (written.type === 'TSAsExpression' || written.type === 'TSTypeAssertion') {
      const typed = annotatedKind(written.typeAnnotation as Node, (node) => this.of(node));
      if (typed.is !== 'any') return typed;
    }
    const node = bare(written);
    switch (node.type) {
      case 'NumericLiteral':
        return simple(Number.isInteger(node.value) ? 'nat' : 'number');
      case 'StringLiteral':
      case 'TemplateLiteral':
        return simple('str');
      case 'BooleanLiteral':
        return simple('bool');
      case 'NullLiteral':
        return simple('none');
      case 'ThisExpression': {
        for (let at: Node | undefined = node; at; at = this.parents.get(at)) if (isClass(at)) return { is: 'instance', node: at };
        return ANY;
      }
      case 'Identifier': {
        const variable = this.scopes.of(node);
        if (variable) return this.ofVariable(variable);
        return simple(node.name === 'undefined' ? 'none' : node.name === 'Infinity' || node.name === 'NaN' ? 'number' : 'torch').is ===
          'torch'
          ? ANY
          : simple(node.name === 'undefined' ? 'none' : 'number');
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return { is: 'function', node };
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { is: 'class', node };
      case 'ArrayExpression': {
        const items = (node.elements as (Node | null)[]).map((part) =>
          part ? (part.type === 'SpreadElement' ? this.each(part.argument as Node) : this.of(part)) : simple('none'),
        );
        const isPlain = node.elements.every((part) => part?.type !== 'SpreadElement');
        return listOf(items.reduce(either, NEVER), isPlain ? items : undefined);
      }
      case 'ObjectExpression':
        return this.object(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'UpdateExpression':
        return this.of(node.argument as Node);
      case 'BinaryExpression':
        return this.operation(node.operator, this.of(node.left as Node), this.of(node.right as Node));
      case 'AssignmentExpression':
        return node.operator === '='
          ? this.of(node.right as Node)
          : this.operation(node.operator.slice(0, -1), this.of(node.left as Node), this.of(node.right as Node));
      case 'LogicalExpression':
        return either(this.of(node.left as Node), this.of(node.right as Node));
      case 'ConditionalExpression':
        return either(this.of(node.consequent as Node), this.of(node.alternate as Node));
      case 'NewExpression':
        return this.made(node);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.call(node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.member(node);
      default:
        return ANY;
    }
  }

  private object(node: Of<'ObjectExpression'>): Kind {
    const fields = new Map<string, Kind>();
    let isRecord = node.properties.length > 0;
    let all: Kind = NEVER;
    for (const part of node.properties as Node[]) {
      if (part.type === 'SpreadElement') {
        const spread = this.of(part.argument as Node);
        if (spread.is === 'record') for (const [name, kind] of spread.fields) fields.set(name, kind);
        else isRecord = false;
        continue;
      }
      if (part.type !== 'ObjectProperty' && part.type !== 'ObjectMethod') continue;
      if (part.computed || part.key.type !== 'Identifier') isRecord = false;
      const value = part.type === 'ObjectMethod' ? ({ is: 'function', node: part } as const) : this.of(part.value as Node);
      all = either(all, value);
      if (part.key.type === 'Identifier') fields.set(part.key.name, value);
    }
    const declared = this.declaredFor(node);
    if (declared?.is === 'dict') return declared;
    return isRecord ? { is: 'record', fields } : { is: 'dict', of: all };
  }

  /** The type that is written beside the variable that an object is given to. */
  private declaredFor(node: Node): Kind | null {
    const parent = this.parents.get(node);
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && parent.id.typeAnnotation)
      return annotatedKind(parent.id.typeAnnotation as Node, (part) => this.of(part));
    return null;
  }

  private unary(node: Of<'UnaryExpression'>): Kind {
    const kind = this.of(node.argument as Node);
    if (node.operator === '!' || node.operator === 'delete') return simple('bool');
    if (node.operator === 'typeof') return simple('str');
    if (node.operator === 'void') return simple('none');
    if (node.operator === '+' && !isNumber(kind)) return simple('number');
    return kind.is === 'nat' && node.operator !== '+' ? simple('int') : kind;
  }

  operation(operator: string, left: Kind, right: Kind, isStep = false): Kind {
    if (/^(===|!==|in|instanceof)$/.test(operator)) return simple('bool');
    if (operator === '+' && (left.is === 'str' || right.is === 'str')) return simple('str');
    if (left.is === 'tensor' || right.is === 'tensor' || left.is === 'torch' || right.is === 'torch')
      return /^[!=]=$/.test(operator) && (left.is === 'none' || right.is === 'none') ? simple('bool') : simple('tensor');
    if (/^([!=]=|[<>]=?)$/.test(operator)) return isPlain(left) || isPlain(right) ? simple('bool') : ANY;
    if (left.is === 'never' || right.is === 'never') return left.is === 'never' && right.is === 'never' ? NEVER : either(left, right);
    if (!isNumber(left) || !isNumber(right)) return ANY;
    if (/^(&|\||\^|<<|>>)$/.test(operator)) return simple(left.is === 'nat' && right.is === 'nat' ? 'nat' : 'int');
    if (!isWhole(left) || !isWhole(right) || operator === '/') return simple('number');
    if (operator === '-') return simple(isStep ? 'int' : 'int');
    if (operator === '**') return right.is === 'nat' ? left : simple('number');
    return simple(left.is === 'nat' && right.is === 'nat' ? 'nat' : operator === '%' && left.is === 'nat' ? 'nat' : 'int');
  }

  private made(node: Of<'NewExpression'>): Kind {
    const callee = bare(node.callee as Node);
    if (callee.type === 'Identifier' && !this.scopes.of(callee)) return this.madeByName(callee.name, node);
    const kind = this.of(callee);
    if (kind.is === 'class') return { is: 'instance', node: kind.node };
    if (kind.is !== 'library') return ANY;
    if (/^torch\.(\w*Tensor|nn\.Parameter)$/.test(kind.path)) return simple('tensor');
    return simple(/^torch\.(nn|optim)\./.test(kind.path) ? 'module' : 'torch');
  }

  private madeByName(name: string, node: Of<'NewExpression'>): Kind {
    const first = node.arguments[0] as Node | undefined;
    if (name === 'Map') {
      const pair = first ? this.each(first) : NEVER;
      return { is: 'map', key: elementOf(pair, 0), of: elementOf(pair, 1) };
    }
    if (name === 'Set') return { is: 'set', of: first ? this.each(first) : NEVER };
    if (name === 'Array') return listOf(NEVER);
    if (/Array$/.test(name)) return listOf(simple('number'));
    return /Error$/.test(name) ? simple('error') : ANY;
  }

  private call(node: Of<'CallExpression' | 'OptionalCallExpression'>): Kind {
    const callee = bare(node.callee as Node);
    const name = memberName(callee);
    const args = node.arguments as Node[];
    if (callee.type === 'Identifier' && !this.scopes.of(callee)) return globalCall(callee.name);
    if (name !== null) {
      const on = receiver(node);
      if (on.type === 'Identifier' && !this.scopes.of(on)) {
        const found = this.globalMethod(on.name, name, args);
        if (found) return found;
      }
      const kind = this.of(on);
      if (kind.is === 'library') return this.libraryCall(`${kind.path}.${name}`, args);
      if (kind.is === 'instance' || kind.is === 'class') {
        const own = this.method(kind.node, name);
        if (own) return this.returned(own);
        if (kind.is === 'class') return ANY;
      } else if (kind.is === 'record') {
        const field = kind.fields.get(name);
        return field?.is === 'function' ? this.returned(field.node) : ANY;
      } else {
        const found = builtinMethod(
          kind,
          name,
          (index) => args[index] && this.of(args[index]),
          (index) => this.callback(args[index]),
        );
        if (found) return found;
      }
      return tensorMember(name, true) ?? (kind.is === 'tensor' ? simple('tensor') : ANY);
    }
    const kind = this.of(callee);
    if (kind.is === 'function') return this.returned(kind.node);
    if (kind.is === 'instance') {
      const forward = this.method(kind.node, 'forward');
      return forward ? this.returned(forward) : simple('torch');
    }
    if (kind.is === 'library') return this.libraryCall(kind.path, args);
    return kind.is === 'module' ? simple('torch') : ANY;
  }

  /** What a function that is handed over returns. */
  private callback(node: Node | undefined): Kind {
    if (!node) return ANY;
    const kind = this.of(node);
    if (kind.is === 'function') return this.returned(kind.node);
    return node.type === 'Identifier' && !this.scopes.of(node) ? globalCall(node.name) : ANY;
  }

  private libraryCall(path: string, args: Node[]): Kind {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const last = args.at(-1);
    if (last && isArrow(last) && isContext(name)) return this.callback(last);
    if (/^torch\.(func|vmap)/.test(path)) return ANY;
    return tensorMember(path, true) ?? (/^[A-Z]/.test(name) ? simple('torch') : simple('tensor'));
  }

  private globalMethod(on: string, name: string, args: Node[]): Kind | null {
    const first = args[0];
    if (on === 'Math') {
      // not operations: functions of Math
      if (/^(floor|ceil|round|trunc)$/.test(name)) return simple(first && this.of(first).is === 'nat' ? 'nat' : 'int');
      // not operations: functions of Math
      if (/^(max|min|abs)$/.test(name) && args.every((arg) => arg.type !== 'SpreadElement'))
        return args.map((arg) => this.of(arg)).reduce(either, NEVER);
      return simple('number');
    }
    if (on === 'Object') {
      const kind = first ? this.of(first) : ANY;
      const of = kind.is === 'dict' ? kind.of : kind.is === 'record' ? [...kind.fields.values()].reduce(either, NEVER) : ANY;
      if (name === 'keys') return listOf(simple('str'));
      if (name === 'values') return listOf(of);
      if (name === 'entries') return listOf(listOf(ANY, [simple('str'), of]));
      if (name === 'fromEntries') return { is: 'dict', of: first ? elementOf(this.each(first), 1) : ANY };
      return name === 'assign' ? kind : null;
    }
    if (on === 'Array')
      return name === 'from'
        ? listOf(args[1] ? this.callback(args[1]) : first ? this.each(first) : ANY)
        : name === 'isArray'
          ? simple('bool')
          : null;
    if (on === 'Number') return simple(/^is/.test(name) ? 'bool' : 'number');
    if (on === 'JSON') return name === 'stringify' ? simple('str') : ANY;
    return on === 'String' ? simple('str') : null;
  }

  private member(node: Of<'MemberExpression' | 'OptionalMemberExpression'>): Kind {
    const object = bare(node.object as Node);
    const name = memberName(node);
    if (name !== null && object.type === 'Identifier' && !this.scopes.of(object) && /^(Math|Number)$/.test(object.name))
      return simple(/SAFE_INTEGER/.test(name) ? 'int' : 'number');
    const kind = this.of(object);
    if (name !== null) return this.property(kind, name);
    const index = bare(node.property as Node);
    if (kind.is === 'list') return elementOf(kind, index.type === 'NumericLiteral' ? index.value : null);
    if (kind.is === 'dict') return kind.of;
    if (kind.is === 'str') return kind;
    if (kind.is === 'tensor' || kind.is === 'torch') return simple('tensor');
    return kind.is === 'module' ? kind : kind.is === 'record' ? [...kind.fields.values()].reduce(either, NEVER) : ANY;
  }

  property(kind: Kind, name: string): Kind {
    if (kind.is === 'library') return libraryMember(`${kind.path}.${name}`);
    if (kind.is === 'record') return kind.fields.get(name) ?? simple('none');
    if (kind.is === 'dict') return kind.of;
    if (kind.is === 'instance') {
      const field = this.field(kind.node, name);
      if (field) return field;
    }
    if (name === 'length' || (name === 'size' && (kind.is === 'map' || kind.is === 'set'))) return simple('nat');
    if (kind.is === 'error') return simple('str');
    return tensorMember(name, false) ?? (kind.is === 'tensor' || kind.is === 'module' ? simple('torch') : ANY);
  }

  /** A field: what it is declared with, and what the constructor gives it. */
  private field(node: ClassNode, name: string): Kind | null {
    let kind: Kind = NEVER;
    for (const part of node.body.body as Node[]) {
      const key =
        'key' in part && part.key.type === 'Identifier'
          ? part.key.name
          : 'key' in part && part.key.type === 'PrivateName'
            ? `_${part.key.id.name}`
            : null;
      if (key !== name) {
        if (part.type === 'ClassMethod' && part.kind === 'constructor')
          for (const parameter of part.params as Node[])
            if (parameter.type === 'TSParameterProperty') {
              const target =
                parameter.parameter.type === 'AssignmentPattern' ? (parameter.parameter.left as Node) : (parameter.parameter as Node);
              const variable = target.type === 'Identifier' && target.name === name ? this.scopes.of(target) : null;
              if (variable) kind = either(kind, this.ofVariable(variable));
            }
        continue;
      }
      if (part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod')
        kind = either(kind, part.kind === 'get' ? this.returned(part) : { is: 'function', node: part });
      else if (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') {
        const typed = part.typeAnnotation ? annotatedKind(part.typeAnnotation as Node, (inner) => this.of(inner)) : ANY;
        if (typed.is !== 'any' && typed.is !== 'number') return typed;
        if (part.value) kind = either(kind, this.of(part.value as Node));
        else if (typed.is === 'number') kind = either(kind, typed);
      }
    }
    const constructor = memberOf(node, 'constructor');
    for (const statement of (constructor && bodyStatements(constructor)) ?? []) {
      const assigned = statement.type === 'ExpressionStatement' ? (statement.expression as Node) : null;
      if (assigned?.type !== 'AssignmentExpression' || memberName(assigned.left as Node) !== name) continue;
      if (bare((assigned.left as Of<'MemberExpression'>).object as Node).type === 'ThisExpression')
        kind = either(kind, this.of(assigned.right as Node));
    }
    if (kind.is !== 'never') return kind;
    const base = node.superClass ? this.of(node.superClass as Node) : ANY;
    return base.is === 'class' ? this.field(base.node, name) : null;
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string' && 'start' in value;

const bodyStatements = (node: FunctionNode): Node[] | null => (node.body.type === 'BlockStatement' ? (node.body.body as Node[]) : null);

function memberOf(node: ClassNode, name: string): FunctionNode | null {
  for (const part of node.body.body as Node[])
    if ((part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod') && 'name' in part.key && part.key.name === name) return part;
  return null;
}

const isPlain = (kind: Kind): boolean => isNumber(kind) || kind.is === 'str' || kind.is === 'none' || kind.is === 'bool';

function libraryMember(path: string): Kind {
  if (/^torch\.(pi|e|inf|nan)$/.test(path)) return simple('number');
  return { is: 'library', path };
}

function globalCall(name: string): Kind {
  if (name === 'Number' || name === 'parseFloat') return simple('number');
  if (name === 'parseInt') return simple('int');
  if (name === 'String') return simple('str');
  return name === 'Boolean' || name === 'isNaN' || name === 'isFinite' ? simple('bool') : ANY;
}
