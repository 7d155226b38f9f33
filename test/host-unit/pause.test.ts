import { expect, it } from 'vitest';
import { Typing } from '../../src/host/sessions/pause.js';

/** The pauses after keys at these times, in milliseconds. */
function pauses(times: readonly number[], elapsed_ms: number | null, most = 400): number[] {
  const typing = new Typing();
  return times.map((time) => typing.pauseAfter(time, elapsed_ms === null ? null : { elapsed_ms }, most));
}

it('Live waits the less, the faster the model is: never within a word, and never longer than the setting says', () => {
  const within = (elapsed_ms: number | null, most?: number) => pauses([0, 150], elapsed_ms, most)[1]!;
  expect(within(null)).toBe(400);
  expect(within(5000)).toBe(400);
  expect(within(20)).toBeLessThan(150);
  expect(within(20)).toBeGreaterThan(90);
  expect(within(100)).toBeGreaterThan(within(20));
  expect(within(20, 50)).toBe(50);
});

it('the first key after a rest is hardly waited behind where the model is quick, also when it comes in two events', () => {
  const [first, again, second] = pauses([0, 5, 150], 80);
  expect(first).toBeLessThan(50);
  expect(again).toBe(first);
  expect(second).toBe(180);
  expect(pauses([0, 1200], 80)[1]).toBe(first);
  expect(pauses([0], 3000)[0]).toBe(400);
  expect(pauses([0], null)[0]).toBe(400);
  expect(pauses([0], 80, 5)[0]).toBe(5);
});
