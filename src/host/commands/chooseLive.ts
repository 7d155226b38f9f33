import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { LiveMode } from '../settings.js';
import type { Command } from './command.js';

/** Chooses when a model runs again by itself. */
export const chooseLive: Command = {
  id: 'tensorLens.chooseLive',
  run: async () => {
    const configuration = vscode.workspace.getConfiguration('tensorLens');
    const now = configuration.get('live.mode');
    const item = (mode: LiveMode, label: string) => ({ label, mode, description: mode === now ? t('now') : '' });
    const chosen = await vscode.window.showQuickPick(
      [item('onType', t('While typing')), item('onSave', t('When a file is saved')), item('off', t('Only by command'))],
      { placeHolder: t('When should a model that was run once run again?') },
    );
    if (chosen) await configuration.update('live.mode', chosen.mode, vscode.ConfigurationTarget.Global);
  },
};
