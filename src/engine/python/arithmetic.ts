/** Numbers of Python's library, which compute by methods behind the operators: `fractions.Fraction` and `complex`. */
import { pyFloat } from '../nn/pythonText.js';
import { Complex } from '../complex.js';
import { TypeError_, ValueError } from '../errors.js';
import { OverflowError, ZeroDivisionError } from './exceptions.js';
import { as_float, plainly } from './wholeFloats.js';

type Two<T> = (a: T, b: T) => unknown;

/**
 * Gives a class its operators and the answers to those of other values.
 * @param of the number of this class for a value; null for a value that is none, and a float for one beside which the result is one
 */
function operators<T extends object>(
  made: new (...given: never[]) => T,
  of: (x: unknown) => T | number | null,
  all: Record<string, Two<T>>,
  plain: Record<string, Two<number>>,
): void {
  const define = (name: string, value: unknown): unknown => Object.defineProperty(made.prototype, name, { value, configurable: true });
  const apply = (name: string, given: unknown, other: unknown): unknown => {
    const [a, b] = [of(given), of(other)];
    if (a === null || b === null) throw new TypeError_(`unsupported operand type(s) for ${name}`);
    if (typeof a === 'number' || typeof b === 'number') return plain[name](Number(a), Number(b));
    return all[name](a, b);
  };
  for (const name of Object.keys(all)) {
    define(`__${name}__`, function (this: T, other: unknown) {
      return apply(name, this, other);
    });
    define(`__r${name}__`, function (this: T, other: unknown) {
      return apply(name, other, this);
    });
  }
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/**
 * The whole numbers above and below the line.
 * @throws OverflowError for an infinity, and ValueError for NaN and for a text that is no ratio
 */
export function ratioOf(given: unknown): [number, number] {
  if (given instanceof Fraction) return [given.numerator, given.denominator];
  if (typeof given === 'string') {
    const [, whole, part = '', below = '1'] = /^\s*([-+]?\d*)(?:\.(\d*))?(?:\/(\d+))?\s*$/.exec(given) ?? [];
    if (whole === undefined) throw new ValueError(`Invalid literal for Fraction: '${given}'`);
    return [Number(`${whole}${part}`), Number(below) * 10 ** part.length];
  }
  let [above, below] = [Number(plainly(given)), 1];
  if (Number.isNaN(above)) throw new ValueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(above)) throw new OverflowError('cannot convert Infinity to integer ratio');
  for (; !Number.isInteger(above); above *= 2) below *= 2;
  return [above, below];
}

/** As Python's `fractions.Fraction`. */
export class Fraction {
  readonly numerator: number;
  readonly denominator: number;

  constructor(above: unknown = 0, below: unknown = 1) {
    const [[a, b], [x, y]] = [ratioOf(above), ratioOf(below)];
    const [n, d] = [a * y, b * x];
    if (d === 0) throw new ZeroDivisionError(`Fraction(${n}, 0)`);
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) throw new OverflowError('a fraction of whole numbers beyond 2**53');
    const by = gcd(n, d) * Math.sign(d);
    this.numerator = n / by;
    this.denominator = d / by;
  }

  valueOf(): number {
    return this.numerator / this.denominator;
  }

  limit_denominator(most = 1e6): Fraction {
    let [a, b, c, d] = [0, 1, 1, 0];
    let [n, m] = [this.numerator, this.denominator];
    if (m <= most) return this;
    for (;;) {
      const whole = Math.floor(n / m);
      const next = b + whole * d;
      if (next > most) break;
      [a, b, c, d] = [c, d, a + whole * c, next];
      [n, m] = [m, n - whole * m];
    }
    const k = Math.floor((most - b) / d);
    const [one, two] = [new Fraction(a + k * c, b + k * d), new Fraction(c, d)];
    return Math.abs(Number(two) - Number(this)) <= Math.abs(Number(one) - Number(this)) ? two : one;
  }

  __float__(): number {
    return this.valueOf();
  }

  __int__(): number {
    return Math.trunc(this.valueOf());
  }

  __neg__(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  __abs__(): Fraction {
    return new Fraction(Math.abs(this.numerator), this.denominator);
  }

  __bool__(): boolean {
    return this.numerator !== 0;
  }

  __hash__(): number {
    return this.numerator * 31 + this.denominator;
  }

  __eq__(other: unknown): boolean {
    return Number(plainly(other)) === this.valueOf();
  }

  __lt__(other: unknown): boolean {
    return this.valueOf() < Number(plainly(other));
  }

  __le__(other: unknown): boolean {
    return this.valueOf() <= Number(plainly(other));
  }

  __gt__(other: unknown): boolean {
    return this.valueOf() > Number(plainly(other));
  }

  __ge__(other: unknown): boolean {
    return this.valueOf() >= Number(plainly(other));
  }

  __str__(): string {
    return `${this.numerator}${this.denominator === 1 ? '' : `/${this.denominator}`}`;
  }

  __repr__(): string {
    return `Fraction(${this.numerator}, ${this.denominator})`;
  }
}

