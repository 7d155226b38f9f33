/**
 * The trace of one run: the functions that compiled code calls as `__tl`, the listener of the engine, and the document
 * in the end. It also ends a run from within: once the run must end, every place in the source and every operation
 * throws. So no `catch` of the model can keep the run going.
 */
import { computesAgain } from '../engine/autograd/checkpoint.js';
import { modulesOf, operationOf, RuntimeError } from '../engine/errors.js';
import { isA } from '../engine/isA.js';
import { Module } from '../engine/nn/module.js';
import { Parameter } from '../engine/nn/parameter.js';
import { Storage } from '../engine/storage.js';
import { Tensor } from '../engine/tensor/tensor.js';
import type { ExplainRequest, Explanation } from '../protocol/explanation.js';
import type { Field, FieldRequest } from '../protocol/field.js';
import type { NamedLoss, Progress, RunRequest, TensorRequest } from '../protocol/runnerApi.js';
import type { Binding, Diagnostic, Losses as Curve, Pass, Range, Run, TensorData } from '../protocol/trace.js';
import { Bindings } from './writing/bindings.js';
import { diagnose } from './checks/index.js';
import { KeptPasses } from './writing/keptPasses.js';
import { NamedLosses, speaksOfLoss } from './recording/lossLines.js';
import { Losses } from './recording/losses.js';
import { operationDocs } from './writing/operationDocs.js';
import { siteRange } from './writing/passDocument.js';
import { Recorder } from './recording/recorder.js';
import type { Move } from './recording/moves.js';
import { nodeOf } from './recording/nodesOf.js';
import type { NodeRecord, PassRecord } from './recording/records.js';
import { shortName } from './recording/shortName.js';
import { summaryOf } from './writing/summary.js';
import { operatorCalls } from './operators.js';
import type * as Telling from './telling.js';

/** Why a run was ended from within. */
export type Ending = 'forward' | 'passes' | 'asked' | 'memory';

export class RunEnded extends Error {
  override name = 'RunEnded';

  constructor(readonly ending: Ending) {
    super('The run was ended.');
  }
}

export type TraceRequest = Pick<RunRequest, 'mode' | 'maxValues' | 'maxPasses' | 'passes' | 'keep' | 'limits' | 'withSteps' | 'moved'> & {
  program: Pick<RunRequest['program'], 'sites'>;
};

export interface TraceOptions {
  /** Called about ten times a second at most. */
  progress(progress: Progress): void;
  now: () => number;
  /** Loads the code for explanations. */
  telling: () => typeof Telling;
  /** A pass ended. */
  passEnded?(loss: number | null, named: readonly NamedLoss[]): void;
  /** A pass in its written form, as soon as it is written. */
  written?(pass: Pass): void;
  /** The bindings so far. */
  bound?(bindings: Binding[]): void;
  /** Records the place that the run has reached, and returns whether it may go on. Called some fifty times a second, and at each new place. */
  look?(site: number): 'go on' | 'end' | 'memory';
}

const PROGRESS_MS = 100;
/** Milliseconds that a run has for writing its passes after it was asked to end. After that, passes that are not needed are left out. */
const WRITING_MS = 100;
/** How many calls and loop iterations (a power of two, less one) pass between looks at the clock. An operation counts as several. */
const TICKS_A_CLOCK = 255;
const TICKS_AN_OPERATION = 16;
/** The time for sending bindings during the run: so many milliseconds, and this share of the time. */
const STREAM_MS = 10;
const STREAM_SHARE = 0.03;
/** After an operation that took this long, the clock is read. */
const LONG_MS = 1;
const LOOK_MS = 20;
/** The values of the current pass may hold so many bytes, however little is kept of finished ones. */
const LEAST_BYTES = 2 ** 20;
/** Values of so few bytes are not let go of. The loss is one of them. */
const FEW_BYTES = 64;

const noSuchPlace = (): RuntimeError => new RuntimeError('There is no such place in this program.');

export class Tracer {
  readonly recorder: Recorder;
  /** Whether tensors cannot be read any more, because the graphics card was lost. */
  areGone = (): boolean => false;
  /** The functions that replace operators and subscripts of the model. */
  readonly operators = operatorCalls((site) => this.recorder.tag(this.known(site)));
  /** Resolves when the run must end. */
  readonly ended: Promise<RunEnded>;
  private readonly bindings: Bindings;
  private readonly passes: KeptPasses;
  private readonly losses = new Losses();
  private readonly named = new NamedLosses();
  /** For each site that binds a name: whether the name sounds like a loss. */
  private readonly holdsLoss: boolean[] = [];
  private ending: RunEnded | null = null;
  private tellEnded!: (ending: RunEnded) => void;
  private thrown: { value: unknown; site: number } | null = null;
  private reported = 0;
  private looked = 0;
  private ticks = 0;
  /** The last place that was reached. */
  private at = -1;
  /** Milliseconds spent so far on sending bindings during the run. */
  private spent = 0;
  private readonly began: number;
  /** The bytes that the values of the current pass may hold. */
  private readonly passBytes: number;
  private isFinished = false;
  private isBinding = false;
  /** Callbacks that wait until the current call returns. */
  private waiting: ((place: Range | null, pass: number) => void)[] = [];

