import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { model, runBackward } from './models.js';

describe('files beside the model', () => {
  it('are written and read through the editor', async () => {
    const { uri } = await model(
      'keeper.tl.ts',
      `import * as torch from 'tensor-lens';
const net = new torch.nn.Linear(2, 1);
await torch.save(net.state_dict(), 'net.safetensors');
const other = new torch.nn.Linear(2, 1);
other.load_state_dict(await torch.load('net.safetensors'));
console.log(torch.equal(net.weight, other.weight));
const table = await torch.utils.data.read_csv('table.csv');
console.log(table.shape);
`,
    );
    const table = vscode.Uri.joinPath(uri, '../table.csv');
    await vscode.workspace.fs.writeFile(table, new TextEncoder().encode('a,b\n1,2\n3,4\n5,6\n'));
    const run = await runBackward(uri);
    assert.equal(run?.error, null, run?.error?.message);
    assert.deepEqual(run.output, ['true', 'torch.Size([3, 2])']);
    assert.ok((await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '../net.safetensors'))).size > 24);
  });

  it('are missed, and refused outside of the folder, in a sentence at the line', async () => {
    const { uri } = await model('misser.tl.ts', `import * as torch from 'tensor-lens';\nawait torch.load('nothing.npy');\n`);
    const run = await runBackward(uri);
    assert.match(run!.error!.message, /nothing\.npy/);
    assert.equal(run!.error!.source?.line, 2);
    const outside = await model('outside.tl.ts', `import * as torch from 'tensor-lens';\nawait torch.load('../../../etc/hostname.npy');\n`);
    assert.match((await runBackward(outside.uri))!.error!.message, /is outside of the workspace folder/);
    const importer = await model(
      'importer.tl.ts',
      `import './lost';\nimport secret from '../../../etc/secret.json';\nconsole.log(secret);\n`,
    );
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(importer.uri, '../lost.ts'), new TextEncoder().encode('export {};\n'));
    const imported = await runBackward(importer.uri);
    assert.match(imported!.error!.message, /is outside of the workspace folder/);
    assert.equal(imported!.error!.source?.line, 2);
  });

  it('are not written by a run of Live, which reads what it has kept', async () => {
    const { uri, session } = await model(
      'live-writer.tl.ts',
      `import * as torch from 'tensor-lens';
await torch.save(torch.ones(2), 'live.npy');
console.log((await torch.load('live.npy')).tolist());
`,
    );
    const run = await session.start('backward', 'live');
    assert.deepEqual(run?.output, ['[ 1, 1 ]'], run?.error?.message);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '../live.npy'))));
  });
});
