import * as vscode from 'vscode';
import type { Finding } from '../../insight/habits/habit.js';
import { t } from '../../protocol/l10n.js';
import { isModelFile, MODEL_SELECTOR } from '../files/modelFiles.js';
import { settings } from '../settings.js';

const PAUSE_MS = 150;
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('tensorLens');

/** Habits of Python in open model files: a squiggle on each, and fixes for one or for all of them. */
export class Habits implements vscode.CodeActionProvider, vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('tensor-lens-habits');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      this.collection,
      vscode.languages.registerCodeActionsProvider(MODEL_SELECTOR, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
      }),
      vscode.workspace.onDidOpenTextDocument((document) => void this.show(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.showSoon(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      settings.onChange(['habits'], () => {
        this.showAll();
        void tellPlugin();
      }),
    ];
    this.showAll();
    if (!settings.habits()) void tellPlugin();
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const { findHabits, mendHabits } = await loadFinder();
    const found = isWanted(document) ? findHabits(document.getText()) : [];
    if (found.length === 0) return [];
    const wanted = context.only;
    const here = found.filter((finding) => rangeOf(document, finding).intersection(range));
    const fixes = here.map((finding) => {
      const { start, end, text } = finding.edit;
      const fix = actionFor(document, finding.title, vscode.CodeActionKind.QuickFix, start, end, text);
      fix.diagnostics = context.diagnostics.filter(({ code }) => code === finding.id);
      fix.isPreferred = true;
      return fix;
    });
    const all = (kind: vscode.CodeActionKind) => {
      const text = document.getText();
      return actionFor(document, t('Fix all habits of Python in this file'), kind, 0, text.length, mendHabits(text));
    };
    if (wanted?.contains(FIX_ALL) && !wanted.contains(vscode.CodeActionKind.QuickFix)) return [all(FIX_ALL)];
    return here.length > 0 && found.length > 1 ? [...fixes, all(vscode.CodeActionKind.QuickFix)] : fixes;
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private showAll(): void {
    this.collection.clear();
    vscode.workspace.textDocuments.forEach((document) => void this.show(document));
  }

  private showSoon(document: vscode.TextDocument): void {
    const id = document.uri.toString();
    clearTimeout(this.timers.get(id));
    this.timers.set(
      id,
      setTimeout(() => void this.show(document), PAUSE_MS),
    );
  }

  private async show(document: vscode.TextDocument): Promise<void> {
    this.timers.delete(document.uri.toString());
    if (!isModelFile(document.uri)) return;
    const { findHabits } = await loadFinder();
    if (document.isClosed) return;
    const found = isWanted(document) ? findHabits(document.getText()) : [];
    const diagnostics = found.map((finding) => {
      const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Tensor Lens';
      diagnostic.code = finding.id;
      return diagnostic;
    });
    this.collection.set(document.uri, diagnostics);
  }
}

/** The part of the API of VS Code's TypeScript extension that is used here. */
interface TypeScriptExtension {
  getAPI?(version: 0): { configurePlugin(plugin: string, settings: object): void } | undefined;
}

/** Tells the plugin for TypeScript's server whether habits are shown: if they are not, it leaves TypeScript's own errors. */
async function tellPlugin(): Promise<void> {
  const extension = vscode.extensions.getExtension<TypeScriptExtension>('vscode.typescript-language-features');
  const exported = await extension?.activate();
  exported?.getAPI?.(0)?.configurePlugin('tensor-lens-ts-plugin', { habits: settings.habits() });
}

/** Loads the code that finds habits, with the first model file. */
const loadFinder = () => import('../../insight/habits/find.js');

const isWanted = ({ uri }: vscode.TextDocument): boolean => isModelFile(uri) && settings.habits(uri);

const rangeOf = (document: vscode.TextDocument, { start, end }: Finding): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

function actionFor(
  document: vscode.TextDocument,
  title: string,
  kind: vscode.CodeActionKind,
  start: number,
  end: number,
  text: string,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return action;
}