  constructor(
    private readonly request: TraceRequest,
    private readonly options: TraceOptions,
  ) {
    const { sites } = request.program;
    this.began = options.now();
    this.passBytes = Math.max(request.limits.keptBytes, LEAST_BYTES);
    this.recorder = new Recorder(
      {
        passEnded: (pass) => this.passEnded(pass),
        backwardBegins: () => {
          if (this.request.mode === 'forward') this.end('forward');
        },
        overflowing: (pass) => this.relieve(pass),
        mayGoOn: (ms) => this.worked(ms),
      },
      this.passBytes,
      options.now,
      request.withSteps,
    );
    this.bindings = new Bindings(this.recorder, sites);
    const written = (pass: Pass) => {
      options.written?.(pass);
      this.streamBindings();
    };
    this.passes = new KeptPasses(sites, { ...request, keptBytes: request.limits.keptBytes }, { now: options.now, written });
    this.ended = new Promise((resolve) => (this.tellEnded = resolve));
  }

  /** A name was bound. */
  b<T>(site: number, value: T): T {
    if (computesAgain()) return value;
    const name = this.request.program.sites[site]?.name;
    if (name === undefined) throw noSuchPlace();
    if (typeof value === 'number') this.boundLoss(site, name, value);
    if (typeof value === 'function' && isA(value, Module)) this.recorder.modules.name(value, name);
    // A proxy of a tensor calls the model when it is inspected. Names that the model binds during that are not
    // inspected.
    if (this.isBinding || !isA(value, Tensor) || !isA(value.storage, Storage)) return value;
    this.isBinding = true;
    try {
      this.bindings.bind(site, value);
      const node = nodeOf(value);
      if (node?.kind === 'op' && node.dtype.is_floating_point && node.value?.numel === 1) this.boundLoss(site, name, node);
    } finally {
      this.isBinding = false;
    }
    return value;
  }

  private boundLoss(site: number, name: string, value: NodeRecord | number): void {
    if ((this.holdsLoss[site] ??= speaksOfLoss(name))) this.named.bound(shortName(name), value, this.recorder.pass);
  }

  /** A call returned. */
  c<T>(site: number, value: T): T {
    if (computesAgain()) return value;
    this.at = this.known(site);
    this.recorder.tag(site);
    if (isA(value, Parameter) || (typeof value === 'function' && isA(value, Module))) this.recorder.made(site, value);
    if (this.waiting.length > 0) this.tellPlace(siteRange(this.request.program.sites[site]));
    this.mayGoOn();
    return value;
  }

  /** Calls back when the current call returns, with its place and with the pass that ended last. */
  whenReturned(then: (place: Range | null, pass: number) => void): void {
    this.waiting.push(then);
  }

  private tellPlace(place: Range | null): void {
    const { waiting } = this;
    this.waiting = [];
    for (const then of waiting) then(place, Math.max(0, this.losses.count - 1));
  }

  /** An iteration of a loop begins. */
  l(site: number): void {
    this.at = this.known(site);
    this.mayGoOn();
  }

  /** A call is about to be made for the first time. If it never returns, this is the place of the run. */
  m(site: number): void {
    this.at = this.known(site);
    this.look();
  }

  /** Something is about to be thrown. */
  t<T>(site: number, value: T): T {
    this.thrown = { value, site: this.known(site) };
    return value;
  }

  /** The value of a destructuring assignment. Its names were reported among the arguments. */
  v<T>(value: T): T {
    return value;
  }

  /** A place of the program. A model can call what compiled code calls, with anything. */
  private known(site: number): number {
    if (site >= 0 && site < this.request.program.sites.length && Number.isInteger(site)) return site;
    throw noSuchPlace();
  }

  /** The last place that was reached. */
  get place(): Range | null {
    return siteRange(this.request.program.sites[this.at]);
  }

  /** The place of the model's own `throw`, if `value` was the last thing thrown. */
  throwSite(value: unknown): Range | null {
    return this.thrown && this.thrown.value === value ? siteRange(this.request.program.sites[this.thrown.site]) : null;
  }

  /** Ends the current pass, and writes all passes and bindings that are kept. To be called once. */
  finish(): Pick<Run, 'passes' | 'pass_count' | keyof Curve | 'bindings' | 'operations' | 'health'> {
    this.isFinished = true;
    const { sites } = this.request.program;
    this.tellPlace(null);
    const { pass } = this.recorder;
    if (!this.areGone() && (pass.failed || pass.shown().some(({ kind }) => kind === 'op'))) this.recorder.endPass();
    const began = this.options.now();
    const passes = this.passes.finish(() => this.ending?.ending === 'asked' && this.options.now() - began > WRITING_MS, this.areGone);
    const bindings = this.bindings.write(this.passes, this.request.maxValues);
    return { passes, ...this.losses.written(), bindings, operations: operationDocs(passes), ...this.recorder.health.document(sites) };
  }

