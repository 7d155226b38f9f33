/**
 * Finds the kinds of values, as far as Python needs them: `x.length` of a list or of a class, `/` of integers or of
 * tensors.
 */
import { CallKinds } from './callKinds.js';
import { ClassKinds, memberOf } from './classKinds.js';
import { ANY, either, elementOf, isNumber, type Kind, listOf, NEVER, simple } from './kind.js';
import { besidesTorch } from '../reading/besides.js';
import { tensorMember } from './memberKinds.js';
import { operation } from './operatorKinds.js';
import type { Scopes, Source, Variable } from '../reading/scopes.js';
import { bare, isClass, isFunction, memberName, type FunctionNode, type Node, type Of } from '../reading/tree.js';
import { annotatedKind } from './typeKinds.js';

export class Kinds {
  readonly calls: CallKinds;
  readonly classes: ClassKinds;
  private readonly known = new Map<Node | Variable, Kind>();
  private readonly open = new Set<Node | Variable>();
  private depth = 0;

  constructor(
    readonly scopes: Scopes,
    private readonly parents: Map<Node, Node>,
    /** Finds what a file exports under a name; 'library' for the library itself. */
    private readonly imported: (from: Node, name: string) => Variable | 'library' | 'namespace' | null,
  ) {
    this.calls = new CallKinds(this, scopes, parents);
    this.classes = new ClassKinds(this, scopes);
  }

  /** Returns NEVER where nothing is known yet. This happens only while a circle of values is followed. */
  of(written: Node): Kind {
    const known = this.known.get(written);
    if (known) return known;
    if (this.open.has(written)) return NEVER;
    this.open.add(written);
    this.depth++;
    const kind = this.infer(written);
    this.depth--;
    this.open.delete(written);
    // Inside a circle, kinds are incomplete. Only the result of the outermost call is kept.
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
      // A variable declared as a number has a number kind. Its values tell whether it is an integer, unless a caller
      // gives them.
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

  /** The called function or method, if it is the program's own. */
  ownFunction(callee: Node): FunctionNode | null {
    const kind = this.of(callee);
    if (kind.is === 'function') return kind.node;
    if (kind.is === 'class') return memberOf(kind.node, 'constructor');
    if (kind.is === 'instance') return this.classes.method(kind.node, 'forward');
    return null;
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
        return this.calls.parameter(source.of, source.index);
      case 'result':
        return operation(
          source.operator,
          this.of(source.left),
          source.operator === '-' && source.left === source.right ? simple('nat') : this.of(source.right),
        );
      case 'caught':
        return simple('error');
      case 'import': {
        const beside = besidesTorch(source.from);
        // Of the first two, what is imported is the whole library.
        const isWhole = beside === 'numpy' || beside === 'matplotlib.pyplot' || source.name === '*' || source.name === 'default';
        if (beside !== null) return { is: 'library', path: isWhole ? beside : `${beside}.${source.name}` };
        const found = this.imported(source.from, source.name);
        if (found === 'library')
          return { is: 'library', path: source.name === '*' || source.name === 'default' ? 'torch' : `torch.${source.name}` };
        return found === null || found === 'namespace' ? ANY : this.ofVariable(found);
      }
    }
  }

  /** The kind of the elements of a node's value. */
  each = (node: Node): Kind => elementOf(this.of(node), null);

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
        let isOfClass = false;
        for (let at: Node | undefined = node; at; at = this.parents.get(at)) {
          if (at.type === 'ClassMethod' && at.static) isOfClass = true;
          if (isClass(at)) return { is: isOfClass ? 'class' : 'instance', node: at };
        }
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
        return operation(node.operator, this.of(node.left as Node), this.of(node.right as Node));
      case 'AssignmentExpression':
        return node.operator === '='
          ? this.of(node.right as Node)
          : operation(node.operator.slice(0, -1), this.of(node.left as Node), this.of(node.right as Node));
      case 'LogicalExpression':
        return either(this.of(node.left as Node), this.of(node.right as Node));
      case 'ConditionalExpression':
        return either(this.of(node.consequent as Node), this.of(node.alternate as Node));
      case 'NewExpression':
        return this.calls.made(node);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.calls.call(node);
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

  /** The type annotation of the variable to which an object is assigned. */
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
      const field = this.classes.field(kind.node, name);
      if (field) return field;
    }
    if (name === 'length' || (name === 'size' && (kind.is === 'map' || kind.is === 'set'))) return simple('nat');
    if (kind.is === 'error') return simple('str');
    return tensorMember(name, false) ?? (kind.is === 'tensor' || kind.is === 'module' ? simple('torch') : ANY);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string' && 'start' in value;

function libraryMember(path: string): Kind {
  if (/^(torch|numpy)\.(pi|e|inf|nan)$/.test(path)) return simple('number');
  return { is: 'library', path };
}
