import type { Summary } from '../../../protocol/trace.js';
import type { Renderer } from './renderer.js';
import { badText, rangeText } from '../../summaries.js';
import type { DivergingScale } from '../../theme.js';
import { text, write, type Brush } from '../brush.js';
import { drawThumbnail } from '../thumbnail.js';

const picture = { width: 70, height: 40, gap: 8 } as const;

/** For many elements: a heat map of the value beside one of the gradient, each with its range. */
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

function half(brush: Brush, summary: Summary | null, scale: DivergingScale): void {
  const { pen, theme, x, y, width } = brush;
  drawThumbnail(brush, summary, scale, { x, y, width, height: picture.height });
  pen.strokeStyle = theme.border;
  pen.lineWidth = 0.75;
  pen.strokeRect(x, y, width, picture.height);
  const bad = summary ? badText(summary) : '';
  // Two digits are enough below such a small picture.
  const caption = bad || (summary ? rangeText(summary, 2) : '');
  const font = `${text.small - 2}px ${theme.mono}`;
  write(brush, caption, x + width / 2, y + picture.height + text.line - 4, bad ? theme.error : theme.muted, font, 'center', width + 8);
  if (!summary) write(brush, '–', x + width / 2, y + picture.height / 2 + 3, theme.muted, `${text.small}px ${theme.font}`, 'center', width);
}
