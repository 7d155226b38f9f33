import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import { UserError, type Command } from './command.js';
import { readPython } from './convertPython.js';

/** Converts copied Python code (or a given text) and inserts it at the cursor of the active model file, or opens it as a new one. */
export const pasteAsModel: Command = {
  id: 'tensorLens.pasteAsModel',
  run: async (_services, given) => {
    const copied = typeof given === 'string' ? given : await vscode.env.clipboard.readText();
    if (copied.trim() === '') throw new UserError(t('The clipboard is empty.'));
    const { text } = readPython(withoutMargin(copied));
    const editor = vscode.window.activeTextEditor;
    if (editor && isModelFile(editor.document.uri)) {
      await editor.edit((edit) => editor.selections.forEach((selection) => edit.replace(selection, text)));
      return;
    }
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: text });
    await vscode.window.showTextDocument(document);
  },
};

/** Removes the common indentation of lines that were copied out of a block. */
function withoutMargin(text: string): string {
  const lines = text.replaceAll('\t', '    ').split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return margin === 0 ? text : lines.map((line) => line.slice(margin)).join('\n');
}
