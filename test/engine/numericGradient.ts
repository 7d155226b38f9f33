import * as torch from '../../src/engine/index.js';

type Tensor = torch.Tensor;

/** Central differences of a scalar function of one tensor, at the elements with these indices. */
export function numericGradient(f: (x: Tensor) => number, x: Tensor, step: number, indices: readonly number[]): number[] {
  const flat = flatten(x);
  return indices.map((i) => {
    const at = (moved: number) => f(torch.tensor(flat.with(i, moved), { dtype: torch.float64 }).reshape(x.shape));
    return (at(flat[i]! + step) - at(flat[i]! - step)) / (2 * step);
  });
}

/** The greatest difference, relative where numbers are large. NaN is as far from a number as can be, and equal to NaN. */
export function worst(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  const difference = (v: number, w: number): number => {
    if (Object.is(v, w) || v === w) return 0;
    const d = Math.abs(v - w) / Math.max(1, Math.abs(v), Math.abs(w));
    return Number.isNaN(d) ? Infinity : d;
  };
  return a.reduce((most, v, i) => Math.max(most, difference(v, b[i]!)), 0);
}

export const flatten = (t: Tensor): number[] => (t.detach().clone().reshape([-1]).tolist() as number[]).map(Number);

/** A fixed weighting that makes one number of any outputs, so that every element matters. */
export function weigh(outputs: readonly Tensor[]): Tensor {
  let total = torch.zeros([], { dtype: torch.float64 });
  for (const [k, out] of outputs.entries()) {
    const weights = torch
      .arange(1, out.numel() + 1, { dtype: torch.float64 })
      .mul(0.37 + k)
      .cos()
      .add(1.5)
      .reshape(out.shape);
    total = total.add(out.to(torch.float64).mul(weights).sum());
  }
  return total;
}
