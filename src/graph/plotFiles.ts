import type { Figure } from '../protocol/figure.js';

/**
 * The files that figures are written to, by their names without an ending. As in matplotlib, what is saved under the name
 * of an earlier figure takes its place; of those that were only shown, or that are one figure in several passes, each has its own.
 */
export function plotFiles(figures: readonly Figure[]): Map<string, Figure> {
  const files = new Map<string, Figure>();
  const seen = new Map<string, number>();
  for (const figure of figures) {
    const name = figure.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'figure';
    if (figure.isSaved) {
      files.set(name, figure);
      continue;
    }
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    files.set(before === 0 ? name : `${name}-${before + 1}`, figure);
  }
  return files;
}
