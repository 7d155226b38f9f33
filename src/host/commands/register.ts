import * as vscode from 'vscode';
import { type CommandContext, UserError } from './command.js';
import { commands } from './index.js';
import { t } from '../../protocol/l10n.js';

/** Registers all commands. A failure that the user can correct is shown to them, once. */
export function registerCommands(context: CommandContext): vscode.Disposable[] {
  return commands.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await run(context, ...args);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(error instanceof UserError ? message : t('Tensor Lens could not do this: {0}', message));
        return undefined;
      }
    }),
  );
}
