/** The losses of a run as a curve shows them: as many as fit on a screen, and smoothed when that is wanted. */
import type { Losses, LossLine } from '../protocol/trace.js';

/** The same curve with at most so many points in each line. */
export function thinned({ losses, loss_stride = 1, loss_lines }: Losses, most: number): Losses {
  const step = Math.ceil(losses.length / most);
  const curve = step <= 1 ? { losses, loss_stride } : { losses: everyNth(losses, step), loss_stride: loss_stride * step };
  return loss_lines ? { ...curve, loss_lines: loss_lines.map((line) => thinnedLine(line, most)) } : curve;
}

function thinnedLine({ name, passes, losses }: LossLine, most: number): LossLine {
  const step = Math.ceil(losses.length / most);
  return { name, passes: everyNth(passes, step), losses: everyNth(losses, step) };
}

const everyNth = <T>(values: readonly T[], step: number): T[] => values.filter((_, i) => i % step === 0);

/** The lines of a curve: the named lines, or else one line with the losses of all passes. */
export function linesOf({ losses, loss_stride = 1, loss_lines }: Losses): (Omit<LossLine, 'name'> & { name: string | null })[] {
  return loss_lines ?? [{ name: null, passes: losses.map((_, i) => i * loss_stride), losses }];
}

/** The weight that each point gives to the points before it. */
const KEPT = 0.8;

/** A running mean in which older points count less and less. It is not pulled towards zero at the beginning. Gaps stay gaps. */
export function smoothed(losses: readonly (number | null)[]): (number | null)[] {
  let [sum, weight] = [0, 0];
  return losses.map((loss) => {
    if (loss === null || !Number.isFinite(loss)) return null;
    sum = KEPT * sum + (1 - KEPT) * loss;
    weight = KEPT * weight + (1 - KEPT);
    return sum / weight;
  });
}

/** The losses that fit on a logarithmic axis; null when these are fewer than two. */
export function forLogarithm(losses: readonly (number | null)[]): (number | null)[] | null {
  const positive = losses.map((loss) => (loss !== null && loss > 0 ? loss : null));
  return positive.filter((loss) => loss !== null).length < 2 ? null : positive;
}
