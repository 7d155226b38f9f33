import * as torch from '../../src/engine/index.js';

type Tensor = torch.Tensor;

/** Central differences of a scalar function of one tensor, element by element. */
export function numericGradient(f: (x: Tensor) => number, x: Tensor, step = 1e-6): number[] {
  const flat = (x.detach().clone().reshape([-1]).tolist() as number[]).map(Number);
  return flat.map((value, i) => {
    const at = (v: number) => {
      const moved = [...flat];
      moved[i] = v;
      return f(torch.tensor(moved, { dtype: torch.float64 }).reshape(x.shape));
    };
    return (at(value + step) - at(value - step)) / (2 * step);
  });
}

/** The greatest difference, relative where numbers are large. */
export function worst(a: readonly number[], b: readonly number[]): number {
  return a.reduce((w, v, i) => Math.max(w, Math.abs(v - b[i]!) / Math.max(1, Math.abs(v), Math.abs(b[i]!))), 0);
}

export const flatten = (t: Tensor): number[] => (t.detach().clone().reshape([-1]).tolist() as number[]).map(Number);

/** A fixed weighting that makes one number of any outputs, so that every element matters. */
export function weigh(outputs: readonly Tensor[]): Tensor {
  let total = torch.zeros([], { dtype: torch.float64 });
  for (const [k, out] of outputs.entries()) {
    if (!out.dtype.is_floating_point || out.numel() === 0) continue;
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
