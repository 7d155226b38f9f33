/** The recursions of connectionist temporal classification. */
import { read } from '../../backends/allocation.js';
import type { Tensor } from '../../tensor/tensor.js';

export const logAdd = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
};

interface Sample {
  /** The target, with blanks around every label. */
  labels: number[];
  /** The log-probability of class `c` at time `t`. */
  at(t: number, c: number): number;
  steps: number;
}

/** Forward variables: the log-probability that the first `t` steps end at each label. */
export function alphas({ labels, at, steps }: Sample): Float64Array[] {
  const n = labels.length;
  const rows: Float64Array[] = [];
  for (let t = 0; t < steps; t++) {
    const row = new Float64Array(n).fill(-Infinity);
    for (let s = 0; s < n; s++) {
      if (t === 0) {
        if (s < 2) row[s] = at(0, labels[s]);
        continue;
      }
      let sum = rows[t - 1][s];
      if (s > 0) sum = logAdd(sum, rows[t - 1][s - 1]);
      if (s > 1 && labels[s] !== labels[s - 2]) sum = logAdd(sum, rows[t - 1][s - 2]);
      row[s] = sum + at(t, labels[s]);
    }
    rows.push(row);
  }
  return rows;
}

/** Backward variables: forward variables of the reversed sequence, which begin at the end. */
export const betas = ({ labels, at, steps }: Sample): Float64Array[] =>
  alphas({ labels: [...labels].reverse(), at: (t, c) => at(steps - 1 - t, c), steps })
    .map((row) => row.reverse())
    .reverse();

export const ending = (rows: readonly Float64Array[]): number => {
  const last = rows.at(-1);
  if (!last) return 0;
  const n = last.length;
  return n > 1 ? logAdd(last[n - 1], last[n - 2]) : last[0];
};

/** The batch as separate samples. Targets are the rows of a matrix, or one long vector. */
export function alignments(logProbs: Tensor, targets: Tensor, inputLengths: number[], targetLengths: number[], blank: number): Sample[] {
  const [, batch, classes] = logProbs.sizes as [number, number, number];
  const data = read(logProbs);
  const labels = read(targets);
  let start = 0;
  return targetLengths.map((length, b) => {
    const from = targets.sizes.length > 1 ? b * targets.sizes[1] : start;
    start += length;
    const extended = [blank];
    for (let i = 0; i < length; i++) extended.push(labels[from + i], blank);
    return { labels: extended, at: (t, c) => data[(t * batch + b) * classes + c], steps: inputLengths[b] };
  });
}
