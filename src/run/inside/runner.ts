/** Serves `RunnerApi`: runs one program while the trace listens, and writes the document of the run. */
import * as torch from '../../engine/atOnce.js';
import { useWinograd } from '../../engine/backends/cpu/wasm/convolution/smallWindows.js';
import { isA } from '../../engine/isA.js';
import { forPrograms } from '../../engine/library.js';
import { setFileAccess } from '../../engine/files/access.js';
import { peakBytes, setMemoryLimit } from '../../engine/memory.js';
import { loadLateCodeBy } from '../../engine/ops/later.js';
import { install } from '../../engine/tensor/observe.js';
import { digestOf } from '../../graph/digest.js';
import type { Suite } from '../../engine/test/suite.js';
import { t, useTranslations } from '../../protocol/l10n.js';
import { connect, serve } from '../../protocol/rpc.js';
import { scalarOf } from '../../protocol/scalars.js';
import type { FinishedRun, PassHead, RunnerApi, RunnerEvents, RunRequest } from '../../protocol/runnerApi.js';
import type { Diagnostic, Pass, Run, RunError, Scalar } from '../../protocol/trace.js';
import type { Move } from '../../trace/recording/moves.js';
import { RunEnded, Tracer } from '../../trace/tracer.js';
import { readTextsBy } from '../../trace/writing/saidTexts.js';
import { modelConsole, Output } from './console.js';
import { errorOf } from './errorOf.js';
import { Figures } from './figures.js';
import { Files } from './files.js';
import { openCard } from './openCard.js';
import type { OpenedFile } from './openedFile.js';
import { Started } from './started.js';
import type { Card, Platform } from './platform.js';
import { suiteOf } from './tests.js';
import { ArraysInUse } from './arraysInUse.js';
import type { Timers } from './timers.js';

/** How long after a run the code for explanations is loaded: before anybody has chosen a number, and after all that shows the run. */
const LOOKED_AT_MS = 300;
// Taken now: the realm of a browser's worker is also the model's.
const { stringify } = JSON;

export function serveRunner(platform: Platform): void {
  const { remote } = connect<RunnerEvents>(platform.port);
  // Made now, before the model can change anything.
  const library = libraryOf(platform.part);
  useWinograd(() => platform.part().winograd);
  loadLateCodeBy(() => platform.part().late);
  if (platform.said) readTextsBy(platform.said);
  let tracer: Tracer | null = null;
  let started: Started | null = null;
  let opened: OpenedFile | null = null;
  let isRepeated = false;
  const send = <T>(what: Promise<T>) => void what.catch(() => undefined);
  // A repeated run writes no passes to the file: a user who drags a number asks for so many runs that the file would
  // have no end.
  const stored = (text: string) => {
    const at = isRepeated ? -1 : (platform.writePass?.(text) ?? -1);
    return at < 0 ? text : at;
  };
  const once = (request: RunRequest, start: Started, moves: readonly Move[]): Promise<FinishedRun> => {
    const output = new Output((lines) => send(remote.output(lines)), platform.now);
    const arrays = new ArraysInUse(platform, request.limits.tensorBytes);
    tracer = new Tracer(request, {
      progress: (progress) => send(remote.progress(progress)),
      now: platform.now,
      telling: () => platform.part().telling,
      look: (site) => (arrays.areFull() ? 'memory' : platform.look(site)),
      passEnded: (loss, named) =>
        send(
          remote.passEnded(
            lossOf(loss),
            named.map(([name, pass, one]) => [name, pass, scalarOf(one)]),
          ),
        ),
      bound: (bindings) => send(remote.bindings(bindings)),
      written: (pass) => send(remote.pass(headOf(pass), stored(stringify(pass)))),
    });
    tracer.recorder.move(moves);
    const tests = suiteOf(request, platform.now, (result) => send(remote.tested(result)));
    const figures = new Figures(tracer, (figure) => send(remote.figure(figure)), platform.part);
    return execute(request, start, tracer, output, new Files(remote), platform, arrays, tests, figures, library);
  };
  const api: RunnerApi = {
    async run(request) {
      if (tracer) throw new Error('This worker has run its program.');
      started = new Started(request, platform);
      const finished = await once(request, started, []);
      platform.timers.setTimeout(() => platform.part(), LOOKED_AT_MS);
      return finished;
    },
    async again(moved) {
      if (!started?.request.moved || !tracer) throw new Error('This program cannot run again.');
      isRepeated = true;
      // Places are those of the first run, because later runs may have others.
      const moves = started.moves(moved.entries, tracer);
      return once({ ...started.request, moved }, started, moves);
    },
    end: () => tracer?.ask(),
    tensor: (request) => Promise.resolve(tracer?.tensor(request) ?? null),
    field: (request) => Promise.resolve(tracer?.field(request) ?? null),
    explain: (request) => Promise.resolve(tracer?.explain(request) ?? null),
    async open(content, request) {
      opened = new (platform.part().OpenedFile)(content, request, platform);
      return opened.file;
    },
    opened: async (index) => opened?.tensor(index) ?? null,
  };
  serve<RunnerApi>(api, platform.port);
}

