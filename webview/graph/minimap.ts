import { h, inNextFrame, sizeCanvas } from '../dom.js';
import { mix } from '../../src/present/colours.js';
import { roleColor } from '../../src/present/nodes/drawCard.js';
import type { Theme } from '../../src/present/theme.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import type { GraphView } from './graphView.js';
import './minimap.css';
import type { Scene } from '../../src/present/nodes/scene.js';

/** A graph with fewer items needs no map. */
const fewest = 8;
const largest = { width: 150, height: 170 } as const;
/** `across`, `down`: the largest part of the panel that the map covers. `least`: a smaller panel shows no map. */
const share = { across: 0.2, down: 0.4, least: 220 } as const;

/**
 * The whole graph in a corner, with a frame around the visible part. It is shown only while a part of the graph is out
 * of view.
 */
export class Minimap implements View {
  private readonly element = h('canvas', { class: 'minimap', 'data-testid': 'minimap', 'aria-hidden': 'true', hidden: true });
  readonly elements = { 'bottom-right': this.element };
  private scene: Scene | null = null;
  private picture: HTMLCanvasElement | null = null;
  private scale = 1;
  private enabled = true;
  readonly draw: () => void;

  constructor(
    private readonly view: GraphView,
    private theme: Theme,
  ) {
    this.draw = inNextFrame(() => this.drawNow());
    const move = (event: PointerEvent) => {
      if (!this.scene) return;
      const box = this.element.getBoundingClientRect();
      this.view.centreOn(
        this.scene.bounds.x + (event.clientX - box.left) / this.scale,
        this.scene.bounds.y + (event.clientY - box.top) / this.scale,
      );
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      move(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (event.buttons) move(event);
    });
  }

  update({ picture, theme, settings }: Shown, change: Change): void {
    if (change.layout) this.show(picture.scene, theme);
    if (!change.settings) return;
    this.enabled = settings.minimap;
    this.draw();
  }

  restyle(theme: Theme, { picture }: Shown): void {
    this.show(picture.scene, theme);
  }

  dispose(): void {}

  private show(scene: Scene | null, theme: Theme): void {
    this.scene = scene;
    this.theme = theme;
    this.picture = null;
    this.draw();
  }

  private drawNow(): void {
    const { scene, theme } = this;
    const visible = this.view.extent();
    const inside =
      !scene ||
      (visible.x <= scene.bounds.x + 2 &&
        visible.y <= scene.bounds.y + 2 &&
        visible.x + visible.width >= scene.bounds.x + scene.bounds.width - 2 &&
        visible.y + visible.height >= scene.bounds.y + scene.bounds.height - 2);
    const [panelWidth, panelHeight] = [this.view.cy.width(), this.view.cy.height()];
    this.element.hidden = inside || !this.enabled || scene.view.items.length < fewest || panelHeight < share.least;
    if (!scene || this.element.hidden) return;
    const { x, y, width, height } = scene.bounds;
    this.scale = Math.min(
      Math.min(largest.width, share.across * panelWidth) / Math.max(1, width),
      Math.min(largest.height, share.down * panelHeight) / Math.max(1, height),
    );
    // The map of a long chain would be a thin line: it gets a minimum width, and the frame is clipped to it.
    const [w, hgt] = [Math.max(24, width * this.scale), Math.max(24, height * this.scale)];
    const context = sizeCanvas(this.element, w, hgt);
    this.picture ??= this.paint(scene, w, hgt);
    context.clearRect(0, 0, w, hgt);
    context.drawImage(this.picture, 0, 0, w, hgt);
    context.strokeStyle = theme.focus;
    context.fillStyle = theme.focus;
    const [fx, fy] = [(visible.x - x) * this.scale, (visible.y - y) * this.scale];
    const [fw, fh] = [visible.width * this.scale, visible.height * this.scale];
    context.globalAlpha = 0.16;
    context.fillRect(fx, fy, fw, fh);
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeRect(
      Math.max(1, fx),
      Math.max(1, fy),
      Math.min(w - 2, fx + fw) - Math.max(1, fx),
      Math.max(3, Math.min(hgt - 2, fy + fh) - Math.max(1, fy)),
    );
  }

  private paint(scene: Scene, width: number, height: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const context = sizeCanvas(canvas, width, height);
    const { theme, scale } = this;
    scene.result.boxes.forEach((r) => {
      context.fillStyle = mix(theme.background, theme.foreground, 0.1);
      context.fillRect((r.x - scene.bounds.x) * scale, (r.y - scene.bounds.y) * scale, r.width * scale, r.height * scale);
    });
    scene.result.nodes.forEach((r, i) => {
      context.fillStyle = mix(theme.background, roleColor(theme, scene.cards[i]!.role), 0.7);
      context.fillRect(
        (r.x - scene.bounds.x) * scale,
        (r.y - scene.bounds.y) * scale,
        Math.max(1, r.width * scale),
        Math.max(1, r.height * scale),
      );
    });
    return canvas;
  }
}
