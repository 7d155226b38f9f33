import { float64, getDefaultDType, int64, type DType } from '../dtype.js';
import type { Device } from '../device.js';
import { getDefaultDevice } from '../backends/registry.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { read } from '../backends/allocation.js';
import { keptStrides } from '../layout.js';
import { Tensor } from '../tensor/tensor.js';
import type { Generator } from '../random/generator.js';
import { continuous, drawn, generatorOf, inMemoryOrder, integers, normal, trials, uniform } from './drawing.js';
import { finish } from './factory.js';
import * as kind from './kind.js';
import { multinomial } from './multinomial.js';
import { familyOp, op, type FamilySpec, type Op, type OpSpec } from './op.js';
import { zerosLike } from './pointwise.js';
import { refuseUnsigned } from './unsigned.js';

/** Random operations. */

const checkProbability = (p: number) => {
  if (!(p >= 0 && p <= 1))
    throw new RuntimeError(
      `Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)`,
    );
};

/** Options of every random factory function. */
const options = '*, any generator=None, dtype? dtype=None, bool requires_grad=False';

const factory = (
  name: string,
  filledBy: string,
  doc: string,
  formula: string,
  make: (sizes: readonly number[], dtype: DType, device: Device, g: Generator, blocks?: boolean) => Tensor,
): Op[] => [
  op({
    signature: `${name}(int... size, ${options})`,
    filledBy,
    kind: kind.creation({ random: true }),
    doc,
    formula,
    forward: (size, g, dtype, requiresGrad) =>
      finish(make(size, dtype ?? getDefaultDType(), getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `${name}_like(Tensor input, ${options})`,
    filledBy: 'empty_strided',
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

/** An op that fills a tensor with random numbers, in place. */
export const filling = <const S extends string>(spec: OpSpec<S>): Op =>
  familyOp({
    ...(spec as unknown as FamilySpec),
    variants: ['inplace'],
    gradient: 'input: 0',
    backward: { input: (g) => zerosLike(g) },
  });

/** A tensor with the size to which both broadcast. */
const sizesOf = (a: Tensor, b: Tensor | number): Tensor => a.detach().add(b instanceof Tensor ? b.detach() : b);

/** Normal numbers with the sizes of `model`, each with its own mean and deviation. */
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
  ...factory('rand', 'uniform_', 'Uniform random numbers in [0, 1).', 'out ~ U[0, 1)', (sizes, dtype, device, g) =>
    uniform(sizes, dtype, device, 0, 1, g),
  ),
  ...factory('randn', 'normal_', 'Standard normal random numbers.', 'out ~ N(0, 1)', (sizes, dtype, device, g) =>
    normal(sizes, dtype, device, 0, 1, g),
  ),
  op({
    signature: `randint(int high, int[] size, ${options})`,
    filledBy: 'random_.from',
    kind: kind.creation({ random: true }),
    doc: 'Random integers from 0 below `high`.',
    formula: 'out ~ {0, …, high − 1}',
    forward: (high, size, g, dtype, requiresGrad) =>
      finish(integers(size, 0, high, dtype ?? int64, getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `randint.low(int low, int high, int[] size, ${options})`,
    filledBy: 'random_.from',
    kind: kind.creation({ random: true }),
    doc: 'Random integers from `low` below `high`.',
    formula: 'out ~ {low, …, high − 1}',
    forward: (low, high, size, g, dtype, requiresGrad) =>
      finish(integers(size, low, high, dtype ?? int64, getDefaultDevice(), generatorOf(g)), requiresGrad),
  }),
  op({
    signature: `randint_like(Tensor input, int low, int? high=None, ${options})`,
    filledBy: 'empty_strided',
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
    filledBy: 'randperm.generator_out',
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
    filledBy: 'normal_',
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
      return inMemoryOrder(input, (model) => trials(p, model, generatorOf(g)));
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
      // For int64, PyTorch draws numbers up to 2^63, which JavaScript numbers cannot hold.
      const greatest = 2n ** BigInt(input.dtype.digits) + (input.dtype.is_floating_point ? 1n : 0n);
      const [low, high] = to === null && from !== null ? [0, from] : [from ?? 0, to ?? greatest];
      return inMemoryOrder(input, ({ sizes }) => integers(sizes, low, high, input.dtype, input.device, generatorOf(g)));
    },
  }),
  op({
    signature: 'multinomial(Tensor input, int num_samples, bool replacement=False, *, any generator=None, Tensor? out=None)',
    kind: kind.random(),
    doc: 'Positions drawn by their weights, for each row.',
    formula: 'out ~ Categorical(input)',
    wrongOut: (_, out) => `multinomial expects Long tensor out, got: ${out.scalarName}`,
    forward: (input, count, replacement, g) => multinomial(input, count, replacement, generatorOf(g)),
  }),
];
