/** Limits the amount of data in one figure: figures go from process to process, and nobody can see a million points. */
import { ValueError } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import type { AxesData, Mark, Numbers } from './data.js';

/** The limit for the numbers of a line, of points and of a matrix. */
const MOST_POINTS = 5_000;
const MOST_CELLS = 65_536;
/** The limit for all marks of a figure together. */
const MOST_NUMBERS = 500_000;
const MOST_MARKS = 2_000;

export function thinned(all: readonly AxesData[]): { axes: AxesData[]; isThinned: boolean } {
  let isThinned = false;
  let numbers = 0;
  let count = 0;
  const axes = all.map((one) => ({
    ...structuredCopy(one),
    marks: one.marks.map((mark) => {
      const less = thin(mark);
      if (less !== mark) isThinned = true;
      numbers += sizeOf(less);
      count++;
      return less;
    }),
  }));
  if (numbers > MOST_NUMBERS || count > MOST_MARKS)
    throw new ValueError(
      `This figure has ${count} things in it with ${numbers} numbers together; ${MOST_MARKS} and ${MOST_NUMBERS} are the most. Make several figures of it, or plot less.`,
    );
  return { axes, isThinned };
}

/** Copies the parts of axes that a program may change later; marks do not change. */
const structuredCopy = (axes: AxesData): AxesData => ({
  ...axes,
  x: { ...axes.x },
  y: { ...axes.y },
  bars: axes.bars.map((bar) => ({ ...bar })),
});

const sizeOf = (mark: Mark): number =>
  'data' in mark ? mark.data.length : 'x' in mark && Array.isArray(mark.x) ? 2 * mark.x.length : 'from' in mark ? 4 * mark.from.length : 1;

function thin(mark: Mark): Mark {
  switch (mark.kind) {
    case 'line': {
      if (mark.x.length <= MOST_POINTS) return mark;
      const kept = extremes(mark.y, MOST_POINTS);
      return { ...mark, x: kept.map((i) => mark.x[i]!), y: kept.map((i) => mark.y[i]!) };
    }
    case 'points': {
      const { length } = mark.x;
      if (length <= MOST_POINTS) return mark;
      const kept = evenly(length, MOST_POINTS);
      const of = <T>(list: readonly T[]) => kept.map((i) => list[i]);
      return {
        ...mark,
        x: of(mark.x),
        y: of(mark.y),
        sizes: mark.sizes.length === length ? of(mark.sizes) : mark.sizes,
        ...(mark.values && { values: of(mark.values) }),
        ...(mark.colors && { colors: of(mark.colors) }),
      };
    }
    case 'area': {
      if (mark.x.length <= MOST_POINTS) return mark;
      const kept = evenly(mark.x.length, MOST_POINTS);
      return { ...mark, x: kept.map((i) => mark.x[i]!), low: kept.map((i) => mark.low[i]!), high: kept.map((i) => mark.high[i]!) };
    }
    case 'image':
    case 'contour': {
      const { rows, columns } = mark;
      if (rows * columns <= MOST_CELLS) return mark;
      const less = Math.sqrt(MOST_CELLS / (rows * columns));
      const [down, across] = [evenly(rows, Math.max(2, Math.floor(rows * less))), evenly(columns, Math.max(2, Math.floor(columns * less)))];
      const channels = mark.kind === 'image' ? mark.channels : 1;
      const data = down.flatMap((row) =>
        across.flatMap((column) => mark.data.slice((row * columns + column) * channels, (row * columns + column + 1) * channels)),
      );
      const size = { rows: down.length, columns: across.length, data };
      return mark.kind === 'image'
        ? { ...mark, ...size }
        : { ...mark, ...size, x: across.map((i) => mark.x[i]), y: down.map((i) => mark.y[i]) };
    }
    case 'bars':
      if (mark.from.length > MOST_POINTS) throw new ValueError(`There are ${mark.from.length} bars to draw; ${MOST_POINTS} are the most.`);
      return mark;
    default:
      return mark;
  }
}

/** Evenly spaced places of a list; the first and the last are included. */
const evenly = (length: number, most: number): number[] =>
  Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));

/** Places of a line that keep its peaks: the lowest and the highest of each section. */
function extremes(values: Numbers, most: number): number[] {
  const step = values.length / (most / 2);
  const kept = new Set([0, values.length - 1]);
  for (let from = 0; from < values.length; from += step) {
    let [low, high] = [Math.floor(from), Math.floor(from)];
    for (let i = Math.floor(from); i < Math.min(values.length, from + step); i++) {
      const value = values[i];
      if (value == null) continue;
      if (value < (values[low] ?? Infinity)) low = i;
      if (value > (values[high] ?? -Infinity)) high = i;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b);
}

/** The limit for the characters of a text in a figure. */
const LONGEST_TEXT = 10_000;

/**
 * Checks a part of a figure, which is sent as JSON: JSON has no notation for NaN. @throws ValueError for a number that
 * must be finite and is not
 */
export function checked<T>(part: T): T {
  if (typeof part === 'number' && !Number.isFinite(part))
    throw new ValueError('Axis limits, levels, sizes and places in a figure cannot be NaN or Inf');
  if (typeof part === 'string') return part.slice(0, LONGEST_TEXT) as T;
  if (Array.isArray(part)) {
    if (part.length > 0 && typeof part[0] === 'number') part.forEach(checked);
    return (typeof part[0] === 'object' || typeof part[0] === 'string' ? part.map(checked) : part) as T;
  }
  if (typeof part !== 'object' || part === null) return part;
  if (!isPlainObject(part)) throw new ValueError('A figure holds numbers and texts; it was given an object in place of one');
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, checked(one)])) as T;
}
