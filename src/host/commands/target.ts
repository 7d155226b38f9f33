import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { ModelSession } from '../sessions/modelSession.js';
import { type CommandContext, UserError } from './command.js';

/** The model that a command is meant for: the given one, else that of the active editor or graph panel. */
export function target({ sessions, panels }: CommandContext, argument: unknown): ModelSession {
  const uri = argument instanceof vscode.Uri ? argument : typeof argument === 'string' ? vscode.Uri.parse(argument) : undefined;
  if (!uri && panels.active) return panels.active;
  const chosen = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (!chosen || !isModelFile(chosen)) throw new UserError(t('Open a model file first: its name ends in .tl.ts.'));
  return sessions.of(chosen);
}
