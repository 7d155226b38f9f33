import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { lossChange } from '../../graph/prediction.js';
import { numberText, stepped } from '../../present/knobs.js';
import type { MovedEntry, MovedState, SourceNumber } from '../../protocol/numbers.js';
import type { Range, Run } from '../../protocol/trace.js';
import type { ModelSession } from './modelSession.js';
import type { Trial } from './trial.js';

/**
 * The moved numbers of one model. Each step runs the whole program with these numbers instead of the written ones, so
 * the result is that of a fresh run of the changed text. While a run goes on, the latest step waits.
 */
export class MovedNumbers implements vscode.Disposable {
  private trial: Trial | null = null;
  private beginning: Promise<Trial | null> | null = null;
  /** How often all moves were dropped. A run that began before the last drop is no longer wanted. */
  private turn = 0;
  private base: Run | null = null;
  private readonly values = new Map<number, number>();
  private readonly entries = new Map<string, MovedEntry>();
  private loss: MovedState['loss'] = null;
  private problem: string | undefined;
  private isRunning = false;
  private isAsked = false;
  /** Whether the edit that writes the numbers is being applied. */
  private isKeeping = false;
  private readonly following: vscode.Disposable;

  constructor(
    private readonly session: ModelSession,
    private readonly changed: () => void,
  ) {
    this.following = session.onDidChange((change) => {
      if (change === 'text' && !this.isKeeping) this.drop();
      // There is a new run of the present text.
      if (change === 'run' && !session.isTrying) this.forget();
    });
  }

  get isMoving(): boolean {
    return this.values.size + this.entries.size > 0;
  }

  get state(): MovedState | null {
    if (!this.isMoving) return null;
    const { loss, isRunning, problem } = this;
    const entries = [...this.entries.values()];
    return { numbers: [...this.values], entries, loss, isRunning, ...(problem !== undefined && { problem }) };
  }

  /** The numbers of the present text. Empty while it is no valid program. */
  async list(): Promise<readonly SourceNumber[]> {
    if (this.trial) return this.trial.numbers;
    return this.session.trial().then(
      ({ numbers }) => numbers,
      () => [],
    );
  }

  /** The current value of a number. */
  valueOf(place: number): number | undefined {
    return this.values.get(place) ?? this.trial?.numbers[place]?.value;
  }

  /** Where the moved numbers are written, with their current values. The editor shows these values there. */
  get written(): { range: Range; value: number }[] {
    return [...this.values].flatMap(([place, value]) => {
      const range = this.trial?.numbers[place]?.range;
      return range ? [{ range, value }] : [];
    });
  }

  async move(place: number, value: number): Promise<void> {
    const trial = await this.begun();
    const number = trial?.numbers[place];
    if (!number || !Number.isFinite(value)) return;
    if (Object.is(value, number.value)) this.values.delete(place);
    else this.values.set(place, value);
    await this.run();
  }

  async step(place: number, by: number): Promise<void> {
    const trial = await this.begun();
    const number = trial?.numbers[place];
    if (number) await this.move(place, stepped(number, this.valueOf(place) ?? number.value, by));
  }

  /** Moves an entry of a leaf. If a number of the source defines the entry, that number is moved. */
  async moveEntry(entry: MovedEntry): Promise<void> {
    const trial = await this.begun();
    if (!trial) return;
    const place = placeOf(entry, this.base, trial.numbers);
    if (place !== null) return this.move(place, entry.value);
    if (!trial.takesEntries) this.problem = t('Entries of this model cannot be moved: it changes what all programs share.');
    else this.entries.set(`${entry.pass} ${entry.node} ${entry.index}`, entry);
    await this.run();
  }

  /** Goes back to the written numbers. The text has never changed. */
  drop(): void {
    const { isMoving } = this;
    if (!isMoving && !this.beginning) return;
    this.forget();
    if (isMoving) this.session.try(null);
    this.changed();
  }

