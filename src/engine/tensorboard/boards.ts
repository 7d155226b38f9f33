/**
 * The data of a writer as figures. Numbers by step make one figure when all of them are known; other data are shown at
 * once.
 */
import { Figure } from '../pyplot/figure.js';
import { showFigure } from './shown.js';

const SIZE = { figsize: [5, 3.4] };

export class Boards {
  /** Steps and values, by plot and by line. */
  private readonly scalars = new Map<string, Map<string, [number[], number[]]>>();
  private readonly changed = new Set<string>();

  scalar(plot: string, line: string, step: number, value: number): void {
    let lines = this.scalars.get(plot);
    if (!lines) this.scalars.set(plot, (lines = new Map()));
    let points = lines.get(line);
    if (!points) lines.set(line, (points = [[], []]));
    points[0].push(step);
    points[1].push(value);
    this.changed.add(plot);
  }

  histogram(tag: string, values: readonly number[], step: number | null): void {
    this.draw(tag, step, (figure) => figure.gca().hist([...values], { bins: 30 }));
  }

  image(
    tag: string,
    { height, width, channels, data }: { height: number; width: number; channels: number; data: readonly number[] },
    step: number | null,
  ): void {
    const rows = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (__, x) => {
        const at = (y * width + x) * channels;
        return channels === 1 ? data[at] : [...data.slice(at, at + channels)];
      }),
    );
    this.draw(tag, step, (figure) => {
      figure.gca().imshow(rows, { cmap: 'gray' });
      figure.gca().axis('off');
    });
  }

  text(tag: string, text: string, step: number | null): void {
    this.draw(tag, step, (figure) => {
      const axes = figure.gca();
      axes.axis('off');
      axes.axis([0, 1, 0, 1]);
      text.split('\n').forEach((line, i) => axes.text(0.02, 0.9 - i * 0.08, line));
    });
  }

  /** Shows the numbers that were added since the last call. */
  show(): void {
    for (const plot of this.changed) {
      const lines = this.scalars.get(plot)!;
      this.draw(plot, null, (figure) => {
        const axes = figure.gca();
        for (const [line, [steps, values]] of lines) axes.plot(steps, values, lines.size > 1 ? { label: line } : {});
        axes.set_xlabel('step');
        axes.grid();
        if (lines.size > 1) axes.legend();
      });
    }
    this.changed.clear();
  }

  private draw(tag: string, step: number | null, plot: (figure: Figure) => void): void {
    const figure = new Figure(() => {}, SIZE);
    plot(figure);
    figure.gca().set_title(step === null ? tag : `${tag}, step ${step}`);
    showFigure({ ...figure.written(tag, false), series: `board ${tag}` });
  }
}
