import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { LiveMode } from '../settings.js';
import type { Command } from './command.js';

/** Chooses when a model runs again by itself. The mode is given, or chosen from a list. */
export const chooseLive: Command = {
  id: 'tensorLens.chooseLive',
  run: async (_, mode) => {
    const configuration = vscode.workspace.getConfiguration('tensorLens');
    const chosen = typeof mode === 'string' ? mode : await pick(configuration.get('live.mode'));
    if (chosen !== undefined) await configuration.update('live.mode', chosen, vscode.ConfigurationTarget.Global);
  },
};

async function pick(now: unknown): Promise<LiveMode | undefined> {
  const item = (mode: LiveMode, label: string) => ({ label, mode, description: mode === now ? t('now') : '' });
  const chosen = await vscode.window.showQuickPick(
    [item('onType', t('While typing')), item('onSave', t('When a file is saved')), item('off', t('Only by command'))],
    { placeHolder: t('When should a model that was run once run again?') },
  );
  return chosen?.mode;
}
