import * as vscode from 'vscode';
import { contentsOf } from '../files/contents.js';
import { t } from '../../protocol/l10n.js';
import { type Command, UserError } from './command.js';

/**
 * Writes the declarations of 'tensor-lens' to node_modules of the workspace. TypeScript servers that load no plugin
 * need them: the native one, and those of other editors.
 */
export const addTypes: Command = {
  id: 'tensorLens.addTypes',
  run: async ({ extension }) => {
    const folder = await pickFolder();
    if (!folder) return;
    const target = vscode.Uri.joinPath(folder, 'node_modules', 'tensor-lens');
    const manifest = { name: 'tensor-lens', version: String(extension.extension.packageJSON.version), types: 'index.d.ts' };
    await vscode.workspace.fs.createDirectory(target);
    await copyDeclarations(extension.extensionUri, target);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(target, 'package.json'),
      new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
    );
    void vscode.window.showInformationMessage(
      t("The types of 'tensor-lens' were written to {0}.", vscode.workspace.asRelativePath(target)),
    );
  },
};

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new UserError(t('Open a folder first: the types are written to its node_modules.'));
  if (folders.length === 1) return folders[0]!.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function copyDeclarations(extensionUri: vscode.Uri, to: vscode.Uri): Promise<void> {
  for (const name of await contentsOf(extensionUri, 'types')) {
    const target = vscode.Uri.joinPath(to, name);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(target, '..'));
    await vscode.workspace.fs.writeFile(
      target,
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'types', name)),
    );
  }
}
