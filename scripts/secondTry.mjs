// A second try for failed tests, when `$TL_TRIES=2` asks for it (as .ci/run does). Very rarely a run fails by a fault
// of the machine or of VS Code, such as a file watcher's event that never comes. The first failures are printed in full
// and named at the end, so that nobody can overlook them. When many tests fail, something is broken: no second try.
const IS_ALLOWED = process.env['TL_TRIES'] === '2';
const FEW = 3;

/**
 * `files` are the files with a failure, for a suite that can run some of its files. The counts of the other files stay.
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
