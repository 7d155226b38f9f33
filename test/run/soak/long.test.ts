import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { link } from '../../../src/language/link.js';
import { RunClient } from '../../../src/run/client/runClient.js';
import { startNodeProcess } from '../../../src/run/client/startProcess.node.js';
import { traceOf } from '../../trace/traceOf.js';

/**
 * Long runs, and many runs: the memory that they hold must not grow. `npm run soak` makes 20,000 steps and 200 runs.
 */
const TIMES = Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
const STEPS = 200 * TIMES;
const RUNS = 2 * TIMES;
/** Fewer measures show nothing: at first, loaded and compiled code and caches matter more than growth. */
const ENOUGH = 10;
const DRIFT = 1.2;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

function bytesHeld(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** How much larger the last measures are than those before them. The first measures are ignored, while caches fill. */
function drift(measures: readonly number[]): number {
  const mean = (part: readonly number[]) => part.reduce((a, b) => a + b, 0) / part.length;
  const third = Math.floor(measures.length / 3);
  return mean(measures.slice(-third)) / mean(measures.slice(third, 2 * third));
}

const MODEL = `
const x = torch.randn(16, 2), y = torch.randn(16, 1);
const net = new torch.nn.Sequential(new torch.nn.Linear(2, 8), new torch.nn.Tanh(), new torch.nn.Linear(8, 1));
const optimizer = new torch.optim.Adam(net.parameters(), { lr: 0.01 });
for (let step = 0; step < ${STEPS}; step++) {
  optimizer.zero_grad();
  const loss = torch.nn.functional.mse_loss(net(x), y);
  loss.backward();
  optimizer.step();
  if (step % ${STEPS / 20} === 0) (globalThis as any).measured();
}`;

describe('the memory of', () => {
  it(`a run of ${STEPS} traced steps stays as it is`, async () => {
    const measures: number[] = [];
    const scope = globalThis as { measured?: () => void };
    scope.measured = () => void measures.push(bytesHeld());
    const { losses, passes, pass_count: count } = await traceOf(MODEL);
    delete scope.measured;
    expect(count).toBe(STEPS);
    expect(passes.length).toBeLessThanOrEqual(50);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(measures).toHaveLength(20);
    if (TIMES >= ENOUGH) expect(drift(measures)).toBeLessThan(DRIFT);
  });

  it(`the host of ${RUNS} runs stays as it is`, async () => {
    const client = new RunClient(startNodeProcess(path.resolve(import.meta.dirname, '../../../dist/process'), { isBackground: false }));
    const text = MODEL.replace(`step < ${STEPS}`, 'step < 20').replace(/^ {2}if.*$/m, '');
    const { program } = await link('m.tl.ts', () => Promise.resolve(`import * as torch from 'tensor-lens';${text}`));
    const nothing = (file: string) => Promise.reject(new Error(`ENOENT: ${file}`));
    const measures: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      const limits = { tensorBytes: 2 ** 28, keptBytes: 2 ** 26 };
      const run = client.run(
        { program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 20, passes: 0, limits },
        { timeLimit: 0, events: { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing } },
      );
      expect(await run.done).toMatchObject({ status: 'ok', pass_count: 20 });
      run.dispose();
      measures.push(bytesHeld());
    }
    await client.dispose();
    if (TIMES >= ENOUGH) expect(drift(measures)).toBeLessThan(DRIFT);
  });
});
