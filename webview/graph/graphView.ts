import cytoscape, { type CollectionReturnValue, type Core, type EventObject, type NodeSingular, type Position } from 'cytoscape';
import { h, inNextFrame, reducedMotion } from '../dom.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { fillOf } from '../../src/present/nodes/drawCard.js';
import type { Theme } from '../../src/present/theme.js';
import { Clicks, stillAfterClick } from './clicks.js';
import { boxId, elementsOf } from './elements.js';
import { glide } from './glide.js';
import type { Rect } from '../../src/graph/layout/types.js';
import { scaleOf, valueOf, type Measure, type Scale } from './measure.js';
import { Overlay } from './overlay.js';
import type { Scene } from '../../src/present/nodes/scene.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { groupItemId } from '../../src/graph/view.js';
import { signSize } from '../../src/present/nodes/drawCard.js';
import { styleFor } from './style.js';
import { fitting, viewportFor, type Screen, type Viewport } from './viewport.js';
import './graphView.css';

export interface GraphEvents {
  /** An item was clicked: its id, or null for the background. */
  pick(id: string | null): void;
  /** An item or an open box was double-clicked. */
  enter(id: string): void;
  /** The view or the picture has changed. */
  moved(): void;
  /** The size in pixels of other elements in the lower left corner. */
  covered(): { width: number; height: number };
}

export type Mark = 'selected' | 'lit' | 'found' | 'dim' | 'playing' | 'changed';

const animateUpTo = 500;
const nothing: ReadonlySet<string> = new Set();

/**
 * Cytoscape adds a <style> to the page unless it finds its own there. The security policy forbids that, and our style
 * sheet contains the same rules.
 */
function keepOutStylesheet(): void {
  const id = '__________cytoscape_stylesheet';
  if (!document.getElementById(id)) document.head.append(h('meta', { id }));
}

/** Owns the Cytoscape instance: shows scenes, marks items, moves the viewport. */
export class GraphView implements View {
  /** Empty, since Cytoscape draws into the frame's own place for the graph. */
  readonly elements = {};
  readonly cy: Core;
  /** Redraws the overlay on the nodes. Cytoscape redraws its own part itself. */
  private readonly redraw: () => void;
  private readonly overlay: Overlay;
  private scene: Scene | null = null;
  /** The colour of each item of the scene. */
  fills: string[] = [];
  private marks = new Map<Mark, ReadonlySet<string>>();
  private readonly markedEdges: Record<'lit' | 'grad', string[]> = { lit: [], grad: [] };
  private animation = 0;
  private readonly clicks = new Clicks();
  private revealing = 0;
  /** How the picture was fitted to the panel. Null after the user has moved it. */
  private fitted: 'whole' | 'readable' | null = null;

  constructor(
    container: HTMLElement,
    private theme: Theme,
    private readonly events: GraphEvents,
  ) {
    keepOutStylesheet();
    this.cy = cytoscape({
      container,
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      minZoom: 0.01,
      maxZoom: 4,
      style: styleFor(theme, false),
      layout: { name: 'preset' },
    });
    this.overlay = new Overlay(container, this.cy);
    const moved = inNextFrame(() => events.moved());
    this.cy.on('render', () => this.overlay.draw(this.theme));
    this.redraw = inNextFrame(() => this.overlay.draw(this.theme));
    this.cy.on('viewport', moved);
    this.cy.on('dragpan scrollzoom pinchzoom', () => (this.fitted = null));
    this.cy.on('tap', (event) => this.tapped(event));
    window.addEventListener('mousedown', this.clickedElsewhere, true);
    this.cy.on('mouseover', 'node.item', () => (container.style.cursor = 'pointer'));
    this.cy.on('mouseout', 'node.item', () => (container.style.cursor = ''));
  }

  private tapped({ target, position, originalEvent }: EventObject): void {
    const { clientX: x, clientY: y } = originalEvent;
    const node = target === this.cy ? null : (target as NodeSingular);
    const id = node?.isNode() ? node.id() : null;
    if (id !== null && (this.isOnSign(node!, position) || this.clicks.isSecond({ id, x, y, at: performance.now() }))) {
      window.clearTimeout(this.revealing);
      this.clicks.forget();
      return this.events.enter(id);
    }
    this.events.pick(node?.hasClass('item') ? id : null);
  }

