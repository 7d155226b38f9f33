import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { ModelSession } from '../sessions/modelSession.js';
import { progressSentence } from '../../insight/results/statusText.js';

/** Runs shorter than this need no notification. */
const PATIENCE_MS = 700;

/** Shows a notification with a Cancel button while `session` runs, if the run takes long enough. */
export async function showProgress(session: ModelSession, run: Promise<unknown>): Promise<void> {
  const ended = run.then(() => true);
  const patience = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  if (await Promise.race([ended, patience])) return;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, cancellable: true, title: t('Running {0}', session.name) },
    async (progress, token) => {
      const subscriptions = [
        token.onCancellationRequested(() => session.stop()),
        session.onDidChange((change) => {
          if (change === 'progress') progress.report({ message: progressText(session) });
        }),
      ];
      await ended;
      subscriptions.forEach((subscription) => subscription.dispose());
    },
  );
}

function progressText({ running }: ModelSession): string {
  const progress = running?.progress;
  if (!progress) return '';
  return progressSentence(progress, Date.now() - running.began, running.sources.steps);
}
