import * as vscode from 'vscode';
import type { StartWorker } from '../../run/client/worker.js';
import type { TensorFileState } from '../../protocol/tensorFile.js';
import type { TensorView } from './tensorView.js';

export const TENSOR_EDITOR = 'tensorLens.tensors';

/**
 * The editors that show files of tensors, "Open as Tensor". They only read, and run nothing of anybody: so they work in a
 * workspace that is not trusted, too.
 */
export class TensorEditors implements vscode.CustomReadonlyEditorProvider, vscode.Disposable {
  private readonly views = new Set<TensorView>();
  private readonly registration = vscode.window.registerCustomEditorProvider(TENSOR_EDITOR, this, {
    supportsMultipleEditorsPerDocument: true,
  });

  constructor(
    private readonly start: StartWorker,
    private readonly extensionUri: vscode.Uri,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { TensorView } = await import('./tensorView.js');
    const view = new TensorView(panel, uri, this.start, this.extensionUri);
    this.views.add(view);
    panel.onDidDispose(() => {
      view.dispose();
      this.views.delete(view);
    });
  }

  /** What the open editor of a file shows; undefined when none is open. */
  stateOf(uri: vscode.Uri): TensorFileState | undefined {
    return [...this.views].find((view) => view.uri.toString() === uri.toString())?.state;
  }

  dispose(): void {
    this.registration.dispose();
    this.views.forEach((view) => view.dispose());
  }
}
