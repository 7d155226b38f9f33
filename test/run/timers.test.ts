import { describe, expect, it } from 'vitest';
import { Timers, type TimerScope } from '../../src/run/inside/timers.js';

const scopeOf = (): TimerScope => ({ setTimeout, setInterval, clearTimeout, clearInterval }) as unknown as TimerScope;

describe('timers', () => {
  it('are waited for, also those that others set', async () => {
    const scope = scopeOf();
    const timers = new Timers(scope);
    const seen: unknown[] = [];
    scope.setTimeout(
      (a) => {
        seen.push(a);
        scope.setTimeout(() => seen.push('inner'), 5);
      },
      5,
      'outer',
    );
    const interval = scope.setInterval(() => {
      seen.push('tick');
      if (seen.filter((s) => s === 'tick').length === 2) scope.clearInterval(interval);
    }, 2);
    await timers.idle();
    expect(seen.toSorted()).toEqual(['inner', 'outer', 'tick', 'tick']);
  });

  it('are over when they are ended, and take no text', async () => {
    const scope = scopeOf();
    const timers = new Timers(scope);
    const seen: string[] = [];
    scope.setTimeout(() => seen.push('never'), 10);
    const idle = timers.idle();
    timers.dispose();
    await idle;
    // Timers of the same length fire in the order in which they were set.
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual([]);
    expect(() => scope.setTimeout('alert()' as never)).toThrow('setTimeout takes a function.');
  });
});
