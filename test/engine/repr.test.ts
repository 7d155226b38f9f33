import { expect, it } from 'vitest';
import { scientific } from '../../src/engine/repr/numbers.js';

// The texts that Python prints, e.g. f'{0.578125:.4e}'.
it.each([
  [0.578125, 4, '5.7812e-01'],
  [0.578375, 4, '5.7837e-01'],
  [2.5, 0, '2e+00'],
  [3.5, 0, '4e+00'],
  [-2.5, 0, '-2e+00'],
  [1.25, 1, '1.2e+00'],
  [9.96875, 3, '9.969e+00'],
  [9.5, 0, '1e+01'],
  [0, 2, '0.00e+00'],
  [5e-324, 4, '4.9407e-324'],
] as const)('%d with %d digits is written with ties to even: %s', (x, digits, text) => {
  expect(scientific(x, digits)).toBe(text);
});
