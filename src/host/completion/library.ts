import * as vscode from 'vscode';
import type { Sessions } from '../sessions/sessions.js';
import { Api, type ApiDocument } from '../../insight/api/api.js';
import { callAround, type CallAround } from '../../insight/api/callAround.js';
import { Text } from '../../insight/api/meaning.js';
import { isQuiet } from '../../insight/api/tokens.js';

/** The library's exports, read when they are first needed, and their meaning in the texts of documents. */
export class Library {
  private loading: Promise<Api> | undefined;
  private readonly texts = new WeakMap<vscode.TextDocument, { version: number; text: Text }>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly sessions: Sessions,
  ) {}

  /** The current text of a document; null where the position is within a string or a comment. */
  async textAt(document: vscode.TextDocument, position: vscode.Position): Promise<Text | null> {
    const api = await this.api();
    let known = this.texts.get(document);
    if (known?.version !== document.version) {
      const text = new Text(document.getText(), api, (name) => this.heldTensor(document, name));
      known = { version: document.version, text };
      this.texts.set(document, known);
    }
    const { text } = known;
    return isQuiet(text.tokens, document.offsetAt(position), text.text) ? null : text;
  }

  async callAt(document: vscode.TextDocument, position: vscode.Position): Promise<{ text: Text; call: CallAround } | null> {
    const text = await this.textAt(document, position);
    const call = text && callAround(text, document.offsetAt(position));
    return call && { text, call };
  }

  private api(): Promise<Api> {
    this.loading ??= Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', 'api.json'))).then(
      (bytes) => new Api(JSON.parse(new TextDecoder().decode(bytes)) as ApiDocument),
    );
    return this.loading;
  }

  private heldTensor({ uri }: vscode.TextDocument, name: string): boolean {
    return this.sessions.about(uri).some(({ result }) => {
      const file = result?.sources.fileOf(uri);
      return file != null && result?.index.bindingsIn(file).some((binding) => binding.name === name);
    });
  }
}
