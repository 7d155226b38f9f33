import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { number } from '../../present/numbers.js';
import { type Command, UserError } from './command.js';
import { target } from './target.js';

/** Chooses the pass that hovers, hints and the panel show. The pass is given, or chosen from a list. */
export const choosePass: Command = {
  id: 'tensorLens.choosePass',
  run: async (context, uri, pass) => {
    const session = target(context, uri);
    const run = session.result?.run;
    if (!run?.passes.length) throw new UserError(t('There is no pass to choose from yet. Run the model first.'));
    const chosen = typeof pass === 'number' ? pass : await pick(run.passes);
    if (chosen !== undefined) session.choosePass(chosen);
  },
};

async function pick(passes: readonly { index: number; loss: number | null; backward: boolean }[]): Promise<number | undefined> {
  const items = passes.map(({ index, loss, backward }) => ({
    label: t('Pass {0}', index + 1),
    description: loss === null ? '' : t('loss {0}', number(loss)),
    detail: backward ? '' : t('without gradients'),
    index,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t('The pass that hovers, hints and the graph show') });
  return chosen?.index;
}
