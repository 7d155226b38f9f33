/** What Python does with generators that JavaScript does otherwise. */
import { ValueError } from '../errors.js';
import { StopIteration } from './exceptions.js';
import { Tuple } from './keys.js';
import { iter } from './sequences.js';

/** As Python's `generator.send(value)`. @throws StopIteration at its end */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any type
export function send(from: Iterator<unknown, unknown, any>, value: unknown): any {
  const { done = false, value: got } = from.next(value);
  if (done) throw StopIteration.of(got);
  return got;
}

/** As Python's `generator.throw(error)`. @throws StopIteration where the generator ends */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any type
export function throw_in(from: Generator<unknown, unknown, any>, error: unknown): any {
  const thrown: unknown = typeof error === 'function' ? new (error as new () => Error)() : error;
  const { done = false, value } = from.throw(thrown);
  if (done) throw StopIteration.of(value);
  return value;
}

/** As Python's `zip(…, strict=True)`. @throws ValueError where one is longer or shorter than the first */
export function* zip_strict<T extends readonly unknown[]>(...all: { [K in keyof T]: Iterable<T[K]> }): Generator<T> {
  const iterators = (all as readonly Iterable<unknown>[]).map((x) => iter<unknown>(x)[Symbol.iterator]());
  const fail = (at: number, how: string): never => {
    const first = at === 1 ? 'argument 1' : `arguments 1-${at}`;
    throw new ValueError(`zip() argument ${at + 1} is ${how} than ${first}`);
  };
  while (iterators.length > 0) {
    const row = new Tuple();
    for (const [at, one] of iterators.entries()) {
      const { done, value } = one.next();
      if (!done) row.push(value);
      else if (at > 0) fail(at, 'shorter');
      else {
        const longer = iterators.findIndex((other, i) => i > 0 && !other.next().done);
        if (longer > 0) fail(longer, 'longer');
        return;
      }
    }
    yield row as unknown as T;
  }
}
