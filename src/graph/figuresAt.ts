import { seriesOf, type Figure } from '../protocol/figure.js';

/**
 * The positions of the figures to show with a pass. A figure that changes from pass to pass is shown as it was after
 * this pass. If it first appeared later, its first version is shown.
 * @param pass the index of the pass; Infinity where the run has none
 */
export function figuresAt(figures: readonly Figure[], pass: number): number[] {
  const chosen = new Map<string, number>();
  // One call can show several figures in one pass. They are told apart by counting.
  const counts = new Map<string, number>();
  figures.forEach((figure, i) => {
    const series = seriesOf(figure);
    const within = `${series} ${figure.pass}`;
    const nth = counts.get(within) ?? 0;
    counts.set(within, nth + 1);
    const key = `${series} ${nth}`;
    if (!chosen.has(key) || figure.pass <= pass) chosen.set(key, i);
  });
  return [...chosen.values()].sort((a, b) => a - b);
}
