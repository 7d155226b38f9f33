import { setRequiresGrad } from '../autograd/state.js';
import { float64, getDefaultDType, int64, type DType, type TypedArray } from '../dtype.js';
import type { Device } from '../device.js';
import { getDefaultDevice } from '../backends/registry.js';
import { RuntimeError } from '../errors.js';
import { wrongDtype } from '../errors/dtypes.js';
import { wrongShape } from '../errors/shapes.js';
import { read, numbers } from '../backends/allocation.js';
import { isRowMajor, iterationOrder, keptStrides } from '../layout.js';
import { numel } from '../shape.js';
import { Tensor } from '../tensor.js';
import { defaultGenerator, Generator } from '../random/generator.js';
import { fusedDouble, makeNormal } from '../random/rounding.js';
import * as kind from './kind.js';
import { familyOp, op, type FamilySpec, type Op, type OpSpec } from './op.js';
import { dense, zerosLike } from './pointwise.js';
import { fn } from './registry.js';
import { refuseUnsigned } from './unsigned.js';

const view_as_complex = fn('view_as_complex') as (x: Tensor) => Tensor;

/** Random tensors, number for number those of PyTorch's CPU generator. */

/** The generator that was given, or the default one. */
export const generatorOf = (g: unknown): Generator => (g instanceof Generator ? g : defaultGenerator);

/** The error for elements of another dtype. */
export const continuous = (name: string, { dtype }: Tensor) =>
  new RuntimeError(
    `${name} distribution is a continuous probability distribution. dtype must be a floating point but you specified ${dtype.scalarName}`,
  );

/** Fills a tensor's elements in row-major order. */
export function drawn(sizes: readonly number[], dtype: DType, device: Device, fill: (data: TypedArray) => void): Tensor {
  const data = numbers(dtype, numel(sizes));
  fill(data);
  return Tensor.of(data, sizes, dtype, device);
}

/** Random numbers for the elements of `model` in the order in which these lie in memory, as PyTorch's loops draw them. */
export function inMemoryOrder(model: Tensor, draw: (model: Tensor) => Tensor): Tensor {
  const { sizes, strides } = model;
  if (isRowMajor(sizes, strides)) return draw(model);
  const order = iterationOrder(sizes, [strides]).reverse();
  const drawn = draw(model.permute(order));
  const back = order.map((_, d) => order.indexOf(d));
  return drawn.permute(back);
}

/** Complex numbers: the parts are drawn one after the other. */
const ofParts = (sizes: readonly number[], dtype: DType, draw: (sizes: readonly number[], dtype: DType) => Tensor): Tensor =>
  view_as_complex(draw([...sizes, 2], dtype.to_real()));

const uniform = (sizes: readonly number[], dtype: DType, device: Device, from: number, to: number, g: Generator): Tensor =>
  dtype.is_complex
    ? ofParts(sizes, dtype, (all, part) => uniform(all, part, device, from, to, g))
    : drawn(sizes, dtype, device, (data) => {
        if (!dtype.is_floating_point) throw new RuntimeError(`"check_uniform_bounds" not implemented for '${dtype.scalarName}'`);
        if (dtype !== float64) {
          const low = Math.fround(from);
          const range = Math.fround(Math.fround(to) - low);
          for (let i = 0; i < data.length; i++) data[i] = g.uniform32() * range + low;
        } else for (let i = 0; i < data.length; i++) data[i] = fusedDouble(g.uniform64(), to - from, from);
      });

/** Two uniform numbers become two normal ones. */
function makeNormalDouble(data: TypedArray, i: number, j: number, mean: number, std: number): void {
  const radius = Math.sqrt(-2 * Math.log(1 - data[i]));
  const angle = 2 * Math.PI * data[j];
  data[i] = fusedDouble(radius * Math.cos(angle), std, mean);
  data[j] = fusedDouble(radius * Math.sin(angle), std, mean);
}

