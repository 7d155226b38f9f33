import { abs, gt, madd, mul, neg, nmadd, polynomial, select, sub, withSignOf, type Vector } from '../nodes.js';
import { expOfNegative } from './exponential.js';

/** The error function, after Juffa: error below 1.2 ulp. */
export function erf(x: Vector): Vector {
  const size = abs(x);
  const square = mul(x, x);
  const low = polynomial(size, -3.88396438e-3, 2.42546219e-2);
  let r = madd(polynomial(size, -1.7285347e-5, 3.83197126e-4), square, low);
  for (const c of [-1.06777877e-1, -6.34846687e-1, -1.28717512e-1]) r = madd(r, size, c);
  const far = sub(1, expOfNegative(nmadd(neg(r), size, neg(size))));
  const p = polynomial(square, -5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1, -3.76125336e-1, 1.28379166e-1);
  return select(gt(size, 0.927734375), withSignOf(far, x), madd(p, x, x));
}
