import path from 'node:path';
import { link } from '../../src/language/link.js';
import { locate } from '../../src/language/locate.js';
import { emptyRun, type Run } from '../../src/protocol/trace.js';
import { SourceError } from '../../src/language/sourceError.js';
import { RunClient } from '../../src/run/client/runClient.js';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';

const FOLDER = path.resolve(import.meta.dirname, '../../dist/process');

export interface ProgramOptions {
  timeLimit?: number;
  isOpen?: boolean;
  /** Ends the run after so many milliseconds. */
  stopAfter?: number;
}

/** Runs a model file as the editor does, in a small heap. */
export async function runProgram(text: string, { timeLimit = 20_000, isOpen = false, stopAfter }: ProgramOptions = {}): Promise<Run> {
  const client = new RunClient(startNodeProcess(FOLDER, { isBackground: false, heapMegabytes: 256, isOpen }));
  const file = 'm.tl.ts';
  const nothing = (path: string) => Promise.reject(new Error(`ENOENT: '${path}'`));
  try {
    const linked = await link(file, (path) => Promise.resolve(path === file ? text : null));
    const limits = { tensorBytes: 2 ** 28, keptBytes: 2 ** 26 };
    const handle = client.run(
      { program: linked.program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 20, passes: 0, limits },
      {
        timeLimit,
        events: { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing },
        locate: (stack) => locate(linked, stack),
      },
    );
    const timer = stopAfter === undefined ? undefined : setTimeout(() => handle.stop(), stopAfter);
    const run = await handle.done;
    clearTimeout(timer);
    handle.dispose();
    return run;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { name, message, range } = error;
    return emptyRun({ file, mode: 'backward', backend: 'cpu', status: 'error', error: { name, message, source: range } });
  } finally {
    await client.dispose();
  }
}