async function execute(
  request: RunRequest,
  started: Started,
  tracer: Tracer,
  output: Output,
  files: Files,
  platform: Platform,
  arrays: ArraysInUse,
  suite: Suite,
  figures: Figures,
  library: object,
): Promise<FinishedRun> {
  const began = platform.now();
  let error: RunError | null = null;
  let explained: Diagnostic | null = null;
  let status: Run['status'] = 'ok';
  let isPartial = false;
  let card: Card | null = null;
  const { timers } = started;
  try {
    useTranslations(request.translations);
    card = await openCard(request, platform, (line) => output.write(line));
    if (card) tracer.areGone = card.isLost;
    const run = started.prepared();
    const { arrayBytes, arrayMade } = platform;
    if (arrayBytes)
      setMemoryLimit({ limitBytes: request.limits.tensorBytes, liveBytes: arrayBytes, ...(arrayMade && { made: arrayMade }) });
    install(tracer.recorder);
    setFileAccess(files);
    const stray = new Promise<never>((_, reject) => platform.onStray(reject));
    const told = modelConsole(output, platform.now);
    const numbers = request.moved?.numbers ?? [];
    const { part } = platform;
    const surroundings = { library, test: suite.api, pyplot: figures.api, part, tl: tracer, console: told, numbers };
    const isOver = (thrown: unknown) => isA(thrown, RunEnded) || !request.tests;
    const program = started.asFirst(() =>
      suite
        .run(() => run(surroundings), isOver)
        .then(() => figures.close())
        .then(() => idle(timers, files))
        .then(() => figures.check()),
    );
    await Promise.race([program, stray, tracer.ended.then((ending) => Promise.reject(ending))]);
  } catch (thrown) {
    if (isA(thrown, RunEnded) && thrown.ending !== 'memory') status = thrown.ending === 'asked' ? 'cancelled' : 'ok';
    else if (isA(thrown, RunEnded)) {
      status = 'error';
      isPartial = true;
      error = { name: 'RunError', message: arrays.sentence ?? tooMuch(), source: tracer.place };
    } else {
      status = 'error';
      error = errorOf(thrown, tracer.throwSite(thrown));
      explained = explanationOf(thrown, tracer);
    }
  } finally {
    install(null);
    timers.dispose();
    figures.finish();
  }
  output.flush();
  const traced = writtenBy(() => tracer.finish(), error);
  const document: Run = {
    tensorLens: 1,
    file: request.program.entry,
    mode: request.mode,
    status,
    error,
    output: output.lines,
    ...traced,
    diagnostics: [],
    elapsed_ms: platform.now() - began,
    peak_bytes: card ? card.peakBytes() : peakBytes(),
    backend: card ? 'webgl' : 'cpu',
    ...(card && { card: { renderer: card.renderer, isSoftware: card.isSoftware, ...(card.isLost() && { isLost: true }) } }),
    ...(isPartial && { partial: true }),
  };
  // The explanation of the error comes first.
  if (error && explained) error.explanation = 0;
  const diagnostics = [...(explained ? [explained] : []), ...writtenBy(() => tracer.diagnose(document), error)];
  // The rest was sent during the run.
  const { output: _output, passes, pass_count: _count, losses: _losses, loss_stride: _stride, loss_lines: _lines, ...rest } = document;
  return { ...rest, kept: passes.map(({ index }) => index), diagnostics };
}

/** The explanation of an error; null where there is none, or where the model keeps it from being read. */
function explanationOf(thrown: unknown, tracer: Tracer): Diagnostic | null {
  try {
    return tracer.failed(thrown);
  } catch {
    return null;
  }
}

/**
 * A part of the document. A model can change its tensors so that they cannot be read any more: what was sent before then stays, and
 * the run ends with a sentence.
 */
function writtenBy<T>(write: () => T, error: RunError | null): T {
  try {
    return write();
  } catch {
    throw new Error(
      error?.message ?? t('The run was ended: what it has made cannot be read. Look for tensors whose own fields were changed.'),
    );
  }
}

const tooMuch = (): string => t('The run was ended: it used more memory than JavaScript gives it.');

const lossOf = (loss: number | null): Scalar | null => (loss === null ? null : scalarOf(loss));

const headOf = (pass: Pass): PassHead => {
  const { index, backward, root, loss } = pass;
  return { index, backward, root, loss: lossOf(loss), digest: digestOf(pass) };
};

/** Waits for what the program has left pending, and for what follows from that. */
async function idle(timers: Timers, files: Files): Promise<void> {
  do await timers.idle();
  while (await files.idle());
}

/** The names of what is loaded later of `torch.optim`. */
const optimLater: Readonly<Record<keyof ReturnType<Platform['part']>['optim'], true>> = {
  ...{ Adadelta: true, Adafactor: true, Adamax: true, ASGD: true, LBFGS: true, Muon: true, NAdam: true },
  ...{ RAdam: true, Rprop: true, SparseAdam: true, swa_utils: true },
};

/**
 * What a program imports as 'tensor-lens', with the parts that are loaded at first use. Marked as a module for compiled
 * imports, so that they do not copy it.
 */
export function libraryOf(part: Platform['part']): object {
  const given = forPrograms(torch, {
    distributions: () => part().distributions,
    func: () => part().func,
    copy: () => part().copy,
    testing: () => part().testing,
    ...Object.fromEntries(Object.keys(optimLater).map((name) => [`optim.${name}`, () => part().optim[name as keyof typeof optimLater]])),
    'utils.tensorboard': () => part().tensorboard,
    load: () => part().load,
    save: () => part().save,
  });
  return Object.freeze(Object.defineProperties({ __esModule: true, default: given }, Object.getOwnPropertyDescriptors(given)));
}
