/**
 * What a model may do with files: the same rules in the editor and on the command line. All paths are real ones, with
 * links followed.
 */
import { t } from '../../protocol/l10n.js';

/** The endings of files that `torch.save` and its like write. No program, setting or source has such an ending. */
const WRITTEN = ['.safetensors', '.pt', '.pth', '.npy', '.npz'];
/** Whether a path is that of an event file. TensorBoard's writer writes these into its own folders. */
export const isEventFile = (path: string): boolean => /[\\/]events\.out\.tfevents\.[\w.-]+$/.test(path);
/** The most bytes of a text file. No text of a program is as long. */
export const TEXT_BYTES = 64 * 2 ** 20;

/** Whether this may be the name of a file of dist/shipped. A worker that is not trusted asks for it. */
export const isShippedName = (name: unknown): name is string => typeof name === 'string' && /^[a-z][a-z\d-]*\.[a-z]+$/.test(name);

/** Whether a path is below a folder. Both use the same separator between names. */
export const isBelow = (folder: string, path: string, sign = '/'): boolean =>
  path.startsWith(folder.endsWith(sign) ? folder : folder + sign);

/** @throws Error for a file that is not data: sources and settings are never overwritten */
export function checkIsData(path: string): void {
  const lower = path.toLowerCase();
  if (!isEventFile(path) && !WRITTEN.some((ending) => lower.endsWith(ending)))
    throw new Error(t('a model writes files of data only, whose names end in {0}.', WRITTEN.join(', ')));
}

/**
 * @throws Error for a pipe, a device or a folder, because reading it may never end, and for a file that is too large
 */
export function checkCanBeRead(stat: { isFile: boolean; size: number }, most: number): void {
  if (!stat.isFile) throw new Error(t('it is no file.'));
  if (stat.size > most) throw new Error(t('it has {0} MiB, and {1} may be read.', toMiB(stat.size), toMiB(most)));
}

const toMiB = (bytes: number): number => Math.round(bytes / 2 ** 20);
