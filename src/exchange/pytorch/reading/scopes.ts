/** The variables of a program: the variable of each name, the values of each variable, and its scope in Python. */
import { boundNames } from '../../../language/bindings.js';
import { isTypeOnly } from '../../../language/syntax.js';
import { bare, children, isCall, isClass, isFunction, type Node } from './tree.js';

/** Where the value of a variable comes from. */
export type Source =
  | { how: 'value'; node: Node }
  | { how: 'element'; of: Source; index: number | null }
  | { how: 'property'; of: Source; name: string }
  | { how: 'type'; node: Node }
  | { how: 'parameter'; of: Node; index: number }
  | { how: 'result'; operator: string; left: Node; right: Node }
  | { how: 'import'; from: Node; name: string }
  | { how: 'caught' };

/** True for `const self = early(new.target)`: the object before there is one in TypeScript. */
export function isEarlySelf({ sources: [source] }: Variable): boolean {
  const made = source?.how === 'value' ? bare(source.node) : null;
  return made !== null && isCall(made) && (made.arguments[0] as Node | undefined)?.type === 'MetaProperty';
}

export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  readonly sources: Source[];
  /** Its name in Python. */
  python: string;
  isReassigned: boolean;
}

export class Scope {
  readonly variables = new Map<string, Variable>();
  /** Variables of Python scopes around this one that are used in it. */
  readonly outer = new Set<Variable>();
  /** The variables of `outer` that this scope assigns. */
  readonly assigned = new Set<Variable>();
  /** The Python scope that holds this scope's variables. Only files, functions and classes make a Python scope. */
  readonly owner: Scope;

  constructor(
    readonly node: Node,
    readonly parent: Scope | null,
    isOwner: boolean,
  ) {
    this.owner = isOwner || !parent ? this : parent.owner;
  }

  resolve(name: string): Variable | null {
    return this.variables.get(name) ?? this.parent?.resolve(name) ?? null;
  }
}

const BLOCKS = /^(BlockStatement|ForStatement|ForOfStatement|ForInStatement|SwitchStatement|CatchClause)$/;

export class Scopes {
  readonly all: Scope[] = [];
  private readonly references = new Map<Node, Variable>();
  private readonly scopes = new Map<Node, Scope>();

  /** @param isInlined true when a function's body becomes part of the statement around it */
  constructor(private readonly isInlined: (node: Node) => boolean) {}

  /** The variable that an identifier names; null for JavaScript's own names. */
  of(identifier: Node): Variable | null {
    return this.references.get(identifier) ?? null;
  }

  scopeOf(node: Node): Scope | undefined {
    return this.scopes.get(node);
  }

  /** Adds a file. */
  add(program: Node): Scope {
    const scope = this.open(program, null, true);
    this.declareStatements(program, scope);
    children(program).forEach((child) => this.visit(child, scope));
    return scope;
  }

  private open(node: Node, parent: Scope | null, isOwner: boolean): Scope {
    const scope = new Scope(node, parent, isOwner);
    this.scopes.set(node, scope);
    this.all.push(scope);
    return scope;
  }

  private declare(name: string, scope: Scope): Variable {
    const known = scope.variables.get(name);
    if (known) return known;
    const variable: Variable = { name, scope, sources: [], python: name, isReassigned: false };
    scope.variables.set(name, variable);
    return variable;
  }

  private declareStatements(block: Node, scope: Scope): void {
    for (const child of children(block)) this.declareStatement(child, scope);
  }

