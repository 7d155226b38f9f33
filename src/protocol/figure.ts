/**
 * A figure that a program plotted, as plain data: `tensor-lens/pyplot` and `SummaryWriter` make it, and
 * `src/present/plots` draws it. The process of a run is not trusted, so the whole figure has a schema and limits.
 */
import * as v from 'valibot';
import type { Range } from './trace.js';

/** The limits for all figures of a run that the host keeps: the number of figures, and of the numbers in them. */
export const MOST_FIGURES = 300;
export const MOST_FIGURE_NUMBERS = 4_000_000;

/** The longest list in a figure: longer than any list that the worker sends. */
const LONGEST = 600_000;
const text = v.pipe(v.string(), v.maxLength(10_000));
const number = v.pipe(v.number(), v.finite());
const isCell = (one: unknown): boolean => one === null || (typeof one === 'number' && Number.isFinite(one));
const numbers = v.custom<(number | null)[]>((value) => Array.isArray(value) && value.length <= LONGEST && value.every(isCell));
const places = v.custom<number[]>((value) => Array.isArray(value) && value.length <= LONGEST && value.every(Number.isFinite));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const color = v.pipe(v.string(), v.regex(/^(#[\da-f]{6}([\da-f]{2})?|C\d|foreground|background|none)$/));

const mapped = v.object({ map: text, low: number, high: number });
const common = { label: v.optional(text), color, alpha: number };
const dash = v.picklist(['-', '--', ':', '-.', '']);

const mark = v.variant('kind', [
  v.object({ kind: v.literal('line'), x: numbers, y: numbers, width: number, dash, marker: text, size: number, ...common }),
  v.object({
    kind: v.literal('points'),
    x: numbers,
    y: numbers,
    marker: text,
    sizes: places,
    values: v.optional(numbers),
    mapped: v.optional(mapped),
    colors: v.optional(v.array(color)),
    ...common,
  }),
  v.object({
    kind: v.literal('bars'),
    from: numbers,
    to: numbers,
    base: numbers,
    end: numbers,
    isFlat: v.boolean(),
    edge: v.nullable(color),
    ...common,
  }),
  v.object({ kind: v.literal('area'), x: numbers, low: numbers, high: numbers, ...common }),
  v.object({
    kind: v.literal('image'),
    rows: count,
    columns: count,
    data: numbers,
    channels: v.picklist([1, 3, 4]),
    mapped,
    extent: v.tuple([number, number, number, number]),
    ...common,
  }),
  v.object({
    kind: v.literal('contour'),
    isFilled: v.boolean(),
    rows: count,
    columns: count,
    data: numbers,
    x: places,
    y: places,
    levels: places,
    mapped,
    plain: v.optional(color),
    ...common,
  }),
  v.object({ kind: v.literal('rule'), axis: v.picklist(['x', 'y']), at: number, width: number, dash, ...common }),
  v.object({
    kind: v.literal('text'),
    x: number,
    y: number,
    text,
    align: v.picklist(['left', 'center', 'right']),
    size: number,
    ...common,
  }),
]);

const axis = v.object({
  label: text,
  low: v.nullable(number),
  high: v.nullable(number),
  scale: v.picklist(['linear', 'log']),
  ticks: v.nullable(v.pipe(v.array(v.object({ at: number, text: v.nullable(text) })), v.maxLength(10_000))),
  isReversed: v.boolean(),
});

const axes = v.object({
  place: v.tuple([count, count, count, count]),
  title: text,
  x: axis,
  y: axis,
  grid: v.boolean(),
  legend: v.nullable(text),
  isOff: v.boolean(),
  isEqual: v.boolean(),
  marks: v.pipe(v.array(mark), v.maxLength(2_000)),
  bars: v.pipe(v.array(v.object({ mark: count, label: text })), v.maxLength(100)),
});

const figure = v.object({
  name: text,
  isSaved: v.boolean(),
  title: text,
  width: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  height: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  rows: v.pipe(count, v.minValue(1)),
  columns: v.pipe(count, v.minValue(1)),
  axes: v.pipe(v.array(axes), v.maxLength(400)),
  isThinned: v.boolean(),
  series: v.optional(text),
});

export const figureSchema = v.object({
  ...figure.entries,
  pass: v.pipe(v.number(), v.integer(), v.minValue(0)),
  source: v.nullable(v.object({ file: text, line: count, column: count, endLine: count, endColumn: count })),
});

/** The name of what in a figure is not as it must be; null when all of it is. */
export function wrongIn(data: unknown): string | null {
  const { issues } = v.safeParse(figure, data);
  if (!issues) return null;
  const names = (v.getDotPath(issues[0]) ?? '').split('.').filter((part) => !/^\d*$/.test(part));
  return names.at(-1) ?? 'figure';
}

export type Mark = v.InferOutput<typeof mark>;
export type Axis = v.InferOutput<typeof axis>;
export type Axes = v.InferOutput<typeof axes>;
/** The data of a figure that a program plotted. */
export type FigureData = v.InferOutput<typeof figure>;

/**
 * A figure, with the last pass that had ended when it was shown (0 also before the first pass has ended), and the call
 * that showed it.
 */
export interface Figure extends FigureData {
  pass: number;
  source: Range | null;
}

/** The text that figures share when they are one figure that changes from pass to pass. */
export const seriesOf = ({ series, source, name }: Figure): string =>
  series ?? (source ? `${source.file}:${source.line}:${source.column}` : name);

/** The count of numbers that a figure holds. */
export const weightOf = ({ axes }: FigureData): number =>
  axes.reduce(
    (all, { marks }) => all + marks.reduce((sum, one) => sum + ('data' in one ? one.data.length : 'x' in one ? 2 * lengthOf(one.x) : 4), 4),
    0,
  );

const lengthOf = (x: unknown): number => (Array.isArray(x) ? x.length : 1);
