import { describe, expect, it } from 'vitest';
import { forLogarithm, smoothed, thinned } from '../../src/present/losses.js';

describe('losses as a curve', () => {
  it('have no more points than there is room for, and know which passes these are', () => {
    const losses = Array.from({ length: 1000 }, (_, i) => i);
    const { losses: shown, loss_stride: stride } = thinned({ losses, loss_stride: 2 }, 300);
    expect(shown.length).toBeLessThanOrEqual(300);
    expect([shown[1], stride]).toEqual([4, 8]);
    expect(thinned({ losses: [1, 2] }, 300)).toEqual({ losses: [1, 2], loss_stride: 1 });
  });

  it('are smoothed from the first one on, and keep their gaps', () => {
    expect(smoothed([3, 3, 3])).toEqual([3, 3, 3].map((loss) => expect.closeTo(loss, 12) as number));
    expect(smoothed([0, 10])[1]).toBeCloseTo(10 / 1.8, 12);
    expect(smoothed([1, null, NaN, 1])).toEqual([1, null, null, expect.closeTo(1, 12)]);
    const noisy = Array.from({ length: 50 }, (_, i) => 1 + (i % 2));
    const last = smoothed(noisy).slice(-2) as number[];
    expect(Math.abs(last[0]! - last[1]!)).toBeLessThan(0.3);
  });

  it('have a logarithm where they are positive', () => {
    expect(forLogarithm([1, 0, -1, null, 10])).toEqual([1, null, null, null, 10]);
    expect(forLogarithm([1, -1])).toBeNull();
  });
});
