/**
 * Numbers of about 106 bits as sums of two doubles (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971): exact sums and products, and operations built on them.
 */

/** The number `hi + lo`, where `hi` is the double nearest to it. */
export interface Double2 {
  readonly hi: number;
  readonly lo: number;
}

export const double2 = (hi: number, lo = 0): Double2 => ({ hi, lo });

const SPLIT = 2 ** 27 + 1;

/** a + b exactly, for any sizes of a and b. */
export function sumOf(a: number, b: number): Double2 {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** a + b exactly, where a is the larger number. */
function joined(a: number, b: number): Double2 {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** a × b exactly, unless it overflows. */
export function productOf(a: number, b: number): Double2 {
  const hi = a * b;
  const [s, t] = [SPLIT * a, SPLIT * b];
  const [a1, b1] = [s - (s - a), t - (t - b)];
  const [a2, b2] = [a - a1, b - b1];
  return { hi, lo: a1 * b1 - hi + a1 * b2 + a2 * b1 + a2 * b2 };
}

export function add(a: Double2, b: Double2): Double2 {
  const s = sumOf(a.hi, b.hi);
  const t = sumOf(a.lo, b.lo);
  const first = joined(s.hi, s.lo + t.hi);
  return joined(first.hi, first.lo + t.lo);
}

export const negative = ({ hi, lo }: Double2): Double2 => ({ hi: -hi, lo: -lo });
export const subtract = (a: Double2, b: Double2): Double2 => add(a, negative(b));

export function multiply(a: Double2, b: Double2): Double2 {
  const { hi, lo } = productOf(a.hi, b.hi);
  return joined(hi, lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divide(a: Double2, b: Double2): Double2 {
  const first = a.hi / b.hi;
  let rest = subtract(a, multiply(b, double2(first)));
  const second = rest.hi / b.hi;
  rest = subtract(rest, multiply(b, double2(second)));
  return add(joined(first, second), double2(rest.hi / b.hi));
}

/** The number times a power of two. */
export const scaled = ({ hi, lo }: Double2, by: number): Double2 => ({ hi: hi * by, lo: lo * by });

/**
 * The sum of all numbers, rounded once (J. R. Shewchuk, "Adaptive precision floating-point arithmetic", 1997): the
 * partial sums do not overlap.
 */
export function exactSum(all: readonly number[]): number {
  let parts: number[] = [];
  for (const each of all) {
    let x = each;
    const next: number[] = [];
    for (const part of parts) {
      const { hi, lo } = sumOf(x, part);
      if (lo !== 0) next.push(lo);
      x = hi;
    }
    parts = [...next, x];
  }
  if (!parts.every(Number.isFinite)) return all.reduce((a, b) => a + b, 0);
  let [sum, rest] = [parts.pop() ?? 0, 0];
  while (parts.length > 0 && rest === 0) ({ hi: sum, lo: rest } = sumOf(sum, parts.pop()!));
  // If the rest is half of the last digit, the remaining parts decide how to round.
  const isHalf = parts.length > 0 && rest !== 0 && Math.sign(rest) === Math.sign(parts.at(-1)!);
  return isHalf && sum + 2 * rest - sum === 2 * rest ? sum + 2 * rest : sum;
}
