import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';

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
