import { getDefaultDType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrapDims } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { catOf } from './joining.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';

/** `torch.gradient`: slopes of sampled functions, by finite differences. */

/** The weights of three neighbours: the weighted sum is the slope at one of them. */
type Weights = readonly [first: Tensor | number, second: Tensor | number, third: Tensor | number];

const weighed = (parts: readonly [Tensor, Tensor, Tensor], weights: Weights): Tensor =>
  parts.map((part, i) => part.mul(weights[i])).reduce((sum, part) => sum.add(part));

/** The slopes of values that are `step` apart. */
function evenly(x: Tensor, step: number, dim: number, order: number): Tensor {
  const n = x.sizes[dim];
  const at = (from: number, count = 1) => x.narrow(dim, from, count);
  const middle = at(2, n - 2)
    .sub(at(0, n - 2))
    .div(2 * step);
  if (order === 1)
    return catOf(
      [
        at(1).sub(at(0)).div(step),
        middle,
        at(n - 1)
          .sub(at(n - 2))
          .div(step),
      ],
      dim,
    );
  const first = weighed([at(0), at(1), at(2)], [-1.5 / step, 2 / step, -0.5 / step]);
  const last = weighed([at(n - 3), at(n - 2), at(n - 1)], [0.5 / step, -2 / step, 1.5 / step]);
  return catOf([first, middle, last], dim);
}

/** The slopes of values at arbitrary places. */
function unevenly(x: Tensor, places: Tensor, dim: number, order: number): Tensor {
  const n = x.sizes[dim];
  const at = (from: number, count = 1) => x.narrow(dim, from, count);
  const along = (t: Tensor) => t.reshape(x.sizes.map((_, d) => (d === dim ? -1 : 1)));
  const steps = places.narrow(0, 1, n - 1).sub(places.narrow(0, 0, n - 1));
  const [left, right] = [steps.narrow(0, 0, n - 2), steps.narrow(0, 1, n - 2)];
  const both = left.add(right);
  const middle = weighed(
    [at(0, n - 2), at(1, n - 2), at(2, n - 2)],
    [along(right.neg().div(left.mul(both))), along(right.sub(left).div(left.mul(right))), along(left.div(right.mul(both)))],
  );
  const step = (i: number) => along(steps.narrow(0, i, 1));
  if (order === 1)
    return catOf(
      [
        at(1).sub(at(0)).div(step(0)),
        middle,
        at(n - 1)
          .sub(at(n - 2))
          .div(step(n - 2)),
      ],
      dim,
    );
  const [p, q, r, s] = [step(0), step(1), step(n - 3), step(n - 2)];
  const first = weighed(
    [at(0), at(1), at(2)],
    [
      p
        .mul(2)
        .add(q)
        .neg()
        .div(p.mul(p.add(q))),
      p.add(q).div(p.mul(q)),
      p.neg().div(q.mul(p.add(q))),
    ],
  );
  const last = weighed(
    [at(n - 3), at(n - 2), at(n - 1)],
    [
      s.div(r.mul(r.add(s))),
      r.add(s).neg().div(r.mul(s)),
      s
        .mul(2)
        .add(r)
        .div(s.mul(r.add(s))),
    ],
  );
  return catOf([first, middle, last], dim);
}

function checkCount(rank: number, given: number, dims: readonly number[] | null): void {
  if (dims === null && given !== rank)
    throw new RuntimeError(
      `torch.gradient expected spacing to be unspecified, a scalar, or a list of length equal to 'self.dim() = ${rank}', since dim argument was not given, but got a list of length ${given}`,
    );
  if (dims !== null && given !== dims.length)
    throw new RuntimeError(
      `torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length ${given} and a dim argument of length ${dims.length}.`,
    );
}

export const gradientOps: Op[] = [
  op({
    signature: 'gradient(Tensor input, *, float|float[]|Tensor[]? spacing=1, int[]? dim=None, int edge_order=1) -> Tensor[]',
    kind: kind.scan({ computes: 'difference' }),
    doc: 'The slopes of a function along each dim, by differences of its values at places that are `spacing` apart, or at given ones.',
    formula: 'out[d][i] = (input[i + 1] − input[i − 1]) / (2 · spacing)',
    compose(input, spacing, dim, order) {
      const rank = input.sizes.length;
      if (order !== 1 && order !== 2) throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
      const given: readonly (number | Tensor)[] | number = spacing ?? 1;
      if (Array.isArray(given)) checkCount(rank, given.length, dim);
      const dims = dim === null ? [...input.sizes.keys()] : wrapDims(dim, rank);
      if (dims.some((d) => input.sizes[d] < order + 1))
        throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
      // Integers are made floats first, since their differences are divided.
      const x = input.dtype.isContinuous || input.dtype.category === 0 ? input : input.to(getDefaultDType());
      return dims.map((d, i) => {
        const step = Array.isArray(given) ? (given as readonly (number | Tensor)[])[i] : (given as unknown as number);
        if (!(step instanceof Tensor)) return evenly(x, step, d, order);
        if (step.sizes.length !== 1)
          throw new RuntimeError(
            `torch.gradient expected each element of spacing to have one dimension, but got an element with ${step.sizes.length} dimensions!`,
          );
        return unevenly(x, step, d, order);
      });
    },
  }),
];
