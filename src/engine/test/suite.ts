/** The tests of one file: the file registers them, and the suite runs them one after the other. */
import { readParts } from '../backends/allocation.js';
import { manual_seed } from '../namespaces/torch.js';
import { TypeError_, ValueError } from '../errors.js';
import { sameSizes } from '../shape.js';
import type { Nested } from '../nested.js';
import { Tensor } from '../tensor/tensor.js';
import { difference, sameText, tensorLike, type Tolerance } from './close.js';
import { Expectation, ExpectationError } from './expectation.js';

export type Body = () => unknown;

/** `test(name, body)`. */
export interface Test {
  (name: string, body: Body): void;
  /** Registers a test that does not run and is reported as skipped. */
  skip(name: string, body?: Body): void;
}

/**
 * The result of a snapshot comparison: `text` is the present value, or the kept text when the value is close enough.
 */
export interface Snapshot {
  name: string;
  state: 'same' | 'new' | 'changed';
  text: string;
}

export interface Outcome {
  /** The name of the test with the names of its groups; '' for the code of the file outside of its tests. */
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  ms: number;
  /** The value that was thrown, if the test failed. */
  thrown?: unknown;
  snapshots: Snapshot[];
}

export interface SuiteOptions {
  /** The kept snapshots, by name. */
  snapshots: Readonly<Record<string, string>>;
  /** True: a snapshot that differs is written again and does not fail. */
  update: boolean;
  /** The names of the tests to run; absent: all. */
  only?: readonly string[] | undefined;
  now(): number;
  done(outcome: Outcome): void;
}

/** The separator between the names of groups and tests. */
const WITHIN = ' > ';

export class Suite {
  private readonly tests: { name: string; body: Body | null }[] = [];
  private readonly groups: string[] = [];
  private readonly counts = new Map<string, number>();
  private current = { name: '', snapshots: [] as Snapshot[], expected: 0 };
  private isRunning = false;

  constructor(private readonly options: SuiteOptions) {}

  /** The exports of 'tensor-lens/test'. */
  readonly api = (() => {
    const test: Test = Object.assign((name: string, body: Body) => this.add(name, body), {
      skip: (name: string, _body?: Body) => this.add(name, null),
    });
    const describe = (name: string, body: () => void): void => {
      this.groups.push(String(name));
      try {
        body();
      } finally {
        this.groups.pop();
      }
    };
    const expect = <T>(value: T): Expectation<T> => {
      this.current.expected++;
      return new Expectation(value, { match: (text, name) => this.match(text, name) });
    };
    const expectShape = (x: Tensor, shape: readonly number[]): void => expect(x).toHaveShape(shape);
    const expectGradient = (x: Tensor, expected?: Tensor | Nested, tolerance?: Tolerance): void => {
      this.current.expected++;
      checkGradient(x, expected, tolerance);
    };
    const tl = Object.freeze({ test, it: test, describe, expect, expectShape, expectGradient });
    return Object.freeze({ __esModule: true, default: tl, tl, ...tl });
  })();

  /**
   * Runs the file, which registers its tests, and then each of the tests. Every test begins with the seed 0, so that it
   * draws the same numbers whether the other tests run or not.
   * @param isOver whether an error ends the whole run
   */
  async run(file: () => Promise<void>, isOver: (thrown: unknown) => boolean): Promise<void> {
    const { only } = this.options;
    const failed = await this.attempt(
      '',
      file,
      isOver,
      ({ status }) => status === 'failed' || this.current.expected > 0 || this.tests.length === 0,
    );
    if (failed) return;
    this.isRunning = true;
    for (const { name, body } of this.tests) {
      if (only && !only.includes(name)) continue;
      manual_seed(0);
      if (body) await this.attempt(name, body, isOver, () => true);
      else this.options.done({ name, status: 'skipped', ms: 0, snapshots: [] });
    }
  }

  private async attempt(
    name: string,
    body: Body,
    isOver: (thrown: unknown) => boolean,
    isTold: (outcome: Outcome) => boolean,
  ): Promise<boolean> {
    const { now, done } = this.options;
    this.current = { name, snapshots: [], expected: 0 };
    const began = now();
    const outcome: Outcome = { name, status: 'passed', ms: 0, snapshots: this.current.snapshots };
    try {
      await body();
    } catch (thrown) {
      if (isOver(thrown)) throw thrown;
      Object.assign(outcome, { status: 'failed', thrown });
    }
    outcome.ms = now() - began;
    if (isTold(outcome)) done(outcome);
    return outcome.status === 'failed';
  }

  private add(name: string, body: Body | null): void {
    if (typeof name !== 'string' || name === '') throw new TypeError_('A test has a name: test("learns AND", () => { … }).');
    if (body !== null && typeof body !== 'function')
      throw new TypeError_(`The test '${name}' needs a function: test("${name}", () => { … }).`);
    if (this.isRunning)
      throw new ValueError(`The test '${name}' stands inside another test: tests stand side by side, in the file or in describe().`);
    const full = [...this.groups, name].join(WITHIN);
    if (this.tests.some((test) => test.name === full)) throw new ValueError(`There are two tests with the name '${full}'.`);
    this.tests.push({ name: full, body });
  }

  private match(text: string, given: string | undefined): void {
    const base = [this.current.name, given].filter((part) => part).join(WITHIN) || 'file';
    const count = (this.counts.get(base) ?? 0) + 1;
    this.counts.set(base, count);
    const name = `${base} ${count}`;
    const { snapshots, update } = this.options;
    const kept = Object.hasOwn(snapshots, name) ? snapshots[name] : undefined;
    const isSame = kept !== undefined && sameText(text, kept);
    const state = kept === undefined ? 'new' : isSame ? 'same' : 'changed';
    this.current.snapshots.push({ name, state, text: isSame ? kept : text });
    if (state === 'changed' && !update) throw new ExpectationError(`It is not as the snapshot '${name}' says.`, kept, text);
  }
}

/**
 * Checks a gradient. @throws ExpectationError for a gradient that is missing, not finite, zero everywhere, or not the
 * expected one
 */
function checkGradient(x: unknown, expected: Tensor | Nested | undefined, tolerance: Tolerance | undefined): void {
  if (!(x instanceof Tensor)) throw new TypeError_('expectGradient takes a tensor that backward() has given a gradient.');
  const { grad } = x;
  if (!grad)
    throw new ExpectationError(
      'No gradient has reached this tensor: call backward() before, on something that was computed from it; it needs requires_grad, and retain_grad() if it was computed itself.',
    );
  if (expected !== undefined) {
    const wanted = tensorLike(expected, grad);
    const found = difference(grad, wanted, tolerance);
    if (found !== null) throw new ExpectationError(`The gradient is another one. ${found}`, String(wanted), String(grad));
    return;
  }
  if (!sameSizes(grad.sizes, x.sizes)) throw new ExpectationError('The gradient has another shape than its tensor.');
  const values = readParts(grad);
  if (!values.every(Number.isFinite)) throw new ExpectationError('The gradient holds numbers that are not finite.');
  if (values.every((value) => value === 0))
    throw new ExpectationError('The gradient is zero all over: nothing that the loss depends on went through this tensor.');
}
