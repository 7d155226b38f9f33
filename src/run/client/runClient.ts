/**
 * The life of workers, the same for the editor and the command line. One worker runs one program; the next one is
 * started ahead of time and kept warm. A run always ends with a document: the worker's own, or one that is written here
 * when the run was stopped, took too long or crashed. After its run a worker stays to answer requests for whole
 * tensors, until the run is disposed.
 *
 * A run is ended in two steps: the worker is asked to end at the next observed place, which keeps what it has computed;
 * shortly after, the worker is terminated.
 */
import { t } from '../../protocol/l10n.js';
import { connect, serve } from '../../protocol/rpc.js';
import { isScalar } from '../../protocol/scalars.js';
import {
  bindingsSchema,
  explanationSchema,
  fieldSchema,
  finishedRunSchema,
  namedLossesSchema,
  isOf,
  linesSchema,
  passHeadSchema,
  progressSchema,
  tensorSchema,
  testResultSchema,
} from '../../protocol/schema.js';
import type { Field, FieldRequest } from '../../protocol/field.js';
import { figureSchema } from '../../protocol/figure.js';
import type { ExplainRequest, Explanation } from '../../protocol/explanation.js';
import type { Moved } from '../../protocol/numbers.js';
import type { TestResult } from '../../protocol/testing.js';
import type { FinishedRun, Program, RunRequest, RunnerApi, RunnerEvents, TensorRequest } from '../../protocol/runnerApi.js';
import { emptyRun, type Losses, type Range, type Run, type RunError, type RunStatus, type TensorData } from '../../protocol/trace.js';
import { Collected } from './collected.js';
import { isShippedName } from './fileRules.js';
import type { StartWorker, WorkerHandle } from './worker.js';