/** Sixteen or more are drawn in blocks: eight radii, then eight angles (ATen's normal_fill). */
function normalBlocks(data: TypedArray, mean: number, std: number, single: boolean, g: Generator): void {
  const n = data.length;
  const draw = () => (single ? g.uniform32() : g.uniform64());
  for (let i = 0; i < n; i++) data[i] = draw();
  const make = single ? makeNormal : makeNormalDouble;
  const [m, s] = single ? [Math.fround(mean), Math.fround(std)] : [mean, std];
  const block = (at: number) => {
    for (let j = at; j < at + 8; j++) make(data, j, j + 8, m, s);
  };
  for (let i = 0; i < n - 15; i += 16) block(i);
  if (n % 16 !== 0) {
    for (let i = n - 16; i < n; i++) data[i] = draw();
    block(n - 16);
  }
}

/** @param blocks whether sixteen or more are drawn in blocks: not where they do not lie in row-major order */
export function normal(
  sizes: readonly number[],
  dtype: DType,
  device: Device,
  mean: number,
  std: number,
  g: Generator,
  blocks = true,
): Tensor {
  if (dtype.is_complex) return ofParts(sizes, dtype, (all, part) => normal(all, part, device, 0, std * Math.SQRT1_2, g, blocks)).add(mean);
  if (!dtype.is_floating_point) throw new RuntimeError(`"normal_kernel_cpu" not implemented for '${dtype.scalarName}'`);
  if (std < 0) throw new RuntimeError(`normal expects std >= 0.0, but found std ${std}`);
  return drawn(sizes, dtype, device, (data) => {
    if (blocks && data.length >= 16) normalBlocks(data, mean, std, dtype !== float64, g);
    else for (let i = 0; i < data.length; i++) data[i] = fusedDouble(g.normal64(), std, mean);
  });
}

function integers(sizes: readonly number[], low: number, high: number | bigint, dtype: DType, device: Device, g: Generator): Tensor {
  if (dtype.is_complex) throw new RuntimeError('check_random_bounds handles only integral, floating-point and boolean types');
  if (low >= high) throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  const range = BigInt(high) - BigInt(low);
  return drawn(sizes, dtype, device, (data) => {
    const few = Number(range);
    const draw = few >= 2 ** 32 ? () => Number(g.random64() % range) : () => g.random32() % few;
    for (let i = 0; i < data.length; i++) data[i] = draw() + low;
  });
}

/** Whether each of the probabilities comes true. */
const trials = (probabilities: ArrayLike<number>, { sizes, dtype, device }: Tensor, g: Generator, single = false): Tensor =>
  drawn(sizes, dtype, device, (data) => {
    const draw = single ? () => g.uniform32() : () => g.uniform64();
    for (let i = 0; i < data.length; i++) data[i] = draw() < probabilities[i] ? 1 : 0;
  });

const checkProbability = (p: number) => {
  if (!(p >= 0 && p <= 1))
    throw new RuntimeError(
      `Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)`,
    );
};

/** A number of random bits less than 2^53 for `random_`. */
const options = '*, any generator=None, dtype? dtype=None, bool requires_grad=False';

const finish = (t: Tensor, requiresGrad: boolean): Tensor => {
  if (requiresGrad && !t.dtype.isContinuous)
    throw wrongDtype('floating', 'Only Tensors of floating point and complex dtype can require gradients');
  if (requiresGrad) setRequiresGrad(t, true);
  return t;
};

