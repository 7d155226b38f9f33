// A second try for what failed, asked for by `$TL_TRIES=2` (as .ci/run does): one run in very many fails for a fault of
// the machine or of VS Code, such as an event of a file watcher that never comes. What failed the first time is printed
// whole and named at the end, so that nobody can overlook it. Where many tests fail, something is broken: no second try.
const IS_ALLOWED = process.env['TL_TRIES'] === '2';
const FEW = 3;

/**
 * `files` are those that had a failure, for a suite that can run some of its files; what was counted in the others stands.
 * @typedef {{ passed: number, failed: number, output?: string, names?: string[], files?: string[], passedElsewhere?: number }} Counts
 */

/** @param {(files?: string[]) => Promise<Counts>} suite @returns {Promise<Counts>} */
export async function twice(suite, isAllowed = IS_ALLOWED) {
  const first = await suite();
  if (!isAllowed || first.failed === 0 || first.failed > FEW) return first;
  const second = await suite(first.files);
  const elsewhere = first.files ? (first.passedElsewhere ?? 0) : 0;
  const outcome = second.failed ? 'failed again' : 'passed when it was started again';
  const named = (first.names ?? []).map((name) => `\n  FAILED THE FIRST TIME, ${outcome}: ${name}`).join('');
  return {
    passed: elsewhere + second.passed,
    failed: second.failed,
    output: `${first.output ?? ''}\n── second try ──\n${second.output ?? ''}\n${named}`,
    names: first.names,
  };
}
