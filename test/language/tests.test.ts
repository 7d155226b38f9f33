import { expect, it } from 'vitest';
import { testsIn, type WrittenTest } from '../../src/language/tests.js';

const TEXT = `import { tl, test, describe } from 'tensor-lens/test';
test('one', () => {});
describe('group', () => {
  tl.test.skip(\`two\`, () => {});
  for (const n of [1, 2]) test('of ' + n, () => {});
});
/x/.test('no test');
`;

it('finds the tests that are written out, in their groups', () => {
  const names = ({ name, tests, range }: WrittenTest): unknown => [name, range.line, ...(tests ? [tests.map(names)] : [])];
  expect(testsIn('a.tl.test.ts', TEXT).map(names)).toEqual([
    ['one', 2],
    ['group', 3, [['two', 4]]],
  ]);
});
