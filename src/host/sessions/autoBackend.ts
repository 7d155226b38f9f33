import type * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { Program } from '../../protocol/runnerApi.js';
import type { Run } from '../../protocol/trace.js';
import type { RunClient } from '../../run/client/runClient.js';
import { crossover, type Device, type Experience, faster, isLong } from './faster.js';

/** The measurement of a graphics card. */
interface Card {
  /** Null where there is no WebGL. */
  renderer: string | null;
  /** The number of elements of a tensor from which on the card is faster; null if it never is. */
  from: number | null;
}

/** The cards that were measured. A machine may have several, and a remote host is reached from several machines. */
interface Machine {
  cards: readonly Card[];
  /** The name of the card that was seen last. */
  last: string | null;
}

const KEY = 'tensorLens.cards';
const MEASURE_MS = 60_000;
const MEGABYTE = 1024 ** 2;

/**
 * Decides which device the setting `auto` uses. At the first run that takes long, the card is measured once, in a
 * worker of its own. The result is stored by the name of the card, and the user is told. In each new window, such a run
 * asks for that name again. If the card needs a page of ours and none is open, `auto` uses the CPU.
 */
export class AutoBackend {
  private looked: Promise<void> | undefined;

  /** @param hasCard whether a card can be used now, without opening a page */
  constructor(
    private readonly memory: vscode.Memento,
    private readonly client: RunClient,
    private readonly hasCard: () => boolean,
  ) {}

  /** The device on which the next run of a model will end sooner. */
  choose(experience: Experience | null): Device {
    const { machine } = this;
    return this.hasCard() ? faster(experience, (machine && cardOf(machine, machine.last)?.from) ?? null) : 'cpu';
  }

  /** Measures the card after a run that took long, if it was not measured before. @param tell receives a sentence with the result */
  async measure(experience: Experience | null, tell: (sentence: string) => void): Promise<void> {
    if (!isLong(experience) || !this.hasCard()) return;
    await (this.looked ??= this.look(tell));
  }

  private get machine(): Machine | undefined {
    return this.memory.get<Machine>(KEY);
  }

  private async look(tell: (sentence: string) => void): Promise<void> {
    const { machine } = this;
    const { measuring, naming } = await import('./cardMeasure.js');
    if (machine) {
      const { renderer } = (await this.ask(naming)) ?? { renderer: machine.last };
      if (cardOf(machine, renderer)) return void (await this.memory.update(KEY, { ...machine, last: renderer }));
    }
    const card = await this.ask(measuring);
    if (!card) return;
    const others = machine?.cards.filter(({ renderer }) => renderer !== card.renderer) ?? [];
    await this.memory.update(KEY, { cards: [...others, card], last: card.renderer } satisfies Machine);
    tell(sentenceOf(card));
  }

  /** Null when the run did not succeed. */
  private async ask(program: Program): Promise<Card | null> {
    const request = { program, mode: 'backward', backend: 'cpu', card: true, maxValues: 0, maxPasses: 1, passes: 0 } as const;
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
    const { rowsIn } = await import('./cardMeasure.js');
    return { renderer, from: isSoftware ? null : crossover(rowsIn(run.output)) };
  }
}

const cardOf = ({ cards }: Machine, renderer: string | null): Card | undefined => cards.find((card) => card.renderer === renderer);

function sentenceOf({ renderer, from }: Card): string {
  if (renderer === null) return t("There is no WebGL on this machine, so 'auto' computes on the CPU.");
  if (from === null) return t("WebGL ({0}) is slower than the CPU on this machine, so 'auto' computes on the CPU.", renderer);
  return t("'auto' computes on the graphics card ({0}) where most elements are in tensors of {1} or more.", renderer, from);
}
