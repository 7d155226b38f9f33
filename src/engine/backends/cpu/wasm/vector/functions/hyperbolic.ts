import { abs, add, div, ge, madd, mul, polynomial, select, sub, withSignOf, type Vector } from '../nodes.js';
import { expOfNegative } from './exponential.js';

/** tanh x with an error below 1.4 ulp, after Moshier's tanhf.c. NaN goes through the polynomial. */
export function tanh(x: Vector): Vector {
  const size = abs(x);
  const z = mul(x, x);
  const p = polynomial(z, -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1);
  const small = madd(mul(p, z), x, x);
  // 1 − 2e / (1 + e) with e = e^−2|x|: nothing overflows.
  const e = expOfNegative(mul(size, -2));
  const large = sub(1, div(add(e, e), add(e, 1)));
  // The sign is set last: the polynomial loses the sign of −0.
  return withSignOf(select(ge(size, 0.625), large, small), x);
}
