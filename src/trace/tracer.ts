/**
 * The trace of one run: what compiled code calls as `__tl`, what the engine reports to, and the
 * document in the end. Ends a run from within: once it is to end, every place in the source and
 * every operation throws, so that no `catch` of the model keeps it going.
 */
import { modulesOf, operationOf } from '../engine/errors.js';
import { Module } from '../engine/nn/module.js';
import { Parameter } from '../engine/nn/parameter.js';
import { Tensor } from '../engine/tensor.js';
import { POSITION_END, POSITION_SITE, type Progress, type RunRequest, type TensorRequest } from '../protocol/runnerApi.js';
import type { Diagnostic, Range, Run, TensorData } from '../protocol/trace.js';
import { Bindings } from './writing/bindings.js';
import { diagnose } from './checks/index.js';
import { explainFailure } from './failures/explain.js';
import { KeptPasses } from './writing/keptPasses.js';
import { Losses } from './recording/losses.js';
import { operationDocs } from './writing/operationDocs.js';
import { siteRange } from './writing/passDocument.js';
import { Recorder } from './recording/recorder.js';
import type { PassRecord } from './recording/records.js';
import { summaryOf } from './writing/summary.js';
import { operatorCalls } from './operators.js';

/** Why a run was ended from within. */
export type Ending = 'forward' | 'passes' | 'asked';

export class RunEnded extends Error {
  override name = 'RunEnded';

  constructor(readonly ending: Ending) {
    super('The run was ended.');
  }
}

export type TraceRequest = Pick<RunRequest, 'mode' | 'maxValues' | 'maxPasses' | 'passes' | 'limits' | 'position'> & {
  program: Pick<RunRequest['program'], 'sites'>;
};

export interface TraceOptions {
  /** Called at most some ten times a second. */
  progress(progress: Progress): void;
  now: () => number;
}

const PROGRESS_MS = 100;
/** Milliseconds that a run has for writing its passes once it was asked to end. Passes that are not needed are left out after that. */
const WRITING_MS = 100;
/** How many calls and operations go by between two looks at the clock. A power of two less one, as it is used as a mask. */
const TICKS_A_LOOK = 255;

export class Tracer {
  readonly recorder: Recorder;
  /** What operators and subscripts of the model are rewritten to. */
  readonly operators = operatorCalls((site) => this.recorder.tag(site));
  /** Settled when the run is to end. */
  readonly ended: Promise<RunEnded>;
  private readonly bindings: Bindings;
  private readonly passes: KeptPasses;
  private readonly losses = new Losses();
  private readonly position: Int32Array | null;
  private ending: RunEnded | null = null;
  private tellEnded!: (ending: RunEnded) => void;
  private thrown: { value: unknown; site: number } | null = null;
  private reported = 0;
  private ticks = 0;
  private isFinished = false;

  constructor(
    private readonly request: TraceRequest,
    private readonly options: TraceOptions,
  ) {
    const { sites } = request.program;
    this.recorder = new Recorder(
      {
        passEnded: (pass) => this.passEnded(pass),
        backwardBegins: () => {
          if (this.request.mode === 'forward') this.end('forward');
        },
        overflowing: (pass) => this.relieve(pass),
        mayGoOn: () => this.mayGoOn(),
      },
      request.limits.keptBytes,
      options.now,
    );
    this.bindings = new Bindings(this.recorder, sites);
    this.passes = new KeptPasses(sites, { ...request, keptBytes: request.limits.keptBytes });
    this.position = request.position ? new Int32Array(request.position) : null;
    this.ended = new Promise((resolve) => (this.tellEnded = resolve));
  }

  /** A name was bound. */
  b<T>(site: number, value: T): T {
    if (value instanceof Tensor) this.bindings.bind(site, value);
    return value;
  }

  /** A call returned. */
  c<T>(site: number, value: T): T {
    this.recorder.tag(site);
    if (value instanceof Parameter || (typeof value === 'function' && value instanceof Module)) this.recorder.made(site, value);
    this.mayGoOn();
    return value;
  }

  /** A turn of a loop begins. */
  l(site: number): void {
    if (this.position) {
      Atomics.store(this.position, POSITION_SITE, site + 1);
      if (Atomics.load(this.position, POSITION_END) !== 0) this.end('asked');
    }
    this.mayGoOn();
  }

  /** Something is about to be thrown. */
  t<T>(site: number, value: T): T {
    this.thrown = { value, site };
    return value;
  }

  /** The value of a destructuring assignment, whose names were reported among the arguments. */
  v<T>(value: T): T {
    return value;
  }

  /** Where `value` was thrown by the model's own `throw`, if it was thrown last. */
  throwSite(value: unknown): Range | null {
    return this.thrown && this.thrown.value === value ? siteRange(this.request.program.sites[this.thrown.site]) : null;
  }

  /** Ends the pass that is going on, and writes all passes and bindings that are kept. To be called once. */
  finish(): Pick<Run, 'passes' | 'pass_count' | 'losses' | 'loss_stride' | 'bindings' | 'operations'> {
    this.isFinished = true;
    const { pass } = this.recorder;
    if (pass.failed || pass.shown().some(({ kind }) => kind === 'op')) this.recorder.endPass();
    const began = this.options.now();
    const passes = this.passes.finish(() => this.ending?.ending === 'asked' && this.options.now() - began > WRITING_MS);
    const bindings = this.bindings.write(this.passes, this.request.maxValues);
    return { passes, ...this.losses.written(), bindings, operations: operationDocs(passes) };
  }

  /** The run ends with this error. @returns the explanation of the error, or null where there is none */
  failed(error: unknown): Diagnostic | null {
    const operation = error instanceof Error ? operationOf(error) : null;
    // An operation that fails in the backward pass is in the graph already.
    if (operation && operation.name !== 'backward') this.recorder.failed(operation, modulesOf(error as Error));
    return explainFailure(error, { sites: this.request.program.sites, training: this.recorder.training });
  }

  /** The diagnostics of the finished run: checks read the passes that were kept, and what was seen while the run went on. */
  diagnose(run: Run): Diagnostic[] {
    const { training } = this.recorder;
    return diagnose({
      run,
      sites: this.request.program.sites,
      training,
      leavesOf: ({ index }) => this.passes.leavesOf(index),
    });
  }

  tensor(request: TensorRequest): TensorData | null {
    return this.passes.tensor(request);
  }

  private mayGoOn(): void {
    if ((++this.ticks & TICKS_A_LOOK) === 0) this.progress();
    if (this.ending) throw this.ending;
    if (this.position && Atomics.load(this.position, POSITION_END) !== 0) this.end('asked');
  }

  private end(ending: Ending): never {
    this.ending ??= new RunEnded(ending);
    this.tellEnded(this.ending);
    throw this.ending;
  }

  private passEnded(pass: PassRecord): void {
    this.passes.add(pass);
    this.losses.add(pass.loss);
    const { passes } = this.request;
    if (passes > 0 && this.losses.count >= passes && !this.isFinished) this.end('passes');
  }

  private progress(): void {
    const now = this.options.now();
    if (now - this.reported < PROGRESS_MS) return;
    this.reported = now;
    this.options.progress({ passes: this.losses.count, loss: this.losses.last, operations: this.recorder.operations });
  }

  /** Summarises the large values of a pass before the pass ends, so that their memory can be freed. */
  private relieve({ nodes }: PassRecord): void {
    const { maxValues, limits } = this.request;
    const large = limits.keptBytes / 64;
    for (const node of nodes) {
      if (!node.value || node.bytes < large) continue;
      summaryOf(node.value, maxValues);
      node.forgetValue();
    }
  }
}
