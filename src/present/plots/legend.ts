import type { Axes, Mark } from '../../protocol/figure.js';
import { escapeHtml } from '../escape.js';
import { paint } from './colours.js';
import { dashes, markerShape } from './marks.js';
import { POINT, round, type Place } from './place.js';

const ROW = 20;
const SIGN = 30;
const FONT = 13;
/** The width of a letter relative to the font size. Text cannot be measured where a file is written. */
export const LETTER = 0.56;

/** Draws the box that names the colours. */
export function drawLegend({ marks, legend }: Axes, place: Place): string {
  const named = marks.filter(({ label }) => label !== undefined && label !== '');
  if (legend === null || named.length === 0) return '';
  const { theme, box } = place;
  const [left, top, wide, high] = box;
  const longest = Math.max(...named.map(({ label }) => label!.length));
  const [width, height] = [Math.min(wide - 12, SIGN + 24 + longest * FONT * LETTER), named.length * ROW + 10];
  const corner = legend === 'best' ? freest(marks, place, width, height) : legend;
  const x = /left/.test(corner) ? left + 8 : /right/.test(corner) ? left + wide - width - 8 : left + (wide - width) / 2;
  const y = /lower/.test(corner) ? top + high - height - 8 : /upper/.test(corner) ? top + 8 : top + (high - height) / 2;
  const rows = named.map((mark, i) => {
    const middle = y + 5 + ROW * (i + 0.5);
    const text = `<text x="${round(x + SIGN + 14)}" y="${round(middle + FONT * 0.36)}" font-size="${FONT}" fill="${theme.foreground}">${escapeHtml(mark.label!)}</text>`;
    return `<g transform="translate(${round(x + 8)} ${round(middle)})">${sign(mark, place)}</g>${text}`;
  });
  const frame = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4" fill="${theme.background}" fill-opacity="0.85" stroke="${theme.border}"/>`;
  return `<g>${frame}${rows.join('')}</g>`;
}

function sign(mark: Mark, { theme }: Place): string {
  const color = paint(theme, mark.color);
  if (mark.kind === 'points') return `<g transform="translate(${SIGN / 2} 0)">${markerShape(mark.marker, 6 * POINT, color)}</g>`;
  if (mark.kind !== 'line' && mark.kind !== 'rule')
    return `<rect y="-5" width="${SIGN}" height="10" fill="${color}" opacity="${round(mark.alpha)}"/>`;
  const width = mark.width * POINT;
  const drawn = mark.dash ? `<path d="M0 0H${SIGN}" stroke="${color}" stroke-width="${round(width)}"${dashes(mark.dash, width)}/>` : '';
  const marker =
    mark.kind === 'line' && mark.marker
      ? `<g transform="translate(${SIGN / 2} 0)">${markerShape(mark.marker, mark.size * POINT, color)}</g>`
      : '';
  return drawn + marker;
}

/** The corner where a box of this size covers the fewest points. */
function freest(marks: readonly Mark[], { x, y, box }: Place, width: number, height: number): string {
  const [left, top, wide, high] = box;
  const counts = ['upper right', 'upper left', 'lower left', 'lower right'].map((corner) => {
    const from = /left/.test(corner) ? left : left + wide - width - 16;
    const above = /upper/.test(corner) ? top : top + high - height - 16;
    let count = 0;
    for (const mark of marks) {
      if (mark.kind !== 'line' && mark.kind !== 'points') continue;
      mark.x.forEach((one, i) => {
        const other = mark.y[i];
        if (one == null || other == null) return;
        const [a, b] = [x(one), y(other)];
        if (a >= from && a <= from + width + 16 && b >= above && b <= above + height + 16) count++;
      });
    }
    return { corner, count };
  });
  return counts.reduce((best, one) => (one.count < best.count ? one : best)).corner;
}
