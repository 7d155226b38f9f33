import type { FigureData } from '../../protocol/figure.js';
import { escapeHtml } from '../escape.js';
import type { Theme } from '../theme.js';
import { drawAxes } from './axes.js';

/** Pixels per inch. */
const INCH = 100;
const SUPTITLE = 18;
const EDGE = 6;

/** A figure as one self-contained SVG. @param id unique among the figures of one document */
export function figureSvg(
  { width, height, rows, columns, title, name, axes }: FigureData,
  theme: Theme,
  id = 'axes',
): { svg: string; width: number; height: number } {
  const [wide, high] = [Math.round(width * INCH), Math.round(height * INCH)];
  const top = title ? SUPTITLE + 14 : EDGE;
  const [cell, row] = [(wide - 2 * EDGE) / columns, (high - top - EDGE) / rows];
  const drawn = axes.map((one, i) => {
    const [down, across, rowCount, columnCount] = one.place;
    return drawAxes(one, [EDGE + across * cell, top + down * row, columnCount * cell, rowCount * row], theme, `${id}-${i}`);
  });
  const heading = title
    ? `<text x="${wide / 2}" y="${SUPTITLE + 6}" text-anchor="middle" font-size="${SUPTITLE}" fill="${theme.foreground}">${escapeHtml(title)}</text>`
    : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="${escapeHtml(theme.font)}" role="img" aria-label="${escapeHtml(spoken(title, name, axes))}">
<rect width="${wide}" height="${high}" fill="${theme.background}"/>
${heading}${drawn.join('\n')}
</svg>
`;
  return { svg, width: wide, height: high };
}

/** The text that is read aloud for a figure: its titles, or its name when it has none. */
const spoken = (title: string, name: string, axes: FigureData['axes']): string =>
  [title, ...axes.map((one) => one.title)].filter(Boolean).join('; ') || name;
