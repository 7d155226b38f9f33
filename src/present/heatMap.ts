/** A tensor as a small SVG picture, for hovers. Blue is negative, red positive, grey zero, yellow not a number. */
import type { Thumbnail } from '../protocol/trace.js';

const LONGEST = 112;
const LARGEST_CELL = 16;
const NEGATIVE = [49, 104, 200] as const;
const POSITIVE = [214, 69, 58] as const;
const ZERO = [225, 225, 225] as const;
const NOT_A_NUMBER = '#e6b400';

function colour(value: number | null, scale: number): string {
  if (value === null) return NOT_A_NUMBER;
  const share = scale === 0 ? 0 : Math.min(1, Math.abs(value) / scale);
  const end = value < 0 ? NEGATIVE : POSITIVE;
  return (
    '#' +
    ZERO.map((from, i) =>
      Math.round(from + (end[i]! - from) * share)
        .toString(16)
        .padStart(2, '0'),
    ).join('')
  );
}

export function heatMap({ rows, cols, data }: Thumbnail): string {
  const scale = data.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  const cell = Math.min(LARGEST_CELL, LONGEST / Math.max(rows, cols));
  const size = (count: number) => Number((count * cell).toFixed(2));
  const cells = data.map(
    (value, i) =>
      `<rect x="${size(i % cols)}" y="${size(Math.floor(i / cols))}" width="${size(1)}" height="${size(1)}" fill="${colour(value, scale)}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size(cols)}" height="${size(rows)}" shape-rendering="crispEdges">${cells.join('')}</svg>`;
}

export const dataUri = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
