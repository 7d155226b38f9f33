import {
  area,
  line,
  symbol,
  symbolAsterisk,
  symbolCircle,
  symbolDiamond,
  symbolPlus,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
} from 'd3-shape';
import type { Mark } from '../../protocol/figure.js';
import { escapeHtml } from '../escape.js';
import { colorMap, paint } from './colours.js';
import { contourPaths } from './contours.js';
import { pngUrl } from './image.js';
import { POINT, round, type Place } from './place.js';
import type { Scale } from './scales.js';

const shapes = {
  o: symbolCircle,
  '.': symbolCircle,
  ',': symbolCircle,
  s: symbolSquare,
  D: symbolDiamond,
  d: symbolDiamond,
  '^': symbolTriangle,
  v: symbolTriangle,
  '<': symbolTriangle,
  '>': symbolTriangle,
  '*': symbolStar,
  '+': symbolPlus,
  x: symbolTimes,
  X: symbolTimes,
  P: symbolPlus,
} as const;
const turns: Readonly<Record<string, number>> = { v: 180, '<': -90, '>': 90 };
const strokes = '+x_|';

export const dashes = (dash: string, width: number): string => {
  const parts = { '--': [3.7, 1.6], ':': [1, 1.65], '-.': [6.4, 1.6, 1, 1.6] }[dash];
  return parts ? ` stroke-dasharray="${parts.map((part) => round(part * width)).join(' ')}"` : '';
};

/** A marker around 0. `across` is its size in pixels. */
export function markerShape(marker: string, across: number, color: string): string {
  const size = marker === '.' ? across / 2 : marker === ',' ? 1 : across;
  const isLine = strokes.includes(marker);
  const type = (shapes as Record<string, (typeof shapes)['o']>)[marker] ?? (isLine ? symbolAsterisk : symbolCircle);
  const area = type === symbolCircle ? (Math.PI / 4) * size * size : type === symbolSquare ? size * size : 0.6 * size * size;
  const turn = turns[marker] === undefined ? '' : ` transform="rotate(${turns[marker]})"`;
  const look = isLine ? `fill="none" stroke="${color}" stroke-width="1.4"` : `fill="${color}"`;
  return `<path d="${symbol(type, area).digits(2)() ?? ''}" ${look}${turn}/>`;
}

