import type { Summary, Thumbnail } from '../../../src/protocol/trace.js';
import { diverging, rgb, type Theme } from '../../theme.js';
import type { Brush } from './renderer.js';

export interface DivergingScale {
  negative: string;
  positive: string;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const steps = 64;
const tables = new Map<string, Uint8ClampedArray>();

/** The colours from most negative to most positive, as red, green, blue, alpha. */
function colorTable(theme: Theme, scale: DivergingScale): Uint8ClampedArray {
  const id = `${theme.background}${scale.negative}${scale.positive}`;
  let table = tables.get(id);
  if (!table) {
    table = new Uint8ClampedArray((2 * steps + 1) * 4);
    for (let i = -steps; i <= steps; i++) {
      const [r, g, b] = rgb(diverging(theme, scale, i, steps));
      table.set([r, g, b, 255], (i + steps) * 4);
    }
    tables.set(id, table);
  }
  return table;
}

/** Cells are means of elements and seldom reach their extremes: what there is to be seen is among the cells. */
const limitOf = ({ data }: Thumbnail): number => data.reduce<number>((most, cell) => Math.max(most, Math.abs(cell ?? 0)), 0);

interface Painted {
  canvas: HTMLCanvasElement;
  table: Uint8ClampedArray;
}

const painted = new WeakMap<Thumbnail, Painted>();

/** The cells as pixels of a small canvas, kept: drawing it is one call instead of hundreds. */
function paint(thumbnail: Thumbnail, theme: Theme, scale: DivergingScale): HTMLCanvasElement {
  const table = colorTable(theme, scale);
  const known = painted.get(thumbnail);
  if (known?.table === table) return known.canvas;
  const canvas = known?.canvas ?? document.createElement('canvas');
  [canvas.width, canvas.height] = [thumbnail.cols, thumbnail.rows];
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(thumbnail.cols, thumbnail.rows);
  const [r, g, b] = rgb(theme.error);
  const limit = limitOf(thumbnail) || 1;
  thumbnail.data.forEach((value, i) => {
    if (value === null) return image.data.set([r, g, b, 255], i * 4);
    const at = (Math.round(Math.max(-1, Math.min(1, value / limit)) * steps) + steps) * 4;
    image.data.set(table.subarray(at, at + 4), i * 4);
  });
  context.putImageData(image, 0, 0);
  painted.set(thumbnail, { canvas, table });
  return canvas;
}

/** Fills the area with the thumbnail's cells. NaN and infinite cells are struck through, not only coloured. */
export function drawThumbnail(brush: Brush, summary: Summary | null, scale: DivergingScale, area: Area): void {
  const { context, theme } = brush;
  const thumbnail = summary?.thumbnail;
  if (!summary || !thumbnail) {
    context.fillStyle = theme.background;
    return context.fillRect(area.x, area.y, area.width, area.height);
  }
  const [w, h] = [area.width / thumbnail.cols, area.height / thumbnail.rows];
  const cell = (i: number) => [area.x + (i % thumbnail.cols) * w, area.y + Math.floor(i / thumbnail.cols) * h] as const;
  if (brush.vector) {
    const limit = limitOf(thumbnail);
    thumbnail.data.forEach((value, i) => {
      context.fillStyle = value === null ? theme.error : diverging(theme, scale, value, limit);
      // A hair of overlap, or the seams between cells shine through.
      context.fillRect(...cell(i), w + 0.3, h + 0.3);
    });
  } else {
    context.imageSmoothingEnabled = false;
    context.drawImage(paint(thumbnail, theme, scale), area.x, area.y, area.width, area.height);
  }
  if (summary.nan + summary.inf === 0) return;
  context.strokeStyle = theme.background;
  context.lineWidth = Math.min(w, h) / 6;
  thumbnail.data.forEach((value, i) => {
    if (value !== null) return;
    const [left, top] = cell(i);
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left + w, top + h);
    context.stroke();
  });
}
