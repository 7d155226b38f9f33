/**
 * Finds the variable to which each name in a text refers, so that a hover on any use of a name can show the tensors of
 * that variable. Follows the scopes of JavaScript; fields (`this.w`) belong to their class.
 */
import { boundNames } from './bindings.js';
import { tableOf, type NameTable } from './description/names.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

/** A variable of the program. Each variable is an object of its own. */
interface Variable {
  /** The places where it is declared or assigned. */
  definitions: Span[];
}

interface Span {
  start: number;
  end: number;
}

class Scope {
  private readonly variables = new Map<string, Variable>();
  /** @param isFunction true when a `var` belongs to this scope */
  constructor(
    readonly parent: Scope | null,
    readonly isFunction: boolean,
    readonly fields: Map<string, Variable>,
  ) {}

  declare(name: string): void {
    if (!this.variables.has(name)) this.variables.set(name, { definitions: [] });
  }

  get forVar(): Scope {
    return this.isFunction || !this.parent ? this : this.parent.forVar;
  }

  resolve(name: string): Variable | null {
    return this.variables.get(name) ?? this.parent?.resolve(name) ?? null;
  }

  field(name: string): Variable {
    let variable = this.fields.get(name);
    if (!variable) this.fields.set(name, (variable = { definitions: [] }));
    return variable;
  }
}

/** @throws SourceError when the text is no program */
export function namesOf(file: string, text: string): NameTable {
  const program = parseModule(file, text).program as Node;
  const scope = new Scope(null, true, new Map());
  declareIn(program, scope);
  const reading = new Reading();
  for (const child of children(program)) reading.visit(child, scope);
  return reading.table();
}

class Reading {
  private readonly uses: { span: Span; variable: Variable }[] = [];

  table(): NameTable {
    // Each variable gets one number: a file may use a variable thousands of times.
    const numbers = new Map<Variable, number>();
    for (const { variable } of this.uses) if (!numbers.has(variable)) numbers.set(variable, numbers.size);
    const definitions = [...numbers].flatMap(([variable, number]) => variable.definitions.map((span) => ({ ...span, variable: number })));
    return {
      uses: tableOf(this.uses.map(({ span, variable }) => ({ ...span, variable: numbers.get(variable)! }))),
      definitions: tableOf(definitions.sort((a, b) => a.start - b.start)),
    };
  }

  private add(variable: Variable | null, span: Span, isDefinition: boolean): void {
    if (!variable) return;
    const { start, end } = span;
    this.uses.push({ span: { start, end }, variable });
    if (isDefinition) variable.definitions.push({ start, end });
  }

  visit(node: Node, scope: Scope): void {
    if (isTypeOnly(node)) return;
    const inner = scopeOf(node, scope);
    if (inner !== scope) declareIn(node, inner);
    for (const { name, start, end } of definedBy(node)) this.add(inner.resolve(name), { start, end }, true);
    switch (node.type) {
      case 'Identifier':
        this.add(scope.resolve(node.name), { start: node.start, end: node.start + node.name.length }, false);
        return;
      case 'AssignmentExpression':
        if (isThisMember(node.left as Node)) this.field(node.left as Node, scope, true);
        else if (node.left.type === 'MemberExpression') this.visit(node.left as Node, scope);
        this.visit(node.right as Node, scope);
        return;
      case 'MemberExpression':
        if (isThisMember(node)) return this.field(node, scope, false);
        this.visit(node.object as Node, scope);
        if (node.computed) this.visit(node.property as Node, scope);
        return;
      case 'ClassProperty':
        if (!node.computed && node.key.type === 'Identifier') this.add(inner.field(node.key.name), node.key as Node, true);
        if (node.value) this.visit(node.value as Node, inner);
        return;
      case 'ObjectProperty':
        if (node.computed) this.visit(node.key as Node, inner);
        this.visit(node.value as Node, inner);
        return;
      case 'VariableDeclarator':
        if (node.init) this.visit(node.init as Node, inner);
        return;
      case 'ImportDeclaration':
      case 'LabeledStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
        return node.type === 'LabeledStatement' ? this.visit(node.body as Node, inner) : undefined;
      default:
        for (const child of children(node)) if (!isNamePart(node, child)) this.visit(child, inner);
    }
  }

  /** `this.w`: the variable belongs to the class; the range is that of the whole expression, as in bindings. */
  private field(node: Node, scope: Scope, isDefinition: boolean): void {
    if (node.type === 'MemberExpression' && node.property.type === 'Identifier')
      this.add(scope.field(node.property.name), node, isDefinition);
  }
}

const isThisMember = (node: Node): boolean =>
  node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && !node.computed && node.property.type === 'Identifier';

/** Keys and names of methods, functions and classes are names, not uses of variables. */
const isNamePart = (node: Node, child: Node): boolean =>
  ('key' in node && node.key === child && !('computed' in node && node.computed)) ||
  ('id' in node && node.id === child) ||
  ('params' in node && (node.params as unknown[]).includes(child) && child.type === 'Identifier') ||
  (node.type === 'OptionalMemberExpression' && node.property === child && !node.computed);

const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/;
const BLOCKS = /^(BlockStatement|ForStatement|ForOfStatement|ForInStatement|SwitchStatement|CatchClause|StaticBlock)$/;

function scopeOf(node: Node, scope: Scope): Scope {
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return new Scope(scope, false, new Map());
  if (FUNCTIONS.test(node.type)) return new Scope(scope, true, scope.fields);
  return BLOCKS.test(node.type) ? new Scope(scope, false, scope.fields) : scope;
}

/**
 * Declares the names that are visible in the whole scope of `node`: its parameters, and the declarations among its
 * statements.
 */
function declareIn(node: Node, scope: Scope): void {
  if ('params' in node) for (const name of boundNamesOf(node.params as unknown as Node[])) scope.declare(name);
  if (node.type === 'CatchClause' && node.param) for (const { name } of boundNames(node.param as Node)) scope.declare(name);
  for (const child of children(node)) declareStatement(child, scope);
}

function declareStatement(node: Node, scope: Scope): void {
  if (node.type === 'VariableDeclaration') {
    for (const { id } of node.declarations) {
      for (const { name } of boundNames(id as Node)) (node.kind === 'var' ? scope.forVar : scope).declare(name);
    }
  } else if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    if (node.id) scope.declare(node.id.name);
  } else if (node.type === 'ExportNamedDeclaration' && node.declaration) {
    declareStatement(node.declaration as Node, scope);
  }
}

const boundNamesOf = (patterns: Node[]): string[] => patterns.flatMap((pattern) => boundNames(pattern)).map(({ name }) => name);

/** The names to which a declaration, an assignment or the head of a function gives a value. */
function definedBy(node: Node): ReturnType<typeof boundNames> {
  if (node.type === 'VariableDeclarator') return boundNames(node.id as Node);
  if (node.type === 'AssignmentExpression') return node.left.type === 'MemberExpression' ? [] : boundNames(node.left as Node);
  if ('params' in node && FUNCTIONS.test(node.type)) return (node.params as unknown as Node[]).flatMap((p) => boundNames(p));
  return [];
}
