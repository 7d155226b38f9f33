import {
  abs,
  and,
  constant,
  dmul,
  dnearest,
  dsub,
  eq,
  highHalf,
  iadd,
  ieq,
  integer,
  joinFloats,
  joinIntegers,
  le,
  lowHalf,
  madd,
  mul,
  nmadd,
  not,
  polynomial,
  rescue,
  select,
  shift,
  xor,
  type Vector,
} from '../nodes.js';

/** Above this angle the reduction has too few bits, and JavaScript computes the function. */
export const LARGEST_ANGLE = 1e6;

/** The angle minus a multiple of π/2, and the number of that multiple; in float64, two lanes at a time. */
function reduce(x: Vector): { quarters: Vector; rest: Vector } {
  const quarters = dnearest(dmul(x, 2 / Math.PI));
  return { quarters, rest: dsub(dsub(x, dmul(quarters, 1.57079632673412561417)), dmul(quarters, 6.07710050650619224932e-11)) };
}

/** sin(x + turns · π/2); error below 1.5 ulp. */
function circular(x: Vector, turns: 0 | 1, ask: (x: number) => number): Vector {
  const [low, high] = [reduce(lowHalf(x)), reduce(highHalf(x))];
  const r = joinFloats(low.rest, high.rest);
  const quarter = iadd(joinIntegers(low.quarters, high.quarters), turns);
  const z = mul(r, r);
  const sine = madd(mul(polynomial(z, -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1), z), r, r);
  const cosine = madd(
    mul(z, z),
    polynomial(z, 2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2),
    nmadd(constant(0.5), z, constant(1)),
  );
  const size = select(ieq(and(quarter, 1), integer(0)), sine, cosine);
  const y = xor(size, shift('shl', and(quarter, 2), 30));
  // −0 stays −0; the reduction would lose its sign.
  return rescue(turns ? y : select(eq(x, 0), x, y), not(le(abs(x), LARGEST_ANGLE)), x, ask);
}

export const sin = (x: Vector): Vector => circular(x, 0, Math.sin);
export const cos = (x: Vector): Vector => circular(x, 1, Math.cos);
