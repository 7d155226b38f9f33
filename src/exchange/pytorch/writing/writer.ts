import type { Lines } from '../../../language/lines.js';
import type { Code } from './code.js';
import type { Comments } from '../reading/comments.js';
import { type Helper, helpers, needs } from './helpers.js';
import { becomesBlock } from './inlineBlocks.js';
import type { Kinds } from '../kinds/kinds.js';
import type { Refusal } from '../refusal.js';
import type { Scopes } from '../reading/scopes.js';
import { isCall, type Node } from '../reading/tree.js';

/** The program file that is being written. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly program: Node;
  readonly lines: Lines;
  readonly comments: Comments;
}

/**
 * The functions that write the parts of a program. They need one another, so each reaches the others through the
 * writer.
 */
export interface Rules {
  expression(w: Writer, node: Node): Code;
  statement(w: Writer, node: Node): string[];
  block(w: Writer, nodes: readonly Node[], end: number): string[];
}

/** The state that all parts of the script share during writing. */
export class Writer {
  readonly refusals: Refusal[] = [];
  readonly imports = new Set<string>();
  readonly used = new Set<Helper>();
  /** Statements that must come before the current statement: functions that do not fit into an expression. */
  pending: string[] = [];
  source!: SourceFile;
  /** True when the program imports from 'tensor-lens/python'. Then a value of unknown kind behaves as in Python. */
  isPython = false;
  /** How a `return` is written here: as `return`, as `continue`, or as an assignment to a name. */
  returns: 'return' | 'continue' | { into: string } = 'return';
  /** Statements that must run before a `continue`, in a loop that is written as a `while`. */
  steps: string[] = [];
  /** The node whose value is iterated at once, so that no list must keep it. */
  passing: Node | null = null;
  /** Numbers that are floats in Python, though they may be whole. */
  readonly floats = new Set<Node>();
  private made = 0;

  constructor(
    readonly scopes: Scopes,
    readonly kinds: Kinds,
    readonly parents: Map<Node, Node>,
    private readonly rules: Rules,
  ) {}

  expression(node: Node): Code {
    return this.rules.expression(this, node);
  }

  /** The text of an expression. */
  write(node: Node): string {
    return this.expression(node).text;
  }

  statement(node: Node): string[] {
    return this.rules.statement(this, node);
  }

  block(nodes: readonly Node[], end: number): string[] {
    return this.rules.block(this, nodes, end);
  }

  /** Notes a part that cannot be written. Its text is '...' while the rest is read. */
  refuse(node: Node, message: string): string {
    this.refusals.push({ message, range: this.source.lines.range(node.start, node.end) });
    return '...';
  }

  /** True when a function's body becomes part of the statement around it. */
  isInlined(node: Node): boolean {
    return becomesBlock(node, this.parents);
  }

  /** True when a list is iterated only once: by a loop, or by the PyTorch function that gets it. */
  isPassing(node: Node): boolean {
    if (this.passing === node) return true;
    const parent = this.parents.get(node);
    if (!parent || !(isCall(parent) || parent.type === 'NewExpression') || !(parent.arguments as Node[]).includes(node)) return false;
    return this.kinds.of(parent.callee as Node).is === 'library';
  }

  use(helper: Helper): string {
    this.used.add(helper);
    for (const line of needs[helper] ?? []) this.imports.add(line);
    return helper;
  }

  module(name: string): string {
    this.imports.add(`import ${name}`);
    return name;
  }

  /** A new name for a value without one. */
  invent(name: string): string {
    this.made++;
    return this.made === 1 ? name : `${name}_${this.made}`;
  }

  helperTexts(): string[] {
    return (Object.keys(helpers) as Helper[]).filter((name) => this.used.has(name)).map((name) => helpers[name]);
  }
}
