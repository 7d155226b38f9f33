import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { link } from '../../../src/language/link.js';
import { RunClient } from '../../../src/run/client/runClient.js';
import { startNodeProcess } from '../../../src/run/client/startProcess.node.js';

/**
 * The memory of the process of a long training, with everything recorded: after the first steps it stays as it is. `npm run soak`
 * makes 10,000 steps of a small network and 2,000 of a convolutional one.
 */
const SHARE = Math.min(1, Number(process.env['TENSOR_LENS_SOAK'] ?? 1) / 100);
/** After so many of the steps, caches and compiled code are there, and the budget of what is kept is used up. */
const SETTLED = 0.1;
const DRIFT = 1.15;
const MEASURES = 40;
/** With fewer steps than all, memory has not settled. */
const ENOUGH = 1;

const client = new RunClient(startNodeProcess(path.resolve(import.meta.dirname, '../../../dist/process'), { isBackground: false }));
afterAll(() => client.dispose());

/** The memory of the processes that this one has started, in MB. */
function megabytesOfChildren(): number {
  const statuses = fs.readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [fs.readFileSync(`/proc/${name}/status`, 'utf8')] : [];
    } catch {
      return [];
    }
  });
  const ours = statuses.filter((text) => new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(text));
  return Math.max(...ours.map((text) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024));
}

const MLP = `
const x = torch.randn(32, 2), y = torch.randn(32, 1);
const net = new torch.nn.Sequential(new torch.nn.Linear(2, 16), new torch.nn.ReLU(), new torch.nn.Linear(16, 16), new torch.nn.ReLU(), new torch.nn.Linear(16, 1));
const lossOf = () => torch.nn.functional.mse_loss(net(x), y);`;

const CNN = `
const x = torch.randn(32, 1, 28, 28), y = torch.randint(0, 10, [32]);
const net = new torch.nn.Sequential(new torch.nn.Conv2d(1, 16, 3), new torch.nn.ReLU(), new torch.nn.MaxPool2d(2), new torch.nn.Flatten(), new torch.nn.Linear(16 * 13 * 13, 10));
const lossOf = () => torch.nn.functional.cross_entropy(net(x), y);`;

const loop = (steps: number) => `
const optimizer = new torch.optim.Adam(net.parameters(), { lr: 0.001 });
for (let step = 0; step < ${steps}; step++) {
  optimizer.zero_grad();
  lossOf().backward();
  optimizer.step();
  if (step % ${Math.ceil(steps / MEASURES)} === 0) console.log(step);
}`;

describe.runIf(process.platform === 'linux')('the memory of the process stays as it is', () => {
  it.each([
    ['10,000 steps of a small network', MLP, 10_000],
    ['2,000 steps of a convolutional network', CNN, 2_000],
  ])('of %s', async (_, model, all) => {
    const steps = Math.ceil(all * SHARE);
    const text = `import * as torch from 'tensor-lens';${model}${loop(steps)}`;
    const { program } = await link('m.tl.ts', () => Promise.resolve(text));
    const nothing = (file: string) => Promise.reject(new Error(`ENOENT: ${file}`));
    const measures: number[] = [];
    const limits = { tensorBytes: 2 ** 30, keptBytes: 2 ** 26 };
    const run = client.run(
      { program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 20, passes: 0, limits },
      {
        timeLimit: 0,
        events: { output: () => void measures.push(megabytesOfChildren()), progress: () => {}, readFile: nothing, writeFile: nothing },
      },
    );
    expect(await run.done).toMatchObject({ status: 'ok', pass_count: steps });
    run.dispose();
    expect(Math.min(...measures)).toBeGreaterThan(10);
    const settled = measures.slice(Math.floor(SETTLED * measures.length));
    const mean = (part: readonly number[]) => part.reduce((a, b) => a + b, 0) / part.length;
    const third = Math.floor(settled.length / 3);
    const drift = mean(settled.slice(-third)) / mean(settled.slice(0, third));
    if (process.env['TENSOR_LENS_SHOW']) console.log(measures.map((mb) => mb.toFixed(0)).join(' '));
    if (SHARE >= ENOUGH) expect(drift).toBeLessThan(DRIFT);
  });
});
