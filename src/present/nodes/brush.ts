import type { Thumbnail } from '../../protocol/trace.js';
import type { DivergingScale, Theme } from '../theme.js';
import type { Pen } from './pen.js';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where and how to draw. The area is a box in graph coordinates. */
export interface Brush {
  pen: Pen;
  theme: Theme;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Screen pixels for each pixel of the graph. */
  zoom: number;
  /** Draws a heat map faster than cell by cell; absent where that is not possible. */
  cells?: (area: Area, thumbnail: Thumbnail, scale: DivergingScale) => void;
}

/** Text sizes in graph pixels. */
export const text = { title: 13, small: 10.5, body: 11.5, line: 15 } as const;

/**
 * Average width of a character per pixel of text size. It is exact enough to size a node without measuring all of its
 * texts.
 */
export const charWidth = { sans: 0.56, mono: 0.61 };

/** Text smaller than this on the screen is left out. */
const leastSize = 4.6;

export function write(
  brush: Brush,
  content: string,
  x: number,
  y: number,
  color: string,
  font: string,
  align: 'left' | 'center' | 'right' = 'left',
  maxWidth?: number,
): void {
  const { pen } = brush;
  if (Number.parseFloat(font.slice(font.search(/[\d.]+px/))) * brush.zoom < leastSize) return;
  pen.font = font;
  pen.fillStyle = color;
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  pen.fillText(maxWidth === undefined ? content : fitted(pen, content, maxWidth), x, y);
}

const cuts = new Map<string, string>();

/** Shortens text with an ellipsis. Results are kept, because measuring text takes most of the time of a frame. */
function fitted(pen: Pen, content: string, maxWidth: number): string {
  const id = `${pen.font}|${Math.round(maxWidth)}|${content}`;
  let cut = cuts.get(id);
  if (cut !== undefined) return cut;
  cut = content;
  while (cut.length > 1 && pen.measureText(cut).width > maxWidth) cut = `${cut.slice(0, cut.endsWith('…') ? -2 : -1)}…`;
  if (cuts.size > 20_000) cuts.clear();
  cuts.set(id, cut);
  return cut;
}
