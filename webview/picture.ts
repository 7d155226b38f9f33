import type { Pass } from '../src/protocol/trace.js';
import { LayoutCancelled, LayoutClient } from './graph/layout/client.js';
import { layout } from '../src/graph/layout/layout.js';
import type { Direction } from '../src/graph/layout/types.js';
import { boundsOf, requestFor, type Scene } from '../src/present/nodes/scene.js';
import { type ModuleGraph, buildGraph } from '../src/graph/moduleGraph.js';
import type { Group } from '../src/graph/groups.js';
import { Identities } from '../src/graph/identity.js';
import { groupItemId, mostAtOnce, openToFit, opensFor, openUpTo, viewOf, type View } from '../src/graph/view.js';

/** The most items that still move smoothly. */
const mostToExpand = 4000;
/** The least zoom at which numbers on nodes can be read. */
const readableZoom = 0.55;

/** The options on which the picture depends, besides the pass. */
export interface PictureOptions {
  showAll: boolean;
  direction: Direction;
  /** True when nodes have room for gradients. */
  withGrad: boolean;
  /** The groups that were open when the file was last shown. */
  stored: string[] | undefined;
  zoomFor(bounds: Scene['bounds']): number;
}

/** Everything on which a scene depends, except its numbers. */
interface Structure {
  /** The root of the graph. Passes that look the same share it. */
  root: Group;
  withGrad: boolean;
}

/** The graph of the current pass, its open groups, and its layout. */
export class Picture {
  graph: ModuleGraph | null = null;
  open = new Set<string>();
  /** The name of each node in the picture. */
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

  /** Null while a newly shown pass is laid out. The screen then shows another graph. */
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

  /** Takes another pass, and tells whether its numbers, its structure or its model differ. */
  take(pass: Pass, isOfNewRun: boolean, options: PictureOptions): 'numbers' | 'structure' | 'model' {
    const before = this.graph;
    const graph = buildGraph(pass, options.showAll, before);
    this.graph = graph;
    const looksSame = before !== null && before.root === graph.root;
    let common = Infinity;
    // Graphs that look the same keep the same names, whatever run or pass was shown first.
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

  /** True when the whole graph can be read with these groups open. */
  private fits(open: ReadonlySet<string>, { direction, withGrad, zoomFor }: PictureOptions): boolean {
    const view = this.viewWith(open);
    if (view.items.length > mostAtOnce) return false;
    const { request } = requestFor(this.graph!, view, direction, withGrad);
    return zoomFor(boundsOf(layout(request))) >= readableZoom;
  }

  private viewWith(open: ReadonlySet<string>): View {
    return viewOf(this.graph!, open, this.ids);
  }

  /** Resolves to the new scene, or to null when a newer layout replaced it. */
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

  /** All groups, or as many as still move smoothly. */
  everythingOpen(): Set<string> {
    return this.graph ? openUpTo(this.graph, mostToExpand) : new Set();
  }

  withToggled(group: Group): Set<string> {
    const open = new Set(this.open);
    if (!open.delete(group.id)) open.add(group.id);
    return open;
  }

  /** The closed groups around a node. */
  hiding(node: number): string[] {
    return this.graph ? opensFor(this.graph.groupOf[node]!).filter((group) => !this.open.has(group)) : [];
  }

  /** The id of the item that shows a node: the node's own item, or the closed group around it. */
  itemIdOf(node: number): string {
    const scene = this.scene;
    const item = scene?.view.items[scene.view.itemOf[node] ?? -1];
    return item?.group ? groupItemId(item.group) : this.ids[node]!;
  }

  /** The name of a node in the picture, whether or not the node is visible. */
  nameOf(node: number): string {
    return this.ids[node]!;
  }

  /** The node or group of a selection's id. The id is a node's name in the picture, a node's key, or a group's item. */
  lookUp(id: string | null): { node: number | undefined; group: Group | undefined } {
    const node = id === null ? undefined : (this.byName.get(id) ?? this.graph?.byKey.get(id));
    const group = id?.startsWith('group:') ? this.graph?.groups.get(id.slice('group:'.length)) : undefined;
    return { node, group };
  }
}
