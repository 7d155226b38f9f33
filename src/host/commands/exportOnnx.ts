import * as vscode from 'vscode';
import { onnxModel } from '../../exchange/onnx/model.js';
import { startingPosition } from '../../graph/run.js';
import { t } from '../../protocol/l10n.js';
import type { Pass } from '../../protocol/trace.js';
import { saveBytes } from '../files/saveFile.js';
import { type Command, requireTrust, throwForUser, UserError } from './command.js';
import { target } from './target.js';

/**
 * Runs the model as its editors have it, and writes the graph of its last pass as ONNX, with the weights. The gradients
 * are included when the caller or the user wants them.
 * @param what `forward` or `backward`; without it, the user is asked if there are gradients
 * @param place the file to write; without it, the user is asked
 */
export const exportOnnx: Command = {
  id: 'tensorLens.exportOnnx',
  run: async (context, argument, what, place) => {
    const session = target(context, argument);
    requireTrust();
    const pass = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: t('Running {0}', session.name) }, () =>
      session.withSteps().then(lastPass, throwForUser),
    );
    const backward = what === 'backward' || (what !== 'forward' && pass.backward ? await askForGradients() : false);
    if (backward === undefined) return;
    const name = session.name.replace(/\.tl\.ts$/, '');
    const { bytes, left } = written(pass, backward, name);
    const suggested = vscode.Uri.joinPath(session.uri, '..', `${name}.onnx`);
    if (!(await saveBytes(suggested, bytes, place instanceof vscode.Uri ? place : undefined))) return;
    if (left.length > 0) void vscode.window.showWarningMessage(left.join(' '));
    else void vscode.window.setStatusBarMessage(t('The model was written as ONNX.'), 10_000);
  },
};

function lastPass(run: Awaited<ReturnType<ReturnType<typeof target>['withSteps']>>): Pass {
  if (run.status !== 'ok') throw new UserError(t('The model failed, so there is nothing to write: {0}', run.error?.message ?? run.status));
  const pass = run.passes[startingPosition(run)];
  if (!pass) throw new UserError(t('There is nothing to write: the run has no operation.'));
  return pass;
}

async function askForGradients(): Promise<boolean | undefined> {
  const chosen = await vscode.window.showQuickPick(
    [
      { label: t('Forward'), detail: t('Values only: what other programs run.'), backward: false },
      { label: t('Forward and backward'), detail: t('The gradient of each NAME too, as the output NAME_grad.'), backward: true },
    ],
    { placeHolder: t('What should the ONNX model compute?') },
  );
  return chosen?.backward;
}

/** @throws UserError for an operation that cannot be written as ONNX */
function written(pass: Pass, backward: boolean, name: string): { bytes: Uint8Array; left: string[] } {
  try {
    return onnxModel(pass, { backward, name });
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}
