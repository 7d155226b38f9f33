import { RuntimeError, TypeError_ } from './errors.js';

/** A number in the form in which Python writes it inside a complex number: `1`, `2.5`, `-0`, `inf`. */
const said = (v: number): string =>
  Number.isNaN(v) ? 'nan' : Math.abs(v) === Infinity ? (v < 0 ? '-inf' : 'inf') : Object.is(v, -0) ? '-0' : String(v);

/** A complex number, as Python's `complex`: `new torch.Complex(1, 2)` is its `1 + 2j`. */
export class Complex {
  constructor(
    readonly re: number,
    readonly im: number = 0,
  ) {}

  /** As `repr` in Python: `(1+2j)`. */
  toString(): string {
    const im = `${said(this.im)}j`;
    if (Object.is(this.re, 0)) return im;
    return `(${said(this.re)}${im.startsWith('-') ? '' : '+'}${im})`;
  }

  /** @throws RuntimeError when a number is needed and the imaginary part is not 0; TypeError for JavaScript's own operators */
  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === 'string') return this.toString();
    if (hint === 'default') {
      throw new TypeError_("JavaScript's own operators do not work on complex numbers: use tensors, such as torch.tensor(z).mul(w).");
    }
    if (this.im === 0) return this.re;
    throw new RuntimeError('value cannot be converted to type double without overflow');
  }
}
