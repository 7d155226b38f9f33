/** The elements of a tensor as colours: the same on nodes, in the inspector, in hovers and in exported pictures. */
import { cellsOf } from '../protocol/cells.js';
import type { Thumbnail } from '../protocol/trace.js';
import { diverging, type DivergingScale, type Theme } from './theme.js';

/** The number that has the full colour: the largest cell. Cells are means and seldom reach the extremes of the elements. */
const limitOf = (cells: readonly (number | null)[]): number => cells.reduce<number>((most, cell) => Math.max(most, Math.abs(cell ?? 0)), 0);

/** The number of shades from zero to the full colour, for each sign. */
const STEPS = 64;
const tables = new Map<string, readonly string[]>();

/** The colours of a scale, from the most negative number to the most positive one. Made once. */
export function colourTable(theme: Theme, scale: DivergingScale): readonly string[] {
  const id = `${theme.background}${scale.negative}${scale.positive}`;
  let table = tables.get(id);
  if (!table) tables.set(id, (table = Array.from({ length: 2 * STEPS + 1 }, (_, i) => diverging(theme, scale, i - STEPS, STEPS))));
  return table;
}

/** The colour of each cell, row by row. A cell without a number has the colour of errors. */
export function cellColours(thumbnail: Thumbnail, theme: Theme, scale: DivergingScale): string[] {
  const table = colourTable(theme, scale);
  const cells = cellsOf(thumbnail);
  const limit = limitOf(cells) || 1;
  return cells.map((value) =>
    value === null ? theme.error : table[Math.round(Math.max(-1, Math.min(1, value / limit)) * STEPS) + STEPS]!,
  );
}

const LONGEST = 112;
const LARGEST_CELL = 16;

/** A small SVG picture, for hovers. A cell without a number is struck through, not only coloured. */
export function heatMap(thumbnail: Thumbnail, theme: Theme, scale: DivergingScale): string {
  const { rows, cols } = thumbnail;
  const numbers = cellsOf(thumbnail);
  const cell = Math.min(LARGEST_CELL, LONGEST / Math.max(rows, cols));
  const size = (count: number) => Number((count * cell).toFixed(2));
  const cells = cellColours(thumbnail, theme, scale).map((colour, i) => {
    const [x, y] = [size(i % cols), size(Math.floor(i / cols))];
    const strike = numbers[i] === null ? `<path d="M${x} ${y}l${size(1)} ${size(1)}" stroke="${theme.background}"/>` : '';
    return `<rect x="${x}" y="${y}" width="${size(1)}" height="${size(1)}" fill="${colour}"/>${strike}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size(cols)}" height="${size(rows)}" shape-rendering="crispEdges">${cells.join('')}</svg>`;
}

export const dataUri = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
