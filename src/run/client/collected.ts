import type { FinishedRun, NamedLoss, PassHead } from '../../protocol/runnerApi.js';
import type { Binding, Losses as Curve, Pass, Range, Run, Scalar } from '../../protocol/trace.js';
import { numberOf } from '../../protocol/schema.js';
import { KeptFigures } from './keptFigures.js';
import { PassTexts } from './passTexts.js';
import { Losses } from '../../trace/recording/losses.js';

/** Lines of output: as many as the runner sends, which ends with a line that says so. */
const MOST_LINES = 10_001;

/** More than the passes that stay whatever the stride is. */
const LEAST = 8;

/** What a run has sent so far: it stands, whatever becomes of the run. */
export class Collected {
  readonly lines: string[] = [];
  /** As they were sent last. */
  bindings: Binding[] = [];
  readonly figures = new KeptFigures();
  private readonly losses = new Losses();
  private readonly texts: PassTexts;
  private passes = new Map<number, Pass>();
  private stride = 1;

  /**
   * @param maxPasses passes to keep
   * @param unreadable called when the text of a pass turns out to be none
   */
  constructor(
    private readonly maxPasses: number,
    unreadable: () => void,
  ) {
    this.texts = new PassTexts(unreadable);
  }

  /** Where the operation stands that failed. */
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

  /** @param text null when it cannot be had any more */
  addPass(head: PassHead, text: () => string | null): void {
    this.passes.set(head.index, this.texts.pass(head, text));
    // The runner may thin its passes out as it goes on; so does whoever only listens, in the same steps: what the runner keeps is there.
    const most = Math.max(LEAST, 2 * this.maxPasses + 2);
    if (this.passes.size <= most) return;
    this.thin();
    for (; this.passes.size > most; this.thin()) this.stride *= 2;
  }

  /** The document of a run that came to its end. */
  finished({ kept, ...run }: FinishedRun): Run {
    return { ...run, ...this.common(), passes: kept.flatMap((index) => this.passes.get(index) ?? []) };
  }

  /** What there is of a run that did not. */
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

  /** What stands at a stride, as in keptPasses.ts, what broke with the pass before it, and the latest. */
  private thin(): void {
    const all = [...this.passes.values()].sort((a, b) => a.index - b.index);
    const broken = all.findIndex(({ loss }) => loss !== null && !Number.isFinite(loss));
    const trained = all.findLast(({ backward }) => backward);
    const stays = (pass: Pass, i: number) =>
      pass.index % this.stride === 0 || pass === all.at(-1) || pass === trained || (broken >= 0 && (i === broken || i === broken - 1));
    this.passes = new Map(all.filter(stays).map((each) => [each.index, each]));
  }

  /** The first, the last, and evenly spread ones between. */
  private evenly(): Pass[] {
    const all = [...this.passes.values()].sort((a, b) => a.index - b.index);
    const { maxPasses } = this;
    if (all.length <= maxPasses) return all;
    const step = (all.length - 1) / Math.max(1, maxPasses - 1);
    const places = Array.from({ length: maxPasses }, (_, i) => (maxPasses === 1 ? all.length - 1 : Math.round(i * step)));
    // What training came to stays, where passes without gradients come after it.
    const trained = all.findLastIndex(({ backward }) => backward);
    return all.filter((_, i) => i === trained || places.includes(i));
  }
}
