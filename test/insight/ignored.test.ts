import { expect, it } from 'vitest';
import { ignoring, isIgnored } from '../../src/insight/inline/ignored.js';

it('a comment on a line switches off what it names, or all', () => {
  expect(isIgnored('const x = 1;', 'mark')).toBe(false);
  expect(isIgnored('const x = 1; // tensor-lens-ignore', 'mark')).toBe(true);
  expect(isIgnored('const x = 1; // tensor-lens-ignore first-nan', 'mark')).toBe(false);
  expect(isIgnored('const x = 1; // as it is: tensor-lens-ignore first-nan, mark', 'mark')).toBe(true);
});

it('what is written behind a line switches it off', () => {
  let line = 'const x = 1;';
  for (const kind of ['first-nan', 'mark']) line += ignoring(line, kind);
  expect(line).toBe('const x = 1; // tensor-lens-ignore first-nan, mark');
  for (const kind of ['first-nan', 'mark']) expect(isIgnored(line, kind)).toBe(true);
  expect(isIgnored(line, 'no-gradient')).toBe(false);
});
