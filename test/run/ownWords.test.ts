import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/run/inside/errorOf.js';

/** The error that a model's code throws for a value that is not there. */
function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
const missing = undefined as unknown as { sum(): void; size: number };
const nothing = undefined as unknown as number[];
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
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
    [TypeError, 'x.map is not a function', 'x.map is not a function: what stands before it is no list. A tensor'],
    [TypeError, '(__tl.c(...) === y).float is not a function', "'===' says whether two values are one and the same"],
    [TypeError, '(intermediate value)(intermediate value) is not a function', 'What is called here is not a function. Look at'],
    [
      ReferenceError,
      "Must call super constructor in derived class before accessing 'this'",
      'The constructor of a class that extends another',
    ],
    [TypeError, 'loss.toFixed is not a function', 'loss.toFixed is not a function: what stands before it is no number. A tensor of one'],
    [TypeError, "Cannot destructure property 'a' of '__tl.c(...)' as it is undefined.", "'a' is taken out of undefined: look at"],
    [TypeError, '__tl.c(...) would do', '(…) would do'],
    [TypeError, "Class constructor Xy cannot be invoked without 'new'", "A class is called here like a function: write 'new' before"],
    [SyntaxError, 'Unexpected end of JSON input', 'The text that is read here is not valid JSON.'],
    [ReferenceError, 'n is not defined', 'n is not defined: declare it, import it, or'],
    [ReferenceError, 'F is not defined', 'F is not defined: it comes by const F = torch.nn.functional;'],
    [ReferenceError, 'fetch is not defined', 'There is no fetch in a model file: it computes with tensors, and reads and writes'],
    [ReferenceError, 'fetched is not defined', 'fetched is not defined: declare it'],
    [RangeError, 'Maximum call stack size exceeded', 'Functions call each other without an end here'],
    [RangeError, 'Invalid typed array length: 1e+40', 'A list or an array would be longer here than JavaScript allows'],
    [SyntaxError, 'Unexpected token } in JSON at position 5', 'The text that is read here is not valid JSON at its character 6.'],
  ])('shows nothing of compiled code, nor what V8 alone would say: %o, %s', (Kind, message, begins) => {
    expect(errorOf(new Kind(message), null).message.slice(0, begins.length)).toBe(begins);
  });

  it('shows no name of the engine, which means nothing to a model', () => {
    const error = new TypeError('e.split is not a function');
    error.stack =
      'TypeError: e.split is not a function\n    at Array.map (<anonymous>)\n    at q (engine.js:5:7)\n    at model-file:0/m.tl.ts:8:1';
    expect(errorOf(error, null).message).toMatch(/^What is given here does not have what is asked of it\. Look at/);
    error.stack = error.stack.replace('engine.js', 'model-file:0/engine.js');
    expect(errorOf(error, null).message).toMatch(/^e\.split is not a function/);
    const frozen = new TypeError("Cannot assign to read only property 'autograd' of object '[object Object]'");
    frozen.stack = `${String(frozen)}\n    at q (engine.js:5:7)\n    at model-file:0/m.tl.ts:8:1`;
    expect(errorOf(frozen, null).message).toMatch(/^What is used here was frozen/);
  });

  it('turns no text around, and commands no terminal', () => {
    expect(errorOf(new Error('\x1b[2Ja\u202eb\u2066c\x9bd\0'), null).message).toBe('abcd');
  });

  it.each<readonly [string, () => unknown]>([
    ['an offset', () => new DataView(new ArrayBuffer(1)).getFloat64(5)],
    ['a date', () => new Date(NaN).toISOString()],
    ['an address', () => decodeURIComponent('%')],
    ['a count', () => 'x'.repeat(-1)],
    ['digits', () => (1).toFixed(101)],
    ['two kinds of numbers', () => (1n as never as number) + 1],
    ['a symbol', () => +(Symbol('s') as never as number)],
    ['a question', () => 'a' in (1 as never as object)],
    ['what is frozen', () => Object.freeze([1] as number[]) && (Object.freeze([1]) as number[]).push(2)],
    ['what is empty', () => ([] as number[]).reduce((a, b) => a + b)],
    ['another object', () => Map.prototype.get.call({} as never, 1)],
    ['a pattern', () => new RegExp('('.repeat(2))],
    ['a language', () => 'a'.localeCompare('b', 'not_a_locale')],
    ['a clone', () => structuredClone(() => 1)],
    ['a revoked proxy', () => Object.keys(revoked())],
    ['a value that is missing', () => (missing as unknown as Record<symbol, number>)[Symbol('s')]],
    ['what is no text', () => `${{ toString: null, valueOf: null } as never as string}`],
    ['what is set on a number', () => ((1 as never as { x: number }).x = 1)],
    [
      'what has only a getter',
      () =>
        ((
          {
            get x() {
              return 1;
            },
          } as { x: number }
        ).x = 2),
    ],
    ['what is no class', () => ({}) instanceof (5 as never)],
    ['an iterator that is none', () => [...({ [Symbol.iterator]: () => 1 } as never as number[])]],
    ['the JSON of nothing', () => JSON.parse(undefined as never)],
  ])('is a sentence that says what to look at: %s', (_, run) => {
    const thrown = thrownBy(run) as Error;
    const { message } = errorOf(thrown, null);
    expect(message).not.toBe(thrown.message);
    expect(message).toMatch(/^.+[^.]\.$/);
  });

  it('holds no pattern of any length', () => {
    const { message } = errorOf(
      thrownBy(() => new RegExp('('.repeat(1e5))),
      null,
    );
    expect(message).toMatch(/^The regular expression is not valid/);
    expect(message.length).toBeLessThan(400);
  });

  it.each([
    ['a revoked proxy', () => revoked()],
    [
      'a proxy whose prototype nobody may know',
      () =>
        new Proxy(
          {},
          {
            getPrototypeOf: () => {
              throw new Error('mine');
            },
          },
        ),
    ],
  ])('is told of what can hardly be looked at: %s', (_, make) => {
    expect(errorOf(make(), null).message).toMatch(/^The model threw what is no Error/);
  });

  it.each(['    at ' + 'a'.repeat(100_000), '    at ' + ':1'.repeat(90_000) + 'x', '    at (' + ':'.repeat(190_000)])(
    'takes no time for a stack that the model wrote',
    (stack) => {
      const error = Object.assign(new TypeError('m'), { stack });
      const began = process.cpuUsage();
      expect(errorOf(error, null).message).toBe('m');
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1e6).toBeLessThan(5);
    },
  );
});
