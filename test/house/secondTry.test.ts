import { expect, it } from 'vitest';
import { twice, type Counts } from '../../scripts/secondTry.mjs';

/** A suite of two files. `outcomes` are the results of its runs in order; `asked` collects the requested files. */
function suite(...outcomes: Counts[]): { run: (files?: string[]) => Promise<Counts>; asked: (string[] | undefined)[] } {
  const asked: (string[] | undefined)[] = [];
  return {
    asked,
    run: (files) => {
      asked.push(files);
      return Promise.resolve(outcomes[asked.length - 1]!);
    },
  };
}
const failed: Counts = { passed: 9, failed: 1, output: 'first', names: ['a test'], files: ['a.test.ts'], passedElsewhere: 7 };
const mended: Counts = { passed: 3, failed: 0, output: 'second', names: [], files: [], passedElsewhere: 3 };

it('runs what failed once more, counts it once, and names it', async () => {
  const { run, asked } = suite(failed, mended);
  const counts = await twice(run, true);
  expect([counts.passed, counts.failed, asked]).toEqual([10, 0, [undefined, ['a.test.ts']]]);
  expect(counts.output).toContain('FAILED THE FIRST TIME, passed when it was started again: a test');
  expect(counts.output).toContain('first');
  expect(counts.names).toEqual(['a test']);
});

it('fails where it fails again', async () => {
  const counts = await twice(suite(failed, { ...failed, passed: 2 }).run, true);
  expect([counts.passed, counts.failed]).toEqual([9, 1]);
  expect(counts.output).toContain('FAILED THE FIRST TIME, failed again: a test');
});

it('tries nothing twice that passed, where much is broken, or where it was not asked for', async () => {
  for (const [outcome, isAllowed] of [
    [mended, true],
    [{ ...failed, failed: 4 }, true],
    [failed, false],
  ] as const) {
    const { run, asked } = suite(outcome);
    expect(await twice(run, isAllowed)).toEqual(outcome);
    expect(asked.length).toBe(1);
  }
});
