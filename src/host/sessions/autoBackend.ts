import type * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { Run } from '../../protocol/trace.js';
import type { RunClient } from '../../run/client/runClient.js';
import { measuring, rowsIn } from './cardMeasure.js';
import { crossover, type Device, type Experience, faster, isLong } from './faster.js';

/** What was measured of a machine. */
interface Machine {
  /** Null where there is no WebGL. */
  renderer: string | null;
  /** Elements of a tensor from which on the graphics card is faster; null: it never is. */
  from: number | null;
}

const KEY = 'tensorLens.machine';
const MEASURE_MS = 60_000;
const MEGABYTE = 1024 ** 2;

/**
 * What the setting `auto` computes on. The first run that takes long has the machine measured, once, in a worker of its
 * own; what came of it is kept, and told. Where a page of ours is needed for the card and none is open, it is the CPU.
 */
export class AutoBackend {
  private measured: Promise<void> | undefined;

  /** @param hasCard whether a card can be had now without a page that would have to be opened */
  constructor(
    private readonly memory: vscode.Memento,
    private readonly client: RunClient,
    private readonly hasCard: () => boolean,
  ) {}

  /** Where the next run of a model is sooner done. */
  choose(experience: Experience | null): Device {
    return this.hasCard() ? faster(experience, this.machine?.from ?? null) : 'cpu';
  }

  /** Measures the machine, when a run has taken long and it was not measured before. @param tell for a sentence of what came of it */
  async measure(experience: Experience | null, tell: (sentence: string) => void): Promise<void> {
    if (this.machine || !isLong(experience) || !this.hasCard()) return;
    this.measured ??= this.ask().then(async (machine) => {
      if (!machine) return;
      await this.memory.update(KEY, machine);
      tell(sentenceOf(machine));
    });
    await this.measured;
  }

  private get machine(): Machine | undefined {
    return this.memory.get<Machine>(KEY);
  }

  private async ask(): Promise<Machine | null> {
    const request = { program: measuring, mode: 'backward', backend: 'cpu', card: true, maxValues: 0, maxPasses: 1, passes: 0 } as const;
    const nothing = () => Promise.reject(new Error('There are no files here.'));
    const handle = this.client.run(
      { ...request, limits: { tensorBytes: 256 * MEGABYTE, keptBytes: MEGABYTE } },
      { timeLimit: MEASURE_MS, events: { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing } },
    );
    const run: Run = await handle.done;
    handle.dispose();
    if (run.status !== 'ok') return null;
    if (!run.card) return { renderer: null, from: null };
    const { renderer, isSoftware } = run.card;
    return { renderer, from: isSoftware ? null : crossover(rowsIn(run.output)) };
  }
}

function sentenceOf({ renderer, from }: Machine): string {
  if (renderer === null) return t("There is no WebGL on this machine, so 'auto' computes on the CPU.");
  if (from === null) return t("WebGL ({0}) is slower than the CPU on this machine, so 'auto' computes on the CPU.", renderer);
  return t("'auto' computes on the graphics card ({0}) where most elements are in tensors of {1} or more.", renderer, from);
}
