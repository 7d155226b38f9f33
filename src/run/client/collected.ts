import type { FinishedRun, NamedLoss, PassHead } from '../../protocol/runnerApi.js';
import type { Binding, Losses as Curve, Pass, Range, Run, Scalar } from '../../protocol/trace.js';
import { numberOf } from '../../protocol/scalars.js';
import { KeptFigures } from './keptFigures.js';
import { PassTexts } from './passTexts.js';
import { Losses } from '../../trace/recording/losses.js';

/** The most lines of output kept. The runner sends no more, and its last line says that it left some out. */
const MOST_LINES = 10_001;

/** The fewest passes that are kept. It is more than the number that always stay, whatever the stride is. */
const LEAST = 8;

/** What a run has sent so far. It stays here even when the run is stopped or crashes. */
export class Collected {
  readonly lines: string[] = [];
  /** The bindings that were sent last. */
  bindings: Binding[] = [];
  readonly figures = new KeptFigures();
  private readonly losses = new Losses();
  private readonly texts: PassTexts;
  private passes = new Map<number, Pass>();
  private stride = 1;

  /**
   * @param maxPasses passes to keep
   * @param unreadable called when the text of a pass cannot be read
   */
  constructor(
    private readonly maxPasses: number,
    unreadable: () => void,
  ) {
    this.texts = new PassTexts(unreadable);
  }

  /** The place of the operation that failed. */
  set failedAt(source: Range | null) {
    this.texts.failedAt = source;
  }

  addLines(lines: readonly string[]): void {
    this.lines.push(...lines.slice(0, MOST_LINES - this.lines.length));
  }

  addLoss(loss: Scalar | null, named: readonly NamedLoss<Scalar>[]): void {
    this.losses.add(
      loss === null ? null : numberOf(loss),
      named.map(([name, pass, one]) => [name, pass, numberOf(one)]),
    );
  }

  /** @param text returns null when the text cannot be read any more */
  addPass(head: PassHead, text: () => string | null): void {
    this.passes.set(head.index, this.texts.pass(head, text));
    // The runner may drop passes as it goes on. This side drops passes in the same steps, so it still has those that
    // the runner keeps.
    const most = Math.max(LEAST, 2 * this.maxPasses + 2);
    if (this.passes.size <= most) return;
    this.thin();
    for (; this.passes.size > most; this.thin()) this.stride *= 2;
  }

  /** The document of a run that reached its end. */
  finished({ kept, ...run }: FinishedRun): Run {
    return { ...run, ...this.common(), passes: kept.flatMap((index) => this.passes.get(index) ?? []) };
  }

  /** What is known of a run that did not reach its end. */
  get unfinished(): Pick<Run, 'output' | 'figures' | 'bindings' | 'passes' | 'pass_count' | keyof Curve> {
    return { ...this.common(), bindings: this.bindings, passes: this.evenly() };
  }

  /** The losses so far. */
  get curve(): Curve {
    const { pass_count: _, ...curve } = this.losses.written();
    return curve;
  }

  private common() {
    return { output: this.lines, ...this.losses.written(), ...this.figures.written };
  }

  /**
   * Keeps the passes at a stride (as in keptPasses.ts), the first pass with a broken loss and the one before it, the
   * last pass with gradients, and the latest.
   */
  private thin(): void {
    const all = [...this.passes.values()].sort((a, b) => a.index - b.index);
    const broken = all.findIndex(({ loss }) => loss !== null && !Number.isFinite(loss));
    const trained = all.findLast(({ backward }) => backward);
    const stays = (pass: Pass, i: number) =>
      pass.index % this.stride === 0 || pass === all.at(-1) || pass === trained || (broken >= 0 && (i === broken || i === broken - 1));
    this.passes = new Map(all.filter(stays).map((each) => [each.index, each]));
  }

  /** The first pass, the last one, and passes evenly spread between them. */
  private evenly(): Pass[] {
    const all = [...this.passes.values()].sort((a, b) => a.index - b.index);
    const { maxPasses } = this;
    if (all.length <= maxPasses) return all;
    const step = (all.length - 1) / Math.max(1, maxPasses - 1);
    const places = Array.from({ length: maxPasses }, (_, i) => (maxPasses === 1 ? all.length - 1 : Math.round(i * step)));
    // The last pass with gradients also stays: it shows the result of training when passes without gradients follow.
    const trained = all.findLastIndex(({ backward }) => backward);
    return all.filter((_, i) => i === trained || places.includes(i));
  }
}
