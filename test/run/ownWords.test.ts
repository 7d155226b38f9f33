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
    expect(errorOf(new TypeError('x does not fit'), null).message).toBe('x does not fit');
    expect(errorOf(new Error("Cannot read properties of undefined (reading 'sum')"), null).message).toContain('Cannot read');
  });

  it.each([
    [TypeError, 'x.relo is not a function', 'x.relo is not a function: look at how its name is written.'],
    [TypeError, '__tl.c(...).relo is not a function', '.relo is not a function: look at how its name is written.'],
    [TypeError, '(intermediate value)(intermediate value) is not a function', 'What is called here is not a function. Look at'],
    [TypeError, "Cannot destructure property 'a' of '__tl.c(...)' as it is undefined.", "'a' is taken out of undefined: look at"],
    [TypeError, '__tl.c(...) would do', '(…) would do'],
    [ReferenceError, 'n is not defined', 'n is not defined: declare it, import it, or'],
    [RangeError, 'Maximum call stack size exceeded', 'Functions call each other without an end here'],
    [RangeError, 'Invalid typed array length: 1e+40', 'A list or an array would be longer here than JavaScript allows'],
    [SyntaxError, 'Unexpected token } in JSON at position 5', 'The text that is read here is not valid JSON at its character 6.'],
  ])('shows nothing of compiled code, nor what V8 alone would say: %o, %s', (Kind, message, begins) => {
    expect(errorOf(new Kind(message), null).message.slice(0, begins.length)).toBe(begins);
  });
});
