import * as vscode from 'vscode';
import type { Run, RunMode } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { showProgress } from '../status/progress.js';
import { type CommandContext, UserError } from './command.js';
import { target } from './target.js';

/** Runs a model with its panel open, shows progress, and leaves what went wrong where it went wrong. */
export async function runModel(context: CommandContext, mode: RunMode, argument: unknown): Promise<Run | null> {
  const session = target(context, argument);
  context.panels.show(session);
  if (!vscode.workspace.isTrusted) {
    throw new UserError(t('This workspace is not trusted, so its models are not run. Trust it to run them.'));
  }
  const run = session.start(mode);
  await showProgress(session, run);
  return run;
}
