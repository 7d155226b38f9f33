import * as vscode from 'vscode';
import type { Command } from './command.js';

/** Shows or hides the types of tensors in the text, in all windows. */
export const toggleInlayHints: Command = {
  id: 'tensorLens.toggleInlayHints',
  run: async () => {
    const configuration = vscode.workspace.getConfiguration('tensorLens');
    await configuration.update('inlayHints.enabled', !configuration.get('inlayHints.enabled'), vscode.ConfigurationTarget.Global);
  },
};
