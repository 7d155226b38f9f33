import { describe, expect, it } from 'vitest';
import { stepCount } from '../../src/language/stepCount.js';

const count = (text: string) => stepCount('m.tl.ts', text);

describe('how many passes there will be', () => {
  it('is the product of the loops around backward()', () => {
    expect(count('for (let i = 0; i < 20; i++) loss.backward();')).toBe(20);
    expect(count('const steps = 300;\nfor (let i = 1; i <= steps; ++i) { f(); loss.backward(); }')).toBe(300);
    expect(count('for (let e = 0; e < 3; e++) for (let i = 0; i < 5; i++) { loss.backward(); }\nfor (let i = 0; i < 9; i++) f();')).toBe(
      15,
    );
    expect(count('loss.backward();')).toBe(1);
  });

  it('is not known where the text does not say it', () => {
    for (const text of [
      'while (true) loss.backward();',
      'for (const x of data) loss.backward();',
      'for (let i = 0; i < data.length; i++) loss.backward();',
      'for (let i = 0; i < 10; i += 2) loss.backward();',
      'let n = 3; for (let i = 0; i < n; i++) loss.backward();',
      'function step() { loss.backward(); }\nfor (let i = 0; i < 3; i++) step();',
      'for (let i = 0; i < 3; i++) { a.backward(); b.backward(); }',
      'f();',
    ])
      expect(count(text), text).toBeNull();
  });
});
