import type { Pen } from '../../present/nodes/pen.js';
import { escapeHtml } from '../../present/escape.js';

const round = (n: number): string => String(Math.round(n * 100) / 100);

/** The width of a text in pixels. The font is written as in CSS. */
export type Ruler = (text: string, font: string) => number;

/**
 * A pen that writes SVG. The same code draws the nodes with this pen and on the panel's canvas, so the exported picture
 * and the screen agree.
 */
export class SvgPen implements Pen {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '';
  textAlign = 'left';
  textBaseline = 'alphabetic';
  private path = '';
  private readonly parts: string[] = [];

  constructor(private readonly ruler: Ruler) {}

  measureText(text: string): { width: number } {
    return { width: this.ruler(text, this.font) };
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${this.fillStyle}"/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}"/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    const anchor = this.textAlign === 'right' ? ' text-anchor="end"' : this.textAlign === 'center' ? ' text-anchor="middle"' : '';
    this.parts.push(
      `<text x="${round(x)}" y="${round(y)}" fill="${this.fillStyle}"${anchor} style="font:${escapeHtml(this.font)}">${escapeHtml(text)}</text>`,
    );
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${round(x)} ${round(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${round(x)} ${round(y)}`;
  }

  stroke(): void {
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}"/>`);
  }

  /** Adds markup unchanged. */
  add(markup: string): void {
    this.parts.push(markup);
  }

  toString(): string {
    return this.parts.join('\n');
  }
}
