import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axes, Axis, Mark } from '../../protocol/figure.js';
import { axisText } from '../numbers.js';

export interface Tick {
  at: number;
  text: string;
}

/** An axis as it is drawn. */
export interface Scale {
  low: number;
  high: number;
  /** The position of a number in pixels; NaN for a number that the axis cannot show. */
  (value: number): number;
  ticks: Tick[];
}

type Way = 'x' | 'y';

/** The range that an axis has to show, and for each end whether it gets no margin. */
interface Extent {
  low: number;
  high: number;
  isTightLow: boolean;
  isTightHigh: boolean;
}

/** The margin beside the data, as in matplotlib. */
const MARGIN = 0.05;

const listOf = (mark: Mark, way: Way): readonly (number | null)[] => {
  switch (mark.kind) {
    case 'line':
    case 'points':
      return mark[way];
    case 'bars':
      return (way === 'x') !== mark.isFlat ? [...mark.from, ...mark.to] : [...mark.base, ...mark.end];
    case 'area':
      return way === 'x' ? mark.x : [...mark.low, ...mark.high];
    case 'image':
      return way === 'x' ? mark.extent.slice(0, 2) : mark.extent.slice(2);
    case 'contour':
      return mark[way];
    case 'rule':
      return mark.axis === way ? [mark.at] : [];
    case 'text':
      return [];
  }
};

/** The range of the drawn data, for an axis whose limits the program did not set. */
function extentOf({ marks }: Axes, way: Way, isLog: boolean): Extent {
  let [low, high] = [Infinity, -Infinity];
  let isTight = marks.length > 0;
  let base: number | null = null;
  for (const mark of marks) {
    for (const one of listOf(mark, way)) {
      if (one === null || (isLog && one <= 0)) continue;
      if (one < low) low = one;
      if (one > high) high = one;
    }
    if (mark.kind !== 'image' && mark.kind !== 'contour') isTight = false;
    if (mark.kind === 'bars' && (way === 'y') !== mark.isFlat && mark.base.every((one) => one === 0)) base = 0;
  }
  if (low > high)
    return isLog ? { low: 1, high: 10, isTightLow: true, isTightHigh: true } : { low: 0, high: 1, isTightLow: true, isTightHigh: true };
  return { low, high, isTightLow: isTight || base === low, isTightHigh: isTight || base === high };
}

/** The ends of an axis. */
export function limits(axes: Axes, way: Way): [low: number, high: number] {
  const axis = axes[way];
  const isLog = axis.scale === 'log';
  const found = extentOf(axes, way, isLog);
  let { low, high } = found;
  if (low === high)
    [low, high] = isLog ? [low / 2, high * 2] : [low - (Math.abs(low) * MARGIN || MARGIN), high + (Math.abs(high) * MARGIN || MARGIN)];
  else if (isLog) {
    const margin = (high / low) ** MARGIN;
    [low, high] = [low / margin, high * margin];
  } else {
    const margin = (high - low) * MARGIN;
    [low, high] = [found.isTightLow ? low : low - margin, found.isTightHigh ? high : high + margin];
  }
  const given = (value: number | null): number | null => (value === null || (isLog && value <= 0) ? null : value);
  return [given(axis.low) ?? low, given(axis.high) ?? high];
}

/** @param from where the axis begins, in pixels @param to where it ends */
export function scaleOf(axis: Axis, [low, high]: readonly [number, number], from: number, to: number, count: number): Scale {
  const ends = axis.isReversed ? [to, from] : [from, to];
  const isLog = axis.scale === 'log';
  const made = isLog ? scaleLog([low, high], ends) : scaleLinear([low, high], ends);
  const place = (value: number): number => (isLog && value <= 0 ? NaN : made(value));
  const [least, most] = low < high ? [low, high] : [high, low];
  const tolerance = (most - least) * 1e-9;
  const ticks = axis.ticks
    ? axis.ticks.map(({ at, text }) => ({ at, text: text ?? axisText(at) }))
    : found(made, isLog, least, most, count).map((at) => ({ at, text: axisText(at) }));
  return Object.assign(place, { low, high, ticks: ticks.filter(({ at }) => at >= least - tolerance && at <= most + tolerance) });
}

/** The ticks: on a logarithmic axis powers of ten, when there are several. */
function found(made: { ticks(count: number): number[] }, isLog: boolean, low: number, high: number, count: number): number[] {
  if (!isLog) return made.ticks(count);
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  if (last - first < 1) return made.ticks(Math.min(count, 4));
  const step = Math.max(1, Math.ceil((last - first) / count));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => 10 ** (first + i * step));
}
