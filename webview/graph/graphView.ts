import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import { h, inNextFrame, reducedMotion } from '../dom.js';
import type { PassGraph } from '../model/graph.js';
import type { Theme } from '../theme.js';
import { boxId, elementsOf } from './elements.js';
import type { Rect } from './layout/types.js';
import { scaleOf, type Measure, type Scale } from './measure.js';
import { Overlay } from './overlay.js';
import type { Scene } from './scene.js';
import { fillOf } from './card.js';
import { styleFor } from './style.js';

export interface GraphEvents {
  /** An item was clicked: its id, or null for the background. */
  pick(id: string | null): void;
  /** An item or an open box was double-clicked. */
  enter(id: string): void;
  /** The picture moved or changed. */
  moved(): void;
}

export type Mark = 'selected' | 'lit' | 'found' | 'dim' | 'playing' | 'changed';

const fitPadding = 28;
/** Room for the legend below what is fitted. */
const fitBelow = 18;
/** Fitting never enlarges beyond this: two nodes need not fill a wall. */
const fitZoom = 1.25;
/** A long chain is better read from its start than seen as a sliver: how large it is then. */
const startZoom = { least: 0.42, most: 0.75 } as const;
const animateUpTo = 500;

/**
 * Cytoscape adds a <style> to the page unless it finds one of its own: the policy forbids it, and our
 * style sheet says what it would.
 */
function keepOutStylesheet(): void {
  const id = '__________cytoscape_stylesheet';
  if (!document.getElementById(id)) document.head.append(h('meta', { id }));
}

