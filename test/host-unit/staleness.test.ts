import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Staleness } from '../../src/host/sessions/staleness.js';

describe('results that are out of date', () => {
  let stale = false;
  const changed = vi.fn();
  const made = () => new Staleness(() => stale, changed);

  beforeEach(() => {
    vi.useFakeTimers();
    stale = false;
    changed.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are shown to be at once when no run is to follow, and not when the edit is undone', () => {
    const staleness = made();
    stale = true;
    staleness.follow(0);
    expect([staleness.shown, changed.mock.calls.length]).toEqual([true, 1]);
    stale = false;
    staleness.follow(0);
    expect([staleness.shown, changed.mock.calls.length]).toEqual([false, 2]);
  });

  it('are not while one types and a run follows soon', () => {
    const staleness = made();
    stale = true;
    for (let key = 0; key < 10; key++) {
      staleness.follow(1000);
      vi.advanceTimersByTime(900);
    }
    stale = false;
    staleness.settle();
    vi.advanceTimersByTime(5000);
    expect([staleness.shown, changed.mock.calls.length]).toEqual([false, 0]);
  });

  it('are when the run takes long, until it has ended', () => {
    const staleness = made();
    stale = true;
    staleness.follow(1000);
    vi.advanceTimersByTime(1000);
    expect([staleness.shown, changed.mock.calls.length]).toEqual([true, 1]);
    staleness.follow(1000);
    expect(staleness.shown).toBe(true);
    stale = false;
    staleness.settle();
    expect([staleness.shown, changed.mock.calls.length]).toEqual([false, 1]);
  });
});
