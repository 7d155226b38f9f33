import type { Ruler } from './svgPen.js';

/**
 * The width of text where nothing can measure it. The widths are Helvetica's, in thousandths of the font size; Arial
 * and Liberation Sans have the same widths. Each row holds 16 characters, beginning with the space.
 */
const widths = [
  [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  [556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  [1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  [667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  [333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  [556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
].flat();

/**
 * The width of a character outside the table: an arrow, or a letter with an accent. A Chinese character is as wide as
 * the font size.
 */
const other = (sign: string): number => (/[\u2e80-\uffef]/.test(sign) ? 1000 : 600);

/** The factor by which text of weight 600 and more is wider. */
const BOLD = 1.08;
/** The width of every character of a monospaced font, as a fraction of the font size. */
const MONO = 0.602;

/** The fonts to which these widths apply. */
export const measuredFonts = {
  font: 'Arial, Helvetica, "Liberation Sans", sans-serif',
  mono: 'Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
} as const;

/** Measures text by the table. */
export const tableRuler: Ruler = (text, font) => {
  const size = Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '0');
  if (/mono/i.test(font)) return [...text].length * MONO * size;
  const sum = [...text].reduce((total, sign) => total + (widths[sign.charCodeAt(0) - 32] ?? other(sign)), 0);
  return (sum / 1000) * size * (/\b[6-9]00\b|bold/.test(font) ? BOLD : 1);
};
