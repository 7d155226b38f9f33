/** The variable to which each name of a program refers, and all values that each variable ever gets. */
import { children, isTypeOnly, type Node } from '../syntax.js';
import { annotated, givesIndex, NEVER, UNKNOWN, unwrapped, type Kind } from './kind.js';

/** A value that a variable gets: its kind, or a function that finds the kind from an expression. */
export type Source = Kind | (() => Kind);

export interface Variable {
  kind: Kind;
  readonly sources: Source[];
  isConstant: boolean;
  /** The kind that a function with this name returns, by its annotation. */
  returns: Kind;
}

type Infer = (node: Node) => Kind;

const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/;
const SCOPE =
  /^(Program|BlockStatement|ForStatement|ForOfStatement|ForInStatement|SwitchStatement|CatchClause|StaticBlock|ClassDeclaration|ClassExpression)$/;

class Scope {
  readonly variables = new Map<string, Variable>();
  constructor(
    readonly outer: Scope | null,
    /** True when a `var` belongs to this scope. */
    readonly isFunction: boolean,
  ) {}

  find(name: string): Variable | undefined {
    return this.variables.get(name) ?? this.outer?.find(name);
  }

  declare(name: string): Variable {
    let variable = this.variables.get(name);
    if (!variable) this.variables.set(name, (variable = { kind: NEVER, sources: [], isConstant: false, returns: UNKNOWN }));
    return variable;
  }
}

export class Scopes {
  readonly variables: Variable[] = [];
  private readonly byName = new WeakMap<Node, Variable>();

  /** @param infer gives the kind of an expression, from what is known of the variables so far */
  constructor(
    program: Node,
    private readonly infer: Infer,
  ) {
    this.scan(program, null, new Scope(null, true));
  }

  /** The variable to which an identifier refers; undefined for a global of JavaScript. */
  of(identifier: Node): Variable | undefined {
    return this.byName.get(identifier);
  }

  private scan(node: Node, parent: Node | null, outer: Scope): void {
    if (isTypeOnly(node)) return;
    const isFunction = FUNCTION.test(node.type);
    const scope = isFunction || SCOPE.test(node.type) ? new Scope(outer, isFunction || node.type === 'Program') : outer;
    if (scope !== outer) {
      this.declareWithin(node, parent, scope);
      for (const variable of scope.variables.values()) this.variables.push(variable);
    }
    if (node.type === 'Identifier' && isUse(node, parent)) {
      const variable = scope.find(node.name);
      if (variable) this.byName.set(node, variable);
    }
    this.assigned(node, scope);
    for (const child of children(node)) this.scan(child, node, scope);
  }

