import { contours } from 'd3-contour';
import type { Mark } from '../../protocol/figure.js';
import { colorMap, paint } from './colours.js';
import { POINT, round, type Place } from './place.js';

type ContourMark = Extract<Mark, { kind: 'contour' }>;

/** Bands between the levels, or lines along them. */
export function contourPaths(mark: ContourMark, { x, y, theme }: Place): string {
  const { rows, columns, levels } = mark;
  const values = mark.data.map((one) => one ?? NaN);
  const found = contours().size([columns, rows]).thresholds(levels)(values);
  const map = colorMap(mark.mapped);
  // d3 puts a number into the middle of its cell, and closes regions half a cell outside of the outermost numbers.
  const along = (list: readonly number[], cell: number): number => {
    const at = Math.min(list.length - 1, Math.max(0, cell - 0.5));
    const i = Math.min(list.length - 2, Math.floor(at));
    return list[i]! + (list[i + 1]! - list[i]!) * (at - i);
  };
  const isEdge = (a: number, b: number, most: number): boolean => a === b && (a <= 0.5 || a >= most - 0.5);
  const ring = (points: readonly number[][], isLine: boolean): string => {
    let d = '';
    points.forEach(([a = 0, b = 0], i) => {
      const [before = 0, below = 0] = points[i - 1] ?? [];
      const isMove = i === 0 || (isLine && (isEdge(a, before, columns) || isEdge(b, below, rows)));
      d += `${isMove ? 'M' : 'L'}${round(x(along(mark.x, a)))} ${round(y(along(mark.y, b)))}`;
    });
    return isLine ? d : `${d}Z`;
  };
  const pathOf = (i: number, isLine: boolean): string =>
    (found[i]?.coordinates ?? []).flatMap((polygon) => polygon.map((one) => ring(one, isLine))).join('');
  return levels
    .map((level, i) => {
      if (!mark.isFilled)
        return `<path d="${pathOf(i, true)}" fill="none" stroke="${mark.plain ? paint(theme, mark.plain) : map(level)}" stroke-width="${round(1.5 * POINT)}"/>`;
      if (i === levels.length - 1) return '';
      // The band between two levels: the region above the lower level without the region above the upper one. The
      // stroke hides the seams.
      const fill = mark.plain ? paint(theme, mark.plain) : map((level + levels[i + 1]!) / 2);
      return `<path d="${pathOf(i, false)}${pathOf(i + 1, false)}" fill="${fill}" fill-rule="evenodd" stroke="${fill}" stroke-width="0.5"/>`;
    })
    .join('');
}
