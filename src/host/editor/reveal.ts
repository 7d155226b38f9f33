import * as vscode from 'vscode';

/**
 * Shows the source of what is chosen in a panel. Showing leaves the keyboard focus where it is, and selects nothing,
 * because the next key would replace a selection. Instead the expression is highlighted until the text or the cursor
 * moves.
 */
export class RevealedSource implements vscode.Disposable {
  private readonly light = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private lit: vscode.TextEditor | undefined;
  private readonly subscriptions = [
    this.light,
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === this.lit?.document) this.dark();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (textEditor === this.lit && kind !== undefined) this.dark();
    }),
  ];

  /**
   * Highlights a range where its file is shown; otherwise opens the file beside the panel, not on top of it. The focus
   * stays.
   */
  async show(uri: vscode.Uri, range: vscode.Range, notOver?: vscode.ViewColumn): Promise<void> {
    const editor =
      visibleEditor(uri) ?? (await vscode.window.showTextDocument(uri, { viewColumn: columnFor(notOver), preserveFocus: true }));
    this.dark();
    this.lit = editor;
    editor.setDecorations(this.light, [range]);
    editor.revealRange(startOfLine(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Goes to a range with the keyboard focus. The cursor is placed before the range, and nothing is selected. */
  async goTo(uri: vscode.Uri, range: vscode.Range, notOver?: vscode.ViewColumn): Promise<void> {
    this.dark();
    const viewColumn = visibleEditor(uri)?.viewColumn ?? columnFor(notOver);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: false });
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(startOfLine(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private dark(): void {
    this.lit?.setDecorations(this.light, []);
    this.lit = undefined;
  }
}

/** The start of the line. Revealing a whole expression would scroll the text sideways, and it would stay so. */
const startOfLine = ({ start }: vscode.Range): vscode.Range => new vscode.Range(start.line, 0, start.line, 0);

const visibleEditor = (uri: vscode.Uri): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());

const columnFor = (notOver: vscode.ViewColumn | undefined): vscode.ViewColumn =>
  notOver === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
