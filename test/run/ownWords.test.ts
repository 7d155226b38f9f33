import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/run/inside/errorOf.js';

/** What a model's code throws at a value that is not there. */
function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
const missing = undefined as unknown as { sum(): void; size: number };
const nothing = undefined as unknown as number[];
const firstOf = ([first]: number[]): number | undefined => first;

describe('an error of a missing value', () => {
  it.each([
    ['read', () => missing.sum(), "'.sum' is read from undefined: what stands before it has no value here."],
    ['set', () => (missing.size = 1), "'.size' is set on undefined: what stands before it has no value here."],
    ['taken apart', () => firstOf(nothing), 'What is taken apart or gone through here is undefined'],
  ])('%s says what has no value, and where to look', (_, run, begins) => {
    const { name, message } = errorOf(thrownBy(run), null);
    expect(name).toBe('TypeError');
    expect(message.startsWith(begins)).toBe(true);
    expect(message).toContain('Look at');
  });

  it('leaves the words of others alone', () => {
    expect(errorOf(new TypeError('x.relo is not a function'), null).message).toBe('x.relo is not a function');
    expect(errorOf(new Error("Cannot read properties of undefined (reading 'sum')"), null).message).toContain('Cannot read');
  });
});
