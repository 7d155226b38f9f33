import { describe, expect, it } from 'vitest';
import { defaultTheme } from '../../src/present/defaultThemes.js';
import { sparkline } from '../../src/present/sparkline.js';
import type { Scalar } from '../../src/protocol/trace.js';

const theme = defaultTheme('light');
const draw = (data: readonly Scalar[]) => sparkline(data, theme, theme.value);

/** The points of the curve, separately for each part between gaps. */
function runsOf(svg: string): [x: number, y: number][][] {
  const path = /<path d="([^"]*)" fill="none"/.exec(svg)![1]!;
  return path
    .split('M')
    .filter(Boolean)
    .map((run) => [...run.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]));
}

describe('a sparkline', () => {
  it('goes from left to right, large values above small ones', () => {
    const [points, ...more] = runsOf(draw([0, 5, -5, 1]));
    expect(more).toEqual([]);
    expect(points!.map(([x]) => x)).toEqual([...points!.map(([x]) => x)].sort((a, b) => a - b));
    const [zero, high, low, one] = points!.map(([, y]) => y) as [number, number, number, number];
    expect([high, one, zero, low]).toEqual([high, one, zero, low].sort((a, b) => a - b));
  });

  it('has zero within it, and breaks off where there is no number', () => {
    const svg = draw([3, 4, 'nan', 5]);
    expect(runsOf(svg).map(({ length }) => length)).toEqual([2, 1]);
    expect(Number(/M0 ([\d.]+)H/.exec(svg)![1])).toBeGreaterThan(
      Math.max(
        ...runsOf(svg)
          .flat()
          .map(([, y]) => y),
      ),
    );
  });

  it('keeps the peaks of what has more elements than pixels', () => {
    const data = Array.from({ length: 4000 }, (_, i) => (i === 1234 ? 100 : Math.sin(i)));
    const points = runsOf(draw(data)).flat();
    expect(points.length).toBeLessThan(400);
    const [x] = points.reduce((highest, point) => (point[1] < highest[1] ? point : highest));
    expect(x / 176).toBeCloseTo(1234 / 4000, 1);
  });

  it.each([[[]], [[0, 0]], [['nan']], [[7]]] as const)('draws %j without breaking', (data) => {
    expect(draw(data)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
