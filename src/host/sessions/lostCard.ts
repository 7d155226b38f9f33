import { t } from '../../protocol/l10n.js';
import type { Program, RunRequest } from '../../protocol/runnerApi.js';
import type { Run } from '../../protocol/trace.js';
import type { RunHandle } from '../../run/client/runClient.js';

/** Whether any file of a program names the device `webgl`. */
export const namesWebgl = ({ modules }: Program): boolean => modules.some(({ code }) => /['"`]webgl(?::0)?['"`]/.test(code));

/**
 * Runs a program. When a graphics card is lost, all that only the card held is lost with it. If that happens in a run,
 * and the program itself does not name the card, the program runs once more on the CPU, with the same random numbers.
 * @param tell receives a sentence about that
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
