import * as vscode from 'vscode';
import { EXAMPLE_SCHEME } from '../files/examples.js';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { Command } from './command.js';

/** Opens one of the examples, read-only: the one named, else from a list. */
export const openExample: Command = {
  id: 'tensorLens.openExample',
  run: async (_, name) => {
    const chosen = typeof name === 'string' ? name : (await pick())?.name;
    if (chosen !== undefined) await vscode.window.showTextDocument(vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: `/${chosen}` }));
  },
};

async function pick(): Promise<{ name: string } | undefined> {
  const folder = vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: '/' });
  const files = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  const models = files.filter((name) => isModelFile(vscode.Uri.joinPath(folder, name)));
  const items = models.map(async (name) => ({ name, label: titleOf(name), detail: await firstComment(vscode.Uri.joinPath(folder, name)) }));
  return vscode.window.showQuickPick(Promise.all(items), { placeHolder: t('An example to look at and run'), matchOnDetail: true });
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
