import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { modelPath } from '../files/paths.js';
import { templates } from '../files/templates.js';
import { STAYS, type Command } from './command.js';

/** Writes a new model file from a template and opens it. The user (or the caller) says where. */
export const newModel: Command = {
  id: 'tensorLens.newModel',
  run: async ({ extension }, file, place) => {
    const template = typeof file === 'string' ? file : (await pickTemplate())?.file;
    if (template === undefined) return;
    const target = place instanceof vscode.Uri ? place : await askForPlace();
    if (!target) return;
    const uri = target.with({ path: modelPath(target.path) });
    if (uri.path !== target.path && !(await mayReplace(uri))) return;
    const source = vscode.Uri.joinPath(extension.extensionUri, 'media', 'templates', template);
    await vscode.workspace.fs.writeFile(uri, await vscode.workspace.fs.readFile(source));
    await vscode.window.showTextDocument(uri);
  },
};

/** Asks before a file is replaced. The dialog asks too, but it knew this file by another name. */
async function mayReplace(uri: vscode.Uri): Promise<boolean> {
  const exists = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
  if (!exists) return true;
  const replace = t('Replace');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return (await vscode.window.showWarningMessage(t('{0} exists already.', name), { modal: true }, replace)) === replace;
}

const pickTemplate = () => vscode.window.showQuickPick(templates(), { placeHolder: t('What should the model begin with?'), ...STAYS });

function askForPlace(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'model.tl.ts') }),
    filters: { [t('Model files')]: ['tl.ts'] },
    saveLabel: t('Create Model'),
  });
}
