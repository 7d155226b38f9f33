import * as vscode from 'vscode';
import type { LinkedProgram } from '../../language/link.js';
import { SourceError } from '../../language/sourceError.js';
import type { ExplainRequest, Explanation } from '../../protocol/explanation.js';
import type { Field, FieldRequest } from '../../protocol/field.js';
import type { Program, Progress, RunRequest } from '../../protocol/runnerApi.js';
import { emptyRun, type Range, type Run, type RunError, type RunMode, type TensorData } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import type { Reader } from '../../reader/client/reader.js';
import type { HostEvents, RunClient, RunHandle } from '../../run/client/runClient.js';
import { ModelFiles } from '../files/modelFiles.js';
import type { Outside } from '../files/outside.js';
import { Reach } from '../files/reach.js';
import { withLeaves } from '../../graph/leaves.js';
import { RunIndex } from '../../insight/results/runIndex.js';
import { settings } from '../settings.js';
import type { AutoBackend } from './autoBackend.js';
import { namesWebgl, runToItsEnd } from './lostCard.js';
import { type Experience, learned } from './faster.js';
import { MovedNumbers } from './movedNumbers.js';
import { Sources } from './sources.js';
import { Staleness } from './staleness.js';
import { Trial, type TrialResult } from './trial.js';

/** The most elements of a tensor that a trial sends. The prediction of the loss needs the elements of the leaves. */
const TRIAL_VALUES = 4096;
/** A run that ends within this time is not announced, so that nothing flickers while Live follows the typing. */
const ANNOUNCE_MS = 200;
/** How long outdated results wait for a run by Live to begin and end before they are shown as outdated. */
const STALE_MS = 600;

/**
 * What changed: the results, whether a run goes on (announced after a moment), its progress, the text under the
 * results, whether the results are shown as outdated, the chosen pass, or the moved numbers.
 */
export type SessionChange = 'run' | 'running' | 'progress' | 'text' | 'stale' | 'pass' | 'moved';

export interface Result {
  readonly run: Run;
  readonly index: RunIndex;
  readonly sources: Sources;
}

interface Running {
  readonly mode: RunMode;
  readonly reach: Reach;
  readonly sources: Sources;
  readonly began: number;
  progress: Progress | null;
  handle: RunHandle | null;
  /** Whether the run was ended because its text changed. Live soon starts another run. */
  isInterrupted: boolean;
}

/** Receives the output of the model. */
export interface OutputSink {
  begin(): void;
  lines(lines: string[]): void;
}

/**
 * One model file: its source, its current run, its results. All state is in this class, and everything that is shown is
 * derived from it.
 */
export class ModelSession implements vscode.Disposable {
  readonly files: ModelFiles;
  private readonly changed = new vscode.EventEmitter<SessionChange>();
  readonly onDidChange = this.changed.event;
  private current: Running | null = null;
  private last: Result | null = null;
  private shown: (Result & { handle: RunHandle | null }) | null = null;
  /** The result with moved numbers; null while no number is moved. */
  private tried: TrialResult | null = null;
  private moving: MovedNumbers | undefined;
  private chosen: number | null = null;
  private isStopped = false;
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private readonly staleness = new Staleness(
    () => this.stale,
    () => this.changed.fire('stale'),
  );
  /** The sizes and times of the model's runs, for the setting `auto`. */
  private experience: Experience | null = null;
  /** The mode of the last run, which Live repeats. */
  mode: RunMode = 'backward';

  constructor(
    readonly uri: vscode.Uri,
    private readonly client: RunClient,
    private readonly reader: Reader,
    private readonly output: OutputSink,
    private readonly outside: Outside,
    private readonly auto: AutoBackend,
  ) {
    this.files = new ModelFiles(uri);
  }

  get name(): string {
    return this.files.entry;
  }

  get running(): Readonly<Pick<Running, 'mode' | 'progress' | 'began' | 'handle' | 'sources'>> | null {
    return this.current;
  }

  /** The last run that computed something. Hovers, hints and the panel show it. */
  get result(): Result | null {
    return this.tried ?? this.shown;
  }

  /** Whether the shown result is that of moved numbers. */
  get isTrying(): boolean {
    return this.tried !== null;
  }

  /** The numbers that are moved. */
  get moved(): MovedNumbers {
    return (this.moving ??= new MovedNumbers(this, () => this.changed.fire('moved')));
  }

  /** The last run, even when it failed before it computed anything. Diagnostics show it. */
  get latest(): Result | null {
    return this.last;
  }

  /** Whether the shown result no longer matches the source. */
  get stale(): boolean {
    return this.tried === null && this.shown !== null && (this.shown.run !== this.last?.run || this.shown.sources.stale);
  }

  /** Whether the editor and the panel must show the result as outdated. */
  get shownStale(): boolean {
    return this.staleness.shown;
  }

