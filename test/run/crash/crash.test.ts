import { describe, expect, it, type TestContext } from 'vitest';
import { runProgram } from '../runProgram.js';
import { BEGINNING, CASES, TIME } from './corpus.js';

/** Programs that fill the machine's memory run one after the other. Programs that loop or wait run at the same time. */
const ONE_BY_ONE = CASES.filter(([, , says]) => says !== TIME);
const BESIDE = CASES.filter(([, , says]) => says === TIME);

async function check(text: string, says: RegExp, { expect }: TestContext): Promise<void> {
  const mayTakeTime = says.source.includes(TIME.source);
  // Where time or memory may end the run, memory gets some time first.
  const ms = says === TIME ? 0 : 2000;
  const run = await runProgram(BEGINNING + text, {
    // A small heap fills sooner.
    heapMegabytes: says === TIME ? 256 : 64,
    ...(mayTakeTime && { when: { line: 8, ms, then: 'the time limit' } }),
  });
  expect(['error', 'timeout']).toContain(run.status);
  expect(run.error!.message).toMatch(says);
  expect(run.error!.name.length).toBeLessThan(300);
  expect(run.error!.name).not.toContain('\x1b');
  expect(run.error!.source?.line).toBe(8);
  expect(run.output).toEqual(['pass 0', 'pass 1', 'pass 2', 'begun']);
  expect(run.bindings.map(({ name }) => name)).toContain('w');
  expect(run.losses.slice(0, 3)).toEqual([1, 2, 3]);
  expect(run.passes.slice(0, 3).map(({ loss }) => loss)).toEqual([1, 2, 3]);
}

describe('a model that ends its process or exhausts it', () => {
  it.for(ONE_BY_ONE)('%s', ([, text, says], context) => check(text, says, context));

  it('leaves the next run as it is', async () => {
    expect(await runProgram(BEGINNING)).toMatchObject({ status: 'ok', pass_count: 3 });
  });
});

describe.concurrent('a model that blocks its process', () => {
  it.for(BESIDE)('%s', ([, text, says], context) => check(text, says, context));
});

describe.concurrent('Stop', () => {
  it.for([
    ['a training', 'for (;;) w.mul(2).sum().backward();', 100],
    ['a long operation', 'const a = torch.randn(400, 400); for (;;) torch.linalg.svd(a);', 0],
    ['a wait', 'await new Promise(() => {});', 0],
    ['an interval', 'setInterval(() => {}, 5);', 0],
    ['a regular expression', `/^(a+)+$/.test('a'.repeat(40) + '!');`, 0],
  ] as const)('ends %s, with all that was finished, in the order in which it was', async ([, text, passes], { expect }) => {
    const run = await runProgram(BEGINNING + text, { when: { line: 8, passes, then: 'stop' } });
    expect(run).toMatchObject({ status: 'cancelled', partial: true, output: ['pass 0', 'pass 1', 'pass 2', 'begun'] });
    expect(run.bindings.map(({ name }) => name)).toContain('w');
    // Of a long training, only every second or fourth loss is kept, and the kept passes are further apart.
    const stride = run.loss_stride ?? 1;
    const lossOf = (pass: number) => (pass < 3 ? pass + 1 : 2);
    expect(run.pass_count).toBeGreaterThanOrEqual(Math.max(3, passes));
    expect(run.losses.slice(0, 3)).toEqual([0, 1, 2].map((i) => lossOf(i * stride)));
    const kept = run.passes.map(({ index }) => index);
    expect(kept.length).toBeGreaterThan(2);
    expect(kept).toEqual([...new Set(kept)].sort((one, other) => one - other));
    for (const { index, loss } of run.passes.filter(({ backward }) => backward)) expect(loss).toBe(lossOf(index));
  });
});
