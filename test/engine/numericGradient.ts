import * as torch from '../../src/engine/index.js';

type Tensor = torch.Tensor;

/**
 * Central differences of a scalar function of one tensor, at the elements with these indices. For a complex tensor, the
 * indices count its real and imaginary parts.
 */
export function numericGradient(f: (x: Tensor) => number, x: Tensor, step: number, indices: readonly number[]): number[] {
  const flat = flatten(x);
  const shaped = (values: number[]): Tensor => {
    const row = torch.tensor(values, { dtype: torch.float64 });
    return x.is_complex() ? torch.view_as_complex(row.reshape([...x.shape, 2])) : row.reshape(x.shape);
  };
  return indices.map((i) => {
    const at = (moved: number) => f(shaped(flat.with(i, moved)));
    return (at(flat[i]! + step) - at(flat[i]! - step)) / (2 * step);
  });
}

/** The greatest difference, relative where numbers are large. NaN equals NaN and is infinitely far from any number. */
export function worst(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  const difference = (v: number, w: number): number => {
    if (Object.is(v, w) || v === w) return 0;
    const d = Math.abs(v - w) / Math.max(1, Math.abs(v), Math.abs(w));
    return Number.isNaN(d) ? Infinity : d;
  };
  return a.reduce((most, v, i) => Math.max(most, difference(v, b[i]!)), 0);
}

/** The real and the imaginary parts of complex numbers, beside each other. */
const parts = (t: Tensor): Tensor => (t.is_complex() ? torch.view_as_real(t.resolve_conj()) : t);

export const flatten = (t: Tensor): number[] => (parts(t.detach()).clone().reshape([-1]).tolist() as number[]).map(Number);

/** A fixed weighted sum of all outputs, so that every element counts. */
export function weigh(outputs: readonly Tensor[]): Tensor {
  let total = torch.zeros([], { dtype: torch.float64 });
  for (const [k, output] of outputs.entries()) {
    const out = parts(output);
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
