import * as vscode from 'vscode';
import { relativePath } from './paths.js';

export const isModelFile = (uri: vscode.Uri): boolean => uri.path.endsWith('.tl.ts');

/** What every provider of ours is registered for. */
export const MODEL_SELECTOR: vscode.DocumentSelector = { language: 'typescript', pattern: '**/*.tl.ts' };

/** Programs name their files relative to the folder of the model file; here the names meet their URIs. */
export class ModelFiles {
  private readonly folder: vscode.Uri;
  readonly entry: string;

  constructor(readonly model: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(model, '..');
    this.entry = model.path.slice(model.path.lastIndexOf('/') + 1);
  }

  uri(file: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, file);
  }

  name(uri: vscode.Uri): string | null {
    return uri.scheme === this.model.scheme && uri.authority === this.model.authority ? relativePath(this.folder.path, uri.path) : null;
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

/** The text of a file as its editor has it, saved or not. Null when there is no such file. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  const document = openDocument(uri);
  if (document) return document.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}
