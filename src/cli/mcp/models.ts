/** Runs models for the tools. Only models below the given folders are run, and nothing that they write reaches the disk. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { isBelow } from '../../run/client/fileRules.js';
import { realPath } from '../../run/client/realPath.node.js';
import type { RunHandle } from '../../run/client/runClient.js';
import type { Run } from '../../protocol/trace.js';
import { withRun } from '../runFile.js';

const SECONDS = 60;

export interface ModelRun {
  run: Run;
  handle: RunHandle | null;
  /** The files that the model wanted to write, and that were not written. */
  unwritten: string[];
}

export class Models {
  /** @param folders the folders that contain the models @param processFolder the folder of the built process */
  constructor(
    private readonly folders: readonly string[],
    private readonly processFolder: string,
  ) {}

  /** The path of a model file. @throws Error for a file that is no model file, or that is outside of the folders */
  async find(file: string): Promise<string> {
    if (!/\.tl(\.test)?\.ts$/.test(file)) throw new Error(`'${file}' is no model file: their names end in .tl.ts.`);
    for (const folder of this.folders) {
      const real = await realPath(path.resolve(folder, file)).catch(() => null);
      if (real === null || !isBelow(await fs.realpath(folder), real, path.sep)) continue;
      if (
        await fs.stat(real).then(
          (found) => found.isFile(),
          () => false,
        )
      )
        return real;
    }
    throw new Error(`There is no model file '${file}' below ${this.folders.join(', ')}.`);
  }

  async run<T>(
    file: string,
    options: { forward?: boolean; passes?: number; maxPasses?: number; keep?: number | undefined },
    look: (found: ModelRun) => Promise<T>,
  ): Promise<T> {
    const { forward = false, passes = 0, maxPasses, keep } = options;
    const unwritten: string[] = [];
    const write = (name: string): boolean => {
      if (!unwritten.includes(name)) unwritten.push(name);
      return true;
    };
    return withRun(
      {
        file: await this.find(file),
        forward,
        passes,
        maxValues: 64,
        timeout: SECONDS,
        write,
        ...(maxPasses !== undefined && { maxPasses }),
        ...(keep !== undefined && { keep }),
      },
      () => {},
      (run, handle) => look({ run, handle, unwritten }),
      this.processFolder,
    );
  }
}
