import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { templates } from '../files/templates.js';
import type { Command } from './command.js';

/** Writes a new model file from a template, where the person says (or the caller), and opens it. */
export const newModel: Command = {
  id: 'tensorLens.newModel',
  run: async ({ extension }, file, place) => {
    const template = typeof file === 'string' ? file : (await pickTemplate())?.file;
    if (template === undefined) return;
    const target = place instanceof vscode.Uri ? place : await askForPlace();
    if (!target) return;
    const uri = target.path.endsWith('.tl.ts') ? target : target.with({ path: `${target.path.replace(/\.ts$/, '')}.tl.ts` });
    const source = vscode.Uri.joinPath(extension.extensionUri, 'media', 'templates', template);
    await vscode.workspace.fs.writeFile(uri, await vscode.workspace.fs.readFile(source));
    await vscode.window.showTextDocument(uri);
  },
};

const pickTemplate = () => vscode.window.showQuickPick(templates(), { placeHolder: t('What should the model begin with?') });

function askForPlace(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'model.tl.ts') }),
    filters: { [t('Model files')]: ['tl.ts'] },
    saveLabel: t('Create Model'),
  });
}
