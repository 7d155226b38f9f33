import { withGradMode } from '../autograd/gradMode.js';
import { float64 } from '../dtype.js';
import { empty, rand, randn, where } from '../generated/torch.js';
import type { Size } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { distribution } from './distribution.js';
import type { SampleShape } from './support.js';

const { PI } = Math;

/** Coefficients of the modified Bessel functions of order 0 and 1, for small arguments and for large ones. */
const small = [
  [1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813],
  [0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532, 0.00032411],
];
const large = [
  [0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377],
  [0.39894228, -0.03988024, -0.00362018, 0.00163801, -0.01031555, 0.02282967, -0.02895312, 0.01787654, -0.00420059],
];

/** c₀ + y · (c₁ + y · (c₂ + …)) */
function polynomial(y: Tensor, coefficients: readonly number[]): Tensor {
  const [first, ...rest] = coefficients;
  return y.mul(rest.length === 1 ? rest[0] : polynomial(y, rest)).add(first);
}

/** The logarithm of a modified Bessel function, by its polynomials. */
function logBessel(x: Tensor, order: 0 | 1): Tensor {
  const y = x.div(3.75);
  const near = polynomial(y.mul(y), small[order]);
  const far = polynomial(x.reciprocal().mul(3.75), large[order]);
  return where(x.lt(3.75), (order === 1 ? x.abs().mul(near) : near).log(), x.sub(x.log().mul(0.5)).add(far.log()));
}

/** Angles around 0, for concentrations so small or so large that the distribution is uniform or normal to the last digit. */
const atEdges = (concentration: Tensor, shape: Size): Tensor =>
  where(
    concentration.abs().lt(1),
    rand(shape, { dtype: float64 })
      .mul(2 * PI)
      .sub(PI),
    randn(shape, { dtype: float64 }).div(concentration.sqrt()),
  );

/** Angles around a given angle, as `torch.distributions.VonMises`. */
export class VonMises extends distribution('VonMises(Tensor|float loc, Tensor|float concentration, bool? validate_args=None)', {
  params: { loc: constraints.real, concentration: constraints.positive },
  support: constraints.real,
}) {
  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return logBessel(this.concentration, 1).sub(logBessel(this.concentration, 0)).exp().rsub(1);
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this.concentration
      .mul(value.sub(this.loc).cos())
      .sub(Math.log(2 * PI))
      .sub(logBessel(this.concentration, 0));
  }
  /** Samples by rejection from a wrapped Cauchy distribution (Best and Fisher, 1979), in double precision. */
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    return withGradMode(false, () => {
      const loc = this.loc.to(float64);
      const kappa = this.concentration.to(float64);
      const tau = kappa.pow(2).mul(4).add(1).sqrt().add(1);
      const rho = tau.sub(tau.mul(2).sqrt()).div(kappa.mul(2));
      const r = where(kappa.lt(1e-5), kappa.reciprocal().add(kappa), rho.pow(2).add(1).div(rho.mul(2)));
      // When r is 1 or not finite, no proposal would ever be accepted. Such angles are uniform, normal, or nan.
      const isOdd = r.isfinite().logical_not().logical_or(r.abs().le(1));
      let x = isOdd.any().item() ? atEdges(kappa, shape) : empty(shape, { dtype: float64 });
      let done = isOdd.expand(shape);
      while (!done.all().item()) {
        const [u1, u2, u3] = rand([3, ...shape], { dtype: float64 }).unbind();
        const z = u1.mul(PI).cos();
        const f = r.mul(z).add(1).div(r.add(z));
        const c = kappa.mul(r.sub(f));
        const isTaken = c.mul(c.rsub(2)).sub(u2).gt(0).logical_or(c.div(u2).log().add(1).sub(c).ge(0));
        x = where(isTaken, u3.sub(0.5).sign().mul(f.acos()), x);
        done = done.logical_or(isTaken);
      }
      return x
        .add(PI)
        .add(loc)
        .remainder(2 * PI)
        .sub(PI)
        .to(this.loc.dtype);
    });
  }
}
