/**
 * The files that a model may use on the command line: those below its folder, and below the current folder when its own
 * folder is inside that.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { checkCanBeRead, checkIsData, isBelow, isEventFile, TEXT_BYTES } from '../run/client/fileRules.js';
import { realPath } from '../run/client/realPath.node.js';

/** The most bytes of a file. Node cannot put more into one array of bytes. */
const DATA_BYTES = 2 ** 31;

export class ModelFiles {
  private readonly folder: string;
  private root: Promise<string> | null = null;

  constructor(private readonly entry: string) {
    this.folder = path.dirname(path.resolve(entry));
  }

  /**
   * The text of the model or of a file that it imports; null when there is no such file.
   * @throws Error for a file that it may not read
   */
  readonly readText = async (file: string): Promise<string | null> => {
    try {
      // The model itself is always allowed, because the user asked for it.
      const real = path.resolve(file) === path.resolve(this.entry) ? file : await this.within(process.cwd(), file);
      await checkFile(real, TEXT_BYTES);
      return await fs.readFile(real, 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };

  readonly readFile = async (file: string): Promise<Uint8Array> => {
    const real = await this.within(this.folder, file);
    await checkFile(real, DATA_BYTES);
    return new Uint8Array(await fs.readFile(real));
  };

  readonly writeFile = async (file: string, content: Uint8Array): Promise<void> => {
    const real = await this.within(this.folder, file);
    checkIsData(real);
    await checkFile(real, Infinity).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    if (isEventFile(real)) await fs.mkdir(path.dirname(real), { recursive: true });
    await fs.writeFile(real, content);
  };

  /** The real path of a file beside the model, for files that the command itself writes. @throws Error for a file outside */
  readonly real = (file: string): Promise<string> => this.within(this.folder, file);

  private async within(base: string, file: string): Promise<string> {
    const real = await realPath(path.resolve(base, file));
    const root = await (this.root ??= this.findRoot());
    if (!isBelow(root, real, path.sep))
      throw new Error(`'${file}' is not in the folder of the model file, nor in the one that it was started in.`);
    return real;
  }

  private async findRoot(): Promise<string> {
    const own = await fs.realpath(this.folder);
    const shell = await fs.realpath(process.cwd());
    return isBelow(shell, own, path.sep) ? shell : own;
  }
}

async function checkFile(file: string, most: number): Promise<void> {
  const stat = await fs.stat(file);
  checkCanBeRead({ isFile: stat.isFile(), size: stat.size }, most);
}

const isMissing = (error: unknown): boolean => /^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '');
