/** Runs a model like the worker, in this thread, and returns its diagnostics with their texts. */
import * as torch from '../../../src/engine/index.js';
import { remember } from '../../../src/engine/startOver.js';
import { install } from '../../../src/engine/tensor/observe.js';
import { Suite } from '../../../src/engine/test/suite.js';
import { Lines } from '../../../src/language/lines.js';
import { link } from '../../../src/language/link.js';
import { locate } from '../../../src/language/locate.js';
import type { Change } from '../../../src/language/mend.js';
import { emptyRun, type Diagnostic, type Range, type Run } from '../../../src/protocol/trace.js';
import * as telling from '../../../src/trace/telling.js';
import { RunEnded, Tracer } from '../../../src/trace/tracer.js';
import * as part from '../../../src/run/entry/part.js';
import { prepare } from '../../../src/run/inside/evaluate.js';
import { Figures } from '../../../src/run/inside/figures.js';
import { showAll } from '../../../src/run/inside/show.js';

/** The text of a model, to which the import is added. Or all its files, with the model as `m.tl.ts`. */
export type Model = string | Files;

export type Files = Readonly<Record<string, string>>;

export interface Told extends Omit<Diagnostic, 'source' | 'related'> {
  at: string | null;
  source: Range | null;
  related: { message: string; at: string }[];
}

export interface Outcome {
  told: Told[];
  error: unknown;
  run: Run;
  /** The printed texts, one for each call of `console.log`. */
  output: string[];
}

const IMPORT = "import * as torch from 'tensor-lens';\nimport { nn, optim } from 'tensor-lens';\nconst F = nn.functional;\n";
const ENTRY = 'm.tl.ts';

/** The same limit as in the worker, since the frames of the model are below those of the engine. */
Error.stackTraceLimit = 100;

/** If the import is added to a model, its lines count from the line after the import. */
export const filesOf = (model: Model): Files => (typeof model === 'string' ? { [ENTRY]: IMPORT + model } : model);

export async function runModel(model: Model, maxPasses = 50): Promise<Outcome> {
  const files = filesOf(model);
  const linked = await link(ENTRY, (path) => Promise.resolve(files[path] ?? null));
  const { program } = linked;
  const tracer = new Tracer(
    { mode: 'backward', maxValues: 4096, maxPasses, passes: 0, limits: { tensorBytes: 2 ** 30, keptBytes: 2 ** 28 }, program },
    { progress: () => {}, now: () => performance.now(), telling: () => telling },
  );
  install(tracer.recorder);
  // Tests share a process, so global settings of one model are restored before the next.
  const asBefore = remember();
  const output: string[] = [];
  let error: unknown = null;
  const suite = new Suite({ snapshots: {}, update: false, now: () => 0, done: ({ thrown }) => void (error ??= thrown ?? null) });
  const evaluate = () =>
    prepare(program)({
      library: { __esModule: true, default: torch, ...torch },
      test: suite.api,
      pyplot: figures.api,
      part: () => part,
      tl: tracer,
      console: { log: (...values: unknown[]) => void output.push(showAll(values)) },
    });
  const figures = new Figures(
    tracer,
    () => {},
    () => part,
  );
  const hasTests = Object.values(files).some((text) => text.includes("from 'tensor-lens/test'"));
  try {
    await (hasTests ? suite.run(evaluate, (thrown) => thrown instanceof RunEnded) : evaluate());
  } catch (thrown) {
    if (!(thrown instanceof RunEnded)) error = thrown;
  } finally {
    install(null);
  }
  const run: Run = { ...emptyRun({ file: ENTRY, mode: 'backward', backend: 'cpu', status: 'ok', error: null }), ...tracer.finish() };
  const explained = error === null ? null : tracer.failed(error);
  const place = error instanceof Error && error.stack ? locate(linked, error.stack) : null;
  const found = [...(explained ? [{ ...explained, source: explained.source ?? place }] : []), ...tracer.diagnose(run)];
  const told = found.map(({ related = [], ...rest }) => ({
    ...rest,
    at: rest.source && textAt(files, rest.source),
    related: related.map(({ message, source }) => ({ message, at: textAt(files, source) })),
  }));
  await asBefore(() => Promise.resolve());
  return { told, error, run, output };
}

/** The text of a range. */
export function textAt(files: Files, { file, line, column, endLine, endColumn }: Range): string {
  const lines = files[file]!.split('\n').slice(line - 1, endLine);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, endColumn - 1);
  lines[0] = lines[0]!.slice(column - 1);
  return lines.join('\n');
}

export function withChange(files: Files, { range, text }: Change): Files {
  const before = files[range.file]!;
  const lines = new Lines(range.file, before);
  const [start, end] = [lines.offset(range.line, range.column), lines.offset(range.endLine, range.endColumn)];
  return { ...files, [range.file]: before.slice(0, start) + text + before.slice(end) };
}
