import { t } from '../../src/protocol/l10n.js';
import type { Histogram } from '../../src/protocol/trace.js';
import { svg } from '../dom.js';
import { number } from '../../src/present/numbers.js';

const [width, height, floor] = [240, 52, 12];

/** Bars, with the ends of the range below. Zero is marked if it is inside the range. */
export function histogramView({ min, max, counts }: Histogram, color: string, name: string): SVGElement {
  const most = Math.max(1, ...counts);
  const step = width / counts.length;
  const edge = (i: number) => min + ((max - min) * i) / counts.length;
  const bars = counts.map((count, i) => {
    const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * height);
    return svg(
      'rect',
      { x: i * step + 0.5, y: height - tall, width: Math.max(0.5, step - 1), height: tall, fill: color },
      svg('title', {}, t('{0} from {1} to {2}', count, number(edge(i)), number(edge(i + 1)))),
    );
  });
  const zero = min < 0 && max > 0 ? (-min / (max - min)) * width : null;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height + floor}`,
      class: 'histogram',
      role: 'img',
      'aria-label': t('Histogram of the {0}: {1}', name, counts.join(', ')),
    },
    ...bars,
    zero !== null &&
      svg('line', { x1: zero, x2: zero, y1: 0, y2: height, stroke: 'currentColor', 'stroke-dasharray': '2 2', 'stroke-width': 0.75 }),
    svg('line', { x1: 0, x2: width, y1: height + 0.5, y2: height + 0.5, stroke: 'currentColor', 'stroke-width': 0.75, opacity: 0.5 }),
    svg('text', { x: 0, y: height + floor - 1, class: 'axis' }, number(min)),
    zero !== null &&
      zero > 45 &&
      zero < width - 45 &&
      svg('text', { x: zero, y: height + floor - 1, class: 'axis', 'text-anchor': 'middle' }, '0'),
    svg('text', { x: width, y: height + floor - 1, class: 'axis', 'text-anchor': 'end' }, number(max)),
  );
}
