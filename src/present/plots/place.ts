import type { Theme } from '../theme.js';
import type { Scale } from './scales.js';

/** Pixels per point of matplotlib. */
export const POINT = 100 / 72;

export interface Place {
  x: Scale;
  y: Scale;
  theme: Theme;
  /** The box of the axes' middle in pixels: left, top, width, height. */
  box: readonly [number, number, number, number];
}

export const round = (n: number): string => String(Math.round(n * 100) / 100);
