import type { Theme } from '../theme.js';
import type { Scale } from './scales.js';

/** Pixels of one of matplotlib's points. */
export const POINT = 100 / 72;

export interface Place {
  x: Scale;
  y: Scale;
  theme: Theme;
  /** The middle of the axes, in pixels: left, top, width, height. */
  box: readonly [number, number, number, number];
}

export const round = (n: number): string => String(Math.round(n * 100) / 100);
