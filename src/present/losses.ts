/** The losses of a run as a curve shows them: as many as a screen has room for, smoothed where that is wanted. */
import type { Run } from '../protocol/trace.js';

/** The loss of each pass, or of each `loss_stride`-th. */
export type Losses = Pick<Run, 'losses' | 'loss_stride'>;

/** The same curve with at most so many points. */
export function thinned({ losses, loss_stride = 1 }: Losses, most: number): Losses {
  const step = Math.ceil(losses.length / most);
  if (step <= 1) return { losses, loss_stride };
  return { losses: losses.filter((_, i) => i % step === 0), loss_stride: loss_stride * step };
}

/** How much of what was before each point keeps. */
const KEPT = 0.8;

/** A running mean in which what was long ago counts less and less, without a pull towards zero at its beginning. Gaps stay gaps. */
export function smoothed(losses: readonly (number | null)[]): (number | null)[] {
  let [sum, weight] = [0, 0];
  return losses.map((loss) => {
    if (loss === null || !Number.isFinite(loss)) return null;
    sum = KEPT * sum + (1 - KEPT) * loss;
    weight = KEPT * weight + (1 - KEPT);
    return sum / weight;
  });
}

/** Losses that a logarithmic axis has a place for; null where it has none for two of them. */
export function forLogarithm(losses: readonly (number | null)[]): (number | null)[] | null {
  const positive = losses.map((loss) => (loss !== null && loss > 0 ? loss : null));
  return positive.filter((loss) => loss !== null).length < 2 ? null : positive;
}
