import * as vscode from 'vscode';
import { relativePath } from './paths.js';

export const isModelFile = (uri: vscode.Uri): boolean => uri.path.endsWith('.tl.ts');

/** The documents that all of our providers are registered for. */
export const MODEL_SELECTOR: vscode.DocumentSelector = { language: 'typescript', pattern: '**/*.tl.ts' };

/**
 * Turns the names of a program's files into URIs. Programs name their files relative to the folder of the model file.
 */
export class ModelFiles {
  /** The model, or the place where it will be once it is saved. Its folder is the folder of the program. */
  readonly place: vscode.Uri;
  private readonly folder: vscode.Uri;
  readonly entry: string;

  constructor(readonly model: vscode.Uri) {
    this.place = model.scheme === 'untitled' ? unsavedPlace(model) : model;
    this.folder = vscode.Uri.joinPath(this.place, '..');
    this.entry = model.path.slice(model.path.lastIndexOf('/') + 1);
  }

  uri(file: string): vscode.Uri {
    return file === this.entry ? this.model : vscode.Uri.joinPath(this.folder, file);
  }

  name(uri: vscode.Uri): string | null {
    if (uri.toString() === this.model.toString()) return this.entry;
    return uri.scheme === this.place.scheme && uri.authority === this.place.authority ? relativePath(this.folder.path, uri.path) : null;
  }
}

/** The place of a model that is not saved yet: beside its origin, in the file system of the workspace folder with that path. */
function unsavedPlace(model: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => model.path.startsWith(`${uri.path.replace(/\/$/, '')}/`));
  return model.with(folder ? { scheme: folder.uri.scheme, authority: folder.uri.authority } : { scheme: 'file', authority: '' });
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