  /** True when a click hit the sign in the corner, which opens or closes a module. */
  private isOnSign(node: NodeSingular, { x, y }: Position): boolean {
    const { x: centreX, y: centreY } = node.position();
    const isModule = node.hasClass('module') || node.hasClass('box');
    return isModule && x - (centreX - node.width() / 2) < signSize && y - (centreY - node.height() / 2) < signSize;
  }

  /**
   * The first click may open something above the graph that gets the second click. The second click still means the
   * node.
   */
  private readonly clickedElsewhere = (event: MouseEvent): void => {
    if (this.cy.container()!.contains(event.target as Node)) return;
    const id = this.clicks.firstOf({ x: event.clientX, y: event.clientY, at: performance.now() });
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.clicks.forget();
    window.clearTimeout(this.revealing);
    this.events.enter(id);
  };

  update(shown: Shown, change: Change): void {
    const { graph, scene } = shown.picture;
    if (change.layout && !graph) this.clear();
    if (change.layout && graph && scene) this.show(graph, scene, shown.measure, change.layout.keep, change.layout.animate);
    if (change.numbers) {
      if (graph && scene) this.renumber(graph, shown.measure, shown.withGrad);
      this.mark('changed', new Set(shown.comparison?.came.map(({ key }) => key) ?? []));
    }
    if (change.selection || change.numbers) this.markSelection(shown);
  }

  dispose(): void {
    cancelAnimationFrame(this.animation);
    window.clearTimeout(this.revealing);
    window.removeEventListener('mousedown', this.clickedElsewhere, true);
    this.cy.destroy();
  }

  /** Marks the selected item. An open module is shown as its box. */
  private markSelection({ picture, selection: { node, group }, settings: { selected } }: Shown): void {
    const ids = node !== undefined ? [picture.itemIdOf(node)] : group ? [groupItemId(group), boxId(group.id)] : [];
    this.mark('selected', new Set(ids));
    this.markEdges('lit', selected === null ? null : (from, to) => from === selected || to === selected);
  }