declare function setTimeout(callback: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** What a run asks of its host. Passes and bindings are not among these: they are collected here. */
export type HostEvents = Omit<RunnerEvents, 'passEnded' | 'pass' | 'bindings' | 'figure' | 'tested' | 'readShipped'> &
  Partial<Pick<RunnerEvents, 'tested'>>;

export interface RunOptions {
  /** Milliseconds; 0 for no limit. */
  timeLimit: number;
  events: HostEvents;
  /** Finds the place in the source that an error with this stack came from. */
  locate?(stack: string): Promise<Range | null>;
}

export interface RunHandle {
  /** Never rejects. */
  readonly done: Promise<Run>;
  /** The losses of the run so far. */
  readonly losses: Losses;
  /** Ends the run. `done` then resolves with what there was, with status 'cancelled'. */
  stop(): void;
  tensor(request: TensorRequest): Promise<TensorData | null>;
  explain(request: ExplainRequest): Promise<Explanation | null>;
  field(request: FieldRequest): Promise<Field | null>;
  /**
   * Runs the program once more in the same worker with other numbers, after the last run is done. The request must have
   * been made with `moved`. Whole tensors and explanations are then those of this run. Never rejects.
   */
  again(moved: Moved): Promise<Run>;
  /** Ends the run if it still goes on, and lets its worker go. */
  dispose(): void;
}

/** Calls back after so many milliseconds. Calling the returned function before then cancels it. */
export type After = (ms: number, callback: () => void) => () => void;

/** The longest delay of a timer. A timer with a longer delay fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

const after: After = (ms, callback) => {
  const timer = setTimeout(callback, Math.min(ms, LONGEST_MS));
  return () => clearTimeout(timer);
};

/** The time that a run has to write what it has after it was asked to end. Stop must take a second at most. */
const GRACE_MS = 700;

export class RunClient {
  private spare: Promise<WorkerHandle> | undefined;
  private disposed = false;

  /**
   * @param wait the clock of time limits
   * @param startWithCard starts the worker of a run that may use the graphics card, when it is there
   */
  constructor(
    private readonly start: StartWorker,
    private readonly wait: After = after,
    private readonly startWithCard: StartWorker | undefined = undefined,
  ) {}

  /** Starts the worker of the next run ahead of time. */
  warm(): void {
    if (this.disposed || this.spare) return;
    const spare = this.start();
    const forget = () => {
      if (this.spare === spare) this.spare = undefined;
    };
    this.spare = spare;
    spare.then((worker) => worker.onFailure(forget), forget);
  }

  run(request: RunRequest, options: RunOptions): RunHandle {
    if (request.card && this.startWithCard) return new ActiveRun(request, options, this.startWithCard(), this.wait);
    this.warm();
    const worker = this.spare ?? Promise.reject(new Error(t('The runner was closed.')));
    this.spare = undefined;
    return new ActiveRun(request, options, worker, this.wait);
  }

  /** Resolves when the worker that was started ahead of time is gone. */
  async dispose(): Promise<void> {
    this.disposed = true;
    const { spare } = this;
    this.spare = undefined;
    await spare?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  }
}

class ActiveRun implements RunHandle {
  readonly done: Promise<Run>;
  private collected: Collected;
  private began = Date.now();
  private worker: WorkerHandle | undefined;
  private remote: ReturnType<typeof connect<RunnerApi>> | undefined;
  private stopServing: (() => void) | undefined;
  /** Test results are told one after the other, because finding their places takes different times. */
  private telling = Promise.resolve();
  private resolve!: (run: Run) => void;
  private status: 'starting' | 'running' | 'ended' | 'disposed' = 'starting';
  private ending: RunStatus | undefined;
  private cancelLimit = () => {};
  private cancelGrace = () => {};

  constructor(
    private readonly request: RunRequest,
    private readonly options: RunOptions,
    worker: Promise<WorkerHandle>,
    private readonly wait: After,
  ) {
    this.collected = this.nothing();
    this.done = new Promise((resolve) => (this.resolve = resolve));
    worker.then(
      (handle) => this.begin(handle),
      (error: unknown) => this.abandon(this.unfinished('error', t('The model could not be run: {0}', sentence(error)))),
    );
  }

  get losses(): Losses {
    return this.collected.curve;
  }

  stop(): void {
    this.end('cancelled');
  }

  async tensor(request: TensorRequest): Promise<TensorData | null> {
    if (this.status !== 'ended' || !this.remote) return null;
    const data = await this.remote.remote.tensor(request).catch(() => null);
    return isOf(tensorSchema, data) ? data : null;
  }

  async explain(request: ExplainRequest): Promise<Explanation | null> {
    if (this.status !== 'ended' || !this.remote) return null;
    const found = await this.remote.remote.explain(request).catch(() => null);
    return isOf(explanationSchema, found) ? found : null;
  }

  async field(request: FieldRequest): Promise<Field | null> {
    if (this.status !== 'ended' || !this.remote) return null;
    const found = await this.remote.remote.field(request).catch(() => null);
    return isOf(fieldSchema, found) ? found : null;
  }

  again(moved: Moved): Promise<Run> {
    const { remote, request } = this;
    if (this.status !== 'ended' || !remote || !request.moved) return Promise.resolve(this.unfinished('cancelled'));
    this.collected = this.nothing();
    this.began = Date.now();
    this.status = 'running';
    this.ending = undefined;
    const done = new Promise<Run>((resolve) => (this.resolve = resolve));
    this.follow(remote.remote.again(moved));
    return done;
  }

  dispose(): void {
    if (this.running) this.abandon(this.unfinished('cancelled'));
    this.status = 'disposed';
    this.release();
  }

  private get running(): boolean {
    return this.status === 'starting' || this.status === 'running';
  }

  private begin(worker: WorkerHandle): void {
    if (!this.running) return void worker.terminate();
    this.status = 'running';
    this.worker = worker;
    worker.onFailure((message) => this.abandon(this.unfinished('error', message)));
    this.stopServing = serve<RunnerEvents>(this.events(), worker.port);
    this.remote = connect<RunnerApi>(worker.port);
    this.follow(this.remote.remote.run(this.request));
  }

  /** Waits for a run that was requested. */
  private follow(finished: Promise<FinishedRun>): void {
    const { timeLimit } = this.options;
    if (timeLimit > 0) this.cancelLimit = this.wait(timeLimit, () => this.end('timeout'));
    finished.then(
      (run) => {
        if (!isOf(finishedRunSchema, run)) return this.refuse();
        const document = this.collected.finished(run);
        this.finish(this.ending ? this.ended(document, this.ending) : document);
      },
      (error: unknown) => this.abandon(this.unfinished('error', sentence(error))),
    );
  }

  private events(): RunnerEvents {
    const { events } = this.options;
    return {
      output: (lines) => {
        if (!this.running) return;
        if (!isOf(linesSchema, lines)) return this.refuse();
        this.collected.addLines(lines);
        events.output(lines);
      },
      progress: (progress) => {
        if (!this.running) return;
        if (isOf(progressSchema, progress)) events.progress(progress);
        else this.refuse();
      },
      passEnded: (loss, named) => {
        if (!this.running) return;
        if (isLoss(loss) && isOf(namedLossesSchema, named)) this.collected.addLoss(loss, named);
        else this.refuse();
      },
      pass: (head, body) => {
        if (!this.running) return;
        if (!isOf(passHeadSchema, head) || !isBody(body)) return this.refuse();
        const passes = this.worker?.passes;
        this.collected.addPass(head, typeof body === 'string' ? () => body : () => passes?.read(body) ?? null);
      },
      bindings: (bindings) => {
        if (!this.running) return;
        if (isOf(bindingsSchema, bindings)) this.collected.bindings = bindings;
        else this.refuse();
      },
      figure: (figure) => {
        if (!this.running) return;
        if (isOf(figureSchema, figure)) this.collected.figures.add(figure);
        else this.refuse();
      },
      tested: (result) => {
        if (!this.running) return;
        if (!isOf(testResultSchema, result)) return this.refuse();
        this.telling = this.telling.then(async () => events.tested?.(await this.placed(result))).catch(() => undefined);
      },
      readFile: (path) => events.readFile(path),
      writeFile: (path, content) => events.writeFile(path, content),
      readShipped: async (name) => {
        if (!this.worker || !isShippedName(name)) throw new Error(`ENOENT: '${String(name)}'`);
        return this.worker.readShipped(name);
      },
    };
  }

  private nothing(): Collected {
    return new Collected(this.request.maxPasses, () =>
      this.options.events.output([t('A pass is shown empty: what the run sent of it cannot be read.')]),
    );
  }

  /** Ends the run because the worker sent something that is no valid message. */
  private refuse(): void {
    this.abandon(this.unfinished('error', t('The run was ended: what it sent cannot be read.')));
  }

  private end(status: 'cancelled' | 'timeout'): void {
    if (!this.running || this.ending) return;
    this.ending = status;
    const terminate = () => this.abandon(this.unfinished(status));
    if (this.status === 'starting') return terminate();
    this.worker?.interrupt();
    this.remote?.remote.end().catch(() => undefined);
    this.cancelGrace = this.wait(GRACE_MS, terminate);
  }

  /** Ends a run whose worker cannot be used any more. */
  private abandon(run: Run): void {
    if (!this.running) return;
    this.finish(run);
    this.release();
  }

  private finish(run: Run): void {
    if (!this.running) return;
    this.status = 'ended';
    this.cancelLimit();
    this.cancelGrace();
    void this.located(run).then(this.resolve);
    if (run.status !== 'ok' && run.passes.length === 0) this.release();
  }

  /** Adds the place of an error in the source. The worker knows only its place in compiled code. */
  private async located(run: Run): Promise<Run> {
    const where = this.where();
    await this.telling;
    if (!run.error) return run;
    const { stack: _, ...error } = run.error;
    const source = (await this.sourceOf(run.error)) ?? where;
    this.collected.failedAt = source;
    const diagnostics = run.diagnostics.map((found, i) => (i === error.explanation ? { ...found, source: found.source ?? source } : found));
    return { ...run, error: { ...error, source }, diagnostics };
  }

  private async placed(result: TestResult): Promise<TestResult> {
    const { error } = result;
    return { ...result, error: error && { ...error, source: await this.sourceOf(error) } };
  }

  private async sourceOf({ source, stack }: RunError): Promise<Range | null> {
    return source ?? (stack === undefined ? null : this.placeOf(stack));
  }

  /** The place in the source for a stack. A stack can be any text: the model may have written it. */
  private async placeOf(stack: string): Promise<Range | null> {
    try {
      return (await this.options.locate?.(stack)) ?? null;
    } catch {
      return null;
    }
  }

  private release(): void {
    this.stopServing?.();
    this.remote?.dispose('The run was closed.');
    void this.worker?.terminate();
    this.worker = undefined;
    this.remote = undefined;
  }

  /** The worker's own document, when the run was ended from here. That ending replaces an error of the model itself. */
  private ended(run: Run, status: RunStatus): Run {
    const { error } = this.unfinished(status);
    const diagnostics = run.diagnostics.filter((_, i) => i !== run.error?.explanation);
    return { ...run, status, partial: true, diagnostics, error: error && { ...error, source: error.source ?? run.error?.source ?? null } };
  }

  /** The document of a run whose worker could not write one. */
  private unfinished(status: RunStatus, message?: string): Run {
    const seconds = this.options.timeLimit / 1000;
    const error =
      status === 'timeout'
        ? { name: 'TimeoutError', message: t('The run was ended after {0} s, its time limit.', seconds), source: this.where() }
        : message === undefined
          ? null
          : { name: 'RunError', message, source: this.where() };
    const { program, mode, backend } = this.request;
    const run = emptyRun({ file: program.entry, mode, backend, status, error });
    return { ...run, ...this.collected.unfinished, elapsed_ms: Date.now() - this.began, partial: true };
  }

  /** The last place in the source that the run reported. */
  private where(): Range | null {
    return siteRange(this.request.program, this.worker?.place() ?? -1);
  }
}

function siteRange(program: Program, index: number): Range | null {
  const site = program.sites[index];
  if (!site) return null;
  const [file, line, column, endLine, endColumn] = site.range;
  return { file, line, column, endLine, endColumn };
}

/** Whether this is the text of a pass, or the byte where the text begins in a file. */
const isBody = (body: unknown): boolean => typeof body === 'string' || (Number.isSafeInteger(body) && Number(body) >= 0);

const isLoss = (loss: unknown): boolean => loss === null || isScalar(loss);

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
