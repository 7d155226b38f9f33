import type { Tensor } from '../tensor/tensor.js';
import { catOf } from './joining.js';

/** The differences that `torch.gradient` is made of. They are loaded when they are first needed. */

/** The weights of three neighbours: the weighted sum is the slope at one of them. */
type Weights = readonly [first: Tensor | number, second: Tensor | number, third: Tensor | number];

const weighed = (parts: readonly [Tensor, Tensor, Tensor], weights: Weights): Tensor =>
  parts.map((part, i) => part.mul(weights[i])).reduce((sum, part) => sum.add(part));

/** The slopes of values that are `step` apart. */
export function evenly(x: Tensor, step: number, dim: number, order: number): Tensor {
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
export function unevenly(x: Tensor, places: Tensor, dim: number, order: number): Tensor {
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
