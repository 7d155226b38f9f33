/**
 * A figure as plain data: what a program plotted, without how it is drawn. `src/protocol/figure.ts` has the same type
 * for the other side.
 */

/** Null stands for NaN, which is not drawn. */
export type Numbers = (number | null)[];

/** matplotlib's sign; '' stands for no line. */
export type Dash = '-' | '--' | ':' | '-.' | '';

interface Common {
  /** The text in the legend; absent: the mark is not in the legend. */
  label?: string;
  /**
   * `#rrggbb`, `C0` to `C9` for the colours that lines get in order, or `foreground` and `background` for black and
   * white.
   */
  color: string;
  /** From 0 to 1. */
  alpha: number;
}

/** Colours from numbers: the name of a colour map, and the numbers at its ends. */
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
  /** matplotlib's sign, or '' for no marker. */
  marker: string;
  /** The diameter of markers, in matplotlib's points. */
  size: number;
}

export interface PointsMark extends Common {
  kind: 'points';
  x: Numbers;
  y: Numbers;
  marker: string;
  /** The areas, in points²: one for all points, or one for each. */
  sizes: number[];
  /** A number for each point, which `mapped` turns into a colour. */
  values?: Numbers;
  mapped?: Mapped;
  /** A colour for each point. */
  colors?: string[];
}

export interface BarsMark extends Common {
  kind: 'bars';
  /** The beginning and the end of each bar along its axis, and across it. */
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
  /**
   * Numbers in row-major order; for an image with its own colours, three or four numbers from 0 to 1 for each pixel.
   */
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
  /** The coordinates of the columns and the rows. */
  x: number[];
  y: number[];
  levels: number[];
  mapped: Mapped;
  /** The colour of all lines, instead of a colour map. */
  plain?: string;
}

export interface RuleMark extends Common {
  kind: 'rule';
  /** The axis on which this line has its place; the line is drawn across the axes. */
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
  /** Set by the program; null: computed from the drawn data. */
  low: number | null;
  high: number | null;
  scale: 'linear' | 'log';
  ticks: { at: number; text: string | null }[] | null;
  isReversed: boolean;
}

export interface AxesData {
  /** The place in the grid of the figure: row, column, and the number of rows and columns that it covers. */
  place: [row: number, column: number, rows: number, columns: number];
  title: string;
  x: AxisData;
  y: AxisData;
  grid: boolean;
  legend: string | null;
  isOff: boolean;
  isEqual: boolean;
  marks: Mark[];
  /** The colour bars beside the axes, each for the mark with this index. */
  bars: { mark: number; label: string }[];
}

export interface FigureData {
  /** The name for a file of the figure. */
  name: string;
  /** True when the program saved the figure under that name. */
  isSaved: boolean;
  title: string;
  /** The size in inches. */
  width: number;
  height: number;
  rows: number;
  columns: number;
  axes: AxesData[];
  /** True when numbers were left out because there were too many. */
  isThinned: boolean;
  /**
   * Figures with the same text are one figure that changes from pass to pass. Absent: figures that were shown at the
   * same place of the source are.
   */
  series?: string;
}
