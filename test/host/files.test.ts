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
    assert.match((await runBackward(outside.uri))!.error!.message, /folder|workspace|outside/i);
  });
});
