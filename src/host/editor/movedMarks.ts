import * as vscode from 'vscode';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

/** Shows the current value beside each moved number of the source. The text itself does not change. */
export class MovedMarks implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    textDecoration: 'line-through',
    // The written number is struck through, but not the current value.
    after: {
      textDecoration: 'none; display: inline-block',
      color: new vscode.ThemeColor('textLink.foreground'),
      margin: '0 0 0 0.4em',
      fontWeight: 'bold',
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = [
      this.mark,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'moved') this.draw(session);
      }),
      vscode.window.onDidChangeVisibleTextEditors(() =>
        this.sessions.all.forEach((session) => session.moved.isMoving && this.draw(session)),
      ),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private draw(session: ModelSession): void {
    const { written, isMoving } = session.moved;
    const sources = session.result?.sources;
    const marks = new Map<string, vscode.DecorationOptions[]>();
    for (const { range, value } of written) {
      const located = sources?.locate(range);
      if (!located) continue;
      const file = located.uri.toString();
      marks.set(file, [...(marks.get(file) ?? []), { range: located.range, renderOptions: { after: { contentText: String(value) } } }]);
    }
    for (const editor of vscode.window.visibleTextEditors)
      editor.setDecorations(this.mark, marks.get(editor.document.uri.toString()) ?? []);
    // The keys that keep or drop moved numbers work only while numbers are moved.
    void vscode.commands.executeCommand('setContext', 'tensorLens.moving', isMoving);
  }
}
