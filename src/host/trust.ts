/** Nothing runs in a workspace that is not trusted. Whoever is about to run something says so first; the workers hold it. */
import * as vscode from 'vscode';
import { t } from '../protocol/l10n.js';
import type { StartWorker } from '../run/client/worker.js';

export const notTrusted = (): string => t('This workspace is not trusted, so its models are not run. Trust it to run them.');

/** Starts no worker where nothing may run, whoever asks for one. */
export const whereTrusted =
  (start: StartWorker): StartWorker =>
  () =>
    vscode.workspace.isTrusted ? start() : Promise.reject(new Error(notTrusted()));
