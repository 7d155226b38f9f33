/**
 * Arithmetic of values of which each may be an int or a float: the result is a float if one of them is, also if it is
 * whole.
 */
import { Tensor } from '../tensor/tensor.js';
import { add, div, mul, neg, power, sub } from './compare.js';
import { Tuple } from './keys.js';
import { float, floordiv, mod, pow, round } from './numbers.js';
import { abs, iter } from './sequences.js';
import { as_float, isFloat, plainly } from './wholeFloats.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- nothing is known of what these take and return */
const isPlain = (x: unknown): boolean => typeof x === 'number' || typeof x === 'boolean';

const ofTwo =
  (f: (a: any, b: any) => any) =>
  (a: any, b: any): any => {
    const [x, y] = [plainly(a), plainly(b)];
    // Beside a tensor, a float stays one: it decides the dtype.
    if (!isPlain(x) || !isPlain(y)) return f(a, b);
    const result: unknown = f(Number(x), Number(y));
    return isFloat(a) || isFloat(b) ? as_float(result) : result;
  };

const ofOne =
  (f: (x: any, ...more: any[]) => any) =>
  (x: any, ...more: any[]): any => {
    const result: unknown = f(plainly(x), ...more);
    return isFloat(x) ? as_float(result) : result;
  };

const plus = ofTwo(add);
const times = ofTwo(mul);

/** Of a tensor: its element, with the type that the dtype tells. */
function item(x: any): any {
  const value: unknown = x.item();
  return x instanceof Tensor && x.dtype.is_floating_point ? as_float(value) : value;
}

export const mixed = Object.freeze({
  add: plus,
  sub: ofTwo(sub),
  mul: times,
  power: ofTwo(power),
  div: (a: any, b: any): any => as_float(div(plainly(a), plainly(b))),
  floordiv: ofTwo(floordiv),
  mod: ofTwo(mod),
  divmod: (a: any, b: any): any => Tuple.from([mixed.floordiv(a, b), mixed.mod(a, b)]),
  pow: (a: any, b: any, modulus?: number): any => (modulus === undefined ? ofTwo(pow)(a, b) : pow(Number(a), Number(b), modulus)),
  neg: ofOne(neg),
  abs: ofOne(abs as (x: any) => any),
  round: (x: any, digits: number | null = null): any =>
    digits === null ? round(plainly(x) as number) : ofOne(round as (x: any, n: number) => any)(x, digits),
  sum: (x: Iterable<any>, start: any = 0): any => {
    let total: unknown = start;
    for (const value of iter<unknown>(x)) total = plus(total, value);
    return total;
  },
  /** The sum of floats: an int only where there are none. */
  total: (x: Iterable<any>): any => {
    const all: unknown[] = [...iter<unknown>(x)];
    return all.length === 0 ? 0 : as_float(all.reduce((a, b) => plainly(plus(a, b)), 0));
  },
  prod: (x: Iterable<any>): any => [...iter<unknown>(x)].reduce((a, b) => times(a, b), 1),
  float: (x?: unknown): number => as_float(float(x)),
  item,
});
/* eslint-enable @typescript-eslint/no-explicit-any */
