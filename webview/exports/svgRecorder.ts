const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const round = (n: number): string => String(Math.round(n * 100) / 100);

/**
 * As much of a canvas context as node bodies are drawn with, written down as SVG. So the picture that
 * is exported and the one on the screen come from the same lines of code.
 */
export class SvgRecorder {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private path = '';
  private readonly parts: string[] = [];
  private readonly ruler = document.createElement('canvas').getContext('2d')!;

  get font(): string {
    return this.ruler.font;
  }

  set font(font: string) {
    this.ruler.font = font;
  }

  measureText(text: string): TextMetrics {
    return this.ruler.measureText(text);
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
      `<text x="${round(x)}" y="${round(y)}" fill="${this.fillStyle}"${anchor} style="font:${escape(this.font)}">${escape(text)}</text>`,
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

  arcTo(_x1: number, _y1: number, x2: number, y2: number): void {
    this.lineTo(x2, y2);
  }

  stroke(): void {
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}"/>`);
  }

  add(markup: string): void {
    this.parts.push(markup);
  }

  toString(): string {
    return this.parts.join('\n');
  }
}
