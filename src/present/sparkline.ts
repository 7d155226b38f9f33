/**
 * A tensor with one dimension as a small SVG curve, for hovers. Its elements go from left to right, over a line at
 * zero.
 */
import type { Scalar } from '../protocol/trace.js';
import type { DivergingScale, Theme } from './theme.js';

const WIDTH = 176;
const HEIGHT = 40;
const EDGE = 3;
/** The most points: more could not be told apart in the pixels of the curve. */
const MOST_POINTS = 352;

export function sparkline(data: readonly (Scalar | null)[], theme: Theme, scale: DivergingScale): string {
  const values = thinned(data.map((value) => (typeof value === 'number' ? value : null)));
  const finite = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const x = (i: number) => short(EDGE + (values.length === 1 ? 0.5 : i / (values.length - 1)) * (WIDTH - 2 * EDGE));
  const y = (value: number) => short(HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE));
  const zero = `<path d="M0 ${y(0)}H${WIDTH}" stroke="${theme.muted}" stroke-dasharray="2 3"/>`;
  const gaps = values.map((value, i) =>
    value === null ? `<path d="M${x(i)} 0V${HEIGHT}" stroke="${theme.error}" stroke-width="2"/>` : '',
  );
  let path = '';
  values.forEach((value, i) => {
    if (value !== null) path += `${i > 0 && values[i - 1] !== null ? 'L' : 'M'}${x(i)} ${y(value)}`;
  });
  // A single point between two gaps is a line of length zero. Round caps make it visible.
  const curve = `<path d="${path.replace(/M(\S+ [^ML]+)(?=M|$)/g, 'M$1h0')}" fill="none" stroke="${scale.positive}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${zero}${gaps.join('')}${curve}</svg>`;
}

/**
 * Reduces the points and keeps the extremes: of each group of elements, the one farthest from zero, or a gap when there
 * is one.
 */
function thinned(values: readonly (number | null)[]): (number | null)[] {
  const size = Math.ceil(values.length / MOST_POINTS);
  if (size <= 1) return [...values];
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => {
    const part = values.slice(i * size, (i + 1) * size);
    return part.includes(null) ? null : part.reduce((most, value) => (Math.abs(value!) > Math.abs(most!) ? value : most));
  });
}

const short = (value: number): number => Number(value.toFixed(1));
