import fs from 'node:fs/promises';
import path from 'node:path';
import { t } from '../../protocol/l10n.js';

/** The path with all links followed. For a file that does not exist yet, the path that it would have. @throws Error for a link to nothing */
export async function realPath(file: string): Promise<string> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const isLink = await fs.lstat(file).then(
      () => true,
      () => false,
    );
    if (isLink) throw new Error(t('it is a link that leads to nothing.'), { cause: error });
    if (path.dirname(file) === file) throw error;
    return path.join(await realPath(path.dirname(file)), path.basename(file));
  }
}
