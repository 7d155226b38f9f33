import * as torch from '../../engine/atOnce.js';
import { t } from '../../protocol/l10n.js';
import type { RunRequest } from '../../protocol/runnerApi.js';
import type { Card, Platform } from './platform.js';

/**
 * Opens the graphics card for a run that may use it, with `webgl` as the default device when the run asks for that.
 * Where there is no card, a line of the output says why, and the run uses the CPU.
 */
export async function openCard({ card, backend }: RunRequest, platform: Platform, say: (line: string) => void): Promise<Card | null> {
  if (!card) return null;
  try {
    if (!platform.openCard) throw new Error(t('There is no graphics card for runs here.'));
    const opened = await platform.openCard();
    if (backend === 'webgl') torch.set_default_device('webgl');
    if (opened.isSoftware)
      say(t('WebGL is computed by the CPU on this machine ({0}), which is slower than the backend cpu.', opened.renderer));
    return opened;
  } catch (error) {
    say(t('WebGL cannot be used, so the run is on the CPU: {0}', error instanceof Error ? error.message : String(error)));
    return null;
  }
}
