import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { TENSOR_EDITOR } from '../panel/tensorEditors.js';
import type { Command } from './command.js';

/** Opens a file of tensors in the editor that lists and pictures them. */
export const openTensor: Command = {
  id: 'tensorLens.openTensor',
  run: async (_, argument) => {
    const uri = argument instanceof vscode.Uri ? argument : await askForFile();
    if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, TENSOR_EDITOR);
  },
};

async function askForFile(): Promise<vscode.Uri | undefined> {
  const filters = { [t('Files of tensors')]: ['npy', 'npz', 'safetensors', 'pt', 'pth'] };
  const chosen = await vscode.window.showOpenDialog({ filters, openLabel: t('Open as Tensor') });
  return chosen?.[0];
}
