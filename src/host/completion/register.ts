import * as vscode from 'vscode';
import { isModelFile, MODEL_SELECTOR } from '../files/modelFiles.js';
import type { Member } from './memberCompletions.js';
import type { Sessions } from '../sessions/sessions.js';

/**
 * Help with the names of the library. Where the plugin of the TypeScript server gives most of it (`isTyped`), only the
 * rest is registered here. Where no plugin is known to run, all of it is, until the plugin is found to run.
 */
export function registerLibraryHelp(extensionUri: vscode.Uri, sessions: Sessions, isTyped: boolean): vscode.Disposable[] {
  let parts: Promise<Parts> | undefined;
  const load = () => (parts ??= loadParts(extensionUri, sessions));
  let help = helpWith(load, isTyped);
  const whole = new vscode.Disposable(() => help.dispose());
  if (isTyped) return [whole];
  const seen = whenTyped(extensionUri, () => {
    help.dispose();
    help = helpWith(load, true);
  });
  return [whole, seen];
}

type Parts = Awaited<ReturnType<typeof loadParts>>;

async function loadParts(extensionUri: vscode.Uri, sessions: Sessions) {
  const { ApiHovers, ApiSignatures, ArgumentCompletions, Library, MemberCompletions } = await import('./providers.js');
  const library = new Library(extensionUri, sessions);
  return {
    arguments: (isTyped: boolean) => new ArgumentCompletions(library, sessions, isTyped),
    hovers: new ApiHovers(library),
    members: new MemberCompletions(library),
    signatures: new ApiSignatures(library),
  };
}

/** Registers providers that are loaded at the first request. */
function helpWith(load: () => Promise<Parts>, isTyped: boolean): vscode.Disposable {
  const { languages } = vscode;
  const everywhere = languages.registerCompletionItemProvider(
    MODEL_SELECTOR,
    { provideCompletionItems: async (...asked) => (await load()).arguments(isTyped).provideCompletionItems(...asked) },
    ' ',
  );
  if (isTyped) return everywhere;
  return vscode.Disposable.from(
    everywhere,
    languages.registerHoverProvider(MODEL_SELECTOR, {
      provideHover: async (document, position) => (await load()).hovers.provideHover(document, position),
    }),
    languages.registerCompletionItemProvider(
      MODEL_SELECTOR,
      {
        provideCompletionItems: async (document, position) => (await load()).members.provideCompletionItems(document, position),
        resolveCompletionItem: async (item: Member) => (await load()).members.resolveCompletionItem(item),
      },
      '.',
    ),
    languages.registerSignatureHelpProvider(
      MODEL_SELECTOR,
      { provideSignatureHelp: async (document, position) => (await load()).signatures.provideSignatureHelp(document, position) },
      ...['(', ',', '{', ':'],
    ),
  );
}

/** How often a server is asked. It may still be starting, or it may run no plugins. */
const ASKED = 20;

/** Calls back once, when TypeScript's server finds our declarations for the import of a model file. */
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
