import type { Pass } from '../src/protocol/trace.js';
import { LayoutCancelled, LayoutClient } from './graph/layout/client.js';
import { layout } from '../src/graph/layout/layout.js';
import type { Direction } from '../src/graph/layout/types.js';
import { boundsOf, requestFor, type Scene } from '../src/present/nodes/scene.js';
import { type ModuleGraph, buildGraph } from '../src/graph/moduleGraph.js';
import type { Group } from '../src/graph/groups.js';
import { Identities } from '../src/graph/identity.js';
import { groupItemId, mostAtOnce, openToFit, opensFor, openUpTo, viewOf, type View } from '../src/graph/view.js';

/** So many items can still be moved about in smoothly. */
const mostToExpand = 4000;
/** Numbers on nodes can still be read at this zoom. */
const readableZoom = 0.55;

/** What the picture depends on besides the pass. */
export interface PictureOptions {
  showAll: boolean;
  direction: Direction;
  /** Whether places are kept for gradients. */
  withGrad: boolean;
  /** Groups that were open when the file was last seen. */
  stored: string[] | undefined;
  zoomFor(bounds: Scene['bounds']): number;
}

/** What everything in a scene but its numbers depends on. */
interface Structure {
  /** The graph's root: passes that look the same share it. */
  root: Group;
  withGrad: boolean;
}

/** The graph of the pass that is shown, which of its groups are open, and its layout. */
export class Picture {
  graph: ModuleGraph | null = null;
  open = new Set<string>();
  /** What each node of the graph is called in the picture. */
  private ids: string[] = [];
  private byName = new Map<string, number>();
  private readonly identities = new Identities();
  private laidOut: { scene: Scene; structure: Structure } | null = null;
  private structure: Structure | null = null;
  private readonly layouts: LayoutClient;
  private underWay = 0;

  constructor(workerUrl: string | undefined) {
    this.layouts = new LayoutClient(workerUrl);
  }

  /** Null while the layout of a newly shown pass is under way: what is on the screen is of another graph. */
  get scene(): Scene | null {
    return this.laidOut && this.laidOut.structure === this.structure ? this.laidOut.scene : null;
  }

  get isLayingOut(): boolean {
    return this.underWay > 0;
  }

  get layoutMs(): number {
    return this.layouts.lastMs;
  }

  clear(): void {
    this.layouts.cancel();
    this.graph = null;
    this.laidOut = null;
    this.structure = null;
    this.name([]);
  }

  /** Takes another pass: only its numbers differ, or its structure, or it is of another model. */
  take(pass: Pass, isOfNewRun: boolean, options: PictureOptions): 'numbers' | 'structure' | 'model' {
    const before = this.graph;
    const graph = buildGraph(pass, options.showAll, before);
    this.graph = graph;
    const looksSame = before !== null && before.root === graph.root;
    let common = Infinity;
    // What looks the same is called the same, whichever run or pass it was seen in first.
    if (looksSame) {
      if (isOfNewRun) this.identities.keep(graph.nodes, this.ids);
    } else if (isOfNewRun) {
      const renewed = this.identities.renew(graph.nodes, before && { nodes: before.nodes, ids: this.ids });
      common = renewed.common;
      this.name(renewed.ids);
    } else this.name(this.identities.of(graph.nodes));
    if (looksSame && this.structure?.withGrad === options.withGrad) return 'numbers';
    this.structure = { root: graph.root, withGrad: options.withGrad };
    if (before && common * 2 >= Math.min(before.nodes.length, graph.nodes.length)) return 'structure';
    this.open = options.stored ? new Set(options.stored) : openToFit(graph, (open) => this.fits(open, options));
    return 'model';
  }

  private name(ids: string[]): void {
    if (ids === this.ids) return;
    this.ids = ids;
    this.byName = new Map(ids.map((id, i) => [id, i]));
  }

  /** Whether the graph can be read as a whole with these groups open. */
  private fits(open: ReadonlySet<string>, { direction, withGrad, zoomFor }: PictureOptions): boolean {
    const view = this.viewWith(open);
    if (view.items.length > mostAtOnce) return false;
    const { request } = requestFor(this.graph!, view, direction, withGrad);
    return zoomFor(boundsOf(layout(request))) >= readableZoom;
  }

  private viewWith(open: ReadonlySet<string>): View {
    return viewOf(this.graph!, open, this.ids);
  }

  /** Resolves with the new scene, or with null when a newer layout took its place. */
  async layout({ direction, withGrad }: PictureOptions): Promise<Scene | null> {
    const { graph, structure } = this;
    if (!graph || !structure) return null;
    const view = this.viewWith(this.open);
    const { request, cards } = requestFor(graph, view, direction, withGrad);
    this.underWay++;
    try {
      const result = await this.layouts.run(request);
      if (structure !== this.structure) return null;
      const scene = { view, cards, result, direction, bounds: boundsOf(result) };
      this.laidOut = { scene, structure };
      return scene;
    } catch (error) {
      if (error instanceof LayoutCancelled) return null;
      throw error;
    } finally {
      this.underWay--;
    }
  }

  /** All groups, or as many of them as can still be moved about in. */
  everythingOpen(): Set<string> {
    return this.graph ? openUpTo(this.graph, mostToExpand) : new Set();
  }

  withToggled(group: Group): Set<string> {
    const open = new Set(this.open);
    if (!open.delete(group.id)) open.add(group.id);
    return open;
  }

  /** The closed groups that a node is inside of. */
  hiding(node: number): string[] {
    return this.graph ? opensFor(this.graph.groupOf[node]!).filter((group) => !this.open.has(group)) : [];
  }

  /** Id of the item that shows a node: its own, or that of the closed group around it. */
  itemIdOf(node: number): string {
    const scene = this.scene;
    const item = scene?.view.items[scene.view.itemOf[node] ?? -1];
    return item?.group ? groupItemId(item.group) : this.ids[node]!;
  }

  /** What a node is called in the picture, whether it is to be seen or not. */
  nameOf(node: number): string {
    return this.ids[node]!;
  }

  /** What an id of the selection stands for: a node's name in the picture or its key, or a group. */
  lookUp(id: string | null): { node: number | undefined; group: Group | undefined } {
    const node = id === null ? undefined : (this.byName.get(id) ?? this.graph?.byKey.get(id));
    const group = id?.startsWith('group:') ? this.graph?.groups.get(id.slice('group:'.length)) : undefined;
    return { node, group };
  }
}
