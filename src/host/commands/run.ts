import type { Run, RunMode } from '../../protocol/trace.js';
import { showProgress } from '../status/progress.js';
import { type CommandContext, requireTrust } from './command.js';
import { target } from './target.js';

/** How a run ended, for the caller of the command. */
export type Outcome = Pick<Run, 'status' | 'error' | 'pass_count' | 'elapsed_ms' | 'peak_bytes'>;

/**
 * Runs a model with its panel open, shows progress, and reports errors at their place. VS Code writes the result of a
 * command as text and sends it to the window. So the result says only how the run ended, without its passes.
 */
export async function runModel(context: CommandContext, mode: RunMode, argument: unknown): Promise<Outcome | null> {
  const session = target(context, argument);
  context.panels.show(session);
  requireTrust();
  const run = session.start(mode);
  await showProgress(session, run);
  return outcomeOf(await run);
}

const outcomeOf = (run: Run | null): Outcome | null =>
  run && { status: run.status, error: run.error, pass_count: run.pass_count, elapsed_ms: run.elapsed_ms, peak_bytes: run.peak_bytes };
