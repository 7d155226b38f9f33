/** The named losses of a run, such as `loss_d` and `loss_g`, or `train` and `val`. Each becomes a line of the curve. */
import type { NamedLoss } from '../../protocol/runnerApi.js';
import type { LossLine, Run } from '../../protocol/trace.js';
import type { NodeRecord, PassRecord } from './records.js';

/** Words in a name that show that it holds a loss. */
const WORDS = new Set('loss losses cost err error nll mse mae bce ce kl elbo train training val valid validation test dev eval'.split(' '));
/** The name of a loss when the root of its pass has no name. */
const NAMELESS = 'loss';

/** Whether a name sounds like a loss: `loss_d`, `valLoss`, `errD`. */
export const speaksOfLoss = (name: string): boolean =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^a-zA-Z]+/)
    .some((word) => WORDS.has(word.toLowerCase()));

interface Held {
  value: NodeRecord | number;
  /** Whether the pass had already computed something with a gradient when the name was bound. */
  isWithin: boolean;
}

/** Gathers the losses of one pass during the pass. */
export class NamedLosses {
  private readonly held = new Map<string, Held>();
  private last: NamedLoss[] = [];

  /** A name that sounds like a loss was bound to a tensor, or to a number that was read from one. */
  bound(name: string, value: NodeRecord | number, { nodes }: PassRecord): void {
    // The name that was bound last must come last.
    this.held.delete(name);
    this.held.set(name, { value, isWithin: nodes.some(({ gradFn }) => gradFn !== null) });
  }

  /**
   * The losses by name of a pass that has ended: of its root, and of other names that were bound meanwhile. A tensor
   * that was computed without a gradient belongs to the previous pass, because a model is validated after it learnt. A
   * number belongs there too, unless it was read from a tensor that this pass's backward went through.
   */
  passEnded(pass: PassRecord): NamedLoss[] {
    const before = Math.max(0, pass.index - 1);
    const found: NamedLoss[] = pass.loss === null ? [] : [[pass.root?.label ?? NAMELESS, pass.index, pass.loss]];
    // `const shown = loss.item()` is the same loss as the one that it was read from.
    const known = new Set(this.last.map(([, , loss]) => loss));
    const walked = [...this.held.values()].some(({ value }) => typeof value === 'number') ? lossesWalked(pass) : null;
    for (const [name, { value, isWithin }] of this.held) {
      const loss = numberIn(value, pass);
      if (loss === undefined) continue;
      const isNumber = typeof value === 'number';
      if (isNumber && (known.has(loss) || (isWithin && loss === pass.loss))) continue;
      known.add(loss);
      const isOfPass = isNumber ? isWithin && walked!.has(loss) : value.gradFn !== null;
      if (name !== found[0]?.[0]) found.push([name, isOfPass ? pass.index : before, loss]);
    }
    this.held.clear();
    return (this.last = found);
  }
}

function numberIn(value: NodeRecord | number, pass: PassRecord): number | undefined {
  if (typeof value === 'number') return value;
  return value.pass === pass && value.value?.numel === 1 ? value.value.elements()[0] : undefined;
}

/** The single numbers that the backward of a pass went through. */
function lossesWalked({ nodes }: PassRecord): Set<number> {
  const walked = nodes.filter(({ kind, grad, value }) => kind === 'op' && grad !== null && value?.numel === 1);
  return new Set(walked.map(({ value }) => value!.elements()[0]!));
}

/** The most lines that a reader can tell apart. */
const MOST_LINES = 6;
/** The most names that are followed. Later names are left out. */
const MOST_NAMES = 32;

/** The lines of a run. Each has a limited number of points, evenly spread. */
export class LossLines {
  private readonly lines = new Map<string, { stride: number; count: number; points: [number, number | null][] }>();

  constructor(private readonly most: number) {}

  add(name: string, pass: number, loss: number | null): void {
    let line = this.lines.get(name);
    if (!line) {
      if (this.lines.size === MOST_NAMES) return;
      this.lines.set(name, (line = { stride: 1, count: 0, points: [] }));
    }
    // A name that is bound twice within a pass keeps the last value.
    if (line.points.at(-1)?.[0] === pass) return void (line.points[line.points.length - 1] = [pass, loss]);
    if (line.count++ % line.stride !== 0) return;
    line.points.push([pass, loss]);
    if (line.points.length <= this.most) return;
    line.points = line.points.filter((_, i) => i % 2 === 0);
    line.stride *= 2;
  }

  /** The lines, when there are several. A single line would only repeat the loss of each pass. */
  written(): Pick<Run, 'loss_lines'> {
    const lines = [...this.lines].filter(([, { points }]) => points.length > 1);
    if (lines.length < 2) return {};
    const written = ([name, { points }]: (typeof lines)[number]): LossLine => ({
      name,
      passes: points.map(([pass]) => pass),
      losses: points.map(([, loss]) => loss),
    });
    return { loss_lines: lines.slice(0, MOST_LINES).map(written) };
  }
}
