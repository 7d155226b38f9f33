import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findHabits } from '../insight/habits/find.js';
import { link, type LinkedProgram, type ReadFile } from '../language/link.js';
import { locate } from '../language/locate.js';
import { SourceError } from '../language/sourceError.js';
import { errorDiagnostic } from '../protocol/runError.js';
import { emptyRun, type Range, type Run } from '../protocol/trace.js';
import type { RunnerEvents, RunRequest } from '../protocol/runnerApi.js';
import { RunClient, type RunHandle } from '../run/client/runClient.js';
import { startNodeProcess } from '../run/client/startProcess.node.js';
import type { RunFileOptions } from './arguments.js';
import { ModelFiles } from './modelFiles.js';

const PROCESS = fileURLToPath(new URL('./process', import.meta.url));
const MAX_PASSES = 100;
const LIMITS = { tensorBytes: 4 * 2 ** 30, keptBytes: 512 * 2 ** 20 };

/** The options that concern the run itself. */
type RunOptions = Pick<RunFileOptions, 'file' | 'forward' | 'passes' | 'maxValues' | 'timeout'> &
  Pick<RunRequest, 'keep' | 'withSteps' | 'tests'> & {
    maxPasses?: number;
    tested?: RunnerEvents['tested'];
    /** The text of the file, when it differs from the text on the disk. */
    text?: string;
    /** Lines that are added at the end of the model file, and run as a part of it. */
    below?: string;
    /** Receives what the model writes. When it returns true, the file is not written to the disk. */
    write?: (path: string, content: Uint8Array) => boolean;
  };

/** Runs a file to its end. The document names files in the same way as the caller. */
export async function runFile(options: RunOptions, print: (lines: string[]) => void, folder = PROCESS): Promise<Run> {
  return withRun(options, print, (run) => Promise.resolve(run), folder);
}

/** Runs a file to its end, and looks at the run while its process still has all kept tensors. Without a handle, the run never began. */
export async function withRun<T>(
  options: RunOptions,
  print: (lines: string[]) => void,
  look: (run: Run, handle: RunHandle | null) => Promise<T>,
  folder = PROCESS,
): Promise<T> {
  return execute(options, print, folder, (run, handle) => {
    const found = errorDiagnostic(run);
    if (!run.error || !found || found.isExplained) return look(run, handle);
    // The document has a diagnostic for every error. It comes first.
    return look({ ...run, error: { ...run.error, explanation: 0 }, diagnostics: [found.told, ...run.diagnostics] }, handle);
  });
}

async function execute<T>(
  options: RunOptions,
  print: (lines: string[]) => void,
  processFolder: string,
  look: (run: Run, handle: RunHandle | null) => Promise<T>,
): Promise<T> {
  const mode = options.forward ? 'forward' : 'backward';
  const files = new ModelFiles(options.file);
  let isFirst = true;
  const readText: ReadFile = async (path) => {
    // The first file that is read is the model file.
    const text = isFirst && options.text !== undefined ? options.text : await files.readText(path);
    const whole = text === null || !isFirst ? text : text + (options.below ?? '');
    isFirst = false;
    return whole;
  };
  let linked: LinkedProgram;
  try {
    linked = await link(options.file, readText);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { name, message, range } = error;
    const run = emptyRun({ file: options.file, mode, backend: 'cpu', status: 'error', error: { name, message, source: range } });
    return look(await withHabits(run, files), null);
  }
  const client = new RunClient(startNodeProcess(processFolder, { isBackground: false }));
  const handle = client.run(
    {
      program: linked.program,
      mode,
      backend: 'cpu',
      maxValues: options.maxValues,
      // An export needs only one pass.
      maxPasses: options.withSteps ? 1 : (options.maxPasses ?? MAX_PASSES),
      passes: options.passes,
      ...(options.keep !== undefined && { keep: options.keep }),
      limits: LIMITS,
      ...(options.withSteps && { withSteps: true }),
      ...(options.tests && { tests: options.tests }),
    },
    {
      timeLimit: options.timeout * 1000,
      events: {
        output: print,
        progress: () => {},
        ...(options.tested && { tested: options.tested }),
        readFile: files.readFile,
        writeFile: async (path, content) => {
          if (!options.write?.(path, content)) await files.writeFile(path, content);
        },
      },
      locate: (stack) => Promise.resolve(locate(linked, stack)),
    },
  );
  // Ctrl+C ends the run and keeps what was finished. A second Ctrl+C ends this program.
  const stop = () => handle.stop();
  process.once('SIGINT', stop);
  try {
    return await look(await withHabits(await handle.done, files), handle);
  } finally {
    process.off('SIGINT', stop);
    handle.dispose();
    await client.dispose();
  }
}

/** Adds the habits on the line of an error that nothing explains. */
async function withHabits(run: Run, files: ModelFiles): Promise<Run> {
  const { error, status } = run;
  if (!error?.source || error.explanation !== undefined || status !== 'error') return run;
  const text = await files.readText(error.source.file).catch(() => null);
  return { ...run, error: { ...error, message: [error.message, ...habitsAt(error.source, text ?? '')].join('\n') } };
}

/**
 * How a model file writes it, when a habit of Python or of beginners is on the line of the error, or on the line
 * before.
 */
const habitsAt = ({ line }: Range, text: string): string[] =>
  findHabits(text).flatMap(({ start, message }) => {
    const at = text.slice(0, start).split('\n').length;
    return at === line || at === line - 1 ? [message] : [];
  });
