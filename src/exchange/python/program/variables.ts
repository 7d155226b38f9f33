/** Variables: where each is set and used, and with it where it is declared. */
import type { Any, Expr, Stmt } from '../reading/syntax.js';
import type { Class } from './classes.js';
import { NEVER, type Type } from './types.js';

/** A list of statements. */
export interface Block {
  body: Stmt[];
  /** The statement that it is in, within the same function. */
  parent: Place | null;
  isLoop: boolean;
}

/** A statement of a block, by its index; -1 is the head of the loop that the block belongs to. */
export interface Place {
  block: Block;
  index: number;
}

export class Variable {
  js: string;
  type: Type = NEVER;
  /** The dotted name that was imported under this name. */
  importPath: string | null = null;
  stores: { place: Place; node: Any }[] = [];
  uses: { place: Place; isLater: boolean }[] = [];
  /** Whether an inner function uses it, which may run later. */
  isCaptured = false;
  /** Whether it needs no `let`: it is a parameter, a function, a class or an import. */
  isGiven = false;
  annotation: Expr | null = null;
  /** Where it is declared: by the statement or loop that gives it its first value, or by a line before one. */
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
    /** Where it stands in the scope around it. */
    readonly place: Place | null,
    /** Whether what is in it runs at once, before the statement that it is in has ended. */
    readonly isImmediate = false,
    readonly ofClass: Class | null = null,
  ) {}

  own(name: string): Variable {
    let found = this.names.get(name);
    if (!found) this.names.set(name, (found = new Variable(name, this)));
    return found;
  }
}