  private declareStatement(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'VariableDeclaration':
        for (const { id } of node.declarations) for (const { name } of boundNames(id as Node)) this.declare(name, scope);
        return;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (node.id) this.declare(node.id.name, scope).sources.push({ how: 'value', node });
        return;
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        if (node.declaration) this.declareStatement(node.declaration as Node, scope);
        return;
      case 'ImportDeclaration':
        if (node.importKind === 'type') return;
        for (const specifier of node.specifiers) {
          const name =
            specifier.type === 'ImportNamespaceSpecifier'
              ? '*'
              : specifier.type === 'ImportDefaultSpecifier'
                ? 'default'
                : specifier.imported.type === 'Identifier'
                  ? specifier.imported.name
                  : specifier.imported.value;
          this.declare(specifier.local.name, scope).sources.push({ how: 'import', from: node, name });
        }
        return;
      default:
    }
  }

  private visit(node: Node, scope: Scope): void {
    if (isTypeOnly(node) && node.type !== 'TSEnumDeclaration') return;
    let inner = scope;
    if (isFunction(node)) {
      inner = this.open(node, scope, !this.isInlined(node));
      if (node.type === 'FunctionExpression' && node.id) this.refer(node.id as Node, this.declare(node.id.name, inner), inner);
      (node.params as Node[]).forEach((parameter, index) => this.bind(parameter, { how: 'parameter', of: node, index }, inner, true));
      if (node.type === 'FunctionDeclaration' && node.id) this.refer(node.id as Node, scope.resolve(node.id.name), scope);
    } else if (isClass(node)) {
      if (node.id) this.refer(node.id as Node, scope.resolve(node.id.name), scope);
      inner = this.open(node, scope, true);
    } else if (BLOCKS.test(node.type)) {
      inner = this.open(node, scope, false);
    }
    if (inner !== scope) {
      if (isFunction(node) && node.body.type === 'BlockStatement') {
        this.scopes.set(node.body as Node, inner);
        this.declareStatements(node.body as Node, inner);
      } else if (node.type === 'SwitchStatement') for (const part of node.cases) this.declareStatements(part as Node, inner);
      else if (!isClass(node)) this.declareStatements(node, inner);
    }
    this.parts(node, inner);
  }

  private parts(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'Identifier':
        this.refer(node, scope.resolve(node.name), scope);
        return;
      case 'VariableDeclarator':
        this.bind(node.id as Node, node.init ? { how: 'value', node: node.init as Node } : null, scope, true);
        if (node.init) this.visit(node.init as Node, scope);
        return;
      case 'ForOfStatement':
      case 'ForInStatement': {
        const each: Source = { how: 'element', of: { how: 'value', node: node.right as Node }, index: null };
        const target = node.left.type === 'VariableDeclaration' ? (node.left.declarations[0]!.id as Node) : (node.left as Node);
        this.bind(target, node.type === 'ForOfStatement' ? each : null, scope, node.left.type === 'VariableDeclaration');
        this.visit(node.right as Node, scope);
        this.visit(node.body as Node, scope);
        return;
      }
      case 'AssignmentExpression': {
        const target = bare(node.left as Node);
        if (node.operator === '=') this.bind(target, { how: 'value', node: node.right as Node }, scope, false);
        else {
          const operator = node.operator.slice(0, -1);
          this.bind(target, { how: 'result', operator, left: target, right: node.right as Node }, scope, false);
        }
        this.visit(node.right as Node, scope);
        return;
      }
      case 'UpdateExpression':
        this.bind(
          bare(node.argument as Node),
          { how: 'result', operator: node.operator[0]!, left: bare(node.argument as Node), right: node.argument as Node },
          scope,
          false,
        );
        return;
      case 'CatchClause':
        if (node.param) this.bind(node.param as Node, { how: 'caught' }, scope, true);
        this.visit(node.body as Node, scope);
        return;
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) this.refer(local as Node, scope.resolve(local.name), scope);
        return;
      case 'ExportSpecifier':
        this.refer(node.local as Node, scope.resolve(node.local.name), scope);
        return;
      case 'LabeledStatement':
        this.visit(node.body as Node, scope);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      default:
    }
    for (const child of children(node)) {
      if (isFunction(node) && ((node.params as Node[]).includes(child) || ('id' in node && node.id === child))) continue;
      if (isClass(node) && node.id === child) continue;
      if ('key' in node && node.key === child && !('computed' in node && node.computed)) continue;
      if ('property' in node && node.property === child && !('computed' in node && node.computed)) continue;
      // The body of a function has the function's own scope.
      if (isFunction(node) && node.body === child && child.type === 'BlockStatement')
        children(child).forEach((part) => this.visit(part, scope));
      else this.visit(child, scope);
    }
  }

  /** Gives a value to a pattern: each name in it gets its part. */
  private bind(pattern: Node, source: Source | null, scope: Scope, isDeclaration: boolean): void {
    switch (pattern.type) {
      case 'Identifier': {
        if (pattern.name === 'this') return;
        const variable = isDeclaration
          ? this.declare(pattern.name, scope.variables.has(pattern.name) ? scope : scope)
          : scope.resolve(pattern.name);
        this.refer(pattern, variable, scope);
        if (!variable) return;
        if (pattern.typeAnnotation) variable.sources.unshift({ how: 'type', node: pattern.typeAnnotation as Node });
        if (source) variable.sources.push(source);
        if (!isDeclaration) {
          variable.isReassigned = true;
          for (let at: Scope | null = scope; at && at.owner !== variable.scope.owner; at = at.owner.parent) at.owner.assigned.add(variable);
        }
        return;
      }
      case 'AssignmentPattern':
        this.bind(pattern.left as Node, source, scope, isDeclaration);
        this.bind(pattern.left as Node, { how: 'value', node: pattern.right as Node }, scope, isDeclaration);
        this.visit(pattern.right as Node, scope);
        return;
      case 'TSParameterProperty':
        this.bind(pattern.parameter as Node, source, scope, isDeclaration);
        return;
      case 'RestElement':
        this.bind(pattern.argument as Node, null, scope, isDeclaration);
        return;
      case 'ArrayPattern':
        (pattern.elements as (Node | null)[]).forEach((part, index) => {
          if (part) this.bind(part, source && { how: 'element', of: source, index }, scope, isDeclaration);
        });
        return;
      case 'ObjectPattern':
        for (const part of pattern.properties as Node[]) {
          if (part.type !== 'ObjectProperty') {
            this.bind(part, null, scope, isDeclaration);
            continue;
          }
          const name = part.key.type === 'Identifier' ? part.key.name : part.key.type === 'StringLiteral' ? part.key.value : '';
          this.bind(part.value as Node, source && { how: 'property', of: source, name }, scope, isDeclaration);
        }
        return;
      default:
        this.visit(pattern, scope);
    }
  }

  private refer(identifier: Node, variable: Variable | null, scope: Scope): void {
    if (!variable) return;
    this.references.set(identifier, variable);
    for (let at: Scope | null = scope; at && at.owner !== variable.scope.owner; at = at.owner.parent) at.owner.outer.add(variable);
  }
}
