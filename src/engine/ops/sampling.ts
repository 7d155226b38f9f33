import { read } from '../backends/allocation.js';
import { float32, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { finfo } from '../namespaces/limits.js';
import type { Generator } from '../random/generator.js';
import { dirichletGradient, standardGammaGradient } from '../random/implicitGradients.js';
import { sampleBinomial, sampleGamma, samplePoisson } from '../random/samplers.js';
import type { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { noDerivative } from './noDerivative.js';
import { op, type Op } from './op.js';
import { zerosLike } from './pointwise.js';
import { continuous, drawn, generatorOf, inMemoryOrder } from './drawing.js';
import { filling } from './random.js';

/**
 * Random numbers of distributions whose parameters are tensors, and operations that fill a tensor from one
 * distribution.
 */

const rounding = (dtype: DType) => (dtype === float32 ? Math.fround : (v: number) => v);

/** Draws a number for every element, in row-major order. */
const each = (input: Tensor, draw: (v: number, i: number) => number): Tensor => {
  const values = read(input);
  return drawn(input.sizes, input.dtype, input.device, (data) => {
    for (let i = 0; i < data.length; i++) data[i] = draw(values[i], i);
  });
};

const zero = { backward: { input: zerosLike }, gradient: 'input: 0' };

/** Fills in place: `draw` gives every element from a generator. */
const fill = (input: Tensor, given: unknown, draw: (g: Generator) => number): Tensor => {
  const g = generatorOf(given);
  return inMemoryOrder(input, ({ sizes }) =>
    drawn(sizes, input.dtype, input.device, (data) => {
      for (let i = 0; i < data.length; i++) data[i] = draw(g);
    }),
  );
};

export const sampling: Op[] = [
  op({
    signature: 'poisson(Tensor input, any generator=None)',
    kind: kind.random(),
    doc: 'Poisson random numbers, with a rate for each.',
    formula: 'out ~ Poisson(input)',
    ...zero,
    variants: ['function'],
    forward(input, generator) {
      if (!input.dtype.is_floating_point) throw new RuntimeError(`"poisson_cpu" not implemented for '${input.dtype.scalarName}'`);
      const g = generatorOf(generator);
      return each(input, (rate) => {
        if (rate < 0) throw new RuntimeError('invalid Poisson rate, expected rate to be non-negative');
        return samplePoisson(rate, g);
      });
    },
  }),
  op({
    signature: 'binomial(Tensor input, Tensor prob, any generator=None)',
    kind: kind.random(),
    doc: 'Binomial random numbers: how many of `input` trials succeed, each with probability `prob`.',
    formula: 'out ~ Binomial(input, prob)',
    gradient: 'input: 0;  prob: 0',
    variants: ['function'],
    forward(input, prob, generator) {
      if (!input.dtype.is_floating_point) throw new RuntimeError(`"binomial_cpu" not implemented for '${input.dtype.scalarName}'`);
      if (prob.dtype !== input.dtype) {
        throw new RuntimeError(`Found dtype ${prob.dtype.scalarName} but expected ${input.dtype.scalarName}`);
      }
      const g = generatorOf(generator);
      const sizes = input.add(prob).sizes;
      const probabilities = read(prob.expand(sizes));
      const round = rounding(input.dtype);
      return each(input.expand(sizes), (count, i) => sampleBinomial(count, probabilities[i], round, g));
    },
    backward: { input: zerosLike, prob: zerosLike },
  }),
  op({
    signature: '_standard_gamma(Tensor input, any generator=None)',
    kind: kind.random(),
    doc: 'Random numbers of the gamma distribution of rate 1, with a concentration for each.',
    formula: 'out ~ Gamma(input, 1)',
    gradient: 'input: g · −(∂cdf/∂input) / pdf',
    gradFn: 'StandardGammaBackward0',
    internal: false,
    variants: ['function'],
    forward(input, generator) {
      const g = generatorOf(generator);
      const round = rounding(input.dtype);
      return each(input, (alpha) => Math.max(finfo(input.dtype).tiny, sampleGamma(alpha, round, g)));
    },
    backward: { input: (g, s) => g.mul(s.input._standard_gamma_grad(s.result)) },
  }),
  op({
    signature: '_standard_gamma_grad(Tensor input, Tensor output)',
    kind: kind.elementwise(),
    doc: 'How numbers drawn from gamma distributions move with the concentrations.',
    formula: 'out = −(∂cdf/∂input) / pdf',
    ...noDerivative('_standard_gamma_grad', 'input', 'output'),
    forward(input, output) {
      const x = read(output);
      return each(input, (alpha, i) => standardGammaGradient(alpha, x[i]));
    },
  }),
  op({
    signature: '_sample_dirichlet(Tensor input, any generator=None)',
    kind: kind.random(),
    doc: 'Random numbers that add up to 1 along the last dim, with a concentration for each.',
    formula: 'out ~ Dirichlet(input)',
    gradient: 'input: implicit: see torch.distributions.Dirichlet',
    gradFn: '_DirichletBackward',
    internal: false,
    variants: ['function'],
    forward(input, generator) {
      const g = generatorOf(generator);
      const length = input.sizes.at(-1) ?? 1;
      const least = finfo(input.dtype).tiny;
      const most = 1 - (input.dtype === float32 ? 2 ** -24 : 2 ** -53);
      const gammas = read(input).map((alpha) =>
        Math.max(
          2 ** -1022,
          sampleGamma(alpha, (v) => v, g),
        ),
      );
      const sums = new Float64Array(gammas.length / length);
      for (let i = 0; i < gammas.length; i++) sums[Math.floor(i / length)] += gammas[i];
      return each(input, (_, i) => Math.min(most, Math.max(least, gammas[i] / sums[Math.floor(i / length)])));
    },
    backward: {
      input(g, s) {
        const x = s.result;
        const gradient = x._dirichlet_grad(s.input, s.input.sum(-1, true).expand_as(s.input));
        return gradient.mul(g.sub(x.mul(g).sum(-1, true)));
      },
    },
  }),
  op({
    signature: '_dirichlet_grad(Tensor input, Tensor alpha, Tensor total)',
    kind: kind.elementwise(),
    doc: 'How numbers drawn from Dirichlet distributions move with their concentrations.',
    formula: 'out = −(∂cdf/∂alpha) / pdf',
    ...noDerivative('_dirichlet_grad', 'input', 'alpha', 'total'),
    forward(input, alpha, total) {
      const [alphas, totals] = [read(alpha), read(total)];
      return each(input, (x, i) => dirichletGradient(x, alphas[i], totals[i]));
    },
  }),
  filling({
    signature: 'geometric(Tensor input, float p, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes geometric random numbers: at which trial the first succeeds.',
    formula: 'out ~ p (1 − p)^(k − 1)',
    forward(input, p, generator) {
      if (!(p > 0 && p < 1)) throw new RuntimeError(`geometric_ expects p to be in (0, 1), but got p=${p}`);
      const logFailure = Math.log1p(-p);
      return fill(input, generator, (g) => Math.ceil(Math.log(g.uniform64()) / logFailure));
    },
  }),
  filling({
    signature: 'cauchy(Tensor input, float median=0, float sigma=1, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes random numbers of the Cauchy distribution.',
    formula: 'out = median + sigma · tan(π (U − ½))',
    forward(input, median, sigma, generator) {
      if (!(sigma > 0)) throw new RuntimeError(`cauchy_ expects sigma > 0.0, but found sigma=${sigma}`);
      if (!input.dtype.is_floating_point) throw continuous('Cauchy', input);
      return fill(input, generator, (g) => median + sigma * Math.tan(Math.PI * (g.uniform64() - 0.5)));
    },
  }),
  filling({
    signature: 'log_normal(Tensor input, float mean=1, float std=2, *, any generator=None)',
    kind: kind.random(),
    doc: 'Becomes random numbers whose logarithms are normal.',
    formula: 'log out ~ N(mean, std²)',
    forward(input, mean, std, generator) {
      if (!(std > 0)) throw new RuntimeError(`log_normal_ expects std > 0.0, but found std=${std}`);
      if (!input.dtype.is_floating_point) throw continuous('Lognormal', input);
      return fill(input, generator, (g) => Math.exp(g.normal64() * std + mean));
    },
  }),
];
