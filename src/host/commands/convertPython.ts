import * as vscode from 'vscode';
import { convertPython, type Converted } from '../../exchange/python/convert.js';
import { NotPython } from '../../exchange/python/reading/syntax.js';
import { t } from '../../protocol/l10n.js';
import { keepConverted } from '../files/converted.js';
import { showUnsaved } from '../files/unsaved.js';
import { UserError, type Command } from './command.js';

/** Converts a Python file and opens the result beside it. Nothing is written: the user saves it where they like. */
export const convertPythonFile: Command = {
  id: 'tensorLens.convertPython',
  run: async ({ extension }, file) => {
    const uri = file instanceof vscode.Uri ? file : vscode.window.activeTextEditor?.document.uri;
    if (!uri) throw new UserError(t('Open a Python file first, or name one.'));
    const document = await vscode.workspace.openTextDocument(uri);
    const converted = readPython(document.getText());
    const place = uri.with({ path: uri.path.replace(/(\.py)?$/, '.tl.ts') });
    const model = await showUnsaved(place, converted.text, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    keepConverted(extension, uri, model.uri, converted);
    const { length } = converted.problems;
    void vscode.window.setStatusBarMessage(
      length === 0 ? t('All of it was converted.') : t('{0} places were not converted: see the Problems.', length),
      10_000,
    );
  },
};

/** @throws UserError for a text that is not Python */
export function readPython(text: string): Converted {
  try {
    return convertPython(text);
  } catch (error) {
    if (error instanceof NotPython) throw new UserError(t('This is no Python: {0} (line {1})', error.message, error.line));
    throw error;
  }
}
