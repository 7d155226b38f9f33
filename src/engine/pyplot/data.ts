/** A figure as plain data: what a program plotted, and nothing of how it is drawn. `src/protocol/figure.ts` says the same to the other side. */

/** Null where nothing is drawn: a NaN. */
export type Numbers = (number | null)[];

/** matplotlib's sign: '' is none. */
export type Dash = '-' | '--' | ':' | '-.' | '';

interface Common {
  /** In the legend; absent: not there. */
  label?: string;
  /** `#rrggbb`, `C0` to `C9` for the colours that lines get in turn, or `foreground` and `background` for black and white. */
  color: string;
  /** From 0 to 1. */
  alpha: number;
}

/** Colours by numbers: the name of a colour map, and the numbers at its ends. */
export interface Mapped {
  map: string;
  low: number;
  high: number;
}

export interface LineMark extends Common {
  kind: 'line';
  x: Numbers;
  y: Numbers;
  width: number;
  dash: Dash;
  /** matplotlib's sign, or '' for none. */
  marker: string;
  /** Points of so many of matplotlib's points across. */
  size: number;
}

export interface PointsMark extends Common {
  kind: 'points';
  x: Numbers;
  y: Numbers;
  marker: string;
  /** The areas, in points², one for all or one each. */
  sizes: number[];
  /** A number of each point, which `mapped` makes a colour of. */
  values?: Numbers;
  mapped?: Mapped;
  /** A colour of each point. */
  colors?: string[];
}

export interface BarsMark extends Common {
  kind: 'bars';
  /** Where each bar begins and ends along its axis, and where it does across. */
  from: Numbers;
  to: Numbers;
  base: Numbers;
  end: Numbers;
  isFlat: boolean;
  edge: string | null;
}

export interface AreaMark extends Common {
  kind: 'area';
  x: Numbers;
  low: Numbers;
  high: Numbers;
}

export interface ImageMark extends Common {
  kind: 'image';
  rows: number;
  columns: number;
  /** Row major; with three or four numbers from 0 to 1 a pixel where it has colours of its own. */
  data: Numbers;
  channels: 1 | 3 | 4;
  mapped: Mapped;
  /** Left, right, bottom, top, in the units of the axes. */
  extent: [number, number, number, number];
}

export interface ContourMark extends Common {
  kind: 'contour';
  isFilled: boolean;
  rows: number;
  columns: number;
  data: Numbers;
  /** Where the columns and the rows are. */
  x: number[];
  y: number[];
  levels: number[];
  mapped: Mapped;
  /** All lines in this one instead of a colour map. */
  plain?: string;
}

export interface RuleMark extends Common {
  kind: 'rule';
  /** A line across the axes at this place of an axis. */
  axis: 'x' | 'y';
  at: number;
  width: number;
  dash: Dash;
}

export interface TextMark extends Common {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  align: 'left' | 'center' | 'right';
  size: number;
}

export type Mark = LineMark | PointsMark | BarsMark | AreaMark | ImageMark | ContourMark | RuleMark | TextMark;

export interface AxisData {
  label: string;
  /** Set by the program; else found from what is drawn. */
  low: number | null;
  high: number | null;
  scale: 'linear' | 'log';
  ticks: { at: number; text: string | null }[] | null;
  isReversed: boolean;
}

export interface AxesData {
  /** The place in the grid of the figure: row, column, and how many of both it takes. */
  place: [row: number, column: number, rows: number, columns: number];
  title: string;
  x: AxisData;
  y: AxisData;
  grid: boolean;
  legend: string | null;
  isOff: boolean;
  isEqual: boolean;
  marks: Mark[];
  /** A bar of colours beside it, for the mark of this place. */
  bars: { mark: number; label: string }[];
}

export interface FigureData {
  /** What a file of it is named after. */
  name: string;
  /** Whether the program saved it under that name. */
  isSaved: boolean;
  title: string;
  /** Inches. */
  width: number;
  height: number;
  rows: number;
  columns: number;
  axes: AxesData[];
  /** Numbers were left out of it, since there were very many. */
  isThinned: boolean;
  /** Figures with the same text are one figure that changes from pass to pass; absent: those that were shown at the same place of the source. */
  series?: string;
}
