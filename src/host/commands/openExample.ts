import * as vscode from 'vscode';
import { EXAMPLE_SCHEME, isChanged } from '../files/examples.js';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import { STAYS, type Command } from './command.js';

interface Chosen {
  name: string;
  /** Whether to restore the example as it was shipped, although it was changed. */
  anew?: true;
}

/** Opens one of the examples, to read, run and change it. The example is given by name, or chosen from a list. */
export const openExample: Command = {
  id: 'tensorLens.openExample',
  run: async ({ extension }, name) => {
    const chosen = typeof name === 'string' ? { name } : await pick(extension.globalStorageUri);
    if (!chosen) return;
    const uri = vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: `/${chosen.name}` });
    if (chosen.anew) await vscode.workspace.fs.delete(uri);
    await vscode.window.showTextDocument(uri);
  },
};

async function pick(storageUri: vscode.Uri): Promise<Chosen | undefined> {
  const folder = vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: '/' });
  const files = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  const models = files.filter((name) => isModelFile(vscode.Uri.joinPath(folder, name)));
  const items = models.map(async (name): Promise<(Chosen & vscode.QuickPickItem)[]> => {
    const item = { name, label: titleOf(name), detail: await firstComment(vscode.Uri.joinPath(folder, name)) };
    if (!(await isChanged(storageUri, name))) return [item];
    return [
      { ...item, description: t('as you changed it') },
      { ...item, description: t('as it came'), anew: true },
    ];
  });
  const all = Promise.all(items).then((each) => each.flat());
  return vscode.window.showQuickPick(all, { placeHolder: t('An example to look at and run'), matchOnDetail: true, ...STAYS });
}

/** `06-logistic-regression.tl.ts` is 'Logistic regression'. */
function titleOf(name: string): string {
  const words = name
    .replace(/\.tl\.ts$/, '')
    .replace(/^\d+[-_]/, '')
    .replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function firstComment(uri: vscode.Uri): Promise<string> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return /^\s*(?:\/\/|\/\*+)\s*(.+)/.exec(text)?.[1]?.replace(/\s*\*\/$/, '') ?? '';
}
