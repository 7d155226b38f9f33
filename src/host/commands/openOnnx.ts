import * as vscode from 'vscode';
import { modelOfOnnx } from '../../exchange/onnx/reading/modelFile.js';
import { NotOnnx } from '../../exchange/onnx/reading/parse.js';
import { t } from '../../protocol/l10n.js';
import { showUnsaved } from '../files/unsaved.js';
import { type Command, type CommandContext, UserError } from './command.js';
import { runModel } from './run.js';

/**
 * Opens an ONNX model as a model file beside it, which loads the model's weights, and runs it forward: the panel shows
 * its graph. Nothing is written: the user saves it where they like.
 */
export const openOnnx: Command = {
  id: 'tensorLens.openOnnx',
  run: async (context, argument) => {
    const uri = argument instanceof vscode.Uri ? argument : await askForFile();
    if (uri) await openAsGraph(context, uri);
  },
};

async function openAsGraph(context: CommandContext, uri: vscode.Uri): Promise<void> {
  const { text, problems } = await modelText(uri);
  const model = await showUnsaved(uri.with({ path: `${uri.path}.tl.ts` }), text, { preview: false });
  if (problems.length > 0)
    void vscode.window.showWarningMessage(t('{0} nodes of the model have no form here. The first: {1}', problems.length, problems[0]!));
  await runModel(context, 'forward', model.uri);
}

/** @throws UserError for a file that is not ONNX */
async function modelText(uri: vscode.Uri): Promise<{ text: string; problems: string[] }> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return modelOfOnnx(bytes, { path: uri.path.slice(uri.path.lastIndexOf('/') + 1) });
  } catch (error) {
    if (error instanceof NotOnnx) throw new UserError(error.message);
    throw error;
  }
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ filters: { ONNX: ['onnx'] }, openLabel: t('Open as Graph') });
  return chosen?.[0];
}
