/** What is known about a program so far. It grows in each round, until a round changes nothing. */
import type { Class, Func } from '../program/classes.js';
import { join, joinApart, putInto } from '../program/join.js';
import type { Scopes } from '../program/scopes.js';
import { typeKey } from '../program/typeKey.js';
import { ANY, inside, NEVER, newCell, Parts, perhapsAny, STR, type Cell, type Type } from '../program/types.js';
import type { Variable } from '../program/variables.js';
import type { Any, Expr, Source } from '../reading/syntax.js';

/** The known type of each variable at one place of the program. */
export type Now = Map<Variable, Type>;

/** The types of a call's keyword arguments. `**` stands for the entries of a dict. */
export type Keywords = ReadonlyMap<string, Type>;

export class Facts {
  readonly types = new Map<Any, Type>();
  /** The options that the program gives to `argparse`, by name. */
  readonly options = new Map<string, Type>();
  /** The known types at the current place. */
  now: Now = new Map();
  /** The function that is visited now. */
  func: Func | null = null;
  /** How many facts this round has added. */
  changes = 0;
  /** True in the last rounds, in which a place without known type may be anything. */
  isLast = false;
  private readonly cells = new Map<Any, Map<string, Cell>>();
  private readonly written = new Map<Any, Parts>();

  constructor(
    readonly scopes: Scopes,
    readonly source: Source,
  ) {}

  /** The type of an expression after the rounds. ANY where nothing is known. */
  of(node: Any): Type {
    const type = this.types.get(node) ?? ANY;
    return type.k === 'never' ? ANY : type;
  }

  /** The dotted name of a library's member: `torch.nn.Linear` for `nn.Linear`. */
  path(node: Expr): string | null {
    if (node.nodeType === 'Name') return this.scopes.variables.get(node)?.importPath ?? null;
    if (node.nodeType !== 'Attribute') return null;
    const before = this.path(node.value);
    return before === null ? null : `${before}.${node.attr}`;
  }

  /** Notes that a function returns a value of a type. */
  returns(func: Func, type: Type): void {
    const joined = join(func.result, type);
    if (typeKey(joined) !== typeKey(func.result)) this.changes++;
    func.result = joined;
  }

  /** Notes that a variable gets a value of a type. */
  set(variable: Variable, type: Type): void {
    this.now.set(variable, type);
    this.grow(variable, type);
  }

  private grow(variable: Variable, type: Type): void {
    const before = typeKey(variable.type);
    const all = join(variable.type, type);
    // A parameter that is an int in one call and a float in another may be the same number in both.
    variable.type = variable.isGiven ? perhapsAny(all, [variable.type, type]) : all;
    if (typeKey(variable.type) !== before) this.changes++;
  }

  /** The type of a variable at the current place. */
  lookup(variable: Variable): Type {
    const known = this.now.get(variable);
    if (known && (!variable.isCaptured || variable.scope.kind === 'module')) return known;
    return variable.type;
  }

  /** Notes that an attribute of a class's objects gets a value of a type. */
  attribute(of: Class, name: string, type: Type): void {
    const holder = of.lineage().find((one) => one.attributes.has(name)) ?? of;
    const before = holder.attributes.get(name) ?? NEVER;
    const joined = join(before, type);
    const after = of.isDataclass ? perhapsAny(joined, [before, type]) : joined;
    if (typeKey(before) !== typeKey(after)) this.changes++;
    holder.attributes.set(name, after);
  }

  /** Notes that a value of a type is put into a list, a dict or a set. */
  put(cell: Cell, type: Type): void {
    const before = typeKey(inside(cell));
    putInto(cell, type);
    if (typeKey(inside(cell)) !== before) this.changes++;
  }

  /** The cell of the list, dict or set that a node makes. Every round fills the same cell. */
  cell(node: Any, name = ''): Cell {
    let of = this.cells.get(node);
    if (!of) this.cells.set(node, (of = new Map()));
    let cell = of.get(name);
    if (!cell) of.set(name, (cell = newCell()));
    return cell;
  }

  /** The list, set or deque that a node makes, with elements of a type. */
  newList(node: Any, type: Type, k: 'list' | 'set' | 'deque' = 'list'): Type {
    const cell = this.cell(node, k);
    this.put(cell, type);
    return { k, cell };
  }

  /** The entries of the dict that a node makes, where their names are written out. Every round fills the same ones. */
  parts(node: Any): Parts {
    let parts = this.written.get(node);
    if (!parts) this.written.set(node, (parts = new Parts()));
    return parts;
  }

  /** Notes that the entry of a name gets a value of a type. */
  putPart(parts: Parts, name: string, type: Type): void {
    let cell = parts.cells.get(name);
    if (!cell) parts.cells.set(name, (cell = newCell()));
    this.put(cell, type);
  }

  /** A dict with the entries of these names and types. */
  dictOf(node: Any, entries: ReadonlyMap<string, Type>): Type {
    const parts = this.parts(node);
    for (const [name, type] of entries) this.putPart(parts, name, type);
    return { ...this.newDict(node, STR, joinApart([...entries.values()])), parts };
  }

  /** The dict that a node makes. */
  newDict(node: Any, key: Type, value: Type): Type & { k: 'dict' } {
    const [keys, values] = [this.cell(node, 'key'), this.cell(node, 'value')];
    this.put(keys, key);
    this.put(values, value);
    return { k: 'dict', key: keys, cell: values };
  }
}

/** Joins the known types where several paths through the program meet. */
export function joinNow(ways: readonly Now[]): Now {
  const result: Now = new Map();
  for (const way of ways) for (const [variable, type] of way) result.set(variable, join(result.get(variable) ?? NEVER, type));
  return result;
}
