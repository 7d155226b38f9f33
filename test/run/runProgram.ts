import path from 'node:path';
import { link } from '../../src/language/link.js';
import { locate } from '../../src/language/locate.js';
import { emptyRun, type Run } from '../../src/protocol/trace.js';
import { SourceError } from '../../src/language/sourceError.js';
import { RunClient, type After } from '../../src/run/client/runClient.js';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';
import type { WorkerHandle } from '../../src/run/client/worker.js';

const FOLDER = path.resolve(import.meta.dirname, '../../dist/process');
/** The time between two looks at the progress of a run, in milliseconds. */
const LOOK_MS = 20;

export interface ProgramOptions {
  isOpen?: boolean;
  heapMegabytes?: number;
  /**
   * What happens once the run has reached a line, has made some passes, and `ms` have gone by. A busy machine takes its
   * time to reach the line. Without `when`, a run may take any time.
   */
  when?: { line: number; passes?: number; ms?: number; then: 'the time limit' | 'stop' };
}

/** The time limit that the message names, in milliseconds. */
const LIMIT_MS = 2000;

/** Runs a model file like the editor, in a small heap. */
export async function runProgram(text: string, { when, isOpen = false, heapMegabytes = 256 }: ProgramOptions = {}): Promise<Run> {
  const file = 'm.tl.ts';
  const nothing = (path: string) => Promise.reject(new Error(`ENOENT: '${path}'`));
  const start = startNodeProcess(FOLDER, { isBackground: false, heapMegabytes, isOpen });
  let worker: WorkerHandle | undefined;
  let isOver = () => {};
  // `when` decides when the time limit is over.
  const wait: After = (ms, callback) => (ms === LIMIT_MS ? ((isOver = callback), () => {}) : after(ms, callback));
  const client = new RunClient(async () => (worker = await start()), wait);
  let look: NodeJS.Timeout | undefined;
  try {
    const linked = await link(file, (path) => Promise.resolve(path === file ? text : null));
    const { sites } = linked.program;
    const limits = { tensorBytes: 2 ** 28, keptBytes: 2 ** 26 };
    let made = 0;
    const handle = client.run(
      { program: linked.program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 20, passes: 0, limits },
      {
        timeLimit: LIMIT_MS,
        events: { output: () => {}, progress: ({ passes }) => (made = passes), readFile: nothing, writeFile: nothing },
        locate: (stack) => Promise.resolve(locate(linked, stack)),
      },
    );
    if (when) {
      const { line, passes = 0, ms = 0, then } = when;
      look = setInterval(() => {
        if ((sites[worker?.place() ?? -1]?.range[1] ?? 0) < line || made < passes) return;
        clearInterval(look);
        look = setTimeout(() => (then === 'stop' ? handle.stop() : isOver()), ms);
      }, LOOK_MS);
    }
    const run = await handle.done;
    handle.dispose();
    return run;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { name, message, range } = error;
    return emptyRun({ file, mode: 'backward', backend: 'cpu', status: 'error', error: { name, message, source: range } });
  } finally {
    clearTimeout(look);
    await client.dispose();
  }
}

const after: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};