const factory = (
  name: string,
  doc: string,
  formula: string,
  make: (sizes: readonly number[], dtype: DType, device: Device, g: Generator, blocks?: boolean) => Tensor,
): Op[] => [
  op({
    signature: `${name}(int... size, ${options})`,
    kind: kind.creation({ random: true }),
    doc,
    formula,
    forward: (size, g, dtype, requiresGrad) =>
      finish(make(size, dtype ?? getDefaultDType(), getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `${name}_like(Tensor input, ${options})`,
    kind: kind.creation({ random: true }),
    doc: `${doc.replace(/\.$/, '')}, of the size and dtype of \`input\`.`,
    formula,
    variants: ['function'],
    forward(input, g, dtype, requiresGrad) {
      const blocks = input.isContiguousNow;
      const model = input.alias(input.sizes, keptStrides(input.sizes, input.strides));
      const out = inMemoryOrder(model, ({ sizes }) => make(sizes, dtype ?? input.dtype, input.device, generatorOf(g), blocks));
      return finish(out.detach(), requiresGrad);
    },
  }),
];

/** In place: the elements become random numbers. */
export const filling = <const S extends string>(spec: OpSpec<S>): Op =>
  familyOp({
    ...(spec as unknown as FamilySpec),
    variants: ['inplace'],
    gradient: 'input: 0',
    backward: { input: (g) => zerosLike(g) },
  });

/** A tensor of the size that both stretch to. */
const sizesOf = (a: Tensor, b: Tensor | number): Tensor => a.detach().add(b instanceof Tensor ? b.detach() : b);

/** Normal numbers of the sizes of `model`, with a mean and a deviation for each. */
const shifted = (mean: Tensor | number, std: Tensor | number, model: Tensor, g: unknown): Tensor =>
  normal(model.sizes, model.dtype, model.device, 0, 1, generatorOf(g)).mul(std).add(mean);

const normalOf = {
  kind: kind.creation({ random: true }),
  doc: 'Normal random numbers, with a mean and a standard deviation for each.',
  formula: 'out ~ N(mean, std²)',
  gradient: 'mean, std: 0, as PyTorch has it',
  variants: ['function'],
} as const;

export const random: Op[] = [
  ...factory('rand', 'Uniform random numbers in [0, 1).', 'out ~ U[0, 1)', (sizes, dtype, device, g) =>
    uniform(sizes, dtype, device, 0, 1, g),
  ),
  ...factory('randn', 'Standard normal random numbers.', 'out ~ N(0, 1)', (sizes, dtype, device, g) =>
    normal(sizes, dtype, device, 0, 1, g),
  ),
  op({
    signature: `randint(int high, int[] size, ${options})`,
    kind: kind.creation({ random: true }),
    doc: 'Random integers from 0 below `high`.',
    formula: 'out ~ {0, …, high − 1}',
    forward: (high, size, g, dtype, requiresGrad) =>
      finish(integers(size, 0, high, dtype ?? int64, getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `randint.low(int low, int high, int[] size, ${options})`,
    kind: kind.creation({ random: true }),
    doc: 'Random integers from `low` below `high`.',
    formula: 'out ~ {low, …, high − 1}',
    forward: (low, high, size, g, dtype, requiresGrad) =>
      finish(integers(size, low, high, dtype ?? int64, getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `randint_like(Tensor input, int low, int? high=None, ${options})`,
    kind: kind.creation({ random: true }),
    doc: 'Random integers from `low` below `high`, of the size and dtype of `input`.',
    formula: 'out ~ {low, …, high − 1}',
    variants: ['function'],
    forward: (input, low, high, g, dtype, requiresGrad) =>
      finish(
        high === null
          ? integers(input.sizes, 0, low, dtype ?? input.dtype, input.device, generatorOf(g))
          : integers(input.sizes, low, high, dtype ?? input.dtype, input.device, generatorOf(g)),
        requiresGrad,
      ),
  }),
  op({
    signature: `randperm(int n, ${options})`,
    kind: kind.creation({ random: true }),
    doc: 'The integers from 0 below `n` in random order.',
    formula: 'out = a permutation of 0 … n − 1',
    forward(n, g, dtype, requiresGrad) {
      if (n < 0) throw wrongShape(`Trying to create tensor with negative dimension ${n}: [${n}]`);
      const generator = generatorOf(g);
      const out = drawn([n], dtype ?? int64, getDefaultDevice(), (data) => {
        for (let i = 0; i < n; i++) data[i] = i;
        for (let i = 0; i < n - 1; i++) {
          const z = i + (generator.random32() % (n - i));
          [data[i], data[z]] = [data[z], data[i]];
        }
      });
      return finish(out, requiresGrad);
    },
  }),
  op({
    ...normalOf,
    signature: 'normal(Tensor mean, float std=1.0, *, any generator=None)',
    gradFn: 'NormalBackward1',
    forward: (mean, std, g) => shifted(mean, std, mean, g),
    backward: { mean: (g, s) => g.new_zeros(s.sizesOf('mean')) },
  }),
  op({
    ...normalOf,
    signature: 'normal.float_Tensor(float mean, Tensor std, *, any generator=None)',
    gradFn: 'NormalBackward2',
    forward: (mean, std, g) => shifted(mean, std, std, g),
    backward: { std: (g, s) => g.new_zeros(s.sizesOf('std')) },
  }),
  op({
    ...normalOf,
    signature: 'normal.Tensor_Tensor(Tensor mean, Tensor std, *, any generator=None)',
    gradFn: 'NormalBackward3',
    forward: (mean, std, g) => shifted(mean, std, sizesOf(mean, std), g),
    backward: { mean: (g, s) => g.new_zeros(s.sizesOf('mean')), std: (g, s) => g.new_zeros(s.sizesOf('std')) },
  }),
  op({
    signature: `normal.size(float mean, float std, int[] size, ${options})`,
    kind: kind.creation({ random: true }),
    doc: 'Normal random numbers.',
    formula: 'out ~ N(mean, std²)',
    forward: (mean, std, size, g, dtype, requiresGrad) =>
      finish(normal(size, dtype ?? getDefaultDType(), getDefaultDevice(), mean, std, generatorOf(g)), requiresGrad),
  }),
  op({
    signature: 'bernoulli(Tensor input, *, any generator=None)',
    kind: kind.random(),
    doc: '1 with the probability that `input` gives, else 0.',
    formula: 'out ~ Bernoulli(input)',
    gradient: 'input: 0',
    forward(input, g) {
      const p = read(input);
      p.forEach(checkProbability);
      return trials(p, input, generatorOf(g), input.dtype !== float64);
    },
    backward: { input: (g) => zerosLike(g) },
  }),
  filling({
    signature: 'bernoulli.p(Tensor input, float p=0.5, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes 1 with probability `p`, else 0.',
    formula: 'out ~ Bernoulli(p)',
    forward(input, p, g) {
      checkProbability(p);
      const probabilities = new Float64Array(numel(input.sizes)).fill(p);
      return inMemoryOrder(input, (model) => trials(probabilities, model, generatorOf(g)));
    },
  }),
  filling({
    signature: 'bernoulli.tensor(Tensor input, Tensor p, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes 1 with the probability that `p` gives, else 0.',
    formula: 'out ~ Bernoulli(p)',
    forward: (input, p, g) => trials(read(p.expand(input.sizes)), input, generatorOf(g), p.dtype !== float64),
  }),
  filling({
    signature: 'uniform(Tensor input, float from=0.0, float to=1.0, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes uniform random numbers in [from, to).',
    formula: 'out ~ U[from, to)',
    forward(input, from, to, g) {
      if (from > to) throw new RuntimeError(`uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`);
      return inMemoryOrder(input, ({ sizes }) => uniform(sizes, input.dtype, input.device, from, to, generatorOf(g)));
    },
  }),
  filling({
    signature: 'normal.inplace(Tensor input, float mean=0.0, float std=1.0, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes normal random numbers.',
    formula: 'out ~ N(mean, std²)',
    forward: (input, mean, std, g) =>
      inMemoryOrder(input, ({ sizes }) => normal(sizes, input.dtype, input.device, mean, std, generatorOf(g), input.isContiguousNow)),
  }),
  filling({
    signature: 'exponential(Tensor input, float lambd=1.0, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes exponential random numbers.',
    formula: 'out ~ λ e^−λx',
    forward(input, lambd, g) {
      if (!(lambd > 0)) throw new RuntimeError(`exponential_ expects lambda > 0.0, but found lambda=${lambd}`);
      if (!input.dtype.is_floating_point) {
        throw continuous('Exponential', input);
      }
      const generator = generatorOf(g);
      return inMemoryOrder(input, ({ sizes }) =>
        drawn(sizes, input.dtype, input.device, (data) => {
          for (let i = 0; i < data.length; i++) data[i] = (-1 / lambd) * Math.log1p(-generator.uniform64());
        }),
      );
    },
  }),
  filling({
    signature: 'random(Tensor input, int? from=None, int? to=None, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes random integers from `from` below `to`.',
    formula: 'out ~ {from, …, to − 1}',
    forward(input, from, to, g) {
      if (from === null && to === null) refuseUnsigned('random_kernel_cpu', input.dtype);
      // Of int64 PyTorch draws up to 2^63, which cannot be kept here.
      const greatest = 2n ** BigInt(input.dtype.digits) + (input.dtype.is_floating_point ? 1n : 0n);
      const [low, high] = to === null && from !== null ? [0, from] : [from ?? 0, to ?? greatest];
      return inMemoryOrder(input, ({ sizes }) => integers(sizes, low, high, input.dtype, input.device, generatorOf(g)));
    },
  }),
  op({
    signature: 'multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None)',
    kind: kind.random(),
    doc: 'Positions drawn by their weights, for each row.',
    formula: 'out ~ Categorical(input)',
    forward: (input, count, replacement, g) => multinomial(input, count, replacement, generatorOf(g)),
  }),
];

/** One draw (or without replacement): the greatest of weight / exponential noise, as PyTorch; else by cumulated weights. */
function multinomial(input: Tensor, count: number, replacement: boolean, g: Generator): Tensor {
  const rank = input.sizes.length;
  if (rank !== 1 && rank !== 2) throw new RuntimeError('prob_dist must be 1 or 2 dim');
  const n = input.sizes.at(-1)!;
  if (count <= 0) throw new RuntimeError('cannot sample n_sample <= 0 samples');
  if (!replacement && count > n) throw wrongShape('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  if (!input.dtype.is_floating_point) {
    throw wrongDtype('floating', `multinomial only supports floating-point dtypes for input, got: ${input.dtype.scalarName}`);
  }
  if (n > 2 ** 24) throw new RuntimeError('number of categories cannot exceed 2^24');
  const weights = read(dense(input));
  const wrong = weights.find((w) => !(w >= 0 && w < Infinity));
  if (wrong !== undefined) {
    const how = wrong === Infinity ? '= infinity or NaN' : '< 0';
    throw new RuntimeError(
      replacement && count > 1
        ? `invalid multinomial distribution (encountering probability entry ${how})`
        : 'probability tensor contains either `inf`, `nan` or element < 0',
    );
  }
  const rows = rank === 1 ? 1 : input.sizes[0];
  const out = new Float64Array(rows * count);
  const noise = replacement && count > 1 ? null : numbers(input.dtype, weights.length);
  if (noise) for (let i = 0; i < noise.length; i++) noise[i] = -Math.log1p(-g.uniform64());
  for (let r = 0; r < rows; r++) {
    const w = weights.subarray(r * n, (r + 1) * n);
    if (w.every((v) => v === 0)) throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
    const chosen = noise
      ? [...w.keys()].sort((i, j) => w[j] / noise[r * n + j] - w[i] / noise[r * n + i]).slice(0, count)
      : byCumulation(w, count, g);
    out.set(chosen, r * count);
  }
  return Tensor.of(out, rank === 1 ? [count] : [rows, count], int64, input.device);
}

function byCumulation(weights: Float64Array, count: number, g: Generator): number[] {
  let sum = 0;
  const cumulated = weights.map((w) => (sum += w));
  return Array.from({ length: count }, () => {
    const u = g.uniform64() * sum;
    const at = cumulated.findIndex((c) => c >= u);
    return at < 0 ? weights.length - 1 : at;
  });
}
