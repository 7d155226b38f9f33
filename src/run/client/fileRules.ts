/** What a model may do with files, the same in the editor and on the command line. Paths are real ones: links are followed. */
import { t } from '../../protocol/l10n.js';

/** What `torch.save` writes. No program, setting or source of anybody ends so. */
const WRITTEN = ['.safetensors', '.pt', '.pth', '.npy', '.npz'];
/** What TensorBoard's writer writes, into folders of its own. */
export const isEventFile = (path: string): boolean => /[\\/]events\.out\.tfevents\.[\w.-]+$/.test(path);
/** A text of a program is never this long. */
export const TEXT_BYTES = 64 * 2 ** 20;

/** Whether a path lies below a folder; both are written with the same signs between names. */
export const isBelow = (folder: string, path: string, sign = '/'): boolean =>
  path.startsWith(folder.endsWith(sign) ? folder : folder + sign);

/** @throws Error where a file is not one of data: neither a source nor a setting is ever written over */
export function checkIsData(path: string): void {
  const lower = path.toLowerCase();
  if (!isEventFile(path) && !WRITTEN.some((ending) => lower.endsWith(ending)))
    throw new Error(t('a model writes files of data only, whose names end in {0}.', WRITTEN.join(', ')));
}

/** @throws Error for a pipe, a device or a folder, whose reading may have no end, and for more than may be read */
export function checkCanBeRead(stat: { isFile: boolean; size: number }, most: number): void {
  if (!stat.isFile) throw new Error(t('it is no file.'));
  if (stat.size > most) throw new Error(t('it has {0} MiB, and {1} may be read.', toMiB(stat.size), toMiB(most)));
}

const toMiB = (bytes: number): number => Math.round(bytes / 2 ** 20);