  /** Writes the moved numbers into the text, as one step for undo. */
  async keep(): Promise<void> {
    // The first step may still be waiting for the run with the written numbers.
    await this.beginning?.catch(() => null);
    const { trial, session } = this;
    if (!trial || !this.isMoving) return;
    const edit = new vscode.WorkspaceEdit();
    for (const [place, value] of this.values) {
      const number = trial.numbers[place]!;
      const located = trial.sources.locate(number.range);
      const line = located && (await vscode.workspace.openTextDocument(located.uri)).lineAt(located.range.start.line).text;
      if (located) edit.replace(located.uri, located.range, numberText(number, value, line!.slice(0, located.range.start.character)));
    }
    const unwritten = this.entries.size;
    this.isKeeping = true;
    try {
      if (this.values.size > 0) await vscode.workspace.applyEdit(edit);
    } finally {
      this.isKeeping = false;
    }
    if (unwritten > 0)
      void vscode.window.showInformationMessage(
        t('Entries that no number of the source says are not written down: {0} of them.', unwritten),
      );
    this.values.clear();
    this.entries.clear();
    this.changed();
    // The shown result stays until the run of the changed text is done.
    await session.start(session.mode, 'live');
  }

  dispose(): void {
    this.following.dispose();
    this.forget();
  }

  /** Null when all moves were dropped meanwhile. */
  private begun(): Promise<Trial | null> {
    return (this.beginning ??= this.begin());
  }

  private async begin(): Promise<Trial | null> {
    const { turn } = this;
    try {
      const trial = await this.session.trial();
      // A run with the written numbers, made in the same way. The other runs are compared with it.
      const { run } = await trial.run(valuesOf(trial, this.values), [], this.session.chosenPass);
      if (turn === this.turn) {
        this.base = run;
        return (this.trial = trial);
      }
      trial.dispose();
      return null;
    } catch (error) {
      if (turn === this.turn) this.beginning = null;
      throw error;
    }
  }

  private async run(): Promise<void> {
    this.isAsked = true;
    if (this.isRunning) return this.changed();
    this.isRunning = true;
    this.changed();
    while (this.isAsked && this.trial) {
      this.isAsked = false;
      const { trial, session } = this;
      const result = await trial.run(valuesOf(trial, this.values), [...this.entries.values()], session.chosenPass);
      if (this.trial !== trial) break;
      const { error } = result.run;
      this.problem = error?.message;
      this.loss = this.change(result.run);
      session.try(result);
    }
    this.isRunning = false;
    this.changed();
  }

  private change(run: Run): MovedState['loss'] {
    const shown = this.session.chosenPass;
    const passes = this.base?.passes ?? [];
    const before = passes.find(({ index }) => index === shown) ?? passes.findLast(({ backward }) => backward);
    const after = run.passes.find(({ index }) => index === before?.index);
    return before && after ? { pass: before.index, ...lossChange(before, after) } : null;
  }

  private forget(): void {
    this.turn++;
    this.trial?.dispose();
    this.trial = this.beginning = this.base = this.loss = null;
    this.problem = undefined;
    this.isAsked = false;
    const was = this.isMoving;
    this.values.clear();
    this.entries.clear();
    if (was) this.changed();
  }
}

const valuesOf = ({ numbers }: Trial, values: ReadonlyMap<number, number>): number[] =>
  numbers.map(({ value }, place) => values.get(place) ?? value);

/** The number of the source that defines an entry of a leaf. A list of data has one for each entry. */
function placeOf({ pass, node, index }: MovedEntry, run: Run | null, numbers: readonly SourceNumber[]): number | null {
  const leaf = run?.passes.find((one) => one.index === pass)?.nodes.find(({ id }) => id === node);
  const { source } = leaf ?? {};
  if (!leaf || !source || leaf.op !== 'tensor') return null;
  const within = ({ line, column }: Range) =>
    (line > source.line || (line === source.line && column >= source.column)) &&
    (line < source.endLine || (line === source.endLine && column < source.endColumn));
  const places = numbers.flatMap(({ kind, range }, place) => (kind === 'data' && range.file === source.file && within(range) ? place : []));
  return places.length === leaf.value.numel ? (places[index] ?? null) : null;
}
