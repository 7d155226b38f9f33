import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';
import { runProgram } from './runProgram.js';

it('starts from a folder that is reached by a link, as an extension in development is', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linked-'));
  const link = path.join(folder, 'extension');
  fs.symlinkSync(root, link, 'junction');
  try {
    const worker = await startNodeProcess(path.join(link, 'dist', 'process'), { isBackground: false })();
    let failure: string | null = null;
    worker.onFailure((message) => (failure = message));
    expect(failure).toBeNull();
    await worker.terminate();
  } finally {
    fs.rmSync(link);
    fs.rmdirSync(folder);
  }
});

it('knows a class of the library that a program calls like a function', async () => {
  const { output, error } = await runProgram(`
import * as torch from 'tensor-lens';
const [layer, size]: any[] = [torch.nn.Linear, torch.Size];
try {
  layer(2, 1);
} catch (error) {
  console.log((error as Error).message);
}
console.log(size([2, 3]), new torch.nn.Linear(2, 1).constructor === torch.nn.Linear);
`);
  expect(error).toBeNull();
  expect(output).toEqual(['nn.Linear is a class: write new nn.Linear(...)', 'torch.Size([2, 3]) true']);
});