/** Owns the Cytoscape instance: shows scenes, marks items, moves the viewport. */
export class GraphView {
  readonly cy: Core;
  private readonly overlay: Overlay;
  private scene: Scene | null = null;
  private scale: Scale | null = null;
  /** What each item of the scene is filled with. */
  fills: string[] = [];
  private marks = new Map<Mark, ReadonlySet<string>>();
  private animation = 0;

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
    this.cy.on('viewport', moved);
    this.cy.on('tap', (event) => {
      const target = event.target as NodeSingular | Core;
      if (target === this.cy) events.pick(null);
      else if ((target as NodeSingular).hasClass('item')) events.pick((target as NodeSingular).id());
      else events.pick(null);
    });
    this.cy.on('dbltap', 'node', (event) => events.enter((event.target as NodeSingular).id()));
    this.cy.on('mouseover', 'node.item', () => (container.style.cursor = 'pointer'));
    this.cy.on('mouseout', 'node.item', () => (container.style.cursor = ''));
  }

  /** Replaces the picture. `keep` is an item or box that stays where it is on the screen. */
  show(graph: PassGraph, scene: Scene, keep: string | null, animate: boolean): void {
    cancelAnimationFrame(this.animation);
    this.overlay.gliding = false;
    const before = new Map<string, { x: number; y: number }>();
    if (animate && this.scene) this.cy.nodes().forEach((node) => void before.set(node.id(), { ...node.position() }));
    const anchor = keep === null ? null : this.cornerOf(keep);

    this.scene = scene;
    const elements = elementsOf(graph, scene);
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

  /** While a large picture is moved, Cytoscape moves a picture of it instead of drawing it anew. */
  private simplifyMotion(simply: boolean): void {
    const renderer = (this.cy as unknown as { renderer(): { textureOnViewport: boolean } }).renderer();
    renderer.textureOnViewport = simply;
  }

  /** Other numbers in the same picture: a pass with the same structure. */
  update(graph: PassGraph, measure: Measure, withGrad: boolean): Scale | null {
    if (!this.scene) return null;
    this.scale = scaleOf(measure, graph.nodes);
    this.fills = this.scene.view.items.map((item, i) => {
      const value = item.group || !this.scale ? null : this.scale.measure.of(graph.nodes[item.node]!);
      return value === null || !this.scale ? fillOf(this.theme, this.scene!.cards[i]!.role) : this.scale.color(this.theme, value);
    });
    this.cy.batch(() => {
      this.cy.nodes('.item').forEach((node) => {
        const fill = this.fills[node.data('index') as number]!;
        if (node.data('fill') !== fill) node.data('fill', fill);
      });
    });
    this.overlay.setNumbers(graph, this.fills, withGrad);
    this.redraw();
    return this.scale;
  }

  /** Nodes whose gradients are not shown yet: the replay has not reached them. */
  hideGrads(nodes: ReadonlySet<number>): void {
    this.overlay.hiddenGrads = nodes;
    this.redraw();
  }

  clear(): void {
    this.scene = null;
    this.cy.elements().remove();
    this.overlay.clear();
    this.redraw();
  }

  restyle(theme: Theme, withShapes: boolean): void {
    this.theme = theme;
    this.cy.style(styleFor(theme, withShapes));
    this.redraw();
  }

  mark(mark: Mark, ids: ReadonlySet<string>): void {
    if (ids.size === 0 && !this.marks.get(mark)?.size) return;
    this.marks.set(mark, ids);
    this.cy.batch(() => this.applyMark(mark, ids));
    this.redraw();
  }

  /** Edges on which something happens: those of the selected item, or the way the gradient takes. */
  markEdges(className: 'lit' | 'grad', matches: (from: string, to: string) => boolean): void {
    this.cy.batch(() =>
      this.cy
        .edges()
        .forEach((edge) => void edge.toggleClass(className, matches(edge.data('source') as string, edge.data('target') as string))),
    );
  }

  private applyMarks(): void {
    for (const [mark, ids] of this.marks) this.applyMark(mark, ids);
  }

  private applyMark(mark: Mark, ids: ReadonlySet<string>): void {
    this.cy.nodes('.item').forEach((node) => void node.toggleClass(mark, ids.has(node.id())));
    if (mark === 'dim')
      this.cy
        .edges()
        .forEach((edge) => void edge.toggleClass('dim', ids.has(edge.data('source') as string) || ids.has(edge.data('target') as string)));
    if (mark === 'dim') this.overlay.dimmed = ids;
  }

  redraw(): void {
    (this.cy as unknown as { forceRender(): void }).forceRender();
  }

  // The viewport.

  /** The zoom at which all of it would be seen. */
  zoomFor({ width, height }: Rect): number {
    const [w, h] = [this.cy.width(), this.cy.height()];
    const zoom = Math.min(fitZoom, (w - 2 * fitPadding) / Math.max(1, width), (h - 2 * fitPadding - fitBelow) / Math.max(1, height));
    return Math.max(this.cy.minZoom(), zoom);
  }

  /** Shows everything, or with `readable` the start of what is too large to be read as a whole. */
  fit(readable = false): void {
    this.cy.resize();
    if (!this.scene || this.scene.view.items.length === 0) return;
    const { direction, bounds } = this.scene;
    const { x, y, width, height } = bounds;
    const [w, h] = [this.cy.width(), this.cy.height()];
    const whole = this.zoomFor(this.scene.bounds);
    const wide = (w - 2 * fitPadding) / Math.max(1, direction === 'TB' ? width : height);
    const zoom = readable && whole < startZoom.least ? Math.min(startZoom.most, Math.max(startZoom.least, wide)) : whole;
    const centred = { x: w / 2 - zoom * (x + width / 2), y: (h - fitBelow) / 2 - zoom * (y + height / 2) };
    if (zoom > whole && this.scene.direction === 'TB' && zoom * height > h) {
      centred.y = fitPadding - zoom * y;
      const first = this.scene.result.nodes.find((_, i) => this.scene!.cards[i]!.role !== 'parameter');
      if (first && zoom * width > w) centred.x = w / 2 - zoom * (first.x + first.width / 2);
    } else if (zoom > whole && zoom * width > w) centred.x = fitPadding - zoom * x;
    this.moveTo({ zoom, pan: centred });
  }

  zoomBy(factor: number): void {
    const level = Math.max(this.cy.minZoom(), Math.min(this.cy.maxZoom(), this.cy.zoom() * factor));
    this.cy.zoom({ level, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Brings an item into view, above the `covered` pixels at the bottom; a readable size is restored if the picture is too small to read. */
  reveal(id: string, centre: boolean, covered = 0): void {
    const node = this.cy.getElementById(id);
    if (node.empty()) return;
    const box = node.renderedBoundingBox();
    const inside = box.x1 > 12 && box.y1 > 12 && box.x2 < this.cy.width() - 12 && box.y2 < this.cy.height() - 30 - covered;
    if (inside && !centre) return;
    const zoom = Math.max(this.cy.zoom(), Math.min(0.7, this.cy.maxZoom()));
    const { x, y } = (node as unknown as NodeSingular).position();
    this.moveTo({ zoom, pan: { x: this.cy.width() / 2 - x * zoom, y: (this.cy.height() - covered) / 2 - y * zoom } });
  }

  centreOn(x: number, y: number): void {
    const zoom = this.cy.zoom();
    this.cy.pan({ x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom });
  }

  /** Shows one open box, or the closed group, as large as fits. */
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

  private moveTo(viewport: { zoom: number; pan: { x: number; y: number } }): void {
    this.cy.stop();
    if (reducedMotion() || this.cy.elements().length > animateUpTo) this.cy.viewport(viewport);
    else this.cy.animate(viewport, { duration: 180, easing: 'ease-out' });
  }

  /** The visible part, in graph coordinates. */
  extent(): Rect {
    const { x1, y1, w, h } = this.cy.extent();
    return { x: x1, y: y1, width: w, height: h };
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

  /** Moves what was there before from its old place to its new one. */
  private glide(before: Map<string, { x: number; y: number }>): void {
    const moves = this.cy
      .nodes()
      .toArray()
      .flatMap((node) => {
        const from = before.get(node.id());
        const to = { ...node.position() };
        return from && (Math.abs(from.x - to.x) > 1 || Math.abs(from.y - to.y) > 1) ? [{ node, from, to }] : [];
      });
    if (moves.length === 0) return;
    const started = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - started) / 200));
      const eased = 1 - (1 - t) ** 3;
      this.cy.batch(() => {
        for (const { node, from, to } of moves) node.position({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
      });
      this.overlay.gliding = t < 1;
      if (t < 1) this.animation = requestAnimationFrame(step);
    };
    step(started);
  }

  destroy(): void {
    cancelAnimationFrame(this.animation);
    this.cy.destroy();
  }
}
