/** `run FILE --plots DIR`: writes every figure that the model plotted as an SVG picture. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { plotFiles } from '../graph/plotFiles.js';
import { defaultTheme, type ThemeName } from '../present/defaultThemes.js';
import { figureSvg } from '../present/plots/figureSvg.js';
import type { Run } from '../protocol/trace.js';
import { writeTo } from './write.js';

/**
 * Writes the figures and says on stderr what was written.
 * @throws Error for a folder or a file that cannot be written
 */
export async function writePlots({ figures = [] }: Run, folder: string, theme: ThemeName): Promise<void> {
  if (figures.length === 0) {
    console.error('The model plotted nothing, so no picture was written.');
    return;
  }
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new Error(`The folder '${folder}' could not be made: ${error.message}`, { cause: error });
  });
  const files = plotFiles(figures);
  for (const [name, figure] of files) await writeTo(path.join(folder, `${name}.svg`), figureSvg(figure, defaultTheme(theme)).svg);
  console.error(`${files.size} of ${figures.length} figures were written to ${folder}.`);
}