  /** The run ends with this error. @returns the explanation of the error, or null where there is none */
  failed(error: unknown): Diagnostic | null {
    const operation = error instanceof Error ? operationOf(error) : null;
    // An operation that fails in the backward pass is in the graph already.
    if (operation && operation.name !== 'backward') this.recorder.failed(operation, modulesOf(error as Error));
    return this.options
      .telling()
      .explainFailure(error, { sites: this.request.program.sites, training: this.recorder.training, pass: this.recorder.walked });
  }

  /** The diagnostics of the finished run. Checks read the kept passes and what was observed during the run. */
  diagnose(run: Run): Diagnostic[] {
    const { training } = this.recorder;
    return diagnose({
      run,
      sites: this.request.program.sites,
      training,
      leavesOf: ({ index }) => this.passes.leavesOf(index),
    });
  }

  /** The first use of a leaf of a kept pass, see moves.ts; null where nothing uses it. */
  firstUse(pass: number, node: string): Pick<Move, 'operation' | 'input'> | null {
    const { record } = this.passes.withId(pass, node) ?? {};
    return record && record.kind === 'leaf' ? record.firstUse : null;
  }

  tensor(request: TensorRequest): TensorData | null {
    return this.passes.tensor(request);
  }

  /** Why a number of a kept pass is what it is. Null where that is no longer known. */
  explain({ pass, node, which, entry }: ExplainRequest): Explanation | null {
    const found = this.passes.withId(pass, node);
    return found && this.options.telling().explain(found.record, which, entry, found.ids, this.request.program.sites);
  }

  /** A number of a kept pass as a function of two others. Null where the pass cannot be computed again. */
  field(request: FieldRequest): Field | null {
    const pass = this.passes.recordOf(request.pass);
    if (!pass) return null;
    return this.options.telling().fieldOf(request, {
      pass,
      node: (id) => this.passes.withId(request.pass, id)?.record ?? null,
      through: (node) => this.passes.through(node),
      now: this.options.now,
    });
  }

  /** Ends the run from outside: at once when it is waiting, else at the next place. */
  ask(): void {
    this.ending ??= new RunEnded('asked');
    this.tellEnded(this.ending);
  }

  private mayGoOn(): void {
    if ((++this.ticks & TICKS_A_CLOCK) === 0) this.tick();
    if (this.ending) throw this.ending;
  }

  /** An operation ran. */
  private worked(ms: number): void {
    this.ticks += TICKS_AN_OPERATION;
    if (ms > LONG_MS || (this.ticks & TICKS_A_CLOCK) < TICKS_AN_OPERATION) this.tick();
    if (this.ending) throw this.ending;
  }

  private tick(): void {
    const now = this.options.now();
    if (now - this.looked < LOOK_MS) return;
    this.looked = now;
    this.look();
    this.progress(now);
  }

  private look(): void {
    const answer = this.options.look?.(this.at) ?? 'go on';
    if (answer !== 'go on') this.end(answer === 'end' ? 'asked' : 'memory');
  }

  private end(ending: Ending): never {
    this.ending ??= new RunEnded(ending);
    this.tellEnded(this.ending);
    throw this.ending;
  }

  private passEnded(pass: PassRecord): void {
    this.bindings.passEnded(pass);
    const named = this.named.passEnded(pass);
    this.losses.add(pass.loss, named);
    this.options.passEnded?.(pass.loss, named);
    this.passes.add(pass);
    const { passes } = this.request;
    if (passes > 0 && this.losses.count >= passes && !this.isFinished) this.end('passes');
  }

  /** Sends the bindings after a pass was sent, as long as that takes a small share of the time. */
  private streamBindings(): void {
    const { bound, now } = this.options;
    const began = now();
    if (!bound || this.isFinished || this.spent > Math.max(STREAM_MS, (began - this.began) * STREAM_SHARE)) return;
    bound(this.bindings.write(this.passes, this.request.maxValues));
    this.spent += now() - began;
  }

  private progress(now: number): void {
    if (now - this.reported < PROGRESS_MS) return;
    this.reported = now;
    this.options.progress({ passes: this.losses.count, loss: this.losses.last, operations: this.recorder.operations });
  }

  /**
   * Summarises values of a pass before the pass ends, the largest ones first, so that their memory can be freed. Returns
   * the bytes that the rest holds: at most half of what a pass may hold, so that this happens rarely.
   */
  private relieve({ nodes }: PassRecord): number {
    const { maxValues } = this.request;
    const holding = nodes.filter((node) => node.holdsValue && node.bytes > FEW_BYTES).sort((a, b) => b.bytes - a.bytes);
    let held = holding.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const node of holding) {
      if (held <= this.passBytes / 2) break;
      summaryOf(node.value!, maxValues);
      node.forgetValue();
      held -= node.bytes;
    }
    return held;
  }
}
