import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, model, runBackward, until } from './models.js';

const TYPE = 'tensorLens.tensors';

async function opened(uri: vscode.Uri) {
  await vscode.commands.executeCommand('tensorLens.openTensor', uri);
  const { tensors } = await extension();
  await until(() => tensors.stateOf(uri) !== undefined && tensors.stateOf(uri)!.status !== 'reading', `what is in ${uri.path}`);
  return tensors.stateOf(uri)!;
}

describe('Open as Tensor', () => {
  it('lists the tensors of a file, and what stands beside them, and follows the file', async () => {
    const { uri } = await model(
      'saver.tl.ts',
      `import * as torch from 'tensor-lens';
const weight = torch.arange(6).float().view(2, 3);
await torch.save({ epoch: 3, model: { 'fc.weight': weight, 'fc.bias': torch.zeros(2) } }, 'checkpoint.pt');
await torch.save(torch.tensor([1.5, NaN]), 'one.npy');
`,
    );
    assert.equal((await runBackward(uri))?.error, null);
    const file = vscode.Uri.joinPath(uri, '../checkpoint.pt');
    const state = await opened(file);
    assert.equal(state.status, 'done', 'message' in state ? state.message : '');
    assert.ok(state.status === 'done');
    assert.deepEqual(
      state.tensors.map(({ name, shape, dtype }) => [name, shape, dtype]),
      [
        ['model.fc.weight', [2, 3], 'float32'],
        ['model.fc.bias', [2], 'float32'],
      ],
    );
    assert.deepEqual([state.tensors[0]!.value.mean, state.beside], [2.5, [{ name: 'epoch', text: '3' }]]);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(input instanceof vscode.TabInputCustom && input.viewType === TYPE);
    const one = vscode.Uri.joinPath(uri, '../one.npy');
    const single = await opened(one);
    assert.ok(single.status === 'done' && single.tensors[0]!.value.nan === 1);
    await vscode.workspace.fs.writeFile(one, await vscode.workspace.fs.readFile(file));
    const { tensors } = await extension();
    await until(() => {
      const now = tensors.stateOf(one);
      return now?.status === 'done' && now.tensors.length === 2;
    }, 'the new content of one.npy');
  });

  it('says in a sentence what is wrong with a file', async () => {
    const { uri } = await model('beside.tl.ts', `import * as torch from 'tensor-lens';\n`);
    const bad = vscode.Uri.joinPath(uri, '../bad.safetensors');
    await vscode.workspace.fs.writeFile(bad, new TextEncoder().encode('no tensors at all'));
    const state = await opened(bad);
    assert.ok(state.status === 'failed');
    assert.match(state.message, /^bad\.safetensors cannot be shown: .*\.$/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(
      () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.every(({ label }) => label !== 'bad.safetensors')),
      'a closed tab',
    );
  });
});