/** A mark as SVG. */
export function drawMark(mark: Mark, place: Place): string {
  const { x, y, theme } = place;
  const color = paint(theme, mark.color);
  const opacity = mark.alpha < 1 ? ` opacity="${round(mark.alpha)}"` : '';
  const isThere = (a: number | null | undefined, b: number | null | undefined): boolean =>
    a != null && b != null && Number.isFinite(x(a)) && Number.isFinite(y(b));
  switch (mark.kind) {
    case 'line': {
      const places = mark.x.map((_, i) => i);
      const d = line<number>()
        .defined((i) => isThere(mark.x[i], mark.y[i]))
        .x((i) => x(mark.x[i]!))
        .y((i) => y(mark.y[i]!))
        .digits(2)(places);
      const width = mark.width * POINT;
      const drawn =
        mark.dash && d
          ? `<path d="${d}" fill="none" stroke="${color}" stroke-width="${round(width)}" stroke-linejoin="round"${dashes(mark.dash, width)}/>`
          : '';
      const points = mark.marker ? places.filter((i) => isThere(mark.x[i], mark.y[i])) : [];
      const shape = points.length > 0 ? markerShape(mark.marker, mark.size * POINT, color) : '';
      return `<g${opacity}>${drawn}${points.map((i) => at(shape, x(mark.x[i]!), y(mark.y[i]!))).join('')}</g>`;
    }
    case 'points': {
      const map = mark.mapped && colorMap(mark.mapped);
      const drawn = mark.x.map((_, i) => {
        if (!isThere(mark.x[i], mark.y[i])) return '';
        const value = mark.values?.[i];
        const own = mark.colors?.[i];
        const fill = map ? (value == null ? 'none' : map(value)) : own ? paint(theme, own) : color;
        const across = Math.sqrt(Math.max(0, mark.sizes[i % mark.sizes.length]!)) * POINT;
        if (mark.marker === 'o' || mark.marker === '.')
          return `<circle cx="${round(x(mark.x[i]!))}" cy="${round(y(mark.y[i]!))}" r="${round((mark.marker === '.' ? 0.5 : 1) * (across / 2))}" fill="${fill}"/>`;
        return at(markerShape(mark.marker, across, fill), x(mark.x[i]!), y(mark.y[i]!));
      });
      return `<g${opacity}>${drawn.join('')}</g>`;
    }
    case 'bars': {
      const edge = mark.edge === null ? '' : ` stroke="${paint(theme, mark.edge)}"`;
      const rects = mark.from.map((from, i) => {
        const [to, base, end] = [mark.to[i], mark.base[i], mark.end[i]];
        if (from == null || to == null || base == null || end == null) return '';
        const [a, b] = mark.isFlat ? [x(base), x(end)] : [x(from), x(to)];
        const [c, d] = mark.isFlat ? [y(from), y(to)] : [y(floorOf(base, y)), y(end)];
        if (![a, b, c, d].every(Number.isFinite)) return '';
        return `<rect x="${round(Math.min(a, b))}" y="${round(Math.min(c, d))}" width="${round(Math.abs(b - a))}" height="${round(Math.abs(d - c))}"/>`;
      });
      return `<g fill="${color}"${edge}${opacity}>${rects.join('')}</g>`;
    }
    case 'area': {
      const d = area<number>()
        .defined((i) => isThere(mark.x[i], mark.low[i]) && mark.high[i] != null)
        .x((i) => x(mark.x[i]!))
        .y0((i) => y(mark.low[i]!))
        .y1((i) => y(mark.high[i]!))
        .digits(2)(mark.x.map((_, i) => i));
      return `<path d="${d ?? ''}" fill="${color}"${opacity}/>`;
    }
    case 'image': {
      const [left, right, bottom, top] = mark.extent;
      const [a, b, c, d] = [x(left), x(right), y(top), y(bottom)];
      const flip = `translate(${round(a)} ${round(c)}) scale(${b < a ? -1 : 1} ${d < c ? -1 : 1})`;
      return `<image transform="${flip}" width="${round(Math.abs(b - a))}" height="${round(Math.abs(d - c))}" preserveAspectRatio="none" image-rendering="pixelated" href="${pngUrl(mark)}"${opacity}/>`;
    }
    case 'contour':
      return `<g${opacity}>${contourPaths(mark, place)}</g>`;
    case 'rule': {
      const [left, top, width, height] = place.box;
      const where = mark.axis === 'x' ? x(mark.at) : y(mark.at);
      if (!Number.isFinite(where)) return '';
      const ends = mark.axis === 'x' ? [where, top, where, top + height] : [left, where, left + width, where];
      const [x1, y1, x2, y2] = ends.map(round);
      const stroke = mark.width * POINT;
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${color}" stroke-width="${round(stroke)}"${dashes(mark.dash, stroke)}${opacity}/>`;
    }
    case 'text': {
      const anchor = { left: 'start', center: 'middle', right: 'end' }[mark.align];
      if (!isThere(mark.x, mark.y)) return '';
      return `<text x="${round(x(mark.x))}" y="${round(y(mark.y))}" text-anchor="${anchor}" font-size="${round(mark.size * POINT)}" fill="${color}"${opacity}>${escapeHtml(mark.text)}</text>`;
    }
  }
}

/** Where a bar begins. A logarithmic axis has no 0, so bars begin at its end. */
const floorOf = (base: number, y: Scale): number => (Number.isFinite(y(base)) ? base : Math.min(y.low, y.high));

const at = (shape: string, x: number, y: number): string => `<g transform="translate(${round(x)} ${round(y)})">${shape}</g>`;
