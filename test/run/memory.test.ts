import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';
import { link } from '../../src/language/link.js';
import { RunClient, type RunHandle } from '../../src/run/client/runClient.js';

const MiB = 2 ** 20;
const client = new RunClient(startNodeProcess(path.resolve(import.meta.dirname, '../../dist/process'), { isBackground: false }));
afterAll(() => client.dispose());

/** Starts a model that may hold 200 MiB of tensors. */
async function start(text: string): Promise<RunHandle> {
  const { program } = await link('m.tl.ts', () => Promise.resolve(`import * as torch from 'tensor-lens';\n${text}`));
  const limits = { tensorBytes: 200 * MiB, keptBytes: 40 * MiB };
  const nothing = () => Promise.reject(new Error('There are no files.'));
  return client.run(
    { program, mode: 'backward', backend: 'cpu', maxValues: 16, maxPasses: 10, passes: 0, limits },
    { timeLimit: 0, events: { output: () => {}, progress: () => {}, readFile: nothing, writeFile: nothing } },
  );
}

describe('the memory of tensors', () => {
  it('is limited, with a sentence', async () => {
    const handle = await start('const all: unknown[] = [];\nfor (;;) all.push(torch.ones(1000, 1000).mul(2));');
    const run = await handle.done;
    expect(run).toMatchObject({ status: 'error', error: { name: 'RuntimeError' } });
    expect(run.error!.message).toMatch(
      /can't allocate memory: you tried to allocate 4000000 bytes .*the limit for tensors is 200\.0 MiB\.$/,
    );
    expect(run.peak_bytes).toBeLessThan(1.2 * 200 * MiB);
    expect(run.passes[0]!.nodes.length).toBeGreaterThan(35);
    handle.dispose();
  });

  it('is free again when tensors are used no longer, within one loop', async () => {
    const handle = await start(
      'let sum = 0;\nfor (let i = 0; i < 300; i++) sum += torch.ones(1000, 1000).add(1).sum().item();\nconsole.log(sum);',
    );
    expect(await handle.done).toMatchObject({ status: 'ok', error: null, output: ['600000000'] });
    handle.dispose();
  });

  it('is free again, as soon as a pass holds too much, however small its tensors are', async () => {
    const handle = await start('let x = torch.randn(120000);\nfor (let i = 0; i < 600; i++) x = x.mul(0.99).add(0.01);');
    const run = await handle.done;
    expect(run).toMatchObject({ status: 'ok', error: null });
    expect(run.peak_bytes).toBeLessThan(1.2 * 200 * MiB);
    expect(run.passes[0]!.nodes).toHaveLength(1201);
    handle.dispose();
  });

  it('is told to within a fifth', async () => {
    const handle = await start('const all: unknown[] = [];\nfor (let i = 0; i < 30; i++) all.push(torch.ones(1000, 1000));');
    const run = await handle.done;
    expect(run).toMatchObject({ status: 'ok', error: null });
    expect(run.peak_bytes).toBeGreaterThan(0.95 * 30 * 4e6);
    expect(run.peak_bytes).toBeLessThan(1.2 * 30 * 4e6);
    handle.dispose();
  });

  it('is free again after each step of a training', async () => {
    const handle = await start(`
const w = torch.ones(1000, 1000, { requires_grad: true });
for (let i = 0; i < 60; i++) {
  w.mul(2).add(1).sum().backward();
  torch.no_grad(() => { w.sub_(w.grad!.mul(0.1)); w.grad!.zero_() });
}`);
    const run = await handle.done;
    expect(run).toMatchObject({ status: 'ok', error: null, pass_count: 60 });
    const root = run.passes.at(-1)?.root ?? '';
    expect((await handle.tensor({ pass: 59, node: root, which: 'value' }))?.shape).toEqual([]);
    handle.dispose();
  });
});
