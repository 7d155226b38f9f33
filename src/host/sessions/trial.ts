import type { LinkedProgram } from '../../language/link.js';
import { withLeaves } from '../../graph/leaves.js';
import { RunIndex } from '../../insight/results/runIndex.js';
import type { MovedEntry, SourceNumber } from '../../protocol/numbers.js';
import type { RunRequest } from '../../protocol/runnerApi.js';
import type { RunClient, RunHandle, RunOptions } from '../../run/client/runClient.js';
import type { Result } from './modelSession.js';
import type { Sources } from './sources.js';

export interface TrialResult extends Result {
  readonly handle: RunHandle;
}

/** How many passes of each run are kept with their nodes: few, so that the run ends sooner. The shown pass is among them. */
const KEPT_PASSES = 4;

/**
 * Names of things that could stay in the realm after a run. A program with such a name needs a new worker for each run.
 */
const LASTING = /\b(globalThis|prototype|__proto__|setPrototypeOf|defineProperty)\b/;

/** A model that runs again and again with other numbers: in one worker, where that makes no difference. */
export class Trial {
  private handle: RunHandle | null = null;
  private readonly isRepeatable: boolean;

  constructor(
    private readonly client: RunClient,
    private readonly linked: LinkedProgram,
    private readonly request: Omit<RunRequest, 'program'>,
    private readonly options: RunOptions,
    readonly sources: Sources,
  ) {
    this.isRepeatable = !request.card && !linked.program.modules.some(({ code }) => LASTING.test(code));
  }

  get numbers(): readonly SourceNumber[] {
    return this.linked.numbers;
  }

  /** Whether entries of leaves can be moved in this model. */
  get takesEntries(): boolean {
    return this.isRepeatable;
  }

  /** Runs the model. Only one run at a time. @param values all numbers of the source */
  async run(values: readonly number[], entries: readonly MovedEntry[], shownPass: number | null): Promise<TrialResult> {
    // The minus sign is in the code. The table has the number after it.
    const numbers = values.map((value, i) => (this.numbers[i]!.text.startsWith('-') ? -value : value));
    const moved = { numbers, entries };
    const { handle } = this;
    let run = handle && this.isRepeatable ? await handle.again(moved) : null;
    if (!run || run.status === 'cancelled') {
      handle?.dispose();
      const keep = shownPass === null ? {} : { keep: shownPass };
      const maxPasses = Math.min(this.request.maxPasses, KEPT_PASSES);
      this.handle = this.client.run({ ...this.request, ...keep, maxPasses, program: this.linked.program, moved }, this.options);
      run = await this.handle.done;
      // The first run of a worker moves no entries, so the program runs once more.
      if (entries.length > 0 && this.isRepeatable && run.status === 'ok') run = await this.handle.again(moved);
    }
    const shown = withLeaves(run);
    return { run: shown, index: new RunIndex(shown), sources: this.sources, handle: this.handle! };
  }

  dispose(): void {
    this.handle?.dispose();
    this.handle = null;
  }
}
