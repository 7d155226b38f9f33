import { describe, expect, it } from 'vitest';
import { Clicks, stillAfterClick } from '../../webview/graph/clicks.js';

describe('two clicks', () => {
  const click = (id: string, at: number, x = 10, y = 10) => ({ id, at, x, y });

  it.each([80, 250, 480])('are a pair %i ms apart, also where the picture has moved since the first', (later) => {
    const clicks = new Clicks();
    expect(clicks.isSecond(click('conv1', 0))).toBe(false);
    // Something else is under the pointer now. The second click still means the first item.
    const meant = clicks.firstOf({ x: 12, y: 9, at: later });
    expect(meant).toBe('conv1');
    expect(clicks.isSecond(click(meant!, later, 12, 9))).toBe(true);
    // The picture stays still as long as a second click may come.
    expect(later).toBeLessThan(stillAfterClick);
  });

  it('are single ones that come late, elsewhere, on another thing, or third', () => {
    for (const second of [click('conv1', 600), click('conv1', 100, 30), click('conv2', 100)]) {
      const clicks = new Clicks();
      clicks.isSecond(click('conv1', 0));
      expect(clicks.isSecond(second)).toBe(false);
    }
    const clicks = new Clicks();
    expect([0, 100, 200, 300].map((at) => clicks.isSecond(click('conv1', at)))).toEqual([false, true, false, true]);
  });
});
