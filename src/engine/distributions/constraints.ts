/** `torch.distributions.constraints`: the regions that parameters and samples lie in. */
import { bool } from '../dtype.js';
import * as linalg from '../generated/linalg.js';
import { full } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import {
  bounded,
  Cat,
  Dependent,
  IndependentConstraint,
  maker,
  Multinomial,
  OfMixture,
  simple,
  Stack,
  written,
} from './constraintClasses.js';
import { finfo, sizeFromEnd } from './support.js';

export { Constraint, is_dependent } from './constraintClasses.js';

const and = (a: Tensor, b: Tensor): Tensor => a.logical_and(b);
const whole = (v: Tensor): Tensor => v.remainder(1).eq(0);
const zeroOrOne = (v: Tensor): Tensor => v.eq(0).logical_or(v.eq(1));
const lower = ['lower_bound'] as const;
const upper = ['upper_bound'] as const;
const both = ['lower_bound', 'upper_bound'] as const;

export const dependent = new Dependent();
export const independent = maker(IndependentConstraint);
export const MixtureSameFamilyConstraint = maker(OfMixture);
export const cat = maker(Cat);
export const stack = maker(Stack);

export const greater_than = bounded('GreaterThan', lower, (v, low) => v.gt(low));
export const greater_than_eq = bounded('GreaterThanEq', lower, (v, low) => v.ge(low));
export const less_than = bounded('LessThan', upper, (v, high) => v.lt(high));
export const interval = bounded('Interval', both, (v, low, high) => and(v.ge(low), v.le(high)));
export const half_open_interval = bounded('HalfOpenInterval', both, (v, low, high) => and(v.ge(low), v.lt(high)));
export const integer_interval = bounded('IntegerInterval', both, (v, low, high) => and(and(whole(v), v.ge(low)), v.le(high)), true);
const integerGreaterThan = bounded('IntegerGreaterThan', lower, (v, low) => and(whole(v), v.ge(low)), true);

export const boolean = simple('Boolean', zeroOrOne, true);
export const one_hot = simple('OneHot', (v) => and(zeroOrOne(v).all(-1), v.sum(-1).eq(1)), true, 1);
export const nonnegative_integer = integerGreaterThan(0);
export const positive_integer = integerGreaterThan(1);
export const real = simple('Real', (v) => v.eq(v));
export const real_vector = independent(real, 1);
export const positive = written(greater_than(0), 'GreaterThan(lower_bound=0.0)');
export const nonnegative = written(greater_than_eq(0), 'GreaterThanEq(lower_bound=0.0)');
export const unit_interval = written(interval(0, 1), 'Interval(lower_bound=0.0, upper_bound=1.0)');
export const simplex = simple('Simplex', (v) => and(v.ge(0).all(-1), v.sum(-1).sub(1).abs().lt(1e-6)), false, 1);

export const multinomial = maker(Multinomial);

const isLowerTriangular = (v: Tensor): Tensor =>
  v
    .tril()
    .eq(v)
    .view([...v.sizes.slice(0, -2), -1])
    .all(-1);
const isLowerCholesky = (v: Tensor): Tensor => and(isLowerTriangular(v), v.diagonal({ dim1: -2, dim2: -1 }).gt(0).all(-1));
const isSquare = (v: Tensor): Tensor => full(v.sizes.slice(0, -2), sizeFromEnd(v, -2) === v.size(-1), { dtype: bool });

function isSymmetric(v: Tensor): Tensor {
  const square = isSquare(v);
  return square.all().item() ? v.isclose(v.mT, { atol: 1e-6 }).all(-2).all(-1) : square;
}

/** A check for a symmetric matrix, together with a further check. */
const symmetricAnd =
  (check: (v: Tensor) => Tensor) =>
  (v: Tensor): Tensor => {
    const isValid = isSymmetric(v);
    return isValid.all().item() ? check(v) : isValid;
  };

function isCorrCholesky(v: Tensor): Tensor {
  const tolerance = finfo(v.dtype).eps * v.size(-1) * 10;
  const hasUnitRows = linalg.norm(v.detach(), { dim: -1 }).sub(1).abs().le(tolerance).all(-1);
  return and(isLowerCholesky(v), hasUnitRows);
}

export const lower_triangular = simple('LowerTriangular', isLowerTriangular, false, 2);
export const lower_cholesky = simple('LowerCholesky', isLowerCholesky, false, 2);
export const corr_cholesky = simple('CorrCholesky', isCorrCholesky, false, 2);
export const square = simple('Square', isSquare, false, 2);
export const symmetric = simple('Symmetric', isSymmetric, false, 2);
export const positive_semidefinite = simple(
  'PositiveSemidefinite',
  symmetricAnd((v) => linalg.eigvalsh(v).ge(0).all(-1)),
  false,
  2,
);
export const positive_definite = simple(
  'PositiveDefinite',
  symmetricAnd((v) => linalg.cholesky_ex(v).info.eq(0)),
  false,
  2,
);
