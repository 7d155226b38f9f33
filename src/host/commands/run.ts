import type { Run, RunMode } from '../../protocol/trace.js';
import { showProgress } from '../status/progress.js';
import { type CommandContext, requireTrust } from './command.js';
import { target } from './target.js';

/** Runs a model with its panel open, shows progress, and leaves what went wrong where it went wrong. */
export async function runModel(context: CommandContext, mode: RunMode, argument: unknown): Promise<Run | null> {
  const session = target(context, argument);
  context.panels.show(session);
  requireTrust();
  const run = session.start(mode);
  await showProgress(session, run);
  return run;
}
