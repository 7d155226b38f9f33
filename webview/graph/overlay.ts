import type { Core, NodeSingular } from 'cytoscape';
import type { TraceNode } from '../../src/protocol/trace.js';
import { sizeCanvas } from '../dom.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { type Brush, text, write } from '../../src/present/nodes/brush.js';
import { detailAt, drawCard } from '../../src/present/nodes/drawCard.js';
import type { Theme } from '../../src/present/theme.js';
import { turnsOf } from '../../src/graph/groups.js';
import { cellsOn } from './cells.js';
import { boxId } from './elements.js';
import type { Rect } from '../../src/graph/layout/types.js';
import type { Scene } from '../../src/present/nodes/scene.js';

/**
 * A canvas above Cytoscape's canvas. It draws the content of nodes: names, shapes, numbers, heat maps. Cytoscape draws
 * bodies and edges. Its labels and images could not show so much, or change it within one frame. Only visible nodes are
 * drawn, in as much detail as can be read.
 */
export class Overlay {
  private readonly canvas = document.createElement('canvas');
  private graph: ModuleGraph | null = null;
  private scene: Scene | null = null;
  private fills: string[] = [];
  private withGrad = false;
  /** True while items move to their places. Then Cytoscape knows their positions. */
  gliding = false;
  dimmed: ReadonlySet<string> = new Set();
  hiddenGrads: ReadonlySet<number> = new Set();

  constructor(
    private readonly container: HTMLElement,
    private readonly cy: Core,
  ) {
    this.canvas.className = 'graph-overlay';
    this.canvas.setAttribute('aria-hidden', 'true');
    container.append(this.canvas);
  }

  clear(): void {
    this.scene = null;
  }

  setScene(graph: ModuleGraph, scene: Scene): void {
    this.graph = graph;
    this.scene = scene;
    this.fills = [];
  }

  setNumbers(graph: ModuleGraph, fills: string[], withGrad: boolean): void {
    this.graph = graph;
    this.fills = fills;
    this.withGrad = withGrad;
  }

  draw(theme: Theme): void {
    const context = sizeCanvas(this.canvas, this.container.clientWidth, this.container.clientHeight);
    context.clearRect(0, 0, this.container.clientWidth, this.container.clientHeight);
    const { graph, scene } = this;
    if (!graph || !scene) return;
    const zoom = this.cy.zoom();
    const { x: panX, y: panY } = this.cy.pan();
    const view = this.cy.extent();
    const detail = detailAt(zoom);
    context.translate(panX, panY);
    context.scale(zoom, zoom);

    const brush: Brush = { pen: context, cells: cellsOn(context, theme), theme, zoom, x: 0, y: 0, width: 0, height: 0 };
    this.drawTitles(brush, scene, view);
    scene.view.items.forEach((item, i) => {
      const rect = scene.result.nodes[i]!;
      const { width, height } = rect;
      const { x, y } = this.gliding ? this.cornerOf(item.id, rect) : rect;
      if (x > view.x2 || y > view.y2 || x + width < view.x1 || y + height < view.y1) return;
      context.globalAlpha = this.dimmed.has(item.id) ? 0.22 : 1;
      const card = scene.cards[i]!;
      if (item.group?.kind === 'repeat') drawStack(context, theme, x, y, width, height);
      if (detail === 'none') return;
      const fill = this.fills[i] ?? theme.background;
      drawCard(
        { ...brush, x, y, width, height },
        card,
        item.group ? null : graph.nodes[item.node]!,
        this.bodyOf(graph, card.body),
        this.withGrad,
        detail,
        fill,
      );
    });
    context.globalAlpha = 1;
  }

  /** The corner of an item while it moves to its place. */
  private cornerOf(id: string, { width, height }: Rect): { x: number; y: number } {
    const { x, y } = (this.cy.getElementById(id) as unknown as NodeSingular).position();
    return { x: x - width / 2, y: y - height / 2 };
  }

  private bodyOf(graph: ModuleGraph, index: number): TraceNode | null {
    const node = graph.nodes[index] ?? null;
    return node && this.hiddenGrads.has(index) ? { ...node, grad: null } : node;
  }

  private drawTitles(brush: Brush, scene: Scene, view: { x1: number; y1: number; x2: number; y2: number }): void {
    const { theme, zoom } = brush;
    scene.view.boxes.forEach((box, i) => {
      const rect = scene.result.boxes[i]!;
      const { width, height } = rect;
      const { x, y } = this.gliding ? this.cornerOf(boxId(box.id), rect) : rect;
      if (x > view.x2 || y > view.y2 || x + width < view.x1 || y + height < view.y1 || width * zoom < 40) return;
      const size = Math.min(22, Math.max(text.title - 1, 8.5 / zoom));
      const name = box.kind === 'repeat' ? `${box.name}  ×${turnsOf(box)}` : box.name;
      const title = box.type && box.kind !== 'repeat' ? `${name}  ${box.type}` : name;
      write(brush, `▾ ${title}`, x + 9, y + Math.max(17, size + 3), theme.muted, `600 ${size}px ${theme.font}`, 'left', width - 18);
    });
  }
}

/** The edges of further cards, drawn behind a folded repeat. */
function drawStack(context: CanvasRenderingContext2D, theme: Theme, x: number, y: number, width: number, height: number): void {
  context.strokeStyle = theme.border;
  context.lineWidth = 1.25;
  for (const offset of [3.5, 7]) {
    context.beginPath();
    context.moveTo(x + offset + 3, y + height + offset);
    context.lineTo(x + width + offset - 4, y + height + offset);
    context.arcTo(x + width + offset, y + height + offset, x + width + offset, y + height + offset - 4, 4);
    context.lineTo(x + width + offset, y + offset + 3);
    context.stroke();
  }
}
