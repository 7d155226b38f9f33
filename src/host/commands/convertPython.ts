import * as vscode from 'vscode';
import { convertPython, type Converted } from '../../exchange/python/convert.js';
import { NotPython } from '../../exchange/python/reading/syntax.js';
import { t } from '../../protocol/l10n.js';
import { keepConverted } from '../files/converted.js';
import { UserError, type Command } from './command.js';

/** Opens what a Python file becomes beside it. Nothing is written: the person saves it where they like. */
export const convertPythonFile: Command = {
  id: 'tensorLens.convertPython',
  run: async ({ extension }, file) => {
    const uri = file instanceof vscode.Uri ? file : vscode.window.activeTextEditor?.document.uri;
    if (!uri) throw new UserError(t('Open a Python file first, or name one.'));
    const document = await vscode.workspace.openTextDocument(uri);
    const converted = readPython(document.getText());
    const model = await newModelOf(uri);
    const shown = await vscode.window.showTextDocument(model, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    const all = new vscode.Range(new vscode.Position(0, 0), model.lineAt(model.lineCount - 1).range.end);
    await shown.edit((edit) => edit.replace(all, converted.text));
    keepConverted(extension, uri, model.uri, converted);
    const { length } = converted.problems;
    void vscode.window.setStatusBarMessage(
      length === 0 ? t('All of it was converted.') : t('{0} places were not converted: see the Problems.', length),
      10_000,
    );
  },
};

/** @throws UserError for what is no Python */
export function readPython(text: string): Converted {
  try {
    return convertPython(text);
  } catch (error) {
    if (error instanceof NotPython) throw new UserError(t('This is no Python: {0} (line {1})', error.message, error.line));
    throw error;
  }
}

/** A document that is not saved yet, with the name that the model would have beside the Python file. */
function newModelOf(uri: vscode.Uri): Thenable<vscode.TextDocument> {
  const path = uri.path.replace(/(\.py)?$/, '.tl.ts');
  return vscode.workspace.openTextDocument(uri.scheme === 'untitled' ? uri.with({ path }) : uri.with({ scheme: 'untitled', path }));
}
