import { seriesOf, type Figure } from '../protocol/figure.js';

/**
 * The figures to be seen with a pass, by their positions: of each that changes from pass to pass, how it stood after this one,
 * or how it was first where it came later.
 * @param pass the index of the pass; Infinity where the run has none
 */
export function figuresAt(figures: readonly Figure[], pass: number): number[] {
  const chosen = new Map<string, number>();
  // What one call shows in one pass are several figures.
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
