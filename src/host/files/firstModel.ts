import * as vscode from 'vscode';
import { isModelFile } from './modelFiles.js';

const isConcerned = ({ uri }: vscode.TextDocument): boolean => isModelFile(uri) || uri.path.endsWith('.tl.test.ts');

/**
 * Calls `then` once, as soon as the window has a model or a test of one: in an editor, or in a folder. VS Code starts the
 * extension with the first file of TypeScript, since it has no event for the name of a file. In a project without models the
 * extension shows nothing, and starts nothing.
 */
export function onFirstModel(then: () => void): vscode.Disposable {
  // VS Code waits for the end of the activation: what is heavy comes after that.
  const opened = vscode.workspace.onDidOpenTextDocument((document) => isConcerned(document) && found());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFound = false;
  const found = () => {
    if (isFound) return;
    isFound = true;
    opened.dispose();
    timer = setTimeout(then);
  };
  if (vscode.workspace.textDocuments.some(isConcerned)) found();
  else void vscode.workspace.findFiles('**/*.tl{,.test}.ts', undefined, 1).then(({ length }) => length > 0 && found());
  return {
    dispose() {
      isFound = true;
      opened.dispose();
      clearTimeout(timer);
    },
  };
}
