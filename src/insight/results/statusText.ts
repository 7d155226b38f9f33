/** A finished run in a few words. */
import type { Run } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { number } from '../../present/numbers.js';
import { bytes, countText, duration } from '../../present/quantities.js';

export function resultText(run: Run): string {
  switch (run.status) {
    case 'ok':
      return ['$(check)', finished(run)].join(' ');
    case 'error':
      return `$(error) ${run.error?.name ?? t('Error')}${sofar(run)}`;
    case 'timeout':
      return `$(watch) ${t('time limit reached')}${sofar(run)}`;
    case 'cancelled':
      return `$(circle-slash) ${t('stopped')}${sofar(run)}`;
  }
}

/** What had been finished of a run that was ended before its model was done. */
const sofar = (run: Run): string => (run.partial && run.pass_count > 0 ? ` · ${t('partial: {0}', finished(run))}` : '');

/** What follows the last backward() has a result too, but no loss. */
function finished(run: Run): string {
  const trained = run.passes.findLast(({ backward }) => backward) ?? run.passes.at(-1);
  const loss = trained?.loss ?? null;
  if (run.pass_count === 0) return countText(run.bindings.length, t('{0} tensor'), t('{0} tensors'));
  const passes = run.pass_count === 1 ? t('1 pass') : t('{0} passes', run.pass_count);
  return loss === null ? passes : t('{0}, loss {1}', passes, number(loss));
}

/** Backend, time and memory. */
export const costText = (run: Run): string => [run.backend, duration(run.elapsed_ms), bytes(run.peak_bytes)].join(' · ');
