import { getDefaultDType, type DType } from '../../dtype.js';
import { IndexError, NotImplementedError_, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';

/** The arguments that all transforms share. */

/** @throws NotImplementedError for 16-bit numbers, which PyTorch cannot transform on a CPU */
function checkDType({ part, name, scalarName, is_floating_point }: DType): void {
  const real = part ?? (is_floating_point ? { name } : null);
  if (real && real.name !== 'float32' && real.name !== 'float64') throw new NotImplementedError_(`Unsupported dtype ${scalarName}`);
}

/** The tensor with floating numbers, or with complex ones. */
export function promoted(x: Tensor, complex = false): Tensor {
  checkDType(x.dtype);
  const continuous = x.dtype.isContinuous ? x : x.to(getDefaultDType());
  return complex && !continuous.dtype.is_complex ? continuous.to(continuous.dtype.to_complex()) : continuous;
}

/** The code for a name of `norm`: 0 for no scale, 1 for √n, 2 for n. @throws RuntimeError for another name */
export function scaleOf(norm: string | null, forward: boolean): number {
  if (norm === null || norm === 'backward') return forward ? 0 : 2;
  if (norm === 'forward') return forward ? 2 : 0;
  if (norm === 'ortho') return 1;
  throw new RuntimeError(`Invalid normalization mode: "${norm}"`);
}

/** @throws RuntimeError unless there is at least one point to transform */
export function checkPoints(n: number): void {
  if (n < 1) throw wrongShape(`Invalid number of data points (${n}) specified`);
}

/** The dim of a transform. @throws IndexError for a dim that does not exist */
export function dimOf(x: Tensor, dim: number): number {
  if (x.sizes.length === 0) throw wrongShape(`Dimension specified as ${dim} but tensor has no dimensions`, IndexError);
  return wrapDim(dim, x.sizes.length);
}

/** The tensor, cut off or padded with zeros at the end of each dim. */
export function resized(x: Tensor, dims: readonly number[], sizes: readonly number[]): Tensor {
  return dims.reduce((t, d, i) => {
    const [have, want] = [t.sizes[d], sizes[i]];
    if (have === want) return t;
    if (have > want) return t.narrow(d, 0, want);
    return t.slice_backward(
      t.sizes.map((size, e) => (e === d ? want : size)),
      d,
      0,
      have,
      1,
    );
  }, x);
}

/**
 * The dims of a transform and the number of points along each. @throws RuntimeError as PyTorch for arguments that
 * contradict each other
 */
export function planOf(x: Tensor, s: readonly number[] | null, dim: readonly number[] | null): { dims: number[]; sizes: number[] } {
  const rank = x.sizes.length;
  const given = dim?.map((d) => dimOf(x, d)) ?? null;
  if (given && new Set(given).size !== given.length) throw wrongShape('FFT dims must be unique');
  if (s && given && s.length !== given.length) throw wrongShape('When given, dim and shape arguments must have the same length');
  if (s && s.length > rank) throw wrongShape(`Got shape with ${s.length} values but input tensor only has ${rank} dimensions.`);
  const all = [...x.sizes.keys()];
  const dims = given ?? (s ? all.slice(rank - s.length) : all);
  const sizes = dims.map((d, i) => (s && s[i] !== -1 ? s[i] : x.sizes[d]));
  sizes.forEach(checkPoints);
  return { dims, sizes };
}

/**
 * The same plan for a Hermitian spectrum: the input has half of the last dim, and `last` is the number of points of the
 * result there.
 */
export function halfPlanOf(
  name: string,
  x: Tensor,
  s: readonly number[] | null,
  dim: readonly number[] | null,
): { dims: number[]; sizes: number[]; last: number } {
  const { dims, sizes } = planOf(x, s, dim);
  if (dims.length === 0) throw wrongShape(`${name} must transform at least one axis`);
  const asked = s?.at(-1) ?? -1;
  const last = asked === -1 ? 2 * (x.sizes[dims.at(-1)!] - 1) : asked;
  checkPoints(last);
  return { dims, sizes: [...sizes.slice(0, -1), Math.floor(last / 2) + 1], last };
}

/** The properties of all transforms. */
export const shared = { kind: kind.product(), autocast: 'float32', variants: ['function'] } as const;
