import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extension = () => {
  const found = vscode.extensions.getExtension('tensor-lens.tensor-lens');
  assert.ok(found, 'The extension is not installed.');
  return found;
};

const open = async (name: string, content: string) => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  await vscode.window.showTextDocument(uri);
};

describe('activation', () => {
  it('every command that is contributed is registered', async () => {
    await open('activation.tl.ts', "import * as torch from 'tensor-lens';\n");
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = (extension().packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands;
    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
