import { cellsOf } from '../../protocol/cells.js';
import type { Summary } from '../../protocol/trace.js';
import { cellColours } from '../heatMap.js';
import type { DivergingScale } from '../theme.js';
import type { Area, Brush } from './brush.js';

/** Fills the area with the thumbnail's cells. NaN and infinite cells are struck through, not only coloured. */
export function drawThumbnail(brush: Brush, summary: Summary | null, scale: DivergingScale, area: Area): void {
  const { pen, theme } = brush;
  const thumbnail = summary?.thumbnail;
  if (!summary || !thumbnail) {
    pen.fillStyle = theme.background;
    return pen.fillRect(area.x, area.y, area.width, area.height);
  }
  const [w, h] = [area.width / thumbnail.cols, area.height / thumbnail.rows];
  const cell = (i: number) => [area.x + (i % thumbnail.cols) * w, area.y + Math.floor(i / thumbnail.cols) * h] as const;
  if (brush.cells) brush.cells(area, thumbnail, scale);
  else
    cellColours(thumbnail, theme, scale).forEach((colour, i) => {
      pen.fillStyle = colour;
      // Cells overlap a little. Otherwise thin lines of the background would show between them.
      pen.fillRect(...cell(i), w + 0.3, h + 0.3);
    });
  if (summary.nan + summary.inf === 0) return;
  pen.strokeStyle = theme.background;
  pen.lineWidth = Math.min(w, h) / 6;
  cellsOf(thumbnail).forEach((value, i) => {
    if (value !== null) return;
    const [left, top] = cell(i);
    pen.beginPath();
    pen.moveTo(left, top);
    pen.lineTo(left + w, top + h);
    pen.stroke();
  });
}
