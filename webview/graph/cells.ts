import type { Thumbnail } from '../../src/protocol/trace.js';
import { rgb } from '../../src/present/colours.js';
import { cellColours, colourTable } from '../../src/present/heatMap.js';
import type { Area } from '../../src/present/nodes/brush.js';
import type { DivergingScale, Theme } from '../../src/present/theme.js';

interface Painted {
  canvas: HTMLCanvasElement;
  table: readonly string[];
}

const painted = new WeakMap<Thumbnail, Painted>();

/** The cells as pixels of a small canvas. The canvas is kept: drawing it is one call instead of hundreds. */
function paint(thumbnail: Thumbnail, theme: Theme, scale: DivergingScale): HTMLCanvasElement {
  const table = colourTable(theme, scale);
  const known = painted.get(thumbnail);
  if (known?.table === table) return known.canvas;
  const canvas = known?.canvas ?? document.createElement('canvas');
  [canvas.width, canvas.height] = [thumbnail.cols, thumbnail.rows];
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(thumbnail.cols, thumbnail.rows);
  cellColours(thumbnail, theme, scale).forEach((colour, i) => {
    const [r, g, b] = rgb(colour);
    image.data.set([r, g, b, 255], i * 4);
  });
  context.putImageData(image, 0, 0);
  painted.set(thumbnail, { canvas, table });
  return canvas;
}

/** Draws the heat maps of nodes on a canvas: the `cells` of a brush. */
export const cellsOn =
  (context: CanvasRenderingContext2D, theme: Theme) =>
  ({ x, y, width, height }: Area, thumbnail: Thumbnail, scale: DivergingScale): void => {
    context.imageSmoothingEnabled = false;
    context.drawImage(paint(thumbnail, theme, scale), x, y, width, height);
  };
