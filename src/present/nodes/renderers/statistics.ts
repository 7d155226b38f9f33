import { t } from '../../../protocol/l10n.js';
import type { Summary } from '../../../protocol/trace.js';
import type { Renderer } from './renderer.js';
import { number } from '../../numbers.js';
import { text, write, type Brush } from '../brush.js';

/** For a tensor that has neither few elements nor a picture: its mean and its range. */
export const statistics: Renderer = {
  name: 'statistics',
  fits: () => true,
  size: (_, withGrad) => ({ width: 130, height: (withGrad ? 2 : 1) * text.line + 3 }),
  draw(brush, node, withGrad) {
    line(brush, 0, t('mean'), node.value, brush.theme.foreground);
    if (withGrad) line(brush, 1, t('grad norm'), node.grad, brush.theme.grad.positive);
  },
};

function line(brush: Brush, row: number, name: string, summary: Summary | null, color: string): void {
  const { theme, x, y, width } = brush;
  const baseline = y + text.line * (row + 0.8);
  write(brush, name, x, baseline, theme.muted, `${text.small}px ${theme.font}`);
  const statistic = row === 0 ? summary?.mean : summary?.norm;
  write(
    brush,
    number(statistic),
    x + width,
    baseline,
    theme.highContrast ? theme.foreground : color,
    `600 ${text.body}px ${theme.mono}`,
    'right',
  );
}
