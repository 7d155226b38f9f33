/**
 * Wraps the observed parts of a program in calls. Each call carries an index into a table of ranges of the original
 * text:
 *
 *     const y = f(x)            const y = __tl.b(0, __tl.c(1, f(x)))
 *     const [a, b] = f(x)       const [a, b] = __tl.c(2, f(x));__tl.b(0,a);__tl.b(1,b);
 *     throw e                   throw __tl.t(0, e)
 *     for (const x of xs) {     for (const x of xs) {__tl.l(0);__tl.b(1,x);
 *     torch.tensor([1.0, 2])    torch.tensor(__tl.f([1.0, 2]))
 *
 * A call is reported after it has returned, with its value. It is not wrapped into a function, so `await`, `yield` and
 * `super` in its arguments keep their meaning. Inserted text has no line breaks, so line numbers stay the same.
 *
 * Insertions at one offset: an opening is appended, a closing is prepended, and nodes are visited from the outside in.
 * So openings nest, closings nest, and a closing comes before an opening that starts at its end.
 */
import type MagicString from 'magic-string';
import type { Site } from '../protocol/runnerApi.js';
import { bindingName, boundNames, holdsNoTensor } from './bindings.js';
import { floatArguments, floatSettings, isFloatList } from './floats.js';
import type { Lines } from './lines.js';
import { Operators } from './operators/operators.js';
import { children, isTypeOnly, type Node } from './syntax.js';

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;
type Loop = Of<'ForStatement' | 'ForOfStatement' | 'ForInStatement' | 'WhileStatement' | 'DoWhileStatement'>;

/** The nodes in which another statement may follow a statement. */
const STATEMENT_LISTS = new Set(['Program', 'BlockStatement', 'SwitchCase', 'StaticBlock', 'ExportNamedDeclaration']);

const isField = (node: Node): node is Of<'ClassProperty'> => node.type === 'ClassProperty' && !node.static && !node.computed;

export class Instrumenter {
  readonly sites: Site[] = [];
  /** The nodes inside an optional chain that continues after them. */
  private readonly continued = new WeakSet<Node>();
  private operators: Operators | null = null;

  /** @param firstSite the index of this module's first site in the table of the program */
  constructor(
    private readonly output: MagicString,
    private readonly text: string,
    private readonly lines: Lines,
    private readonly firstSite: number,
  ) {}

  /**
   * @param hasOperators true: operators work on tensors here. So it is in model files, where the editor supports it too
   */
  run(program: Node, hasOperators: boolean): void {
    if (hasOperators) {
      this.operators = new Operators(program, {
        text: this.text,
        open: (offset, text) => this.open(offset, text),
        close: (offset, text) => this.close(offset, text),
        replace: (start, end, text) => this.output.update(start, end, text),
        site: (start, end) => this.site('operator', start, end),
        binding: (target) => this.bindingCall(target),
      });
    }
    this.visitChildren(program);
  }

  private visitChildren(node: Node): void {
    for (const child of children(node)) this.visit(child, node);
  }

  private visit(node: Node, parent: Node): void {
    if (isTypeOnly(node)) return;
    this.operators?.visit(node, this.continued.has(node));
    switch (node.type) {
      case 'VariableDeclaration':
        this.declaration(node, parent);
        break;
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier' && node.init) this.bind(node.id as Node, node.init as Node);
        break;
      case 'AssignmentExpression':
        this.assignment(node);
        break;
      case 'ClassProperty':
      case 'ClassPrivateProperty':
        if (node.value && !('computed' in node && node.computed)) this.bind(node.key as Node, node.value as Node);
        // Where no field has a value, they only say their types. The order of fields is that of their first assignments, as in
        // Python: modules print, and list their parameters, in this order.
        else if (this.operators && isField(node) && !node.value && !children(parent).some((one) => isField(one) && one.value))
          this.open(node.start, 'declare ');
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        this.parameters(node);
        break;
      case 'ForOfStatement':
        this.loop(
          node,
          this.boundBy(node.left.type === 'VariableDeclaration' ? (node.left.declarations[0]!.id as Node) : (node.left as Node)),
        );
        break;
      case 'ForStatement':
      case 'ForInStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.loop(node, '');
        break;
      case 'ArrayExpression':
        if (isFloatList(node)) this.wrap(node, '__tl.f(', ')');
        break;
      case 'CallExpression':
        this.float(node);
        if (node.callee.type !== 'Super' && node.callee.type !== 'Import') this.call(node);
        break;
      case 'OptionalCallExpression':
        // A wrapper around a part of a longer chain would end the short circuit: `a?.b().c` is wrapped as a whole or
        // not at all.
        if (!this.continued.has(node)) this.call(node);
        this.continued.add(unasserted(node.callee as Node));
        break;
      case 'OptionalMemberExpression':
        this.continued.add(unasserted(node.object as Node));
        break;
      case 'NewExpression': {
        this.call(node);
        const floats = floatSettings(node);
        if (floats) this.wrap(node, '__tl.w(', `,${JSON.stringify(floats)})`);
        break;
      }
      case 'TaggedTemplateExpression':
        this.call(node);
        break;
      case 'AwaitExpression':
        if (isCall(node.argument as Node)) this.call(node);
        else this.awaited(node);
        break;
      case 'YieldExpression':
        // Sucrase, which removes the types, cannot read a `yield` without a value before a bracket or a comma.
        if (!node.argument) this.close(node.end, ' void 0');
        break;
      case 'ThrowStatement': {
        const argument = node.argument as Node;
        const [open, close] = argument.type === 'SequenceExpression' ? ['(', '))'] : ['', ')'];
        this.wrap(argument, `__tl.t(${this.site('throw', node.start, argument.end)},${open}`, close);
        break;
      }
      default:
    }
    if (node.type === 'NewExpression') this.visitConstructor(node.callee as Node, node);
    for (const child of children(node)) if (node.type !== 'NewExpression' || child !== node.callee) this.visit(child, node);
  }

