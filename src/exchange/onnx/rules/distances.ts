/** Distances between points, and scaling by a norm. */
import type { Call, Rule, Rules } from '../call.js';
import type { Ref } from '../graphWriter.js';
import { normOf } from './reductions.js';

/** The tensor with a new dim of size 1 at `at`, counted from the back. */
const opened = (c: Call, ref: Ref, at: number): Ref => {
  const place = ref.shape.length + 1 + at;
  return c.reshape(ref, [...ref.shape.slice(0, place), 1, ...ref.shape.slice(place)]);
};

const ofAllPairs: Rule = (c) => {
  const [a, b] = [opened(c, c.tensor('x1'), -2), opened(c, c.tensor('x2'), -3)];
  return normOf(c, c.sub(a, b), c.number('p', 2), [-1], false);
};

const ofPairs: Rule = (c) => {
  const [n, width] = c.input.shape as [number, number];
  const rows = Array.from({ length: n }, (_, i) => i);
  const row = (numbers: readonly number[]): Ref =>
    c.writer.op('Gather', [c.input, c.writer.ints(numbers)], { shape: [numbers.length, width], dtype: c.input.dtype }, { axis: 0 });
  const first = rows.flatMap((i) => new Array<number>(n - 1 - i).fill(i));
  const second = rows.flatMap((i) => rows.slice(i + 1));
  return normOf(c, c.sub(row(first), row(second)), c.number('p', 2), [-1], false);
};

const scaledDown: Rule = (c) => {
  const dim = c.dim('dim', 0);
  const others = c.input.shape.map((_, i) => i).filter((i) => i !== dim);
  const most = c.number('maxnorm', 1);
  const norms = normOf(c, c.input, c.number('p', 2), others, true);
  // PyTorch's kernel adds the same 1e-7, so that nothing is divided by zero.
  const factor = c.div(c.like(most, norms), c.plus(norms, 1e-7));
  return c.mul(c.input, c.where(c.compare('Greater', norms, c.like(most, norms)), factor, c.like(1, norms)));
};

// not operations: keys of a translation table, each with its rule for ONNX
export const distances: Rules = {
  cdist: ofAllPairs,
  pdist: ofPairs,
  dist: (c) => {
    const [a, b] = c.inputs.map((ref) => c.cast(ref, c.out.dtype)) as [Ref, Ref];
    return normOf(c, c.sub(a, b), c.number('p', 2), [], false);
  },
  renorm: scaledDown,
  ldexp: (c) => {
    const [x, exponent] = c.inputs.map((ref) => c.cast(ref, c.out.dtype)) as [Ref, Ref];
    return c.mul(x, c.each('Pow', [c.like(2, x), exponent]));
  },
};
