import * as vscode from 'vscode';
import { comparisonOf, type KeptRun } from '../../exchange/comparison/comparison.js';
import { pageOf } from '../../exchange/comparison/page.js';
import { number } from '../../present/numbers.js';
import { t } from '../../protocol/l10n.js';
import { readText } from '../files/modelFiles.js';
import { committed } from '../files/committed.js';
import { filesEnding } from '../files/search.js';
import type { ModelSession } from '../sessions/modelSession.js';
import { themeName } from '../themeName.js';
import { type Command, type CommandContext, requireTrust, STAYS, UserError } from './command.js';
import { target } from './target.js';

/** The kept runs, the latest first. They are kept as long as the window is open. */
const kept: KeptRun[] = [];
const MOST_KEPT = 20;

const MOST_OTHERS = 500;

/** Keeps the shown run under a name, together with the text that it was made from. */
export const keepRun: Command = {
  id: 'tensorLens.keepRun',
  run: async (context, argument, given) => {
    requireTrust();
    const run = await runOf(target(context, argument));
    const proposed = `${run.name}, ${endOf(run)}`;
    const name =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({ title: t('Keep This Run'), prompt: t('Name of the run'), value: proposed, ...STAYS });
    if (!name) return;
    kept.unshift({ ...run, name });
    kept.length = Math.min(kept.length, MOST_KEPT);
  },
};

interface Choice extends vscode.QuickPickItem {
  run(): Promise<KeptRun | undefined>;
}

/** Compares the run of a model with a kept run, with the model of the last commit, or with another model. */
export const compareRuns: Command = {
  id: 'tensorLens.compareRuns',
  run: async (context, argument, given) => {
    requireTrust();
    const session = target(context, argument);
    const found = await choices(context, session);
    const choice =
      typeof given === 'string'
        ? found.find(({ label }) => label === given)
        : await vscode.window.showQuickPick(found, { title: t('Compare the Run of {0} With', session.name), ...STAYS });
    const a = await choice?.run();
    return a && show({ a, b: await runOf(session) });
  },
};

async function choices(context: CommandContext, session: ModelSession): Promise<Choice[]> {
  const before = await committed(session.uri);
  const others = (await filesEnding('.tl.ts', MOST_OTHERS)).filter((uri) => uri.toString() !== session.uri.toString());
  return [
    ...kept.map((run) => ({ label: run.name, description: t('kept'), run: () => Promise.resolve(run) })),
    ...(before === null
      ? []
      : [
          {
            label: `HEAD: ${session.name}`,
            description: t('as the last commit has it'),
            run: async () => ({ name: `HEAD: ${session.name}`, run: await session.runText(before), text: before }),
          },
        ]),
    ...others.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), run: () => runOf(context.sessions.of(uri)) })),
  ];
}

/** The last run of a model if it is up to date. Otherwise the model is run now. */
async function runOf(session: ModelSession): Promise<KeptRun> {
  const isKnown = session.result !== null && !session.stale && !session.isTrying;
  const run = isKnown ? session.result.run : await session.start(session.mode);
  if (!run) throw new UserError(t('The run was ended because another one of the same model began.'));
  const text = session.result?.sources.text(session.name) || ((await readText(session.uri)) ?? '');
  return { name: session.name, run, text };
}

const endOf = ({ run }: KeptRun): string => {
  const loss = run.losses.findLast((one) => one !== null);
  return loss == null ? t('{0} passes', run.pass_count) : t('loss {0}', number(loss));
};

function show(both: { a: KeptRun; b: KeptRun }): unknown {
  const found = comparisonOf(both);
  const title = `${both.a.name} ↔ ${both.b.name}`;
  const panel = vscode.window.createWebviewPanel('tensorLens.comparison', title, vscode.ViewColumn.Beside, { enableFindWidget: true });
  const draw = () => (panel.webview.html = pageOf(both, found, themeName(), vscode.env.language));
  draw();
  const following = vscode.window.onDidChangeActiveColorTheme(draw);
  panel.onDidDispose(() => following.dispose());
  return found;
}
