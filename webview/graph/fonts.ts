import type { Ruler } from '../../src/exchange/pictures/svgPen.js';
import { charWidth } from '../../src/present/nodes/brush.js';
import type { Theme } from '../../src/present/theme.js';

let context: CanvasRenderingContext2D | null = null;

/** Measures text as the browser draws it. */
export const canvasRuler: Ruler = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = font;
  return context.measureText(text).width;
};

/** Measures the fonts of the theme. The sizes of nodes follow from these widths. */
export function measureFonts(theme: Theme): void {
  const sample = 'binary_cross_entropy conv2d matmul parameter operations';
  charWidth.sans = (canvasRuler(sample, `600 100px ${theme.font}`) / sample.length / 100) * 1.04;
  charWidth.mono = canvasRuler('0', `600 100px ${theme.mono}`) / 100;
}
