import type { Tensor } from '../tensor/tensor.js';

/** A tried step length: the loss there, its gradient, and the slope of the loss along the direction. */
export interface Trial {
  t: number;
  f: number;
  g: Tensor;
  gtd: number;
}

/** The minimum of the cubic through two points with given slopes, limited to bounds. */
function interpolate(a: Trial, b: Trial, bounds?: [number, number]): number {
  const [least, most] = bounds ?? (a.t <= b.t ? [a.t, b.t] : [b.t, a.t]);
  const d1 = a.gtd + b.gtd - (3 * (a.f - b.f)) / (a.t - b.t);
  const square = d1 * d1 - a.gtd * b.gtd;
  if (!(square >= 0)) return (least + most) / 2;
  const d2 = Math.sqrt(square);
  const [low, high] = a.t <= b.t ? [a, b] : [b, a];
  const at = high.t - (high.t - low.t) * ((high.gtd + d2 - d1) / (high.gtd - low.gtd + 2 * d2));
  return Math.min(Math.max(at, least), most);
}

const C1 = 1e-4;
const C2 = 0.9;
const MOST_TRIALS = 25;

interface Search {
  /** Tries a step length. */
  evaluate(t: number): Trial;
  /** The trial at t = 0, where the search starts. */
  start: Trial;
  /** The first length to try. */
  first: number;
  /** The greatest element of the direction. */
  largest: number;
  toleranceChange: number;
}

/** True when the loss decreased too little for the length of the step (Armijo). */
const tooHigh = (trial: Trial, start: Trial): boolean => trial.f > start.f + C1 * trial.t * start.gtd;
/** True when the slope is flat enough (curvature). */
const isFlat = (trial: Trial, start: Trial): boolean => Math.abs(trial.gtd) <= -C2 * start.gtd;

/** Finds an interval that contains a good length, or a good length itself; also returns the number of trials. */
function bracket({ evaluate, start, first }: Search): { ends: Trial[]; trials: number; done: boolean } {
  let before = start;
  let now = evaluate(first);
  for (let trials = 0; ;) {
    if (tooHigh(now, start) || (trials > 1 && now.f >= before.f)) return { ends: [before, now], trials, done: false };
    if (isFlat(now, start)) return { ends: [now], trials, done: true };
    if (now.gtd >= 0) return { ends: [before, now], trials, done: false };
    const t = interpolate(before, now, [now.t + 0.01 * (now.t - before.t), now.t * 10]);
    before = now;
    now = evaluate(t);
    if (++trials === MOST_TRIALS) return { ends: [start, now], trials, done: false };
  }
}

/** A line search for a length that fulfils the strong Wolfe conditions; its steps are those of PyTorch. */
export function strongWolfe(search: Search): Trial {
  const { evaluate, start, largest, toleranceChange } = search;
  const { ends, trials: used, done } = bracket(search);
  const order = (): [number, number] => (ends[0].f <= ends.at(-1)!.f ? [0, 1] : [1, 0]);
  let [low, high] = order();
  let isStuck = false;
  let found = done;
  for (let trials = used; !found && trials < MOST_TRIALS; trials++) {
    if (Math.abs(ends[1].t - ends[0].t) * largest < toleranceChange) break;
    let t = interpolate(ends[0], ends[1]);
    const least = Math.min(ends[0].t, ends[1].t);
    const most = Math.max(ends[0].t, ends[1].t);
    const margin = 0.1 * (most - least);
    // When t is at an end, or near one for the second time, it moves a tenth of the interval away from that end.
    if (Math.min(most - t, t - least) < margin) {
      if (isStuck || t >= most || t <= least) {
        t = Math.abs(t - most) < Math.abs(t - least) ? most - margin : least + margin;
        isStuck = false;
      } else isStuck = true;
    } else isStuck = false;

    const now = evaluate(t);
    if (tooHigh(now, start) || now.f >= ends[low].f) {
      ends[high] = now;
      [low, high] = order();
    } else {
      if (isFlat(now, start)) found = true;
      else if (now.gtd * (ends[high].t - ends[low].t) >= 0) ends[high] = ends[low];
      ends[low] = now;
    }
  }
  return ends[low];
}
