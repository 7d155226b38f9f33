import type { TraceNode } from '../../../src/protocol/trace.js';
import type { Theme } from '../../theme.js';

/** The part of a node below its title: what it shows of its value and gradient. */
export interface Renderer {
  name: string;
  /** Whether it can show this tensor; the first in the list that can, does. */
  fits(node: TraceNode): boolean;
  /** Size of the body. The gradient has its place whether it is known yet or not, so that nothing moves when it comes. */
  size(node: TraceNode, withGrad: boolean): { width: number; height: number };
  draw(brush: Brush, node: TraceNode, withGrad: boolean): void;
}

/** Where and how to draw: a box in graph coordinates. */
export interface Brush {
  context: CanvasRenderingContext2D;
  theme: Theme;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Screen pixels for one pixel of the graph. */
  zoom: number;
  /** Drawn once to be kept, as rectangles rather than pixels. */
  vector?: boolean;
}

/** Text sizes in graph pixels. */
export const text = { title: 13, small: 10.5, body: 11.5, line: 15 } as const;

/** Average width of a character per pixel of size: good enough to size a node without measuring every text on it. */
export const charWidth = { sans: 0.56, mono: 0.61 };

/** Takes the widths from the fonts of the theme. */
export function measureFonts(theme: Theme): void {
  const context = document.createElement('canvas').getContext('2d')!;
  const sample = 'binary_cross_entropy conv2d matmul parameter operations';
  context.font = `600 100px ${theme.font}`;
  charWidth.sans = (context.measureText(sample).width / sample.length / 100) * 1.04;
  context.font = `600 100px ${theme.mono}`;
  charWidth.mono = context.measureText('0').width / 100;
}

/** Text smaller than this on the screen is left out. */
const leastSize = 4.6;

export function write(
  brush: Brush,
  content: string,
  x: number,
  y: number,
  color: string,
  font: string,
  align: CanvasTextAlign = 'left',
  maxWidth?: number,
): void {
  const { context } = brush;
  if (Number.parseFloat(font.slice(font.search(/[\d.]+px/))) * brush.zoom < leastSize) return;
  context.font = font;
  context.fillStyle = color;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  context.fillText(maxWidth === undefined ? content : fitted(context, content, maxWidth), x, y);
}

const cuts = new Map<string, string>();

/** Cut short with an ellipsis. Results are kept: measuring text is what a frame spends most of its time on. */
function fitted(context: CanvasRenderingContext2D, content: string, maxWidth: number): string {
  const id = `${context.font}|${Math.round(maxWidth)}|${content}`;
  let cut = cuts.get(id);
  if (cut !== undefined) return cut;
  cut = content;
  while (cut.length > 1 && context.measureText(cut).width > maxWidth) cut = `${cut.slice(0, cut.endsWith('…') ? -2 : -1)}…`;
  if (cuts.size > 20_000) cuts.clear();
  cuts.set(id, cut);
  return cut;
}
