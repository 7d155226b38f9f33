import type { MovedState } from '../../src/protocol/numbers.js';
import { number } from '../../src/present/numbers.js';
import { svg } from '../dom.js';

const [width, height, margin] = [240, 84, 8];

interface Tried {
  value: number;
  after: number;
  predicted: number | null;
}

/** The loss at each number that was tried. Beside it, the tangent: the loss that the gradient predicts. */
export class LossPlot {
  readonly element = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'loss-plot', 'aria-hidden': 'true' });
  private readonly tried = new Map<number, Tried>();
  private about = '';

  /** @param from the number as the source has it */
  show(name: string, from: number, value: number, { before, after, predicted }: NonNullable<MovedState['loss']>): void {
    if (before === null || after === null) return this.clear();
    const about = `${name} ${from} ${before}`;
    if (about !== this.about) this.tried.clear();
    this.about = about;
    this.tried.set(from, { value: from, after: before, predicted: before });
    this.tried.set(value, { value, after, predicted: predicted === null ? null : before + predicted });
    this.draw(value);
  }

  clear(): void {
    this.tried.clear();
    this.element.replaceChildren();
  }

  private draw(current: number): void {
    const points = [...this.tried.values()].filter(({ after }) => Number.isFinite(after)).sort((a, b) => a.value - b.value);
    const losses = points.flatMap(({ after, predicted }) => (predicted === null ? [after] : [after, predicted]));
    const x = axis(
      points.map(({ value }) => value),
      margin,
      width - margin,
    );
    const y = axis(losses, height - margin - 12, margin);
    const line = (of: (one: Tried) => number | null, name: string) => {
      const places = points.flatMap((one) => {
        const at = of(one);
        return at === null ? [] : [`${x(one.value).toFixed(1)},${y(at).toFixed(1)}`];
      });
      return places.length > 1 ? svg('polyline', { points: places.join(' '), class: name }) : null;
    };
    const dots = points.map(({ value, after }) =>
      svg('circle', { cx: x(value), cy: y(after), r: value === current ? 4 : 2, class: value === current ? 'now' : 'tried' }),
    );
    const label = (text: string, at: number, anchor: string) => {
      const element = svg('text', { x: at, y: height - 3, 'text-anchor': anchor });
      element.textContent = text;
      return element;
    };
    const ends = [number(points[0]!.value), number(points.at(-1)!.value)] as const;
    this.element.replaceChildren(
      ...[line(({ predicted }) => predicted, 'predicted'), line(({ after }) => after, 'true'), ...dots].filter((one) => one !== null),
      label(ends[0], margin, 'start'),
      label(ends[1], width - margin, 'end'),
    );
  }
}

function axis(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
}
