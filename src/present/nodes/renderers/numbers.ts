import { t } from '../../../protocol/l10n.js';
import type { Summary } from '../../../protocol/trace.js';
import type { Renderer } from './renderer.js';
import { number } from '../../numbers.js';
import { elementsText } from '../../summaries.js';
import { charWidth, text, write, type Brush } from '../brush.js';

/** Tensors with more elements than this are shown as a picture. */
const most = 4;

/** For few elements: the numbers themselves, value above gradient. */
export const numbers: Renderer = {
  name: 'numbers',
  fits: ({ value }) => value.numel <= most,
  size: (node, withGrad) => ({
    width: 34 + (node.value.numel < 2 ? 8 : 2 + node.value.numel * 8) * text.body * charWidth.mono,
    height: (withGrad ? 2 : 1) * text.line + 3,
  }),
  draw(brush, node, withGrad) {
    // At a small zoom, only the value is shown, as large as its space allows.
    if (text.body * brush.zoom < 6) {
      const { theme, x, y, width, height } = brush;
      const content = elementsText(node.value, 1) || number(node.value.mean);
      const size = Math.min(height * 0.9, 24, width / (content.length * charWidth.mono));
      return write(brush, content, x + width, y + height * 0.75, theme.foreground, `600 ${size}px ${theme.mono}`, 'right', width);
    }
    row(brush, 0, t('value'), node.value, brush.theme.foreground);
    if (withGrad) row(brush, 1, t('grad'), node.grad, brush.theme.grad.positive);
  },
};

function row(brush: Brush, line: number, name: string, summary: Summary | null, color: string): void {
  const { theme, x, y, width } = brush;
  const baseline = y + text.line * (line + 0.8);
  write(brush, name, x, baseline, theme.muted, `${text.small}px ${theme.font}`);
  const bad = summary !== null && summary.nan + summary.inf > 0;
  const tint = theme.highContrast ? theme.foreground : bad ? theme.error : color;
  write(brush, numbersText(summary), x + width, baseline, tint, `600 ${text.body}px ${theme.mono}`, 'right', width - 30);
}

function numbersText(summary: Summary | null): string {
  if (!summary) return '–';
  if (summary.numel === 0) return t('empty');
  return elementsText(summary, 3) || number(summary.mean);
}
