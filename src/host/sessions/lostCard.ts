import { t } from '../../protocol/l10n.js';
import type { Program, RunRequest } from '../../protocol/runnerApi.js';
import type { Run } from '../../protocol/trace.js';
import type { RunHandle } from '../../run/client/runClient.js';

/** Whether a program speaks of the device `webgl`, in any of its files. */
export const namesWebgl = ({ modules }: Program): boolean => modules.some(({ code }) => /['"`]webgl(?::0)?['"`]/.test(code));

/**
 * Runs a program. What only a card held is gone with it: where one is lost in the middle, and nothing in the program asks for it, the
 * program runs once more, on the CPU, with the same random numbers. @param tell for a sentence of that
 */
export async function runToItsEnd(
  request: RunRequest,
  start: (request: RunRequest) => RunHandle,
  tell: (sentence: string) => void,
): Promise<Run> {
  const first = start(request);
  const run = await first.done;
  if (!run.card?.isLost || request.backend !== 'webgl' || namesWebgl(request.program)) return run;
  first.dispose();
  tell(t('The graphics card was lost: the model runs once more, on the CPU.'));
  return start({ ...request, backend: 'cpu', card: false }).done;
}
