import assert from 'node:assert/strict';

/** Counts the assertions of the suite, so that a test that makes none can be told. What waits for a state asserts it. */

// The suites are bundled one by one: what they share is Node's module and the global object.
const shared = globalThis as { tensorLensAssertions?: number };

/** Notes one assertion that is not Node's. */
export const asserted = (): void => void (shared.tensorLensAssertions = (shared.tensorLensAssertions ?? 0) + 1);

/** Makes every function of `assert` count. */
export function countAssertions(): { made(): number; reset(): void } {
  const functions = assert as unknown as Record<string, unknown>;
  for (const [name, check] of Object.entries(functions)) {
    if (typeof check !== 'function' || /^[A-Z]|^strict$/.test(name)) continue;
    functions[name] = (...args: unknown[]): unknown => {
      asserted();
      return (check as (...args: unknown[]) => unknown)(...args);
    };
  }
  return { made: () => shared.tensorLensAssertions ?? 0, reset: () => void (shared.tensorLensAssertions = 0) };
}
