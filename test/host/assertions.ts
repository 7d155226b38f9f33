import assert from 'node:assert/strict';

/**
 * Counts the assertions of the suite, to find a test without assertions. Waiting for a state counts as an assertion.
 */

// Each suite is a bundle of its own, so they share only Node's modules and the global object.
const shared = globalThis as { tensorLensAssertions?: number };

/** Counts an assertion that is not one of Node's. */
export const asserted = (): void => void (shared.tensorLensAssertions = (shared.tensorLensAssertions ?? 0) + 1);

/** Makes every function of `assert` count its calls. */
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
