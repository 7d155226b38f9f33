/** The result of running a test file: its tests, and the new content of its snapshot file. */
import type { TestRequest, TestResult } from '../../protocol/testing.js';
import type { Run } from '../../protocol/trace.js';

export interface FileReport {
  /** The name of the test file, as the request gave it. */
  file: string;
  results: TestResult[];
  /** The new content of the snapshot file. Null when the content does not change. */
  snapshots: Record<string, string> | null;
  /** The numbers of new snapshots, of rewritten ones, and of those without a test (an update removes them). */
  counts: { written: number; updated: number; obsolete: number };
}

export function fileReport(run: Run, told: readonly TestResult[], { snapshots: kept, update, only }: TestRequest): FileReport {
  const results = [...told];
  // An error that ended the whole run is reported as a failure of the file.
  if (run.error) results.push({ name: '', status: 'failed', ms: run.elapsed_ms, error: run.error, snapshots: [] });
  const seen = results.flatMap(({ snapshots }) => snapshots);
  const fresh = seen.filter(({ state }) => state === 'new');
  const changed = update ? seen.filter(({ state }) => state === 'changed') : [];
  const obsolete = only || run.error ? [] : unowned(kept, results);
  const next = { ...kept, ...Object.fromEntries([...fresh, ...changed].map(({ name, text }) => [name, text])) };
  if (update) for (const name of obsolete) delete next[name];
  const isChanged = fresh.length + changed.length > 0 || (update && obsolete.length > 0);
  return {
    file: run.file,
    results,
    snapshots: isChanged ? next : null,
    counts: { written: fresh.length, updated: changed.length, obsolete: obsolete.length },
  };
}

/**
 * Snapshots that no test asked for. Those of a failed or skipped test do not count: the test may not have come to them.
 */
function unowned(kept: Readonly<Record<string, string>>, results: readonly TestResult[]): string[] {
  const seen = new Set(results.flatMap(({ snapshots }) => snapshots.map(({ name }) => name)));
  const unfinished = results.filter(({ status }) => status !== 'passed').map(({ name }) => name);
  if (unfinished.includes('')) return [];
  const isOfUnfinished = (name: string) => unfinished.some((test) => name.startsWith(`${test} `));
  return Object.keys(kept).filter((name) => !seen.has(name) && !isOfUnfinished(name));
}

/** The name of a test for people. Code outside of tests has the name of the file. */
export const shownName = (file: string, name: string): string => (name === '' ? file.replace(/^.*[/\\]/, '') : name);
