/** Locals, branches and loops. A local is represented by the code that reads it. */
import { signed, unsigned, type Code } from './bytes.js';
import { i32 } from './instructions.js';

/** The code that reads a local variable. */
export type Local = readonly [read: 0x20, ...index: number[]];

export const local = (index: number): Local => [0x20, ...unsigned(index)];

const indexOf = ([, ...index]: Local): number[] => index;

/** Stores a value in a local. */
export const set = (to: Local, value: Code): Code => [value, 0x21, indexOf(to)];

/** Stores a value in a local, and leaves the value. */
export const tee = (to: Local, value: Code): Code => [value, 0x22, indexOf(to)];

/** Calls the function with this number. */
export const call = (index: number, ...operands: Code[]): Code => [...operands, 0x10, unsigned(index)];

export const iff = (condition: Code, then: Code, otherwise?: Code): Code => [
  condition,
  0x04,
  0x40,
  then,
  otherwise ? [0x05, otherwise] : [],
  0x0b,
];

/** `then` or `otherwise`, each of which leaves a value of the type. */
export const choose = (type: 'i' | 'v', condition: Code, then: Code, otherwise: Code): Code => [
  ...[condition, 0x04, type === 'v' ? 0x7b : 0x7f, then, 0x05, otherwise, 0x0b],
];

/** Runs the body at least once, and again while the condition holds. */
export const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];

/** Adds to a local. */
export const bump = (to: Local, by: Code | number): Code => set(to, i32.add(to, typeof by === 'number' ? [0x41, ...signed(by | 0)] : by));

/** for (; i < n; i += step), when i < n is true at the start. */
export const upTo = (i: Local, n: Code, step: Code | number, body: Code): Code => repeat([body, bump(i, step)], i32.lt(i, n));

/** for (; i < n; i += step). */
export const loop = (i: Local, n: Code, step: Code | number, body: Code): Code => iff(i32.lt(i, n), upTo(i, n, step, body));

/** Stores the lesser of two numbers in `to`; `a` may be `to` itself. */
export const setLesser = (to: Local, a: Code, b: Code): Code => [set(to, a), iff(i32.gt(to, b), set(to, b))];

/** for (i = 0; i < n; i += step). */
export const range = (i: Local, n: Code, step: Code | number, body: Code): Code => [set(i, i32.const(0)), loop(i, n, step, body)];
