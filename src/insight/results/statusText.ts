/** A finished run in a few words. */
import type { Progress } from '../../protocol/runnerApi.js';
import type { Run } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { number } from '../../present/numbers.js';
import { bytes, countText, duration } from '../../present/quantities.js';

const SHORT = 60;

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

/** What was finished in a run that was ended before its model was done. */
const sofar = (run: Run): string => (run.partial && run.pass_count > 0 ? ` · ${t('partial: {0}', finished(run))}` : '');

/**
 * The number of passes, and the loss of the last one with gradients. A pass after the last backward() has a result but
 * no loss.
 */
function finished(run: Run): string {
  const trained = run.passes.findLast(({ backward }) => backward) ?? run.passes.at(-1);
  const loss = trained?.loss ?? null;
  if (run.pass_count === 0) return countText(run.bindings.length, t('{0} tensor'), t('{0} tensors'));
  const passes = run.pass_count === 1 ? t('1 pass') : t('{0} passes', run.pass_count);
  return loss === null ? passes : t('{0}, loss {1}', passes, number(loss));
}

/** With fewer passes, the speed cannot be told. */
const FEW = 3;

/** The progress of a run: its passes, its loss, its speed, and the time left where the source tells the number of passes. */
export function progressSentence({ passes, loss }: Progress, elapsedMs: number, expected: number | null): string {
  const total = expected !== null && expected >= passes ? expected : null;
  const perSecond = (passes * 1000) / Math.max(1, elapsedMs);
  return [
    total !== null ? t('pass {0} of {1}', passes, total) : passes === 1 ? t('1 pass') : t('{0} passes', passes),
    ...(loss === null ? [] : [t('loss {0}', number(loss))]),
    ...(passes < FEW ? [] : [t('{0} passes/s', Number(perSecond.toPrecision(2)))]),
    ...(total === null || passes < FEW ? [] : [t('{0} left', duration(Math.round((total - passes) / perSecond) * 1000))]),
  ].join(' · ');
}

/** A sentence on the output of a run: the text itself when it is short, else the number of lines. */
export function outputText(lines: readonly string[]): string {
  const [line = ''] = lines;
  if (lines.length === 1 && line.trim() !== '' && line.length <= SHORT) return t('Output: {0}', line);
  return countText(lines.length, t('{0} line of output'), t('{0} lines of output'));
}

/** Backend, time and memory. */
export const costText = (run: Run): string => [run.backend, duration(run.elapsed_ms), bytes(run.peak_bytes)].join(' · ');
