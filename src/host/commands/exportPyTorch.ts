import * as vscode from 'vscode';
import { pythonScript } from '../../exchange/pytorch/script.js';
import type { LinkedProgram } from '../../language/link.js';
import type { SourceError } from '../../language/sourceError.js';
import { t } from '../../protocol/l10n.js';
import { readText } from '../files/modelFiles.js';
import { type Command, throwForUser } from './command.js';
import { target } from './target.js';

/**
 * Opens the model as a Python script for PyTorch, unsaved and beside it. If a part cannot be written in Python, a
 * message says which.
 */
export const exportPyTorch: Command = {
  id: 'tensorLens.exportPyTorch',
  run: async (context, argument) => {
    const { files } = target(context, argument);
    const { script, first } = await written(context.reader.link(files.entry, (file) => readText(files.uri(file))));
    if (script !== null) {
      const document = await vscode.workspace.openTextDocument({ language: 'python', content: script });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
      return;
    }
    const { count, message, range } = first;
    const show = t('Show');
    const told = t('{0}: {1} places cannot be written in Python. The first, in line {2}: {3}', range.file, count, range.line, message);
    if ((await vscode.window.showWarningMessage(told, show)) !== show) return;
    const selection = new vscode.Range(range.line - 1, range.column - 1, range.endLine - 1, range.endColumn - 1);
    await vscode.window.showTextDocument(files.uri(range.file), { selection });
  },
};

type Written = { script: string; first: null } | { script: null; first: { count: number; message: string; range: SourceError['range'] } };

async function written(linked: Promise<LinkedProgram>): Promise<Written> {
  try {
    const { text, refusals } = pythonScript(await linked);
    return text === null ? { script: null, first: { count: refusals.length, ...refusals[0]! } } : { script: text, first: null };
  } catch (error) {
    return throwForUser(error);
  }
}
