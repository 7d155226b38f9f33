import type { Summary } from '../../../src/protocol/trace.js';
import { badText } from '../../format.js';
import { text, write, type Brush, type Renderer } from './renderer.js';
import { drawThumbnail } from './thumbnail.js';

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
