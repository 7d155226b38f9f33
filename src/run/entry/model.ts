/**
 * The model's realm of a process. Only this code and the model run in it. This code is evaluated there, and its exports
 * go to the engine's realm.
 */
import { queueMicrotask, structuredClone, TextDecoder, TextEncoder } from '../fence/given.js';
import { denyCodeFromText, keepOnlyAllowed } from '../fence/intrinsics.js';
import { constructorsOf, recognise, type Constructors } from '../fence/recognise.js';

denyCodeFromText(globalThis);
keepOnlyAllowed(globalThis);
// Atomics are for threads, and there are no threads.
Reflect.deleteProperty(globalThis, 'Atomics');
(Error as { stackTraceLimit?: number }).stackTraceLimit = 100;

export const own: Constructors = constructorsOf(globalThis);

export const know = (others: Constructors): void => recognise(own, others, true);

export function define(globals: Readonly<Record<string, unknown>>): void {
  // Not enumerable, like JavaScript's own globals.
  for (const [name, value] of Object.entries({ ...globals, queueMicrotask, structuredClone, TextDecoder, TextEncoder }))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

export const object = (properties: object): object => ({ ...properties });
export const zeros = (length: number): Uint8Array => new Uint8Array(length);
export { numbersFirst } from '../inside/numbersFirst.js';