  /** Replaces the picture. The item or box `keep` stays where it is on the screen. */
  private show(graph: ModuleGraph, scene: Scene, measure: Measure, keep: string | null, animate: boolean): void {
    cancelAnimationFrame(this.animation);
    this.overlay.gliding = false;
    const before = new Map<string, { x: number; y: number }>();
    if (animate && this.scene) this.cy.nodes().forEach((node) => void before.set(node.id(), { ...node.position() }));
    const anchor = keep === null ? null : this.cornerOf(keep);

    this.scene = scene;
    this.fills = this.fillsFor(graph, scene, scaleOf(measure, graph.nodes));
    const elements = elementsOf(graph, scene, this.fills);
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
    });
    this.overlay.setScene(graph, scene);
    this.simplifyMotion(elements.length > animateUpTo);
    this.applyMarks();
    if (anchor && keep !== null) {
      const now = this.cornerOf(keep);
      if (now) this.cy.panBy({ x: anchor.x - now.x, y: anchor.y - now.y });
    }
    if (animate && before.size > 0 && elements.length <= animateUpTo && !reducedMotion()) this.glide(before);
    this.events.moved();
  }

  /** While a large picture moves, Cytoscape moves an image of it instead of redrawing it. */
  private simplifyMotion(simply: boolean): void {
    const renderer = (this.cy as unknown as { renderer(): { textureOnViewport: boolean } }).renderer();
    renderer.textureOnViewport = simply;
  }

  /**
   * Shows other numbers in the same picture, for a pass with the same structure. Cytoscape gets only the changed
   * colours.
   */
  private renumber(graph: ModuleGraph, measure: Measure, withGrad: boolean): void {
    const { scene } = this;
    if (!scene) return;
    const scale = scaleOf(measure, graph.nodes);
    const before = this.fills;
    this.fills = this.fillsFor(graph, scene, scale);
    this.cy.batch(() =>
      this.fills.forEach((fill, i) => {
        if (fill !== before[i]) this.cy.getElementById(scene.view.items[i]!.id).data('fill', fill);
      }),
    );
    this.overlay.setNumbers(graph, this.fills, withGrad);
    this.redraw();
  }

  private fillsFor(graph: ModuleGraph, { view, cards }: Scene, scale: Scale | null): string[] {
    return view.items.map((item, i) => {
      const value = scale && valueOf(scale.measure, graph, item);
      return value === null || !scale ? fillOf(this.theme, cards[i]!.role) : scale.color(this.theme, value);
    });
  }

  /** Hides the gradients of nodes that the replay has not reached yet. */
  hideGrads(nodes: ReadonlySet<number>): void {
    this.overlay.hiddenGrads = nodes;
    this.redraw();
  }

  private clear(): void {
    this.scene = null;
    this.cy.elements().remove();
    this.overlay.clear();
    this.redraw();
  }

  restyle(theme: Theme, { settings }: Shown): void {
    this.theme = theme;
    this.cy.style(styleFor(theme, settings.shapes));
    this.redraw();
  }

  mark(mark: Mark, ids: ReadonlySet<string>): void {
    if (ids.size === 0 && !this.marks.get(mark)?.size) return;
    const before = this.marks.get(mark) ?? nothing;
    this.marks.set(mark, ids);
    this.cy.batch(() => this.applyMark(mark, ids, before));
    this.redraw();
  }

  /** Marks edges: those of the selected item, or those that a gradient passes. Null marks none. */
  markEdges(className: 'lit' | 'grad', matches: ((from: string, to: string) => boolean) | null): void {
    const { items, edges } = this.scene?.view ?? { items: [], edges: [] };
    const marked = matches ? edges.filter(({ from, to }) => matches(items[from]!.id, items[to]!.id)).map(({ id }) => id) : [];
    this.cy.batch(() => {
      for (const id of this.markedEdges[className]) this.cy.getElementById(id).removeClass(className);
      for (const id of marked) this.cy.getElementById(id).addClass(className);
    });
    this.markedEdges[className] = marked;
  }

  private applyMarks(): void {
    for (const [mark, ids] of this.marks) this.applyMark(mark, ids, nothing);
  }

  private applyMark(mark: Mark, ids: ReadonlySet<string>, before: ReadonlySet<string>): void {
    for (const id of before) if (!ids.has(id)) this.cy.getElementById(id).removeClass(mark);
    for (const id of ids) if (!before.has(id)) this.cy.getElementById(id).addClass(mark);
    if (mark !== 'dim') return;
    this.overlay.dimmed = ids;
    const { items, edges } = this.scene?.view ?? { items: [], edges: [] };
    for (const { id, from, to } of edges) this.cy.getElementById(id).toggleClass('dim', ids.has(items[from]!.id) || ids.has(items[to]!.id));
  }

  // The viewport.

  /** True while the picture or the view is moving. */
  get isMoving(): boolean {
    return this.overlay.gliding || this.cy.animated();
  }

  /** The zoom at which the whole rectangle is seen. */
  zoomFor(rect: Rect): number {
    return fitting(rect, this.screen).zoom;
  }

  /** The size of the screen, and of the elements on it. */
  private get screen(): Screen {
    const { cy } = this;
    return { width: cy.width(), height: cy.height(), minZoom: cy.minZoom(), covered: this.events.covered() };
  }

  /** Shows everything. With `readable`, shows only the start of a graph that is too large to read as a whole. */
  fit(readable = false): void {
    this.cy.resize();
    const viewport = this.viewportFor(readable);
    if (!viewport) return;
    this.moveTo(viewport);
    this.fitted = readable ? 'readable' : 'whole';
  }

  /** Called when the panel has a new size. A picture that was fitted, and not moved since, is fitted again. */
  refit(): void {
    this.cy.resize();
    const viewport = this.fitted && this.viewportFor(this.fitted === 'readable');
    if (viewport) this.cy.stop().viewport(viewport);
  }

  /** Called when a fitted graph was replaced by another. The picture moves only if it would be cut off. */
  refitIfCut(): void {
    if (!this.scene || this.fitted === null) return;
    const { x, y, width, height } = this.scene.bounds;
    const { x1, y1, x2, y2 } = this.cy.extent();
    if (x < x1 || y < y1 || x + width > x2 || y + height > y2) this.fit(this.fitted === 'readable');
  }

  private viewportFor(readable: boolean): Viewport | null {
    return this.scene && viewportFor(this.scene, this.screen, readable);
  }

  zoomBy(factor: number): void {
    this.fitted = null;
    const level = Math.max(this.cy.minZoom(), Math.min(this.cy.maxZoom(), this.cy.zoom() * factor));
    this.cy.zoom({ level, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Brings a clicked item into view once a second click is no longer possible. */
  revealSoon(id: string): void {
    window.clearTimeout(this.revealing);
    this.revealing = window.setTimeout(() => this.reveal(id, false), stillAfterClick);
  }

  /**
   * Brings an item into view. If the picture is too small to read, the zoom is set to a readable size. The items
   * `beside` it come into view too, if there is room for all.
   */
  reveal(id: string, centre: boolean, beside: ReadonlySet<string> = nothing): void {
    window.clearTimeout(this.revealing);
    const node = this.cy.getElementById(id);
    if (node.empty()) return;
    const zoom = Math.max(this.cy.zoom(), Math.min(0.7, this.cy.maxZoom()));
    const all = [...beside].reduce<CollectionReturnValue>((found, other) => found.union(this.cy.getElementById(other)), node);
    const { w, h } = all.boundingBox();
    const fit = w * zoom < this.cy.width() - 24 && h * zoom < this.cy.height() - 24;
    const wanted = fit ? all : node;
    const box = wanted.renderedBoundingBox();
    const inside = box.x1 > 12 && box.y1 > 12 && box.x2 < this.cy.width() - 12 && box.y2 < this.cy.height() - 12;
    if (inside && !centre) return;
    const { x1, y1, w: width, h: height } = wanted.boundingBox();
    const [x, y] = [x1 + width / 2, y1 + height / 2];
    this.moveTo({ zoom, pan: { x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom } });
  }

  centreOn(x: number, y: number): void {
    this.fitted = null;
    const zoom = this.cy.zoom();
    this.cy.pan({ x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom });
  }

  /** Shows one open box or closed group as large as fits. */
  frame(groupId: string): void {
    if (!this.scene) return;
    const box = this.scene.view.boxes.findIndex(({ id }) => id === groupId);
    const item = this.scene.view.items.findIndex(({ group }) => group?.id === groupId);
    const rect = this.scene.result.boxes[box] ?? this.scene.result.nodes[item];
    if (!rect) return;
    const zoom = this.zoomFor(rect);
    this.moveTo({
      zoom,
      pan: { x: this.cy.width() / 2 - zoom * (rect.x + rect.width / 2), y: this.cy.height() / 2 - zoom * (rect.y + rect.height / 2) },
    });
  }

  private moveTo(viewport: Viewport): void {
    this.fitted = null;
    this.cy.stop();
    if (reducedMotion() || this.cy.elements().length > animateUpTo) this.cy.viewport(viewport);
    else this.cy.animate(viewport, { duration: 180, easing: 'ease-out' });
  }

  /** The visible part, in graph coordinates. */
  extent(): Rect {
    const { x1, y1, w, h } = this.cy.extent();
    return { x: x1, y: y1, width: w, height: h };
  }

  /** Moves the nodes that were shown before from their old places to the new ones. */
  private glide(before: ReadonlyMap<string, Position>): void {
    glide(this.cy, before, (frame, isGliding) => {
      this.animation = frame;
      this.overlay.gliding = isGliding;
    });
  }

  private cornerOf(id: string): { x: number; y: number } | null {
    for (const candidate of [id, boxId(id), `group:${id}`]) {
      const node = this.cy.getElementById(candidate) as unknown as NodeSingular;
      if (!node.length) continue;
      const { x1, x2, y1 } = node.renderedBoundingBox({ includeOverlays: false, includeUnderlays: false });
      return { x: (x1 + x2) / 2, y: y1 };
    }
    return null;
  }
}
