import { MOST_FIGURE_NUMBERS, MOST_FIGURES, seriesOf, weightOf, type Figure } from '../../protocol/figure.js';
import type { Run } from '../../protocol/trace.js';

/** The figures of a run. When they would take too much room, every second figure of the longest series is left out. */
export class KeptFigures {
  private kept: Figure[] = [];
  private numbers = 0;

  constructor(
    private readonly most = MOST_FIGURES,
    private readonly mostNumbers = MOST_FIGURE_NUMBERS,
  ) {}

  add(figure: Figure): void {
    this.kept.push(figure);
    this.numbers += weightOf(figure);
    while (this.kept.length > 1 && (this.kept.length > this.most || this.numbers > this.mostNumbers)) this.thin();
  }

  get written(): Pick<Run, 'figures'> {
    return this.kept.length > 0 ? { figures: this.kept } : {};
  }

  private thin(): void {
    const series = new Map<string, Figure[]>();
    for (const figure of this.kept) {
      const key = seriesOf(figure);
      series.set(key, [...(series.get(key) ?? []), figure]);
    }
    const longest = [...series.values()].reduce((a, b) => (b.length > a.length ? b : a));
    // The first and the last figure of a series stay. Where no series has more than these two, the oldest figure is
    // dropped.
    const gone = new Set(longest.length > 2 ? longest.filter((_, i) => i % 2 === 1 && i < longest.length - 1) : [this.kept[0]]);
    this.kept = this.kept.filter((figure) => !gone.has(figure));
    this.numbers = this.kept.reduce((sum, figure) => sum + weightOf(figure), 0);
  }
}
