import type { Lines } from '../../language/lines.js';
import type { Code } from './code.js';
import type { Comments } from './comments.js';
import { type Helper, helpers, needs } from './helpers.js';
import { becomesBlock } from './inlineBlocks.js';
import type { Kinds } from './kinds.js';
import type { Refusal } from './refusal.js';
import type { Scopes } from './scopes.js';
import { isCall, type Node } from './tree.js';

/** A file of the program that is being written. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly program: Node;
  readonly lines: Lines;
  readonly comments: Comments;
}

/** How the parts of a program are written. They need each other, so each gets the others from the writer. */
export interface Rules {
  expression(w: Writer, node: Node): Code;
  statement(w: Writer, node: Node): string[];
  block(w: Writer, nodes: readonly Node[], end: number): string[];
}

/** What all parts of the script share while it is written. */
export class Writer {
  readonly refusals: Refusal[] = [];
  readonly imports = new Set<string>();
  readonly used = new Set<Helper>();
  /** Statements that have to stand before the one that is being written: functions that do not fit into an expression. */
  pending: string[] = [];
  source!: SourceFile;
  /** Whether the program takes Python's own functions from 'tensor-lens/python': what is not known of a value is then as Python has it. */
  isPython = false;
  /** How many loops and functions are around, and what `return` and `continue` are in them. */
  returns: 'return' | 'continue' | { into: string } = 'return';
  /** Statements that `continue` must not leave out, in a loop that was written as `while`. */
  steps: string[] = [];
  /** What is gone through at once where it stands, so that it need not be kept. */
  passing: Node | null = null;
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

  /** An expression as the text of one. */
  write(node: Node): string {
    return this.expression(node).text;
  }

  statement(node: Node): string[] {
    return this.rules.statement(this, node);
  }

  block(nodes: readonly Node[], end: number): string[] {
    return this.rules.block(this, nodes, end);
  }

  /** Notes what cannot be written; the text stands for it until all was seen. */
  refuse(node: Node, message: string): string {
    this.refusals.push({ message, range: this.source.lines.range(node.start, node.end) });
    return '...';
  }

  /** Whether a function's body becomes a part of the statement that it stands in. */
  isInlined(node: Node): boolean {
    return becomesBlock(node, this.parents);
  }

  /** Whether a list is only gone through once: by a loop, or by a function of PyTorch that it is given to. */
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

  /** A name for what had none. */
  invent(name: string): string {
    this.made++;
    return this.made === 1 ? name : `${name}_${this.made}`;
  }

  helperTexts(): string[] {
    return (Object.keys(helpers) as Helper[]).filter((name) => this.used.has(name)).map((name) => helpers[name]);
  }
}
