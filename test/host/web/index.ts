/**
 * The extension that runs the suite inside the extension host of a browser and sends the outcome to the site.
 * scripts/hostSuite.mjs puts mocha.ts and the suites before it.
 */
import * as vscode from 'vscode';
import { outcomeOf } from '../outcome.js';

declare const mocha: Mocha;

export async function activate({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const outcome = await outcomeOf(mocha).catch((error: unknown) => ({ error: error instanceof Error ? error.stack : String(error) }));
  const site = extensionUri.with({ path: '/' }).toString();
  await fetch(site, { method: 'POST', body: JSON.stringify({ ...outcome, vscode: vscode.version, host: navigator.userAgent }) });
}
