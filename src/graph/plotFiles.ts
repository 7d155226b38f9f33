import type { Figure } from '../protocol/figure.js';

/**
 * The files that figures are written to, by their names without an ending. As in matplotlib, a saved figure replaces an
 * earlier figure with the same name. Figures that were only shown get a file each; so does a figure in each of its
 * passes.
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
