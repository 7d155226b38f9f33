import type { Op } from '../op.js';
import { aliases } from './aliases.js';
import { add, div, divNumber, floorDivide, fmod, mul, mulNumber, remainder, rsub, sub } from './basic.js';
import { copysign, fmax, fmin, heaviside, maximum, minimum } from './choice.js';
import { addcdiv, addcmul, lerp } from './combined.js';
import { atan2, gcd, hypot, lcm, logaddexp, logaddexp2, nextafter, xlogy } from './functions.js';
import { pow, powScalar, powTensor } from './pow.js';

/** Operations on elements of two tensors, or of a tensor and a number. */
export const arithmetic: Op[] = [
  add,
  sub,
  rsub,
  mul,
  div,
  mulNumber,
  divNumber,
  floorDivide,
  remainder,
  fmod,
  pow,
  powTensor,
  powScalar,
  maximum,
  minimum,
  fmax,
  fmin,
  atan2,
  hypot,
  logaddexp,
  logaddexp2,
  xlogy,
  nextafter,
  copysign,
  heaviside,
  gcd,
  lcm,
  lerp,
  addcmul,
  addcdiv,
  ...aliases,
];
