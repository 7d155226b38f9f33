/** The functions of Node's `assert/strict` that the suites use, for a browser, which lacks that module. */

/** A text that is equal only for equal values. It keeps `undefined`, −0 and NaN, which JSON changes. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part === undefined || typeof part === 'bigint' || (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0)))
      ? `‹${Object.is(part, -0) ? '-0' : String(part)}›`
      : part instanceof Map || part instanceof Set
        ? [...part]
        : part,
  ) ?? 'undefined';

function check(holds: boolean, message: string | undefined, otherwise: () => string): void {
  if (!holds) throw new Error(message ?? otherwise());
}

export default {
  ok: (value: unknown, message?: string) => check(Boolean(value), message, () => `${shown(value)} is not true.`),
  equal: (found: unknown, wanted: unknown, message?: string) =>
    check(Object.is(found, wanted), message, () => `${shown(found)} is not ${shown(wanted)}.`),
  notEqual: (found: unknown, other: unknown, message?: string) => check(!Object.is(found, other), message, () => `It is ${shown(found)}.`),
  deepEqual: (found: unknown, wanted: unknown, message?: string) =>
    check(shown(found) === shown(wanted), message, () => `${shown(found)}\nis not\n${shown(wanted)}`),
  match: (text: string, pattern: RegExp, message?: string) =>
    check(pattern.test(text), message, () => `'${text}' does not match ${pattern}.`),
  doesNotMatch: (text: string, pattern: RegExp, message?: string) =>
    check(!pattern.test(text), message, () => `'${text}' matches ${pattern}.`),
  async rejects(work: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
    const error = await (typeof work === 'function' ? work() : work).then(
      () => null,
      (reason: unknown) => ({ reason }),
    );
    check(error !== null, undefined, () => 'It was not rejected.');
    if (pattern) check(pattern.test(String(error?.reason)), undefined, () => `'${String(error?.reason)}' does not match ${pattern}.`);
  },
};
