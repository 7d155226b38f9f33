import * as vscode from 'vscode';
import type { Run, RunMode } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';
import { notTrusted } from '../trust.js';

interface RunInput {
  file: string;
  mode?: RunMode;
}

interface TensorInput {
  file: string;
  name: string;
}

const reports = () => import('../../insight/results/toolText.js');

const text = (value: string) => new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(value)]);

/** Runs a model after the user has agreed, and reports what it computed. */
export const runTool = (sessions: Sessions): vscode.LanguageModelTool<RunInput> => ({
  prepareInvocation: ({ input }) => ({ invocationMessage: t('Running {0}', input.file), confirmationMessages: confirmation(input.file) }),
  invoke: async ({ input }, token) => {
    const { runReport } = await reports();
    return text(runReport(await run(sessionOf(sessions, input.file), input.mode ?? 'backward', token)));
  },
});

/** Reads a tensor by its name: from the last run if it is up to date, else from a new run that the user agreed to. */
export const tensorTool = (sessions: Sessions): vscode.LanguageModelTool<TensorInput> => ({
  prepareInvocation: ({ input }) => ({
    invocationMessage: t('Reading {0} of {1}', input.name, input.file),
    ...(!known(sessionOf(sessions, input.file)) && { confirmationMessages: confirmation(input.file) }),
  }),
  invoke: async ({ input }, token) => {
    const { tensorReport } = await reports();
    const session = sessionOf(sessions, input.file);
    return text(tensorReport(known(session) ?? (await run(session, session.mode, token)), input.name));
  },
});

const known = (session: ModelSession): Run | undefined => (session.stale ? undefined : session.result?.run);

const confirmation = (file: string): vscode.LanguageModelToolConfirmationMessages => ({
  title: t('Run a Model'),
  message: t('Run {0} with Tensor Lens?', file),
});

/** Lets an assistant in VS Code run a model and read what it computed. */
export const registerTools = (sessions: Sessions): vscode.Disposable[] => [
  vscode.lm.registerTool('tensor_lens_run', runTool(sessions)),
  vscode.lm.registerTool('tensor_lens_tensor', tensorTool(sessions)),
];

async function run(session: ModelSession, mode: RunMode, token: vscode.CancellationToken): Promise<Run> {
  if (!vscode.workspace.isTrusted) throw new Error(notTrusted());
  const cancellation = token.onCancellationRequested(() => session.stop());
  try {
    const finished = await session.start(mode);
    if (!finished) throw new Error(t('The run was ended because another one of the same model began.'));
    return finished;
  } finally {
    cancellation.dispose();
  }
}

/** The session of a file. The file is given by its path in the workspace, or by its URI. */
function sessionOf(sessions: Sessions, file: string): ModelSession {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const isUri = /^[a-z][\w+.-]+:\//i.test(file);
  const uri = isUri ? vscode.Uri.parse(file) : file.startsWith('/') || !folder ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder, file);
  if (!isModelFile(uri)) throw new Error(t("'{0}' is no model file: their names end in .tl.ts.", file));
  return sessions.of(uri);
}
