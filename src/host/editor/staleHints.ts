import * as vscode from 'vscode';
import { isModelFile } from '../files/modelFiles.js';
import { placedHints } from './placedHints.js';
import type { Sessions } from '../sessions/sessions.js';
import { settings } from '../settings.js';

const PAUSE_MS = 100;

/** Draws the hints of a run that is out of date as dim decorations, because inlay hints have only one colour. */
export class StaleHints implements vscode.Disposable {
  private readonly type = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('tensorLens.staleHintForeground'), fontStyle: 'italic' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly subscriptions: vscode.Disposable[];
  private moving: ReturnType<typeof setTimeout> | undefined;
  /** Editors that have decorations, so that editors without hints cost nothing. */
  private drawn = new WeakSet<vscode.TextEditor>();

  constructor(private readonly sessions: Sessions) {
    const update = () => this.update();
    this.subscriptions = [
      this.type,
      sessions.onDidChange(({ change }) => {
        if (change === 'text') this.updateSoon();
        else if (change !== 'progress') update();
      }),
      sessions.onDidRemove(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      settings.onChange(['inlayHints'], update),
    ];
  }

  dispose(): void {
    clearTimeout(this.moving);
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /**
   * While the user types, VS Code moves decorations with their text. Hints whose own text changed are removed after a
   * pause.
   */
  private updateSoon(): void {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.update(), PAUSE_MS);
  }

  private update(): void {
    clearTimeout(this.moving);
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const wanted = isModelFile(document.uri) && isOn(document) ? this.decorations(document) : [];
      if (wanted.length === 0 && !this.drawn.has(editor)) continue;
      editor.setDecorations(this.type, wanted);
      if (wanted.length > 0) this.drawn.add(editor);
      else this.drawn.delete(editor);
    }
  }

  private decorations(document: vscode.TextDocument): vscode.DecorationOptions[] {
    return placedHints(this.sessions, document)
      .filter(({ session }) => session.shownStale)
      .map(({ position, label }) => ({ range: new vscode.Range(position, position), renderOptions: { after: { contentText: label } } }));
  }
}

const isOn = ({ uri }: vscode.TextDocument): boolean =>
  settings.inlayHints(uri) && vscode.workspace.getConfiguration('editor', uri).get('inlayHints.enabled') !== 'off';
