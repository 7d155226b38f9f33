import type { Jump } from './find/query.js';
import type { GraphView } from './graph/graphView.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';

/**
 * Shows on the graph what the user looks for: the matches of a search, or the cone of a node. All other nodes are
 * dimmed.
 */
export class Finding implements View {
  readonly elements = {};
  private matches: number[] | null = null;

  constructor(
    private readonly shown: Shown,
    private readonly view: GraphView,
  ) {}

  update(_: Shown, change: Change): void {
    if (change.layout || change.numbers || change.focus) this.show();
  }

  dispose(): void {}

  setMatches(nodes: number[] | null): void {
    const { picture } = this.shown;
    this.matches = nodes;
    this.view.mark('found', new Set(nodes?.map((i) => picture.itemIdOf(i)) ?? []));
    this.show();
  }

  private show(): void {
    const { picture, cone } = this.shown;
    const { scene } = picture;
    const kept = cone ?? (this.matches?.length ? new Set(this.matches) : null);
    const items = new Set(kept ? [...kept].map((i) => picture.itemIdOf(i)) : []);
    this.view.mark('dim', new Set(scene && kept ? scene.view.items.map(({ id }) => id).filter((id) => !items.has(id)) : []));
  }

  /** The node after `selected` in the list of a jump. Undefined when the list is empty. */
  next(jump: Jump, selected: string | null): number | undefined {
    const { graph, picture } = this.shown;
    if (!graph) return undefined;
    const found = jump.find(graph);
    const current = selected === null ? -1 : found.indexOf(picture.lookUp(selected).node ?? -1);
    return found[(current + 1) % Math.max(1, found.length)];
  }

  /** Lights up the nodes that these lines of a file made. */
  highlight(file: string, start: number, end: number): void {
    const { graph, picture } = this.shown;
    const lit = new Set<string>();
    graph?.nodes.forEach(({ source }, i) => {
      if (source && sameFile(source.file, file) && source.line <= end && source.endLine >= start) lit.add(picture.itemIdOf(i));
    });
    this.view.mark('lit', lit);
  }
}

/** True when two paths name the same file. A path may be relative or absolute. */
const sameFile = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
