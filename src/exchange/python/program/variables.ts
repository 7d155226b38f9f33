/** Variables: where each one is set and used, and so where it is declared. */
import type { Any, Expr, Stmt } from '../reading/syntax.js';
import type { Class } from './classes.js';
import { NEVER, type Type } from './types.js';

/** A list of statements. */
export interface Block {
  body: Stmt[];
  /** The statement that contains the block, within the same function. */
  parent: Place | null;
  isLoop: boolean;
}

/** A statement of a block, by its index. The index -1 stands for the head of the loop that the block belongs to. */
export interface Place {
  block: Block;
  index: number;
}

export class Variable {
  js: string;
  type: Type = NEVER;
  /** The dotted name of the import that this name stands for. */
  importPath: string | null = null;
  stores: { place: Place; node: Any }[] = [];
  uses: { place: Place; isLater: boolean }[] = [];
  /** True when an inner function uses the variable. That function may run later. */
  isCaptured = false;
  /** True when the variable needs no `let`: it is a parameter, a function, a class or an import. */
  isGiven = false;
  annotation: Expr | null = null;
  /** The declaration: the statement or loop that gives the variable its first value, or a line before a statement. */
  declaredBy: Any | null = null;
  declaredBefore: Stmt | null = null;

  constructor(
    readonly name: string,
    readonly scope: Scope,
  ) {
    this.js = name;
  }

  get isConstant(): boolean {
    return this.stores.length <= 1;
  }
}

export class Scope {
  readonly names = new Map<string, Variable>();
  readonly outer = new Set<string>();

  constructor(
    readonly kind: 'module' | 'function' | 'class' | 'comprehension',
    readonly parent: Scope | null,
    /** The place of this scope in the scope around it. */
    readonly place: Place | null,
    /** True when the scope's code runs at once, before the statement around it has ended. */
    readonly isImmediate = false,
    readonly ofClass: Class | null = null,
  ) {}

  own(name: string): Variable {
    let found = this.names.get(name);
    if (!found) this.names.set(name, (found = new Variable(name, this)));
    return found;
  }
}
