import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { type Mark, type MarkKind, marksOf } from '../../insight/inline/marks.js';
import { isIgnored } from '../../insight/inline/ignored.js';
import { isModelFile } from '../files/modelFiles.js';
import { number } from '../../present/numbers.js';
import type { Sessions } from '../sessions/sessions.js';
import { settings } from '../settings.js';

/** Marks in the gutter for lines whose tensors hold NaN or infinity, or whose gradient vanished. */
export class GutterMarks implements vscode.Disposable {
  private readonly types: { [K in MarkKind]: vscode.TextEditorDecorationType };
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly sessions: Sessions,
    extensionUri: vscode.Uri,
  ) {
    const type = (kind: MarkKind, ruler: string) =>
      vscode.window.createTextEditorDecorationType({
        gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', `mark-${kind}.svg`),
        gutterIconSize: '75%',
        overviewRulerColor: new vscode.ThemeColor(ruler),
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      });
    this.types = {
      broken: type('broken', 'editorOverviewRuler.errorForeground'),
      vanished: type('vanished', 'editorOverviewRuler.warningForeground'),
    };
    const update = () => this.update();
    this.subscriptions = [
      ...Object.values(this.types),
      sessions.onDidChange(({ change }) => {
        // While the user types, VS Code moves decorations with their lines.
        if (change === 'run' || change === 'pass') update();
      }),
      sessions.onDidRemove(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      settings.onChange(['gutterMarks'], update),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private update(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (!isModelFile(editor.document.uri)) continue;
      const marks = settings.gutterMarks(editor.document.uri) ? this.marks(editor.document) : [];
      for (const kind of ['broken', 'vanished'] as const) {
        editor.setDecorations(
          this.types[kind],
          marks.filter(({ mark }) => mark.kind === kind).map(({ mark, range }) => ({ range, hoverMessage: explain(mark) })),
        );
      }
    }
  }

  private marks(document: vscode.TextDocument): { mark: Mark; range: vscode.Range }[] {
    const [session] = this.sessions.about(document.uri);
    const result = session?.result;
    const file = result?.sources.fileOf(document.uri);
    const pass = result?.index.shownPass(session?.chosenPass ?? null);
    if (!result || !pass || file == null) return [];
    return marksOf(pass).flatMap((mark) => {
      if (mark.file !== file) return [];
      const located = result.sources.locate({ file, line: mark.line, column: 1, endLine: mark.line, endColumn: Number.MAX_SAFE_INTEGER });
      const line = located && document.lineAt(located.range.start.line);
      return line && !isIgnored(line.text, 'mark') ? [{ mark, range: line.range }] : [];
    });
  }
}

const explain = (mark: Mark): string =>
  mark.kind === 'broken'
    ? t('Tensor Lens: {0} NaN and {1} infinite elements here.', mark.nan, mark.inf)
    : t('Tensor Lens: the gradient vanishes here (norm {0}).', number(mark.norm));
