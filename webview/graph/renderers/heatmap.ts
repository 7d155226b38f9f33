import type { Summary } from '../../../src/protocol/trace.js';
import { badText } from '../../format.js';
import { diverging } from '../../theme.js';
import { text, write, type Brush, type Renderer } from './renderer.js';

const picture = { width: 70, height: 40, gap: 8 } as const;

/** Many elements: a heat map of the value beside one of the gradient, each with its range. */
export const heatmap: Renderer = {
  name: 'heatmap',
  fits: ({ value }) => value.thumbnail !== null,
  size: (_, withGrad) => ({ width: withGrad ? 2 * picture.width + picture.gap : 1.5 * picture.width, height: picture.height + text.line }),
  draw(brush, node, withGrad) {
    const { x, theme } = brush;
    const width = withGrad ? (brush.width - picture.gap) / 2 : brush.width;
    half({ ...brush, width }, node.value, theme.value);
    if (withGrad) half({ ...brush, x: x + width + picture.gap, width }, node.grad, theme.grad);
  },
};

function half(brush: Brush, summary: Summary | null, scale: { negative: string; positive: string }): void {
  const { context, theme, x, y, width } = brush;
  drawThumbnail(brush, summary, scale, { x, y, width, height: picture.height });
  context.strokeStyle = theme.border;
  context.lineWidth = 0.75;
  context.strokeRect(x, y, width, picture.height);
  const bad = summary ? badText(summary) : '';
  const caption = bad || (summary?.min == null ? '' : `${brief(summary.min)} … ${brief(summary.max)}`);
  const font = `${text.small - 2}px ${theme.mono}`;
  write(brush, caption, x + width / 2, y + picture.height + text.line - 4, bad ? theme.error : theme.muted, font, 'center', width + 8);
  if (!summary) write(brush, '–', x + width / 2, y + picture.height / 2 + 3, theme.muted, `${text.small}px ${theme.font}`, 'center', width);
}

/** Three digits are enough under a picture two fingers wide. */
function brief(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (value !== 0 && (size < 0.01 || size >= 1000)) return value.toExponential(0).replace('e+', 'e');
  return Number.isInteger(value) ? String(value) : value.toPrecision(size >= 100 ? 3 : 2);
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Fills the area with the thumbnail's cells. NaN and infinite cells are struck through, not only coloured. */
export function drawThumbnail(brush: Brush, summary: Summary | null, scale: { negative: string; positive: string }, area: Area): void {
  const { context, theme } = brush;
  context.fillStyle = theme.background;
  context.fillRect(area.x, area.y, area.width, area.height);
  const thumbnail = summary?.thumbnail;
  if (!summary || !thumbnail) return;
  const limit = Math.max(Math.abs(summary.min ?? 0), Math.abs(summary.max ?? 0));
  const [w, h] = [area.width / thumbnail.cols, area.height / thumbnail.rows];
  thumbnail.data.forEach((value, i) => {
    const [left, top] = [area.x + (i % thumbnail.cols) * w, area.y + Math.floor(i / thumbnail.cols) * h];
    if (value === null) {
      context.fillStyle = theme.error;
      context.fillRect(left, top, w, h);
      context.strokeStyle = theme.background;
      context.lineWidth = Math.min(w, h) / 6;
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left + w, top + h);
      context.stroke();
      return;
    }
    context.fillStyle = diverging(theme, scale, value, limit);
    // A hair of overlap, or the seams between cells shine through.
    context.fillRect(left, top, w + 0.3, h + 0.3);
  });
}
