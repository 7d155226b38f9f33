import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension, model, runBackward, until } from './models.js';

/** A browser has no links, and no other program that changes its files. */
describe('files on a disk', () => {
  it('are never a source or what a link leads out to', async () => {
    const { uri } = await model(
      'writer.tl.ts',
      `import * as torch from 'tensor-lens';
const refused = async (work: () => Promise<unknown>) => console.log(await work().then(() => 'done', (error: Error) => error.message));
await refused(() => torch.save(torch.ones(1), 'link-to-tasks.npy'));
await refused(() => torch.save(torch.ones(1), 'link-outside.npy'));
await refused(() => torch.load('link-outside.npy'));
await refused(() => torch.load('folder.npy'));
`,
    );
    const folder = vscode.Uri.joinPath(uri, '..').fsPath;
    const elsewhere = await fs.mkdtemp(path.join(os.tmpdir(), 'outside-'));
    await fs.writeFile(path.join(elsewhere, 'x.npy'), 'outside');
    await fs.writeFile(path.join(folder, 'a.json'), '{}');
    await fs.mkdir(path.join(folder, 'folder.npy'), { recursive: true });
    for (const [link, to] of [
      ['link-to-tasks.npy', path.join(folder, 'a.json')],
      ['link-outside.npy', path.join(elsewhere, 'x.npy')],
    ] as const) {
      await fs.rm(path.join(folder, link), { force: true });
      await fs.symlink(to, path.join(folder, link));
    }
    const run = await runBackward(uri);
    assert.equal(run!.output.length, 4, run!.error?.message);
    assert.match(run!.output[0]!, /a model writes files of data only/);
    for (const line of run!.output.slice(1, 3)) assert.match(line, /is outside of the workspace folder/);
    assert.match(run!.output[3]!, /it is no file/);
    assert.equal(await fs.readFile(path.join(elsewhere, 'x.npy'), 'utf8'), 'outside');
    assert.equal(await fs.readFile(path.join(folder, 'a.json'), 'utf8'), '{}');
    await fs.rm(elsewhere, { recursive: true });
  });

  it('a file outside of the workspace, deleted by another program while it runs', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tensor-lens-elsewhere-'));
    const file = path.join(folder, 'elsewhere.tl.ts');
    await fs.writeFile(file, `import * as torch from 'tensor-lens';\nwhile (true) {}\n`);
    const uri = vscode.Uri.file(file);
    await vscode.workspace.openTextDocument(uri);
    const session = (await extension()).sessions.of(uri);
    const run = runBackward(uri);
    await until(() => session.running !== null, 'the run to begin');
    await fs.rm(folder, { recursive: true });
    assert.equal(await run, null);
    assert.equal((await extension()).sessions.find(uri), undefined);
  });
});
