import * as torch from '../../../src/engine/index.js';
import type { Tensor } from '../../../src/engine/tensor/tensor.js';

/** Numbers from 0 to 1. The same seed gives the same numbers. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Step = (x: Tensor, y: Tensor, pick: (count: number) => number) => Tensor | null | false;

const F = torch.nn.functional;
const sizesOf = (x: Tensor): readonly number[] => x.sizes;

/** Each step returns a tensor for any tensor, or null where it does not fit. Values stay moderate in size. */
const steps: Readonly<Record<string, Step>> = {
  add: (x, y) => fitting(x, y) && x.add(y),
  sub: (x, y) => fitting(x, y) && x.sub(y, { alpha: 0.5 }),
  mul: (x, y) => fitting(x, y) && x.mul(y.tanh()),
  div: (x, y) => fitting(x, y) && x.div(y.abs().add(1)),
  maximum: (x, y) => fitting(x, y) && torch.maximum(x, y),
  where: (x, y) => fitting(x, y) && torch.where(x.gt(0), x, y),
  number: (x, _, pick) => x.mul(pick(5) - 2).add(0.25),
  from: (x) => torch.rsub(x, 1),
  relu: (x) => x.relu(),
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
  gelu: (x) => F.gelu(x),
  exp: (x) => x.clamp(-2, 2).exp(),
  square: (x) => x.tanh().pow(2),
  abs: (x) => x.abs().add(0.1).sqrt(),
  sum: (x, _, pick) => (x.sizes.length > 1 ? x.sum(pick(x.sizes.length)) : null),
  mean: (x, _, pick) => (x.sizes.length > 1 ? x.mean([pick(x.sizes.length)], true) : null),
  softmax: (x, _, pick) => (x.sizes.length > 0 ? x.softmax(pick(x.sizes.length)) : null),
  logSoftmax: (x) => (x.sizes.length > 0 ? x.log_softmax(-1) : null),
  transpose: (x) => (x.sizes.length > 1 ? x.transpose(0, -1) : null),
  flatten: (x) => x.flatten(),
  view: (x) => x.reshape([1, ...sizesOf(x)]),
  slice: (x, _, pick) => (x.sizes[0]! > 1 ? x.narrow(0, pick(2), x.sizes[0]! - 1) : null),
  take: (x) => (x.sizes.length > 0 ? x.index_select(0, torch.tensor([0, 0])) : null),
  cat: (x, y) => (x.sizes.length > 0 && x.sizes.join() === y.sizes.join() ? torch.cat([x, y], 0) : null),
  expand: (x) => x.unsqueeze(0).expand([2, ...sizesOf(x)]),
  matmul: (x, y) => (x.sizes.length === 2 && y.sizes.length === 2 && x.sizes[1] === y.sizes[0] ? x.matmul(y).mul(0.3) : null),
  gram: (x) => (x.sizes.length === 2 ? x.matmul(x.t()).mul(0.2) : null),
  cumsum: (x) => (x.sizes.length > 0 ? x.cumsum(0) : null),
  largest: (x) => (x.sizes.length > 1 ? (x.max(0) as unknown as Tensor[])[0]! : null),
  layerNorm: (x) => (x.sizes.length > 0 && x.sizes.at(-1)! > 1 ? F.layer_norm(x, [x.sizes.at(-1)!]) : null),
  batchNorm: (x) => (x.sizes.length > 1 && x.numel() > x.sizes[1]! ? F.batch_norm(x, null, null, null, null, true) : null),
  fixedNorm: (x) => (x.sizes.length > 1 ? F.batch_norm(x, torch.full([x.sizes[1]!], 0.3), torch.full([x.sizes[1]!], 2.5)) : null),
  groupNorm: (x) => (x.sizes.length > 2 && x.sizes[2]! > 1 ? F.group_norm(x, x.sizes[1]!) : null),
  variance: (x) => (x.sizes.length > 1 && x.sizes.at(-1)! > 1 ? x.var([-1], { keepdim: true }) : null),
  unit: (x) => (x.sizes.length > 1 ? F.normalize(x, { dim: -1 }) : null),
  mse: (x, y) => (x.sizes.join() === y.sizes.join() ? F.mse_loss(x, y).reshape([1]) : null),
  pool: (x) => (x.sizes.length === 3 && x.sizes[2]! >= 2 ? F.max_pool1d(x, 2) : null),
};

export const STEP_NAMES = Object.keys(steps);

/** True when two tensors can be combined elementwise and the result stays small. */
const fitting = (x: Tensor, y: Tensor): boolean => {
  const [a, b] = [x.sizes, y.sizes];
  if (a.length > 4 || b.length > 4) return false;
  return Array.from({ length: Math.min(a.length, b.length) }, (_, i) => [a.at(-1 - i)!, b.at(-1 - i)!]).every(
    ([m, n]) => m === n || m === 1 || n === 1,
  );
};

const SHAPES = [[3], [2, 3], [3, 2], [3, 1], [2, 2, 4], [1, 4]];
const MOST_ELEMENTS = 200;

/** Computes something random with some leaves, and runs backward. Returns the names of the steps. */
export function randomGraph(seed: number): string[] {
  const chance = chances(seed);
  const pick = (count: number) => Math.min(count - 1, Math.floor(chance() * count));
  torch.manual_seed(seed);
  const pool = Array.from({ length: 3 }, (_, i) => torch.randn(SHAPES[pick(SHAPES.length)]!, { requires_grad: i < 2 }));
  const made: string[] = [];
  for (let tries = 0; made.length < 8 && tries < 60; tries++) {
    const name = STEP_NAMES[pick(STEP_NAMES.length)]!;
    const next = steps[name]!(pool[pick(pool.length)]!, pool[pick(pool.length)]!, pick);
    if (!next || typeof next !== 'object' || next.numel() > MOST_ELEMENTS || next.numel() === 0) continue;
    pool.push(next);
    made.push(name);
  }
  const ends = pool.filter((t) => t.requires_grad);
  ends
    .map((t) => t.sin().sum())
    .reduce((a, b) => a.add(b))
    .backward();
  return made;
}
