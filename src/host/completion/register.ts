import * as vscode from 'vscode';
import { MODEL_SELECTOR } from '../files/modelFiles.js';
import type { Sessions } from '../sessions/sessions.js';
import { ApiHovers } from './apiHovers.js';
import { ApiSignatures } from './apiSignatures.js';
import { ArgumentCompletions } from './argumentCompletions.js';
import { Library } from './library.js';
import { MemberCompletions } from './memberCompletions.js';

/**
 * Help with the names of the library. Under Node the plugin of the TypeScript server brings most of it (`isTyped`);
 * in a browser, where that server loads no plugins, all of it is ours.
 */
export function registerLibraryHelp(extensionUri: vscode.Uri, sessions: Sessions, isTyped: boolean): vscode.Disposable[] {
  const library = new Library(extensionUri, sessions);
  const { languages } = vscode;
  const everywhere = [
    languages.registerCompletionItemProvider(
      MODEL_SELECTOR,
      new ArgumentCompletions(library, sessions, isTyped),
      ...ArgumentCompletions.triggers,
    ),
  ];
  if (isTyped) return everywhere;
  return [
    ...everywhere,
    languages.registerHoverProvider(MODEL_SELECTOR, new ApiHovers(library)),
    languages.registerCompletionItemProvider(MODEL_SELECTOR, new MemberCompletions(library), ...MemberCompletions.triggers),
    languages.registerSignatureHelpProvider(MODEL_SELECTOR, new ApiSignatures(library), ...ApiSignatures.triggers),
  ];
}
