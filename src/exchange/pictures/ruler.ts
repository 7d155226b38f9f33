import type { Ruler } from './svgPen.js';

/**
 * How wide text is where nothing can measure it. The widths are those of Helvetica, in thousandths of the
 * size of the font; Arial and Liberation Sans have the same. One row for each 16 characters from the space.
 */
const widths = [
  [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  [556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  [1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  [667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  [333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  [556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
].flat();

/** A sign that is not in the table: an arrow, a letter with an accent. Chinese takes its full size. */
const other = (sign: string): number => (/[\u2e80-\uffef]/.test(sign) ? 1000 : 600);

/** Letters of 600 and bolder are so much wider. */
const BOLD = 1.08;
/** Every sign of a monospaced font is so wide, by its size. */
const MONO = 0.602;

/** The fonts that the widths are those of. */
export const measuredFonts = {
  font: 'Arial, Helvetica, "Liberation Sans", sans-serif',
  mono: 'Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
} as const;

/** Measures by the table. */
export const tableRuler: Ruler = (text, font) => {
  const size = Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '0');
  if (/mono/i.test(font)) return [...text].length * MONO * size;
  const sum = [...text].reduce((total, sign) => total + (widths[sign.charCodeAt(0) - 32] ?? other(sign)), 0);
  return (sum / 1000) * size * (/\b[6-9]00\b|bold/.test(font) ? BOLD : 1);
};
