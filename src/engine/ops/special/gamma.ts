import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { familyOp, op, type Op, type Variant } from '../op.js';
import { withoutKernel } from '../arithmetic/checks.js';
import { pointwise, resultType, type Operand } from '../pointwise.js';

/** Zeta, and functions of the gamma distribution. */

const refuse = (what: string) => (): never => {
  throw new RuntimeError(`the derivative for '${what}' is not implemented.`);
};

const zetaOf = (s: Operand, q: Operand): Tensor => execute(zeta, [s, q, null]) as Tensor;

const zeta = op({
  signature: 'special.zeta(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The Hurwitz zeta function.',
  needsTensor: true,
  formula: 'out = Σ_k 1 / (k + other)^input',
  gradient: 'other: −g · input · ζ(input + 1, other);  input: none, PyTorch has none',
  gradFn: 'SpecialZetaBackward0',
  forward(input, other) {
    const common = resultType([input, other]);
    if (common.is_floating_point && common.itemsize < 4) throw withoutKernel('zeta_cpu', common, [input, other]);
    return pointwise('zeta', [input, other], { result: 'float' });
  },
  backward: {
    input: refuse('zeta'),
    other: (g, s) =>
      s.input instanceof Tensor
        ? g.mul(s.input.neg()).mul(zetaOf(s.input.add(1), s.other))
        : g.mul(-Number(s.input)).mul(zetaOf(Number(s.input) + 1, s.other)),
  },
});

/** An incomplete gamma function, under one of its names. */
const incomplete = (name: string, which: 'igamma' | 'igammac', variants: readonly Variant[]): Op =>
  familyOp({
    signature: `${name}(Tensor input, Tensor other, *, Tensor? out=None)`,
    kind: kind.elementwise(),
    doc: `The regularized ${which === 'igamma' ? 'lower' : 'upper'} incomplete gamma function.`,
    formula: which === 'igamma' ? 'out = ∫₀^other t^(input−1) e^−t dt / Γ(input)' : 'out = ∫_other^∞ t^(input−1) e^−t dt / Γ(input)',
    gradient: `other: ${which === 'igamma' ? '' : '−'}g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`,
    gradFn: which === 'igamma' ? 'IgammaBackward0' : 'IgammacBackward0',
    variants,
    forward(...[a, x]) {
      const [p, q] = [a, x] as [Tensor, Tensor];
      if (!p.dtype.is_floating_point && !q.dtype.is_floating_point) {
        throw new NotImplementedError_(`"${which}_cpu" not implemented for '${p.dtype.scalarName}'`);
      }
      return pointwise(which, [p, q], { result: 'float' });
    },
    backward: {
      input: refuse(`${which}: input`),
      other(g, s) {
        const { input: a, other: x } = s as unknown as { input: Tensor; other: Tensor };
        const density = x.log().mul(a.sub(1)).sub(x).sub(a.lgamma()).exp();
        return g.mul(which === 'igamma' ? density : density.neg());
      },
    },
  });

const all: readonly Variant[] = ['function', 'method', 'inplace'];

/** Every element, minus i/2 for i from 0 to p − 1, along a new dim. */
const lowered = (input: Tensor, p: number): Tensor => {
  const shifts = listOf(p, (i) => -i / 2);
  return input.unsqueeze(-1).add(input.new_tensor(shifts, input.dtype.is_floating_point ? {} : { dtype: input.add(0.5).dtype }));
};

function logGammas(input: Tensor, p: number): Tensor {
  if (p < 1) throw new RuntimeError('p has to be greater than or equal to 1');
  return lowered(input, p)
    .lgamma()
    .sum(-1)
    .add((p * (p - 1) * Math.log(Math.PI)) / 4);
}

const multivariate = { kind: kind.elementwise(), doc: 'The logarithm of the multivariate gamma function.', formula: 'out = ln Γ_p(input)' };

export const gammaOps: Op[] = [
  zeta,
  incomplete('igamma', 'igamma', all),
  incomplete('igammac', 'igammac', all),
  incomplete('special.gammainc', 'igamma', ['function']),
  incomplete('special.gammaincc', 'igammac', ['function']),
  op({
    signature: 'mvlgamma(Tensor input, int p)',
    ...multivariate,
    gradient: 'input: g · Σ_k ψ(input − k / 2), k < p',
    variants: all,
    forward: logGammas,
    backward: { input: (g, s) => g.mul(lowered(s.input, s.p).digamma().sum(-1)) },
  }),
  op({ signature: 'special.multigammaln(Tensor input, int p)', ...multivariate, compose: (input, p) => input.mvlgamma(p) }),
  op({
    signature: 'special.polygamma(int n, Tensor input, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'The n-th derivative of digamma; another name of `polygamma`.',
    formula: 'out = ψ⁽ⁿ⁾(input)',
    compose: (n, input) => input.polygamma(n),
  }),
];
