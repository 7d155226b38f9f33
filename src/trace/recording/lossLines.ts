/** The losses of a run that have names of their own, such as `loss_d` and `loss_g`, or `train` and `val`: a line of the curve each. */
import type { NamedLoss } from '../../protocol/runnerApi.js';
import type { LossLine, Run } from '../../protocol/trace.js';
import type { NodeRecord, PassRecord } from './records.js';

/** Words of a name that say that it holds a loss. */
const WORDS = new Set('loss losses cost err error nll mse mae bce ce kl elbo train training val valid validation test dev eval'.split(' '));
/** What the root of a pass is called that has no name. */
const NAMELESS = 'loss';

/** Whether a name speaks of a loss: `loss_d`, `valLoss`, `errD`. */
export const speaksOfLoss = (name: string): boolean =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^a-zA-Z]+/)
    .some((word) => WORDS.has(word.toLowerCase()));

interface Held {
  value: NodeRecord | number;
  /** The pass had computed something with a gradient by then. */
  isWithin: boolean;
}

/** Gathers what the losses of one pass are, while it goes on. */
export class NamedLosses {
  private readonly held = new Map<string, Held>();
  private last: NamedLoss[] = [];

  /** A name that speaks of a loss was bound to a tensor, or to a number that was read from one. */
  bound(name: string, value: NodeRecord | number, { nodes }: PassRecord): void {
    // What was bound last comes last.
    this.held.delete(name);
    this.held.set(name, { value, isWithin: nodes.some(({ gradFn }) => gradFn !== null) });
  }

  /**
   * The losses by name of a pass that has ended: of its root, and of other names that were bound meanwhile. What was computed
   * without a gradient belongs to the pass before: a model is validated after it learnt. So does a number, unless it was read
   * from what this pass walked back through.
   */
  passEnded(pass: PassRecord): NamedLoss[] {
    const before = Math.max(0, pass.index - 1);
    const found: NamedLoss[] = pass.loss === null ? [] : [[pass.root?.label ?? NAMELESS, pass.index, pass.loss]];
    // `const shown = loss.item()` is no other loss than the one that it was read from.
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

/** The single numbers that the gradient of a pass went through. */
function lossesWalked({ nodes }: PassRecord): Set<number> {
  const walked = nodes.filter(({ kind, grad, value }) => kind === 'op' && grad !== null && value?.numel === 1);
  return new Set(walked.map(({ value }) => value!.elements()[0]!));
}

/** So many lines can be told apart. */
const MOST_LINES = 6;
/** So many names are followed: those that come later are left out. */
const MOST_NAMES = 32;

/** The lines of a run: each with at most so many points, evenly spread. */
export class LossLines {
  private readonly lines = new Map<string, { stride: number; count: number; points: [number, number | null][] }>();

  constructor(private readonly most: number) {}

  add(name: string, pass: number, loss: number | null): void {
    let line = this.lines.get(name);
    if (!line) {
      if (this.lines.size === MOST_NAMES) return;
      this.lines.set(name, (line = { stride: 1, count: 0, points: [] }));
    }
    // A name that is bound twice within a pass holds what it was bound to last.
    if (line.points.at(-1)?.[0] === pass) return void (line.points[line.points.length - 1] = [pass, loss]);
    if (line.count++ % line.stride !== 0) return;
    line.points.push([pass, loss]);
    if (line.points.length <= this.most) return;
    line.points = line.points.filter((_, i) => i % 2 === 0);
    line.stride *= 2;
  }

  /** Where there are several; a single one is the loss of each pass already. */
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
