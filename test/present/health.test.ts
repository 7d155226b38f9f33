import { expect, it } from 'vitest';
import { curveOf, gradientText, healthAt, healthFindings, lastRatio, ratioText, silentText, spanOf } from '../../src/present/health.js';
import type { Diagnostic, ParameterHealth, Pass } from '../../src/protocol/trace.js';

const one: ParameterHealth = {
  name: 'w',
  source: null,
  shape: [2],
  passes: [0, 2, 4],
  grad: [10, 100, 1000],
  used: [10, 1, null],
  weight: [2, 4, 4],
  update: [0.002, 0.4, null],
};

it('tells what is known of a parameter in a pass, or in the last before it that was measured', () => {
  expect(healthAt(one, 0)).toEqual({ grad: 10, clipped: null, ratio: 0.001 });
  expect(healthAt(one, 3)).toEqual({ grad: 100, clipped: 1, ratio: 0.1 });
  expect(healthAt(one, 4)).toEqual({ grad: 1000, clipped: null, ratio: null });
  expect([0, 3, 4].map((pass) => gradientText(healthAt(one, pass)))).toEqual(['10', '100 → 1', '1000']);
  expect([0.001, 0.1, null].map(ratioText)).toEqual(['0.10 %', '10 %', '']);
  expect(lastRatio(one)).toBe(0.1);
});

it('draws norms by their logarithms, over a factor of ten at least', () => {
  const span = spanOf(one);
  expect(curveOf(one.grad, span).map((y) => y?.toFixed(3))).toEqual(['0.333', '0.667', '1.000']);
  expect(curveOf([0, null], span)).toEqual([null, null]);
  const [low, high] = spanOf({ ...one, grad: [2], used: [2] });
  expect((high - low) / Math.log(10)).toBeCloseTo(1);
});

it('names the layers with units that say nothing', () => {
  const node = (label: string, silent?: number) => ({
    label,
    op: 'relu',
    ...(silent !== undefined && { silent: { silent, units: 8, samples: 4 } }),
  });
  const pass = (...nodes: unknown[]) => ({ nodes }) as Pass;
  expect(silentText(pass(node('h', 3), node('k', 0), node('x')))).toMatch(/: 3 of 8 of .?h.?\.$/);
  expect(silentText(pass(node('k', 0)))).toBeNull();
});

it('says again what was said of gradients, and nothing else', () => {
  const told = ['shape-mismatch', 'dead-units', 'step-size'].map((code) => ({ code }) as Diagnostic);
  expect(healthFindings(told).map(({ code }) => code)).toEqual(['dead-units', 'step-size']);
});
