/**
 * A part of the graph that can be shown as one node: one call of a module, a run of repeats, or one turn of a repeat.
 * Its operations follow each other in the order of execution. So no path leaves it and comes back, and collapsing it
 * cannot make a cycle.
 */
export interface Group {
  id: string;
  kind: 'root' | 'module' | 'repeat' | 'turn';
  /** Qualified name of the module. A repeat has the name of its first turn. */
  path: string;
  /** The path relative to the enclosing group. */
  name: string;
  type: string;
  parent: Group | null;
  children: (Group | number)[];
  /** Nodes inside, at any depth. */
  size: number;
  /** The first operation inside, by its index in the graph. */
  first: number;
}

export const newGroup = (kind: Group['kind'], id: string, path: string, name: string, type: string, first: number): Group => ({
  id,
  kind,
  path,
  name,
  type,
  parent: null,
  children: [],
  size: 0,
  first,
});

export function adopt(parent: Group, child: Group): void {
  child.parent = parent;
  parent.children.push(child);
}
