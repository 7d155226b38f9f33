import type { Jump } from './find/query.js';
import type { GraphView } from './graph/graphView.js';
import type { Picture } from './picture.js';

/** What is looked for: the matches of a search, and the cone of a node. Everything else steps back. */
export class Finding {
  /** Everything a node depends on, or all that depends on it; null while the whole graph is in view. */
  cone: ReadonlySet<number> | null = null;
  private matches: number[] | null = null;

  constructor(
    private readonly picture: Picture,
    private readonly view: GraphView,
  ) {}

  setMatches(nodes: number[] | null): void {
    this.matches = nodes;
    this.view.mark('found', new Set(nodes?.map((i) => this.picture.itemIdOf(i)) ?? []));
    this.show();
  }

  show(): void {
    const { scene } = this.picture;
    const kept = this.cone ?? (this.matches?.length ? new Set(this.matches) : null);
    const items = new Set(kept ? [...kept].map((i) => this.picture.itemIdOf(i)) : []);
    this.view.mark('dim', new Set(scene && kept ? scene.view.items.map(({ id }) => id).filter((id) => !items.has(id)) : []));
  }

  /** The node after `selected` among those a jump goes to; undefined when there is none. */
  next(jump: Jump, selected: string | null): number | undefined {
    const { graph } = this.picture;
    if (!graph) return undefined;
    const found = jump.find(graph);
    const current = selected === null ? -1 : found.indexOf(this.picture.lookUp(selected).node ?? -1);
    return found[(current + 1) % Math.max(1, found.length)];
  }

  /** Lights up what these lines of a file made. */
  highlight(file: string, start: number, end: number): void {
    const lit = new Set<string>();
    this.picture.graph?.nodes.forEach(({ source }, i) => {
      if (source && sameFile(source.file, file) && source.line <= end && source.endLine >= start) lit.add(this.picture.itemIdOf(i));
    });
    this.view.mark('lit', lit);
  }
}

/** Paths of one file may be given relative or absolute. */
const sameFile = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