  /** Whether neither the last run nor the current one used the present text. */
  get isOutOfDate(): boolean {
    return this.current?.isInterrupted === true || ((this.current ?? this.last)?.sources.stale ?? false);
  }

  /** Whether edits may run the model again: it was run, and was not stopped since. */
  get isLive(): boolean {
    return (this.last !== null || this.current !== null) && !this.isStopped;
  }

  /** The pass that hovers and hints show; null for the last one. */
  get chosenPass(): number | null {
    return this.chosen;
  }

  /**
   * Runs the model as its editors have it. Ends the current run. Returns null when a newer run replaced this one.
   * @param patience milliseconds from now in which a failed run is not yet shown, because its text may be half typed
   */
  async start(mode: RunMode, by: 'hand' | 'live' = 'hand', patience = 0): Promise<Run | null> {
    this.current?.handle?.dispose();
    const reach = this.reach(by);
    const running: Running = {
      mode,
      reach,
      sources: new Sources(this.files, reach, this.reader),
      began: Date.now(),
      progress: null,
      handle: null,
      isInterrupted: false,
    };
    this.current = running;
    this.mode = mode;
    this.isStopped = false;
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.changed.fire('running'), ANNOUNCE_MS);
    const run = await this.execute(running);
    const left = running.began + patience - Date.now();
    if (run.status === 'error' && left > 0) await this.unannounced(left);
    if (this.current !== running || running.isInterrupted) return null;
    this.current = null;
    return this.adopt(run, running);
  }

  private async unannounced(ms: number): Promise<void> {
    clearTimeout(this.announcing);
    await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Ends a run whose text has changed, at once. Its results are useless, and it would slow the typing down. */
  interrupt(): void {
    const { current } = this;
    if (!current || current.isInterrupted || !current.sources.stale) return;
    current.isInterrupted = true;
    current.handle?.dispose();
  }

  /** Prepares for a run that will begin soon. */
  prepare(): void {
    this.client.warm();
    this.reader.warm();
  }

  stop(): void {
    this.isStopped = true;
    if (this.current?.handle && !this.current.isInterrupted) this.current.handle.stop();
    else if (this.current) this.abandon();
  }

  /** Chooses a pass. If it is the last one, the last pass of the next run is shown too. */
  choosePass(pass: number): void {
    const chosen = pass === this.shown?.index.lastPass?.index ? null : pass;
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    this.changed.fire('pass');
  }

  async tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null> {
    return (await (this.tried ?? this.shown)?.handle?.tensor({ pass, node, which })) ?? null;
  }

  async explain(request: ExplainRequest): Promise<Explanation | null> {
    return (await (this.tried ?? this.shown)?.handle?.explain(request)) ?? null;
  }

  async field(request: FieldRequest): Promise<Field | null> {
    return (await (this.tried ?? this.shown)?.handle?.field(request)) ?? null;
  }

  /**
   * Prepares the model, as its editors have it, to run again and again with other numbers.
   * @throws SourceError when it is no valid program
   */
  async trial(): Promise<Trial> {
    const reach = this.reach('live');
    const sources = new Sources(this.files, reach, this.reader);
    const linked = await this.reader.link(this.files.entry, sources.read, { movable: true });
    const request = { ...this.requestFor(linked.program), maxValues: TRIAL_VALUES };
    const events = { ...unheard(reach), writeFile: (path: string, content: Uint8Array) => reach.write(path, content) };
    const options = { timeLimit: settings.timeLimit(this.uri), events, locate: this.locator(linked) };
    return new Trial(this.client, linked, request, options, sources);
  }

  /**
   * Runs another text instead of the model's, such as the text of a commit, and does not show the result.
   * @throws SourceError when it is no valid program
   */
  runText(text: string): Promise<Run> {
    const { entry } = this.files;
    return this.aside((reach) => this.reader.link(entry, (file) => (file === entry ? Promise.resolve(text) : reach.text(file))));
  }

  /** Runs the model as its editors have it, without showing the result. Keeps its last pass, with the steps that an export writes. @throws SourceError */
  withSteps(): Promise<Run> {
    const more = { mode: 'backward', backend: 'cpu', maxValues: 0, maxPasses: 1, withSteps: true } as const;
    return this.aside((reach) => this.reader.link(this.files.entry, new Sources(this.files, reach, this.reader).read), more);
  }

  private async aside(linked: (reach: Reach) => Promise<LinkedProgram>, more: Partial<RunRequest> = {}): Promise<Run> {
    const reach = this.reach('live');
    const { program } = await linked(reach);
    const events = { ...unheard(reach), writeFile: () => Promise.resolve() };
    const handle = this.client.run({ ...this.requestFor(program), ...more }, { timeLimit: settings.timeLimit(this.uri), events });
    try {
      return await handle.done;
    } finally {
      handle.dispose();
    }
  }

  /** Shows the result with moved numbers instead of the last run. With null, the last run is shown again. */
  try(result: TrialResult | null): void {
    this.tried = result;
    this.changed.fire('run');
  }

  edited(event: vscode.TextDocumentChangeEvent): void {
    this.follow((sources) => sources.edited(event));
  }

  replaced(uri: vscode.Uri, text: string): void {
    this.follow((sources) => sources.replaced(uri, text));
  }

  dispose(): void {
    this.abandon();
    this.moving?.dispose();
    this.shown?.handle?.dispose();
    this.staleness.dispose();
    this.changed.dispose();
  }

  private abandon(): void {
    const { current } = this;
    this.current = null;
    clearTimeout(this.announcing);
    current?.handle?.dispose();
    if (current) this.changed.fire('running');
  }

  private follow(update: (sources: Sources) => boolean): void {
    const all = new Set([this.current?.sources, this.last?.sources, this.shown?.sources, this.tried?.sources]);
    let ours = false;
    for (const sources of all) if (sources && update(sources)) ours = true;
    if (!ours) return;
    this.changed.fire('text');
    const { mode, delay } = settings.live(this.uri);
    this.staleness.follow(this.isLive && mode === 'onType' ? delay + STALE_MS : 0);
  }

  private async execute(running: Running): Promise<Run> {
    const { mode, sources } = running;
    let run: Promise<Run>;
    try {
      const isWanted = () => this.current === running && !running.isInterrupted;
      const linked = await this.reader.link(this.files.entry, sources.read, { isWanted });
      if (!isWanted()) throw new Error('superseded');
      this.output.begin();
      const options = { timeLimit: settings.timeLimit(this.uri), events: this.events(running), locate: this.locator(linked) };
      const start = (request: RunRequest) => (running.handle = this.client.run(request, options));
      run = runToItsEnd(this.requestFor(linked.program, mode), start, (sentence) => this.output.lines([sentence]));
      void sources.prepare();
    } catch (error) {
      return emptyRun({ file: this.files.entry, mode, backend: 'cpu', status: 'error', error: asRunError(error) });
    }
    const done = await run;
    return done.status === 'timeout' && done.error ? { ...done, error: { ...done.error, message: timeoutSentence(this.uri) } } : done;
  }

  private locator(linked: LinkedProgram): (stack: string) => Promise<Range | null> {
    return (stack) => this.reader.locate(linked, stack);
  }

  /** The request for a run of a program, from the settings. */
  private requestFor(program: Program, mode = this.mode): RunRequest {
    return {
      ...settings.request(this.uri),
      ...settings.backend(this.uri, namesWebgl(program), () => this.auto.choose(this.experience)),
      program,
      mode,
    };
  }

  private events(running: Running): HostEvents {
    return {
      output: (lines) => this.output.lines(lines),
      progress: (progress) => {
        running.progress = progress;
        if (this.current === running) this.changed.fire('progress');
      },
      readFile: (path) => running.reach.read(path),
      writeFile: (path, content) => running.reach.write(path, content),
    };
  }

  private async askFor(path: string): Promise<void> {
    if (await this.outside.ask(this.name, path)) await this.start(this.mode);
  }

  private reach(by: 'hand' | 'live'): Reach {
    const { tensorBytes } = settings.request(this.uri).limits;
    return new Reach(this.files, this.outside, by === 'live', tensorBytes, {
      refused: (path) => void this.askFor(path),
      kept: (path) => this.output.lines([t("'{0}' was not written: a run by Live keeps it to its end. Run the model to write it.", path)]),
    });
  }

  private adopt(computed: Run, { sources, handle }: Running): Run {
    this.experience = learned(this.experience, computed);
    if (settings.isAuto(this.uri)) void this.auto.measure(this.experience, (sentence) => this.output.lines([sentence]));
    const run = withLeaves(computed);
    const result = { run, index: new RunIndex(run), sources, handle };
    this.last = result;
    this.tried = null;
    if (run.passes.length > 0 || run.bindings.length > 0 || run.figures || !this.shown) {
      this.shown?.handle?.dispose();
      this.shown = result;
      if (this.chosen !== null && this.chosen >= run.pass_count) this.chosen = null;
    } else {
      handle?.dispose();
    }
    clearTimeout(this.announcing);
    this.staleness.settle();
    this.changed.fire('run');
    return run;
  }
}

const timeoutSentence = (uri: vscode.Uri): string =>
  t('The run was ended after {0} s, the time limit of the setting tensorLens.timeLimit.', settings.timeLimit(uri) / 1000);

function asRunError(error: unknown): RunError {
  if (error instanceof SourceError) return { name: error.name, message: error.message, source: error.range };
  return { name: 'Error', message: error instanceof Error ? error.message : String(error), source: null };
}

/** The events of a run that is not shown while it goes on. */
const unheard = (reach: Reach): Pick<HostEvents, 'output' | 'progress' | 'readFile'> => ({
  output: () => {},
  progress: () => {},
  readFile: (path) => reach.read(path),
});
