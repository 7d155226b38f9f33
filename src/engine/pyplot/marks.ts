/** Lines, points and bars as marks. */
import { TypeError_, ValueError } from '../errors.js';
import { countsIn, evenEdges } from './bins.js';
import type { AxisData, BarsMark, LineMark, PointsMark } from './data.js';
import { checkSame, finite, flat, given, isNumeric, range, type Plottable } from './numbers.js';
import type { BarOptions, HistOptions, LineOptions, ScatterOptions } from './options.js';
import { colorOf, dashOf, formatOf, look, mapOf, markerOf, type Format } from './styles.js';

type Next = () => string;

/**
 * The marks of `plot`, from its arguments: groups of `y`, or `x` and `y`, and a format; then keywords. A matrix gives a
 * line for each column.
 */
export function lineMarks(args: readonly (Plottable | LineOptions)[], next: Next): LineMark[] {
  const options = (args.find((one) => typeof one !== 'string' && !isNumeric(one)) ?? {}) as LineOptions;
  const marks: LineMark[] = [];
  let data: Plottable[] = [];
  const finish = (format: Format): void => {
    if (data.length === 0) return;
    const [first, second] = data;
    const ys = columns(second ?? first);
    const xs = second === undefined ? null : columns(first);
    ys.forEach((y, i) => {
      const x = xs ? xs[Math.min(i, xs.length - 1)] : y.map((_, at) => at);
      checkSame(x, y);
      marks.push({ kind: 'line', x: finite(x), y: finite(y), ...lineLook(options, format), ...lookOf(options, format, next) });
    });
    data = [];
  };
  for (const one of args) {
    if (typeof one === 'string') finish(formatOf(one));
    else if (isNumeric(one)) {
      if (data.length === 2) finish({});
      data.push(one);
    }
  }
  finish({});
  if (marks.length === 0) throw new TypeError_('plot() needs numbers: a list or a tensor of them.');
  return marks;
}

function columns(what: Plottable): number[][] {
  const { shape, data } = given(what);
  if (shape.length < 2) return [data];
  if (shape.length > 2) throw new ValueError(`x and y can be no greater than 2D, but have shapes (${shape.join(', ')})`);
  const [rows = 0, count = 0] = shape;
  return Array.from({ length: count }, (_, column) => Array.from({ length: rows }, (__, row) => data[row * count + column]));
}

const lineLook = (options: LineOptions, format: Format) => ({
  width: options.linewidth ?? options.lw ?? 1.5,
  dash: dashOf(options.linestyle ?? options.ls ?? format.dash ?? '-'),
  marker: markerOf(options.marker ?? format.marker),
  size: options.markersize ?? options.ms ?? 6,
});

const lookOf = (options: LineOptions, format: Format, next: Next) =>
  look({ ...options, color: options.color ?? options.c ?? format.color }, next, options.alpha ?? 1);

export function pointsMark(x: Plottable, y: Plottable, options: ScatterOptions, next: Next): PointsMark {
  const [xs, ys] = [flat(x), flat(y)];
  checkSame(xs, ys, 'x and y must be the same size');
  const { c, color, s = 36, alpha = 1, label } = options;
  const sizes = isNumeric(s) ? flat(s) : [36];
  const shared = { kind: 'points', x: finite(xs), y: finite(ys), marker: markerOf(options.marker ?? 'o') || 'o', sizes } as const;
  const chosen = color ?? c;
  const isList = Array.isArray(chosen) && chosen.some((one) => typeof one === 'string' || Array.isArray(one));
  if (isList) {
    const colors = (chosen as unknown[]).map(colorOf);
    return { ...shared, ...(colors.length === xs.length && { colors }), ...look({ label, color: chosen[0] }, next, alpha) };
  }
  if (typeof chosen !== 'string' && chosen != null && isNumeric(chosen)) {
    const values = flat(chosen);
    if (values.length !== xs.length && !(values.length === 3 || values.length === 4))
      throw new ValueError(`'c' argument has ${values.length} elements, which is inconsistent with 'x' and 'y' with size ${xs.length}.`);
    if (values.length === xs.length) {
      const [low, high] = range(values);
      const mapped = { map: mapOf(options.cmap), low: options.vmin ?? low, high: options.vmax ?? high };
      return { ...shared, values: finite(values), mapped, ...look({ label }, () => 'C0', alpha) };
    }
  }
  return { ...shared, ...look({ label, color: chosen }, next, alpha) };
}

export function barMarks(
  at: Plottable | string[],
  height: Plottable,
  more: readonly (number | Plottable | BarOptions)[],
  isFlat: boolean,
  next: Next,
): { mark: BarsMark; names: AxisData['ticks'] } {
  const options = (more.find((one) => !isNumeric(one)) ?? {}) as BarOptions;
  const numbers = more.filter(isNumeric);
  const size = numbers[0] !== undefined ? flat(numbers[0])[0] : ((isFlat ? options.height : options.width) ?? 0.8);
  const heights = flat(height);
  const isNamed = Array.isArray(at) && at.length > 0 && at.every((one) => typeof one === 'string');
  const places = isNamed ? heights.map((_, i) => i) : flat(at as Plottable);
  checkSame(places, heights, 'shape mismatch: objects cannot be broadcast to a single shape');
  const bottom = flat(numbers[1] ?? (isFlat ? options.left : options.bottom) ?? 0);
  const base = heights.map((_, i) => bottom[Math.min(i, bottom.length - 1)]);
  const shift = options.align === 'edge' ? 0 : size / 2;
  const mark: BarsMark = {
    kind: 'bars',
    from: finite(places.map((one) => one - shift)),
    to: finite(places.map((one) => one - shift + size)),
    base: finite(base),
    end: finite(heights.map((one, i) => one + base[i])),
    isFlat,
    edge: options.edgecolor == null ? null : colorOf(options.edgecolor),
    ...look(options, next, options.alpha ?? 1),
  };
  return { mark, names: isNamed ? at.map((text, i) => ({ at: i, text })) : null };
}

/** A histogram as numpy's: bins of equal width; the last bin includes its upper edge. */
export function histogram(
  x: Plottable,
  more: readonly (number | Plottable | HistOptions)[],
  next: Next,
): { mark: BarsMark; counts: number[]; edges: number[] } {
  const options = (more.find((one) => !isNumeric(one)) ?? {}) as HistOptions;
  const bins = more.find(isNumeric) ?? options.bins ?? 10;
  const values = flat(x).filter((one) => !Number.isNaN(one));
  const edges = typeof bins === 'number' ? evenEdges(options.range ?? range(values), bins) : flat(bins);
  const counts = countsIn(values, edges);
  const inside = counts.reduce((sum, one) => sum + one, 0);
  const heights = options.density ? counts.map((one, i) => one / (inside * (edges[i + 1] - edges[i]))) : counts;
  const mark: BarsMark = {
    kind: 'bars',
    from: finite(edges.slice(0, -1)),
    to: finite(edges.slice(1)),
    base: counts.map(() => 0),
    end: finite(heights),
    isFlat: false,
    edge: options.edgecolor == null ? null : colorOf(options.edgecolor),
    ...look(options, next, options.alpha ?? 1),
  };
  return { mark, counts: heights, edges };
}
