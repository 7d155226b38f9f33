/**
 * Nothing runs in a workspace that is not trusted. Code that is about to run something tells the user first; the
 * workers enforce it.
 */
import * as vscode from 'vscode';
import { t } from '../protocol/l10n.js';
import type { StartWorker } from '../run/client/worker.js';

export const notTrusted = (): string => t('This workspace is not trusted, so its models are not run. Trust it to run them.');

/** Wraps `start` so that no worker starts in a workspace that is not trusted. */
export const whereTrusted =
  (start: StartWorker): StartWorker =>
  () =>
    vscode.workspace.isTrusted ? start() : Promise.reject(new Error(notTrusted()));
