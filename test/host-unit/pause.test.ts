import { expect, it } from 'vitest';
import { pauseBefore } from '../../src/host/sessions/pause.js';

it('Live waits the less, the faster the model is: never within a word, and never longer than the setting says', () => {
  const pause = (ms: number | null) => pauseBefore(ms === null ? null : { elapsed_ms: ms }, 400);
  expect(pause(null)).toBe(400);
  expect(pause(5000)).toBe(400);
  expect(pause(20)).toBeLessThan(150);
  expect(pause(20)).toBeGreaterThan(90);
  expect(pause(100)).toBeGreaterThan(pause(20));
  expect(pauseBefore({ elapsed_ms: 20 }, 50)).toBe(50);
});
