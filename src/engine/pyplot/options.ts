/** The keywords of plots, with matplotlib's names. */
import type { Plottable } from './numbers.js';

/** The name of a colour, `#rrggbb`, or the parts of a colour from 0 to 1. */
export type Color = string | number[];

interface Shared {
  /** The text in the legend. */
  label?: string;
  color?: Color;
  alpha?: number;
  zorder?: number;
}

export interface LineOptions extends Shared {
  c?: Color;
  linewidth?: number;
  lw?: number;
  linestyle?: string;
  ls?: string;
  marker?: string | null;
  markersize?: number;
  ms?: number;
}

export interface ScatterOptions extends Omit<Shared, 'color'> {
  color?: Color | Color[];
  /** The areas of the points, in points². */
  s?: number | Plottable;
  /** A colour, a colour for each point, or a number for each point, which `cmap` turns into a colour. */
  c?: Color | Plottable | Color[];
  marker?: string;
  cmap?: string | null;
  vmin?: number | null;
  vmax?: number | null;
  edgecolors?: Color | null;
  edgecolor?: Color | null;
  linewidths?: number;
}

export interface BarOptions extends Shared {
  width?: number;
  height?: number;
  bottom?: number | Plottable;
  left?: number | Plottable;
  align?: 'center' | 'edge';
  edgecolor?: Color | null;
}

export interface HistOptions extends Shared {
  bins?: number | Plottable;
  range?: [number, number] | null;
  density?: boolean;
  histtype?: string;
  edgecolor?: Color | null;
}

export interface ImageOptions {
  cmap?: string | null;
  vmin?: number | null;
  vmax?: number | null;
  /** Left, right, bottom, top. */
  extent?: number[] | null;
  origin?: 'upper' | 'lower' | null;
  aspect?: 'equal' | 'auto' | number | null;
  alpha?: number;
  interpolation?: string | null;
}

export interface ContourOptions {
  levels?: number | number[];
  cmap?: string | null;
  colors?: Color | Color[];
  alpha?: number;
  vmin?: number | null;
  vmax?: number | null;
  linewidths?: number | number[];
}

export interface RuleOptions extends Shared {
  c?: Color;
  linestyle?: string;
  ls?: string;
  linewidth?: number;
  lw?: number;
}

export interface TextOptions {
  fontsize?: number;
  color?: Color;
  ha?: 'left' | 'center' | 'right';
  horizontalalignment?: 'left' | 'center' | 'right';
  va?: string;
  alpha?: number;
}

/** Options of titles and of axis names. They are accepted and have no effect. */
export interface LabelOptions {
  fontsize?: number | string;
  fontweight?: string;
  color?: Color;
  pad?: number;
  labelpad?: number;
  loc?: string;
}

export interface LegendOptions {
  loc?: string | number;
  title?: string;
  fontsize?: number | string;
  ncol?: number;
  frameon?: boolean;
}
