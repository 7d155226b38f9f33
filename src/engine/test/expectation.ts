/** `expect(value)`: checks on a value, with an error message for each check that fails. */
import { readParts } from '../backends/allocation.js';
import { AssertionError, TypeError_ } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import { methodsSay } from '../saying.js';
import { sameSizes } from '../shape.js';
import type { Nested } from '../nested.js';
import { Tensor } from '../tensor/tensor.js';
import { difference, isClose, tensorLike, type Tolerance } from './close.js';
import { snapshotOf } from './snapshot.js';

/** The error of an expectation that fails, with both sides as texts where they can be compared line by line. */
export class ExpectationError extends AssertionError {
  constructor(
    message: string,
    readonly expected: string | null = null,
    readonly actual: string | null = null,
  ) {
    super(message);
  }
}

/**
 * The checks of `expect(value)`. A number may be a tensor with one element. Every method throws an AssertionError when
 * the check fails.
 */
export class Expectation<T = unknown> {
  /** @internal */
  constructor(
    private readonly value: T,
    private readonly snapshots: { match(text: string, name: string | undefined): void },
    private readonly isNegated = false,
  ) {}

  /** The opposite: `expect(loss).not.toBe(0)`. */
  get not(): Expectation<T> {
    return new Expectation(this.value, this.snapshots, !this.isNegated);
  }

  /**
   * The value is this very number, text or object. A tensor with one element counts as its number where a number is
   * expected.
   */
  toBe(expected: unknown): void {
    const actual = typeof expected === 'number' && this.value instanceof Tensor ? this.number('toBe') : this.value;
    this.hold(Object.is(actual, expected), `to be ${shown(expected)}`, expected);
  }

  /** The value is equal in its contents: lists and objects item by item, tensors by shape, dtype and every element. */
  toEqual(expected: unknown): void {
    this.hold(equal(this.value, expected), `to equal ${shown(expected)}`, expected);
  }

  /**
   * The value is as close as `torch.testing.assert_close` asks: the same shape and dtype, and every element within
   * `atol + rtol · |expected|`. The expected value is a tensor, nested lists, or a number.
   */
  toBeCloseTo(expected: Tensor | Nested, tolerance: Tolerance = {}): void {
    const { value } = this;
    if (typeof value === 'number' && typeof expected === 'number') {
      this.hold(isClose(value, expected, { rtol: 1e-7, atol: 1e-7, ...tolerance }), `to be close to ${shown(expected)}`, expected);
      return;
    }
    if (!(value instanceof Tensor)) throw new TypeError_(`toBeCloseTo takes numbers and tensors, not ${shown(value)}.`);
    const wanted = tensorLike(expected, value);
    const found = difference(value, wanted, tolerance);
    this.hold(found === null, `to be close to ${shown(expected)}`, wanted, found ?? undefined);
  }

  toBeLessThan(bound: number): void {
    this.hold(this.number('toBeLessThan') < bound, `to be less than ${bound}`);
  }

  toBeLessThanOrEqual(bound: number): void {
    this.hold(this.number('toBeLessThanOrEqual') <= bound, `to be ${bound} at most`);
  }

  toBeGreaterThan(bound: number): void {
    this.hold(this.number('toBeGreaterThan') > bound, `to be greater than ${bound}`);
  }

  toBeGreaterThanOrEqual(bound: number): void {
    this.hold(this.number('toBeGreaterThanOrEqual') >= bound, `to be ${bound} at least`);
  }

  /** The value holds no NaN and no infinity. */
  toBeFinite(): void {
    const values = this.value instanceof Tensor ? readParts(this.value) : [this.number('toBeFinite')];
    this.hold([...values].every(Number.isFinite), 'to hold finite numbers only');
  }

  /** The tensor has these sizes. */
  toHaveShape(shape: readonly number[]): void {
    if (!(this.value instanceof Tensor)) throw new TypeError_(`toHaveShape takes a tensor, not ${shown(this.value)}.`);
    const { sizes } = this.value;
    this.hold(sameSizes(sizes, shape), `to have the shape [${shape.join(', ')}]`);
  }

  /** The list has this item, or the text has this part. */
  toContain(item: unknown): void {
    const { value } = this;
    const holds =
      typeof value === 'string' ? value.includes(String(item)) : Array.isArray(value) && value.some((each) => equal(each, item));
    this.hold(holds, `to contain ${shown(item)}`);
  }

  /** The function throws an error when it is called; if `message` is given, the error message contains it. */
  toThrow(message?: string): void {
    if (typeof this.value !== 'function') throw new TypeError_('toThrow takes a function: expect(() => net(x)).toThrow().');
    let thrown: string | null = null;
    try {
      (this.value as () => unknown)();
    } catch (error) {
      thrown = error instanceof Error ? error.message : String(error);
    }
    const holds = thrown !== null && (message === undefined || thrown.includes(message));
    const told = thrown === null ? 'it throws none' : `it throws '${thrown}'`;
    this.hold(holds, `to throw ${message === undefined ? 'an error' : `an error with '${message}'`}, and ${told}`);
  }

  /**
   * The value equals the one in the snapshot file beside the test file. The snapshot of a tensor holds its shape,
   * dtype, values, gradient and graph; that of a module its structure and its parameters. The first run writes the
   * file; `tensor-lens test --update` writes it again.
   */
  toMatchSnapshot(name?: string): void {
    if (this.isNegated) throw new TypeError_('A snapshot is what a value is to be: there is no not.toMatchSnapshot().');
    this.snapshots.match(snapshotOf(this.value), name);
  }

  private number(method: string): number {
    const { value } = this;
    if (typeof value === 'number') return value;
    if (value instanceof Tensor && value.numel() === 1 && !value.dtype.is_complex) return readParts(value)[0];
    throw new TypeError_(`${method} takes a number or a tensor with one element, not ${shown(value)}.`);
  }

  private hold(holds: boolean, what: string, expected?: unknown, why?: string): void {
    if (holds !== this.isNegated) return;
    const sentence = `Expected ${shown(this.value)} ${this.isNegated ? 'not ' : ''}${what}.`;
    const isCompared = expected !== undefined && !this.isNegated;
    throw new ExpectationError(
      why !== undefined && !this.isNegated ? why : sentence,
      isCompared ? snapshotOf(expected) : null,
      isCompared ? snapshotOf(this.value) : null,
    );
  }
}

methodsSay(Expectation);

/** A value as part of a message: a tensor by its shape and dtype, and by its number where it has one element. */
function shown(value: unknown): string {
  if (value instanceof Tensor) {
    const what = value.numel() === 1 && !value.dtype.is_complex ? ` of ${readParts(value)[0]}` : '';
    return `a tensor${what} (${value.dtype.name}, shape [${value.sizes.join(', ')}])`;
  }
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'string' ? `'${value}'` : snapshotOf(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Tensor && b instanceof Tensor) {
    if (a.dtype !== b.dtype || !sameSizes(a.sizes, b.sizes)) return false;
    const other = readParts(b);
    return readParts(a).every((value, i) => value === other[i] || Object.is(value, other[i]));
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => equal(each, b[i]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
