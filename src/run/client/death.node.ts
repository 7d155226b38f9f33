import { t } from '../../protocol/l10n.js';

/** What V8 and Node write when a process ends because memory ran out, or because it asked for more than can exist. */
const MEMORY =
  /heap out of memory|Allocation failed|invalid (?:array|table) (?:size|length)|invalid size error|Cannot allocate|bad_alloc|Out of memory/i;

/** Why a process ended by itself, as a sentence. @param said what it wrote to its standard error */
export function deathSentence(code: number | null, signal: NodeJS.Signals | null, said: string): string {
  if (MEMORY.test(said)) return t('The run was ended: it used more memory than JavaScript gives it.');
  if (signal === 'SIGKILL') return t('The run was ended by the system, most likely because there was no memory left.');
  if (signal !== null) return t('The run ended by itself, before it was done ({0}).', signal);
  const reason = said.trim().split('\n', 1)[0] ?? '';
  return code === 0 || reason === ''
    ? t('The run ended by itself, before it was done.')
    : t('The run ended by itself, before it was done ({0}).', reason.slice(0, 200));
}