operators<Fraction>(
  Fraction,
  (x) =>
    x instanceof Fraction
      ? x
      : typeof x === 'number' && Number.isInteger(x)
        ? new Fraction(x)
        : Number.isNaN(Number(plainly(x)))
          ? null
          : Number(plainly(x)),
  {
    add: (a, b) => new Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    sub: (a, b) => new Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
    mul: (a, b) => new Fraction(a.numerator * b.numerator, a.denominator * b.denominator),
    truediv: (a, b) => new Fraction(a.numerator * b.denominator, a.denominator * b.numerator),
    pow: (a, b) =>
      b.denominator !== 1
        ? as_float(Number(a) ** Number(b))
        : b.numerator < 0
          ? new Fraction(a.denominator ** -b.numerator, a.numerator ** -b.numerator)
          : new Fraction(a.numerator ** b.numerator, a.denominator ** b.numerator),
    floordiv: (a, b) => Math.floor(Number(a) / Number(b)),
    mod: (a, b) => {
      const times = Math.floor(Number(a) / Number(b));
      return new Fraction(a.numerator * b.denominator - times * b.numerator * a.denominator, a.denominator * b.denominator);
    },
  },
  {
    add: (a, b) => as_float(a + b),
    sub: (a, b) => as_float(a - b),
    mul: (a, b) => as_float(a * b),
    truediv: (a, b) => as_float(a / b),
    pow: (a, b) => as_float(a ** b),
    floordiv: (a, b) => as_float(Math.floor(a / b)),
    mod: (a, b) => as_float(a - b * Math.floor(a / b)),
  },
);

/** As Python's `complex`: the engine's, with what is behind Python's operators. */
class PyComplex extends Complex {
  get real(): number {
    return as_float(this.re);
  }

  get imag(): number {
    return as_float(this.im);
  }

  static of(x: unknown): PyComplex | null {
    const plain = plainly(x);
    return plain instanceof PyComplex
      ? plain
      : plain instanceof Complex
        ? new PyComplex(plain.re, plain.im)
        : typeof plain === 'number' || typeof plain === 'boolean'
          ? new PyComplex(Number(plain), 0)
          : null;
  }

  static product(a: PyComplex, b: PyComplex): PyComplex {
    return new PyComplex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
  }

  static quotient(a: PyComplex, b: PyComplex): PyComplex {
    if (b.re === 0 && b.im === 0) throw new ZeroDivisionError('complex division by zero');
    if (Math.abs(b.re) >= Math.abs(b.im)) {
      const [by, below] = [b.im / b.re, b.re + b.im * (b.im / b.re)];
      return new PyComplex((a.re + a.im * by) / below, (a.im - a.re * by) / below);
    }
    const [by, below] = [b.re / b.im, b.re * (b.re / b.im) + b.im];
    return new PyComplex((a.re * by + a.im) / below, (a.im * by - a.re) / below);
  }

  static power(a: PyComplex, b: PyComplex): PyComplex {
    if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) {
      let [made, base] = [new PyComplex(1, 0), a];
      for (let left = Math.abs(b.re); left > 0; left = Math.floor(left / 2)) {
        if (left % 2 === 1) made = PyComplex.product(made, base);
        base = PyComplex.product(base, base);
      }
      return b.re < 0 ? PyComplex.quotient(new PyComplex(1, 0), made) : made;
    }
    if (a.re === 0 && a.im === 0) return new PyComplex(0, 0);
    const [length, angle] = [Math.hypot(a.re, a.im), Math.atan2(a.im, a.re)];
    const size = length ** b.re * Math.exp(-angle * b.im);
    const turn = angle * b.re + b.im * Math.log(length);
    return new PyComplex(size * Math.cos(turn), size * Math.sin(turn));
  }

  static sum(a: PyComplex, b: PyComplex, sign = 1): PyComplex {
    return new PyComplex(a.re + sign * b.re, a.im + sign * b.im);
  }

  conjugate(): PyComplex {
    return new PyComplex(this.re, -this.im);
  }

  __neg__(): PyComplex {
    return new PyComplex(-this.re, -this.im);
  }

  __abs__(): number {
    return as_float(Math.hypot(this.re, this.im));
  }

  __bool__(): boolean {
    return this.re !== 0 || this.im !== 0;
  }

  __eq__(other: unknown): boolean {
    const two = PyComplex.of(other);
    return two !== null && two.re === this.re && two.im === this.im;
  }

  __hash__(): number {
    return this.re + 1000003 * this.im;
  }

  __repr__(): string {
    const text = (x: number): string => pyFloat(x).replace(/\.0$/, '');
    if (this.re === 0 && !Object.is(this.re, -0)) return `${text(this.im)}j`;
    const own = text(this.im);
    return `(${text(this.re)}${/^-/.test(own) ? '' : '+'}${own}j)`;
  }
}
Object.defineProperty(PyComplex, 'name', { value: 'complex' });
operators<PyComplex>(
  PyComplex,
  (x) => PyComplex.of(x),
  {
    add: (a, b) => PyComplex.sum(a, b),
    sub: (a, b) => PyComplex.sum(a, b, -1),
    mul: PyComplex.product,
    truediv: PyComplex.quotient,
    pow: PyComplex.power,
  },
  {},
);

/** As Python's `complex(real, imag)`. */
export const complex = (real: unknown = 0, imag: unknown = 0): PyComplex =>
  PyComplex.sum(PyComplex.of(real)!, PyComplex.product(PyComplex.of(imag)!, new PyComplex(0, 1)));
