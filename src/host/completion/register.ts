import * as vscode from 'vscode';
import { isModelFile, MODEL_SELECTOR } from '../files/modelFiles.js';
import type { Sessions } from '../sessions/sessions.js';
import { ApiHovers } from './apiHovers.js';
import { ApiSignatures } from './apiSignatures.js';
import { ArgumentCompletions } from './argumentCompletions.js';
import { Library } from './library.js';
import { MemberCompletions } from './memberCompletions.js';

/**
 * Help with the names of the library. Where the plugin of the TypeScript server brings most of it (`isTyped`), the rest
 * is ours; where no plugin is known to run, all of it, until one is seen to.
 */
export function registerLibraryHelp(extensionUri: vscode.Uri, sessions: Sessions, isTyped: boolean): vscode.Disposable[] {
  const library = new Library(extensionUri, sessions);
  let help = helpWith(library, sessions, isTyped);
  const whole = new vscode.Disposable(() => help.dispose());
  if (isTyped) return [whole];
  const seen = whenTyped(extensionUri, () => {
    help.dispose();
    help = helpWith(library, sessions, true);
  });
  return [whole, seen];
}

function helpWith(library: Library, sessions: Sessions, isTyped: boolean): vscode.Disposable {
  const { languages } = vscode;
  const everywhere = languages.registerCompletionItemProvider(
    MODEL_SELECTOR,
    new ArgumentCompletions(library, sessions, isTyped),
    ...ArgumentCompletions.triggers,
  );
  if (isTyped) return everywhere;
  return vscode.Disposable.from(
    everywhere,
    languages.registerHoverProvider(MODEL_SELECTOR, new ApiHovers(library)),
    languages.registerCompletionItemProvider(MODEL_SELECTOR, new MemberCompletions(library), ...MemberCompletions.triggers),
    languages.registerSignatureHelpProvider(MODEL_SELECTOR, new ApiSignatures(library), ...ApiSignatures.triggers),
  );
}

/** So often a server is asked that may still be starting, or may run no plugins. */
const ASKED = 20;

/** Calls back once, when TypeScript's server finds our declarations behind the import of a model file. */
function whenTyped(extensionUri: vscode.Uri, call: () => void): vscode.Disposable {
  const declarations = vscode.Uri.joinPath(extensionUri, 'dist', 'types').path;
  const look = async (document: vscode.TextDocument | undefined): Promise<void> => {
    const at = document && isModelFile(document.uri) ? document.getText().search(/(?<=from ['"])tensor-lens['"]/) : -1;
    if (!document || at < 0 || isAsking) return;
    isAsking = true;
    if (++asked === ASKED) watch.dispose();
    const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      document.positionAt(at + 1),
    );
    isAsking = false;
    const isOurs = found.some((place) => ('uri' in place ? place.uri : place.targetUri).path.startsWith(`${declarations}/`));
    if (!isOurs) return;
    isAsking = true;
    watch.dispose();
    call();
  };
  let [asked, isAsking] = [0, false];
  const watch = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => void look(editor?.document)),
    vscode.workspace.onDidSaveTextDocument((document) => void look(document)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void look(textEditor.document)),
  );
  void look(vscode.window.activeTextEditor?.document);
  return watch;
}