  private declareWithin(node: Node, parent: Node | null, scope: Scope): void {
    if ('params' in node && FUNCTION.test(node.type)) {
      const index =
        parent?.type === 'CallExpression' && (parent.arguments as Node[]).includes(node) ? indexParameter(parent.callee as Node) : -1;
      (node.params as unknown as Node[]).forEach((parameter, i) => this.declare(parameter, scope, i === index ? 'number' : UNKNOWN));
    }
    if (node.type === 'CatchClause' && node.param) this.declare(node.param as Node, scope, UNKNOWN);
    if ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id) this.declare(node.id as Node, scope, 'object');
    this.hoist(node, scope, node.type !== 'Program' && FUNCTION.test(node.type) ? 'var' : 'all');
  }

  /** Declares the names from the statements of a scope. A `var` in an inner block belongs to the function. */
  private hoist(node: Node, scope: Scope, what: 'all' | 'var'): void {
    for (const child of children(node)) {
      if (isTypeOnly(child)) continue;
      const isVar = child.type === 'VariableDeclaration' && child.kind === 'var';
      if (child.type === 'VariableDeclaration' && (isVar ? scope.isFunction : what === 'all')) this.declaration(child, node, scope);
      else if (child.type === 'FunctionDeclaration' || child.type === 'ClassDeclaration') {
        if (what === 'all' && child.id) this.named(child, scope);
      } else if (child.type === 'ImportDeclaration') {
        for (const { local } of child.specifiers) this.declare(local as Node, scope, UNKNOWN)!.isConstant = true;
      } else if (what === 'all' && /^(ExportNamedDeclaration|ExportDefaultDeclaration|SwitchCase)$/.test(child.type)) {
        this.hoist(child, scope, what);
        continue;
      }
      if (scope.isFunction && !FUNCTION.test(child.type) && !/^(Class|StaticBlock)/.test(child.type)) this.hoist(child, scope, 'var');
    }
  }

  private named(node: Extract<Node, { type: 'FunctionDeclaration' | 'ClassDeclaration' }>, scope: Scope): void {
    const variable = this.declare(node.id as Node, scope, 'object')!;
    if (node.type === 'FunctionDeclaration' && !node.async && !node.generator) variable.returns = annotated(node.returnType as Node);
  }

  private declaration(node: Extract<Node, { type: 'VariableDeclaration' }>, parent: Node, scope: Scope): void {
    for (const { id, init } of node.declarations) {
      const value = init as Node | null | undefined;
      if (id.type !== 'Identifier') {
        const source = value && id.type === 'ArrayPattern' ? () => elementsOf(this.infer(value)) : UNKNOWN;
        this.declare(id as Node, scope, source, node.kind === 'const');
        continue;
      }
      const known = annotated(id.typeAnnotation as Node);
      const source = known !== UNKNOWN ? known : value ? () => this.infer(value) : this.withoutValue(parent);
      const variable = this.declare(id as Node, scope, source, node.kind === 'const')!;
      const made = value && unwrapped(value);
      if (node.kind === 'const' && (made?.type === 'ArrowFunctionExpression' || made?.type === 'FunctionExpression'))
        if (!made.async && !made.generator) variable.returns = annotated(made.returnType as Node);
    }
  }

  /**
   * The kind of a variable that is declared without a value: an item of the loop, in the head of a loop, else
   * undefined.
   */
  private withoutValue(parent: Node): Source {
    if (parent.type === 'ForInStatement') return 'text';
    if (parent.type !== 'ForOfStatement') return 'nothing';
    return () => elementsOf(this.infer(parent.right as Node));
  }

  private declare(pattern: Node, scope: Scope, source: Source, isConstant = false): Variable | undefined {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = scope.declare(pattern.name);
        const known = annotated(pattern.typeAnnotation as Node);
        variable.sources.push(known === UNKNOWN ? source : known);
        if (isConstant) variable.isConstant = true;
        return variable;
      }
      case 'AssignmentPattern': {
        const value = pattern.right as Node;
        this.declare(
          pattern.left as Node,
          scope,
          typeof source === 'function' ? () => joined(source(), this.infer(value)) : source,
          isConstant,
        );
        return undefined;
      }
      case 'TSParameterProperty':
        return this.declare(pattern.parameter as Node, scope, source);
      case 'RestElement': {
        const known = annotated(pattern.typeAnnotation as Node);
        return this.declare(pattern.argument as Node, scope, known === UNKNOWN ? 'object' : known, isConstant);
      }
      case 'ArrayPattern':
        for (const element of pattern.elements as (Node | null)[]) if (element) this.declare(element, scope, source, isConstant);
        return undefined;
      case 'ObjectPattern':
        for (const property of pattern.properties)
          this.declare((property.type === 'RestElement' ? property : property.value) as Node, scope, UNKNOWN, isConstant);
        return undefined;
      default:
        return undefined;
    }
  }

  private assigned(node: Node, scope: Scope): void {
    if (node.type === 'AssignmentExpression') {
      const target = unwrapped(node.left as Node);
      if (target.type === 'Identifier') scope.find(target.name)?.sources.push(() => this.infer(node));
      else this.unknownTo(target, scope);
    } else if (node.type === 'UpdateExpression') {
      const target = unwrapped(node.argument as Node);
      if (target.type === 'Identifier') scope.find(target.name)?.sources.push(() => this.infer(node));
    } else if ((node.type === 'ForOfStatement' || node.type === 'ForInStatement') && node.left.type !== 'VariableDeclaration')
      this.unknownTo(unwrapped(node.left as Node), scope);
  }

  /** Sets all names in a pattern to an unknown kind. */
  private unknownTo(pattern: Node, scope: Scope): void {
    if (pattern.type === 'Identifier') scope.find(pattern.name)?.sources.push(UNKNOWN);
    else if (pattern.type === 'ObjectProperty') this.unknownTo(pattern.value as Node, scope);
    else if (/Pattern$|^RestElement$/.test(pattern.type)) for (const child of children(pattern)) this.unknownTo(child, scope);
  }
}

const elementsOf = (list: Kind): Kind =>
  list === NEVER ? NEVER : list === 'numbers' ? 'number' : list === 'rows' ? 'numbers' : list === 'text' ? 'text' : UNKNOWN;

const joined = (a: Kind, b: Kind): Kind => (a === b ? a : a === NEVER ? b : b === NEVER ? a : UNKNOWN);

/** The index of the callback's parameter that is an index: `i` in `xs.map((x, i) => …)`. */
function indexParameter(callee: Node): number {
  const method = unwrapped(callee);
  return method.type === 'MemberExpression' && method.property.type === 'Identifier' && givesIndex(method.property.name) ? 1 : -1;
}

/** True when an identifier refers to a variable, and is not the name of a member, a label or a key. */
function isUse(node: Node, parent: Node | null): boolean {
  if (!parent) return true;
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') return parent.object === node || parent.computed;
  if ('key' in parent && (parent.key as Node) === node)
    return ('computed' in parent && parent.computed === true) || ('shorthand' in parent && parent.shorthand);
  return !/^(LabeledStatement|BreakStatement|ContinueStatement|ImportSpecifier|ExportSpecifier|MetaProperty)$/.test(parent.type);
}