  /** The callee of the outer `new` in `new a().B()` cannot be wrapped: the wrapper would take its arguments. */
  private visitConstructor(callee: Node, parent: Node): void {
    if (callee.type === 'MemberExpression') {
      this.operators?.visitConstructor(callee);
      this.visitConstructor(callee.object as Node, callee);
      if (callee.computed) this.visit(callee.property as Node, callee);
    } else if (callee.type === 'NewExpression' || callee.type === 'TaggedTemplateExpression') this.visitChildren(callee);
    else this.visit(callee, parent);
  }

  private declaration(node: Of<'VariableDeclaration'>, parent: Node): void {
    if (!STATEMENT_LISTS.has(parent.type)) return;
    const names = node.declarations
      .filter(({ id, init }) => init && id.type !== 'Identifier')
      .map(({ id }) => this.boundBy(id as Node))
      .join('');
    if (names !== '') this.close(node.end, `;${names}`);
  }

  private assignment(node: Of<'AssignmentExpression'>): void {
    if (!['=', '??=', '||=', '&&='].includes(node.operator)) return;
    const left = unparenthesised(node.left as Node);
    if (left.type !== 'ArrayPattern' && left.type !== 'ObjectPattern') return this.bind(left, node.right as Node);
    const names = boundNames(left).map((name) => `,${this.binding(name)}`);
    if (names.length > 0) this.wrap(node, '__tl.v(', `${names.join('')})`);
  }

  private parameters(
    node: Of<
      'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' | 'ObjectMethod' | 'ClassMethod' | 'ClassPrivateMethod'
    >,
  ): void {
    const names = (node.params as Node[]).flatMap((parameter) => boundNames(parameter));
    if (names.length === 0) return;
    const calls = names.map((name) => this.binding(name));
    const body = node.body as Node;
    if (body.type !== 'BlockStatement') return this.wrap(body, `(${calls.join(',')},`, ')');
    const directive = body.directives.at(-1);
    this.open(directive ? (directive as Node).end : body.start + 1, (directive ? ';' : '') + calls.map((call) => `${call};`).join(''));
  }

  private loop(node: Loop, bindings: string): void {
    const body = node.body as Node;
    const headEnd =
      node.type === 'DoWhileStatement' ? node.start + 'do'.length : node.start + this.text.slice(node.start, body.start).trimEnd().length;
    const site = this.site('loop', node.start, headEnd);
    const calls = `__tl.s[${site}]||__tl.m(${site});__tl.l(${site});${bindings}`;
    if (body.type === 'BlockStatement') this.open(body.start + 1, calls);
    else this.wrap(body, `{${calls}`, '}');
  }

  private call(node: Node): void {
    const site = this.site('call', node.start, node.end);
    // The site is marked before its first call: so a call that never returns can be found.
    this.wrap(node, `__tl.c((__tl.s[${site}]||__tl.m(${site}),${site}),`, ')');
  }

  private float(node: Node): void {
    if (this.operators) for (const number of floatArguments(node)) this.wrap(number, '__tl.f(', ')');
  }

  /** Marks an `await` before it waits: the promise may never settle, and the mark then tells where the run is. */
  private awaited(node: Of<'AwaitExpression'>): void {
    const site = this.site('call', node.start, node.end);
    this.wrap(node.argument as Node, `(__tl.s[${site}]||__tl.m(${site}),`, ')');
  }

  private bind(target: Node, value: Node): void {
    const call = holdsNoTensor(value) ? null : this.bindingCall(target);
    if (call) this.wrap(value, call, ')');
  }

  /** `__tl.b(1,`: the text before a value that is bound to a name. Null for a target without a name. */
  private bindingCall(target: Node): string | null {
    const name = bindingName(target, this.text);
    return name && `__tl.b(${this.site('binding', name.start, name.end, name.name)},`;
  }

  /** Statements that report the names of a pattern. */
  private boundBy(pattern: Node): string {
    return boundNames(pattern)
      .map((name) => `${this.binding(name)};`)
      .join('');
  }

  private binding({ name, start, end }: { name: string; start: number; end: number }): string {
    return `__tl.b(${this.site('binding', start, end, name)},${name})`;
  }

  private site(kind: Site['kind'], start: number, end: number, name?: string): number {
    const range = this.lines.siteRange(start, end);
    return this.firstSite + this.sites.push(name === undefined ? { kind, range } : { kind, name, range }) - 1;
  }

  private wrap(node: Node, before: string, after: string): void {
    this.open(node.start, before);
    this.close(node.end, after);
  }

  private open(offset: number, text: string): void {
    this.output.appendLeft(offset, text);
  }

  private close(offset: number, text: string): void {
    this.output.prependLeft(offset, text);
  }
}

const unparenthesised = (node: Node): Node => (node.type === 'ParenthesizedExpression' ? unparenthesised(node.expression as Node) : node);

const CALLS = new Set(['CallExpression', 'OptionalCallExpression', 'NewExpression', 'TaggedTemplateExpression']);

const isCall = (node: Node): boolean => CALLS.has(unparenthesised(node).type);

/** Removes the `!` in `a?.b()!.c`: the optional chain continues after it. */
const unasserted = (node: Node): Node => (node.type === 'TSNonNullExpression' ? unasserted(node.expression as Node) : node);
